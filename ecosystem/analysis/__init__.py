"""Questions about a graph, each answered by a pandas table: first parameter `graph`, the rest by keyword.

`QUESTIONS` lists them all; a test checks that each keeps the same promises.
"""

from ecosystem.analysis.alternatives import alternatives
from ecosystem.analysis.categories import categories
from ecosystem.analysis.centrality import betweenness, degree, eigenvector, hits, pagerank
from ecosystem.analysis.changes import change_counts, changes, release_notes
from ecosystem.analysis.cohesion import core_number, structural_holes
from ecosystem.analysis.communities import brokers, communities, community_agreement
from ecosystem.analysis.comparison import comparison
from ecosystem.analysis.connection import connection
from ecosystem.analysis.facts import facts
from ecosystem.analysis.fate import chronicle, fate
from ecosystem.analysis.gaps import coverage, entries_and_exits, gaps
from ecosystem.analysis.importance import importance
from ecosystem.analysis.lineage import lineage
from ecosystem.analysis.listing import listing
from ecosystem.analysis.lock_in import lock_in
from ecosystem.analysis.overlap import overlap
from ecosystem.analysis.prediction import predicted_relations, prediction_quality, similarity
from ecosystem.analysis.profile import profile
from ecosystem.analysis.relations import describe
from ecosystem.analysis.removal import articulation_points, removal
from ecosystem.analysis.search import find
from ecosystem.analysis.stack import stack
from ecosystem.analysis.support import support
from ecosystem.analysis.survival import half_life, lifetimes, survival

QUESTIONS = (
    importance,
    degree,
    pagerank,
    betweenness,
    eigenvector,
    hits,
    core_number,
    structural_holes,
    communities,
    community_agreement,
    brokers,
    categories,
    listing,
    alternatives,
    comparison,
    connection,
    fate,
    chronicle,
    lineage,
    lifetimes,
    survival,
    half_life,
    removal,
    articulation_points,
    lock_in,
    coverage,
    gaps,
    entries_and_exits,
    changes,
    similarity,
    predicted_relations,
    prediction_quality,
    profile,
    describe,
    facts,
    find,
    overlap,
    support,
    stack,
)

__all__ = [
    "QUESTIONS",
    "alternatives",
    "articulation_points",
    "betweenness",
    "brokers",
    "categories",
    "change_counts",
    "changes",
    "chronicle",
    "communities",
    "community_agreement",
    "comparison",
    "connection",
    "core_number",
    "coverage",
    "degree",
    "describe",
    "eigenvector",
    "entries_and_exits",
    "facts",
    "fate",
    "find",
    "gaps",
    "half_life",
    "hits",
    "importance",
    "lifetimes",
    "lineage",
    "listing",
    "lock_in",
    "overlap",
    "pagerank",
    "predicted_relations",
    "prediction_quality",
    "profile",
    "release_notes",
    "removal",
    "similarity",
    "stack",
    "structural_holes",
    "support",
    "survival",
]
