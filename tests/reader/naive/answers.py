"""What the answers of a region, or of a whole group, say beside the scores."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from reader.naive.arithmetic import mean, rounded
from reader.naive.folder import Edition, Record, once
from reader.naive.governments import governments
from reader.naive.questionnaire import (
    claimed,
    given,
    indicator_scores,
    indicators_of,
    most,
    questions,
    same_answer,
)
from reader.naive.results import part_shown


def indicator_names(edition: Edition) -> dict[str, str]:
    """The names of the instrument's indicators by id."""
    instrument = edition.instrument or {}
    return {item["id"]: item["name"] for item in instrument.get("indicators", [])}


def stage_names(edition: Edition) -> dict[str, str]:
    return {stage["id"]: stage["name"] for stage in (edition.instrument or {}).get("stages", [])}


@once
def shown_indicators(edition: Edition, region: str) -> dict[str, Decimal]:
    """The rounded score of each indicator that is known and applies."""
    found = indicators_of(edition, region)
    return {
        id_: part_shown(edition, region, "indicators", id_, value)
        for id_, value in found.items()
        if value is not None
    }


@once
def compared_answers(edition: Edition, region: str, stage: str) -> tuple[int, int]:
    """How many answers of a stage have claim and verdict, and in how many of them they differ."""
    instrument = edition.instrument or {}
    stages = {item["id"]: item["stage"] for item in instrument.get("indicators", [])}
    answers = edition.results[region].get("answers", {})
    both = [
        (question, answers[id_])
        for id_, question in questions(instrument).items()
        if stages[question["indicator"]] == stage
        and "self" in answers.get(id_, {})
        and "verified" in answers.get(id_, {})
    ]
    differing = [1 for q, answer in both if not same_answer(q, answer["self"], answer["verified"])]
    return len(both), len(differing)


def obstacles(edition: Edition, region: str) -> list[tuple[str, str | None]]:
    """The obstacles that a region named, each with the question at which it did, if any."""
    result = edition.results.get(region, {})
    named = [
        (item["text"], None)
        for item in result.get("obstacles", [])
        if noted_by(edition, region, item) is None
    ]
    return named + [
        (answer["obstacle"], id_)
        for id_, answer in result.get("answers", {}).items()
        if answer.get("obstacle")
    ]


def noted_by(edition: Edition, region: str, item: Record) -> str | None:
    """Who noted an obstacle, where a source of its own says so that is not the region's government."""
    if "source" not in item:
        return None
    publisher = edition.source(item["source"], region).get("publisher")
    name = edition.site.regions[region]["name"]
    return publisher if publisher and publisher not in governments(name) else None


def noted(edition: Edition, region: str) -> dict[str, set[str]]:
    """The obstacles that others noted of a region, by who did."""
    found: dict[str, set[str]] = {}
    for item in edition.results.get(region, {}).get("obstacles", []):
        publisher = noted_by(edition, region, item)
        if publisher:
            found.setdefault(publisher, set()).add(item["text"])
    return found


@once
def naming_bodies(edition: Edition) -> dict[str, frozenset[str]]:
    """Who named each obstacle, by its words."""
    found: dict[str, set[str]] = {}
    for id_ in edition.results:
        texts = {text for text, _ in obstacles(edition, id_)}
        for text in texts.union(*noted(edition, id_).values()):
            found.setdefault(text, set()).add(id_)
    return {text: frozenset(bodies) for text, bodies in found.items()}


@once
def indicator_means(edition: Edition) -> dict[str, tuple[int, Decimal]]:
    """The number of scores of each indicator and their mean, where any is known."""
    found = {}
    for id_ in indicator_names(edition):
        scores = [indicators_of(edition, region).get(id_) for region in edition.results]
        exact = [value for value in scores if value is not None]
        if exact:
            found[id_] = (len(exact), rounded(mean(exact), edition.decimals))
    return found


@once
def claim_means(edition: Edition) -> dict[str, tuple[int, Decimal, Decimal]]:
    """By indicator: over how many regions claim and verdict are known, and the mean of each."""
    instrument = edition.instrument or {}
    pairs: dict[str, list[tuple[Fraction, Fraction]]] = {}
    for region in edition.results:
        told = indicator_scores(instrument, claimed(edition, region), {})
        found = indicator_scores(instrument, given(edition, region), {})
        for id_ in indicator_names(edition):
            one, other = told.get(id_), found.get(id_)
            if one is not None and other is not None:
                pairs.setdefault(id_, []).append((one, other))
    decimals = edition.decimals
    return {
        id_: (
            len(both),
            rounded(mean([a for a, _ in both]), decimals),
            rounded(mean([b for _, b in both]), decimals),
        )
        for id_, both in pairs.items()
    }


@once
def failures(edition: Edition) -> dict[str, tuple[int, int]]:
    """By question: how many regions have no point in it, of how many whose points are known."""
    found = {}
    for id_, question in questions(edition.instrument or {}).items():
        marks = [given(edition, region).get(id_) for region in edition.results]
        shares = [mark / most(question) for mark in marks if mark is not None]
        if shares:
            found[id_] = (sum(share == 0 for share in shares), len(shares))
    return found


def question_of(edition: Edition, id_: str) -> Record:
    return questions(edition.instrument or {})[id_]
