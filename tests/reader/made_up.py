"""Made-up sites of every depth, consistent in themselves: the files of a results folder.

Every participant has a hidden result; what is written down is a part of it, as sources give parts.
``site(chance)`` draws one from a source of chance, such as Hypothesis's ``randoms()``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from typing import Any

from reader.made_up_words import (
    ACTS,
    INSTRUMENTS,
    KINDS,
    NOTES,
    OBSTACLES,
    ORGANIZERS,
    PEOPLE,
    PUBLISHERS,
    SAYINGS,
    SCALES,
    TITLES,
)

YEARS = (2019, 2020, 2021, 2022, 2023, 2024)


@dataclass
class Year:
    """What is drawn for one group in one year; ``scores`` are those of all who took part, hidden or not."""

    year: int
    scale: dict[str, Any] | None
    instrument: str | None
    states: dict[str, str]
    scores: dict[str, Decimal] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)
    files: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def decimals(self) -> int:
        return int((self.scale or {}).get("decimals", 2))

    @property
    def bounded(self) -> bool:
        return bool(self.scale) and "minimum" in (self.scale or {})["categories"][0]

    def rounded(self, score: Decimal) -> Decimal:
        return score.quantize(Decimal(1).scaleb(-self.decimals), ROUND_HALF_UP)

    def rank(self, region: str) -> int:
        mine = self.rounded(self.scores[region])
        return 1 + sum(self.rounded(other) > mine for other in self.scores.values())

    def category(self, score: Decimal) -> str:
        """The category of a score; without bounds one of the scale's by a hidden cut."""
        steps = (self.scale or {})["categories"]
        for index, step in enumerate(steps):
            bound = Decimal(step.get("minimum", 100 - 25 * (index + 1)))
            if self.rounded(score) >= bound or step is steps[-1]:
                return str(step["name"])
        raise AssertionError


def site(chance: Random) -> dict[str, Any]:
    """The files of a results folder by their names, as plain values to be written as YAML."""
    regions, groups = _regions(chance)
    files: dict[str, Any] = {"regions.yml": {"groups": groups, "regions": regions}}
    for name, instrument in INSTRUMENTS.items():
        files[f"instruments/{name}.yml"] = instrument
    years = sorted(chance.sample(YEARS, chance.randint(1, 4)))
    ids = {g["id"]: [r["id"] for r in regions if r["group"] == g["id"]] for g in groups}
    habits = {id_: _Habits(chance) for id_ in ids}
    earlier: list[int] = []
    for year in years:
        drawn = {
            group: _year(chance, year, members, habits[group], earlier, group == "opd")
            for group, members in ids.items()
        }
        files[f"{year}/edition.yml"] = {
            **{"year": year, "title": f"Evaluasi {year}", "status": "final"},
            "organizer": ORGANIZERS[0],
            "sources": [{"id": f"s{i}-{year}", "title": f"Berita {i}"} for i in range(2)]
            + [
                {"id": f"p{i}-{year}", "title": "Berita", "publisher": publisher}
                for i, publisher in enumerate(PUBLISHERS)
            ],
            "groups": {group: found.settings for group, found in drawn.items()},
        }
        for found in drawn.values():
            for id_, result in found.files.items():
                files[f"{year}/{id_}.yml"] = {"region": id_, **result}
        earlier.append(year)
    return files


def _regions(chance: Random) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    regions = []
    groups = [{"id": "kabupaten-kota", "name": "Kabupaten/kota"}]
    listed = chance.sample(KINDS["kabupaten-kota"], chance.randint(1, 7))
    if chance.random() < 0.3:
        groups.append({"id": "opd", "name": "Perangkat daerah provinsi", "partial": "true"})
        listed += chance.sample(KINDS["opd"], chance.randint(1, 3))
    for index, (kind, name, group) in enumerate(listed):
        regions.append({"id": f"r{index}", "name": name, "kind": kind, "group": group})
    return regions, groups


