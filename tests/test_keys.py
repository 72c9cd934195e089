"""Every key of the input format is used: what is written in the data changes what is published.

The keys are found by walking the models, so that a new one is asked for here too. Each is changed
where ``tests/full/`` has it, and every page and file of that site is compared with what it was. A
key that is taken and changes nothing is one that the site keeps to itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from conftest import ROOT, whole_of
from pydantic import BaseModel, ValidationError

from generator.format import Result, Scale
from generator.format.edition import EvaluationSettings
from generator.format.export import MODELS
from generator.format.problems import Problems
from generator.format.scalars import Text
from generator.format.site import SiteFile
from generator.load import folder
from generator.load.load import load
from generator.pages.method import ROUNDING, method_part
from generator.site import Whole

FULL = Path(__file__).parent / "full"
RECORDS = (("2024", "2025-01-10"), ("2023", "2024-01-10"))
FILES = {
    "regions": ("regions.yml",),
    "edition": ("2024/edition.yml", "2023/edition.yml", "2022/edition.yml"),
    "result": ("2024/alfa.yml", "2023/alfa.yml"),
    "instrument": ("instruments/baru.yml", "instruments/lama.yml"),
    "correction": tuple(f"{year}/corrections/{day}-kota-zeta.yml" for year, day in RECORDS),
}
"""The files of each model whose keys are changed."""

EACH = "*"
"""Any item of a list, any key of a mapping of names."""

STRUCTURE = {
    ("edition", ("year",)): "the name of its folder",
    ("result", ("region",)): "the name of its file",
    ("result", ("sources", "*", "id")): "what figures call their source by",
    ("instrument", ("sources", "*", "id")): "tells the sources of the file apart",
    ("edition", ("embargo",)): "tests/test_embargo.py has one that is still to come",
    ("edition", ("ranking",)): "tests/test_measures.py turns ranks off",
    ("edition", ("corrections", EACH, "of")): "goes with the field: tests/test_correct_parts.py",
    ("correction", ("changes", EACH, "of")): "goes with the field: tests/test_correct_parts.py",
    ("edition", ("scale", "rounding")): "has one value, which /metodologi/ says",
}
"""Keys that no other value can change what readers see, and why."""

ELSEWHERE = ("measure", "import")
"""Models of which ``tests/full/`` has no file: tests/test_measures.py changes each key of the one;
nothing of the other is shown, and tests/test_cycle.py reads workbooks by it."""

SILENCE = "not_published"
"""What a figure has in the place of a value."""

ENOUGH = 5
"""Other values that were taken and changed nothing, after which no others are tried."""

Keys = tuple[str, ...]
Change = list[tuple[dict[str, Any], dict[str, Any]]]
"""Mappings of a file, each with what shall stand in it."""


def keys_of(annotation: Any, path: Keys = ()) -> Iterator[Keys]:
    """The path of every key below a model, ``EACH`` for what stands in lists and mappings.

    What a group may have apart are the keys of the edition, merged by one function.
    """
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if annotation is EvaluationSettings:
            return
        for name, field in annotation.model_fields.items():
            key = (*path, field.alias or name)
            yield key
            yield from keys_of(field.annotation, key)
    elif (origin := getattr(annotation, "__origin__", None)) in (tuple, list, dict):
        yield from keys_of(get_args(annotation)[1 if origin is dict else 0], (*path, EACH))
    else:
        for inner in get_args(annotation):
            yield from keys_of(inner, path)


def holders(data: Any) -> Iterator[dict[str, Any]]:
    """Every mapping of a file."""
    if isinstance(data, dict):
        yield data
    for item in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from holders(item)


def leaves(model: type[BaseModel]) -> list[Keys]:
    """The keys that hold no other keys: what those have to say, these say."""
    found = list(dict.fromkeys(keys_of(model)))
    return [keys for keys in found if not any(keys == more[: len(keys)] != more for more in found)]


def parents(data: Any, keys: Keys) -> Iterator[dict[str, Any]]:
    """The mappings of the file that hold the last key, or could."""
    if len(keys) == 1:
        if isinstance(data, dict):
            yield data
    elif keys[0] == EACH:
        for item in data.values() if isinstance(data, dict) else data:
            yield from parents(item, keys[1:])
    elif isinstance(data, dict) and keys[0] in data:
        yield from parents(data[keys[0]], keys[1:])


OTHERS: tuple[Any, ...] = (
    *("true", "false", "1", "3", "50", "2019", "2024-11-15", "2025-11-15"),
    *("alfa", "beta", "kota-zeta", "surat", "siaran", "visitasi", "choices"),
    *("kata lain", "Cukup Informatif", "sample", "score", "category", "#123456"),
    *("https://lain.contoh.id/", "lain@contoh.id", "press", "revision"),
    *(["rank"], ["99"]),
)
"""Values, one of which any kind of key takes."""


def changes(parent: dict[str, Any], key: str, beside: list[dict[str, Any]]) -> Iterator[Change]:
    """With another value of the key; without it; and two with their values exchanged, for those of
    a list may have to add up."""
    now = parent.get(key)
    if key == "unsourced":  # in the place of a source
        yield [(parent, {n: v for n, v in parent.items() if n != "source"} | {key: "true"})]
    for value in (f"{now} pula", *OTHERS) if isinstance(now, str) else OTHERS:
        yield [(parent, {**parent, key: value})]
    yield [(parent, {name: value for name, value in parent.items() if name != key})]
    for other in beside:
        if key in parent and key in other:
            yield [(parent, {**parent, key: other[key]}), (other, {**other, key: now})]


def put(change: Change) -> None:
    for place, content in change:
        place.clear()
        place.update(content)


METHOD = "metodologi/"


def addresses_of(whole: Whole) -> set[str]:
    return {*whole.makers, *whole.files, METHOD}


def published(whole: Whole, address: str) -> object:
    """What is published at an address."""
    if address in whole.makers:
        page = whole.page(address)
        return replace(page, rows=()), "".join(page.rows), whole.updated(address)
    return whole.files[address]() if address in whole.files else method_part(whole.site)


class Sample:
    """The full site, whose files stand each on one line: pages tell the lines of the data."""

    def __init__(self, place: Path) -> None:
        self.root = place / "results"
        self.data: dict[str, Any] = {}
        self.kept = folder.Kept()
        for path in FULL.rglob("*.yml"):
            name = path.relative_to(FULL).as_posix()
            self.data[name] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
            self.write(name)
        whole = self.whole()
        assert whole is not None
        self.published = {address: published(whole, address) for address in addresses_of(whole)}
        self.order = sorted(self.published)

    def write(self, name: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(self.data[name]), encoding="utf-8")

    def whole(self) -> Whole | None:
        """The site of the files as they are now; None if they are refused."""
        problems = Problems()
        dataset = load(self.root, problems, kept=self.kept)
        return whole_of(dataset, analysis=True) if dataset and not len(problems) else None

    def tells_apart(self, one: Whole, other: Whole) -> bool:
        """Whether two sites publish different things."""
        return addresses_of(one) != addresses_of(other) or any(
            published(one, address) != published(other, address)
            for address in self.order
            if address in addresses_of(one)
        )

    def same(self, whole: Whole) -> bool:
        """Whether a site publishes what the first one did, page by page; where a change showed last is
        looked at first."""
        if addresses_of(whole) != self.published.keys():
            return False
        for address in self.order:
            if self.published[address] != published(whole, address):
                self.order.remove(address)
                self.order.insert(0, address)
                return False
        return True

    def verdict(self, kind: str, keys: Keys, model: type[BaseModel]) -> str:
        """``used``, ``unused``, ``refused`` (any other value), or ``no example``."""
        verdict, without_effect = "no example", 0
        for name in FILES[kind]:
            found = list(parents(self.data[name], keys))
            for parent in found:
                for change in changes(parent, keys[-1], found):
                    outcome = self.outcome(name, model, change)
                    if outcome == "used":
                        return outcome
                    verdict = "unused" if "unused" in (outcome, verdict) else "refused"
                    without_effect += outcome == "unused"
                    if without_effect == ENOUGH:
                        return verdict
        return verdict

    def outcome(self, name: str, model: type[BaseModel], change: Change) -> str:
        """What becomes of a change; one that says the same in other words counts as refused."""
        now = model.model_validate(self.data[name])
        with self.changed(name, change):
            try:
                if model.model_validate(self.data[name]) == now:
                    return "refused"
            except ValidationError:
                return "refused"
            self.write(name)
            whole = self.whole()
        if whole is None:
            return "refused"
        return "unused" if self.same(whole) else "used"

    def changed_to(self, name: str, place: dict[str, Any], now: dict[str, Any]) -> Whole | None:
        with self.changed(name, [(place, now)]):
            self.write(name)
            return self.whole()

    @contextmanager
    def changed(self, name: str, change: Change) -> Iterator[None]:
        before = [(place, dict(place)) for place, _ in change]
        put(change)
        try:
            yield
        finally:
            put(before)
            self.write(name)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return Sample(tmp_path_factory.mktemp("full"))


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        pytest.param(kind, keys, id=".".join((kind, *keys)))
        for kind, (model, _, _) in MODELS.items()
        if kind not in ELSEWHERE
        for keys in leaves(model)
        if keys[-1] != SILENCE
    ],
)
def test_key(kind: str, keys: Keys, sample: Sample) -> None:
    verdict = sample.verdict(kind, keys, MODELS[kind][0])
    assert (verdict != "used") == ((kind, keys) in STRUCTURE), verdict


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        pytest.param(kind, keys, id=".".join((kind, *keys)))
        for kind, (model, _, _) in MODELS.items()
        if kind not in ELSEWHERE
        for keys in leaves(model)
        if keys[-1] == SILENCE and len(keys) > 1
    ],
)
def test_that_a_figure_was_not_published(kind: str, keys: Keys, sample: Sample) -> None:
    """To say so is not the same as to say nothing of the figure; who says it is told, and why."""
    # An indicator of the latest edition is computed, whether its score is published or not.
    name = "2023/alfa.yml" if keys[0] == "indicators" else FILES[kind][0]
    figure = next(parents(sample.data[name], keys))
    silent = {SILENCE: "true"}
    holder = next(h for h in holders(sample.data[name]) if any(v is figure for v in h.values()))
    others = {key: value for key, value in holder.items() if value is not figure}
    sites = [sample.changed_to(name, holder, others)]
    for more in ({}, {"note": "Menurut kantor itu"}, {"source": "radio"}):
        sites.append(sample.changed_to(name, figure, {**silent, **more}))
    nothing, silence, noted, sourced = sites
    assert nothing and silence and noted and sourced
    for one, other in ((nothing, silence), (silence, noted), (silence, sourced)):
        assert sample.tells_apart(one, other), "silence, its note, its source"


def test_a_key_that_nobody_uses_is_found(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    class More(Result):
        remark: Text | None = None

    assert ("remark",) in leaves(More)
    monkeypatch.setattr(folder, "Result", More)
    monkeypatch.setitem(globals(), "OTHERS", OTHERS[:2])  # each is taken
    assert sample.verdict("result", ("remark",), More) == "unused"


def test_every_key_stands_in_the_manual() -> None:
    manual = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
    models = [model for model, _, _ in MODELS.values()] + [SiteFile]
    names = {keys[-1] for model in models for keys in keys_of(model)} - {EACH}
    assert [name for name in sorted(names) if not re.search(rf"\b{name}\b", manual)] == []


def test_the_method_page_says_how_scores_are_rounded(sample: Sample) -> None:
    """There is one way so far; each that is added must be said."""
    ways = get_args(Scale.model_fields["rounding"].annotation)
    assert set(ways) == set(ROUNDING)
    whole = sample.whole()
    assert whole is not None
    assert "dibulatkan ke dua desimal, setengah ke atas, sebelum" in method_part(whole.site)
