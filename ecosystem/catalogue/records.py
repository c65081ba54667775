"""What a catalogue is made of: nodes, relations, references and a vocabulary, checked field by field as they come in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from ecosystem.catalogue.dates import PartialDate
from ecosystem.errors import FieldError, Text

NODE_ID = r"^[a-z0-9][a-z0-9._+-]*$"


def _not_blank(text: str) -> str:
    if not text.strip():
        raise FieldError(Text("is empty", "为空"))
    return " ".join(text.split())


def _web_address(url: str) -> str:
    if not url.startswith(("https://", "http://")) or " " in url:
        raise FieldError(
            Text(
                f"{url!r} is no web address: it starts with https:// or http://",
                f"{url!r} 不是网址：应以 https:// 或 http:// 开头",
            )
        )
    return url


Line = Annotated[str, AfterValidator(_not_blank)]
Url = Annotated[str, AfterValidator(_web_address)]
Id = Annotated[str, Field(pattern=NODE_ID)]


def _known(part: str) -> AfterValidator:
    """Let a word pass that is in the vocabulary's `part`, where a vocabulary is given as context."""

    def check(word: str, info: ValidationInfo) -> str:
        if info.context is not None and word not in getattr(info.context, part):
            raise PydanticCustomError("unknown_word", "{word} is not in the vocabulary", {"word": word, "part": part})
        return word

    return AfterValidator(check)


