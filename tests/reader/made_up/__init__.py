"""Made-up sites of every depth, consistent in themselves: the files of a results folder.

Every participant has a hidden result; what is written down is a part of it, as sources give parts.
``site(chance)`` draws one from a source of chance, such as Hypothesis's ``randoms()``.
"""

from __future__ import annotations

from decimal import Decimal
from random import Random
from typing import Any

from reader.made_up.awaited import awaited
from reader.made_up.results import activity, write_result
from reader.made_up.words import INSTRUMENTS, KINDS, ORGANIZERS, PUBLISHERS, SAYINGS, SCALES, TITLES
from reader.made_up.year import Year

YEARS = (2019, 2020, 2021, 2022, 2023, 2024)


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
    if chance.random() < 0.5:
        files |= awaited(chance, [year for year in YEARS if year not in years], ids)
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


OUT = {"absent": "absent", "not_returned": "not returned", "not_assessed": "not assessed"}
"""The lists of an edition that say why a region has no result, and the state of who stands there."""


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
        if state not in OUT.values():
            found.scores[id_] = _score(chance, habits, id_)
    _settings(chance, found, habits, earlier)
    for id_ in members:
        write_result(chance, found, id_)
    _participants(chance, found, partial)
    _corrections(chance, found)
    return found


def _state(chance: Random, habits: _Habits) -> str:
    """How a region stands in an edition; most are as the edition's depth says."""
    roll = chance.random()
    if roll < 0.09:
        return "absent"
    if roll < 0.12:
        return "not returned"
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
        if found.bounded and chance.random() < 0.4:
            settings["scale"] = _requiring(chance, settings["scale"])
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
    if chance.random() < 0.3:
        withheld = {"rank": ["score", "category"], "category": ["score", "rank"]}
        settings["not_published"] = withheld.get(habits.depth, [])
    if chance.random() < 0.2:
        settings["activities"] = [activity(chance, year)]
    for name, state in OUT.items():
        out = [id_ for id_, is_ in found.states.items() if is_ == state]
        if out:
            settings[name] = [_out(chance, id_, year) for id_ in out]
    told = [id_ for id_ in found.scores if found.states[id_] not in ("unknown", "withheld")]
    if told and chance.random() < 0.15:
        settings["distinctions"] = [{"region": chance.choice(told), "title": chance.choice(TITLES)}]


def _requiring(chance: Random, scale: dict[str, Any]) -> dict[str, Any]:
    """A scale whose better categories also require a question, an indicator, or a stage."""
    asked = [
        {"question": "a"},
        {"indicator": "web"},
        {"indicator": "layanan", "minimum": "50"},
        {"stage": "visit", "minimum": "60.5"},
    ]
    *better, last = scale["categories"]
    bound = [{**step, "requires": chance.sample(asked, chance.randint(0, 2))} for step in better]
    return {**scale, "categories": [*bound, last]}


def _out(chance: Random, region: str, year: int) -> Any:
    roll = chance.random()
    if roll < 0.5:
        return region
    return {"region": region, "source": chance.choice([f"s0-{year}", f"p0-{year}", f"p1-{year}"])}


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
    if number and chance.random() < 0.15:
        people["returned"] = people.get("took_part", number)
    if number and chance.random() < 0.15 and found.instrument is None:
        people["passed"] = {"Verifikasi": chance.randint(0, people.get("took_part", number))}
    if "took_part" in people and chance.random() < 0.15:
        other = {"value": people["took_part"] + 1}
        people["took_part"] = {"value": people["took_part"], "others": [other]}
    if found.scores and chance.random() < 0.15:
        known = list(found.scores)
        people["names"] = [
            _out(chance, id_, found.year) for id_ in chance.sample(known, chance.randint(1, number))
        ]
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
