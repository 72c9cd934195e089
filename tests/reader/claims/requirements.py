"""What a category requires besides the score, where the score alone would reach it."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from typing import Any

from reader.claims.case import Case, claim, equals, holds, part, plain
from reader.claims.running import latest
from reader.naive.answers import indicator_names, stage_names
from reader.naive.folder import Record
from reader.naive.questionnaire import indicators_of, questions, stages_of
from reader.naive.requirements import is_met, required
from reader.naive.results import category, minimum, part_shown, reached, unmet


def _reached(case: Case) -> str | None:
    return next(iter(reached(case.edition, case.region)), None)


@claim("reached_category", "category")
def reached_category(case: Case, value: Collection[str]) -> str | None:
    """The best category whose minimum the score reaches."""
    found = _reached(case)
    return None if found in value else f"kategori menurut skor saja: {found}"


equals("reached_bound", "decimal", lambda case: plain(minimum(case.edition, _reached(case) or "")))
equals("unmet_number", "count", lambda case: len(unmet(case.edition, case.region)))
holds(
    "requirements_unmet",
    lambda case: bool(unmet(case.edition, case.region)),
    "syaratnya terpenuhi, atau tidak diketahui",
)
holds(
    "requirements_open",
    lambda case: (
        not unmet(case.edition, case.region)
        and any(
            is_met(case.edition, case.region, item) is None
            for item in required(case.edition, _reached(case) or "")
        )
    ),
    "diketahui apakah syaratnya terpenuhi",
)


# The same of the latest result, in the text over the years.
def _latest_reached(case: Case) -> str | None:
    return next(iter(reached(latest(case), case.region)), None)


@claim("latest_reached", "category")
def latest_reached(case: Case, value: Collection[str]) -> str | None:
    found = _latest_reached(case)
    if found is not None and category(latest(case), case.region) == found:
        return f"kategorinya memang {found}"
    return None if found in value else f"kategori menurut skor saja: {found}"


equals(
    "latest_reached_bound",
    "decimal",
    lambda case: plain(minimum(latest(case), _latest_reached(case) or "")),
)
holds(
    "latest_unmet",
    lambda case: bool(unmet(latest(case), case.region)),
    "syaratnya terpenuhi, atau tidak diketahui",
)


@claim("all_unmet", "series:&unmet_item")
def all_unmet(case: Case, value: list[dict[str, Any]]) -> str | None:
    """Each is a requirement that does not hold, and there is no other."""
    found = unmet(case.edition, case.region)
    same = len(found) == len(value) and all(
        any(_is(case, said, item) for item in found) for said in value
    )
    return None if same else f"tidak terpenuhi: {found}"


# What the category above that of the score requires besides.
def _of_next(case: Case, holds_: bool | None) -> list[Record]:
    (name,) = case.get("next_category")
    asked = required(case.edition, name)
    return [item for item in asked if is_met(case.edition, case.region, item) is holds_]


equals("next_unmet_number", "count", lambda case: len(_of_next(case, False)))
holds("next_unmet", lambda case: bool(_of_next(case, False)), "syaratnya terpenuhi")
holds(
    "next_open",
    lambda case: not _of_next(case, False) and bool(_of_next(case, None)),
    "diketahui apakah syaratnya terpenuhi",
)


@claim("all_unmet_of_next", "series:&unmet_item")
def all_unmet_of_next(case: Case, value: list[dict[str, Any]]) -> str | None:
    found = _of_next(case, False)
    same = len(found) == len(value) and all(
        any(_is(case, said, item) for item in found) for said in value
    )
    return None if same else f"tidak terpenuhi: {found}"


def _is(case: Case, said: dict[str, Any], item: Record) -> bool:
    edition = case.edition
    if "unmet_question" in said:
        asked = questions(edition.instrument or {}).get(item.get("question", ""), {})
        return asked.get("text") in said["unmet_question"]
    kind = "indicator" if "unmet_indicator" in said else "stage"
    id_ = item.get(kind, "")
    names = indicator_names(edition) if kind == "indicator" else stage_names(edition)
    if names.get(id_) not in said[f"unmet_{kind}"]:
        return False
    if "unmet_in_full" in said:
        return "minimum" not in item
    parts = (
        indicators_of(edition, case.region)
        if kind == "indicator"
        else dict(stages_of(edition, case.region))
    )
    key = "indicators" if kind == "indicator" else "stage_scores"
    score = parts.get(id_)
    return (
        score is not None
        and Decimal(said["unmet_score"]) == part_shown(edition, case.region, key, id_, score)
        and said["unmet_minimum"] == plain(item.get("minimum"))
    )


part("unmet_question", "question")
part("unmet_indicator", "indicator")
part("unmet_stage", "stage")
part("unmet_in_full", "words")
part("unmet_score", "decimal")
part("unmet_below", "words")
part("unmet_minimum", "decimal")
