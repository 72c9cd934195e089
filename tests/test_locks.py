"""What pyproject.toml asks for: each package that is imported, and the lowest version that is tested."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions

import pytest
from conftest import ROOT

pytestmark = pytest.mark.once

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
NUMBER = r"(\d+(?:\.\d+)*)"


def floors(listed: list[str]) -> dict[str, str]:
    """The lowest version of each package."""
    found = {}
    for item in listed:
        lowest = re.match(rf"([a-z0-9.-]+)(?:\[[a-z,]+\])?>={NUMBER}", item)
        assert lowest, f"{item}: without a lowest version"
        found[lowest[1].replace(".", "-")] = lowest[2]
    return found


FLOORS = floors(PROJECT["dependencies"])


def locked(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text("utf-8")
    return dict(re.findall(rf"^([a-z0-9-]+)(?:\[[a-z,]+\])?=={NUMBER}", text, re.MULTILINE))


def parts(version: str) -> tuple[int, ...]:
    """A version without the noughts at its end, so that 4 is 4.0.0."""
    return tuple(map(int, re.sub(r"(\.0)+$", "", version).split(".")))


@pytest.mark.parametrize("name", FLOORS)
def test_the_lowest_version_is_the_tested_one(name: str) -> None:
    assert parts(locked("requirements-lowest.lock")[name]) == parts(FLOORS[name])


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_the_locked_versions_are_allowed(lock: str) -> None:
    versions = locked(lock)
    for name, lowest in FLOORS.items():
        assert parts(versions[name]) >= parts(lowest), name


def imported(folder: str) -> Iterator[tuple[str, str]]:
    """The modules of others that a package of the repository imports, each with its file."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module or ""]
            for name in names:
                top = name.partition(".")[0]
                if top not in sys.stdlib_module_names | {"generator", "benchmarks"}:
                    yield top, path.relative_to(ROOT).as_posix()


PART_OF = {"pydantic-core": "pydantic", "markupsafe": "jinja2"}
"""Packages that another one is made of: it asks for the version that fits it."""


def test_what_is_imported_is_asked_for() -> None:
    """Also what another package happens to bring along today."""
    known = packages_distributions()
    missing = set()
    for module, path in imported("generator"):
        brought = {name.lower().replace("_", "-") for name in known.get(module, [module])}
        asked = {PART_OF.get(name, name) for name in brought}
        if not asked & FLOORS.keys():
            missing.add((module, path))
    assert missing == set()
