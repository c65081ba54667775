"""Every question on nothing, on one node, and on the whole cloud native landscape."""

from __future__ import annotations

import gzip
import inspect
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest

from ecosystem.analysis import QUESTIONS
from ecosystem.errors import UnknownNodeError
from ecosystem.exchange import read_graph
from tests.analysis.test_conventions import arguments
from tests.conftest import SHARED

OF_A_NODE = {"node", "source", "target", "nodes"}
# A landscape says neither when things began nor what followed them.
NOTHING_TO_SAY = {"stack", "support", "lineage", "lifetimes", "survival", "half_life", "entries_and_exits"}


def _needs_a_node(question) -> bool:
    wanted = inspect.signature(question).parameters
    return any(name in OF_A_NODE and one.default is inspect.Parameter.empty for name, one in wanted.items())


@pytest.fixture(scope="module")
def landscape(tmp_path_factory: pytest.TempPathFactory) -> nx.MultiDiGraph:
    """The newest landscape of the Cloud Native Computing Foundation, where it is at hand."""
    stored = sorted((SHARED / "cncf-landscape").glob("landscape-*.yml.gz"))
    if not stored:
        pytest.skip("the data of the shared folder is not here")
    path: Path = tmp_path_factory.mktemp("landscape") / "landscape.yml"
    path.write_bytes(gzip.decompress(stored[-1].read_bytes()))
    return read_graph(path)


@pytest.mark.parametrize("question", list(filter(_needs_a_node, QUESTIONS)), ids=lambda question: question.__name__)
def test_a_node_that_is_not_there_is_refused(question):
    wanted = set(inspect.signature(question).parameters) & OF_A_NODE
    asked = {name: ["fig"] if name == "nodes" else "fig" for name in wanted}
    for graph in (nx.MultiDiGraph(), nx.empty_graph(1, create_using=nx.MultiDiGraph)):
        with pytest.raises(UnknownNodeError, match="fig"):
            question(graph, **asked)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.__name__)
def test_the_whole_landscape_can_be_asked(question, landscape):
    tool = next(node for node, data in landscape.nodes(data=True) if data["name"] == "Kubernetes")
    given = arguments(question, landscape)
    table = question(landscape, **given | dict.fromkeys({"node", "source"} & set(given), tool))
    assert isinstance(table, pd.DataFrame)
    assert (len(table) == 0) == (question.__name__ in NOTHING_TO_SAY)
