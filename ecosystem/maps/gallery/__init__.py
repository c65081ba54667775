"""The kinds of map, one small file each. `MAPS` holds those that any graph can have, by name."""

from __future__ import annotations

from collections.abc import Mapping

from ecosystem.maps.gallery.backers import BACKERS
from ecosystem.maps.gallery.ecosystem import ECOSYSTEM
from ecosystem.maps.gallery.landscape import LANDSCAPE
from ecosystem.maps.gallery.lineage import LINEAGE
from ecosystem.maps.gallery.neighbourhood import neighbourhood
from ecosystem.maps.spec import MapSpec

__all__ = ["MAPS", "neighbourhood"]
MAPS: Mapping[str, MapSpec] = {spec.id: spec for spec in (ECOSYSTEM, LANDSCAPE, LINEAGE, BACKERS)}
