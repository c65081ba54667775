"""Which nodes a text can mean: by id, name in either language, alias, former name, address or image, typos forgiven."""

from __future__ import annotations

import difflib
from collections.abc import Hashable, Iterable, Iterator
from typing import Any, NamedTuple

import networkx as nx
import pandas as pd

from ecosystem.analysis.tables import node_table
from ecosystem.analysis.wording import kind_of, name_of
from ecosystem.graph import fold

COLUMNS = {
    "name": "object",
    "name_zh": "object",
    "kind": "object",
    "matched_en": "object",
    "matched_zh": "object",
    "field": "object",
    "score": "float64",
}
_TYPO_CUTOFF = 0.75
_WEIGHT = {
    "id": 1.0,
    "name": 1.0,
    "name_zh": 1.0,
    "alias": 0.97,
    "former name": 0.95,
    "identity": 0.9,
    "summary_en": 0.4,
    "summary_zh": 0.4,
}
_COUNTERPARTS = ({"en": "name", "zh": "name_zh"}, {"en": "summary_en", "zh": "summary_zh"})


class _Form(NamedTuple):
    """One text that a node can be found by."""

    field: str
    text: str


def find(graph: nx.Graph, text: str | None = None, *, limit: int = 20) -> pd.DataFrame:
    """Find the nodes that a text can mean.

    Definition: a node is found by its id, its name in English or Chinese, an alias, a former name, an identity
    (homepage, repository, package, image) or a word of its summary. An equal form scores 1, one that begins
    with the text .85 to .9, one that holds it .7 to .8 (less, the longer the rest), a misspelt one its difflib
    ratio less 0.2, if that ratio is 0.75 or more; each times the field's weight (id and names 1, alias .97,
    former name .95, identity .9, summary .4). Letters are compared without case, width, accents
    and blanks beside Chinese letters.

    Parameters: `text`, what somebody typed (the one second positional parameter of this package); `limit`, the
    most rows.

    Columns, indexed by `node`, best first: `name`, `name_zh`, `kind`, `matched_en`, `matched_zh` (the form that
    fitted; where the name or the summary fits in both languages, each in its own), `field` (where it stands), `score` (0 to 1). Empty where
    nothing fits or the text is blank.

    Errors: none.

    Direction, weight and parallel edges: edges are not looked at.

    Literature: Ratcliff and Metzener, "Pattern matching: the gestalt approach", 1988 (difflib).

    >>> import networkx as nx
    >>> graph = nx.Graph()
    >>> graph.add_node("docker-compose", name="Docker Compose", aliases=["fig"])
    >>> find(graph, "dokcer compose").index.tolist()
    ['docker-compose']
    """
    wanted = fold(text or "")
    best = [found for node in graph if wanted and (found := _best(graph, node, wanted))]
    best.sort(key=lambda row: (-row["score"], -graph.degree(row["node"]), str(row["node"])))
    return node_table(best[:limit], COLUMNS)


def _best(graph: nx.Graph, node: Hashable, wanted: str) -> dict[str, Any] | None:
    fitting = {form: score for form in _forms(graph, node) if (score := _score(form, wanted)) > 0}
    if not fitting:
        return None
    form = max(fitting, key=fitting.__getitem__)
    name = name_of(graph, node)
    shown = {"node": node, "name": name.en, "name_zh": name.zh, "kind": kind_of(graph, node)}
    said = {f"matched_{language}": _in(language, form, fitting).text for language in ("en", "zh")}
    return {
        **shown,
        **said,
        "field": form.field.removesuffix("_en").removesuffix("_zh"),
        "score": round(fitting[form], 4),
    }


def _in(language: str, form: _Form, fitting: Iterable[_Form]) -> _Form:
    """Return the form that fitted, or its counterpart in a language where that fitted too."""
    pair = next((pair for pair in _COUNTERPARTS if form.field in pair.values()), {})
    return next((other for other in fitting if other.field == pair.get(language)), form)


def _forms(graph: nx.Graph, node: Hashable) -> Iterator[_Form]:
    attributes = graph.nodes[node]
    name = name_of(graph, node)
    yield from (_Form("id", str(node)), _Form("name", name.en), _Form("name_zh", name.zh))
    yield from (_Form("alias", str(alias)) for alias in attributes.get("aliases") or ())
    yield from (_Form("former name", str(entry["name"])) for entry in attributes.get("former_names") or ())
    if attributes.get("homepage"):
        yield _Form("identity", str(attributes["homepage"]))
    for field in ("repositories", "packages", "images"):
        yield from (_Form("identity", str(address)) for address in attributes.get(field) or ())
    for field in ("summary_en", "summary_zh"):
        if attributes.get(field):
            yield _Form(field, str(attributes[field]))


def _score(form: _Form, wanted: str) -> float:
    return _WEIGHT[form.field] * _closeness(
        fold(form.text), wanted, forgiving=form.field not in {"identity", "summary_en", "summary_zh"}
    )


def _closeness(text: str, wanted: str, *, forgiving: bool) -> float:
    if text == wanted or text.replace("-", " ") == wanted:
        return 1.0
    share = len(wanted) / max(len(text), 1)
    if text.startswith(wanted):
        return 0.85 + 0.05 * share
    if wanted in text:
        return 0.7 + 0.1 * share
    if not forgiving or len(wanted) < 3 or not 0.6 <= share <= 1 / 0.6:
        return 0.0
    matcher = difflib.SequenceMatcher(None, text, wanted)
    if min(matcher.real_quick_ratio(), matcher.quick_ratio()) < _TYPO_CUTOFF:
        return 0.0
    ratio = matcher.ratio()
    return ratio - 0.2 if ratio >= _TYPO_CUTOFF else 0.0
