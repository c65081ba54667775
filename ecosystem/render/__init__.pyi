from .network import build_network as build_network
from .notebook import MapView as MapView
from .page import render_page as render_page
from .page import write_page as write_page
from .picture import render_svg as render_svg
from .picture import write_svg as write_svg
