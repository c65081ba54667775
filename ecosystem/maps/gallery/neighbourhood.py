"""What has one thing to do with? The ego network of a node: its neighbours, theirs, and what joins them."""

from __future__ import annotations

from ecosystem.errors import Text
from ecosystem.maps.spec import MapSpec


def neighbourhood(node: str, *, depth: int = 1) -> MapSpec:
    """Return the map of everything within `depth` relations of a node, named by its id or by any of its names."""
    return MapSpec(
        id="neighbourhood",
        question=Text(f"What has {node} to do with?", f"{node} 与什么有关？"),
        focus=node,
        depth=depth,
        view="network",
    )
