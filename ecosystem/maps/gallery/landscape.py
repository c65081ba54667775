"""Which box is a thing in, and how mature is it? The landscape grid of categories and subcategories."""

from ecosystem.errors import Text
from ecosystem.maps.spec import Channel, MapSpec

LANDSCAPE = MapSpec(
    id="landscape",
    question=Text("Which box is each thing in, and does it still live?", "每样东西在哪一格，还活着吗？"),
    colour=Channel("kind"),
    view="landscape",
)
