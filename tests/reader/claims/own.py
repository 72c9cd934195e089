"""The region of an article: its name, its own result, and what the scale makes of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal

from reader.claims.case import Case, claim, equals, exactly, holds, plain
from reader.naive.folder import Edition
from reader.naive.questionnaire import stopped_at
from reader.naive.results import (
    KNOWN,
    NOT_ANNOUNCED,
    NOT_PUBLISHED,
    UNKNOWN,
    category,
    category_by_scale,
    category_is_computed,
    exact_score,
    has_result,
    is_exact,
    knows_anything,
    minimum,
    published,
    score,
    score_is_computed,
    settled,
    state,
)


@claim("region", "region")
def own_region(case: Case, value: Collection[str]) -> str | None:
    """The region of the page, by a name of its own or by its kind."""
    return None if case.region in value else case.names([case.region])


@claim("subject", "region")
def subject(case: Case, value: Collection[str]) -> str | None:
    """The region of the page; on the page of an edition any of the group, by its name."""
    if case.kind == "article":
        return own_region(case, value)
    return None if len(value) == 1 and case.member(value) else "bukan anggota kelompok ini"


@claim("subject_title", "title")
def subject_title(case: Case, value: Collection[str]) -> str | None:
    named = case.region if case.kind == "article" else case.member(case.get("subject"))
    return _titled(case, named, value)


@claim("title", "title")
def own_title(case: Case, value: Collection[str]) -> str | None:
    return _titled(case, case.region, value)


def _titled(case: Case, region: str, value: Collection[str]) -> str | None:
    titles = [d["title"] for d in case.edition.records("distinctions") if d["region"] == region]
    return None if any(title in value for title in titles) else f"sebutan: {titles or '–'}"


equals("year", "year", lambda case: case.edition.year)


def wrong_organizer(edition: Edition, value: Collection[str]) -> str | None:
    """Who held an evaluation is told where a source names it, and not where it is presumed."""
    if edition.settings.get("organizer_note"):
        return "penyelenggara tidak disebut sumber"
    return None if edition.organizer in value else edition.organizer


@claim("organizer", "organizer")
def organizer(case: Case, value: Collection[str]) -> str | None:
    return wrong_organizer(case.edition, value)


@claim("group", "group")
def group(case: Case, value: Collection[str]) -> str | None:
    return None if case.edition.group["id"] in value else str(case.edition.group["name"])


@claim("category", "category")
def own_category(case: Case, value: Collection[str]) -> str | None:
    found = category(case.edition, case.region)
    if not settled(case.edition, case.region, "category"):
        return f"disebut berbeda oleh sumbernya: {published(case.edition, case.region, 'category')}"
    return None if found in value else f"kategori {case.edition.year}: {found}"


@claim("category_values", "series:category")
def category_values(case: Case, value: list[Collection[str]]) -> str | None:
    """Every category that was published."""
    return wrong_categories(published(case.edition, case.region, "category"), value)


def wrong_categories(found: Sequence[str], value: list[Collection[str]]) -> str | None:
    """Categories that are not all of those which were published, each once."""
    right = len(found) == len(value) and all(any(name in one for one in value) for name in found)
    return None if right else f"{list(found)}"


@claim("score_values", "series:decimal")
def score_values(case: Case, value: list[str]) -> str | None:
    found = published(case.edition, case.region, "score")
    return None if sorted(found) == sorted(value) else f"{list(found)}"


equals(
    "score_about",
    "decimal",
    lambda case: (
        None
        if is_exact(case.edition, case.region, "score")
        else published(case.edition, case.region, "score")[0]
    ),
)
equals(
    "rank_about",
    "decimal",
    lambda case: (
        None
        if is_exact(case.edition, case.region, "rank")
        else published(case.edition, case.region, "rank")[0].rstrip("+")
    ),
)
for _name in ("category", "score", "rank"):
    holds(
        f"{_name}_differs",
        lambda case, name=_name: len(published(case.edition, case.region, name)) > 1,
        "satu saja",
    )
for _name in ("score", "rank"):
    holds(
        f"{_name}_inexact",
        lambda case, name=_name: not is_exact(case.edition, case.region, name),
        "tepat",
    )


exactly(
    "by_scale",
    lambda case: category_is_computed(case.edition, case.region),
    "kategori menurut skala",
)
holds(
    "category_computed",
    lambda case: category_is_computed(case.edition, case.region),
    "kategori itu dipublikasikan",
)
holds(
    "category_published",
    lambda case: state(case.edition, case.region, "category") == KNOWN,
    "kategori itu tidak dipublikasikan",
)
holds(
    "announced",
    lambda case: state(case.edition, case.region, "category") == KNOWN,
    "kategori itu tidak diumumkan siapa pun",
)


@claim("category_unknown")
def category_unknown(case: Case, _: bool) -> str | None:
    """Nobody says what the category is, nor why it is not known, and no scale gives it."""
    stands = state(case.edition, case.region, "category")
    found = category(case.edition, case.region)
    return None if stands == UNKNOWN and found is None else f"{stands}: {found}"


holds(
    "category_withheld",
    lambda case: state(case.edition, case.region, "category") == NOT_PUBLISHED,
    "tidak ada yang mengatakan bahwa kategori itu tidak dipublikasikan",
)
holds(
    "not_announced",
    lambda case: state(case.edition, case.region, "category") == NOT_ANNOUNCED,
    "hasilnya sudah diumumkan, atau ada sebab lain",
)


@claim("scale_category", "category")
def scale_category(case: Case, value: Collection[str]) -> str | None:
    found = category_by_scale(case.edition, case.region)
    return None if found in value else f"kategori menurut skala: {found}"


@claim("step", "step")
def step(case: Case, value: tuple[str, int]) -> str | None:
    """The place of the category in the scale, from the top or from the bottom."""
    return wrong_step(case.edition.names, category(case.edition, case.region), value)


def wrong_step(names: list[str], name: str | None, value: tuple[str, int]) -> str | None:
    """What is wrong with a place in a scale; None if it is right."""
    if name not in names:
        return f"kategori: {name}"
    from_top, of = names.index(name) + 1, len(names)
    side, number = value
    right = {"top": from_top, "nth": from_top, "bottom": of + 1 - from_top, "only": 1}[side]
    # Of two, the lower is the lowest, and not the second from the top.
    fits = (
        number == right and (side != "only" or of == 1) and (side != "top" or number < max(of, 2))
    )
    return None if fits else f"{name} adalah kategori ke-{from_top} dari {of}"


equals("categories_number", "count", lambda case: len(case.edition.names))


@claim("score", "decimal")
def own_score(case: Case, value: str) -> str | None:
    found = score(case.edition, case.region)
    if not settled(case.edition, case.region, "score"):
        return f"disebut berbeda oleh sumbernya: {published(case.edition, case.region, 'score')}"
    return None if found is not None and str(found) == value else f"{found}"


holds(
    "score_computed",
    lambda case: score_is_computed(case.edition, case.region),
    "skor itu dipublikasikan",
)
holds(
    "score_unknown",
    lambda case: (
        score(case.edition, case.region) is None
        and state(case.edition, case.region, "score") == UNKNOWN
        and not stopped_at(case.edition, case.region)
    ),
    "skor itu diketahui, atau ada sebab lain",
)
holds(
    "score_withheld",
    lambda case: state(case.edition, case.region, "score") == NOT_PUBLISHED,
    "tidak ada yang mengatakan bahwa skor itu tidak dipublikasikan",
)
holds(
    "no_final_score",
    lambda case: score(case.edition, case.region) is None,
    "skor akhir itu ada",
)


def not_withheld(edition: Edition, region: str) -> str:
    """What of a result nobody says that it was not published; "" if it is said of all three."""
    states = {name: state(edition, region, name) for name in ("category", "score", "rank")}
    return ", ".join(f"{name} {found}" for name, found in states.items() if found != NOT_PUBLISHED)


@claim("result_withheld")
def result_withheld(case: Case, _: bool) -> str | None:
    return not_withheld(case.edition, case.region) or None


holds(
    "some_result",
    lambda case: knows_anything(case.edition, case.region) or has_result(case.edition, case.region),
    "tidak ada hasil yang diketahui",
)
# Bounds of the categories.
equals("next_bound", "decimal", lambda case: _bound(case, "next_category"))


def _bound(case: Case, role: str) -> str | None:
    (name,) = case.get(role)
    return plain(minimum(case.edition, name))


def _above(case: Case, name: str | None) -> Decimal | None:
    """Points of the own score above the lower bound of a category."""
    mine, bound = score(case.edition, case.region), minimum(case.edition, name or "")
    return None if mine is None or bound is None else mine - bound


@claim("category_of_bound", "category")
def category_of_bound(case: Case, value: Collection[str]) -> str | None:
    """A category of this edition's scale that has a lower bound."""
    known_ = any(minimum(case.edition, name) is not None for name in value)
    return None if known_ else "batas kategori itu tidak diketahui"


