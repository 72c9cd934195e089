"""The sentences of a language: loaded once, filled with facts, never with anything else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from jinja2 import Environment, StrictUndefined, Template

from generator.format.problems import Place
from generator.language import indonesian as words
from generator.news import grammar
from generator.templating import LeanEnvironment, fill


@dataclass(frozen=True, slots=True)
class Phrases:
    """Templates by dotted name, such as ``lead.rose``; several of one name are variants.

    ``labels`` name the facts for a reader, such as ``skor {year}``.
    """

    language: str
    file: str
    templates: Mapping[str, tuple[Template, ...]]
    labels: dict[str, str]
    lines: dict[str, int]

    def say(self, name: str, /, **values: object) -> str:
        """One sentence or part of one; an unknown gap is an error, not an empty place."""
        return self.variant(name, 0, values)

    def variant(self, name: str, number: int, values: dict[str, object]) -> str:
        """One of the variants of a phrase, white space folded."""
        return " ".join(fill(self.templates[name][number], values).split())

    def variants(self, name: str) -> int:
        """How many variants a phrase has; 0 if there is no such phrase."""
        return len(self.templates.get(name, ()))

    def label(self, name: str, /, **values: object) -> str:
        """What a fact is called: ``skor 2025``."""
        return self.labels[name].format_map(values)

    def place(self, name: str) -> Place:
        """Where a phrase stands, for who has to mend it."""
        return Place(self.file, self.lines.get(name, 1))


@cache
def phrases(language: str = words.SITE_LANGUAGE) -> Phrases:
    """The phrases of a language, from ``sentences.<language>.yml`` beside this file."""
    environment = LeanEnvironment(finalize=str, undefined=StrictUndefined, autoescape=False)  # noqa: S701 — plain text
    environment.filters |= {
        "count": words.count,
        "opening": grammar.opening_count,
        "ordinal": words.ordinal,
        "join_words": words.join,
        "join_or": lambda items: words.join(items, "atau"),
        "at_place": grammar.at_place,
    }
    environment.globals.clear()  # templates use none; each rendering would copy them
    path = Path(__file__).with_name(f"sentences.{language}.yml")
    root = yaml.compose(path.read_bytes(), Loader=yaml.CSafeLoader)
    sources: dict[str, tuple[str, ...]] = {}
    labels: dict[str, str] = {}
    lines: dict[str, int] = {}
    for section, entries in root.value:
        for key, value in entries.value:
            name = f"{section.value}.{key.value}"
            lines[name] = key.start_mark.line + 1
            if section.value == "label":
                labels[key.value] = value.value
                continue
            texts = value.value if isinstance(value, yaml.SequenceNode) else [value]
            sources[name] = tuple(text.value for text in texts)
    templates = _Compiled(environment, sources)
    return Phrases(language, f"generator/news/{path.name}", templates, labels, lines)


class _Compiled(Mapping[str, tuple[Template, ...]]):
    """Templates compiled when they are first used: a small site needs a third of them."""

    def __init__(self, environment: Environment, sources: dict[str, tuple[str, ...]]) -> None:
        self._environment = environment
        self._sources = sources
        self._compiled: dict[str, tuple[Template, ...]] = {}

    def __getitem__(self, name: str) -> tuple[Template, ...]:
        found = self._compiled.get(name)
        if found is None:
            texts = self._sources[name]
            found = tuple(self._environment.from_string(text) for text in texts)
            self._compiled[name] = found
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)
