"""The whole map: everything, in its categories, with what runs between them."""

from ecosystem.maps.spec import MapSpec

ECOSYSTEM = MapSpec(id="ecosystem")
