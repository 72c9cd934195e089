"""The sentences of a language: loaded and checked once, filled with slots and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from jinja2 import FunctionLoader, StrictUndefined, Template, pass_context
from jinja2.runtime import Context

from generator.format.once import composed
from generator.format.problems import Place
from generator.language import language
from generator.language.base import Language
from generator.language.states import STATES
from generator.news.slots import Said, Slot
from generator.templating import SharedEnvironment, fill

_USED = "used"
"""Under this name a rendering keeps its slots; no template may use it."""


@pass_context
def _filled(context: Context, value: object) -> str:
    """Jinja's ``finalize``: the text of a slot or a part, which is noted; anything else is refused."""
    if isinstance(value, Slot):
        context.parent[_USED].append(value)
        return value.text
    if isinstance(value, Said):
        context.parent[_USED].extend(value.slots)
        return value.text
    raise TypeError(f"{context.name}: {value!r} is no slot")


_FORMS = " | "
"""Between the forms of a word that a fact chooses: in a sentence, in a headline, beside a figure."""


@pass_context
def _filled_in_form(context: Context, value: object) -> str:
    """The same in a language whose headlines have another tense."""
    if isinstance(value, Slot) and _FORMS in value.text:
        forms, name = value.text.split(_FORMS), str(context.name)
        in_headline = name.startswith(("headline", "edition_headline"))
        beside = name.startswith("change.") and len(forms) > 2
        value = value._replace(text=forms[2 if beside else in_headline])
    return str(_filled(context, value))


@dataclass(frozen=True, slots=True)
class Phrases:
    """Templates by dotted name, such as ``lead.rose``; several of one name are variants.

    ``sources`` are their texts as they stand in ``file``. ``labels`` name the facts for a reader,
    such as ``skor {year}``; ``chosen`` are the words that a fact chooses, such as ``naik``;
    ``words`` is the language itself.
    """

    words: Language
    file: str
    sources: Mapping[str, tuple[str, ...]]
    templates: Mapping[str, tuple[Template, ...]]
    labels: dict[str, str]
    chosen: dict[str, str]
    lines: dict[str, int]

    def say(self, name: str, number: int, values: dict[str, Any]) -> Said:
        """One of the variants of a phrase, white space folded, with its slots in order.

        ``values`` are terms, slots, parts and conditions; all that is filled in is a slot. Raises
        TypeError for anything else, jinja2.UndefinedError for what there is not.
        """
        template = self.templates[name][number]
        used: list[Slot] = []
        values[_USED] = used
        text = fill(template, values)
        return Said(" ".join(text.split()), tuple(used))

    def variants(self, name: str) -> int:
        """How many variants a phrase has; 0 if there is no such phrase."""
        return len(self.templates.get(name, ()))

    def label(self, name: str, /, **values: object) -> str:
        """What a fact is called: ``skor 2025``."""
        return self.labels[name].format_map(values)

    def word(self, name: str, /, **values: object) -> str:
        """A word that says something: ``naik``."""
        found = self.chosen[name]
        return found.format_map(values) if values else found

    def place(self, name: str) -> Place:
        """Where a phrase stands, for who has to mend it."""
        return Place(self.file, self.lines.get(name, 1))


def sentences_file(language: str) -> Path:
    """Where the sentences of a language stand."""
    return Path(__file__).with_name(f"sentences.{language}.yml")


def read_phrases(code: str, put: Callable[[str], str] = str) -> Phrases:
    """The phrases of a language, from ``sentences.<language>.yml`` beside this file, unchecked.

    ``put`` makes of each text what is used: it puts it into the words of a measure.
    """
    path = sentences_file(code)
    root = composed(path)
    sources: dict[str, tuple[str, ...]] = {}
    plain: dict[str, dict[str, str]] = {"label": {}, "word": {}}
    lines: dict[str, int] = {}
    for section, entries in root.value:
        for key, value in entries.value:
            if section.value in plain:
                plain[section.value][key.value] = put(value.value)
                continue
            name = f"{section.value}.{key.value}"
            lines[name] = key.start_mark.line + 1
            texts = value.value if isinstance(value, yaml.SequenceNode) else [value]
            sources[name] = tuple(put(text.value) for text in texts)
    # What the pages call a state, unless the sentences have another form of it.
    plain["word"] = {name: put(text) for name, text in _states(code, "word")} | plain["word"]
    plain["word"]["unknown-in-full"] = put(dict(_states(code, "meaning"))["unknown"])
    plain["label"] |= {f"why-{name}": put(text) for name, text in _states(code, "meaning")}
    file = f"generator/news/{path.name}"
    forms = any(_FORMS in text for text in plain["word"].values())
    templates = _Compiled(sources, str(path), _filled_in_form if forms else _filled)
    return Phrases(language(code), file, sources, templates, plain["label"], plain["word"], lines)


def _states(code: str, what: str) -> Iterator[tuple[str, str]]:
    """What a state is called, by its name: the words that pages and files have as well."""
    for name, state in STATES.items():
        yield name, language(code).gettext(getattr(state, what))


Length = Callable[[Said], int]
"""How long a text is: in letters, or in words."""


def first_short(texts: Iterable[Said], length: Length, limit: int) -> Said:
    """The first text within the limit, else the shortest; none is written after the first."""
    tried = []
    for said in texts:
        if length(said) <= limit:
            return said
        tried.append(said)
    return min(tried, key=length)


class _Compiled(Mapping[str, tuple[Template, ...]]):
    """Templates compiled when they are first used: a small site needs a third of them."""

    def __init__(
        self, sources: dict[str, tuple[str, ...]], file: str, finalize: Callable[..., str]
    ) -> None:
        self._sources = sources
        self._file = file
        self._compiled: dict[str, tuple[Template, ...]] = {}
        self._environment = SharedEnvironment(
            loader=FunctionLoader(self._source),
            auto_reload=False,
            finalize=finalize,
            undefined=StrictUndefined,
        )

    def _source(self, name: str) -> tuple[str, str, None]:
        phrase, _, number = name.partition(" ")
        return self._sources[phrase][int(number)], self._file, None

    def __getitem__(self, name: str) -> tuple[Template, ...]:
        found = self._compiled.get(name)
        if found is None:
            numbers = range(len(self._sources[name]))
            found = tuple(self._environment.get_template(f"{name} {n}") for n in numbers)
            self._compiled[name] = found
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)
