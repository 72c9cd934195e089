"""What the models of all files share: records, figures, sources."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import FunctionType, MappingProxyType
from typing import Any, ClassVar, Generic, Literal, Self, TypeVar, cast

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from generator.format.problems import message
from generator.format.scalars import Date, Id, Text, Truth, Url, refuse

T = TypeVar("T")


class Record(BaseModel):
    """A group of keys: unknown keys are refused, and nothing changes after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Brief(Record):
    """A record that may also be written as the value of its key ``main`` alone."""

    main: ClassVar[str]

    @model_validator(mode="before")
    @classmethod
    def _long_form(cls, value: Any) -> Any:
        """With ``main = "id"``, ``skor`` is the short form of ``{id: skor}``."""
        return value if isinstance(value, dict) else {cls.main: value}

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        record = handler.resolve_ref_schema(handler(core_schema))
        return {"anyOf": [dict(record["properties"][cls.main]), dict(record)]}


R = TypeVar("R", bound=Record)

NONE: Mapping[Any, Any] = MappingProxyType({})
"""The one empty mapping of all plain records."""


def plain(record: R) -> R:
    """A checked record as an object with slots, with the same fields, properties and methods.

    What pydantic makes holds a mapping and a set of its own, a kilobyte for a result of one score;
    a country has 84,000 of them. It is no ``BaseModel`` any more, and nothing can be set in it.
    """
    kind = type(record)
    made = object.__new__(_plain_kind(kind))
    for name, value in record.__dict__.items():
        object.__setattr__(made, name, _plain_value(value))
    return cast(R, made)


def altered(record: R, **values: Any) -> R:
    """A plain record with other values of some of its fields; the record itself stays as it is."""
    kind = type(record)
    made = object.__new__(kind)
    for name in cast(Any, kind).__slots__:
        object.__setattr__(made, name, values.get(name, getattr(record, name)))
    return made


def _plain_value(value: Any) -> Any:
    if isinstance(value, Record):
        return plain(value)
    if isinstance(value, tuple):
        return tuple([_plain_value(item) for item in value])
    if isinstance(value, dict):
        return {key: _plain_value(item) for key, item in value.items()} or NONE
    return value


class _Plain:
    """What all plain records have in common."""

    __slots__: tuple[str, ...] = ()

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} is not to be changed")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        told = (f"{name}={getattr(self, name)!r}" for name in self.__slots__)
        return f"{type(self).__name__}({', '.join(told)})"

    def _values(self) -> tuple[Any, ...]:
        return tuple([getattr(self, name) for name in self.__slots__])


@cache
def _plain_kind(kind: type[Record]) -> type[_Plain]:
    own = {
        name: value
        for base in reversed(kind.__mro__)
        if issubclass(base, Record) and base is not Record
        for name, value in vars(base).items()
        if isinstance(value, property | FunctionType)
        and (
            not name.startswith("_") or (name == "__hash__" and value.__module__ == base.__module__)
        )
    }
    return type(kind.__name__, (_Plain,), {"__slots__": tuple(kind.model_fields), **own})


class Other(Record, Generic[T]):
    """Another value that was published for the same figure, and where."""

    value: T = Field(description="Nilai lain yang juga dipublikasikan.", examples=[78])
    source: Id | None = Field(None, description="Id sumber nilai itu.", examples=["surat"])