@claim("next_category", "category")
def next_category(case: Case, value: Collection[str]) -> str | None:
    """The category right above that of the score."""
    names, mine = case.edition.names, category_by_scale(case.edition, case.region)
    index = names.index(mine) if mine in names else 0
    found = names[index - 1] if index else None
    return None if found in value else f"kategori berikutnya: {found}"


@claim("below_next")
def below_next(case: Case, _: bool) -> str | None:
    found = _above(case, next(iter(case.get("next_category"))))
    return None if found is not None and found < 0 else f"{found}"


@claim("gap", "decimal")
def gap(case: Case, value: str) -> str | None:
    above = _above(case, next(iter(case.get("next_category"))))
    found = None if above is None else -above
    return None if str(found) == value else f"{found}"


@claim("on_bound")
def on_bound(case: Case, _: bool) -> str | None:
    """Exactly on the lower bound of the category that is named, else of the own one."""
    named = case.get("category_of_bound") or {category(case.edition, case.region)}
    found = _above(case, next(iter(named)))
    return None if found == 0 else f"selisihnya dengan batas itu {found}"


def _was_rounded(case: Case) -> bool:
    return exact_score(case.edition, case.region) != score(case.edition, case.region)


exactly("score_rounded", _was_rounded, "skor dibulatkan")
holds("exactly", lambda case: not _was_rounded(case), "skor itu dibulatkan")
holds(
    "figures_computed",
    lambda case: all(
        category_is_computed(case.edition, id_) and score_is_computed(case.edition, id_)
        for id_ in _with_category(case)
    ),
    "kategori atau skor itu dipublikasikan",
)


def _with_category(case: Case) -> list[str]:
    """The region of an article; on the page of an edition all whose category is known."""
    if case.kind != "edition":
        return [case.region]
    return [id_ for id_ in case.edition.members if category(case.edition, id_) is not None]
