from . import analysis as analysis
from . import catalogue as catalogue
from . import errors as errors
from . import exchange as exchange
from . import graph as graph
from . import maps as maps
from . import render as render
from .graph import as_of_view as as_of_view
from .graph import find_node as find_node
from .graph import kind_view as kind_view
from .graph import load as load
from .graph import relation_view as relation_view

__version__: str
