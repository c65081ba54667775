"""The parameters that questions have on the command line."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import Annotated, Any

import typer

from ecosystem.errors import Text


@dataclass(frozen=True)
class Parameter:
    """One parameter of a command: the name that the function gives it, typer's annotation, and its default."""

    name: str
    annotation: Any
    default: Any = inspect.Parameter.empty

    @property
    def signature(self) -> inspect.Parameter:
        """The parameter as `inspect` has it."""
        kind = inspect.Parameter.KEYWORD_ONLY
        return inspect.Parameter(self.name, kind, default=self.default, annotation=self.annotation)


def _argument(en: str, zh: str, metavar: str) -> Any:
    return typer.Argument(help=str(Text(en, zh)), metavar=metavar)


def _option(flag: str, en: str, zh: str, metavar: str | None = None, least: int | None = None) -> Any:
    return typer.Option(flag, help=str(Text(en, zh)), metavar=metavar, min=least)


_ANY_NAME = ("id, name, alias or former name", "标识、名称、别名或曾用名")
NODE = Parameter("node", Annotated[str, _argument(*_ANY_NAME, "NODE")])
ANY_NODE = Parameter("node", Annotated[str | None, _argument(*_ANY_NAME, "[NODE]")], None)
NODES = Parameter("nodes", Annotated[list[str], _argument(*_ANY_NAME, "NODE...")])
FROM = Parameter("source", Annotated[str, _argument(*_ANY_NAME, "NODE")])
TO = Parameter("target", Annotated[str, _argument(*_ANY_NAME, "NODE")])
TOP = Parameter("top", Annotated[int, _option("--top", "the most rows", "最多行数", least=1)], 20)
PATHS = Parameter("paths", Annotated[int, _option("--paths", "the most paths", "最多路径数", least=1)], 3)
ALIVE = Parameter(
    "alive", Annotated[bool, _option("--alive", "leave out what has ended or is dormant", "不含已终止或沉寂者")], False
)
SEED = Parameter("seed", Annotated[int, _option("--seed", "of the random order", "随机种子")], 0)
LEAST = Parameter(
    "least", Annotated[int, _option("--least", "the fewest things a vendor has", "厂商最少的产品数", least=1)], 1
)
KINDS = Parameter(
    "kinds",
    Annotated[
        list[str] | None, _option("--kind", "only this kind, or all (repeatable)", "仅此种类，或 all（可重复）", "KIND")
    ],
    None,
)
PREDICATES = Parameter(
    "predicates",
    Annotated[
        list[str] | None, _option("--predicate", "only this relation (repeatable)", "仅此关系（可重复）", "PREDICATE")
    ],
    None,
)
GROUPING = Parameter(
    "by",
    Annotated[
        str | None,
        _option("--by", "category, branch, kind, maker, licence", "分组：category、branch、kind、maker、licence"),
    ],
    None,
)
BY = Parameter(
    "by", Annotated[str | None, _option("--by", "category, branch, openness", "分组：category、branch、openness")], None
)
NAMED_IN = Parameter(
    "named_in",
    Annotated[str | None, _option("--named-in", "only what this source names", "仅此来源提及者", "REFERENCE")],
    None,
)
START = Parameter("start", Annotated[str | None, _option("--start", "the clock starts here", "计时起点", "DATE")], None)
AFTER = Parameter(
    "after", Annotated[str | None, _option("--after", "test on relations after it", "以其后的关系检验", "DATE")], None
)
ACROSS = Parameter(
    "across",
    Annotated[
        str, _option("--across", "vendor, licence, openness, language", "列：vendor、licence、openness、language")
    ],
    "vendor",
)
LEVEL = Parameter(
    "level", Annotated[str, _option("--level", "category or branch", "行：category 或 branch")], "category"
)
METHOD = Parameter(
    "method",
    Annotated[
        str, _option("--method", "adamic_adar, jaccard, resource_allocation ...", "相似度算法，如 adamic_adar、jaccard")
    ],
    "adamic_adar",
)


def _filter(name: str, en: str, zh: str, metavar: str = "NODE") -> Parameter:
    return Parameter(name, Annotated[str | None, _option(f"--{name}", en, zh, metavar)], None)


FILTERS = (
    _filter("category", "in this concept or a narrower one", "属于此概念或其下位概念"),
    KINDS,
    _filter("licence", "under this licence", "采用此许可证"),
    _filter("language", "written in this language", "以此语言编写"),
    _filter("host", "hosted by this foundation", "由此基金会托管"),
    _filter("maker", "made or owned by this vendor or person", "由此厂商或个人创建或拥有"),
    _filter("status", "alive, ended, 'not yet' ...", "状态：alive、ended、'not yet' 等", "STATE"),
    NAMED_IN,
)
