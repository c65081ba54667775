"""A folder of YAML files becomes a `Catalogue`; whatever is wrong in any of them is reported at once."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ecosystem.catalogue.records import Catalogue, Kind, Node, Record, Reference, Vocabulary
from ecosystem.catalogue.yaml_source import YamlSource, read_yaml
from ecosystem.errors import BadInputError, Problem, Text

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
    remedy = Text("use `docker`, or a folder that holds a vocabulary.yaml", "请使用 `docker`,或含有 vocabulary.yaml 的文件夹")
    raise BadInputError([Problem("missing-catalogue", message, remedy, name)])


def read_catalogue(folder: Path) -> Catalogue:
    """Read every file of a catalogue; raise `BadInputError` with all problems of all files."""
    vocabulary = _read_vocabulary(folder / "vocabulary.yaml")
    problems: list[Problem] = []
    references = _collect(_read_references(folder), problems)
    nodes = _collect(_read_nodes(folder, vocabulary.kinds.values()), problems)
    if problems:
        raise BadInputError(problems)
    return Catalogue(name=folder.name, vocabulary=vocabulary, nodes=nodes, references=references)


def node_path(folder: Path, node: Node, vocabulary: Vocabulary) -> Path:
    """Return the file that a node was read from."""
    return folder / vocabulary.kinds[node.kind].folder / f"{node.id}.yaml"


def validate(model: type[RecordT], content: Any, source: YamlSource, place: Sequence[str | int] = ()) -> RecordT:
    """Make a record of a file's content, or raise `BadInputError` with the line of each thing that does not fit."""
    try:
        return model.model_validate(content)
    except ValidationError as error:
        raise BadInputError(_explain(detail, model, source, place) for detail in error.errors()) from None


def did_you_mean(wrong: str, right: Iterable[str]) -> Text:
    """Return a remedy that names the nearest known words."""
    known = list(right)
    near = difflib.get_close_matches(wrong, known, n=3, cutoff=0.6)
    if near:
        names = ", ".join(near)
        return Text(f"did you mean {names}?", f"您是不是想写 {names}?")
    names = ", ".join(sorted(known)[:40])
    return Text(f"known: {names}", f"可用的有:{names}")


def _read_vocabulary(path: Path) -> Vocabulary:
    source = read_yaml(path)
    content = dict(source.value) if isinstance(source.value, dict) else {}
    for part in ("kinds", "predicates", "events", "measures"):
        listed = content.get(part) or {}
        content[part] = {key: {"id": key, **value} for key, value in listed.items()}
    return validate(Vocabulary, content, source)


def _read_references(folder: Path) -> Iterator[Callable[[], Reference]]:
    for path in sorted((folder / "references").glob("*.yaml")):
        try:
            source = read_yaml(path)
        except BadInputError as error:
            yield _failing(error)
            continue
        for key, fields in (source.value or {}).items():
            yield _reference_of(source, key, fields)


def _reference_of(source: YamlSource, key: str, fields: Any) -> Callable[[], Reference]:
    def make() -> Reference:
        content = {"id": key, **fields} if isinstance(fields, dict) else fields
        return validate(Reference, content, source, (key,))

    return make


def _read_nodes(folder: Path, kinds: Iterable[Kind]) -> Iterator[Callable[[], Node]]:
    known = {kind.folder: kind.id for kind in kinds}
    for path in sorted(folder.glob("*/*.y*ml")):
        if path.parent.name == "references":
            continue
        kind = known.get(path.parent.name)
        yield _node_of(path, kind) if kind else _failing(BadInputError([_unknown_folder(path, known)]))


def _node_of(path: Path, kind: str) -> Callable[[], Node]:
    def make() -> Node:
        source = read_yaml(path)
        content = {"id": path.stem, "kind": kind, **source.value} if isinstance(source.value, dict) else source.value
        return validate(Node, content, source)

    return make


def _failing(error: BadInputError) -> Callable[[], Any]:
    def fail() -> Any:
        raise error

    return fail


def _collect(makers: Iterable[Callable[[], Any]], problems: list[Problem]) -> dict[str, Any]:
    records: dict[str, Any] = {}
    for make in makers:
        try:
            record = make()
        except BadInputError as error:
            problems.extend(error.problems)
            continue
        if record.id in records:
            problems.append(_twice(record.id, getattr(record, "kind", "reference")))
        records[record.id] = record
    return records


def _twice(identity: str, kind: str) -> Problem:
    message = Text(f"the id {identity!r} stands in two files", f"标识 {identity!r} 出现在两个文件中")
    remedy = Text("merge the two, or rename one of them", "请合并两者,或为其中之一改名")
    return Problem("duplicate-id", message, remedy, f"{identity}.yaml ({kind})")


def _unknown_folder(path: Path, known: Iterable[str]) -> Problem:
    message = Text(f"the folder {path.parent.name!r} is no kind", f"文件夹 {path.parent.name!r} 不是任何种类")
    return Problem("unknown-kind", message, did_you_mean(path.parent.name, known), str(path), 1)


def _explain(detail: ErrorDetails, model: type[Record], source: YamlSource, place: Sequence[str | int]) -> Problem:
    location = tuple(step for step in detail["loc"] if step != "function-before")
    line, column = source.line_of((*place, *location))
    field = ".".join(str(step) for step in location) or "file"
    wrong = detail["input"] if isinstance(detail["input"], str | int | float) else ""
    remedy = Text(f"see `{model.__name__}` in the catalogue's README", f"见目录 README 中的 `{model.__name__}`")
    match detail["type"]:
        case "missing":
            message = Text(f"{field} is missing", f"缺少 {field}")
            remedy = Text(f"add {field}", f"请补上 {field}")
        case "extra_forbidden":
            message = Text(f"{field} is not a known field", f"{field} 不是已知字段")
            remedy = did_you_mean(str(location[-1]), model.model_fields)
        case "enum":
            expected = detail.get("ctx", {}).get("expected", "")
            message = Text(f"{field}: {wrong!r} is not allowed", f"{field}:不允许 {wrong!r}")
            remedy = Text(f"use {expected}", f"请使用 {expected}")
        case _:
            reason = detail["msg"].removeprefix("Value error, ")
            message = Text(f"{field}: {reason}", f"{field}:{reason}")
    return Problem("invalid-field", message, remedy, str(source.path), line, column)
