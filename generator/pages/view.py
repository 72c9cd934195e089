"""What every page template has at hand, and a page's Markdown from its template."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.facts.model import Category, Fact
from generator.facts.sources import is_unsourced
from generator.format import Region
from generator.language import SITE_LANGUAGE
from generator.language.base import Language
from generator.language.catalogue import catalogue_file
from generator.pages.changes import changes
from generator.pages.cited import Cited
from generator.pages.comparing import nothing_earlier
from generator.pages.corrected import boxes
from generator.pages.corrected_words import Told
from generator.pages.labels import change_label, heard, labels, step
from generator.pages.left_out import left_out
from generator.pages.markup import Glossary, escape, html_block, known, slug, tidy
from generator.pages.meanings import meaning_href
from generator.pages.moves import moves
from generator.pages.page import Site
from generator.pages.proof import Proofs, proofs
from generator.pages.remarks import remarks
from generator.pages.signs import step_sign
from generator.pages.source_marks import source_marks
from generator.pages.take import is_ready, taking
from generator.pages.written import is_written, written
from generator.templating import SharedEnvironment, fill, safe
from generator.translating import TranslatedEnvironment

FOREIGN = Markup(f' lang="{SITE_LANGUAGE}"')  # noqa: S704 — a code
"""What an element says whose text is of the data, on a page of another language."""


def render(
    site: Site, address: str, template: str, used: set[str] | None = None, **values: Any
) -> str:
    """The Markdown of a page from its template.

    ``used`` are the terms of the glossary that the page has linked, where it has several parts.
    """
    text = part_of(site, address, template, set() if used is None else used, **values)
    return glossed(site, tidy(text))


def glossed(site: Site, text: str) -> str:
    """A page on which each category says at its first label what its name means, where the page is in
    another language than the name: ``Menuju Informatif (Towards Informative)``."""
    return glossing(site)(text)


def glossing(site: Site) -> Callable[[str], str]:
    """The same of a page that comes piece by piece."""
    own = labels(site.language).own
    left = {
        f"{own(name)}</span>": f"{own(name)} ({escape(told)})</span>"
        for name, told in meanings(site).items()
    }

    def put(text: str) -> str:
        for label in list(left):
            if label in text:
                text = text.replace(label, left.pop(label), 1)
        return text

    return put


def meanings(site: Site) -> dict[str, str]:
    """What the name of each category means, where that is told in the language of the pages; nothing in
    the language of the names."""
    code = site.language.code
    if code == SITE_LANGUAGE:
        return {}
    names = dict.fromkeys(t.id for mine in site.series for t in mine.measure.category_names)
    found = {
        name: next(filter(None, (m.measure.category_in(name, code) for m in site.series)), "")
        for name in names
    }
    return {name: told for name, told in found.items() if told}


def part_of(site: Site, address: str, template: str, used: set[str], **values: Any) -> str:
    """A part of a page from its template, to stand in that of the page."""
    glossary_href = site.link(address, Glossary.ADDRESS)

    def link(there: str, text: object, **attributes: str) -> Markup:
        more = ""
        for key, value in attributes.items():
            more += f' {key.rstrip("_")}="{escape(value)}"'
        return safe(f'<a{more} href="{escape(site.link(address, there))}">{escape(text)}</a>')  # noqa: S704

    own = labels(site.language).own

    def linked(text: str) -> Markup:
        return site.glossary.link(text, glossary_href, used)

    # Texts of the data are Indonesian, and so is the glossary whose terms they are.
    def terms(text: str) -> Markup:
        return own(linked(text))

    def say(text: str) -> Markup:
        return written(site, text, linked)

    def called(region: Region) -> tuple[str, str, str]:
        name, brief = site.names.full(region), site.names.short(region)
        before, there, after = name.partition(brief)
        return (before, there, after) if not (before and after) else ("", name, "")

    context: dict[str, Any] = {
        "site": site,
        "here": address,
        "at": site.at,
        "measure": site.measure,
        "unranked": unranked(site),
        "foreign": FOREIGN if site.language.code != SITE_LANGUAGE else Markup(""),
        "link": link,
        "terms": terms,
        "say": say,
        "left_out": partial(left_out, site),
        "written": partial(written, site),
        "linked": linked,
        "to": lambda there: site.link(address, there),
        "means": partial(meaning_href, site, address),
        "short": site.names.short,
        "called": called,
        "take": taking(site, address),
        "is_ready": partial(is_ready, site),
        "boxes": boxes(site, address),
        "corrections_of": partial(boxes, site),
        "corrections_told": Told(site),
        **values,
    }
    environment = environment_of_templates(site.language)
    if is_written(site):
        context["proof"] = proofs(site.language)
    return fill(environment.get_template(template), {**environment.globals, **context})


MOST_NAMED = 40
"""Bodies that the home page names; of more the page of their group has the list."""


def unranked(site: Site) -> str:
    """Why the bodies of a measure are not ranked."""
    told = site.measure.ranking_reason
    if told is not None:
        return told.of(site.language.code)
    return site.language.gettext("Penyelenggara tidak menyusun peringkat.")


def signed(category: Category) -> Markup:
    """The step sign of a category alone, in its colour."""
    sign = step_sign(category)
    return safe(f'<span class="rk-cat rk-cat--{step(category)}">{sign}</span>')  # noqa: S704


def dialled(number: str) -> str:
    """A telephone number as a link has it."""
    return number.replace(" ", "")


def origin(fact: Fact[Any]) -> str:
    """Whose word a figure is, in a few words."""
    if fact.source is not None:
        return fact.source.publisher or fact.source.title
    return ""


_LABELS = ("reason", "reason_before", "reason_text", "marked", "legend", "of_maximum")
"""Labels that templates have by the same name."""

_PLAIN: dict[str, Any] = {
    "MOST_NAMED": MOST_NAMED,
    "step": step,
    "heard": heard,
    "nothing_earlier": nothing_earlier,
    "nobodys_word": is_unsourced,
}
"""What templates call that is the same in every language."""

_REMARKS = (
    "each",
    "others",
    "ranked_of",
    "noted",
    "apart",
    "bounds_by",
    "own_origin",
    "own_word",
    "lacks",
    "dated",
    "silence",
    "of_totals",
)
"""Remarks that templates have by the same name."""


@cache
def environment_of_templates(language: Language) -> SharedEnvironment:
    """The templates of the pages, in a language; read once."""
    environment = TranslatedEnvironment(
        language.catalogue,
        catalogue_file(language.code),
        language.variant,
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        auto_reload=False,  # else every page asks the file system for each of its templates
        undefined=StrictUndefined,
        finalize=escape,
        texts=known,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.do"],
    )
    environment.filters |= _filters(language)
    environment.globals |= _globals(language)
    return environment


def _filters(language: Language) -> dict[str, Callable[..., Any]]:
    """What templates put a value through, in a language."""
    said = labels(language)
    return {
        "decimal": language.decimal,
        "signed": language.signed,
        "plain": language.plain_number,
        "percent": language.percent,
        "digits": language.digits,
        "count": language.count,
        "opening_count": language.opening_count,
        "capitalised": language.capitalised,
        "join_words": language.join,
        "date": language.show_date,
        "noun": language.noun,
        "group": language.group,
        "own": said.own,
        "laws": said.laws,
        "activity": said.activity,
        "institution": said.institution,
        "credit": said.credit,
        "dialled": dialled,
        "given": said.given,
        "html": html_block,
        "slug": slug,
    }


def _globals(language: Language) -> dict[str, Any]:
    """What templates call, in a language."""
    said, moved, remarked = labels(language), changes(language), remarks(language)
    return {
        "answer": said.answer,
        "cat": said.category,
        "full": lambda region: language.region(region.name, region.kind),
        "name_of": said.name_of,
        "proof": Proofs(language, said.own),
        **{name: getattr(said, name) for name in _LABELS},
        "changed": change_label,
        "moved": moved.points_moved,
        "steps_moved": moved.steps_moved,
        "category_since": moved.category_since,
        "changes": moved.changes,
        "moves": moves(language),
        "change_in_full": moved.in_full,
        "no_gap": moved.no_gap,
        "origin": origin,
        "source_marks": source_marks,
        "cited": Cited(language),
        **{name: getattr(remarked, name) for name in _REMARKS},
        "apart_told": said.apart,
        "sign": signed,
        **_PLAIN,
        "_": language.gettext,
        "ngettext": language.ngettext,
    }
