"""The result file of one region: the parts of its hidden result that are told, and what was said."""

from __future__ import annotations

from random import Random
from typing import Any

from reader.made_up.words import ACTS, INSTRUMENTS, NOTES, OBSTACLES, PEOPLE, SAYINGS
from reader.made_up.year import Year


def activity(chance: Random, year: int) -> dict[str, str]:
    date = chance.choice([f"{year}-05-03", f"{year}-05", f"{year}"])
    found = {"date": date, "kind": "visitasi", "title": chance.choice(ACTS)}
    if chance.random() < 0.7:
        found["by"] = chance.choice(["Komisi II", "Diskominfo Provinsi Contoh"])
    return found


def write_result(chance: Random, found: Year, region: str) -> None:
    """The file of a region: the parts of its result that its state tells, and what was said."""
    state = found.states[region]
    result: dict[str, Any] = {}
    if state == "withheld":
        parts = [("category",), ("rank",), ("category", "rank"), ("score", "category", "rank")]
        for name in chance.choice(parts):
            result[name] = {"not_published": "true"}
    if state == "answers":
        _answers(chance, found, result)
    if state in ("score", "both", "all"):
        result["score"] = str(found.scores[region])
    if state in ("category", "both", "all") and found.scale is not None:
        result["category"] = found.category(found.scores[region])
    if state in ("rank", "all"):
        result["rank"] = str(found.rank(region))
    if state in ("rank", "all", "category") and chance.random() < 0.15:
        other = found.rank(region) + chance.choice([1, 2, 3])
        result["rank"] = {"value": found.rank(region), "others": [{"value": other}]}
        if chance.random() < 0.5:
            result["rank"]["note"] = chance.choice(NOTES)
    for name in found.settings.get("not_published", []):
        result.pop(name, None)
    if isinstance(result.get("score"), str) and chance.random() < 0.05:
        result["score"] = {"value": result["score"], "note": chance.choice(NOTES)}
    if isinstance(result.get("category"), str) and chance.random() < 0.1:
        result["rank"] = {"value": found.rank_in_category(region), "within": "category"}
    elif "category" in result and state != "withheld" and chance.random() < 0.15:
        names = [step["name"] for step in (found.scale or {})["categories"]]
        result["category"] = {"value": chance.choice(names), "note": chance.choice(NOTES)}
    if chance.random() < 0.25:
        said(chance, found, region, result)
    if result or chance.random() < 0.1:
        found.files[region] = result


def _answers(chance: Random, found: Year, result: dict[str, Any]) -> None:
    """Answers to all questions, or the scores of some parts alone."""
    instrument = INSTRUMENTS[found.instrument or ""]
    if chance.random() < 0.85:
        result["stage_scores"] = {"visit": f"{chance.randint(0, 10000) / 100:.2f}"}
    if chance.random() < 0.15:
        for indicator in instrument["indicators"]:
            score = f"{chance.randint(0, 10000) / 100:.2f}"
            result.setdefault("indicators", {})[indicator["id"]] = score
        return
    result["answers"] = {}
    for indicator in instrument["indicators"]:
        for question in indicator["questions"]:
            values = _values(question)
            verified = chance.choice(values)
            claim = chance.choice(values) if chance.random() < 0.3 else verified
            answer: dict[str, Any] = {"self": claim, "verified": verified}
            if chance.random() < 0.1:
                answer = {"verified": verified}
            if chance.random() < 0.1:
                answer["obstacle"] = chance.choice(OBSTACLES)
            result["answers"][question["id"]] = answer
    if chance.random() < 0.15:
        result["obstacles"] = [
            {"text": text} for text in chance.sample(OBSTACLES, chance.randint(1, 3))
        ]
    if chance.random() < 0.2:
        made = [_objection(chance, found.year, instrument) for _ in range(chance.randint(1, 3))]
        for item in made[1:]:
            item.pop("before", None)
        result["objections"] = made


def _values(question: dict[str, Any]) -> list[Any]:
    scale = question["scale"]
    values: list[Any] = ["ya", "tidak"]
    if isinstance(scale, dict):
        options = [option["id"] for option in scale.get("options", [])]
        values = {"number": ["0", "4", "10"], "levels": options}.get(
            scale["kind"], [*options, options, "tidak"]
        )
    return [*values, "tidak-berlaku"] if question.get("not_applicable") else values


def _objection(chance: Random, year: int, instrument: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {"date": f"{year}-09-10", "text": chance.choice(SAYINGS)}
    indicator = chance.choice(instrument["indicators"])
    what = chance.choice(["question", "indicator", None])
    if what == "question":
        found["question"] = indicator["questions"][0]["id"]
    elif what == "indicator":
        found["indicator"] = indicator["id"]
    if chance.random() < 0.5:
        found["by"] = "PPID Kabupaten Contoh"
    if chance.random() < 0.6:
        found["decision"] = chance.choice(["Ditolak.", "diterima sebagian", "diterima bersyarat"])
    if chance.random() < 0.3 and found.get("decision") != "Ditolak.":
        found["outcome"] = "partly"
    if {"decision", "outcome"} & set(found) and chance.random() < 0.6:
        found["decided"] = f"{year}-09-24"
    if "outcome" in found and chance.random() < 0.6:
        found["before"] = {"score": "41.237", "rank": "3"}
    return found


def said(chance: Random, found: Year, region: str, result: dict[str, Any]) -> None:
    """A target, statements, replies, activities; dates as precise as sources give them."""
    year = found.year
    dates = [f"{year}-03-01", f"{year}-12", f"{year}-12-24", f"{year + 1}-01-05"]
    person = chance.choice(PEOPLE)
    if chance.random() < 0.6:
        names = [step["name"] for step in (found.scale or {}).get("categories", [])]
        target: dict[str, Any] = {"at_least": chance.choice([*names, "75.5"])}
        if chance.random() < 0.8:
            target |= {"by": person[1], "date": chance.choice(dates)}
            if chance.random() < 0.7:
                target["office"] = person[0]
        result["target"] = target
    for _ in range(chance.choice([0, 1, 1, 2, 3])):
        office, name = chance.choice([person, chance.choice(PEOPLE)])
        told = {"speaker": name, "text": chance.choice(SAYINGS)}
        told["verb"] = chance.choice(["menyatakan", "berharap", "berharap"])
        if chance.random() < 0.6:
            told["office"] = office
        if chance.random() < 0.6:
            told["date"] = chance.choice(dates)
        result.setdefault("statements", []).append(told)
    if chance.random() < 0.3:
        result["responses"] = [
            {"date": f"{year + 1}-01-02", "by": "PPID 1", "text": chance.choice(SAYINGS)}
        ]
    if chance.random() < 0.3:
        result["activities"] = [activity(chance, year)]
