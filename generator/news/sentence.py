"""A sentence with its proof, and the one who tells: facts, names and phrases at hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator import words
from generator.dataset import Evaluation
from generator.facts import Facts
from generator.facts.model import Fact, RegionFacts
from generator.news.names import Names
from generator.news.phrases import Phrases
from generator.schema import Result


@dataclass(frozen=True, slots=True)
class Sentence:
    """``rule`` is the key of its template; ``sources`` are ids of the edition or result file."""

    rule: str
    text: str
    facts: tuple[Fact[Any], ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Teller:
    """What every rule of the body looks at."""

    evaluation: Evaluation
    mine: RegionFacts
    facts: Facts
    names: Names
    phrases: Phrases
    angle: str

    @property
    def short(self) -> str:
        return self.names.short(self.mine.region)

    @property
    def result(self) -> Result | None:
        file = self.evaluation.results.get(self.mine.region.id)
        return file.result if file else None

    @property
    def group_noun(self) -> str:
        """What the group's members are called inside a sentence: ``kabupaten/kota``."""
        name = self.evaluation.group.name
        return name if name.isupper() else name[:1].lower() + name[1:]

    def say(
        self, rule: str, *facts: Fact[Any], source: str | None = None, **values: Any
    ) -> Sentence:
        """A body sentence from a template, with the facts and the source it rests on."""
        text = words.capitalised(self.phrases.say(f"body.{rule}", **values))
        if not text.endswith((".", "?", "!", "”")):
            text += "."
        sources = [source] if source else []
        sources += [fact.source.id for fact in facts if fact.source is not None]
        return Sentence(f"body.{rule}", text, facts, tuple(dict.fromkeys(sources)))
