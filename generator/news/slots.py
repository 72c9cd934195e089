"""Slots: the only thing that fills a template. A value as it is said, its kind, the fact behind it.

A sentence is right by what it is made of: a template is filled with slots alone, each slot knows
the facts behind it, and what was filled is the evidence of the sentence, in order. Where a slot
may stand goes by its kind and, where a template may hold two of a kind, by its role
(``positions``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any, ClassVar, NamedTuple

from generator.language.base import Language
from generator.news.evidence import Evidence


class Kind(StrEnum):
    """What a slot says; decides, with its role, where it may stand."""

    REGION = "region"
    GROUP = "group"
    MEASURE = "measure"
    YEAR = "year"
    DATE = "date"
    PLACE = "place"
    CATEGORY = "category"
    STEP = "step"
    SCORE = "score"
    DIFFERENCE = "difference"
    RANK = "rank"
    TOTAL = "total"
    COUNT = "count"
    DIRECTION = "direction"
    SCOPE = "scope"
    SUPERLATIVE = "superlative"
    SIDE = "side"
    STATE = "state"
    ORIGIN = "origin"
    VERB = "verb"
    OUTCOME = "outcome"
    PERSON = "person"
    INSTITUTION = "institution"
    TEXT = "text"
    TITLE = "title"
    QUESTION = "question"
    INDICATOR = "indicator"
    STAGE = "stage"
    FIELD = "field"
    VALUE = "value"
    DECISION = "decision"
    PART = "part"


class Slot(NamedTuple):
    """A value as it is said in one language, and the facts behind it (at least one)."""

    kind: Kind
    role: str
    text: str
    facts: tuple[Evidence, ...]

    @property
    def slots(self) -> tuple[Slot, ...]:
        return (self,)


class Said(NamedTuple):
    """A part of a sentence: its text, with the slots that it was made of in order."""

    text: str
    slots: tuple[Slot, ...]

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return bool(self.text)


NOTHING = Said("", ())

Item = Slot | Said


def joined(language: Language, items: Sequence[Item], word: str = "") -> Said:
    """A series of slots or parts: ``A, B, dan C``; ``word`` instead of the language's *and*."""
    slots = tuple(slot for item in items for slot in item.slots)
    texts = [item.text for item in items]
    return Said(language.join(texts, word) if word else language.join(texts), slots)


class term:
    """Makes a method of ``Terms`` a slot: the method gives its text, or what is made of slots.

    Without a role of its own a slot has that of its terms. ``behind`` names the attribute with
    the facts behind the text. The method is asked once; a part keeps the slots that it has.
    """

    def __init__(self, kind: Kind, role: str | None = None, behind: str = "facts") -> None:
        self.kind = kind
        self._role = role
        self._behind = behind
        self._name = ""
        self._say: Callable[[Any], str | Item] = lambda terms: ""

    def role(self, owner: type[Terms]) -> str:
        """The role of the slot in the terms of a class."""
        return owner.role if self._role is None else self._role

    def __call__(self, say: Callable[[Any], str | Item]) -> Any:
        self._say = say
        self.__doc__ = say.__doc__
        return self

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, terms: Terms | None, owner: type) -> Any:
        if terms is None:
            return self
        said = self._say(terms)
        if isinstance(said, str):
            role = terms.role if self._role is None else self._role
            said = Slot(self.kind, role, said, getattr(terms, self._behind))
        terms.__dict__[self._name] = said
        return said


class Terms:
    """In which terms a sentence may speak of a fact: its slots by name, and what is so about it.

    A subclass with a ``name`` is what templates know by it (``known_as``); its methods decorated with
    ``term`` are slots, its other attributes conditions. Terms of a fact that does not exist are
    false.
    """

    known_as: ClassVar[str] = ""
    role: ClassVar[str] = ""
    vocabulary: ClassVar[dict[str, type[Terms]]] = {}
    """All terms that templates may use, by name."""

    def __init_subclass__(cls, name: str = "", role: str = "", **options: Any) -> None:
        super().__init_subclass__(**options)
        if role:
            cls.role = role
        if name:
            if name in Terms.vocabulary:
                raise TypeError(f"two classes are the terms “{name}”")
            cls.known_as = name
            Terms.vocabulary[name] = cls

    @property
    def facts(self) -> tuple[Evidence, ...]:
        """The facts behind what these terms say."""
        raise NotImplementedError

    @classmethod
    def slot(cls, attribute: str) -> tuple[Kind, str] | None:
        """Kind and role of the slot with a name; None if there is none."""
        found = getattr(cls, attribute, None)
        return (found.kind, found.role(cls)) if isinstance(found, term) else None
