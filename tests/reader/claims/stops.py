"""In which years a stage stopped a region, as the texts of later years tell it."""

from __future__ import annotations

from collections.abc import Collection

from reader.claims.case import Case, claim, equals, exactly, holds, part
from reader.claims.running import editions, right_before
from reader.naive.answers import stage_names
from reader.naive.groups import stopped
from reader.naive.questionnaire import stop_is_computed, stopped_at
from reader.naive.standing import places


@claim("stopped_years", "series:year")
def stopped_years(case: Case, value: list[int]) -> str | None:
    """The years in which that stage was not passed; an article tells one before it."""
    found = [e for e in editions(case) if case.region in stopped(e)]
    if case.kind == "article":
        found = [e for e in found if e.year in right_before(case) and e.year in value]
    stage = case.get("stopped_in")
    at = {e.year: stage_names(e).get(stopped_at(e, case.region) or "") for e in found}
    years = sorted(year for year, name in at.items() if name in stage)
    return None if value == years else f"{at}"


part("stopped_in", "stage")
holds("stopped_in_saq", lambda case: "SAQ" in case.get("stopped_in"), "tahap lain")
exactly(
    "stops_computed",
    lambda case: any(
        stop_is_computed(e, case.region)
        for e in editions(case)
        if e.year in case.get("stopped_years", ())
    ),
    "skor tahap itu dihitung dari jawaban",
)


# Who took part and is not among those ranked.
def _left_out(case: Case) -> frozenset[str]:
    return stopped(case.edition) if case.region in places(case.edition) else frozenset()


def _stages_left_out(case: Case) -> set[str]:
    names = stage_names(case.edition)
    return {names.get(stopped_at(case.edition, id_) or "", "") for id_ in _left_out(case)}


equals("left_out_number", "count", lambda case: len(_left_out(case)))
holds("left_out", lambda case: bool(_left_out(case)), "tidak ada yang tidak lolos")


@claim("left_out_stage", "stage")
def left_out_stage(case: Case, value: Collection[str]) -> str | None:
    found = _stages_left_out(case)
    return None if len(found) == 1 and found <= set(value) else f"{sorted(found)}"


holds("left_out_saq", lambda case: "SAQ" in case.get("left_out_stage"), "tahap lain")
holds("left_out_somewhere", lambda case: len(_stages_left_out(case)) > 1, "satu tahap")
exactly(
    "left_out_computed",
    lambda case: any(stop_is_computed(case.edition, id_) for id_ in _left_out(case)),
    "skor tahap itu dihitung dari jawaban",
)
