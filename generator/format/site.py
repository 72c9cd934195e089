"""The model of ``mkdocs.yml``: the plugin's options, and the keys of MkDocs that count here too.

The same model checks what MkDocs hands to the plugin and what the command reads by itself.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args
from urllib.parse import quote

from pathspec.gitignore import GitIgnoreSpec
from pydantic import AfterValidator, BeforeValidator, Field

from generator.format.base import Record
from generator.format.problems import message
from generator.format.scalars import Id, Text, Url, refuse, scalar

PLUGIN = "rapor"
"""The plugin's name under ``plugins:``, and that of the theme, without which it has no pages."""

_TRUE = frozenset({"true", "yes", "on"})
_FALSE = frozenset({"false", "no", "off"})


def _switch(value: Any) -> bool:
    """MkDocs reads YAML 1.1, in which ``yes`` and ``On`` are true as well."""
    text = scalar(value)
    known = text.lower() if text in (text.lower(), text.upper(), text.capitalize()) else ""
    if known not in _TRUE | _FALSE:
        raise refuse(
            message("“{text}” bukan true atau false", text=text), message("tulis true atau false")
        )
    return known in _TRUE


def _patterns(value: Any) -> str:
    """Lines of patterns; their breaks and spaces stay."""
    scalar(value)
    try:
        GitIgnoreSpec.from_lines(value.splitlines())
    except ValueError as error:
        raise refuse(
            message("pola tidak terbaca ({said})", said=str(error)),
            message("tulis pola seperti dalam .gitignore, satu di tiap baris"),
        ) from error
    return str(value)


def _theme(value: Any) -> str:
    """The name of a theme, written by itself or among the theme's options; "" if it has none."""
    name = value.get("name", "") if isinstance(value, dict) else value
    return scalar(name) if name != "" else ""


Switch = Annotated[bool, BeforeValidator(_switch)]
Patterns = Annotated[str, BeforeValidator(_patterns)]
ThemeName = Annotated[str, BeforeValidator(_theme)]


LanguageCode = Literal["id", "en"]
"""A language that pages can be in."""


def _each_once(codes: tuple[LanguageCode, ...]) -> tuple[LanguageCode, ...]:
    """One language or more, none twice."""
    if not codes or len(set(codes)) < len(codes):
        raise refuse(
            message("bukan satu bahasa atau lebih, masing-masing sekali"),
            message("tulis misalnya [id, en], atau [id] untuk bahasa Indonesia saja"),
        )
    return codes


Languages = Annotated[tuple[LanguageCode, ...], AfterValidator(_each_once)]
"""The languages of a site: the first at its root, each other below a folder of its code."""

FileKind = Literal["csv", "xlsx", "json", "region_json"]
"""Kinds of files to download, each of which a site can do without."""


class Publisher(Record):
    """Who publishes the site (not who evaluates); "" where it is not said."""

    name: Text = Field(
        "",
        description="Nama penerbit; bila tidak ditulis, belum disebut.",
        examples=["Komisi Informasi Provinsi Contoh"],
    )
    official: Switch = Field(False, description="true: situs resmi badan publik.", examples=[True])
    responsible: Text = Field("", description="Penanggung jawab situs.", examples=["Nama Pejabat"])
    contact: Text = Field(
        "",
        description="Alamat surel, alamat web, atau keterangan lain.",
        examples=["ppid@contoh.go.id", "https://contoh.go.id"],
    )
    text_license: Text = Field(
        "", description="Lisensi teks, misalnya CC BY 4.0.", examples=["CC BY 4.0"]
    )
    data_license: Text = Field("", description="Lisensi data.", examples=["CC0 1.0"])

    @property
    def contact_url(self) -> str:
        """The contact as a link: an address, or a mail address; "" if it is neither."""
        if self.contact.startswith(("https://", "http://", "mailto:")):
            return self.contact
        return f"mailto:{self.contact}" if "@" in self.contact and " " not in self.contact else ""

    def report_url(self, subject: str, body: str) -> str:
        """The contact as a link that begins a report: a letter gets its subject and text; "" if the
        contact is no link."""
        url = self.contact_url
        if not url.startswith("mailto:"):
            return url
        # RFC 6068: the lines of a body end with CRLF.
        lines = quote(body.replace("\n", "\r\n"), safe="")
        return f"{url}{'&' if '?' in url else '?'}subject={quote(subject, safe='')}&body={lines}"


