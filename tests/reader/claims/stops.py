"""In which years a stage stopped a region, as the texts of later years tell it."""

from __future__ import annotations

from reader.claims.case import Case, claim, exactly, holds, part
from reader.claims.running import editions, right_before
from reader.naive.answers import stage_names
from reader.naive.groups import stopped
from reader.naive.questionnaire import stop_is_computed, stopped_at


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
