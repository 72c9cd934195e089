"""The sentences of a language: loaded once, filled with facts, never with anything else."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from jinja2 import Environment, StrictUndefined, Template

from generator import words


@dataclass(frozen=True, slots=True)
class Phrases:
    """Templates by dotted name, such as ``lead.rose``."""

    language: str
    templates: dict[str, Template]

    def say(self, name: str, **values: object) -> str:
        """One sentence or part of one; an unknown gap is an error, not an empty place."""
        return " ".join(self.templates[name].render(values).split())


@cache
def phrases(language: str = words.SITE_LANGUAGE) -> Phrases:
    """The phrases of a language, from ``sentences.<language>.yml`` beside this file."""
    environment = Environment(undefined=StrictUndefined, autoescape=False)  # noqa: S701 — plain text
    environment.filters |= {
        "count": words.count,
        "ordinal": words.ordinal,
        "capitalised": words.capitalised,
        "join_words": words.join,
    }
    path = Path(__file__).with_name(f"sentences.{language}.yml")
    tree = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    found: dict[str, Template] = {}
    for name, value in tree.items():
        entries = value.items() if isinstance(value, dict) else [("", value)]
        for key, text in entries:
            found[f"{name}.{key}".rstrip(".")] = environment.from_string(text)
    return Phrases(language, found)
