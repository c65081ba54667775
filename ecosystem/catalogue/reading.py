"""A folder of YAML files becomes a `Catalogue`; whatever is wrong in any of them is reported at once."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ecosystem.catalogue.collecting import collector_paused
from ecosystem.catalogue.records import Catalogue, Node, Record, Reference, Vocabulary
from ecosystem.catalogue.yaml_source import YamlSource, read_yaml
from ecosystem.errors import BadInputError, FieldError, Problem, Text
from ecosystem.errors.borrowed import borrowed

_LISTED = 40
RecordT = TypeVar("RecordT", bound=Record)
_CHECKOUT = Path(__file__).parents[2] / "graphs"
_INSTALLED = Path(__file__).parents[1] / "catalogues"


def catalogue_folder(name: str) -> Path:
    """Return the folder of a catalogue that ships with the package, or the folder that `name` itself is a path to."""
    for root in (_CHECKOUT, _INSTALLED):
        if (root / name / "vocabulary.yaml").is_file():
            return root / name
    if (Path(name) / "vocabulary.yaml").is_file():
        return Path(name)
    message = Text(f"there is no catalogue {name!r}", f"没有名为 {name!r} 的目录")
    remedy = Text(
        "use `docker`, or a folder that holds a vocabulary.yaml", "请使用 `docker`，或含有 vocabulary.yaml 的文件夹"
    )
    raise BadInputError([Problem("missing-catalogue", message, remedy, name)])


@collector_paused()
def read_catalogue(folder: Path) -> tuple[Catalogue, list[Problem]]:
    """Read every file of a catalogue, and return it with all problems of all files.

    A node whose file cannot be used is represented by its id alone, so that relations to it are not reported as well.
    """
    vocabulary = read_vocabulary(folder / "vocabulary.yaml")
    problems: list[Problem] = []
    nodes = _read_nodes(folder, vocabulary, problems)
    references = _read_references(folder, problems)
    return Catalogue(name=folder.name, vocabulary=vocabulary, nodes=nodes, references=references), problems


def node_path(folder: Path, node: Node, vocabulary: Vocabulary) -> Path:
    """Return the file that a node was read from."""
    return folder / vocabulary.kinds[node.kind].folder / f"{node.id}.yaml"


def validate(
    model: type[RecordT],
    content: Any,
    source: YamlSource,
    *,
    place: Sequence[str | int] = (),
    words: Vocabulary | None = None,
) -> RecordT:
    """Make a record of a file's content, or raise `BadInputError` with the line of each thing that does not fit."""
    try:
        return model.model_validate(content, context=words)
    except ValidationError as error:
        raise BadInputError(_explain(detail, model, source, place, words) for detail in error.errors()) from None


def did_you_mean(wrong: str, right: Iterable[str]) -> Text:
    """Return a remedy that names the nearest known words."""
    known = list(right)
    near = difflib.get_close_matches(wrong, known, n=3, cutoff=0.6)
    if near:
        names = ", ".join(near)
        return Text(f"did you mean {names}?", f"您是不是想写 {names}？")
    if len(known) > _LISTED:
        return Text("check the spelling, or add it first", "请检查拼写，或先补上它")
    names = ", ".join(sorted(known))
    return Text(f"known: {names}", f"可用的有：{names}")


def read_vocabulary(path: Path) -> Vocabulary:
    """Read the closed lists of a catalogue."""
    source = read_yaml(path)
    content = dict(source.value) if isinstance(source.value, dict) else {}
    for part in ("kinds", "predicates", "events", "measures"):
        listed = content.get(part) or {}
        content[part] = {key: {"id": key, **value} for key, value in listed.items()}
    return validate(Vocabulary, content, source)


def _read_references(folder: Path, problems: list[Problem]) -> dict[str, Reference]:
    references: dict[str, Reference] = {}
    for path in sorted((folder / "references").glob("*.yaml")):
        try:
            source = read_yaml(path)
        except BadInputError as error:
            problems.extend(error.problems)
            continue
        for key, fields in (source.value or {}).items():
            content = {"id": key, **fields} if isinstance(fields, dict) else fields
            try:
                reference = validate(Reference, content, source, place=(key,))
            except BadInputError as error:
                problems.extend(error.problems)
                continue
            if key in references:
                problems.append(_twice(key, path, folder / "references", source.line_of((key,))[0]))
            references[key] = reference
    return references


