"""A page in a list of references: in the style of the APA, and for BibTeX."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.evaluation.model import Evaluation
from generator.pages.citing import edition_of
from generator.pages.page import Site


@dataclass(frozen=True, slots=True)
class Entry:
    """What a list of references needs of a page: "" where it is not known."""

    key: str
    author: str
    """Who publishes the page: the site, or who it says."""
    title: str
    year: int
    month: int | None
    day: int | None
    version: str
    site: str
    address: str
    dated: str
    """The day and month beside the year, in words: ``19 Desember``."""


def entry_of(site: Site, evaluations: Sequence[Evaluation], what: str, address: str) -> Entry:
    """The entry of a page that shows evaluations of one year; ``what`` it shows: ``Kabupaten Alfa``."""
    _, first = site.language.gettext, evaluations[0]
    date = first.published if len(evaluations) == 1 else None
    title = f"{first.measure.name.of(site.language.code)} {first.year}"
    named = dict.fromkeys(e.organizer for e in evaluations if not e.settings.organizer_note)
    if named:
        who = site.language.join(list(named))
        title = _("%(what)s oleh %(who)s", what=title, who=who)
    if what:
        title = _("Hasil %(what)s dalam %(evaluation)s", what=what, evaluation=title)
    else:
        title = _("Hasil %(what)s", what=title)
    shown = site.language.show_date(date) if date is not None and date.month else ""
    return Entry(
        "-".join(["rapor", *address.strip("/").split("/")]),
        site.publisher.name or site.title,
        site.language.capitalised(title),
        date.year if date else first.year,
        date.month if date else None,
        date.day if date else None,
        edition_of(site, first).partition(", ")[2] if len(evaluations) == 1 else "",
        site.title,
        site.full(address),
        shown.removesuffix(str(date.year)).rstrip(" ,") if date else "",
    )


def apa(entry: Entry) -> str:
    """The entry as the APA style writes it (7th edition, a report with another publisher)."""
    date = f"{entry.year}, {entry.dated}" if entry.dated else str(entry.year)
    title = f"{entry.title} ({entry.version})" if entry.version else entry.title
    told = f"{entry.author.rstrip('.')}. ({date}). {title}."
    # Who is the author is not named again as the publisher.
    published = f"{entry.site}." if entry.site != entry.author else ""
    return " ".join(part for part in (told, published, entry.address) if part)


def bibtex(entry: Entry) -> str:
    """The entry for BibTeX; the names of institutions in braces of their own, so that none is parted."""
    return "\n".join([f"@misc{{{entry.key},", *_fields(entry), "}"])


def _fields(entry: Entry) -> Iterator[str]:
    fields = {
        "author": f"{{{_tex(entry.author)}}}",
        "title": f"{{{_tex(entry.title)}}}",
        "year": str(entry.year),
        "month": str(entry.month or ""),
        "howpublished": _tex(entry.site),
        "note": _tex(entry.version),
        "url": entry.address,
    }
    for name, value in fields.items():
        if value:
            yield f"{name} = {{{value}}},"


_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{mark: rf"\{mark}" for mark in "&%$#_"},
    }
)


def _tex(text: str) -> str:
    return text.translate(_TEX)
