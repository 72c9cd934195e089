"""The model of ``results/regions.yml``: the public bodies that are evaluated."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from generator.format.base import Record, plain
from generator.format.document import Document, Value
from generator.format.guess import RegionGuesser
from generator.format.problems import message
from generator.format.scalars import (
    AddressId,
    Date,
    Email,
    Id,
    Phone,
    RegionId,
    Text,
    TilePlace,
    Truth,
    Url,
    refuse,
)

RESERVED_IDS = frozenset(
    {"indikator", "pertanyaan", "kendala", "kelompok", "papan", "siaran-pers", "edition"}
)
"""Addresses below a year that no region may take, and the file that is no region's; so are ``v``
and digits."""


def _not_reserved(value: Any) -> Any:
    if isinstance(value, str):
        text = value.strip()
        if text in RESERVED_IDS or (text[:1] == "v" and text[1:].isdigit()):
            raise refuse(
                message("id “{id}” dipakai situs untuk alamatnya sendiri", id=text),
                message("pakai id lain, misalnya dengan jenisnya di depan"),
            )
    return value


class Ppid(Record):
    """The office that answers requests for information."""

    office: Text = Field(description="Nama PPID.", examples=["PPID Kabupaten Balangan"])
    website: Url | None = Field(
        None, description="Alamat web lengkap.", examples=["https://ppid.contoh.go.id"]
    )
    email: Email | None = Field(None, description="Alamat surel.", examples=["ppid@contoh.go.id"])
    phone: Phone | None = Field(
        None, description="Nomor telepon, dalam tanda kutip.", examples=["+62 511 123456"]
    )
    whatsapp: Phone | None = Field(
        None, description="Nomor WhatsApp, dalam tanda kutip.", examples=["+62 811 123456"]
    )
    address: Text | None = Field(
        None, description="Alamat kantor.", examples=["Jalan Jenderal Sudirman 1, Paringin"]
    )

    @property
    def reachable(self) -> bool:
        """Whether any way to reach the office is known."""
        return any((self.website, self.email, self.phone, self.whatsapp, self.address))


class Founding(Record):
    """Since when a region exists: earlier editions cannot have evaluated it."""

    date: Date = Field(description="Tanggal dibentuk.", examples=["2022-07-25"])
    by: Text | None = Field(
        None,
        description="Yang membentuknya.",
        examples=["Undang-Undang Nomor 15 Tahun 2022"],
    )


class Group(Record):
    """Peers: ranks and averages are only ever within a group.

    ``partial: true``: regions.yml names only some of the bodies of the group, so that nothing
    follows from all of the named ones being known.
    """

    id: AddressId = Field(description="Id kelompok.", examples=["kabupaten-kota"])
    name: Text = Field(description="Nama kelompok.", examples=["Kabupaten/kota"])
    partial: Truth = Field(
        default=False,
        description="true: regions.yml hanya memuat sebagian badan publik kelompok ini.",
        examples=[True],
    )


class Region(Record):
    """A public body that is evaluated. ``id`` becomes its address and never changes."""

    id: Annotated[AddressId, BeforeValidator(_not_reserved)] = Field(
        description="Menjadi alamat halaman dan tidak pernah diubah; kota diawali kota-, provinsi provinsi-.",
        examples=["balangan", "kota-banjarbaru", "provinsi-kalimantan-selatan"],
    )
    name: Text = Field(description="Nama lengkap.", examples=["Kabupaten Balangan"])
    kind: Id = Field(
        description="Jenis badan publik.", examples=["kabupaten", "kota", "provinsi", "opd"]
    )
    group: Id = Field(
        description="Id kelompok; peringkat dan rata-rata hanya di dalamnya.",
        examples=["kabupaten-kota"],
    )
    code: Text | None = Field(
        None, description="Kode wilayah Kementerian Dalam Negeri.", examples=["63.11"]
    )
    parent: RegionId | None = Field(
        None, description="Id wilayah yang membawahi.", examples=["provinsi-kalimantan-selatan"]
    )
    capital: Text | None = Field(None, description="Ibu kota.", examples=["Paringin"])
    founded: Founding | None = Field(
        None,
        description="Kapan wilayah ini dibentuk; edisi tahun-tahun sebelumnya tidak memuatnya.",
        examples=[{"date": "2022-07-25", "by": "Undang-Undang Nomor 15 Tahun 2022"}],
    )
    also: tuple[Text, ...] = Field(
        (),
        description="Nama pendek dan nama lama; yang pertama menjadi label pendek di peta petak.",
        examples=[["Blg"]],
    )
    tile: Annotated[tuple[TilePlace, ...], Field(min_length=2, max_length=2)] | None = Field(
        None,
        description="Letak petak di peta: [kolom, baris], dari 0 di kiri atas.",
        examples=[[2, 1]],
    )
    ppid: Ppid | None = Field(
        None,
        description="Pejabat Pengelola Informasi dan Dokumentasi.",
        examples=[{"office": "PPID Kabupaten Balangan"}],
    )

    def existed(self, year: int) -> bool:
        """Whether it is not known to have been founded after a year."""
        return self.founded is None or self.founded.date.year <= year


PlainRegion = Annotated[Region, AfterValidator(plain)]
"""Made plain one by one: all of them as pydantic makes them take as much room as all results."""


class Regions(Record):
    """results/regions.yml"""

    groups: Annotated[tuple[Group, ...], Field(min_length=1)] = Field(
        description="Kelompok yang dibandingkan satu sama lain.",
        examples=[[{"id": "kabupaten-kota", "name": "Kabupaten/kota"}]],
    )
    regions: Annotated[tuple[PlainRegion, ...], Field(min_length=1)] = Field(
        description="Wilayah dan badan publik.",
        examples=[
            [
                {
                    "id": "balangan",
                    "name": "Kabupaten Balangan",
                    "kind": "kabupaten",
                    "group": "kabupaten-kota",
                }
            ]
        ],
    )


def guesser(document: Document) -> RegionGuesser:
    """For the ids of a list of regions, right or wrong, as it was written."""
    listed = document.data.get("regions")
    return RegionGuesser(
        (
            id_,
            [
                name
                for name in (item.get("name"), *_texts(item.get("also")))
                if isinstance(name, str)
            ],
        )
        for item in (listed if isinstance(listed, list) else ())
        if isinstance(item, dict) and isinstance(id_ := item.get("id"), str)
    )


def _texts(value: Value) -> list[Value]:
    return value if isinstance(value, list) else []
