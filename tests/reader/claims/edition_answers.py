"""The page of an edition: the questionnaires of a whole group."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from reader.claims.case import Case, claim, equals, holds
from reader.naive.answers import (
    claim_means,
    failures,
    indicator_means,
    indicator_names,
    naming_bodies,
    question_of,
)
from reader.naive.questionnaire import given


# Indicators.
def _means(case: Case) -> dict[str, Decimal]:
    names = indicator_names(case.edition)
    return {names[id_]: mean for id_, (_, mean) in indicator_means(case.edition).items()}


def _wrong_names(case: Case, value: list[Collection[str]], extreme: Decimal | None) -> str | None:
    found = [name for name, mean in _means(case).items() if mean == extreme]
    right = len(found) == len(value) and all(any(n in said for said in value) for n in found)
    return None if right else ", ".join(found)


def _best(case: Case) -> Decimal | None:
    return max(_means(case).values(), default=None)


def _worst(case: Case) -> Decimal | None:
    return min(_means(case).values(), default=None)


equals("indicators_number", "count", lambda case: len(_means(case)))
equals("best_mean", "decimal", _best)
equals("worst_mean", "decimal", _worst)
holds("means_differ", lambda case: _best(case) != _worst(case), "semua rata-rata sama")


@claim("mean_number", "count")
def mean_number(case: Case, value: int) -> str | None:
    """Over how many bodies each of the means is."""
    found = {n for n, _ in indicator_means(case.edition).values()}
    return None if found == {value} else f"{sorted(found)}"


@claim("best_means", "series:indicator")
def best_means(case: Case, value: list[Collection[str]]) -> str | None:
    return _wrong_names(case, value, _best(case))


@claim("worst_means", "series:indicator")
def worst_means(case: Case, value: list[Collection[str]]) -> str | None:
    return _wrong_names(case, value, _worst(case))


# Claim and verdict.
def _apart(case: Case) -> dict[str, tuple[int, Decimal, Decimal]]:
    names = indicator_names(case.edition)
    return {names[id_]: found for id_, found in claim_means(case.edition).items()}


def _widest(case: Case) -> list[str]:
    gaps = {name: abs(said - found) for name, (_, said, found) in _apart(case).items()}
    largest = max(gaps.values(), default=Decimal(0))
    return [name for name, gap in gaps.items() if gap == largest > 0]


holds("widest_claim", lambda case: len(_widest(case)) == 1, "bukan satu indikator")
holds(
    "only_apart",
    lambda case: sum(said != found for _, said, found in _apart(case).values()) == 1,
    "bukan satu indikator",
)


@claim("widest_indicator", "indicator")
def widest_indicator(case: Case, value: Collection[str]) -> str | None:
    found = _widest(case)
    bodies = [(name, _apart(case)[name][0]) for name in found]
    return None if len(found) == 1 and found[0] in value else f"{bodies}"


def _told(case: Case) -> tuple[int, Decimal, Decimal] | tuple[None, None, None]:
    """Number of bodies, claim and verdict of the indicator that the sentence names."""
    said = case.get("widest_indicator")
    return next((found for name, found in _apart(case).items() if name in said), (None, None, None))


equals("widest_number", "count", lambda case: _told(case)[0])
equals("claimed_mean", "decimal", lambda case: _told(case)[1])
equals("verified_mean", "decimal", lambda case: _told(case)[2])


# The question in which most bodies have no point.
def _hardest(case: Case) -> list[str]:
    found = failures(case.edition)
    most = max((failed for failed, _ in found.values()), default=0)
    return [id_ for id_, (failed, _) in found.items() if failed == most > 0]


holds("hardest", lambda case: len(_hardest(case)) == 1, "bukan satu pertanyaan")
holds("one_hardest", lambda case: len(_hardest(case)) == 1, "bukan satu pertanyaan")


@claim("hardest_question", "question")
def hardest_question(case: Case, value: Collection[str]) -> str | None:
    texts = [question_of(case.edition, id_)["text"] for id_ in _hardest(case)]
    return None if len(texts) == 1 and texts[0] in value else f"{texts}"


@claim("hardest_indicator", "indicator")
def hardest_indicator(case: Case, value: Collection[str]) -> str | None:
    names = indicator_names(case.edition)
    found = {names[question_of(case.edition, id_)["indicator"]] for id_ in _hardest(case)}
    return None if found and found <= set(value) else f"{found}"


def _failed(case: Case) -> tuple[int, int] | tuple[None, None]:
    hardest = _hardest(case)
    return failures(case.edition)[hardest[0]] if len(hardest) == 1 else (None, None)


equals("failed", "count", lambda case: _failed(case)[0])
equals("marked", "count", lambda case: _failed(case)[1])


def _exempt(case: Case) -> tuple[int, int]:
    """To how many the hardest question does not apply, and of how many of the others its points are
    not known."""
    id_, regions = _hardest(case)[0], case.edition.results
    marks = [given(case.edition, region).get(id_, "open") for region in regions]
    return marks.count(None), marks.count("open")


holds("all_apply", lambda case: _exempt(case)[0] == 0, "tidak berlaku bagi semua")
holds("some_apply", lambda case: _exempt(case)[0] > 0, "berlaku bagi semua")
holds(
    "all_others",
    lambda case: _exempt(case)[0] > 0 and _exempt(case)[1] == 0,
    "berlaku bagi semua, atau sebagian belum dinilai",
)


# The obstacle that most bodies named.
def _commonest(case: Case) -> list[str]:
    found = naming_bodies(case.edition)
    most = max((len(bodies) for bodies in found.values()), default=0)
    return [text for text, bodies in found.items() if len(bodies) == most]


holds("commonest", lambda case: len(_commonest(case)) == 1, "bukan satu kendala")


@claim("common_obstacle", "obstacle")
def common_obstacle(case: Case, value: Collection[str]) -> str | None:
    found = _commonest(case)
    return None if len(found) == 1 and found[0] in value else f"{found}"


@claim("common_number", "count")
def common_number(case: Case, value: int) -> str | None:
    found = {len(naming_bodies(case.edition)[text]) for text in _commonest(case)}
    return None if found == {value} else f"{found}"