class _Habits:
    """What stays from year to year more often than not: organizer, scale, instrument, depth."""

    def __init__(self, chance: Random) -> None:
        self.organizer = chance.choice(ORGANIZERS)
        self.scale = chance.choice(SCALES)
        self.instrument = chance.choice([None, None, "k1"])
        self.depth = chance.choice(["score", "score", "mixed", "category", "rank"])
        self.level: dict[str, Decimal] = {}


def _year(
    chance: Random,
    year: int,
    members: list[str],
    habits: _Habits,
    earlier: list[int],
    partial: bool,
) -> Year:
    if chance.random() < 0.15:
        habits.scale = chance.choice(SCALES)
    if chance.random() < 0.15:
        habits.instrument = chance.choice([None, "k1", "k2"])
    if chance.random() < 0.2:
        habits.depth = chance.choice(["score", "mixed", "category", "rank"])
    states = {id_: _state(chance, habits) for id_ in members}
    found = Year(year, habits.scale, habits.instrument, states)
    for id_, state in states.items():
        if state not in ("absent", "not assessed"):
            found.scores[id_] = _score(chance, habits, id_)
    _settings(chance, found, habits, earlier)
    for id_ in members:
        _result(chance, found, id_)
    _participants(chance, found, partial)
    _corrections(chance, found)
    return found


def _state(chance: Random, habits: _Habits) -> str:
    """How a region stands in an edition; most are as the edition's depth says."""
    roll = chance.random()
    if roll < 0.12:
        return "absent"
    if roll < 0.18:
        return "not assessed"
    if roll < 0.26:
        return "unknown"
    if roll < 0.30:
        return "withheld"
    if habits.instrument and roll < 0.85:
        return "answers"
    if habits.depth == "mixed":
        return chance.choice(["score", "category", "both", "all", "rank"])
    return "both" if habits.depth == "score" and chance.random() < 0.4 else habits.depth


def _score(chance: Random, habits: _Habits, region: str) -> Decimal:
    """Near that of the year before, often level with another, sometimes on a bound."""
    roll = chance.random()
    if roll < 0.2 and habits.level:
        value = chance.choice(list(habits.level.values()))
    elif roll < 0.35:
        value = Decimal(chance.choice(["90", "80", "79.995", "60", "59.6", "40.5", "0", "89.99"]))
    elif region in habits.level:
        value = habits.level[region] + Decimal(chance.randint(-1500, 1500)) / 100
    else:
        value = Decimal(chance.randint(0, 10000)) / 100
    value = min(max(value, Decimal(0)), Decimal(100))
    habits.level[region] = value
    return value


def _settings(chance: Random, found: Year, habits: _Habits, earlier: list[int]) -> None:
    year, settings = found.year, found.settings
    organizer = habits.organizer if chance.random() < 0.9 else chance.choice(ORGANIZERS)
    settings["organizer"] = organizer
    if found.scale is not None:
        settings["scale"] = found.scale
    if found.instrument is not None:
        settings["instrument"] = found.instrument
    if chance.random() < 0.7:
        settings["published"] = chance.choice([f"{year}-12-19", f"{year}-12", f"{year}"])
        if chance.random() < 0.5:
            settings["place"] = chance.choice(["Banjarmasin", "di Aula Kota Contoh"])
    if chance.random() < 0.2:
        settings["decision"] = {"number": f"7/KEP/{year}"}
        if chance.random() < 0.5:
            settings["decision"]["date"] = f"{year}-11-30"
    if earlier and chance.random() < 0.15:
        settings["comparable_with"] = chance.choice([[], [earlier[-1]], [earlier[0]]])
    if chance.random() < 0.2:
        settings["activities"] = [_activity(chance, year)]
    for name, state in (("absent", "absent"), ("not_assessed", "not assessed")):
        out = [id_ for id_, is_ in found.states.items() if is_ == state]
        if out:
            settings[name] = [_out(chance, id_, year) for id_ in out]
    told = [id_ for id_ in found.scores if found.states[id_] not in ("unknown", "withheld")]
    if told and chance.random() < 0.15:
        settings["distinctions"] = [{"region": chance.choice(told), "title": chance.choice(TITLES)}]


