"""A style sheet as it is published: without comments and needless space, which are for its authors.

Nothing else is changed: each rule stays where it is and says the same, strings and addresses stay
as they are (``tests/test_lean.py`` has a browser read both).
"""

from __future__ import annotations

import re

_KEPT = r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\(\s*[^\s"')](?:[^)\\]|\\.)*\)"""
_COMMENT = re.compile(rf"({_KEPT})|(\s*)/\*.*?\*/(\s*)", re.DOTALL)
_SPACE = re.compile(
    rf"({_KEPT})|[\s;]*(\}})\s*|\s*([{{;,])\s*|(?<=:)\s+(?=[^\s;}}])|(\s+)", re.DOTALL
)


def lean(sheet: str) -> str:
    """A style sheet without its comments and without space that says nothing."""
    return _SPACE.sub(_closer, _uncommented(sheet)).strip()


def _uncommented(sheet: str) -> str:
    return _COMMENT.sub(lambda found: found[1] or _between(found), sheet)


def _between(found: re.Match[str]) -> str:
    """What stands in the place of a comment: where no space was, it still keeps two words apart."""
    return " " if found[2] or found[3] else "/**/"


def _closer(found: re.Match[str]) -> str:
    return found[1] or found[2] or found[3] or (" " if found[4] else "")
