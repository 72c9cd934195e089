"""The model of ``results/regions.yml``: the public bodies that are evaluated."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from generator.format.base import Record, plain
from generator.format.problems import message
from generator.format.scalars import (
    AddressId,
    Email,
    Id,
    Phone,
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

    office: Text = Field(description="Nama PPID.")
    website: Url | None = Field(None, description="Alamat web lengkap.")
    email: Email | None = Field(None, description="Alamat surel.")
    phone: Phone | None = Field(None, description="Nomor telepon, dalam tanda kutip.")
    whatsapp: Phone | None = Field(None, description="Nomor WhatsApp, dalam tanda kutip.")
    address: Text | None = Field(None, description="Alamat kantor.")

    @property
    def reachable(self) -> bool:
        """Whether any way to reach the office is known."""
        return any((self.website, self.email, self.phone, self.whatsapp, self.address))


class Group(Record):
    """Peers: ranks and averages are only ever within a group.

    ``partial: true``: regions.yml names only some of the bodies of the group, so that nothing
    follows from all of the named ones being known.
    """

    id: Id = Field(description="Id kelompok, misalnya kabupaten-kota.")
    name: Text = Field(description="Nama kelompok.")
    partial: Truth = Field(
        default=False,
        description="true: regions.yml hanya memuat sebagian badan publik kelompok ini.",
    )


class Region(Record):
    """A public body that is evaluated. ``id`` becomes its address and never changes."""

    id: Annotated[AddressId, BeforeValidator(_not_reserved)] = Field(
        description="Menjadi alamat halaman dan tidak pernah diubah, misalnya kota-banjarbaru."
    )
    name: Text = Field(description="Nama lengkap, misalnya Kota Banjarbaru.")
    kind: Id = Field(description="Jenis: kabupaten, kota, provinsi, opd, vertikal, …")
    group: Id = Field(description="Id kelompok; peringkat dan rata-rata hanya di dalamnya.")
    code: Text | None = Field(None, description="Kode wilayah Kementerian Dalam Negeri.")
    parent: Id | None = Field(None, description="Id wilayah yang membawahi.")
    capital: Text | None = Field(None, description="Ibu kota.")
    also: tuple[Text, ...] = Field((), description="Nama pendek dan nama lama.")
    tile: Annotated[tuple[TilePlace, ...], Field(min_length=2, max_length=2)] | None = Field(
        None, description="Letak petak di peta: [kolom, baris], dari 0 di kiri atas."
    )
    ppid: Ppid | None = Field(None, description="Pejabat Pengelola Informasi dan Dokumentasi.")


PlainRegion = Annotated[Region, AfterValidator(plain)]
"""Made plain one by one: all of them as pydantic makes them take as much room as all results."""


class Regions(Record):
    """results/regions.yml"""

    groups: Annotated[tuple[Group, ...], Field(min_length=1)] = Field(
        description="Kelompok yang dibandingkan satu sama lain."
    )
    regions: Annotated[tuple[PlainRegion, ...], Field(min_length=1)] = Field(
        description="Wilayah dan badan publik."
    )
