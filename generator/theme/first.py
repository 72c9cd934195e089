"""The rules that the first screen of a phone needs, which a page brings along in itself.

A phone on a slow network waits for a page, and then once more, as long, for its style sheet. With
these rules in the page it paints without the second wait. They are taken from the style sheet, which
comes last and says them again: so they decide nothing, they are only there sooner. Screens that are
broad enough for what is left out (columns, wide tables) wait for the sheet as ever.

What a first screen needs is told by the names of its parts; ``tests/test_every_kind.py`` looks at
every kind of page without the sheet and tells what moves when it comes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generator.theme.lean import lean

BROAD = "(min-width: 37.5em)"
"""Where the page waits for its sheet."""

FRAME = "wrap skip header lang seek search brand mark drawer panel menu main page banner crumbs told side"
FRAME += " small said kicker"
SCANNED = (
    "use cat means newer step none change changes state details origin term check switch actions"
)
SCANNED += " button dateline lead"
GROUPS = {
    "report": f"{SCANNED} figures result ref title chart grid dot way figure ladder table"
    " take remember usual",
    "home": f"{SCANNED} figures find mine place num of groups shares fill empty doors rungs fold folded chart"
    " take table ranking kindly name score in moved compare more",
    "ranking": "use cat means newer step none change changes state origin term details table ranking kindly name"
    " score in moved compare more place num of orders chips groups shares fill empty take fold dateline lead check"
    " switch ref dagger button actions chart glance",
    "prose": "table scroll num meanings toc list footer scheme me details actions button lead title none take"
    " takes figures",
    "other": f"{SCANNED} quote table scroll num figures title chart grid dot track middle strip list footer scheme me"
    " ladder"
    " full fill find letters near groups shares empty years glance newest",
}
"""The parts of the first screens of a group of kinds, beyond those of all pages."""
OF_KIND = {"article": "report", "notice": "report", "region": "report"}
OF_KIND |= {"edition": "ranking", "home": "home"}
OF_KIND |= {"prose": "prose", "lost": "prose", "corrections": "prose", "data": "prose"}
_LATE = re.compile(
    r":hover|:focus|:target|aria-pressed|\.md-typeset a|headerlink|admonition|highlight|\b(pre|hr|blockquote|h4)\b"
)
_NOT = re.compile(r":not\([^)]*\)")
_OTHERS = re.compile(r"--md-[^;}]*;?|(?<![^;{])[^;{]*\b(transition|mask):none;?")
_CLASS = re.compile(r"\.rk-([a-z0-9]+)")
_NOTHING = re.compile(r"(?!)")
_OF_OTHERS = {
    "prose": re.compile(r"rk-page--"),
    "report": re.compile(r"md-typeset"),
    "ranking": re.compile(r"rk-page--|md-typeset|--stack"),
    "home": re.compile(r"rk-page--|md-typeset|--stack"),
}
"""What the first screens of the group never have: the text of another kind, tables that turn into cards."""


def first_styles(kind: str) -> str:
    """The rules for the first screen of a kind of page."""
    return _styles(OF_KIND.get(kind, "other"))


def all_first_styles() -> list[str]:
    """The rules of each group of kinds, as pages hold them."""
    return [_styles(group) for group in GROUPS]


@cache
def _sheet() -> str:
    sheet = Path(__file__).with_name("assets") / "rapor" / "rapor.css"
    return _OTHERS.sub("", lean(sheet.read_text("utf-8")))


@cache
def _styles(group: str) -> str:
    names = frozenset(f"{FRAME} {GROUPS[group]}".split())
    return "".join(_needed(_sheet(), names, _OF_OTHERS.get(group, _NOTHING)))


def _needed(text: str, names: frozenset[str], others: re.Pattern[str]) -> Iterator[str]:
    for head, body in _rules(text):
        if head.startswith("@media"):
            if "print" not in head and "min-width" not in head and "forced" not in head:
                inner = "".join(_needed(body, names, others))
                yield f"{head}{{{inner}}}" if inner else ""
        elif not head.startswith("@") and body:
            wanted = [
                one
                for one in _selectors(head)
                if set(_CLASS.findall(one)) <= names
                and not _LATE.search(_NOT.sub("", one))
                and not others.search(one)
            ]
            if wanted:
                yield f"{','.join(wanted)}{{{body.rstrip(';')}}}"


def _rules(text: str) -> Iterator[tuple[str, str]]:
    """The heads and the bodies of a sheet, or of a part of it."""
    depth, start, head = 0, 0, ""
    for found in re.finditer(r"[{}]", text):
        if found[0] == "{":
            if not depth:
                head, start = text[start : found.start()].strip(), found.end()
            depth += 1
        else:
            depth -= 1
            if not depth:
                yield head, text[start : found.start()].strip()
                start = found.end()


def _selectors(head: str) -> list[str]:
    return re.split(r",(?![^()]*\))", head)
