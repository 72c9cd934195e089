"""Corrections and objections: what was published first, what stands now, who objected, what was decided."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from reader.claims.case import Case, claim, holds, part
from reader.claims.texts import own_records, same_day
from reader.naive.answers import indicator_names
from reader.naive.folder import Edition, Record, partial_date
from reader.naive.objections import outcome
from reader.naive.questionnaire import questions
from reader.naive.results import on_same_place

part("item_field", "field")
part("item_value", "value")
part("item_from", "value")
part("item_region", "member")


def matches(value: object, text: str) -> bool:
    """Whether a figure that is said is the one that stands in a correction."""
    return text in value if isinstance(value, frozenset) else str(value) == text


def own_corrections(case: Case, edition: Edition | None = None) -> list[Record]:
    """The corrections of the page's region, in the order of the file."""
    listed = (edition or case.edition).records("corrections")
    return [item for item in listed if item["region"] == case.region]


def latest(corrections: list[Record], field: str) -> Record | None:
    """The last correction of a figure: what stands there now."""
    found = [item for item in corrections if item["field"] == field]
    return max(found, key=lambda item: partial_date(item["date"]), default=None)


# The correction that leads an article.
part("corrected_field", "field")


@claim("corrected_to", "value")
def corrected_to(case: Case, value: object) -> str | None:
    """The figure that stands now, and it was corrected."""
    found = latest(own_corrections(case), case.get("corrected_field"))
    return None if found and matches(value, found["to"]) else f"koreksi: {found}"


# One act: what was announced first, and what it became.
part("corrected_from", "series:&field_and_value")
part("correction_decision", "decision")
part("correction_date", "date")


@claim("corrected_into", "series:&field_and_value")
def corrected_into(case: Case, value: list[dict[str, Any]]) -> str | None:
    """Each pair is one correction of that day and that decision."""
    befores = case.get("corrected_from")
    if [b["item_field"] for b in befores] != [a["item_field"] for a in value]:
        return "bidang yang dikoreksi tidak sama"
    for before, after in zip(befores, value, strict=True):
        if not any(
            item["field"] == after["item_field"]
            and matches(before["item_value"], item["from"])
            and matches(after["item_value"], item["to"])
            and same_day(case.get("correction_date"), item["date"])
            and item.get("decision") in case.get("correction_decision", {None})
            for item in own_corrections(case)
        ):
            return f"koreksi: {own_corrections(case)}"
    return None


@claim("correction_reason", "reason")
def correction_reason(case: Case, value: Collection[str]) -> str | None:
    """A reason of the region's corrections; of the act that the sentence before tells, if it is known."""
    told = dict(case.before).get("correction_date")
    found = {
        item.get("reason")
        for item in own_corrections(case)
        if told is None or same_day(told, item["date"])
    }
    return None if found & set(value) else f"alasan: {found}"


# Figures of other editions or regions that were corrected.
part("fields_then_corrected", "series:field")
part("fields_corrected_of_other", "series:field")
part("values_then_before", "series:value")


@claim("corrected_year", "year")
def corrected_year(case: Case, value: int) -> str | None:
    """The fields and the first values of the region's corrections in that edition."""
    group = case.site.regions[case.region]["group"]
    edition = case.site.editions.get((value, group))
    found = own_corrections(case, edition) if edition else []
    fields, values = case.get("fields_then_corrected"), case.get("values_then_before")
    right = len(fields) == len(values) and all(
        any(item["field"] == field and matches(first, item["from"]) for item in found)
        for field, first in zip(fields, values, strict=True)
    )
    return None if right else f"koreksi: {found}"


@claim("level_with", "member")
def level_with(case: Case, value: Collection[str]) -> str | None:
    """Another region on the same place, whose figures were corrected."""
    other = case.member(value)
    if other not in on_same_place(case.edition, case.region):
        return "tidak seperingkat"
    found = [item for item in case.edition.records("corrections") if item["region"] == other]
    right = all(
        any(
            item["field"] == field and same_day(case.get("date_corrected_of_other"), item["date"])
            for item in found
        )
        for field in case.get("fields_corrected_of_other")
    )
    return None if right else f"koreksi: {found}"


