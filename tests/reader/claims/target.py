"""The target that somebody set for a region, the hopes that go with it, and whether it was met."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from reader.claims.case import Case, claim, equals, exactly, holds
from reader.claims.texts import Persons, own_records, said_by, wrong_date
from reader.language.dates import Date
from reader.naive.announced import results_announced
from reader.naive.folder import Record, surely_before
from reader.naive.history import category_base
from reader.naive.results import category, score


def _target(case: Case) -> Record:
    return dict(case.edition.results.get(case.region, {}).get("target", {}))


@claim("target_setter", "setter")
def target_setter(case: Case, value: Persons) -> str | None:
    target = _target(case)
    return None if said_by(value, target, "by") else f"{target.get('office')} {target.get('by')}"


@claim("target_speaker")
def target_speaker(case: Case, _: bool) -> str | None:
    """*Juga*: the one who set the target."""
    by = _target(case).get("by")
    right = any(speaker == by for _, speaker in case.get("speaker"))
    return None if right else f"target ditetapkan {by}"


@claim("target_date", "date")
def target_date(case: Case, value: Date) -> str | None:
    return wrong_date(value, _target(case).get("date"))


@claim("before_results")
def before_results(case: Case, value: bool) -> str | None:
    """*Sebelum hasil diumumkan*: the target for certain, and every hope that the sentence tells."""
    told, at = _target(case).get("date"), case.edition.settings.get("published", "")
    # One hope may be told twice, before the results and after them.
    dates: dict[str, list[str]] = {"": [told or ""]}
    for hope in _hopes(case):
        dates.setdefault(hope["text"], []).append(hope.get("date", told) or "")
    known = bool(at) and results_announced(case.edition)
    right = known and all(any(d and surely_before(d, at) for d in said) for said in dates.values())
    return None if right or not value else f"{dates}, diumumkan {at}"


@claim("target_category", "category")
def target_category(case: Case, value: Collection[str]) -> str | None:
    found = _target(case).get("at_least")
    return None if found in value else f"target: {found}"


equals("target_score", "decimal", lambda case: _target(case).get("at_least"))
holds("target_at_least", lambda case: bool(_target(case)), "tidak ada target")


@claim("target_kept")
def target_kept(case: Case, _: bool) -> str | None:
    """*Bertahan*: the target is the category with which this one is compared."""
    base = category_base(case.edition, case.region)
    found = category(base, case.region) if base else None
    return None if found == _target(case).get("at_least") else f"kategori sebelumnya: {found}"


def _hopes(case: Case) -> list[Record]:
    """The hopes of the one who set the target, among those that the sentence tells."""
    told = set().union(*case.get("target_hopes", []))
    return [
        item
        for item in own_records(case, "statements")
        if item["text"] in told
        and item["verb"] == "berharap"
        and item["speaker"] == _target(case).get("by")
    ]


@claim("target_hopes", "series:hope")
def target_hopes(case: Case, value: list[Collection[str]]) -> str | None:
    texts = {item["text"] for item in _hopes(case)}
    right = all(texts & set(hope) for hope in value)
    return None if right else f"harapan: {sorted(texts)}"


def _outcome(case: Case) -> int | None:
    """Above the target (+1), on it (0), below (−1); None while the result is not known."""
    wanted, names = _target(case).get("at_least", ""), case.edition.names
    if wanted in names:
        mine = category(case.edition, case.region)
        if mine is None:
            return None
        return (names.index(wanted) > names.index(mine)) - (names.index(wanted) < names.index(mine))
    value = score(case.edition, case.region)
    if value is None or not wanted:
        return None
    return (value > Decimal(wanted)) - (value < Decimal(wanted))


holds("target_met", lambda case: _outcome(case) in (0, 1), "target itu tidak tercapai")
holds("target_just_met", lambda case: _outcome(case) == 0, "hasilnya tidak tepat target itu")
holds("target_exceeded", lambda case: _outcome(case) == 1, "hasilnya tidak di atas target itu")
holds("target_missed", lambda case: _outcome(case) == -1, "target itu tercapai")
holds(
    "target_open",
    lambda case: bool(_target(case)) and _outcome(case) is None and results_announced(case.edition),
    "hasilnya diketahui, atau belum diumumkan",
)
exactly(
    "score_target",
    lambda case: bool(_target(case)) and _target(case)["at_least"] not in case.edition.names,
    "targetnya sebuah skor",
)
