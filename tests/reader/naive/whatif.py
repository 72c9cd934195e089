"""The site's own arithmetic: what full points would add, and how firm a rank is. By trying it out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from math import comb, floor

from reader.naive.arithmetic import place, rounded
from reader.naive.folder import Edition, Record, once
from reader.naive.questionnaire import (
    Points,
    computed_score,
    final_score,
    given,
    indicator_scores,
    indicators_of,
    known,
    most,
    questions,
    stage_scores,
    stages_of,
)
from reader.naive.results import score, scores

MOST_COUNTED = 100
"""More lists than this are "more than" that many."""

MOST_TRIED = 200_000
"""Lists that are tried out before the reader gives up."""


def _from_answers(edition: Edition, region: str, answers: Points) -> Fraction | None:
    """The final score by the answers; published scores count only where nothing stands below."""
    instrument, result = edition.instrument, edition.results[region]
    assert instrument is not None
    asked = {i["id"] for i in instrument.get("indicators", []) if i.get("questions")}
    filled = {i["stage"] for i in instrument.get("indicators", [])}
    indicators = {k: v for k, v in known(result, "indicators").items() if k not in asked}
    stages = {k: v for k, v in known(result, "stage_scores").items() if k not in filled}
    below = indicator_scores(instrument, answers, indicators)
    return final_score(instrument, stage_scores(instrument, below, stages))


@once
def gains(edition: Edition, region: str) -> dict[str, Fraction] | None:
    """What full points in each question would add to the final score; only what is above 0.

    None where the score that the site shows does not follow from the answers alone.
    """
    answers = given(edition, region)
    if edition.instrument is None or set(answers) != set(questions(edition.instrument)):
        return None
    now = _from_answers(edition, region, answers)
    if now is None or score(edition, region) != rounded(now, edition.decimals):
        return None
    found = {}
    for id_, question in questions(edition.instrument).items():
        if answers[id_] is not None:
            better = _from_answers(edition, region, {**answers, id_: most(question)})
            assert better is not None
            found[id_] = better - now
    return {id_: gain for id_, gain in found.items() if gain > 0}


@once
def shortest_lists(edition: Edition, region: str, wanted: Decimal) -> list[tuple[str, ...]] | None:
    """The shortest lists of questions that would lift the score to ``wanted``; none if none does.

    At most one more than ``MOST_COUNTED``. None where that cannot be said, or not be tried out.
    """
    found = gains(edition, region)
    now = _from_answers(edition, region, given(edition, region))
    if found is None or now is None:
        return None
    for size in range(1, len(found) + 1):
        best = sum(sorted(found.values(), reverse=True)[:size])
        if rounded(now + best, edition.decimals) < wanted:
            continue
        if comb(len(found), size) > MOST_TRIED:
            return None
        lists = []
        for chosen in combinations(found, size):
            higher = now + sum(found[id_] for id_ in chosen)
            if rounded(higher, edition.decimals) >= wanted:
                lists.append(chosen)
                if len(lists) > MOST_COUNTED:
                    break
        return lists
    return []


@once
def rank_range(edition: Edition, region: str) -> tuple[int, int] | None:
    """The best and the worst rank if one weight moves by a tenth or the rounding is another."""
    if edition.instrument is None:
        return None
    for id_, shown in scores(edition).items():
        exact = computed_score(edition, id_)
        if exact is None or rounded(exact, edition.decimals) != shown:
            return None
    places = [place(region, other) for other in _other_scores(edition)]
    return min(places), max(places)


def _other_scores(edition: Edition) -> Iterator[Mapping[str, Decimal | Fraction]]:
    """All scores of the group as they are, under each other weight, and in each other rounding."""
    decimals = edition.decimals
    exact = {id_: computed_score(edition, id_) or Fraction(0) for id_ in scores(edition)}
    yield scores(edition)
    for weights in _other_weights(edition):
        yield {id_: rounded(_weighed(edition, id_, weights), decimals) for id_ in exact}
    yield exact
    if decimals:
        yield {id_: rounded(value, decimals - 1) for id_, value in exact.items()}
    yield {id_: Fraction(floor(value * 10**decimals)) for id_, value in exact.items()}


def _weighed(
    edition: Edition, region: str, weights: Mapping[tuple[str, str], Fraction]
) -> Fraction:
    instrument = edition.instrument
    assert instrument is not None
    published = known(edition.results[region], "stage_scores")
    stages = stage_scores(instrument, indicators_of(edition, region), published, weights)
    found = final_score(instrument, stages, weights)
    assert found is not None
    return found


def _other_weights(edition: Edition) -> Iterator[dict[tuple[str, str], Fraction]]:
    """One weight a tenth larger or smaller, the others of its level filling up in proportion."""
    instrument = edition.instrument
    assert instrument is not None
    levels: list[tuple[str, list[Record]]] = [("stage", instrument["stages"])]
    for stage in instrument["stages"]:
        members = [i for i in instrument.get("indicators", []) if i["stage"] == stage["id"]]
        if all(_follows(edition, id_, stage["id"], members) for id_ in scores(edition)):
            levels.append(("indicator", members))
    for kind, parts in levels:
        for part in parts:
            weight = Fraction(part["weight"])
            if not 0 < weight < 100:
                continue
            for other in (min(weight * Fraction(11, 10), Fraction(100)), weight * Fraction(9, 10)):
                rest = (100 - other) / (100 - weight)
                yield {
                    (kind, p["id"]): other if p is part else Fraction(p["weight"]) * rest
                    for p in parts
                }


def _follows(edition: Edition, region: str, stage: str, members: list[Record]) -> bool:
    """Whether a region's score of a stage follows from the indicators of the stage."""
    published = known(edition.results[region], "stage_scores")
    below = indicators_of(edition, region)
    any_known = any(below.get(item["id"]) is not None for item in members)
    return stage not in published and stage in stages_of(edition, region) and any_known
