"""How a graph is drawn, said before it is drawn: specs, what they resolve to, and where the nodes are put."""

from ecosystem.maps.gallery import MAPS
from ecosystem.maps.resolve import ResolvedMap, resolve_map
from ecosystem.maps.spec import Channel, MapSpec, Step

__all__ = ["MAPS", "Channel", "MapSpec", "ResolvedMap", "Step", "resolve_map"]
