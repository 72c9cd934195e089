"""From answers to scores, by the weights of the edition's instrument."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from reader.naive.arithmetic import rounded
from reader.naive.folder import Edition, Record, once

NOT_APPLICABLE = "tidak-berlaku"
Points = dict[str, Fraction | None]
"""Points by question; None where the question does not apply. What is not known is left out."""


def questions(instrument: Record) -> dict[str, Record]:
    """All questions by id, each with the indicator it belongs to under ``indicator``."""
    return {
        q["id"]: {**q, "indicator": i["id"]}
        for i in instrument.get("indicators", [])
        for q in i.get("questions", [])
    }


def scale_of(question: Record) -> Record:
    scale = question["scale"]
    return scale if isinstance(scale, dict) else {"kind": scale}


def most(question: Record) -> Fraction:
    """The most points that an answer can have."""
    scale = scale_of(question)
    if scale["kind"] == "number":
        return Fraction(scale["maximum"])
    options = [Fraction(option["points"]) for option in scale.get("options", [])]
    if not options:
        return Fraction(1)
    return max(options) if scale["kind"] == "levels" else sum(options, Fraction(0))


def points(question: Record, answer: Any) -> Fraction | None:
    """The points of an answer; None where it does not apply."""
    values = answer if isinstance(answer, list) else [answer]
    if values == [NOT_APPLICABLE] and question.get("not_applicable") == "true":
        return None
    kind = scale_of(question)["kind"]
    if kind == "yes-no":
        return Fraction(values == ["ya"])
    if kind == "number":
        return Fraction(values[0])
    options = {option["id"]: option["points"] for option in scale_of(question)["options"]}
    if kind == "choices" and values == ["tidak"]:
        return Fraction(0)
    return sum((Fraction(options[value]) for value in values), Fraction(0))


@once
def given(edition: Edition, region: str) -> Points:
    """The points of each question that was verified, or whose points were published."""
    found: Points = {}
    for id_, question in questions(edition.instrument or {}).items():
        answer = edition.results[region].get("answers", {}).get(id_, {})
        if "verified" in answer:
            found[id_] = points(question, answer["verified"])
        elif "points" in answer:
            found[id_] = Fraction(answer["points"])
    return found


@once
def claimed(edition: Edition, region: str) -> Points:
    """The points that the region's own answers would give."""
    answers = edition.results[region].get("answers", {})
    return {
        id_: points(question, answers[id_]["self"])
        for id_, question in questions(edition.instrument or {}).items()
        if "self" in answers.get(id_, {})
    }


def known(result: Record, name: str) -> dict[str, Fraction]:
    """The published ``indicators`` or ``stage_scores`` of a result."""
    figures = {
        id_: figure if isinstance(figure, dict) else {"value": figure}
        for id_, figure in result.get(name, {}).items()
    }
    return {id_: Fraction(f["value"]) for id_, f in figures.items() if "value" in f}


def weighted(parts: Iterable[tuple[Fraction, Fraction | None]]) -> Fraction | None:
    """The mean by weight of the parts that apply; None if nothing does."""
    kept = [(weight, value) for weight, value in parts if value is not None]
    total = sum(weight for weight, _ in kept)
    return sum((w * v for w, v in kept), Fraction(0)) / total if total else None


Weights = Mapping[tuple[str, str], Fraction]
"""Other weights than those of the instrument, by kind (``stage``, ``indicator``) and id."""


def indicator_scores(
    instrument: Record, given_: Points, published: Mapping[str, Fraction]
) -> Points:
    """The score (0 to 100) of each indicator that is known; None where nothing of it applies."""
    found: Points = {}
    for indicator in instrument.get("indicators", []):
        asked = indicator.get("questions", [])
        if indicator["id"] in published:
            found[indicator["id"]] = published[indicator["id"]]
        elif asked and all(q["id"] in given_ for q in asked):
            parts = []
            for q in asked:
                mine = given_[q["id"]]
                parts.append(
                    (Fraction(q["weight"]), None if mine is None else mine / most(q) * 100)
                )
            found[indicator["id"]] = weighted(parts)
    return found