def _read_nodes(folder: Path, vocabulary: Vocabulary, problems: list[Problem]) -> dict[str, Node]:
    kinds = {kind.folder: kind.id for kind in vocabulary.kinds.values()}
    nodes: dict[str, Node] = {}
    origin: dict[str, Path] = {}
    for path in sorted(folder.glob("*/*.y*ml")):
        if path.parent.name == "references":
            continue
        kind = kinds.get(path.parent.name)
        if kind is None:
            problems.append(_unknown_folder(path, kinds))
            continue
        if path.stem in origin:
            problems.append(_twice(path.stem, path, origin[path.stem], 1))
        origin[path.stem] = path
        try:
            nodes[path.stem] = _read_node(path, kind, vocabulary)
        except BadInputError as error:
            problems.extend(error.problems)
            nodes[path.stem] = Node.model_construct(id=path.stem, kind=kind, name=path.stem)
    return nodes


def _read_node(path: Path, kind: str, vocabulary: Vocabulary) -> Node:
    source = read_yaml(path)
    content = {"id": path.stem, "kind": kind, **source.value} if isinstance(source.value, dict) else source.value
    return validate(Node, content, source, words=vocabulary)


def _twice(identity: str, path: Path, other: Path, line: int) -> Problem:
    message = Text(f"the id {identity!r} stands in {other} too", f"标识 {identity!r} 在 {other} 中也有")
    remedy = Text("merge the two, or rename one of them", "请合并两者，或为其中之一改名")
    return Problem("duplicate-id", message, remedy, str(path), line)


def _unknown_folder(path: Path, known: Iterable[str]) -> Problem:
    message = Text(f"the folder {path.parent.name!r} is no kind", f"文件夹 {path.parent.name!r} 不是任何种类")
    return Problem("unknown-kind", message, did_you_mean(path.parent.name, known), str(path), 1)


def _explain(
    detail: ErrorDetails, model: type[Record], source: YamlSource, place: Sequence[str | int], words: Vocabulary | None
) -> Problem:
    location = tuple(step for step in detail["loc"] if step != "function-before")
    line, column = source.line_of((*place, *location))
    field = ".".join(str(step) for step in location) or "file"
    wrong = detail["input"] if isinstance(detail["input"], str | int | float) else ""
    context = detail.get("ctx", {})
    remedy = Text("see the example in the catalogue's README", "参见目录 README 中的示例")
    match detail["type"]:
        case "missing":
            message = Text(f"{field} is missing", f"缺少 {field}")
            remedy = Text(f"add {field}", f"请补上 {field}")
        case "extra_forbidden":
            message = Text(f"{field} is not a known field", f"{field} 不是已知字段")
            remedy = did_you_mean(str(location[-1]), model.model_fields)
        case "unknown_word":
            message = Text(f"{wrong!r} is not in the vocabulary", f"词表中没有 {wrong!r}")
            remedy = did_you_mean(str(wrong), getattr(words, context["part"]))
        case "enum":
            message = Text(f"{field}: {wrong!r} is not allowed", f"{field}：不允许 {wrong!r}")
            remedy = Text(f"use {context['expected']}", f"请使用 {context['expected'].replace(' or ', '、')}")
        case "model_type" | "dict_type" | "tuple_type" | "list_type":
            reason = borrowed(detail["msg"])
            message = Text(f"{field} has the wrong shape: {reason.en}", f"{field} 的结构不对：{reason.zh}")
        case _:
            refused = context.get("error")
            reason = refused.text if isinstance(refused, FieldError) else borrowed(detail["msg"])
            message = Text(f"{field}: {reason.en}", f"{field}：{reason.zh}")
    return Problem("invalid-field", message, remedy, str(source.path), line, column)