class Record(BaseModel):
    """A frozen record that refuses fields it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Bilingual(Record):
    """One text in English and in Chinese."""

    en: Line
    zh: Line


class Modality(StrEnum):
    """How a source says a thing: as a fact, a plan, a forecast, advice; or as a fact that better evidence contradicts."""

    STATED = "stated"
    PLANNED = "planned"
    FORECAST = "forecast"
    ADVISED = "advised"
    DISPUTED = "disputed"


class Citation(Record):
    """A reference and the place in it; in a file, `reference-id` or `reference-id#locator`."""

    reference: Id
    locator: str = ""

    @model_validator(mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        if isinstance(value, str):
            reference, _, locator = value.partition("#")
            return {"reference": reference.strip(), "locator": locator.strip()}
        return value

    def __str__(self) -> str:
        """Return the citation as it stands in a file."""
        return f"{self.reference}#{self.locator}" if self.locator else self.reference


class Claim(Record):
    """Anything that needs evidence: who says it, how, and a remark of the editors."""

    references: tuple[Citation, ...] = ()
    modality: Modality = Modality.STATED
    note: Bilingual | None = None


class Relation(Claim):
    """`SOURCE predicate TARGET`, with the time it holds; the source is the node in whose file it stands."""

    predicate: Annotated[str, _known("predicates")]
    target: Id
    since: PartialDate | None = None
    until: PartialDate | None = None


class Milestone(Claim):
    """Something that happened to a node on a date, e.g. `archived: 2021-02-28`."""

    event: Annotated[str, _known("events")]
    date: PartialDate


class Figure(Claim):
    """A number with a date, e.g. 450 outside contributors in 2014-07."""

    measure: Annotated[str, _known("measures")]
    value: float
    qualifier: str = ""
    date: PartialDate | None = None


class FormerName(Claim):
    """A name that a node had until a date."""

    name: Line
    until: PartialDate | None = None


class Cycle(Claim):
    """A release cycle: its code name where tags use it, when it came out, until when it is supported (`None`: not announced)."""

    name: str
    codename: str = ""
    released: PartialDate | None = None
    support_until: PartialDate | None = None
    security_until: PartialDate | None = None
    latest: str = ""

    @model_validator(mode="before")
    @classmethod
    def _name_is_text(cls, value: Any) -> Any:
        if isinstance(value, dict) and isinstance(value.get("name"), int | float):
            return {**value, "name": str(value["name"])}
        return value


def _shorthand(key: str, value_key: str, fields: frozenset[str]) -> BeforeValidator:
    """Let `- succeeded_by: docker-compose` stand for `- predicate: succeeded_by` and `target: docker-compose`."""

    def expand(value: Any) -> Any:
        if not isinstance(value, dict) or key in value:
            return value
        names = [name for name in value if name not in fields]
        if len(names) != 1:
            return value
        rest = {name: content for name, content in value.items() if name != names[0]}
        return {key: names[0], value_key: value[names[0]], **rest}

    return BeforeValidator(expand)


_CLAIM = frozenset(Claim.model_fields)
ShortRelation = Annotated[Relation, _shorthand("predicate", "target", _CLAIM | {"since", "until", "target"})]
ShortMilestone = Annotated[Milestone, _shorthand("event", "date", _CLAIM | {"date"})]
ShortFigure = Annotated[Figure, _shorthand("measure", "value", _CLAIM | {"date", "qualifier", "value"})]


class Node(Record):
    """One tool, vendor, concept ...: the content of one file. `id` is the file's name, `kind` its folder."""

    id: Id
    kind: str
    name: Line
    name_zh: Line | None = None
    aliases: tuple[Line, ...] = ()
    former_names: tuple[FormerName, ...] = ()
    summary: Bilingual | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    references: tuple[Citation, ...] = ()
    homepage: Url | None = None
    repositories: tuple[Url, ...] = ()
    packages: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    attributes: dict[str, str] = {}
    milestones: tuple[ShortMilestone, ...] = ()
    figures: tuple[ShortFigure, ...] = ()
    cycles: tuple[Cycle, ...] = ()
    notes: tuple[Claim, ...] = ()
    relations: tuple[ShortRelation, ...] = ()

    @property
    def label(self) -> Bilingual:
        """The name in English and in Chinese; a product that has no Chinese name keeps its own."""
        return Bilingual(en=self.name, zh=self.name_zh or self.name)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that the node goes or went by."""
        former = (former.name for former in self.former_names)
        zh = (self.name_zh,) if self.name_zh else ()
        return tuple(dict.fromkeys((self.name, *zh, *self.aliases, *former)))

    def claims(self) -> Iterable[tuple[tuple[str | int, ...], Claim]]:
        """Yield each claim on this node with its place in the file."""
        for field in ("relations", "milestones", "figures", "cycles", "former_names", "notes"):
            for position, claim in enumerate(getattr(self, field)):
                yield (field, position), claim


class Reference(Record):
    """A source that somebody of the project has seen."""

    id: Id
    title: Line
    url: Url | None = None
    publisher: Line | None = None
    author: Line | None = None
    date: PartialDate | None = None
    accessed: PartialDate | None = None
    language: str = "en"
    note: Bilingual | None = None


class Kind(Record):
    """A kind of node: its folder, its labels, how it is drawn, and how it stands in time.

    What is timeless (an idea, a place) is always there; what is momentary (a conference, a paper) is over with its day;
    of what is stateless (a person) nobody says whether it is alive.
    `fresh_months` after its last known sign of life a thing counts as dormant, and what was looked at is to be looked at again.
    """

    id: Id
    folder: str
    label: Bilingual
    plural: Bilingual
    colour: str = "#7a869a"
    shape: str = "dot"
    category: Bilingual | None = None
    fresh_months: int | None = None
    named_in_chinese: bool = False
    timeless: bool = False
    momentary: bool = False
    stateless: bool = False


class Predicate(Record):
    """A kind of relation: how it reads in both directions, what it may join, and what it means for a graph.

    One of the background (a licence, a language, a host: many have it to few) says little about what hangs together.
    """

    id: Id
    label: Bilingual
    inverse: Bilingual
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    family: str = "other"
    symmetric: bool = False
    acyclic: bool = False
    exclusive: bool = False
    editorial: bool = False
    background: bool = False


class Event(Record):
    """A kind of milestone; one that `ends` a life says that the node is no longer alive from then on."""

    id: Id
    label: Bilingual
    ends: bool = False


class Measure(Record):
    """What a figure counts, and its unit."""

    id: Id
    label: Bilingual


class Vocabulary(Record):
    """The closed lists that a catalogue's nodes choose from, in the order in which they are shown."""

    title: Bilingual
    question: Bilingual
    kinds: Mapping[str, Kind]
    predicates: Mapping[str, Predicate]
    events: Mapping[str, Event] = {}
    measures: Mapping[str, Measure] = {}


class Catalogue(Record):
    """Everything that is claimed, with the evidence: what a reader makes and a graph is built from."""

    name: str
    vocabulary: Vocabulary
    nodes: Mapping[str, Node]
    references: Mapping[str, Reference]
