"""A results folder as plain dictionaries, and its editions with the settings that hold for them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import update_wrapper
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import yaml

P = ParamSpec("P")
T = TypeVar("T")
OUT = ("absent", "not_returned", "not_assessed")
"""The lists of an edition that say why a region has no result."""

Record = dict[str, Any]
"""A mapping of a YAML file: its values are texts, lists and mappings, never numbers."""

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def load(path: Path) -> Record:
    """The mapping in a file; white space inside a text counts once, as a page shows it."""
    found: Record = _tidy(yaml.load(path.read_text("utf-8-sig"), Loader=_LOADER))
    return found


def _tidy(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _tidy(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_tidy(inner) for inner in value]
    return " ".join(value.split())


class Edition:
    """The evaluation of one group in one year; ``settings`` are the year's with the group's on top."""

    def __init__(self, site: Site, year: int, group: Record, settings: Record) -> None:
        self.site = site
        self.year = year
        self.group = group
        self.settings = settings
        self.members = [
            r["id"]
            for r in site.regions.values()
            if r["group"] == group["id"]
            and int(str(r.get("founded", {}).get("date", year))[:4]) <= year
        ]
        self.results = {
            id_: site.files[year][id_] for id_ in self.members if id_ in site.files[year]
        }
        self.memory: dict[Any, Any] = {}

    @property
    def organizer(self) -> str:
        return str(self.settings["organizer"])

    @property
    def instrument(self) -> Record | None:
        return self.site.instruments.get(self.settings.get("instrument", ""))

    @property
    def maximum(self) -> Decimal:
        """The highest score of the scale; 100 where no scale says otherwise."""
        return Decimal(self.settings.get("scale", {}).get("maximum", "100"))

    @property
    def decimals(self) -> int:
        """Decimals of a rounded score; two where no scale says otherwise."""
        return int(self.settings.get("scale", {}).get("decimals", 2))

    @property
    def categories(self) -> list[Record]:
        """The scale's categories, best first; empty without a scale."""
        return list(self.settings.get("scale", {}).get("categories", []))

    @property
    def names(self) -> list[str]:
        return [step["name"] for step in self.categories]

    def listed(self, name: str) -> dict[str, Record]:
        """``absent``, ``not_returned`` or ``not_assessed``: the group's own regions with what was
        said of each; by the usual source, unless by another."""
        usual = {"source": self.settings.get("source")}
        return {id_: usual | item for id_, item in self._own(self.settings.get(name, [])).items()}

    def out(self) -> set[str]:
        """The regions in one of those lists."""
        return {region for name in OUT for region in self.listed(name)}

    def named(self) -> dict[str, Record]:
        """Who is named as a participant, with what was said of each."""
        return self._own(self.settings.get("participants", {}).get("names", []))

    def _own(self, listed: list[Any]) -> dict[str, Record]:
        items = [item if isinstance(item, dict) else {"region": item} for item in listed]
        return {item["region"]: item for item in items if item["region"] in self.members}

    def records(self, name: str) -> list[Record]:
        """``corrections`` or ``distinctions`` of the group's regions, in the order of the file."""
        return [item for item in self.settings.get(name, []) if item["region"] in self.members]

    def source(self, id_: str | None, region: str | None = None) -> Record:
        """A source by its id, the region's own file first; empty if it is not there."""
        own = self.results.get(region or "", {}).get("sources", [])
        for source in (*own, *self.settings.get("sources", [])):
            if source["id"] == id_:
                return dict(source)
        return {}

    def __repr__(self) -> str:
        return f"<{self.year} {self.group['id']}>"


class Site:
    """A folder of results. ``analysis`` is the site's option: it also tells its own arithmetic.

    ``today`` decides whether a date that the data give has come; without it, the day of the clock.
    """

    def __init__(self, root: Path, *, analysis: bool = False, today: date | None = None) -> None:
        listed = load(root / "regions.yml")
        self.analysis = analysis
        self.today = today or date.today()
        self.groups: dict[str, Record] = {group["id"]: group for group in listed["groups"]}
        self.regions: dict[str, Record] = {region["id"]: region for region in listed["regions"]}
        self.instruments = {
            path.stem: load(path) for path in sorted((root / "instruments").glob("*.y*ml"))
        }
        self.files: dict[int, dict[str, Record]] = {}
        self.editions: dict[tuple[int, str], Edition] = {}
        for folder in sorted(root.iterdir()):
            if folder.name.isdigit() and (folder / "edition.yml").is_file():
                self._year(int(folder.name), folder)
        self.memory: dict[Any, Any] = {}

    def _year(self, year: int, folder: Path) -> None:
        paths = [path for path in sorted(folder.glob("*.y*ml")) if path.name != "edition.yml"]
        results = [load(path) for path in paths]
        self.files[year] = {result["region"]: result for result in results}
        whole = load(folder / "edition.yml")
        groups = whole.pop("groups", {}) or {}
        expected = set() if groups else self._expected(year, whole, results)
        for id_, group in self.groups.items():
            own = groups.get(id_)
            if groups and own is None:
                continue
            settings = {**whole, **(own or {})}
            settings["sources"] = [*whole.get("sources", []), *(own or {}).get("sources", [])]
            edition = Edition(self, year, group, settings)
            told = edition.results or edition.out() or edition.named()
            covered = own is not None or id_ in expected or told
            if covered and settings["status"] != "draft":
                self.editions[year, id_] = edition

    def _expected(self, year: int, whole: Record, results: list[Record]) -> set[str]:
        """The groups of an edition that has no result yet and names none: those of its organizer's
        latest edition before; all where there is none."""
        named = whole.get("participants", {}).get("names")
        if named or any(map(whole.get, OUT)) or any(map(has_figures, results)):
            return set()
        own = [e for e in self.editions.values() if e.organizer == whole["organizer"]]
        last = max((e.year for e in own if e.year < year), default=None)
        return {e.group["id"] for e in own if e.year == last} if last else set(self.groups)

    def of_group(self, group: str) -> list[Edition]:
        """The editions of a group, newest first."""
        return sorted((e for e in self.editions.values() if e.group["id"] == group), key=_newest)

    def of_region(self, region: str) -> list[Edition]:
        found = self.of_group(self.regions[region]["group"])
        return [edition for edition in found if region in edition.members]


def _newest(edition: Edition) -> int:
    return -edition.year


def once(
    function: Callable[Concatenate[Edition, P], T],
) -> Callable[Concatenate[Edition, P], T]:
    """Remember what was computed for an edition: thousands of sentences ask for the same."""

    def remembered(edition: Edition, /, *args: P.args, **kwargs: P.kwargs) -> T:
        key = (function, args, tuple(kwargs.items()))
        if key not in edition.memory:
            edition.memory[key] = function(edition, *args, **kwargs)
        found: T = edition.memory[key]
        return found

    return update_wrapper(remembered, function)


def has_figures(result: Record) -> bool:
    """Whether a result file tells anything of a result: not only a target or what was said."""
    figures = ("score", "category", "rank", "indicators", "stage_scores")
    marked = [a for a in result.get("answers", {}).values() if "verified" in a or "points" in a]
    return bool(marked) or any(result.get(name) for name in figures)


def partial_date(text: str) -> tuple[int, ...]:
    """``2025-12-19`` → (2025, 12, 19); ``2025-12`` → (2025, 12)."""
    return tuple(int(part) for part in text.split("-"))


def surely_before(one: str, other: str) -> bool:
    """Whether a date is earlier than another for certain, as far as both are known."""
    a, b = partial_date(one), partial_date(other)
    size = min(len(a), len(b))
    return a[:size] < b[:size]
