"""A dated, sourced graph of the Docker ecosystem: ask it, and see it.

>>> import ecosystem
>>> graph = ecosystem.load("docker")
>>> graph.nodes["fig"]["name"]
'Fig'
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ecosystem.catalogue import catalogue_folder, load_catalogue
from ecosystem.graph import as_of_view, build_graph, find_node, kind_view, relation_view

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["as_of_view", "find_node", "kind_view", "load", "relation_view"]
__version__ = "0.1.0"


def load(name: str | os.PathLike[str] = "docker") -> nx.MultiDiGraph:
    """Return a catalogue as a frozen `networkx.MultiDiGraph`.

    `name` is a catalogue that ships with the package (`docker`) or the path of a catalogue's folder. Attributes are
    described at `ecosystem.graph.build_graph`. Raises `BadInputError` with every problem, file and line.
    """
    return build_graph(load_catalogue(catalogue_folder(os.fspath(name))))
