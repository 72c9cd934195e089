"""What the data record in words: who said and did what, and when; notes on figures."""

from __future__ import annotations

from collections.abc import Collection
from itertools import product
from typing import Any

from reader.claims.case import Case, claim, part
from reader.language.dates import Date
from reader.naive.announced import results_announced
from reader.naive.folder import Record, partial_date
from reader.naive.results import door_notes, figure, list_notes

Persons = Collection[tuple[str, str]]


def wrong_date(value: Date, text: str | None) -> str | None:
    """What is wrong with a date that is said; None if it is the one in the data."""
    if text is None:
        return "tanggalnya tidak diketahui"
    right = value.parts == partial_date(text) and value.right_weekday
    return None if right else f"tanggal: {text}"


def own_records(case: Case, name: str) -> list[Record]:
    """``activities``, ``statements`` and others of the page's region."""
    return list(case.edition.results.get(case.region, {}).get(name, []))


def said_by(persons: Persons, record: Record, name: str) -> bool:
    """Whether a person is the one of a record; an office is not needed, but it must be the right one."""
    return any(
        speaker == record.get(name) and office in ("", record.get("office", ""))
        for office, speaker in persons
    )


def same_day(value: Date | None, text: str | None) -> bool:
    """Whether a date that is said, if any, is that of a record."""
    return value is None or (text is not None and wrong_date(value, text) is None)


# The announcement.
@claim("published", "date")
def published(case: Case, value: Date) -> str | None:
    if not results_announced(case.edition):
        return "belum diumumkan"
    return wrong_date(value, case.edition.settings.get("published"))


@claim("scheduled", "date")
def scheduled(case: Case, value: Date) -> str | None:
    """The day on which results are to be announced, while they are not."""
    if results_announced(case.edition):
        return "sudah diumumkan"
    return wrong_date(value, case.edition.settings.get("published"))


@claim("place", "place")
def place(case: Case, value: Collection[str]) -> str | None:
    found = case.edition.settings.get("place")
    return None if found in value else f"tempat: {found}"


@claim("note", "note")
def note(case: Case, value: Collection[str]) -> str | None:
    """A note on a figure of the region in this edition; of any member, or in any edition."""
    if case.kind == "running":
        pairs = [(edition, case.region) for edition in case.site.of_region(case.region)]
    else:
        ids = [case.region] if case.kind == "article" else case.edition.members
        pairs = [(case.edition, id_) for id_ in ids]
    notes = {
        figure(edition, id_, name).get("note")
        for (edition, id_), name in product(pairs, ("score", "category", "rank"))
    }
    notes |= {list_notes(edition).get(id_) for edition, id_ in pairs}
    if case.kind != "running":
        notes |= set(door_notes(case.edition))
    return None if notes & set(value) else "catatan hal lain"


# Activities.
@claim("activity", "activity")
def activity(case: Case, value: Collection[str]) -> str | None:
    """What was done, by whom, and on which day: all three of one record."""
    of_all = case.edition.settings.get("activities", [])
    found = own_records(case, "activities") if case.kind == "article" else of_all
    titled = [item for item in found if item["title"] in value]
    by = case.get("activity_by", {None})
    right = [
        item
        for item in titled
        if same_day(case.get("activity_date"), item["date"]) and item.get("by") in by
    ]
    return None if right else f"kegiatan: {[(i['date'], i.get('by')) for i in titled]}"


part("activity_date", "date")
part("activity_by", "actor")


# Statements.
part("item_verb", "verb")
part("item_said", "said")
part("speech_date", "date")
part("speaker", "speaker")


@claim("speeches", "series:&speech")
def speeches(case: Case, value: list[dict[str, Any]]) -> str | None:
    """Each was said by the speaker, in that office, with that verb, on that day if one is given."""
    for item in value:
        told = [s for s in own_records(case, "statements") if s["text"] in item["item_said"]]
        if not any(
            said_by(case.get("speaker"), s, "speaker")
            and s["verb"] in item["item_verb"]
            and same_day(case.get("speech_date"), s.get("date"))
            for s in told
        ):
            return f"{[(s['speaker'], s.get('office'), s['verb'], s.get('date')) for s in told]}"
    return None


@claim("response", "response")
def response(case: Case, value: Collection[str]) -> str | None:
    told = [r for r in own_records(case, "responses") if r["text"] in value]
    right = [
        r
        for r in told
        if r["by"] in case.get("response_by") and same_day(case.get("response_date"), r["date"])
    ]
    return None if right else f"tanggapan: {[(r['by'], r['date']) for r in told]}"


part("response_by", "responder")
part("response_date", "date")
