"""Of what a category of the site's own was computed, and whether a decision of that edition is known."""

from __future__ import annotations

from reader.claims.case import Case, holds
from reader.naive.folder import Edition
from reader.naive.results import score, score_is_computed


def _computed_years(case: Case) -> list[Edition]:
    said = [year for years in case.get("scale_years", []) for year in years]
    wanted = set(said) or {case.edition.year}
    return [e for e in case.site.of_region(case.region) if e.year in wanted]


holds(
    "from_scores",
    lambda case: all(score(e, case.region) is not None for e in _computed_years(case)),
    "skornya tidak diketahui",
)
holds(
    "from_answers",
    lambda case: all(score_is_computed(e, case.region) for e in _computed_years(case)),
    "skor itu dipublikasikan",
)
holds(
    "undecided",
    lambda case: not any(e.settings.get("decision") for e in _computed_years(case)),
    "ada keputusan",
)


# The texts that are read are of the measure whose questionnaire that is; no other has an article.
holds("asked_in_saq", lambda case: case.kind == "article", "bukan laporan satu wilayah")
