"""What every page template has at hand, and a page's Markdown from its template."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.facts.model import Category, Fact, PointChange, Rule, Why
from generator.facts.region import RegionFacts
from generator.language import indonesian as words
from generator.language.names import group_noun
from generator.news import Evidence, Sentence
from generator.news.sentences import phrases
from generator.pages import addresses, remarks
from generator.pages.markup import Glossary, escape, html_block, slug, tidy
from generator.pages.page import Site
from generator.templating import SharedEnvironment, fill, safe

SHORT_REASONS = {
    Why.UNKNOWN: "belum diketahui",
    Why.NOT_ANNOUNCED: "belum diumumkan",
    Why.PEERS_UNKNOWN: "tidak dihitung",
    Why.SOLE_PARTICIPANT: "tidak dihitung",
    Why.NO_BOUNDS: "tanpa batas",
    Why.NO_SCALE: "tanpa skala",
    Why.NO_EARLIER: "edisi pertama",
    Why.NOT_COMPARABLE: "tidak sebanding",
    Why.STOPPED: "tidak lolos satu tahap",
}
"""What the cells of a table say instead; below the table stands what they mean in full."""


@cache
def reason_text(why: Why, short: bool = False) -> str:
    """Why a figure is missing, in the words of the site; never swapped, never an empty cell."""
    return (short and SHORT_REASONS.get(why)) or phrases().label(f"why-{Why(why).value}")


def render(site: Site, address: str, template: str, **values: Any) -> str:
    """The Markdown of a page from its template."""
    used: set[str] = set()
    glossary_href = site.link(address, Glossary.ADDRESS)

    def link(there: str, text: object, **attributes: str) -> Markup:
        more = ""
        for key, value in attributes.items():
            more += f' {key.rstrip("_")}="{escape(value)}"'
        return safe(f'<a{more} href="{escape(site.link(address, there))}">{escape(text)}</a>')  # noqa: S704

    def terms(text: str) -> Markup:
        return site.glossary.link(text, glossary_href, used)

    context: dict[str, Any] = {
        "site": site,
        "here": address,
        "link": link,
        "terms": terms,
        "to": lambda there: site.link(address, there),
        "short": site.names.short,
        **values,
    }
    environment = environment_of_templates()
    return tidy(fill(environment.get_template(template), {**environment.globals, **context}))


def category_label(category: Category, text: str = "") -> Markup:
    """The label of a category: its name, with a mark that does not rely on colour."""
    name = escape(text or category.name)
    if category.color:
        swatch = (
            '<svg class="rk-swatch" viewBox="0 0 10 10" aria-hidden="true">'
            f'<rect width="10" height="10" fill="{escape(category.color)}"></rect></svg>'
        )
        return safe(f'<span class="rk-cat">{swatch}{name}</span>')  # noqa: S704
    return safe(f'<span class="rk-cat rk-cat--{step(category)}">{name}</span>')  # noqa: S704


def step(category: Category) -> int:
    """The place of a category among five steps, 1 best: scales have other numbers of categories."""
    if category.of <= 1:
        return 1
    return (
        1 + round(category.index * 4 / (category.of - 1))
        if category.of != 5
        else category.index + 1
    )


def reason(why: Why, short: bool = False) -> Markup:
    return safe(f'<span class="rk-none">{escape(reason_text(why, short))}</span>')  # noqa: S704


def reason_of_change(fact: Fact[Any], facts: RegionFacts) -> Markup:
    """Why there is no change: what is missing of the earlier edition is said to be of that one."""
    why = fact.why or Why.UNKNOWN
    if facts.has_result and why in EARLIER:
        told = f"{reason_text(why, short=True)} pada edisi sebelumnya"
        return Markup('<span class="rk-none">{}</span>').format(told)
    return reason(why)


EARLIER = frozenset((Why.ABSENT, Why.NOT_ASSESSED, Why.STOPPED))
"""What a body with a result can have lacked in the edition before."""


def change_label(number: Decimal | int, text: str) -> Markup:
    direction = "up" if number > 0 else "down" if number < 0 else "same"
    return safe(f'<span class="rk-change rk-change--{direction}">{escape(text)}</span>')  # noqa: S704


def points_moved(change: PointChange) -> Markup:
    """A change in points with its year; none is no number."""
    if change.points == 0:
        return change_label(0, f"tetap dari {change.year}")
    return change_label(change.points, f"{words.signed(change.points)} poin dari {change.year}")


def proof(sentences: Sequence[Sentence]) -> Markup:
    """``Dari mana kalimat ini?``: the facts of each sentence, their places and sources.

    Written here and not in a template: it is on every page several times, and a third of its text.
    """
    parts = ['<details class="rk-proof"><summary>Dari mana kalimat ini?</summary>']
    for sentence in sentences:
        if len(sentences) > 1:
            parts.append(f"<p>{escape(opening(sentence))}</p>")
        parts.append("<ul>")
        parts += [_fact(item) for item in sentence.evidence]
        parts.append("</ul>")
    parts.append("</details>")
    return safe("\n".join(parts))  # noqa: S704 — every value is escaped


@lru_cache(maxsize=1000)
def _fact(item: Evidence) -> str:
    """One fact as a list item; what all texts of an edition share is written once."""
    origin = ""
    if item.rule is not Rule.PUBLISHED:
        origin = "dihitung dari " if item.places else "dihitung"
    if item.places:
        origin += f"<code>{escape(told_places(item))}</code>"
    for who in item.publishers:
        origin += f"; {escape(who)}"
    return f"<li>{escape(item.label)}: {escape(item.value)} <small>{origin}</small></li>"


def told_places(item: Evidence) -> str:
    """File and line of a fact's first inputs; of many, how many more there are."""
    shown = [f"{place.file}:{place.line}" for place in item.places[:MOST_PLACES]]
    more = len(item.places) - len(shown)
    return ", ".join(shown) + (f" dan {more} tempat lain" if more else "")


