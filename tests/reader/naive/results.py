"""What is known of one region in one edition: its state, score, category and rank."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from reader.naive import arithmetic
from reader.naive.announced import results_announced
from reader.naive.folder import OUT, Edition, Record, once
from reader.naive.questionnaire import computed_score, stopped_at
from reader.naive.requirements import is_met, required

KNOWN, UNKNOWN, NOT_PUBLISHED = "known", "unknown", "not published"
ABSENT, NOT_RETURNED, NOT_ASSESSED = "absent", "not returned", "not assessed"
NOT_ANNOUNCED = "not announced"
NO_RESULT = (ABSENT, NOT_RETURNED, NOT_ASSESSED)


def figure(edition: Edition, region: str, name: str) -> Record:
    """A figure of a result file in its long form; empty if it is not there.

    A rank within the category is no rank in the group.
    """
    found = edition.results.get(region, {}).get(name)
    if found is None or (name == "rank" and rank_in_category(edition, region)):
        return {}
    return dict(found) if isinstance(found, dict) else {"value": found}


def rank_in_category(edition: Edition, region: str) -> list[int]:
    """Every rank that was published as one within the category; empty if none was."""
    told = edition.results.get(region, {}).get("rank")
    if not isinstance(told, dict) or told.get("within") != "category":
        return []
    return [int(told["value"]), *(int(other["value"]) for other in told.get("others", []))]


def state(edition: Edition, region: str, name: str) -> str:
    """How it stands with a published ``score``, ``category`` or ``rank``: seven different states."""
    for listed, found in zip(OUT, NO_RESULT, strict=True):
        if region in edition.listed(listed):
            return found
    told = figure(edition, region, name)
    if "value" in told:
        return KNOWN
    of_all = name in edition.settings.get("not_published", [])
    if told.get("not_published") == "true" or (of_all and _spoken_of(edition, region)):
        return NOT_PUBLISHED
    return UNKNOWN if results_announced(edition) else NOT_ANNOUNCED


def _spoken_of(edition: Edition, region: str) -> bool:
    """Whether what is not published of all holds of a region: of who may not have taken part only
    where its own file says that something is not published."""
    figures = [figure(edition, region, name) for name in ("score", "category", "rank")]
    own = any(told.get("not_published") == "true" for told in figures)
    return own or took_part(edition, region) is True or not results_announced(edition)


def announced(edition: Edition, name: str) -> int | None:
    """``invited``, ``returned`` or ``took_part`` as somebody announced it; None where sources differ."""
    found = published_numbers(edition, name)
    return found[0] if len(found) == 1 else None


def published_numbers(edition: Edition, *path: str) -> list[int]:
    """All numbers that were published for a door, each once."""
    told: Any = edition.settings.get("participants", {})
    for name in path:
        told = told.get(name) or {}
    if not isinstance(told, dict):
        return [int(told)]
    values = [told.get("value"), *(other["value"] for other in told.get("others", []))]
    return list(dict.fromkeys(int(value) for value in values if value is not None))


def door_notes(edition: Edition) -> list[str]:
    """What is noted of the numbers of those who were invited, returned, took part or passed."""
    people = edition.settings.get("participants", {})
    told = [people.get(name) for name in ("invited", "returned", "took_part")]
    told += people.get("passed", {}).values()
    return [item["note"] for item in told if isinstance(item, dict) and "note" in item]


def list_notes(edition: Edition) -> dict[str, str]:
    """What is noted of those who are listed as without a result, by region."""
    return {
        id_: item["note"]
        for name in OUT
        for id_, item in edition.listed(name).items()
        if "note" in item
    }


@once
def has_result(edition: Edition, region: str) -> bool:
    """Whether any result of the region is recorded."""
    parts = ("indicators", "stage_scores", "answers")
    result = edition.results.get(region, {})
    return any(result.get(part) for part in parts) or any(
        "value" in figure(edition, region, name) for name in ("score", "category", "rank")
    )


@once
def took_part(edition: Edition, region: str) -> bool | None:
    """Whether the region took part; None where that is not known.

    Where as many took part as there are regions less the absent ones, everybody else did, if somebody
    is known to have said so.
    """
    if region in edition.listed("absent") or region in edition.listed("not_returned"):
        return False
    if has_result(edition, region):
        return True
    if region in edition.listed("not_assessed"):
        return None
    if region in edition.named():
        return True
    number = announced(edition, "took_part")
    told = edition.settings.get("participants", {}).get("took_part")
    unsourced = isinstance(told, dict) and told.get("unsourced") == "true"
    unsure = unsourced or edition.listed("not_assessed")
    everyone = number is not None and number >= len(edition.members) - len(edition.out())
    return True if everyone and not unsure and edition.group.get("partial") != "true" else None


@once
def published(edition: Edition, region: str, name: str) -> tuple[str, ...]:
    """Every value that was published for a figure, each once, as it is said."""
    told = figure(edition, region, name)
    listed = [told] if "value" in told else []
    found = [str(item["value"]) for item in (*listed, *told.get("others", []))]
    if name == "score":
        found = [str(arithmetic.printed(text, edition.decimals)) for text in found]
    about = "" if is_exact(edition, region, name) else "+"
    return tuple(dict.fromkeys(f"{text}{about}" for text in found))


def is_exact(edition: Edition, region: str, name: str) -> bool:
    return figure(edition, region, name).get("exact", "true") == "true"


def part_shown(edition: Edition, region: str, parts: str, id_: str, exact: Fraction) -> Decimal:
    """The score of a stage (``stage_scores``) or an indicator: as it was printed, else rounded."""
    told = edition.results.get(region, {}).get(parts, {}).get(id_)
    text = told.get("value") if isinstance(told, dict) else told
    if text is None:
        return arithmetic.rounded(exact, edition.decimals)
    return arithmetic.printed(str(text), edition.decimals)


@once
def settled(edition: Edition, region: str, name: str) -> bool:
    """Whether nothing contests a figure that is known: it is exact, and nobody says another."""
    return is_exact(edition, region, name) and len(published(edition, region, name)) < 2


@once
def is_sure(edition: Edition) -> bool:
    """Whether all scores may be ranked and averaged."""
    return not unsure(edition)


@once
def unsure(edition: Edition) -> frozenset[str]:
    """Whose score may not be ranked: contested, or against the published category."""
    found = set()
    for id_ in scores(edition):
        said = figure(edition, id_, "category").get("value")
        against = said is not None and category_by_scale(edition, id_) not in (None, said)
        if not settled(edition, id_, "score") or against:
            found.add(id_)
    return frozenset(found)


@once
def exact_score(edition: Edition, region: str) -> Fraction | None:
    """The published score as it was published; else the one that the instrument gives."""
    stands = state(edition, region, "score")
    if stands == KNOWN:
        return Fraction(figure(edition, region, "score")["value"])
    if stands in NO_RESULT:
        return None
    return computed_score(edition, region)


@once
def score(edition: Edition, region: str) -> Decimal | None:
    """The score, rounded half up to the scale's decimals."""
    exact = exact_score(edition, region)
    if exact is None:
        return None
    if state(edition, region, "score") == KNOWN:
        return arithmetic.printed(str(figure(edition, region, "score")["value"]), edition.decimals)
    return arithmetic.rounded(exact, edition.decimals)


