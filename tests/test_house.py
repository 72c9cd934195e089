"""The sizes that the code keeps to: who opens a file sees it whole."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from conftest import ROOT

pytestmark = pytest.mark.once

MOST_LINES = 350
"""Lines of a module."""

MOST_OF_A_FUNCTION = 60
"""Lines of a function, its decorators left out."""

LONGEST_LINE = 120
"""Characters of a line in a template."""


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


MODULES = sorted([*(ROOT / "generator").rglob("*.py"), *(ROOT / "tests").rglob("*.py")], key=name)
TEMPLATES = sorted(
    [*(ROOT / "generator").rglob("*.jinja"), *(ROOT / "generator").rglob("*.html")], key=name
)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_is_short(path: Path) -> None:
    text = path.read_text("utf-8")
    too_long = []
    lines = len(text.splitlines())
    if lines > MOST_LINES:
        too_long.append(f"{name(path)}:{lines}: {lines} lines, at most {MOST_LINES}")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            lines = node.end_lineno - node.lineno + 1
            if lines > MOST_OF_A_FUNCTION:
                said = f"{node.name} has {lines} lines, at most {MOST_OF_A_FUNCTION}"
                too_long.append(f"{name(path)}:{node.lineno}: {said}")
    assert not too_long, "\n".join(too_long)


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_lines_of_a_template_are_short(path: Path) -> None:
    too_long = [
        f"{name(path)}:{number}: {len(line)} characters, at most {LONGEST_LINE}"
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if len(line) > LONGEST_LINE
    ]
    assert not too_long, "\n".join(too_long)


def test_the_sizes_are_measured() -> None:
    assert len(MODULES) > 100 and len(TEMPLATES) > 20
