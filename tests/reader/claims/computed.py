"""Of what a category of the site's own was computed, and whether a decision of that edition is known."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from reader.claims.case import Case, claim, exactly, holds
from reader.naive.folder import Edition
from reader.naive.questionnaire import known, stop_is_computed, stopped_at
from reader.naive.results import figure, score, score_is_computed


def _computed_years(case: Case) -> list[Edition]:
    said = [year for years in case.get("scale_years", []) for year in years]
    wanted = set(said) or {case.edition.year}
    return [e for e in case.site.of_region(case.region) if e.year in wanted]


holds(
    "from_scores",
    lambda case: all(
        score(e, case.region) is not None and not score_is_computed(e, case.region)
        for e in _computed_years(case)
    ),
    "skornya tidak dipublikasikan",
)


def _computed(edition: Edition, region: str) -> bool:
    """Whether a score was computed at all: the final one, or that of the stage that stopped it."""
    return score_is_computed(edition, region) or stopped_at(edition, region) is not None


def _parts(case: Case) -> list[tuple[bool, bool, list[str]]]:
    """Of what the scores of those editions were computed: answers, indicators, stages by name.

    A sentence about the stage that stopped the region speaks of the score of that stage alone.
    """
    found = []
    for edition in _computed_years(case):
        instrument, result = edition.instrument or {}, edition.results.get(case.region, {})
        only = stopped_at(edition, case.region) if case.get("stopped_stage") else None
        stages = [s for s in instrument.get("stages", []) if only in (None, s["id"])]
        told = [s for s in stages if s["id"] in known(result, "stage_scores")]
        below = [
            item["id"] in known(result, "indicators")
            for item in instrument.get("indicators", [])
            if item["stage"] in [s["id"] for s in stages if s not in told]
        ]
        known_at_all = bool(below) and _computed(edition, case.region)
        found.append((known_at_all and not all(below), any(below), [s["name"] for s in told]))
    return found


def _all_of(case: Case, part: Callable[[tuple[bool, bool, list[str]]], object]) -> set[Any]:
    return {part(found) for found in _parts(case)}


def _flag(role: str, number: int, meaning: str) -> None:
    @claim(role)
    def check(case: Case, value: bool) -> str | None:
        found = _all_of(case, lambda parts: parts[number])
        return None if found == {value} else f"{meaning}: {found}"


_flag("from_answers", 0, "dihitung dari jawaban")
_flag("from_indicators", 1, "dihitung dari skor indikator")


@claim("from_stages", "series:stage")
def from_stages(case: Case, value: list[Collection[str]]) -> str | None:
    found = [parts[2] for parts in _parts(case)]
    right = all(
        len(names) == len(value) and all(n in said for n, said in zip(names, value, strict=True))
        for names in found
    )
    return None if right else f"skor tahap yang dipublikasikan: {found}"


holds(
    "from_unnamed_stages",
    lambda case: all(parts[2] for parts in _parts(case)),
    "tidak ada skor tahap yang dipublikasikan",
)
holds(
    "from_no_stages",
    lambda case: not any(parts[2] for parts in _parts(case)),
    "ada skor tahap yang dipublikasikan",
)
exactly(
    "figures_computed_then",
    lambda case: all(score_is_computed(e, case.region) for e in _computed_years(case)),
    "skornya pun dihitung",
)
holds(
    "stop_published",
    lambda case: not stop_is_computed(case.edition, case.region),
    "skor tahap itu dihitung dari jawaban",
)


def _is_decided(edition: Edition, region: str) -> bool:
    """Whether a decision is named, or the source of the score is one."""
    told = figure(edition, region, "score")
    usual = None if told.get("unsourced") == "true" else edition.settings.get("source")
    source = edition.source(told.get("source", usual), region) if "value" in told else {}
    return bool(edition.settings.get("decision")) or source.get("kind") == "decision"


holds(
    "undecided",
    lambda case: not any(_is_decided(e, case.region) for e in _computed_years(case)),
    "ada keputusan",
)


# The texts that are read are of the measure whose questionnaire that is; no other has an article.
holds("asked_in_saq", lambda case: case.kind == "article", "bukan laporan satu wilayah")


@claim("site_score_years", "series:years")
def site_score_years(case: Case, value: list[list[int]]) -> str | None:
    """The years whose score nobody published, all of them."""
    return _wrong_score_years(case, value)


@claim("same_for_scores")
def same_for_scores(case: Case, _: bool) -> str | None:
    """In the years whose category is the site's own, and in no others, the score is too."""
    return _wrong_score_years(case, case.get("scale_years"))


def _wrong_score_years(case: Case, value: list[list[int]]) -> str | None:
    of_region = case.site.of_region(case.region)
    found = sorted(e.year for e in of_region if score_is_computed(e, case.region))
    return None if [year for years in value for year in years] == found else f"{found}"
