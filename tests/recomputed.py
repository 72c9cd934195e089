"""Scores computed anew from the YAML alone, by other code than the package's."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from copy import deepcopy
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from conftest import ROOT

RESULTS = ROOT / "examples/contoh/results"

YEARS = (2023, 2024, 2025)


@cache
def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def load(path: Path) -> Any:
    """YAML as plain data, the caller's own; numbers as text, for exact fractions."""
    return deepcopy(_read(path))


def share(question: dict[str, Any], answer: dict[str, Any]) -> Fraction | None:
    """The part of a question's points, by a route of its own; None where it does not apply."""
    scale = question["scale"]
    kind = scale if isinstance(scale, str) else scale["kind"]
    if "points" in answer:
        return Fraction(answer["points"]) / most(scale, kind)
    return share_of(scale, kind, answer["verified"])


def most(scale: Any, kind: str) -> Fraction:
    if kind == "yes-no":
        return Fraction(1)
    if kind == "number":
        return Fraction(scale["maximum"])
    worth = [Fraction(option["points"]) for option in scale["options"]]
    return max(worth) if kind == "levels" else sum(worth, Fraction(0))


def share_of(scale: Any, kind: str, said: Any) -> Fraction | None:
    if said == "tidak-berlaku":
        return None
    if kind == "yes-no":
        return Fraction(said == "ya")
    if kind == "number":
        return Fraction(said) / Fraction(scale["maximum"])
    worth = {option["id"]: Fraction(option["points"]) for option in scale["options"]}
    if kind == "levels":
        return worth[said] / max(worth.values())
    chosen = said if isinstance(said, list) else [] if said == "tidak" else [said]
    return sum((worth[c] for c in chosen), Fraction(0)) / sum(worth.values())


def indicator_score(
    indicator: dict[str, Any], answers: dict[str, Any], key: str = "verified"
) -> Fraction:
    told = [
        (Fraction(q["weight"]), share(q, {"verified": answers[q["id"]][key]}))
        for q in indicator["questions"]
    ]
    kept = [(weight, part) for weight, part in told if part is not None]
    return 100 * sum(w * p for w, p in kept) / sum(w for w, _ in kept)


def rounded(value: Fraction) -> str:
    units = (value * 100 + Fraction(1, 2)).__floor__()
    return f"{units // 100}.{units % 100:02}"


def fullest(question: dict[str, Any]) -> Any:
    """The answer that has all points of a question."""
    scale = question["scale"]
    kind = scale if isinstance(scale, str) else scale["kind"]
    if kind == "yes-no":
        return "ya"
    if kind == "number":
        return scale["maximum"]
    options = scale["options"]
    if kind == "choices":
        return [option["id"] for option in options]
    return max(options, key=lambda option: Fraction(option["points"]))["id"]


def recomputed(year: int, region: str) -> tuple[dict[str, Fraction], dict[str, Fraction], str]:
    """Indicators, stages and the final score ("" if stopped) of a region, from the YAML."""
    scores, stages, final = exactly(year, region)
    return scores, stages, "" if final is None else rounded(final)


def questions_of(year: int) -> dict[str, dict[str, Any]]:
    """The questions of an edition by id, in their order."""
    edition = load(RESULTS / f"{year}/edition.yml")
    instrument = load(RESULTS / f"instruments/{edition['instrument']}.yml")
    return {q["id"]: q for i in instrument["indicators"] for q in i["questions"]}


def exactly(
    year: int, region: str, full: Iterable[str] = ()
) -> tuple[dict[str, Fraction], dict[str, Fraction], Fraction | None]:
    """The same, not rounded (None if stopped), were some questions answered in full."""
    edition = load(RESULTS / f"{year}/edition.yml")
    instrument = load(RESULTS / f"instruments/{edition['instrument']}.yml")
    result = load(RESULTS / f"{year}/{region}.yml")
    asked = questions_of(year)
    answers = result["answers"] | {id_: {"verified": fullest(asked[id_])} for id_ in full}
    scores = {i["id"]: indicator_score(i, answers) for i in instrument["indicators"]}
    stages = {id_: Fraction(v) for id_, v in result.get("stage_scores", {}).items()}
    for stage in instrument["stages"]:
        members = [i for i in instrument["indicators"] if i["stage"] == stage["id"]]
        if members:
            stages[stage["id"]] = sum(
                Fraction(i["weight"]) * scores[i["id"]] for i in members
            ) / Fraction(100)
    for stage in instrument["stages"]:
        if "threshold" in stage and stages[stage["id"]] < Fraction(stage["threshold"]):
            return scores, stages, None
    weighted = [Fraction(s["weight"]) * stages[s["id"]] for s in instrument["stages"]]
    return scores, stages, sum(weighted, Fraction(0)) / 100


def category(year: int, region: str, full: Iterable[str] = ()) -> str:
    """The category by the scale, were some questions answered in full, with what it requires."""
    edition = load(RESULTS / f"{year}/edition.yml")
    chosen = set(full)
    scores, stages, final = exactly(year, region, chosen)
    assert final is not None
    answers, asked = load(RESULTS / f"{year}/{region}.yml")["answers"], questions_of(year)

    def holds(item: dict[str, str]) -> bool:
        if "question" in item:
            id_ = item["question"]
            part = share(asked[id_], answers[id_])
            return id_ in chosen or part is None or part == 1
        value = scores[item["indicator"]] if "indicator" in item else stages[item["stage"]]
        return Fraction(rounded(value)) >= Fraction(item["minimum"])

    for step in edition["scale"]["categories"]:
        reached = Fraction(rounded(final)) >= Fraction(step["minimum"])
        if reached and all(holds(item) for item in step.get("requires", [])):
            return str(step["name"])
    raise AssertionError("below every category")


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))


def comma(number: str) -> str:
    return number.replace(".", ",")


def region_names() -> dict[str, str]:
    return {r["id"]: r["name"] for r in load(RESULTS / "regions.yml")["regions"]}


CASES = [
    (year, path.stem)
    for year in YEARS
    for path in sorted((RESULTS / str(year)).glob("*.yml"))
    if path.stem != "edition"
]