class Options(Record):
    """What stands under ``plugins: - rapor:``."""

    publisher: Publisher = Field(
        Publisher(),
        description="Penerbit situs.",
        examples=[{"name": "Komisi Informasi Provinsi Contoh", "official": True}],
    )
    measure: Id = Field("kip", description="Id ukuran utama situs ini.", examples=["kip"])
    results: Text = Field(
        "results", description="Folder data, dari folder mkdocs.yml.", examples=["results"]
    )
    languages: Languages = Field(
        ("id", "en"),
        description="Bahasa halaman: yang pertama di alamat utama, yang lain di bawah /en/ (atau /id/).",
        examples=[["id"], ["id", "en"]],
    )
    language: LanguageCode | None = Field(
        None,
        description="Bahasa halaman bila hanya satu; sama dengan languages: [en]. Jangan tulis keduanya.",
        examples=["en"],
    )
    messages: Literal["id", "en"] | None = Field(
        None, description="Bahasa pesan; bila tidak ditulis, menurut komputernya.", examples=["en"]
    )
    analysis: Switch = Field(
        False, description="true: tampilkan juga hitungan situs.", examples=[True]
    )
    design_page: Switch = Field(
        False,
        description="true: tambahkan halaman contoh tampilan, /tentang/desain/.",
        examples=[True],
    )
    find: Switch = Field(True, description="false: tanpa pencarian nama wilayah.", examples=[False])
    compare: Switch = Field(
        True, description="false: tanpa halaman perbandingan, /bandingkan/.", examples=[False]
    )
    search: Switch = Field(
        True, description="false: tanpa pencarian di seluruh teks, /cari/.", examples=[False]
    )
    files: tuple[FileKind, ...] = Field(
        get_args(FileKind),
        description="Berkas untuk diunduh; [] untuk tidak satu pun. region_json: satu berkas tiap wilayah.",
        examples=[["csv", "xlsx"]],
    )
    manifest: Switch = Field(
        True,
        description="false: tanpa SHA256SUMS dan /data/manifest.json.",
        examples=[False],
    )
    preview: Switch = Field(
        False,
        description="true: bangun juga draf dan yang masih diembargo, dan minta mesin pencari melewatkannya.",
        examples=[True],
    )
    enabled: Switch = Field(
        True, description="false: MkDocs tidak menjalankan plugin ini.", examples=[False]
    )


class Plugins(Record):
    """What stands under ``plugins:``; other plugins are their own business."""

    rapor: Options = Field(
        Options(),
        description="Opsi plugin rapor.",
        examples=[{"languages": ["id"], "analysis": True}],
    )


class SiteFile(Record):
    """mkdocs.yml, as far as it is read here."""

    site_name: Text = Field(description="Nama situs.", examples=["Rapor Kalimantan Selatan"])
    site_url: Url | None = Field(
        None, description="Alamat web situs.", examples=["https://rapor.contoh.id/"]
    )
    docs_dir: Text = Field(
        "docs", description="Folder prosa, dari folder mkdocs.yml.", examples=["content"]
    )
    exclude_docs: Patterns = Field(
        "", description="Pola berkas prosa yang tidak diterbitkan.", examples=["*.txt"]
    )
    use_directory_urls: Switch = Field(
        True, description="false: alamat berakhir .html.", examples=[False]
    )
    theme: ThemeName = Field(
        "mkdocs", description="Tema situs; harus rapor.", examples=[{"name": "rapor"}]
    )
    plugins: Plugins = Field(
        Plugins(),
        description="Plugin MkDocs; di bawah rapor opsi situs ini.",
        examples=[{"rapor": {"results": "results"}}],
    )
