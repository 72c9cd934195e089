"""A page in a list of references: in the style of the APA, and for BibTeX."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from generator.evaluation.model import Evaluation
from generator.format import PartialDate
from generator.pages.editions import edition_of
from generator.pages.evaluated import evaluated
from generator.pages.page import Site


@dataclass(frozen=True, slots=True)
class Entry:
    """What a list of references needs of a page: "" where it is not known."""

    key: str
    author: str
    """Who publishes the page: the site, or who it says."""
    title: str
    year: int | None
    month: int | None
    day: int | None
    version: str
    site: str
    address: str
    dated: str
    """The day and month beside the year, in words: ``19 Desember``."""
    undated: str
    """What stands for a date that is not known: ``t.t.``"""


def entry_of(site: Site, evaluations: Sequence[Evaluation], what: str, address: str) -> Entry:
    """The entry of a page that shows evaluations of one year; ``what`` it shows: ``Kabupaten Alfa``."""
    _, first = site.language.gettext, evaluations[0]
    date = approved_on(evaluations)
    title = evaluated(site, evaluations)
    if what:
        title = _("Hasil %(what)s dalam %(evaluation)s", what=what, evaluation=title)
    else:
        title = _("Hasil %(what)s", what=title)
    shown = site.language.show_date(date) if date is not None and date.month else ""
    return Entry(
        "-".join(["rapor", *address.strip("/").split("/")]),
        site.publisher.name or site.title,
        site.language.capitalised(title),
        date.year if date else None,
        date.month if date else None,
        date.day if date else None,
        edition_of(site, first).partition(", ")[2] if len(evaluations) == 1 else "",
        site.title,
        site.full(address),
        shown.removesuffix(str(date.year)).rstrip(" ,") if date else "",
        _("t.t."),
    )


def approved_on(evaluations: Sequence[Evaluation]) -> PartialDate | None:
    """When the publication of what a page shows was last approved, if that is known of all of it.

    It dates the page. The day on which an organizer announced the results does not: that is what the
    page tells, and its title names the year (APA, 7th edition, 9.13 to 9.17).
    """
    approved = [[one.date for one in e.settings.approved if one.date] for e in evaluations]
    if not all(approved):
        return None
    return max((date for dates in approved for date in dates), key=attrgetter("first_day"))


def apa(entry: Entry) -> str:
    """The entry as the APA style writes it (7th edition, a report with another publisher)."""
    date = f"{entry.year}, {entry.dated}" if entry.dated else str(entry.year or entry.undated)
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
        "year": str(entry.year or entry.undated),
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
