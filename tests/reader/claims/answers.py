"""What an article tells of a region's questionnaire, and the site's own arithmetic on it."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from fractions import Fraction

from reader.claims.case import Case, claim, equals, holds
from reader.naive.answers import (
    compared_answers,
    indicator_names,
    noted,
    obstacles,
    question_of,
    shown_indicators,
    stage_names,
)
from reader.naive.arithmetic import rounded
from reader.naive.objections import outcome
from reader.naive.questionnaire import claimed_stages, verified_stages
from reader.naive.results import rank
from reader.naive.whatif import gains, rank_range

# Indicators.
equals("indicators_known", "count", lambda case: len(_indicators(case)))


def _indicators(case: Case) -> dict[str, Decimal]:
    """The scores of the indicators by their names."""
    names = indicator_names(case.edition)
    found = shown_indicators(case.edition, case.region)
    return {names[id_]: score for id_, score in found.items()}


def _named(case: Case, extreme: Decimal | None) -> list[str]:
    return sorted(name for name, score in _indicators(case).items() if score == extreme)


def _best(case: Case) -> Decimal | None:
    return max(_indicators(case).values(), default=None)


def _worst(case: Case) -> Decimal | None:
    return min(_indicators(case).values(), default=None)


def _wrong_names(value: list[Collection[str]], found: list[str]) -> str | None:
    """Whether names are exactly those that were found, in any order."""
    right = len(value) == len(found) and all(any(name in said for said in value) for name in found)
    return None if right else f"{', '.join(found)}"


holds("indicators_differ", lambda case: _best(case) != _worst(case), "semua indikator sama")
equals("highest", "decimal", _best)
equals("lowest", "decimal", _worst)


@claim("strongest", "series:indicator")
def strongest(case: Case, value: list[Collection[str]]) -> str | None:
    return _wrong_names(value, _named(case, _best(case)))


@claim("weakest", "series:indicator")
def weakest(case: Case, value: list[Collection[str]]) -> str | None:
    return _wrong_names(value, _named(case, _worst(case)))


# The questions that cost most.
def _costliest(case: Case) -> list[str]:
    found = gains(case.edition, case.region) or {}
    largest = max(found.values(), default=Fraction(0))
    return [id_ for id_, gain in found.items() if gain == largest]


@claim("costliest")
def costliest(case: Case, _: bool) -> str | None:
    return None if _costliest(case) else "tidak dapat dihitung dari jawabannya"


@claim("costly_question", "question")
def costly_question(case: Case, value: Collection[str]) -> str | None:
    """The one question that cost most."""
    texts = [question_of(case.edition, id_)["text"] for id_ in _costliest(case)]
    return None if len(texts) == 1 and texts[0] in value else f"{texts}"


@claim("costly_points", "decimal")
def costly_points(case: Case, value: str) -> str | None:
    found = max((gains(case.edition, case.region) or {}).values(), default=Fraction(0))
    shown = rounded(found, case.edition.decimals)
    return None if str(shown) == value else f"{shown}"


# Claim and verdict.
def _upheld(case: Case) -> bool:
    """Whether an objection of the region was granted, in whole or in part."""
    made = case.edition.results[case.region].get("objections", [])
    return any(outcome(item) in ("granted", "partly") for item in made)


def _stage(case: Case) -> str:
    named = case.get("claim_stage", ())
    return next((id_ for id_, name in stage_names(case.edition).items() if name in named), "")


@claim("claim_stage", "stage")
def claim_stage(case: Case, value: Collection[str]) -> str | None:
    return None if _stage(case) else f"tahap: {stage_names(case.edition)}"


@claim("claimed_score", "decimal")
def claimed_score(case: Case, value: str) -> str | None:
    return _wrong_stage_score(case, claimed_stages(case.edition, case.region), value)


@claim("verified_score", "decimal")
def verified_score(case: Case, value: str) -> str | None:
    return _wrong_stage_score(case, verified_stages(case.edition, case.region), value)


def _wrong_stage_score(case: Case, scores: dict[str, Fraction], value: str) -> str | None:
    exact = scores.get(_stage(case))
    found = None if exact is None else rounded(exact, case.edition.decimals)
    return None if str(found) == value else f"{found}"


equals("compared", "count", lambda case: _compared(case)[0])
equals("differing", "count", lambda case: _compared(case)[1])
holds("verifiers_alone", lambda case: not _upheld(case), "sanggahan diterima")
holds("after_objection", lambda case: _upheld(case), "tidak ada sanggahan diterima")
holds("none_differing", lambda case: _compared(case)[1] == 0, "ada penilaian lain")


def _compared(case: Case) -> tuple[int, int]:
    return compared_answers(case.edition, case.region, _stage(case))


# Obstacles.
def _obstacles(case: Case) -> set[str]:
    return {text for text, _ in obstacles(case.edition, case.region)}


equals("obstacles_number", "count", lambda case: len(_obstacles(case)))


@claim("all_obstacles", "series:obstacle")
def all_obstacles(case: Case, value: list[Collection[str]]) -> str | None:
    return _wrong_names(value, sorted(_obstacles(case)))


@claim("only_obstacle", "obstacle")
def only_obstacle(case: Case, value: Collection[str]) -> str | None:
    """The only obstacle that the region named, in whatever place."""
    found = _obstacles(case)
    return None if len(found) == 1 and found <= set(value) else f"{sorted(found)}"


@claim("one_obstacle", "obstacle")
def one_obstacle(case: Case, value: Collection[str]) -> str | None:
    found = _obstacles(case)
    return None if found & set(value) else f"{sorted(found)}"


holds("one_of_several", lambda case: len(_obstacles(case)) > 1, "hanya satu kendala")


# Those that another noted.
def _noted(case: Case) -> set[str]:
    found = noted(case.edition, case.region)
    return next((found[name] for name in case.get("noting_publisher", ()) if name in found), set())


@claim("noting_publisher", "publisher")
def noting_publisher(case: Case, value: Collection[str]) -> str | None:
    found = noted(case.edition, case.region)
    return None if set(value) & set(found) else f"{sorted(found)}"


equals("noted_number", "count", lambda case: len(_noted(case)))


@claim("all_noted", "series:obstacle")
def all_noted(case: Case, value: list[Collection[str]]) -> str | None:
    return _wrong_names(value, sorted(_noted(case)))


@claim("one_noted", "obstacle")
def one_noted(case: Case, value: Collection[str]) -> str | None:
    found = _noted(case)
    return None if found & set(value) else f"{sorted(found)}"


holds("one_of_noted", lambda case: len(_noted(case)) > 1, "hanya satu kendala")


@claim("obstacle_question", "question")
def obstacle_question(case: Case, value: Collection[str]) -> str | None:
    """The question at which the obstacle was named, and at no other."""
    asked = [id_ for _, id_ in obstacles(case.edition, case.region)]
    texts = {question_of(case.edition, id_)["text"] if id_ else None for id_ in asked}
    return None if len(texts) == 1 and texts <= set(value) else f"{texts}"


@claim("obstacle_at_costliest")
def obstacle_at_costliest(case: Case, _: bool) -> str | None:
    """*Pertanyaan itu*: the obstacle was named at the one question that cost most, just named."""
    asked = {id_ for _, id_ in obstacles(case.edition, case.region)}
    costly = _costliest(case)
    return None if len(costly) == 1 and asked == set(costly) else f"{costly}"


# How firm the rank is: only where the site tells its own arithmetic.
equals("best_rank", "digits", lambda case: (rank_range(case.edition, case.region) or (None,))[0])
equals("worst_rank", "digits", lambda case: (rank_range(case.edition, case.region) or (None,))[-1])
holds(
    "rank_moves",
    lambda case: (
        case.site.analysis
        and rank(case.edition, case.region) is not None
        and len(set(rank_range(case.edition, case.region) or ())) == 2
    ),
    "peringkatnya tetap, atau tidak dapat dihitung",
)
