"""A group in one edition as a whole: who took part, how many have a category, who moved most."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from reader.naive.arithmetic import decimals_of, mean, median, rounded
from reader.naive.folder import Edition, once
from reader.naive.history import (
    points_compare,
    points_since,
    score_base,
    steps_since,
)
from reader.naive.questionnaire import stopped_at
from reader.naive.results import (
    NO_RESULT,
    announced,
    category,
    exact_score,
    is_complete,
    is_sure,
    score,
    scores,
    settled,
    state,
    took_part,
)
from reader.naive.standing import has_all_places


def is_partial(edition: Edition) -> bool:
    """Whether regions.yml names only some of the group's bodies."""
    return edition.group.get("partial") == "true"


@once
def participants(edition: Edition) -> int | None:
    """How many took part: announced, else counted where it is known of every member."""
    number = announced(edition, "took_part")
    if number is not None or is_partial(edition):
        return number
    known = {id_: took_part(edition, id_) for id_ in edition.members}
    unclear = [
        id_
        for id_, part in known.items()
        if part is None and id_ not in edition.listed("not_assessed")
    ]
    return None if unclear else sum(part is True for part in known.values())


@once
def with_category(edition: Edition, name: str) -> frozenset[str]:
    """The members that are known to have a category; none where these are more than were announced."""
    found = frozenset(
        id_
        for id_ in edition.members
        if category(edition, id_) == name and settled(edition, id_, "category")
    )
    told = _announced_with(edition, name)
    return frozenset() if told is not None and _is_whole(edition) and len(found) > told else found


def _announced_with(edition: Edition, name: str) -> int | None:
    told = edition.settings.get("participants", {}).get("categories", {}).get(name)
    value = told.get("value") if isinstance(told, dict) else told
    return None if value is None else int(value)


def is_announced(edition: Edition, name: str) -> bool:
    """Whether a number with a category was announced that says anything: not *at least none*."""
    told = _announced_with(edition, name)
    return told is not None and (told > 0 or _is_whole(edition))


def _is_whole(edition: Edition) -> bool:
    return bool(edition.settings.get("participants", {}).get("complete", "true") == "true")


@once
def disputed(edition: Edition) -> frozenset[str]:
    """The members of whose category sources differ."""
    known = (id_ for id_ in edition.members if category(edition, id_) is not None)
    return frozenset(id_ for id_ in known if not settled(edition, id_, "category"))


@once
def stopped(edition: Edition) -> frozenset[str]:
    """The members that have no final score, because a stage stopped them."""
    return frozenset(
        id_ for id_ in edition.members if stopped_at(edition, id_) and score(edition, id_) is None
    )


@once
def all_categories_known(edition: Edition) -> bool:
    """Whether every participant's category is known, or known not to exist."""
    known = {id_ for id_ in edition.members if category(edition, id_) is not None}
    placed = known - disputed(edition)
    none = {id_ for id_ in stopped(edition) if id_ not in placed}
    number = announced(edition, "took_part")
    if number is not None:
        return len(placed) + len(none) == number
    return placed | none | edition.out() == set(edition.members) and not is_partial(edition)


@once
def count_of(edition: Edition, name: str) -> tuple[int, bool] | None:
    """How many have a category, and whether that is exact (else: at least); None if not known.

    It is where everybody is known, or where no place is left for anybody else in the category.
    """
    value, listed = _announced_with(edition, name), len(with_category(edition, name))
    if value is not None and _is_whole(edition):
        return value, True
    if value is not None and (value or listed):
        return max(value, listed), False
    if all_categories_known(edition) and any(category(edition, id_) for id_ in edition.members):
        return listed, True
    return (listed, has_all_places(edition, name)) if listed else None


@once
def unaccounted(edition: Edition) -> int | None:
    """Participants whose category nobody names; None where it is not known how many took part."""
    number = announced(edition, "took_part")
    if number is None:
        return None
    counts = (count_of(edition, name) for name in edition.names)
    known = sum(count[0] for count in counts if count)
    return max(0, number - known - len(stopped(edition)) - len(disputed(edition)))


@once
def category_open(edition: Edition) -> frozenset[str]:
    """Members that may have a category which is not known: neither out nor stopped."""
    return frozenset(
        id_
        for id_ in edition.members
        if category(edition, id_) is None
        and id_ not in stopped(edition)
        and state(edition, id_, "category") not in NO_RESULT
    )


def average(edition: Edition) -> tuple[int, Decimal, Decimal] | None:
    """Number, mean and median of the scores; None unless the group is complete.

    Published scores count as they were published; a computed one is the rounded one.
    """
    if not is_complete(edition) or not is_sure(edition):
        return None
    values = []
    for id_ in scores(edition):
        exact, shown = exact_score(edition, id_), scores(edition)[id_]
        computed = state(edition, id_, "score") != "known"
        values.append(exact if exact is not None and not computed else Fraction(shown))
    decimals = min(edition.decimals, max(decimals_of(v) for v in scores(edition).values()))
    return len(values), rounded(mean(values), decimals), rounded(median(values), decimals)


@once
def point_changes(edition: Edition, base: Edition) -> dict[str, Decimal]:
    """The change in points of every member whose score is known in both editions."""
    if not points_compare(edition, base):
        return {}
    sure = [id_ for id_ in edition.members if _both_settled(edition, base, id_, "score")]
    found = {id_: points_since(edition, id_, base) for id_ in sure}
    return {id_: change for id_, change in found.items() if change is not None}


@once
def category_changes(edition: Edition, base: Edition) -> dict[str, int]:
    """The change in categories of every member whose category is known in both editions."""
    sure = [id_ for id_ in edition.members if _both_settled(edition, base, id_, "category")]
    found = {id_: steps_since(edition, id_, base) for id_ in sure}
    return {id_: change for id_, change in found.items() if change is not None}


def _both_settled(edition: Edition, base: Edition, region: str, name: str) -> bool:
    return all(settled(e, region, name) for e in (edition, base))


@once
def may_have_moved(edition: Edition, base: Edition) -> frozenset[str]:
    """Members whose change in points since an edition is not known and may exist.

    Who was out or stopped in one of the two has no change; that is known. So it is of everybody
    without a score where the scores of all participants are known.
    """
    return frozenset(
        id_
        for id_ in edition.members
        if id_ not in point_changes(edition, base)
        and not any(_has_no_score(e, id_) for e in (edition, base))
    )


def _has_no_score(edition: Edition, region: str) -> bool:
    out = state(edition, region, "score") in NO_RESULT or region in stopped(edition)
    return out or (is_complete(edition) and score(edition, region) is None)


@once
def bases(edition: Edition) -> frozenset[int]:
    """The years with which scores of this edition are compared."""
    found = (score_base(edition, id_) for id_ in edition.members)
    return frozenset(base.year for base in found if base)


def known_participants(edition: Edition) -> list[str]:
    return [id_ for id_ in edition.members if took_part(edition, id_)]


def all_named(edition: Edition) -> bool:
    """Whether every participant is known, by a result or by name, so that the others are none."""
    number = announced(edition, "took_part")
    return number is not None and 0 < number <= len(known_participants(edition))


def is_other(edition: Edition, region: str) -> bool:
    """Whether all participants are known, and the region is none of them."""
    return took_part(edition, region) is None and all_named(edition)


def reached_bounds(edition: Edition) -> list[Decimal]:
    """The bounds of the categories, the best first; none where one of them is not known."""
    steps = edition.categories
    known = all("minimum" in step for step in steps)
    return [Decimal(step["minimum"]) for step in steps] if known else []