class Figure(Brief, Generic[T]):
    """A published figure with what there is to say about it.

    Either ``value`` or ``not_published: true`` (a source says that there is none).
    """

    main: ClassVar[str] = "value"

    value: T | None = Field(
        None,
        description="Nilai seperti yang dipublikasikan; wajib, kecuali not_published: true.",
        examples=[80],
    )
    not_published: Truth = Field(
        False,
        description="true: sumber menyatakan bahwa angka ini tidak dipublikasikan.",
        examples=[True],
    )
    note: Text | None = Field(
        None,
        description="Penjelasan, misalnya bila angka ini bertentangan dengan skala.",
        examples=["Dibulatkan oleh penyelenggara."],
    )
    source: Id | None = Field(None, description="Id sumber angka ini.", examples=["antara"])
    unsourced: Truth = Field(
        False,
        description="true: sumber angka ini belum diketahui; sumber bawaan edisi tidak menyebutnya.",
        examples=[True],
    )
    others: tuple[Other[T], ...] = Field(
        (),
        description="Nilai lain yang dipublikasikan untuk hal yang sama.",
        examples=[[{"value": 78, "source": "surat"}]],
    )

    @model_validator(mode="after")
    def _value_or_not_published(self) -> Self:
        if (self.value is None) != self.not_published:
            raise refuse(
                message("perlu tepat satu dari “value” dan “not_published: true”"),
                message("tulis nilainya, atau “not_published: true” bila sumber menyatakannya"),
            )
        if self.unsourced and (self.source or self.not_published):
            raise refuse(
                message("ada “unsourced: true”, padahal sumbernya disebut"),
                message("hapus salah satunya"),
            )
        if self.not_published and self.others:
            raise refuse(
                message("ada “others”, padahal “not_published: true”"),
                message("tulis salah satu nilai itu sebagai “value”"),
            )
        return self

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        record = handler.resolve_ref_schema(handler(core_schema))
        value = record["properties"]["value"]
        short = next(kind for kind in value["anyOf"] if kind.get("type") != "null")
        # null is how a model says "not there"; an editor must not offer it.
        told = {key: value[key] for key in ("description", "examples")}
        record["properties"]["value"] = {**short, **told}
        return {"anyOf": [short, dict(record)]}


class Amount(Figure[T], Generic[T]):
    """A figure that its source may give inexactly: a score, a rank."""

    exact: Truth = Field(
        True,
        description=(
            "Hanya untuk skor dan peringkat. false: sumber menyebutnya kira-kira atau sedikitnya, "
            "misalnya “780+”; tidak diperingkat, tidak dirata-rata, dan tidak menjadi judul."
        ),
        examples=[False],
    )


SourceKind = Literal["decision", "commission", "government", "press"]


class Source(Record):
    """Where something was published. ``id`` is unique within a year."""

    id: Id = Field(
        description="Nama pendek sumber ini, untuk ditulis di “source”.", examples=["antara"]
    )
    title: Text = Field(
        description="Judul berita, dokumen, atau pidato.", examples=["Laporan hasil evaluasi"]
    )
    publisher: Text | None = Field(None, description="Yang menerbitkan.", examples=["Antara"])
    date: Date | None = Field(
        None,
        description="Tanggal terbit: 2025, 2025-12, atau 2025-12-19.",
        examples=["2025-12-19", "2025-12"],
    )
    url: Url | None = Field(
        None, description="Alamat web lengkap.", examples=["https://contoh.id/berita"]
    )
    kind: SourceKind | None = Field(
        None,
        description="Jenis sumber: decision keputusan penetapan hasil, commission komisi atau penyelenggara lain, "
        "government pemerintah atau badan publik, press pers. Bila tidak ditulis, yang diterbitkan "
        "penyelenggara evaluasinya sendiri disebut demikian; selain itu jenisnya tidak disebut.",
        examples=["press"],
    )

    @property
    def publisher_apart(self) -> str | None:
        """The publisher, unless the title names it already: “Berita Antara tentang hasil”."""
        named = self.publisher is not None and self.publisher in self.title
        return None if named else self.publisher

    def __hash__(self) -> int:
        """Of what tells sources apart; pydantic would hash all fields at each look-up."""
        return hash((self.id, self.title))


class Activity(Record):
    """A step of the cycle; ``title`` continues "Pada <date>, <by> …" as a verb phrase."""

    date: Date = Field(description="Tanggal kegiatan.", examples=["2025-10-21"])
    kind: Text = Field(
        description="Jenis kegiatan, misalnya sosialisasi atau asistensi.", examples=["asistensi"]
    )
    title: Text = Field(
        description="Lanjutan kalimat “Pada <tanggal>, <pelaku> …”, diawali kata kerja.",
        examples=["mengunjungi PPID"],
    )
    by: Text | None = Field(None, description="Pelaku kegiatan.", examples=["Diskominfo"])
    source: Id | None = Field(None, description="Id sumber.", examples=["antara"])