def score_is_computed(edition: Edition, region: str) -> bool:
    return score(edition, region) is not None and state(edition, region, "score") != KNOWN


@once
def scores(edition: Edition) -> dict[str, Decimal]:
    """All scores that are known."""
    found = ((id_, score(edition, id_)) for id_ in edition.results)
    return {id_: value for id_, value in found if value is not None}


def minimum(edition: Edition, category: str) -> Decimal | None:
    """The lower bound of a category; None where the bounds are not known."""
    for step in edition.categories:
        if step["name"] == category and "minimum" in step:
            return Decimal(step["minimum"])
    return None


@once
def reached(edition: Edition, region: str) -> list[str]:
    """The categories whose minimum the rounded score reaches, best first; none without bounds."""
    value = score(edition, region)
    if value is None or any("minimum" not in step for step in edition.categories):
        return []
    return [s["name"] for s in edition.categories if value >= Decimal(s["minimum"])]


@once
def category_by_scale(edition: Edition, region: str) -> str | None:
    """The best category whose minimum the score reaches and whose requirements hold.

    None where it is not known whether those of a better one do, and where published scores differ.
    """
    if not is_exact(edition, region, "score") or score(edition, region) is None:
        return None
    values = [score(edition, region), *map(Decimal, published(edition, region, "score"))]
    found = {_by_scale(edition, region, value) for value in values if value is not None}
    return found.pop() if len(found) == 1 else None


