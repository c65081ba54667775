"""What became of it? Successors, forks, mergers and acquisitions on a timeline."""

from ecosystem.errors import Text
from ecosystem.maps.spec import MapSpec

LINEAGE = MapSpec(
    id="lineage",
    title=Text("What became of it", "后来怎样了"),
    question=Text("What was it before, and what came after?", "它从哪里来，后来成了什么？"),
    predicates=frozenset({"succeeded_by", "forked_from", "merged_into", "acquired_by"}),
    isolated=False,
    view="timeline",
)
