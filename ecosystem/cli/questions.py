"""One command a question: a table of records, from which the commands are made."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

import ecosystem
from ecosystem.cli.options import (
    AsOfOption,
    ColumnsOption,
    FormatOption,
    GraphOption,
    names_a_file,
    open_graph,
    read_source,
)
from ecosystem.cli.output import OutputFormat, print_error, print_table
from ecosystem.cli.parameters import (
    ACROSS,
    AFTER,
    ALIVE,
    ANY_NODE,
    BY,
    FILTERS,
    FROM,
    GROUPING,
    KINDS,
    LEAST,
    LEVEL,
    METHOD,
    NAMED_IN,
    NODE,
    NODES,
    PATHS,
    PREDICATES,
    SEED,
    START,
    TO,
    TOP,
    Parameter,
)
from ecosystem.cli.presence import told_absent
from ecosystem.errors import ExitCode, Text, language

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Question:
    """A question that has a command: its name, what it answers, the function in `ecosystem.analysis`, its parameters."""

    name: str
    help: Text
    function: str
    parameters: tuple[Parameter, ...] = ()

    @property
    def answer(self) -> Callable[..., pd.DataFrame]:
        """The function that answers; whoever asks for it imports pandas and all the rest."""
        return getattr(ecosystem.analysis, self.function)  # type: ignore[no-any-return]

    @property
    def asks_of_a_day(self) -> bool:
        """Whether the function itself looks at a day; then it is asked of the whole graph."""
        return "as_of" in inspect.signature(self.answer).parameters


_CHANGED = Text("What changed between two dates or two files.", "两个日期或两个文件之间有何变化。")
ChangeOption = Annotated[
    list[str] | None,
    typer.Option(
        "--change",
        metavar="CHANGE",
        help=str(
            Text("only this change: relicensed, ended ... (repeatable)", "仅此变化：relicensed、ended 等（可重复）")
        ),
    ),
]
QUESTIONS = (
    Question("importance", Text("Who matters, and why.", "谁重要，为什么。"), "importance", (KINDS, PREDICATES, TOP)),
    Question("degree", Text("Count each node's relations.", "统计每个节点的关系数。"), "degree"),
    Question("pagerank", Text("Rank nodes by PageRank.", "按 PageRank 排名。"), "pagerank"),
    Question("betweenness", Text("Who lies on the ways between others.", "谁处在他人之间的路径上。"), "betweenness"),
    Question("eigenvector", Text("Who is joined to the well-joined.", "谁与重要节点相连。"), "eigenvector"),
    Question("hits", Text("Hubs and authorities.", "枢纽与权威（HITS）。"), "hits"),
    Question("core", Text("How deep in the dense core.", "处于稠密核心的深度。"), "core_number"),
    Question("holes", Text("Who bridges structural holes.", "谁跨越结构洞。"), "structural_holes", (KINDS,)),
    Question("communities", Text("How the graph clusters.", "图谱如何聚类。"), "communities", (SEED,)),
    Question(
        "agreement",
        Text("Do clusters match categories?", "聚类与类别是否一致。"),
        "community_agreement",
        (SEED,),
    ),
    Question("brokers", Text("Who sits between communities.", "谁处在社群之间。"), "brokers", (SEED,)),
    Question("categories", Text("Where each node belongs.", "每个节点属于哪一类。"), "categories"),
    Question("list", Text("What there is of a sort.", "某一类有哪些。"), "listing", FILTERS),
    Question(
        "alternatives",
        Text("What else does the same job.", "还有什么能做同样的事。"),
        "alternatives",
        (NODE, TOP, ALIVE),
    ),
    Question("compare", Text("A shortlist side by side.", "并排比较候选。"), "comparison", (NODES,)),
    Question("connection", Text("How two are connected.", "两者如何关联。"), "connection", (FROM, TO, PATHS)),
    Question("fate", Text("What became of it.", "后来怎样了。"), "fate", (NODE,)),
    Question("chronicle", Text("Its life, event by event.", "逐事件的生平。"), "chronicle", (NODE,)),
    Question("lineage", Text("Forerunners and successors.", "前身与后继。"), "lineage", (NODE,)),
    Question("lifetimes", Text("How long things lived.", "各自存在了多久。"), "lifetimes", (GROUPING, NAMED_IN, START)),
    Question(
        "survival",
        Text("Kaplan-Meier survival curves.", "生存曲线（Kaplan-Meier）。"),
        "survival",
        (GROUPING, NAMED_IN, START),
    ),
    Question(
        "half-life",
        Text("When half of them are gone.", "多久消失一半。"),
        "half_life",
        (GROUPING, NAMED_IN, START),
    ),
    Question("removal", Text("What if it goes away.", "如果它消失会怎样。"), "removal", (NODE,)),
    Question("articulation", Text("Whose loss breaks the graph.", "失去谁会使图谱断裂。"), "articulation_points"),
    Question("lock-in", Text("How hard it is to leave a vendor.", "离开某厂商有多难。"), "lock_in", (LEAST, KINDS)),
    Question("coverage", Text("Concepts by vendors, a matrix.", "概念与厂商矩阵。"), "coverage", (ACROSS, LEVEL)),
    Question("gaps", Text("White and crowded spots.", "空白与拥挤之处。"), "gaps", (ACROSS, LEVEL, TOP)),
    Question("entries", Text("Entries and exits by year.", "逐年的进入与退出。"), "entries_and_exits", (BY,)),
    Question(
        "similar", Text("Nodes with the most in common.", "最相似的节点。"), "similarity", (NODE, METHOD, KINDS, TOP)
    ),
    Question(
        "predict",
        Text("Relations that may be missing.", "可能缺失的关系。"),
        "predicted_relations",
        (PREDICATES, KINDS, TOP),
    ),
    Question(
        "prediction-quality",
        Text("How good prediction is.", "预测的质量。"),
        "prediction_quality",
        (AFTER, SEED),
    ),
    Question("support", Text("Which releases are supported.", "哪些版本仍受支持。"), "support", (ANY_NODE,)),
    Question("profile", Text("The graph in numbers.", "图谱的数字概况。"), "profile"),
    Question("describe", Text("A node's relations as sentences.", "以句子列出节点的关系。"), "describe", (NODE,)),
)


def register(app: typer.Typer) -> None:
    """Add a command for each question."""
    for question in QUESTIONS:
        app.command(name=question.name, help=str(question.help))(command_of(question))
    judged = Text("Judge what you run: a compose file.", "评判您运行的服务：compose 文件。")
    app.command(name="stack", help=str(judged))(stack)
    app.command(name="changes", help=str(_CHANGED))(changes)


def command_of(question: Question) -> Callable[..., None]:
    """Return the function that typer makes a command of: the question's parameters, then the common options."""

    def command(graph: str, form: OutputFormat, as_of: str | None, columns: str | None, **given: Any) -> None:
        named = _named(question, given)
        absent = None
        if question.asks_of_a_day:
            opened = open_graph(graph)
            table = question.answer(opened, as_of=as_of, **given)
            absent = told_absent(opened, named, as_of)
        else:
            opened = open_graph(graph, as_of, named)
            table = question.answer(opened, **given)
        print_table(table, form, opened, columns)
        if absent or table.empty:
            print_error(str(absent or _nothing(question.help, named)))
        if table.empty:
            raise typer.Exit(ExitCode.FINDINGS)

    common = (
        Parameter("as_of", AsOfOption, None),
        Parameter("graph", GraphOption, "docker"),
        Parameter("form", FormatOption, OutputFormat.TABLE),
        Parameter("columns", ColumnsOption, None),
    )
    wanted = [parameter.signature for parameter in (*question.parameters, *common)]
    command.__signature__ = inspect.Signature(wanted)  # type: ignore[attr-defined]
    command.__annotations__ = {one.name: one.annotation for one in wanted}
    return command


