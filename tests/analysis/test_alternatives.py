"""How good the alternatives are, against known answers, and that what must not be named is not."""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import networkx as nx
import pytest
import yaml

from ecosystem.analysis import alternatives
from ecosystem.analysis.life import reference_day
from ecosystem.analysis.rivalry import Rivalry
from ecosystem.catalogue import read_catalogue

ANSWERS = Path(__file__).parents[1] / "data" / "alternatives.yaml"
TOP = 5
LEAST_RECALL, LEAST_PRECISION, MOST_WRONG = 0.70, 0.60, 0.03
