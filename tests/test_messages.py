"""Every message has an English translation with the same gaps."""

from __future__ import annotations

import ast
import re

from conftest import ROOT

from generator.language.messages import translator


def templates() -> set[str]:
    found = set()
    for path in (ROOT / "generator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                at = {"message": 0, "say": 1}.get(node.func.id)
                first = node.args[at] if at is not None and len(node.args) > at else None
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    found.add(first.value)
    return found


def test_every_message_is_translated() -> None:
    translate = translator("en")
    known = templates()
    assert len(known) > 100
    missing = [text for text in known if translate(text) == text]
    assert missing == []
    for text in known:
        gaps = r"\{\w+\}"
        assert set(re.findall(gaps, text)) == set(re.findall(gaps, translate(text))), text