def _nothing(asked: Text, named: Sequence[str]) -> Text:
    """Return what is said where a question has no answer."""
    en, zh = asked.en.rstrip("."), asked.zh.rstrip("。")
    if named:
        return Text(
            f"the graph has no answer for {', '.join(map(repr, named))} to: {en}",
            f"图谱中没有关于 {'、'.join(map(repr, named))} 的答案：{zh}",
        )
    return Text(f"the graph has no answer to: {en}", f"图谱中没有答案：{zh}")


def _named(question: Question, given: Mapping[str, Any]) -> list[str]:
    """Return the names of nodes among the values that a question was given."""
    values = [given[one.name] for one in question.parameters if one in (NODE, ANY_NODE, NODES, FROM, TO)]
    return [name for value in values if value for name in ([value] if isinstance(value, str) else value)]


def stack(
    file: Annotated[Path, typer.Argument(help=str(Text("a compose file", "compose 文件")))],
    as_of: AsOfOption = None,
    form: FormatOption = OutputFormat.TABLE,
    columns: ColumnsOption = None,
) -> None:
    """Print what the services of a compose file rest on, and what to do with each."""
    graph, problems = read_source(str(file))
    for problem in problems:
        if problem.rule != "unknown-image":  # which the row of the service tells
            print_error(str(problem))
    table = ecosystem.analysis.stack(graph, as_of=as_of)
    print_table(table, form, graph, columns)
    if table.empty:
        print_error(
            str(Text(f"{file} has no services: is it a compose file?", f"{file} 中没有服务：它是 compose 文件吗？"))
        )
        raise typer.Exit(ExitCode.FINDINGS)


def changes(
    old: Annotated[str, typer.Argument(help=str(Text("a date, or a file", "日期或文件")))],
    new: Annotated[
        str | None, typer.Argument(help=str(Text("a later date, or a newer file", "较晚的日期，或较新的文件")))
    ] = None,
    graph: GraphOption = "docker",
    form: FormatOption = OutputFormat.TABLE,
    columns: ColumnsOption = None,
    change: ChangeOption = None,
    notes: Annotated[bool, typer.Option("--notes", help=str(Text("as release notes", "输出为发布说明")))] = False,
) -> None:
    """Print what changed between two dates of a graph, or between two files."""
    if names_a_file(old):
        opened = open_graph(new or graph)
        table = ecosystem.analysis.changes(open_graph(old), other=opened, change=change)
    else:
        opened = open_graph(graph)
        table = ecosystem.analysis.changes(opened, since=old, until=new, change=change)
    if notes:
        typer.echo(ecosystem.analysis.release_notes(table, language=language()), nl=False)
    else:
        print_table(table, form, opened, columns)
    if table.empty:
        print_error(str(_nothing(_CHANGED, [])))
        raise typer.Exit(ExitCode.FINDINGS)
