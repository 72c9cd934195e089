"""The models of the files: regions.yml, edition.yml, a region's result, an instrument.

Keys are English, values Indonesian. A model holds what one file can say for itself;
what needs two files to be seen is checked in ``generator.dataset``.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Generic, Literal, Self, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from generator.problems import message
from generator.schema.scalars import (
    Color,
    Date,
    Email,
    Id,
    Number,
    Phone,
    RankNumber,
    Score,
    Text,
    Truth,
    Url,
    Whole,
    Year,
    refuse,
)

RESERVED_IDS = frozenset({"indikator", "pertanyaan", "kendala", "siaran-pers"})
"""Addresses below a year that no region may take; so are ``v`` and digits."""

T = TypeVar("T")


class Record(BaseModel):
    """A group of keys: unknown keys are refused, and nothing changes after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Other(Record, Generic[T]):
    """Another value that was published for the same figure, and where."""

    value: T
    source: Id | None = None


class Figure(Record, Generic[T]):
    """A published figure with what there is to say about it."""

    value: T | None = None
    not_published: Truth = False
    note: Text | None = None
    source: Id | None = None
    others: tuple[Other[T], ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _long_form(cls, value: Any) -> Any:
        """``80.00`` is the short form of ``{value: 80.00}``."""
        return value if isinstance(value, dict) else {"value": value}

    @model_validator(mode="after")
    def _value_or_not_published(self) -> Self:
        """A figure has a value, or a source says that there is none: never both or neither."""
        if (self.value is None) != self.not_published:
            raise refuse(
                message("perlu tepat satu dari “value” dan “not_published: true”"),
                message("tulis nilainya, atau “not_published: true” bila sumber menyatakannya"),
            )
        return self

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        record = handler.resolve_ref_schema(handler(core_schema))
        value = next(
            option
            for option in record["properties"]["value"].get("anyOf", [record["properties"]["value"]])
            if option.get("type") != "null"
        )
        return {"anyOf": [value, dict(record)]}


class Source(Record):
    """Where something was published. ``id`` is unique within a year."""

    id: Id
    title: Text
    publisher: Text | None = None
    date: Date | None = None
    url: Url | None = None


class Decision(Record):
    number: Text
    date: Date | None = None
    url: Url | None = None


class CategoryStep(Record):
    """One category of a scale; ``minimum`` is its lower bound in points, itself included."""

    name: Text
    minimum: Score | None = None
    color: Color | None = None


class Scale(Record):
    """How scores become categories; best category first."""

    decimals: Whole = 2
    rounding: Literal["half-up"] = "half-up"
    maximum: Score = Decimal(100)
    categories: Annotated[tuple[CategoryStep, ...], Field(min_length=1)]
    source: Id | None = None


class Participants(Record):
    """Who was asked and who took part in one group. ``complete: false``: "among others"."""

    invited: Figure[Whole] | None = None
    took_part: Figure[Whole] | None = None
    categories: dict[Text, Figure[Whole]] = {}
    complete: Truth = True


class Totals(Record):
    """Announced numbers across the groups of one organizer."""

    invited: Figure[Whole] | None = None
    took_part: Figure[Whole] | None = None
    categories: dict[Text, Figure[Whole]] = {}


class Absence(Record):
    region: Id
    source: Id | None = None


def _bare_region(value: Any) -> Any:
    return value if isinstance(value, dict) else {"region": value}


class Distinction(Record):
    region: Id
    title: Text
    source: Id | None = None


class Activity(Record):
    """A step of the cycle; ``title`` continues "Pada <date>, <by> …" as a verb phrase."""

    date: Date
    kind: Text
    title: Text
    by: Text | None = None
    source: Id | None = None


class Statement(Record):
    """Indirect speech; ``text`` continues "<speaker> <verb> …"."""

    speaker: Text
    office: Text | None = None
    verb: Text
    date: Date | None = None
    text: Text
    source: Id | None = None


class Target(Record):
    """A result that somebody set out to reach; a hope is a statement, not a target."""

    at_least: Text
    by: Text | None = None
    office: Text | None = None
    date: Date | None = None
    source: Id | None = None


class Response(Record):
    """The right of reply: dated and attributed."""

    date: Date
    by: Text
    text: Text
    source: Id | None = None


class Obstacle(Record):
    indicator: Id | None = None
    text: Text
    source: Id | None = None


class Correction(Record):
    """A published figure that was changed after publication."""

    model_config = ConfigDict(populate_by_name=True)

    date: Date
    region: Id
    field: Literal["score", "category", "rank"]
    from_: Text = Field(alias="from")
    to: Text
    reason: Text | None = None
    decision: Text | None = None
    source: Id | None = None


class Approval(Record):
    name: Text
    office: Text | None = None
    date: Date | None = None


ResultField = Literal["score", "category", "rank"]
Status = Literal["draft", "final", "sample"]


class EvaluationSettings(Record):
    """What holds for the evaluation of one group in one year; all of it optional."""

    title: Text | None = None
    organizer: Text | None = None
    published: Date | None = None
    place: Text | None = None
    status: Status | None = None
    decision: Decision | None = None
    sources: tuple[Source, ...] = ()
    source: Id | None = None
    scale: Scale | None = None
    instrument: Id | None = None
    participants: Participants = Participants()
    totals: Totals | None = None
    not_published: tuple[ResultField, ...] = ()
    absent: tuple[Annotated[Absence, BeforeValidator(_bare_region)], ...] = ()
    not_assessed: tuple[Annotated[Absence, BeforeValidator(_bare_region)], ...] = ()
    distinctions: tuple[Distinction, ...] = ()
    activities: tuple[Activity, ...] = ()
    comparable_with: tuple[Year, ...] | None = None
    notes: tuple[Text, ...] = ()
    version: Text | None = None
    corrections: tuple[Correction, ...] = ()
    approved: tuple[Approval, ...] = ()


class Edition(EvaluationSettings):
    """results/<year>/edition.yml: the defaults of a year, and what single groups have apart."""

    year: Year
    title: Text
    organizer: Text
    status: Status
    groups: dict[Id, EvaluationSettings] = {}


class Ppid(Record):
    """The office that answers requests for information."""

    office: Text
    website: Url | None = None
    email: Email | None = None
    phone: Phone | None = None
    whatsapp: Phone | None = None
    address: Text | None = None


def _region_id(value: Any) -> Any:
    text = str(value)
    if text in RESERVED_IDS or (text[:1] == "v" and text[1:].isdigit()):
        raise refuse(
            message("id “{id}” dipakai situs untuk alamatnya sendiri", id=text),
            message("pakai id lain, misalnya dengan jenisnya di depan"),
        )
    return value


class Group(Record):
    """Peers: ranks and averages are only ever within a group."""

    id: Id
    name: Text


class Region(Record):
    """A public body that is evaluated. ``id`` becomes its address and never changes."""

    id: Annotated[Id, BeforeValidator(_region_id)]
    name: Text
    kind: Id
    group: Id
    code: Text | None = None
    parent: Id | None = None
    capital: Text | None = None
    also: tuple[Text, ...] = ()
    tile: Annotated[tuple[Whole, ...], Field(min_length=2, max_length=2)] | None = None
    ppid: Ppid | None = None


class Regions(Record):
    """results/regions.yml"""

    groups: Annotated[tuple[Group, ...], Field(min_length=1)]
    regions: Annotated[tuple[Region, ...], Field(min_length=1)]


class Result(Record):
    """results/<year>/<region id>.yml: what is known of one region in one year."""

    region: Id
    score: Figure[Score] | None = None
    category: Figure[Text] | None = None
    rank: Figure[RankNumber] | None = None
    indicators: dict[Id, Figure[Score]] = {}
    stage_scores: dict[Id, Figure[Score]] = {}
    target: Target | None = None
    obstacles: tuple[Obstacle, ...] = ()
    activities: tuple[Activity, ...] = ()
    statements: tuple[Statement, ...] = ()
    responses: tuple[Response, ...] = ()
    sources: tuple[Source, ...] = ()


class Stage(Record):
    id: Id
    name: Text
    weight: Number
    threshold: Score | None = None


class Question(Record):
    id: Id
    text: Text
    weight: Number
    scale: Text | None = None


class Indicator(Record):
    id: Id
    stage: Id
    name: Text
    description: Text | None = None
    weight: Number
    questions: tuple[Question, ...] = ()


class Instrument(Record):
    """results/instruments/<id>.yml: the questionnaire of an edition; weights in per cent."""

    title: Text
    year: Year
    sources: tuple[Source, ...] = ()
    stages: Annotated[tuple[Stage, ...], Field(min_length=1)]
    indicators: tuple[Indicator, ...] = ()
