"""The years of a region as a picture: which category it had in each, and what is not known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.evaluation.model import Evaluation
from generator.facts.apart import Apart, apart
from generator.facts.model import Category, Fact, Rank, Why
from generator.facts.region import RegionFacts
from generator.language.states import STATES
from generator.pages.charts.steps import Step, steps
from generator.pages.labels import APART_MARK, labels
from generator.pages.page import Site

MOST_YEARS = 6
"""Years that fit side by side on a phone: the newest."""

History = Sequence[tuple[Evaluation, RegionFacts]]
"""Newest first."""


def years_drawn(site: Site, history: History, name: str) -> Markup:
    """The step line of a region; "" where one year alone or no category is known."""
    shown = list(history[:MOST_YEARS])[::-1]
    if not _is_drawn(shown):
        return Markup("")
    names = _names(shown)
    other = other_scales(site, shown)
    items = [
        _step(site, names, pair, before, other)
        for pair, before in zip(shown, [None, *shown], strict=False)
    ]
    told = "; ".join(
        f"{item.year}: {item.category.name if item.category else _said(site, facts, other)}"
        for item, (_e, facts) in zip(items, shown, strict=True)
    )
    title = site.language.gettext("Kategori %(name)s: %(told)s", name=name, told=told)
    return steps(items, names, title)


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year of the step line as a row: its category, or what is said instead, its score and its rank."""

    year: int
    category: Category | None
    told: str
    score: Fact[Decimal]
    rank: Fact[Rank]
    noted: bool = False
    """Whether the data have a note on its category or score, which the report of that year tells."""


def years_rows(site: Site, history: History) -> list[YearRow]:
    """What the step line of a region shows, newest first; none where it is not drawn."""
    shown = list(history[:MOST_YEARS])
    if not _is_drawn(shown):
        return []
    other = other_scales(site, shown[::-1])
    rows = []
    for evaluation, facts in shown:
        placed = _settled(facts) and evaluation.year not in other
        category = facts.category.value if placed else None
        told = "" if category else _said(site, facts, other)
        noted = bool(facts.category.note or facts.score.note)
        rows.append(YearRow(evaluation.year, category, told, facts.score, facts.rank, noted))
    return rows


def years_legend(site: Site, history: History) -> str:
    """What the marks below the years mean; "" where each year has its category."""
    shown = list(history[:MOST_YEARS])
    names, other = _names(shown[::-1]), other_scales(site, shown[::-1])
    told: dict[str, list[str]] = {}
    for pair in shown:
        item = _step(site, names, pair, None, other)
        if item.category is None:
            found, word = told.setdefault(item.mark, []), _meant(site, pair[1], other)
            if word not in found and (item.mark == APART_MARK or not found):
                found.append(word)
    return (
        "; ".join(f"{mark} {' / '.join(words)}" for mark, words in told.items()) + "."
        if told
        else ""
    )


def _meant(site: Site, facts: RegionFacts, other: Mapping[int, bool]) -> str:
    """What the mark below a year means."""
    if facts.category.contested:
        return site.language.gettext("disebut berbeda oleh sumbernya")
    return _other(site, facts, other) if facts.category else _told(site, facts)


def _said(site: Site, facts: RegionFacts, other: Mapping[int, bool]) -> str:
    """What is said of a year that has no dot."""
    if facts.category.contested or not facts.category:
        return _told(site, facts)
    return f"{facts.category.known.name} ({_other(site, facts, other)})"


def _other(site: Site, facts: RegionFacts, other: Mapping[int, bool]) -> str:
    """What is other about a category that has no dot."""
    _ = site.language.gettext
    return _("skala lain") if other.get(facts.year, True) else _("syarat kategori lain")


def other_scales(site: Site, shown: History) -> dict[int, bool]:
    """The years whose scale is known to be another than that of a later one that has a category, and
    whether in more than what its categories require; of ``shown``, oldest first."""
    placed = [evaluation for evaluation, facts in shown if _settled(facts)]
    found: dict[int, bool] = {}
    for index, old in enumerate(placed):
        unlike = [_apart(site, new, old) for new in placed[index + 1 :]]
        if any(one.scale or one.requirements for one in unlike):
            found[old.year] = any(one.scale for one in unlike)
    return found


def _apart(site: Site, new: Evaluation, old: Evaluation) -> Apart:
    """What two editions of a group differ in: for all its pages the same."""
    return site.once(("apart", new.group.id, new.year, old.year), lambda: apart(new, old))


def _is_drawn(shown: History) -> bool:
    """Whether there is a step line: of several years, of which the category of one is known."""
    return len(shown) > 1 and any(_settled(facts) for _e, facts in shown)


def _settled(facts: RegionFacts) -> bool:
    return bool(facts.category) and not facts.category.contested


def _names(shown: History) -> list[str]:
    """The categories, best first, of the newest edition whose category is known."""
    for evaluation, facts in reversed(shown):
        if _settled(facts) and evaluation.scale is not None:
            return [category.name for category in evaluation.scale.categories]
    return []


def _step(
    site: Site,
    names: Sequence[str],
    pair: tuple[Evaluation, RegionFacts],
    before: tuple[Evaluation, RegionFacts] | None,
    other: Mapping[int, bool],
) -> Step:
    evaluation, facts = pair
    category = facts.category.value
    if not _settled(facts) or category is None:
        return Step(evaluation.year, None, _mark(facts))
    known = category.of == len(names) and names[category.index] == category.name
    if not known or evaluation.year in other:
        return Step(evaluation.year, None, APART_MARK)
    change = facts.categories.value
    joined = before is not None and change is not None and change.year == before[0].year
    score = site.language.decimal(facts.score.known) if facts.score.settled else ""
    return Step(evaluation.year, category, "", score, joined)


def _why(facts: RegionFacts) -> Why:
    return (None if facts.has_result else facts.state.value) or facts.category.why or Why.UNKNOWN


def _mark(facts: RegionFacts) -> str:
    if facts.category.contested:
        return APART_MARK
    why = _why(facts)
    return STATES[why].mark if why in STATES else "·"


def _told(site: Site, facts: RegionFacts) -> str:
    if facts.category.contested:
        return " / ".join(dict.fromkeys(one.name for one in categories_of(facts)))
    return labels(site.language).reason_text(_why(facts), short=True)


def categories_of(facts: RegionFacts) -> list[Category]:
    """The category of a year, or all that sources name; none where none is known."""
    if not facts.category:
        return []
    said = (facts.category.known, *(other.value for other in facts.category.others))
    return list(dict.fromkeys(said))
