"""Questions about a graph, each answered by a pandas table: first parameter `graph`, the rest by keyword."""

from ecosystem.analysis.categories import categories
from ecosystem.analysis.centrality import betweenness, degree, eigenvector, hits, pagerank
from ecosystem.analysis.cohesion import core_number, structural_holes
from ecosystem.analysis.fate import chronicle, fate
from ecosystem.analysis.importance import importance
from ecosystem.analysis.lineage import lineage
from ecosystem.analysis.relations import describe
from ecosystem.analysis.search import find

__all__ = [
    "betweenness",
    "categories",
    "chronicle",
    "core_number",
    "degree",
    "describe",
    "eigenvector",
    "fate",
    "find",
    "hits",
    "importance",
    "lineage",
    "pagerank",
    "structural_holes",
]
