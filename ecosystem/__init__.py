"""A dated, sourced graph of the Docker ecosystem: ask it, and see it.

>>> import ecosystem
>>> graph = ecosystem.load("docker")
>>> graph.nodes["fig"]["name"]
'Fig'

What the package offers stands in `__init__.pyi`, and is imported when it is first used: `ecosystem --help` waits for no
pandas.
"""

import lazy_loader

__version__ = "0.6.0"
__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
