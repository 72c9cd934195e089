"""The scores of single stages where there is no final one."""

from __future__ import annotations

from functools import partial
from typing import Any

from reader.claims.case import Case, claim, part
from reader.naive.answers import stage_names
from reader.naive.questionnaire import stages_of
from reader.naive.results import part_shown

part("item_stage", "stage")


@claim("stages_known", "series:&stage_and_score")
def stages_known(case: Case, value: list[dict[str, Any]]) -> str | None:
    """Every stage whose score is known, each with its own."""
    names, shown = stage_names(case.edition), partial(part_shown, case.edition, case.region)
    found = {
        names[id_]: str(shown("stage_scores", id_, score_))
        for id_, score_ in stages_of(case.edition, case.region).items()
    }
    right = len(value) == len(found) and all(
        any(found.get(name) == str(item["item_score"]) for name in item["item_stage"])
        for item in value
    )
    return None if right else f"skor tahap: {found}"
