"""The page of an edition: members and their results, what is unknown, first places, who moved."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from reader.claims.case import Case, claim, equals, exactly, holds, part, plain
from reader.claims.rank import wrong_of, wrong_place
from reader.claims.ranking import named, wrong_scores
from reader.naive.groups import (
    average,
    count_of,
    is_partial,
    stopped,
    unaccounted,
    with_category,
)
from reader.naive.results import (
    NO_RESULT,
    NOT_ANNOUNCED,
    NOT_PUBLISHED,
    UNKNOWN,
    Rank,
    category,
    category_is_computed,
    knows_anything,
    rank,
    scores,
    state,
)


# One member.
@claim("member", "member")
def member(case: Case, value: Collection[str]) -> str | None:
    return None if case.member(value) else "bukan anggota kelompok ini"


def _rank(case: Case) -> Rank | None:
    return rank(case.edition, case.member(case.get("member")))


@claim("member_rank", "digits")
def member_rank(case: Case, value: int) -> str | None:
    return wrong_place(_rank(case), value)


@claim("member_rank_of", "digits")
def member_rank_of(case: Case, value: int) -> str | None:
    return wrong_of(_rank(case), value)


@claim("member_category", "category")
def member_category(case: Case, value: Collection[str]) -> str | None:
    found = category(case.edition, case.member(case.get("member")))
    return None if found in value else f"kategori: {found}"


exactly(
    "member_by_scale",
    lambda case: category_is_computed(case.edition, case.member(case.get("member"))),
    "kategori menurut skala",
)


# The other categories, one after the other.
part("item_names", "series:&name_and_score")
part("item_number", "count")
part("item_some_names", "series:&name_and_score")
part("item_at_least", "words")
part("item_category", "category")


@claim("category_counts", "series:&count_of_category")
def category_counts(case: Case, value: list[dict[str, Any]]) -> str | None:
    """Each number is right, and each list of names is everybody who has the category."""
    for item in value:
        (name,) = item["item_category"]
        found = count_of(case.edition, name)
        if "item_some_names" in item:
            ids = sorted(case.members(named(case, item["item_some_names"])))
            known = sorted(with_category(case.edition, name))
            if ids != known:
                return f"{name}: {case.names(known)}"
        if "item_names" in item:
            ids = sorted(case.members(named(case, item["item_names"])))
            known = sorted(with_category(case.edition, name))
            alone = any("item_number" in other and other["item_at_least"] for other in value)
            # Beside "at least so many", names without a number say that they are all.
            if ids != known or found is None or found[0] != len(ids) or (alone and not found[1]):
                return f"{name}: {case.names(known)} ({found})"
        elif found != (item["item_number"], not item["item_at_least"]):
            return f"{name}: {found}"
        wrong = wrong_scores(case, item.get("item_names", []))
        if wrong:
            return wrong
    return None


# What is not known, or not published. The states are never mixed.
def _others(case: Case) -> list[str]:
    """The members that a sentence about one of them leaves out."""
    told = case.get("member")
    known = [id_ for id_ in case.edition.members if knows_anything(case.edition, id_)]
    named = [case.member(told)] if told else known[:1]
    return [id_ for id_ in case.edition.members if id_ not in named]


def open_category(case: Case, region: str) -> bool:
    """Whether a member's category may exist and nobody says where it stands."""
    unknown = category(case.edition, region) is None and region not in stopped(case.edition)
    return unknown and state(case.edition, region, "category") == UNKNOWN


@claim("other_results_unknown")
def other_results_unknown(case: Case, _: bool) -> str | None:
    """No result of another member is known, and some are open."""
    others = _others(case)
    told = [id_ for id_ in others if knows_anything(case.edition, id_)]
    withheld = [id_ for id_ in others if state(case.edition, id_, "category") == NOT_PUBLISHED]
    if told or withheld:
        return f"diketahui: {case.names(told)}; tidak dipublikasikan: {case.names(withheld)}"
    return (
        None
        if any(open_category(case, id_) for id_ in others)
        else "tidak ada yang belum diketahui"
    )


