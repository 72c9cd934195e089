"""``addresses.lock``: every address and anchor that was published, and where those went that moved.

A line is an address from the root with its anchors, ``/2025/balangan/ #skor #sumber``; or a redirect,
``/2025/lama/ -> /2025/baru/``. In a redirect ``*`` stands for one part of an address, the same on both
sides (``/*/lama/ -> /*/baru/``), and ``#lama -> #baru`` is of an anchor on every page. Lines that begin
with ``# `` are remarks.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.format.problems import Place, Problems, message
from generator.format.reading import Limits, content
from generator.load import listing

NAME = listing.LOCK

HEAD = (
    "# Alamat dan jangkar yang pernah terbit; ditulis `rapor addresses --add`.\n"
    "# Pengalihan ditulis dengan tangan: /2025/lama/ -> /2025/baru/\n"
)

ARROW = " -> "
MOST_STEPS = 20
"""Redirects that follow each other at most."""

Anchors = Mapping[str, frozenset[str]]
"""The anchors of each address; an address without a page has none."""


@dataclass(frozen=True, slots=True)
class Redirect:
    """Where an address or an anchor went, and the line that says so."""

    old: str
    new: str
    line: int

    def __call__(self, address: str) -> str | None:
        """Where an address went by this redirect; None if it is not of it."""
        parts = [re.escape(part) for part in self.old.split("*")]
        found = re.fullmatch("([^/]+)".join(parts), address)
        if found is None:
            return None
        told = self.new
        for part in found.groups():
            told = told.replace("*", part, 1)
        return told


@dataclass(frozen=True, slots=True)
class Lock:
    """What was published; ``remarks`` are the lines of the file that are neither."""

    anchors: dict[str, frozenset[str]] = field(default_factory=dict)
    redirects: tuple[Redirect, ...] = ()

    def moved(self, address: str) -> str | None:
        """Where an address, or an address with its anchor, went at last; None if nowhere."""
        found, now = None, address
        for _ in range(MOST_STEPS):
            step = next((to for one in self._pages if (to := one(now)) is not None), None)
            if step is None:
                return found
            found = now = step
        return None

    @property
    def _pages(self) -> Iterator[Redirect]:
        return (one for one in self.redirects if not one.old.startswith("#"))

    def renamed(self, address: str, anchor: str) -> str | None:
        """The anchor in the place of one that an address no longer has."""
        went = self.moved(f"{address}#{anchor}")
        if went is not None:
            page, _, now = went.partition("#")
            return now if page == address and now else None
        found = None
        names = {one.old[1:]: one.new[1:] for one in self.redirects if one.old.startswith("#")}
        while anchor in names and names[anchor] != found:
            found = anchor = names.pop(anchor)
        return found


ALL_ADDRESSES = Limits(1024, 0)
"""A country of 84,000 villages has some hundred bytes of addresses for each of their pages."""


def read_lock(path: Path, name: str, problems: Problems) -> Lock | None:
    """The lock of a folder of data; None if there is none. What is wrong with a line is noted."""
    if not os.path.lexists(path):
        return None
    raw = content(path, name, path.parent, problems, ALL_ADDRESSES)
    return parsed(raw.decode("utf-8"), name, problems) if raw is not None else None


def parsed(text: str, name: str, problems: Problems) -> Lock:
    """The lock of a text."""
    anchors: dict[str, frozenset[str]] = {}
    redirects: list[Redirect] = []
    for number, line in enumerate(text.splitlines(), 1):
        told = line.strip()
        if not told or told.startswith("# ") or told == "#":
            continue
        old, arrow, new = (part.strip() for part in told.partition("->"))
        if arrow and _is_redirect(old, new):
            redirects.append(Redirect(old, new, number))
            continue
        address, *more = told.split()
        if arrow or not address.startswith("/") or any(not one.startswith("#") for one in more):
            problems.add(
                Place(name, number, 1),
                "",
                message("bukan alamat dan bukan pengalihan"),
                message("tulis “/2025/balangan/ #skor”, atau “/2025/lama/ -> /2025/baru/”"),
            )
            continue
        anchors[address] = anchors.get(address, frozenset()) | {one[1:] for one in more}
    lock = Lock(anchors, tuple(redirects))
    for one in redirects:
        if one.old.startswith("/") and lock.moved(one.old.replace("*", "x")) is None:
            problems.add(
                Place(name, one.line, 1),
                "",
                message("pengalihan ini berputar"),
                message("hapus salah satu pengalihannya"),
            )
    return lock


def _is_redirect(old: str, new: str) -> bool:
    if " " in old or " " in new or old == new or old.count("*") != new.count("*"):
        return False
    if old.startswith("#"):
        return new.startswith("#") and len(old) > 1 and len(new) > 1 and "*" not in old
    return old.startswith("/") and new.startswith("/")


def with_published(text: str, published: Anchors) -> str:
    """The text of a lock with what is published now: addresses sorted, redirects as they stand."""
    held = parsed(text, NAME, Problems())
    addresses = {**held.anchors}
    for address, anchors in published.items():
        addresses[address] = addresses.get(address, frozenset()) | anchors
    others = [line for line in (text or HEAD).splitlines() if not _is_address(line)]
    head = [line for line in others if line.startswith("#") and ARROW.strip() not in line]
    head += [line for line in HEAD.splitlines() if line in others and line not in head]
    redirects = [line for line in others if line not in head and line.strip()]
    lines = [_line(address, addresses[address]) for address in sorted(addresses)]
    blocks = (_in_order(head, HEAD.splitlines()), redirects, lines)
    return "\n".join("\n".join(block) for block in blocks if block) + "\n"


def _in_order(head: list[str], usual: list[str]) -> list[str]:
    """Remarks, those that every lock has first."""
    return [line for line in usual if line in head] + [line for line in head if line not in usual]


def _is_address(line: str) -> bool:
    return line.strip().startswith("/") and "->" not in line


def _line(address: str, anchors: Iterable[str]) -> str:
    return " ".join((address, *(f"#{anchor}" for anchor in sorted(anchors))))
