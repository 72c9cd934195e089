"""False sentences made by a machine: two things of one sentence exchanged, a figure one higher."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from reader.compare import Reader
from reader.patterns import Said

_DIGITS = re.compile(r"\d+")


def one_higher(text: str) -> Iterator[str]:
    """The sentence with each run of digits one higher."""
    for found in _DIGITS.finditer(text):
        other = str(int(found.group()) + 1).zfill(len(found.group()))
        yield text[: found.start()] + other + text[found.end() :]


def things(reader: Reader) -> re.Pattern[str]:
    """What a sentence of a site says things about: names, categories, indicators, dates, figures."""
    site, short = reader.site, reader.language.short_names
    names = {region["name"] for region in site.regions.values()}
    names |= {short(name) for name in names}
    names |= {name for edition in site.editions.values() for name in edition.names}
    names |= {
        part["name"]
        for instrument in site.instruments.values()
        for part in (*instrument["stages"], *instrument.get("indicators", []))
    }
    longest_first = sorted(map(re.escape, names), key=len, reverse=True)
    figures = r"\d{1,2} [^\W\d]+ \d{4}|\d+(?:[.,]\d+)*"
    return re.compile(
        rf"\b(?:{'|'.join(longest_first)}|{figures})\b|{reader.language.claiming.pattern}"
    )


def exchanged(text: str, found: re.Pattern[str]) -> Iterator[str]:
    """The sentence with any two different things in each other's place."""
    for one, other in combinations(found.finditer(text), 2):
        if one.group().lower() != other.group().lower():
            between = text[one.end() : other.start()]
            yield (
                f"{text[: one.start()]}{other.group()}{between}{one.group()}{text[other.end() :]}"
            )


def meaning(said: Said) -> Any:
    """What a reading says, whatever the order within its lists."""
    return sorted((role, _unordered(value)) for role, value in said)


def _unordered(value: Any) -> str:
    if isinstance(value, dict):
        return str(sorted((key, _unordered(inner)) for key, inner in value.items()))
    if isinstance(value, list):
        return str(sorted(map(_unordered, value)))
    return str(sorted(map(str, value))) if isinstance(value, frozenset) else str(value)