def stage_scores(
    instrument: Record,
    indicators: Points,
    published: Mapping[str, Fraction],
    weights: Weights | None = None,
) -> dict[str, Fraction]:
    """The score of each stage that is known."""
    found: dict[str, Fraction] = {}
    for stage in instrument["stages"]:
        members = [i for i in instrument.get("indicators", []) if i["stage"] == stage["id"]]
        if stage["id"] in published:
            found[stage["id"]] = published[stage["id"]]
        elif members and all(i["id"] in indicators for i in members):
            parts = [(_weight("indicator", i, weights), indicators[i["id"]]) for i in members]
            value = weighted(parts)
            if value is not None:
                found[stage["id"]] = value
    return found


def final_score(
    instrument: Record, stages: Mapping[str, Fraction], weights: Weights | None = None
) -> Fraction | None:
    """The sum of all stages by weight; None where one of them is not known."""
    if any(stage["id"] not in stages for stage in instrument["stages"]):
        return None
    return weighted((_weight("stage", s, weights), stages[s["id"]]) for s in instrument["stages"])


def _weight(kind: str, part: Record, weights: Weights | None) -> Fraction:
    return (weights or {}).get((kind, part["id"]), Fraction(part["weight"]))


@once
def indicators_of(edition: Edition, region: str) -> Points:
    """The indicator scores of a region: published ones stand, the others follow from answers."""
    result = edition.results[region]
    if edition.instrument is None:
        return dict(known(result, "indicators"))
    return indicator_scores(edition.instrument, given(edition, region), known(result, "indicators"))


@once
def stages_of(edition: Edition, region: str) -> dict[str, Fraction]:
    """The stage scores of a region: published ones stand, the others follow from indicators."""
    published = known(edition.results[region], "stage_scores")
    if edition.instrument is None:
        return published
    return stage_scores(edition.instrument, indicators_of(edition, region), published)


@once
def verified_stages(edition: Edition, region: str) -> dict[str, Fraction]:
    """What the verified answers give for each stage, whatever was published."""
    assert edition.instrument is not None
    below = indicator_scores(edition.instrument, given(edition, region), {})
    return stage_scores(edition.instrument, below, {})


@once
def claimed_stages(edition: Edition, region: str) -> dict[str, Fraction]:
    """What the region's own answers would give for each stage."""
    assert edition.instrument is not None
    below = indicator_scores(edition.instrument, claimed(edition, region), {})
    return stage_scores(edition.instrument, below, {})


@once
def stopped_at(edition: Edition, region: str) -> str | None:
    """The first stage whose rounded score lies below its threshold."""
    if edition.instrument is None or region not in edition.results:
        return None
    scores = stages_of(edition, region)
    for stage in edition.instrument["stages"]:
        if "threshold" in stage and stage["id"] in scores:
            score = rounded(scores[stage["id"]], edition.decimals)
            if score < Decimal(stage["threshold"]):
                return str(stage["id"])
    return None


def stop_is_computed(edition: Edition, region: str) -> bool:
    """Whether nobody published the score with which a stage stopped the region."""
    stage = stopped_at(edition, region)
    return stage is not None and stage not in known(edition.results[region], "stage_scores")


@once
def computed_score(edition: Edition, region: str) -> Fraction | None:
    """The final score that follows from what is known; None where a stage stopped the region."""
    if edition.instrument is None or region not in edition.results or stopped_at(edition, region):
        return None
    return final_score(edition.instrument, stages_of(edition, region))


def same_answer(question: Record, one: Any, other: Any) -> bool:
    """Whether two answers say the same: choices in any order, numbers by their value."""
    if scale_of(question)["kind"] == "number" and NOT_APPLICABLE not in (one, other):
        return Fraction(one if isinstance(one, str) else one[0]) == Fraction(
            other if isinstance(other, str) else other[0]
        )
    a, b = (set(v) if isinstance(v, list) else {v} for v in (one, other))
    return a == b
