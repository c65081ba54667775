"""What is there, who is behind it, how does it hang together? Everything, in its categories, with what runs between."""

from pathlib import Path

from ecosystem.maps.spec import MapSpec
from ecosystem.maps.stories import read_story

ECOSYSTEM = MapSpec(id="ecosystem", story=read_story(Path(__file__).with_name("what_became_of_fig.yaml")))
