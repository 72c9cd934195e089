"""How alike the articles of a site are: ``python -m benchmarks.sameness SITE``.

For each group and year of two articles or more, notices apart: how many leads are distinct when
names and numbers are masked, the largest share of one such lead, how many sentences two articles
have in common (of all that either has but the line with the date, masked; mean and highest over the
pairs of a group), and which share of a page's words stands on its neighbour's page too (the next by name).

Of bodies of which the same is known the same can be said: where eleven have one category and nothing
else is recorded of them, their articles cannot differ. So each measure stands twice: over all
articles, and over those whose facts differ: a lead is counted once for each set of facts, and a pair
whose facts are the same is left out. Numbers are facts: 91.13 and 92.10 differ.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

from generator.evaluation.model import Dataset, Evaluation
from generator.facts.model import CategoryChange, Fact, Held, PlaceChange, PointChange, Rank
from generator.format.problems import Problems
from generator.language.bare import bare
from generator.news.sentence import Article
from generator.settings import read_settings
from generator.site import Whole, read_site

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_TAG = re.compile(r"<[^>]+>")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Sameness:
    """Of one group in one year: counts, and shares from 0 to 1."""

    articles: int
    leads: int
    largest_lead: float
    mean: float
    highest: float
    neighbour: float
    different: int
    """How many sets of facts there are."""
    largest_of_different: float
    mean_of_different: float


class Masks:
    """Puts a mask in the place of every name of a body and of every number, in figures or in words."""

    def __init__(self, dataset: Dataset, numbers: Iterable[str] = ()) -> None:
        names = {
            text for region in dataset.regions.values() for text in (region.name, bare(region.name))
        }
        longest_first = sorted(names, key=len, reverse=True)
        self._names = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
        words = sorted(numbers, key=len, reverse=True)
        self._words = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)

    def __call__(self, text: str) -> str:
        masked = self._words.sub("0", _NUMBER.sub("0", self._names.sub("N", text)))
        return re.sub(r"N(?:(?:, | dan |, dan )N)+", "N", masked)


def sameness(whole: Whole, evaluation: Evaluation, masks: Masks) -> Sameness | None:
    """Of the articles of an evaluation; None if there are fewer than two."""
    room = whole.site.newsroom
    written: dict[str, Article] = {}
    for region in sorted(evaluation.regions, key=lambda region: region.name):
        article = room.article(evaluation, region.id)
        if not article.is_notice:
            written[region.id] = article
    if len(written) < 2:
        return None
    leads = Counter(masks(article.lead.text) for article in written.values())
    said = [
        {masks(s.text) for s in article.sentences if s is not article.dateline}
        for article in written.values()
    ]
    shares = [len(a & b) / len(a | b) for a, b in combinations(said, 2)]
    facts = [facts_of(whole, evaluation, id_) for id_ in written]
    apart = [a != b for a, b in combinations(facts, 2)]
    of_different = [share for share, other in zip(shares, apart, strict=True) if other]
    told = {
        (masks(article.lead.text), fact)
        for article, fact in zip(written.values(), facts, strict=True)
    }
    led = Counter(lead for lead, _ in told)
    pages = [_words(whole.page(f"{evaluation.year}/{id_}/").markdown) for id_ in written]
    near = [_shared(one, other) for one, other in pairwise(pages)]
    return Sameness(
        len(written),
        len(leads),
        max(leads.values()) / len(written),
        sum(shares) / len(shares),
        max(shares),
        sum(near) / len(near),
        len(set(facts)),
        max(led.values()) / len(set(facts)),
        sum(of_different) / len(of_different) if of_different else 0.0,
    )


FIGURES = (
    *("category", "score", "rank", "rank_in_category", "categories", "points", "places"),
    *("at_least", "surely_moved", "held", "target", "state"),
)
"""What is known of a body in an edition, and what became of it since an earlier one."""


def facts_of(whole: Whole, evaluation: Evaluation, region: str) -> tuple[str, ...]:
    """What is recorded of a body in an edition and computed from that, without its name; also the
    results that are known of it before."""
    file = evaluation.results.get(region)
    mine = whole.site.facts.region(evaluation, region)
    own = [repr(_plain(getattr(mine, name))) for name in FIGURES]
    recorded = repr(file.result).replace(repr(region), "") if file else ""
    told = evaluation.distinction_of(region)
    earlier = [
        f"{then.year} {_plain(then.category)} {_plain(then.score)} {_plain(then.rank)}"
        for _, then in whole.site.facts.history(region)
        if then.year < evaluation.year and then.has_result
    ]
    return (*own, recorded, told[1].title if told else "", *earlier)


def _plain(fact: Fact[Any]) -> tuple[object, ...]:
    """A figure without where it stands in the files."""
    value = fact.value
    shown = (value.place, value.of) if isinstance(value, Rank) else value
    if isinstance(value, CategoryChange):
        shown = (value.year, value.steps, value.before, value.others)
    elif isinstance(value, Held):
        shown = (value.editions, value.since)
    elif isinstance(value, PlaceChange):
        shown = (value.year, value.places, value.before.place)
    elif isinstance(value, PointChange):
        shown = (value.year, value.points, value.before)
    return (shown, fact.why, fact.rule, fact.note, tuple(o.value for o in fact.others))


def _words(markdown: str) -> Counter[str]:
    return Counter(word.lower() for word in _WORD.findall(_TAG.sub(" ", markdown)))


def _shared(one: Counter[str], other: Counter[str]) -> float:
    return (one & other).total() / max(one.total(), 1)


def table(whole: Whole) -> list[str]:
    """Lines of a Markdown table."""
    dataset, language = whole.site.dataset, whole.site.language
    masks = Masks(dataset, [language.count(n) for n in range(2, 100)])
    lines = [
        "| edition | articles | distinct leads | largest share of one | overlap, mean | highest"
        " | words of the neighbour | different facts | largest share | overlap |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for evaluation in dataset.evaluations.values():
        found = sameness(whole, evaluation, masks)
        if found is not None:
            lines.append(
                f"| {evaluation.year} {evaluation.group.name} | {found.articles} | {found.leads}"
                f" | {found.largest_lead:.2f} | {found.mean:.2f} | {found.highest:.2f}"
                f" | {found.neighbour:.2f} | {found.different} | {found.largest_of_different:.2f}"
                f" | {found.mean_of_different:.2f} |"
            )
    return lines


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    problems = Problems()
    settings = read_settings(parser.parse_args(arguments).site, problems)
    whole = read_site(settings, problems)
    if whole is None:
        raise SystemExit("\n".join(problems.report()))
    print("\n".join(table(whole)))


if __name__ == "__main__":
    main()
