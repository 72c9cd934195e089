"""Looks at the files of a site as they are written: which anchors stay, and what each file's sum is."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.format.problems import Place, Problems, message
from generator.lasting.anchors import (
    address_of,
    anchors_in,
    files_of,
    is_passing,
    path_of,
    with_alias,
)
from generator.lasting.lock import Lock
from generator.lasting.redirects import Redirected, redirect_page

MOST = 20
"""So many lost addresses are told one by one."""


@dataclass(slots=True)
class Tally:
    """What was seen: anchors that are lost, how many addresses and anchors are new, sums by path; ""
    of a file where no sums are wanted."""

    lost: list[str] = field(default_factory=list)
    new: int = 0
    sums: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Keeper:
    """Looks at each file once, in whatever process it is written.

    ``lock`` is None where a site keeps none: then no page is searched for anchors. ``sums``: whether
    sums are wanted. ``made``: the addresses of the pages that are made from data. What such a page
    has depends on the data: a gap is closed, a row moves below those that are unknown. An anchor that
    it has no longer stays alive below its headline, because nobody who enters results could mend that.
    The headings of prose are written by hand: one that is gone needs a redirect.
    """

    lock: Lock | None
    sums: bool = True
    made: Container[str] = frozenset()
    tally: Tally = field(default_factory=Tally)

    @property
    def idle(self) -> bool:
        """Whether there is nothing to look for."""
        return self.lock is None and not self.sums

    def write(self, path: str, name: str, pieces: Iterable[bytes]) -> None:
        """Write a page of the site, ``name`` its path from the root, piece by piece."""
        sum_ = hashlib.sha256()
        found: set[str] = set()
        with open(path, "wb") as file:
            for piece in pieces:
                file.write(piece)
                sum_.update(piece)
                if self.lock is not None:
                    found.update(anchors_in(piece))
        changed = self._compare(name, found)
        if changed:
            with open(path, "rb") as file:
                page = file.read()
            for old, new in changed:
                page = with_alias(page, old, new)
            with open(path, "wb") as file:
                file.write(page)
            sum_ = hashlib.sha256(page)
        self.tally.sums[name] = sum_.hexdigest() if self.sums else ""

    def _compare(self, name: str, found: set[str]) -> Sequence[tuple[str, str]]:
        """The anchors that need another element on this page; lost and new ones are counted."""
        address = address_of(name)
        if self.lock is None or address is None:
            return ()
        kept = self.lock.anchors.get(address)
        if kept is None:
            if self.lock.moved(address) is None:  # else a redirect has it
                self.tally.new += 1 + len(found)
            return ()
        self.tally.new += len(found - kept)
        changed = []
        for anchor in sorted(kept - found):
            now = self.lock.renamed(address, anchor)
            if now is not None and now in found:
                changed.append((anchor, now))
            elif self.lock.moved(f"{address}#{anchor}") is not None:
                continue
            elif address.removeprefix("/") in self.made or is_passing(anchor):
                changed.append((anchor, ""))
            else:
                self.tally.lost.append(f"{address}#{anchor}")
        return changed

    def add(self, other: Tally) -> None:
        """Take over what another process saw."""
        self.tally.lost += other.lost
        self.tally.new += other.new
        self.tally.sums |= other.sums

    def finish(self, folder: Path, name: str, problems: Problems, words: Redirected) -> None:
        """Look at the files that others wrote, and write the redirects; what is lost is noted.

        ``name`` is the lock in messages. Nothing is noted where all that was published is there.
        """
        there = set(files_of(folder))
        for path in sorted(there - self.tally.sums.keys()):
            file = folder / path
            if path.endswith(".html") and self.lock is not None:
                self.write(os.fspath(file), path, [file.read_bytes()])
            elif self.lock is not None and (address := address_of(path)) is not None:
                self.tally.new += address not in self.lock.anchors
        if self.lock is None:
            return
        for path, content in self._redirects(folder, there, name, problems, words):
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            self.write(os.fspath(target), path, [content])
        self._note(name, problems)

    def _redirects(
        self, folder: Path, there: set[str], name: str, problems: Problems, words: Redirected
    ) -> Iterator[tuple[str, bytes]]:
        assert self.lock is not None
        exact = [
            one.old for one in self.lock.redirects if "#" not in one.old and "*" not in one.old
        ]
        for address in dict.fromkeys((*self.lock.anchors, *exact)):
            path = path_of(address)
            if path in there or address_of(path) is None:
                continue
            went = self.lock.moved(address)
            if went is None:
                self.tally.lost.append(address)
                continue
            target = path_of(went.partition("#")[0])
            if target not in there:
                self.tally.lost.append(f"{address} -> {went}")
            elif path.endswith(".html"):
                anchors = self.lock.anchors.get(address, frozenset())
                yield path, redirect_page(address, went, anchors, words)
            else:
                yield path, (folder / target).read_bytes()

    def _note(self, name: str, problems: Problems) -> None:
        for address in sorted(self.tally.lost)[:MOST]:
            old, arrow, new = address.partition(" -> ")
            if arrow:
                wrong = message("{old} dialihkan ke {new}, yang tidak ada", old=old, new=new)
            else:
                wrong = message("{address} pernah terbit dan akan hilang", address=address)
            right = message(
                "kembalikan, atau tulis pengalihannya di berkas ini: {old} -> alamat baru", old=old
            )
            problems.add(Place(name), "", wrong, right)
        more = len(self.tally.lost) - MOST
        if more > 0:
            problems.add(
                Place(name),
                "",
                message("{count} alamat lain juga akan hilang", count=more),
                message(
                    "satu pengalihan dengan * dapat memuat banyak alamat: /*/lama/ -> /*/baru/"
                ),
            )