def _out(chance: Random, region: str, year: int) -> Any:
    roll = chance.random()
    if roll < 0.5:
        return region
    return {"region": region, "source": chance.choice([f"s0-{year}", f"p0-{year}", f"p1-{year}"])}


def _activity(chance: Random, year: int) -> dict[str, str]:
    date = chance.choice([f"{year}-05-03", f"{year}-05", f"{year}"])
    found = {"date": date, "kind": "visitasi", "title": chance.choice(ACTS)}
    if chance.random() < 0.7:
        found["by"] = chance.choice(["Komisi II", "Diskominfo Provinsi Contoh"])
    return found


def _result(chance: Random, found: Year, region: str) -> None:
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
    if "category" in result and state != "withheld" and chance.random() < 0.15:
        names = [step["name"] for step in (found.scale or {})["categories"]]
        result["category"] = {"value": chance.choice(names), "note": chance.choice(NOTES)}
    if chance.random() < 0.25:
        _said(chance, found, region, result)
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
        result["objections"] = [_objection(chance, found.year, instrument)]


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
        found["decision"] = chance.choice(["Ditolak.", "diterima sebagian"])
        if chance.random() < 0.6:
            found["decided"] = f"{year}-09-24"
    return found


def _said(chance: Random, found: Year, region: str, result: dict[str, Any]) -> None:
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
        said = {"speaker": name, "text": chance.choice(SAYINGS)}
        said["verb"] = chance.choice(["menyatakan", "berharap", "berharap"])
        if chance.random() < 0.6:
            said["office"] = office
        if chance.random() < 0.6:
            said["date"] = chance.choice(dates)
        result.setdefault("statements", []).append(said)
    if chance.random() < 0.3:
        result["responses"] = [
            {"date": f"{year + 1}-01-02", "by": "PPID 1", "text": chance.choice(SAYINGS)}
        ]
    if chance.random() < 0.3:
        result["activities"] = [_activity(chance, year)]


def _participants(chance: Random, found: Year, partial: bool) -> None:
    """How many took part, and how many have a category: all, as many as known, or "among others".

    Of a group of which only some bodies are listed, more may have taken part.
    """
    people: dict[str, Any] = {}
    number = len(found.scores)
    more = chance.choice([0, 0, 0, 3]) if partial else 0
    if chance.random() < 0.4 and number:
        people["took_part"] = number + more
    steps = (found.scale or {}).get("categories", [])
    if steps and chance.random() < 0.25:
        name = steps[0]["name"]
        listed = sum(_told(result, "category") == name for result in found.files.values())
        by_scale = sum(
            found.bounded and "score" in result and "category" not in result
            for result in found.files.values()
        )
        if not by_scale:
            hidden = number - sum("category" in result for result in found.files.values())
            people["categories"] = {name: listed + chance.randint(0, min(hidden + more, 1))}
            if chance.random() < 0.5:
                people["complete"] = "false"
    if people and chance.random() < 0.3:
        people["invited"] = max(people.get("took_part", 0), len(found.states)) + 1
    if people:
        found.settings["participants"] = people


def _told(result: dict[str, Any], name: str) -> Any:
    figure = result.get(name)
    return figure.get("value") if isinstance(figure, dict) else figure


def _corrections(chance: Random, found: Year) -> None:
    """Figures that were published otherwise before; one act may hold two of them."""
    scored = [id_ for id_, result in found.files.items() if isinstance(result.get("score"), str)]
    if not scored or chance.random() > 0.2:
        return
    region = chance.choice(scored)
    act = {"date": chance.choice([f"{found.year + 1}-01", f"{found.year + 1}-01-10"])}
    if chance.random() < 0.6:
        act["decision"] = f"5/KEP/{found.year}"
    if chance.random() < 0.6:
        act["reason"] = chance.choice(SAYINGS)
    result = found.files[region]
    corrected = [{"field": "score", "from": "12.34", "to": result["score"]}]
    if isinstance(result.get("rank"), str):
        corrected.append({"field": "rank", "from": "38", "to": result["rank"]})
    found.settings["corrections"] = [{**act, "region": region, **item} for item in corrected]
