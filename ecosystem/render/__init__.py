"""Resolved maps become files that people open: one HTML page, a pyvis network, a notebook cell, a picture; answers, tables."""

from ecosystem.render.network import build_network
from ecosystem.render.notebook import MapView
from ecosystem.render.page import render_page, write_page
from ecosystem.render.tables import render_table

__all__ = ["MapView", "build_network", "render_page", "render_table", "write_page"]
