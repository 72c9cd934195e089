"""Whether the region of an article took part, was absent, was not assessed, or was stopped."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from typing import Any

from reader.claims.case import Case, claim, equals, exactly, holds, part, plain
from reader.claims.texts import same_day
from reader.naive.answers import stage_names
from reader.naive.folder import OUT, Edition
from reader.naive.groups import all_named, is_other, known_participants
from reader.naive.history import absent_before, earlier, took_part_before
from reader.naive.questionnaire import stages_of, stop_is_computed, stopped_at
from reader.naive.results import (
    NO_RESULT,
    announced,
    category,
    part_shown,
    state,
    took_part,
)

holds("absent", lambda case: case.region in case.edition.listed("absent"), "tidak dinyatakan absen")
holds(
    "not_assessed",
    lambda case: case.region in case.edition.listed("not_assessed"),
    "tidak dinyatakan tidak dinilai",
)
holds(
    "not_returned",
    lambda case: case.region in case.edition.listed("not_returned"),
    "tidak dinyatakan tidak mengembalikan kuesioner",
)
holds(
    "named_participant",
    lambda case: case.region in case.edition.named() or bool(took_part(case.edition, case.region)),
    "tidak disebut sebagai peserta",
)


@claim("named_publisher", "publisher")
def named_publisher(case: Case, value: Collection[str]) -> str | None:
    told = case.edition.named().get(case.region)
    if told is None:
        number = case.edition.settings.get("participants", {}).get("took_part")
        told = number if isinstance(number, dict) else {}
    source = told.get("source")
    found = case.edition.source(source, case.region).get("publisher")
    return None if found in value else f"sumbernya: {found}"


holds(
    "absent_again",
    lambda case: (
        case.region in case.edition.listed("absent")
        and bool(absent_before(case.edition, case.region))
    ),
    "tidak absen pada edisi ini dan edisi sebelumnya",
)
holds(
    "entered",
    lambda case: (
        bool(took_part(case.edition, case.region))
        and bool(absent_before(case.edition, case.region))
        and not any(category(e, case.region) for e in earlier(case.edition))
    ),
    "kategori sebelumnya diketahui, atau tidak absen sebelumnya",
)
holds(
    "returned",
    lambda case: (
        bool(took_part(case.edition, case.region))
        and bool(absent_before(case.edition, case.region))
        and took_part_before(case.edition, case.region)
    ),
    "belum pernah ikut serta, atau tidak absen sebelumnya",
)


@claim("absence_publisher", "publisher")
def absence_publisher(case: Case, value: Collection[str]) -> str | None:
    """Whose word it is that the region was absent or not assessed."""
    listed = [case.edition.listed(name).get(case.region) for name in OUT]
    source = next((item.get("source") for item in listed if item), None)
    found = case.edition.source(source, case.region).get("publisher")
    return None if found in value else f"sumbernya: {found}"


holds(
    "participation_unknown",
    lambda case: (
        took_part(case.edition, case.region) is None
        and not _all_named(case)
        and state(case.edition, case.region, "category") not in NO_RESULT
    ),
    "keikutsertaannya diketahui",
)


def _all_named(case: Case) -> bool:
    return all_named(case.edition)


def _known_participants(case: Case) -> list[str]:
    return known_participants(case.edition)


holds(
    "not_among",
    lambda case: took_part(case.edition, case.region) is None and _all_named(case),
    "salah satu peserta, atau tidak semua peserta diketahui",
)
holds(
    "only_not_among",
    lambda case: len(_known_participants(case)) == len(case.edition.members) - 1,
    "yang lain pun tidak ada di antaranya",
)


# Of another year, in the text over all years.
def _then(case: Case) -> Edition | None:
    year = case.get("year_not_among")
    return next((e for e in case.site.of_region(case.region) if e.year == year), None)


@claim("took_part_then", "count")
def took_part_then(case: Case, value: int) -> str | None:
    then = _then(case)
    found = announced(then, "took_part") if then else None
    return None if found == value else f"{found}"


@claim("not_among_then")
def not_among_then(case: Case, _: bool) -> str | None:
    then = _then(case)
    right = then is not None and is_other(then, case.region)
    return None if right else "salah satu peserta, atau tidak semua peserta diketahui"


part("year_not_among", "year")

equals("took_part", "count", lambda case: announced(case.edition, "took_part"))
holds(
    "everybody_invited",
    lambda case: announced(case.edition, "invited") == announced(case.edition, "took_part"),
    "tidak semua yang diundang ikut serta",
)
equals("invited", "count", lambda case: announced(case.edition, "invited"))


@claim("members", "count")
def members(case: Case, value: int) -> str | None:
    """How many regions the group has; not known where regions.yml lists only some."""
    if case.edition.group.get("partial") == "true":
        return "daftar kelompok ini tidak lengkap"
    found = len(case.edition.members)
    return None if value == found else f"{found}"


@claim("stopped_stage", "stage")
def stopped_stage(case: Case, value: Collection[str]) -> str | None:
    found = _stage_name(case)
    return None if found in value else f"tahap yang tidak lolos: {found}"


def _stage_name(case: Case) -> str | None:
    return stage_names(case.edition).get(stopped_at(case.edition, case.region) or "")


holds(
    "stopped", lambda case: stopped_at(case.edition, case.region) is not None, "semua tahap lolos"
)
exactly(
    "stop_computed",
    lambda case: stop_is_computed(case.edition, case.region),
    "skor tahap itu dihitung dari jawaban",
)
equals("stopped_score", "decimal", lambda case: _stopped_score(case))
equals("stopped_threshold", "decimal", lambda case: _stopped_threshold(case))


def _stopped_score(case: Case) -> Decimal | None:
    stage = stopped_at(case.edition, case.region)
    if stage is None:
        return None
    exact = stages_of(case.edition, case.region)[stage]
    return part_shown(case.edition, case.region, "stage_scores", stage, exact)


def _stopped_threshold(case: Case) -> str | None:
    stage = stopped_at(case.edition, case.region)
    stages = (case.edition.instrument or {}).get("stages", [])
    return next((plain(s["threshold"]) for s in stages if s["id"] == stage), None)


@claim("founded_on", "date")
def founded_on(case: Case, value: Any) -> str | None:
    found = case.site.regions[case.region].get("founded", {}).get("date")
    return None if found and same_day(value, found) else f"{found}"
