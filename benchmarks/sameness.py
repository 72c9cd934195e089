"""How alike the articles of a site are: ``python -m benchmarks.sameness SITE``.

For each group and year of two articles or more, notices apart: how many leads are distinct when
names and numbers are masked, the largest share of one such lead, how many sentences two articles
have in common (of all that either has, masked; mean and highest over the pairs of a group), and
which share of a page's words stands on its neighbour's page too (the next by name).
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path

from generator.evaluation.model import Dataset, Evaluation
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
    said = [{masks(s.text) for s in article.sentences} for article in written.values()]
    shares = [len(a & b) / len(a | b) for a, b in combinations(said, 2)]
    pages = [_words(whole.page(f"{evaluation.year}/{id_}/").markdown) for id_ in written]
    near = [_shared(one, other) for one, other in pairwise(pages)]
    return Sameness(
        len(written),
        len(leads),
        max(leads.values()) / len(written),
        sum(shares) / len(shares),
        max(shares),
        sum(near) / len(near),
    )


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
        " | words of the neighbour |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for evaluation in dataset.evaluations.values():
        found = sameness(whole, evaluation, masks)
        if found is not None:
            lines.append(
                f"| {evaluation.year} {evaluation.group.name} | {found.articles} | {found.leads}"
                f" | {found.largest_lead:.2f} | {found.mean:.2f} | {found.highest:.2f}"
                f" | {found.neighbour:.2f} |"
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
