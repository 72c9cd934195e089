"""What each category means, in a plain sentence on the page of the method; its name leads there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.evaluation.model import Evaluation
from generator.format import Scale
from generator.format.scale import CategoryStep
from generator.language.base import Language
from generator.pages import addresses
from generator.pages.markup import slug
from generator.pages.page import Site


@dataclass(frozen=True, slots=True)
class Meaning:
    """A category by its name, the anchor where it stands, and what it means."""

    name: str
    anchor: str
    text: str


def meanings(site: Site) -> dict[str, Meaning]:
    """What the categories of a measure mean, each by the newest scale that has it, best first."""
    return site.once(
        ("meanings", site.dataset.measure_id), lambda: {one.name: one for one in _meanings(site)}
    )


def meaning_href(site: Site, here: str, name: str) -> str:
    """Where a category is explained, as a link from the page ``here``; "" where it is not."""
    found = meanings(site).get(name)
    return site.link(here, f"{addresses.METHOD()}#{found.anchor}") if found else ""


def _meanings(site: Site) -> Iterator[Meaning]:
    evaluations = [e for year in site.dataset.years for e in site.dataset.of_year(year)]
    told: set[str] = set()
    for evaluation in evaluations:
        if evaluation.scale is None:
            continue
        ranges = bounds_of(site.language, evaluation.scale)
        for index, category in enumerate(evaluation.scale.categories):
            if category.name in told:
                continue
            told.add(category.name)
            others = any(_differs(e.scale, category) for e in evaluations if e.scale is not None)
            text = _text(site, evaluation, index, ranges[index], others=others)
            anchor = f"{slug(site.dataset.prefix)}kategori-{slug(category.name)}"
            yield Meaning(category.name, anchor, text)


def _differs(scale: Scale, category: CategoryStep) -> bool:
    """Whether a category of this name is known to begin at another score in a scale."""
    known = {one.minimum for one in scale.categories if one.name == category.name} - {None}
    return category.minimum is not None and bool(known - {category.minimum})


def _text(site: Site, evaluation: Evaluation, index: int, range_: str, *, others: bool) -> str:
    language = site.language
    _, number = language.gettext, len(evaluation.scale.categories) if evaluation.scale else 0
    if index == 0:
        step = _("kategori tertinggi dari %(of)s", of=language.count(number))
    elif index == number - 1:
        step = _("kategori terendah dari %(of)s", of=language.count(number))
    else:
        place = language.ordinal(index + 1)
        step = _("kategori %(place)s dari %(of)s", place=place, of=language.count(number))
    noun = language.noun(evaluation.group.name)
    where = _("dalam skala %(noun)s %(year)s", noun=noun, year=evaluation.year)
    bounds = _("skor %(range)s", range=range_) if range_ else _("batas skornya belum diketahui")
    text = f"{language.capitalised(step)} {where}: {bounds}."
    more = _("Edisi lain memakai batas lain.")
    return f"{text} {more}" if others else text


def bounds_of(language: Language, scale: Scale) -> list[str]:
    """For each category its range in words of the scale, from its minimum to below the next; ""
    where it has no minimum."""
    found = []
    above = None
    plain = language.plain_number
    for item in scale.categories:
        if item.minimum is None:
            found.append("")
        elif above is None:
            found.append(f"{plain(item.minimum)}–{plain(scale.maximum)}")
        else:
            found.append(
                language.gettext(
                    "%(least)s sampai di bawah %(above)s",
                    least=plain(item.minimum),
                    above=plain(above),
                )
            )
        above = item.minimum
    return found
