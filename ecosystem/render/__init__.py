"""Resolved maps become files that people open: one HTML page, a pyvis network, a notebook cell, a picture; answers, tables.

What it offers stands in `__init__.pyi`, and is imported when it is first used: a picture needs no pyvis.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