@claim("category_unknown_of", "series:member")
def category_unknown_of(case: Case, value: list[Collection[str]]) -> str | None:
    wrong = [id_ for id_ in case.members(value) if not id_ or not open_category(case, id_)]
    states = sorted({state(case.edition, id_, "category") if id_ else "–" for id_ in wrong})
    return f"{', '.join(states)}: {case.names(wrong)}" if wrong else None


@claim("unaccounted", "count")
def unaccounted_participants(case: Case, value: int) -> str | None:
    """Participants whose category is open; where it is withheld, it is not merely unknown."""
    found = unaccounted(case.edition)
    if found is None:
        return "tidak diketahui"
    left = found - _withheld_number(case)
    return None if left == value else f"{left}, tidak dipublikasikan: {_withheld_number(case)}"


def _withheld(case: Case) -> list[str]:
    """The members of whose category a source says that it is not published."""
    left = {id_ for id_ in case.edition.members if category(case.edition, id_) is None}
    left -= stopped(case.edition)  # they have none
    return [id_ for id_ in left if state(case.edition, id_, "category") == NOT_PUBLISHED]


def _withheld_number(case: Case) -> int:
    return min(len(_withheld(case)), unaccounted(case.edition) or 0)


equals("withheld_number", "count", _withheld_number)


@claim("category_withheld_of", "series:member")
def category_withheld_of(case: Case, value: list[Collection[str]]) -> str | None:
    found = _withheld(case)
    return None if sorted(case.members(value)) == sorted(found) else case.names(found)


@claim("no_category_known")
def no_category_known(case: Case, _: bool) -> str | None:
    known = [name for name in case.edition.names if count_of(case.edition, name)]
    some = any(open_category(case, id_) for id_ in case.edition.members) or is_partial(case.edition)
    return None if not known and some else f"{known}"


@claim("no_category")
def no_category(case: Case, _: bool) -> str | None:
    """Nobody can have a category: all are out, or did not pass a stage."""
    none = case.edition.out() | stopped(case.edition)
    left = [i for i in case.edition.members if i not in none or category(case.edition, i)]
    return case.names(left) if left or is_partial(case.edition) else None


@claim("none_announced")
def none_announced(case: Case, _: bool) -> str | None:
    """The results of all who were not out are still to come."""
    states = {state(case.edition, id_, "category") for id_ in case.edition.members}
    left = states - set(NO_RESULT)
    return None if left == {NOT_ANNOUNCED} else ", ".join(sorted(states))


@claim("categories_withheld")
def categories_withheld(case: Case, _: bool) -> str | None:
    return _not_withheld(case, "category")


@claim("scores_withheld")
def scores_withheld(case: Case, _: bool) -> str | None:
    return _not_withheld(case, "score")


def _not_withheld(case: Case, name: str) -> str | None:
    """A sentence about the whole evaluation: nobody's figure was published, as a source says of all,
    or of each who was not out."""
    states = {id_: state(case.edition, id_, name) for id_ in case.edition.members}
    of_all = name in case.edition.settings.get("not_published", [])
    # Where it is said of all, it is unknown only of who may not have taken part.
    out = (NOT_PUBLISHED, *NO_RESULT, *([UNKNOWN] if of_all else []))
    none = stopped(case.edition) if name == "category" else frozenset[str]()
    wrong = [id_ for id_, found in states.items() if found not in out and id_ not in none]
    if not wrong and (of_all or NOT_PUBLISHED in states.values()):
        return None
    return f"bukan tidak dipublikasikan: {case.names(wrong)}"


@claim("nameless_number", "count")
def nameless_number(case: Case, value: int) -> str | None:
    """How many have the best counted category, of whom nobody is known by name."""
    best = next((n for n in case.edition.names if count_of(case.edition, n)), "")
    found = count_of(case.edition, best)
    return None if found and found[0] == value else f"{best}: {found}"


