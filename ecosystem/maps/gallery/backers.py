"""Who is behind it? Vendors, foundations and people, and what they make, own, back and host."""

from ecosystem.errors import Text
from ecosystem.maps.spec import MapSpec

BACKERS = MapSpec(
    id="backers",
    title=Text("Who is behind it", "谁在背后"),
    question=Text("Who makes, owns, backs and hosts what?", "谁创建、拥有、支持和托管了什么？"),
    predicates=frozenset(
        {"made_by", "owned_by", "acquired_by", "backed_by", "founded_by", "works_for", "member_of", "hosted_by"}
    ),
    isolated=False,
    view="network",
)
