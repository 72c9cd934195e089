"""Sentences against data: what a sentence is read as, and what of it the data do not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.claims import CLAIMS, Case
from reader.language import Language
from reader.language.indonesian import INDONESIAN
from reader.naive import Edition, Site
from reader.pages import Text
from reader.patterns import Line, Pattern, Said
from reader.slots import Slots

TITLES = {"article": ("headline",), "edition": ("edition_headline",), "running": ()}
LINES = ("part",)
SENTENCES = {
    "article": ("lead", "told", "body", "running.categories_apart"),
    "edition": ("edition_lead", "edition", "body.note"),
    "running": ("running", "body.before_corrected", "body.note"),
}
"""Sections, or single rules, that a page of a kind is made of: headlines, other lines, sentences."""

NOTHING = 1000
"""What a text that cannot be read counts against one in which a single claim is wrong."""


@dataclass(frozen=True)
class Mismatch:
    """A claim that the data do not hold; without a role the sentence could not be read at all."""

    address: str
    text: str
    role: str
    said: object
    found: str

    def __str__(self) -> str:
        if not self.role:
            return f"/{self.address}: {self.found}"
        return f"/{self.address}: {self.role} = {self.said!r}, but {self.found}, in “{self.text}”"


@dataclass(frozen=True)
class Reading:
    """One way to understand a sentence: by the pattern of a rule; and what is wrong with it then."""

    rule: str
    said: Said
    wrong: tuple[Mismatch, ...]


class Reader:
    """Reads the texts of one site in one language."""

    def __init__(self, site: Site, language: Language = INDONESIAN) -> None:
        self.site = site
        self.language = language
        self.slots = Slots(site, language, {role: claim.kind for role, claim in CLAIMS.items()})

    def context(self, address: str, group: str = "") -> Context:
        """Where a sentence stands; ``group`` is the name of the group on the page of an edition."""
        parts = address.strip("/").removeprefix(self.language.folder).split("/")
        if parts[0] == "wilayah":
            return Context(self, address, "running", None, parts[1])
        year = int(parts[0])
        if len(parts) > 1:
            of = self.site.regions[parts[1]]["group"]
            return Context(self, address, "article", self.site.editions[year, of], parts[1])
        forms = self.language.forms["group"]
        ids = [
            id_
            for id_, found in self.site.groups.items()
            if group in (id_, found["name"]) or group.lower() in forms(found["name"])
        ]
        return Context(self, address, "edition", self.site.editions[year, ids[0]], None)


@dataclass(frozen=True)
class Context:
    """The page of a sentence: its kind, its edition, its region."""

    reader: Reader
    address: str
    kind: str
    edition: Edition | None
    region: str | None

    @cached_property
    def _titles(self) -> list[Pattern]:
        return self._patterns(TITLES[self.kind])

    @cached_property
    def _lines(self) -> list[Pattern]:
        return self._patterns(LINES)

    @cached_property
    def _sentences(self) -> list[Pattern]:
        return self._patterns(SENTENCES[self.kind])

    def _patterns(self, names: Sequence[str]) -> list[Pattern]:
        listed = self.reader.language.patterns()
        return [
            pattern
            for name in names
            for pattern in listed[name.partition(".")[0]]
            if "." not in name or pattern.name == name
        ]

    def readings(self, text: str, before: Said = ()) -> Iterator[Reading]:
        """Every way to read a sentence, a headline or a date line."""
        if text.endswith((".", "?", "!", "”")):
            yield from self._read(Line(text.removesuffix(".")), self._sentences, text, before)
        else:
            yield from self._read(Line(text, headline=True), self._titles, text, before)
            yield from self._read(Line(text), self._lines, text, before)

    def _read(
        self, line: Line, patterns: Sequence[Pattern], text: str, before: Said
    ) -> Iterator[Reading]:
        for pattern in patterns:
            for said in pattern.read(line, self.reader.slots):
                yield Reading(pattern.name, said, tuple(self._wrong(text, said, before)))

    def _wrong(self, text: str, said: Said, before: Said) -> Iterator[Mismatch]:
        case = Case(self.reader.site, self.kind, said, self.edition, self.region, before)
        for role, value in said:
            found = CLAIMS[role].check(case, value)
            if found is not None:
                yield Mismatch(self.address, text, role, _shown(value), found)

    def best(self, text: str, before: Said = ()) -> Reading | None:
        """The reading in which least is wrong; None if there is none."""
        best: Reading | None = None
        for reading in self.readings(text, before):
            if best is None or len(reading.wrong) < len(best.wrong):
                best = reading
            if not reading.wrong:
                break
        return best


def _shown(value: object) -> object:
    return ", ".join(sorted(map(str, value))) if isinstance(value, frozenset) else value


def check_sentence(context: Context, text: str, before: Said = ()) -> list[Mismatch]:
    """What the data do not hold of one sentence, headline or date line; empty if all is true.

    ``before`` is what the sentence before says, for the few that lean on it.
    """
    reading = context.best(text, before)
    if reading is None:
        return [_unread(context, text)]
    return list(reading.wrong)


def _unread(context: Context, text: str) -> Mismatch:
    return Mismatch(context.address, text, "", "", f"no pattern reads “{text}”")


@dataclass(frozen=True)
class _Way:
    """A paragraph cut into sentences up to a place, and what it costs to believe it."""

    cost: int
    mismatches: tuple[Mismatch, ...]
    said: Said
    rules: tuple[tuple[str, str], ...]


_START = _Way(0, (), (), ())
_CUT = re.compile(r"(?<=[.?!”]) (?![a-z])")


def check_paragraph(context: Context, text: str) -> list[Mismatch]:
    """What the data do not hold of the sentences of a paragraph."""
    return list(_cut(context, text).mismatches)


def rules_of_paragraph(context: Context, text: str) -> list[tuple[str, str]]:
    """The sentences of a paragraph, each with the rule whose pattern read it ("" if none did)."""
    return list(_cut(context, text).rules)


def _cut(context: Context, text: str) -> _Way:
    """The cut into sentences in which least is wrong.

    A full stop may also stand inside a name or a quotation. The first sentence that is true is
    taken; if something is wrong with the whole then, every cut is tried.
    """
    quick = _ways(context, text, first=True)
    return _ways(context, text, first=False) if quick.mismatches else quick


def _ways(context: Context, text: str, *, first: bool) -> _Way:
    ends = [found.start() for found in _CUT.finditer(text)] + [len(text)]
    ways: dict[int, _Way] = {0: _START}
    for start in (0, *(end + 1 for end in ends[:-1])):
        if start not in ways:
            continue
        for end in (end for end in ends if end > start):
            way = _longer(ways[start], context, text[start:end])
            at = end + 1
            if at not in ways or way.cost < ways[at].cost:
                ways[at] = way
            if first and not way.mismatches:
                break
    return ways[len(text) + 1]


def _longer(way: _Way, context: Context, sentence: str) -> _Way:
    reading = context.best(sentence, way.said)
    if reading is None:
        wrong = (*way.mismatches, _unread(context, sentence))
        return _Way(way.cost + NOTHING, wrong, (), (*way.rules, (sentence, "")))
    return _Way(
        way.cost + len(reading.wrong),
        (*way.mismatches, *reading.wrong),
        reading.said,
        (*way.rules, (sentence, reading.rule)),
    )


def sentences_of(context: Context, piece: Text) -> list[str]:
    """The sentences of a piece of a page."""
    if piece.place != "paragraph":
        return [piece.text]
    return [sentence for sentence, _ in rules_of_paragraph(context, piece.text)]


def read(address: str, texts: Sequence[Text], site: Site | Reader) -> list[Mismatch]:
    """What the data do not hold of all texts of a page."""
    if isinstance(site, Site) and "reader" not in site.memory:
        site.memory["reader"] = Reader(site)
    reader: Reader = site.memory["reader"] if isinstance(site, Site) else site
    found: list[Mismatch] = []
    for piece in texts:
        context = reader.context(address, piece.group)
        if piece.place == "paragraph":
            found += check_paragraph(context, piece.text)
        else:
            found += check_sentence(context, piece.text)
    return found