@claim("names_unknown")
def names_unknown(case: Case, _: bool) -> str | None:
    best = next((n for n in case.edition.names if count_of(case.edition, n)), "")
    known = [i for i in case.edition.members if category(case.edition, i) == best]
    return f"diketahui: {case.names(known)}" if known else None


holds(
    "any_result",
    lambda case: (
        any(knows_anything(case.edition, id_) for id_ in case.edition.members)
        or any(count_of(case.edition, name) for name in case.edition.names)
    ),
    "tidak ada hasil yang diketahui",
)


holds(
    "without_categories",
    lambda case: (
        not case.edition.categories
        and not any(category(case.edition, id_) for id_ in case.edition.members)
    ),
    "ada kategori",
)


# Categories that nobody decided.
def _computed(case: Case) -> list[str]:
    return [i for i in case.edition.members if category_is_computed(case.edition, i)]


@claim("all_categories_by_scale")
def all_categories_by_scale(case: Case, _: bool) -> str | None:
    known = [i for i in case.edition.members if category(case.edition, i)]
    return None if known and known == _computed(case) else case.names(_computed(case))


@claim("by_scale_names", "series:member")
def by_scale_names(case: Case, value: list[Collection[str]]) -> str | None:
    found = _computed(case)
    return None if sorted(case.members(value)) == sorted(found) else case.names(found)


equals("by_scale_number", "count", lambda case: len(_computed(case)))

# Scores and ranks.
equals("scores_known", "count", lambda case: len(scores(case.edition)))
equals("maximum", "decimal", lambda case: plain(case.edition.maximum))
equals("scores_number", "count", lambda case: (average(case.edition) or (None,))[0])
equals("mean", "decimal", lambda case: (average(case.edition) or (None, None))[1])
equals("median", "decimal", lambda case: (average(case.edition) or (None,))[-1])

part("item_score", "decimal")


def _placed(case: Case) -> dict[str, int]:
    """The places of all members; a contested one is nobody's."""
    found = {id_: rank(case.edition, id_) for id_ in case.edition.members}
    return {id_: r.place for id_, r in found.items() if r and not r.others}


@claim("ranked_in_order", "series:&name_and_score")
def ranked_in_order(case: Case, value: list[dict[str, Any]]) -> str | None:
    """Who holds the places from the first to the last that are told: these and nobody else."""
    ids = [case.member(item["item_region"]) for item in value]
    places = _placed(case)
    first, last = case.get("ranks_from"), case.get("ranks_to")
    if first is None:
        first = min(places.values(), default=0)
        last = first + len(ids) - 1
    wanted = {id_: place for id_, place in places.items() if first <= place <= last}
    told = [wanted[id_] for id_ in ids if id_ in wanted]
    in_order = len(told) == len(ids) and told == sorted(told)
    if not in_order or last != max(wanted.values(), default=0):
        return f"{sorted((place, case.names([id_])) for id_, place in wanted.items())}"
    left = {id_: place for id_, place in wanted.items() if id_ not in ids}
    if left:
        level = set(left.values()) == {last}
        return f"{'juga di tempat terakhir' if level else 'juga'}: {case.names(left)}"
    return wrong_scores(case, value)


part("ranks_from", "digits")
part("ranks_to", "digits")
equals("top_number", "count", lambda case: len(case.get("ranked_in_order")))
holds("top_ranks", lambda case: bool(case.get("ranked_in_order")), "tanpa nama")
exactly(
    "top_known", lambda case: min(_placed(case).values(), default=0) != 1, "peringkat 1 tidak ada"
)


@claim("by_score_order")
def by_score_order(case: Case, value: bool) -> str | None:
    """*Menurut urutan skor*: these ranks were computed; without it each was published."""
    ids = [case.member(item["item_region"]) for item in case.get("ranked_in_order")]
    ranks = [rank(case.edition, id_) for id_ in ids]
    computed = any(found is not None and found.computed for found in ranks)
    return None if computed is value else f"dihitung: {computed}"