def _by_scale(edition: Edition, region: str, value: Decimal) -> str | None:
    if any("minimum" not in step for step in edition.categories):
        return None
    for step in edition.categories:
        asked = [is_met(edition, region, item) for item in step.get("requires", [])]
        if value >= Decimal(step["minimum"]) and False not in asked:
            return None if None in asked else str(step["name"])
    return None


@once
def unmet(edition: Edition, region: str) -> list[Record]:
    """What the best category that the score reaches requires and the region does not have."""
    best = reached(edition, region)[:1]
    asked = [item for name in best for item in required(edition, name)]
    return [item for item in asked if is_met(edition, region, item) is False]


@once
def category(edition: Edition, region: str) -> str | None:
    """The published category; where nobody published or withheld one, that of the scale."""
    stands = state(edition, region, "category")
    if stands == KNOWN:
        return str(figure(edition, region, "category")["value"])
    return category_by_scale(edition, region) if stands == UNKNOWN else None


def category_is_computed(edition: Edition, region: str) -> bool:
    known = category(edition, region) is not None
    return known and state(edition, region, "category") != KNOWN


@once
def is_complete(edition: Edition) -> bool:
    """Whether the score of every participant is known, or known not to exist (a stage stopped it)."""
    known = set(scores(edition))
    if not known:
        return False
    stopped = {id_ for id_ in edition.results if stopped_at(edition, id_)}
    number = announced(edition, "took_part")
    if number is not None:
        return len(known) + len(stopped) == number
    everyone = known | stopped | edition.out() == set(edition.members)
    return everyone and edition.group.get("partial") != "true"


@dataclass(frozen=True)
class Rank:
    """``others`` are further values that were published; ``of`` is None where it is not known."""

    place: int
    of: int | None
    computed: bool
    others: tuple[int, ...] = ()


@once
def rank(edition: Edition, region: str) -> Rank | None:
    """The published rank; in a complete group of several else the one that the scores give."""
    stands = state(edition, region, "rank")
    complete = is_complete(edition)
    of = len(scores(edition)) if complete else announced(edition, "took_part")
    if stands == KNOWN:
        told = figure(edition, region, "rank")
        others = tuple(int(other["value"]) for other in told.get("others", []))
        return Rank(int(told["value"]), of, False, others)
    place = None if stands in NO_RESULT else place_by_scores(edition, region)
    return None if place is None else Rank(place, of, True)


def place_by_scores(edition: Edition, region: str) -> int | None:
    """The place that the scores give in a complete group of several, whatever was announced."""
    if not is_complete(edition) or len(scores(edition)) < 2 or not is_sure(edition):
        return None
    return arithmetic.place(region, scores(edition)) if region in scores(edition) else None


@once
def on_same_place(edition: Edition, region: str) -> frozenset[str]:
    """The others who share the region's place: in a complete group those with the same score, else
    those with the same published rank. A contested place is nobody's."""
    mine = rank(edition, region)
    if mine is None or mine.others:
        return frozenset()
    others = [id_ for id_ in edition.members if id_ != region]
    if is_complete(edition) and is_sure(edition) and len(scores(edition)) > 1:
        known = scores(edition)
        return frozenset(id_ for id_ in others if known.get(id_) == known.get(region))
    told = {id_: rank(edition, id_) for id_ in others}
    return frozenset(id_ for id_, r in told.items() if r and not r.others and r.place == mine.place)


@once
def knows_anything(edition: Edition, region: str) -> bool:
    """Whether a score, a category or a rank is known."""
    return (
        score(edition, region) is not None
        or category(edition, region) is not None
        or rank(edition, region) is not None
    )