MOST_PLACES = 3
"""Places that a page names for one fact; `rapor explain` tells more."""


def opening(sentence: Sentence) -> str:
    """The first words of a sentence, enough to recognise it."""
    found = sentence.text.split()
    return sentence.text if len(found) <= 7 else " ".join(found[:6]) + " …"


def origin(fact: Fact[Any]) -> str:
    """Whose word a figure is, in a few words."""
    if fact.source is not None:
        return fact.source.publisher or fact.source.title
    return ""


@cache
def environment_of_templates() -> SharedEnvironment:
    """The templates of the pages, read once."""
    folder = Path(__file__).parent / "templates"
    environment = SharedEnvironment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        auto_reload=False,  # else every page asks the file system for each of its templates
        undefined=StrictUndefined,
        finalize=escape,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.do"],
    )
    filters: dict[str, Callable[..., Any]] = {
        "decimal": words.decimal,
        "signed": words.signed,
        "plain": words.plain_number,
        "digits": words.digits,
        "count": words.count,
        "capitalised": words.capitalised,
        "join_words": words.join,
        "date": words.show_date,
        "html": html_block,
        "slug": slug,
        "noun": group_noun,
    }
    environment.filters |= filters
    environment.globals |= {
        "at": addresses,
        "cat": category_label,
        "proof": proof,
        "reason": reason,
        "changed": change_label,
        "moved": points_moved,
        "no_change": reason_of_change,
        "origin": origin,
        "others": remarks.others,
        "noted": remarks.noted,
        "own_origin": remarks.own_origin,
        "silence": remarks.silence,
        "of_totals": remarks.of_totals,
        "step": step,
    }
    return environment


def changes(facts: RegionFacts) -> Markup:
    """What changed, category first, then score, then rank; each with its year."""
    parts: list[Markup] = []
    if facts.categories.value is not None:
        change = facts.categories.value
        if change.steps:
            verb = "naik" if change.steps > 0 else "turun"
            text = f"{verb} {words.count(abs(change.steps))} kategori dari {change.year}"
        else:
            text = f"kategori tetap dari {change.year}"
        parts.append(change_label(change.steps, text))
    if facts.points.value is not None:
        points = facts.points.value
        parts.append(
            points_moved(points)
            if points.points
            else change_label(0, f"skor tetap dari {points.year}")
        )
    if facts.places.value is not None:
        places = facts.places.value
        if places.places:
            verb = "naik" if places.places > 0 else "turun"
            number = words.count(abs(places.places))
            # One of several published values is no ground for a difference.
            moved = f"peringkat {verb}" if places.others else f"{verb} {number} peringkat"
            text = f"{moved} dari {places.year}"
        else:
            text = f"peringkat tetap dari {places.year}"
        parts.append(change_label(places.places, text))
    if not parts:
        why = facts.categories.why or facts.points.why
        if facts.has_result and why in EARLIER:
            told = f"sebelumnya {reason_text(why, short=True)}"
            return Markup('<span class="rk-none">{}</span>').format(told)
        return reason(why, short=True) if why else Markup("")
    return safe(f'<span class="rk-changes">{"<br>".join(parts)}</span>')  # noqa: S704 — labels