part("date_corrected_of_other", "date")


@claim("after_correction", "date")
def after_correction(case: Case, value: Any) -> str | None:
    """The day of the latest correction of what the text is about; of a region, also of who shares
    its place."""
    own = set(case.edition.members)
    if case.region_:
        own = (
            {case.region}
            if own_corrections(case)
            else set(on_same_place(case.edition, case.region))
        )
    found = sorted(c["date"] for c in case.edition.records("corrections") if c["region"] in own)
    return None if found and same_day(value, found[-1]) else f"koreksi: {found}"


# Acts of a whole edition.
part("act_date", "date")
part("act_decision", "decision")


@claim("act_corrections", "series:&field_from_to")
def act_corrections(case: Case, value: list[dict[str, Any]]) -> str | None:
    """Each is a correction of that day and decision; a region once named holds for what follows."""
    region = ""
    for item in value:
        region = case.member(item["item_region"]) if "item_region" in item else region
        found = [c for c in case.edition.records("corrections") if c["region"] == region]
        if not any(
            c["field"] == item["item_field"]
            and matches(item["item_from"], c["from"])
            and matches(item["item_value"], c["to"])
            and same_day(case.get("act_date"), c["date"])
            and c.get("decision") in case.get("act_decision", {None})
            for c in found
        ):
            return f"koreksi: {found}"
    return None


# Objections.
part("objection_date", "date")
part("objector", "objector")
part("objection_question", "question")
part("objection_indicator", "indicator")


@claim("objection_text", "objection")
def objection_text(case: Case, value: Collection[str]) -> str | None:
    """One objection with that reason, that day, that objector, and about that."""
    told = [o for o in own_records(case, "objections") if o["text"] in value]
    right = [o for o in told if _objected(case, o)]
    return None if right else f"sanggahan: {told}"


def _objected(case: Case, item: Record) -> bool:
    by = item.get("by")
    who = case.get("objector")
    question = questions(case.edition.instrument or {}).get(item.get("question", ""), {})
    indicator = indicator_names(case.edition).get(item.get("indicator", ""))
    asked, named = case.get("objection_question"), case.get("objection_indicator")
    about = (
        (asked is None or question.get("text") in asked)
        and (named is None or indicator in named)
        and (not case.says("objection_to_all") or not {"question", "indicator"} & set(item))
    )
    return (
        about
        and same_day(case.get("objection_date"), item["date"])
        and (by in who if by else case.region in who)
    )


holds("objection_to_all", lambda case: case.get("objection_text") is not None, "tanpa sanggahan")


def _just_told(case: Case) -> list[Record]:
    """The objection that the sentence before tells; all of the region where that is not known."""
    told = dict(case.before).get("objection_text")
    day = dict(case.before).get("objection_date")
    return [
        item
        for item in own_records(case, "objections")
        if told is None or (item["text"] in told and same_day(day, item["date"]))
    ]


@claim("ruling", "ruling")
def ruling(case: Case, value: Collection[str]) -> str | None:
    """What was decided on the objection, and on which day."""
    told = _just_told(case)
    right = any(
        item.get("decision") in value
        and (case.get("ruling_date") is None or "decided" in item)
        and same_day(case.get("ruling_date"), item.get("decided"))
        for item in told
    )
    return None if right else f"{[(i.get('decision'), i.get('decided')) for i in told]}"


def _ruled(case: Case, state: str) -> bool:
    """Whether that became of the objection, on that day."""
    return any(
        outcome(item) == state and same_day(case.get("ruling_date"), item.get("decided"))
        for item in _just_told(case)
    )


holds("ruled_granted", lambda case: _ruled(case, "granted"), "keputusannya lain")
holds("ruled_partly", lambda case: _ruled(case, "partly"), "keputusannya lain")
holds("ruled_refused", lambda case: _ruled(case, "refused"), "keputusannya lain")
part("ruling_date", "date")
holds(
    "ruling_unknown",
    lambda case: any(outcome(item) == "open" for item in _just_told(case)),
    "keputusannya diketahui",
)
