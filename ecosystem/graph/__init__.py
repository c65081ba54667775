"""From the catalogue to a frozen `networkx.MultiDiGraph`, and views of it."""

from ecosystem.graph.build import build_graph, load
from ecosystem.graph.life import begin_of, end_of, known_of
from ecosystem.graph.names import find_node, find_nodes, fold
from ecosystem.graph.views import as_of_view, day_of, kind_view, relation_view
from ecosystem.graph.vocabulary import words_of

__all__ = [
    "as_of_view",
    "begin_of",
    "build_graph",
    "day_of",
    "end_of",
    "find_node",
    "find_nodes",
    "fold",
    "kind_view",
    "known_of",
    "load",
    "relation_view",
    "words_of",
]
