"""The languages that the reader knows: how each writes numbers, dates, lists and names.

A language is a module with what ``Language`` names and a file of patterns beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from reader.patterns import Node, Pattern, Reads, parse, patterns

NO_RULES = ("parts", "pieces", "without_claim")
"""Sections of a file of patterns that are no rules of sentences."""


@dataclass(frozen=True, eq=False)
class Language:
    """``folder`` is where its pages stand ("" or ``en/``), ``heading_of_years`` what stands over the
    text of a region over all its years. ``kinds`` read a value of a kind; ``forms`` say how a text of
    the data may stand in a sentence.

    ``two`` and ``three`` are the joints of a list (before the last of two, of three or more),
    ``alternatives`` those of a list of possibilities. ``own_names`` are the ways to say a region by
    its kind ("the regency"); ``person`` is somebody with an office. ``claiming`` finds words
    that claim something wherever they stand.
    """

    code: str
    folder: str
    heading_of_years: str
    kinds: Mapping[str, Reads]
    forms: Mapping[str, Callable[[str], Iterator[str]]]
    two: tuple[str, ...]
    three: tuple[str, ...]
    alternatives: tuple[str, ...]
    claiming: re.Pattern[str]
    own_names: Callable[[str], Iterator[str]]
    short_names: Callable[[str], str]
    person: Callable[[str, str], str]

    @property
    def file(self) -> Path:
        return Path(__file__).with_name(f"patterns.{self.code}.yml")

    @cache  # noqa: B019 — there are as many languages as modules
    def sections(self) -> dict[str, dict[str, list[str]]]:
        """The texts of each rule by section; ``parts`` holds the pieces."""
        listed = yaml.safe_load(self.file.read_text("utf-8"))
        return {
            section: {
                key: text if isinstance(text, list) else [text] for key, text in rules.items()
            }
            for section, rules in listed.items()
        }

    def rules(self) -> dict[str, list[str]]:
        """The texts by the names of rules."""
        return {
            f"{section}.{key}": texts
            for section, rules in self.sections().items()
            if section not in NO_RULES
            for key, texts in rules.items()
        }

    def words_of(self, texts: Sequence[str]) -> set[str]:
        """The words of patterns, or of parts by their names, with those of the parts they take in."""
        text = " ".join(self.parts().get(one, one) for one in texts)
        while "{&" in text:
            text = re.sub(r"\{&(\w+)\}", lambda found: self.parts()[found[1]], text)
        return set(re.findall(r"[^\W\d_]{2,}", re.sub(r"\{\w+[}:?]", " ", text)))

    @cache  # noqa: B019
    def parts(self) -> dict[str, str]:
        return {key: texts[0] for key, texts in self.sections()["parts"].items()}

    @cache  # noqa: B019
    def part(self, name: str) -> Node:
        """A piece that items of a list are made of."""
        return parse(self.parts()[name], self.parts())

    @cache  # noqa: B019
    def patterns(self) -> dict[str, list[Pattern]]:
        """The patterns of each section."""
        found: dict[str, list[Pattern]] = {}
        for pattern in patterns(self.rules(), self.parts()):
            found.setdefault(pattern.name.partition(".")[0], []).append(pattern)
        return found
