"""The YAML that the project ships has each key once: of two PyYAML takes the last and says nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml
from conftest import ROOT

from generator.format.once import Repeated, composed, loaded, repeated

NOT_SHIPPED = {".git", ".venv", "site", "node_modules", "build", "dist"}


def shipped() -> list[Path]:
    """Every YAML file of the project but those of sites that were built in it."""
    found = []
    for folder, below, names in os.walk(ROOT):
        below[:] = sorted(set(below) - NOT_SHIPPED)
        ends = (".yml", ".yaml")
        found += [Path(folder, name) for name in sorted(names) if name.endswith(ends)]
    return found


def test_no_key_stands_twice() -> None:
    """Sentences, positions, the reader's patterns, the cases and all data of the example sites."""
    files = shipped()
    names = {path.relative_to(ROOT).as_posix() for path in files}
    assert {
        "generator/news/sentences.id.yml",
        "tests/reader/language/patterns.en.yml",
        "examples/contoh/results/2024/edition.yml",
        "tests/cases/input/corrections-that-fit.yml",
    } <= names
    told = [
        f"{path.relative_to(ROOT)}:{one}"
        for path in files
        for node in yaml.compose_all(path.read_text("utf-8-sig"), Loader=yaml.CSafeLoader)
        for one in repeated(node)
    ]
    assert not told, "\n".join(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: 1\nb: {c: 1, d: 2, c: 3}\n", "2: c, already in line 2"),
        ("a:\n  - x: 1\n    y: 2\n    'x': 3\n", "4: x, already in line 2"),
        ("a: 1\nb: 2\n? a\n: 3\n", "3: a, already in line 1"),
    ],
)
def test_a_second_key_is_refused(text: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "kata.yml"
    path.write_text(text, encoding="utf-8")
    for read in (composed, loaded):
        with pytest.raises(Repeated, match=told):
            read(path)


def test_equal_keys_of_two_mappings_are_two(tmp_path: Path) -> None:
    path = tmp_path / "kata.yml"
    path.write_text("a: {x: 1}\nb: {x: 2}\nc: [{x: 3}, {x: 4}]\n", encoding="utf-8")
    assert loaded(path) == {"a": {"x": 1}, "b": {"x": 2}, "c": [{"x": 3}, {"x": 4}]}
