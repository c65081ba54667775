"""The kinds of map, one small file each."""

from __future__ import annotations

from collections.abc import Mapping

from ecosystem.maps.gallery.ecosystem import ECOSYSTEM
from ecosystem.maps.spec import MapSpec

MAPS: Mapping[str, MapSpec] = {spec.id: spec for spec in (ECOSYSTEM,)}
