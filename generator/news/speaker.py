"""Who speaks a language: its phrases, its words, and the names of the regions at hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.facts import Facts
from generator.facts.model import WHY_OUT, Category, Fact, Why
from generator.format import Region
from generator.language.base import Language
from generator.language.names import Names
from generator.news.phrases import Length, Phrases, first_short
from generator.news.slots import Item, Kind, Said, joined


@dataclass(slots=True)
class Speaker:
    """``introduced`` are institutions whose short form the text has given."""

    facts: Facts
    names: Names
    phrases: Phrases
    introduced: set[str] = field(default_factory=set, kw_only=True)

    @property
    def words(self) -> Language:
        """The language of the text: its numbers, dates, lists and grammar."""
        return self.phrases.words

    def meaning(self, category: str) -> str:
        """What the name of a category means, for readers of another language; "" for those of its own."""
        foreign = self.words.quotes
        return self.facts.dataset.measure.category_in(category, self.words.code) if foreign else ""

    def noted(self, fact: Fact[Any]) -> bool:
        """Whether a figure has a note that the readers of the text can read."""
        return bool(fact.note) and not self.words.quotes

    def words_of(self, said: Said) -> int:
        """How many words a text has."""
        return self.words.word_count(said.text)

    def lead_words(self, said: Said) -> int:
        """The same of a lead, with what its categories mean, which stands behind each of them."""
        names = {slot.text for slot in said.slots if slot.kind is Kind.CATEGORY}
        return self.words_of(said) + sum(
            self.words.word_count(self.meaning(name)) for name in names
        )

    def fitting(
        self, rule: str, values: dict[str, Any], limit: int, length: Length | None = None
    ) -> Said:
        """The first variant of a rule that is short enough, else the shortest."""
        count = self.phrases.variants(rule)
        texts = (self.phrases.say(rule, number, values) for number in range(count))
        return next(texts) if count == 1 else first_short(texts, length or self.words_of, limit)

    def joined(self, items: Sequence[Item], word: str = "") -> Said:
        """A series of slots or parts: ``A, B, dan C``."""
        return joined(self.words, items, word)

    def full_name(self, region: Region) -> str:
        """A region in full, as it stands in a sentence: ``Kabupaten Balangan``."""
        return self.words.named(self.names.full(region))

    def short_name(self, region: Region) -> str:
        """The same in short, where that is clear: ``Balangan``."""
        return self.words.named(self.names.short(region))

    def taken(self, text: str, of: str = "") -> str:
        """A text of the data inside a sentence, without the name of the one that it is of."""
        if self.words.quotes:
            return self.words.taken(text)
        return self.names.inside(text.removeprefix(f"{of} ")).rstrip(".")

    def word(self, name: str, /, **values: object) -> str:
        """A word that a fact chooses: ``naik``."""
        return self.phrases.word(name, **values)

    def word_of(self, name: str, number: int) -> str:
        """The same of so many, in a language that has another word for several."""
        many = f"{name}-many"
        return self.word(many if number != 1 and many in self.phrases.chosen else name)

    def placed(self, *, contested: bool, by_scale: bool) -> str:
        """``berkategori``, or ``diumumkan berkategori`` where the scale does not confirm it; where it comes
        from the scale alone, some languages have a word of their own: nobody rated."""
        return self.word("announced" if contested else "placed-by-scale" if by_scale else "placed")

    def label(self, name: str, /, **values: object) -> str:
        """What a fact is called."""
        return self.phrases.label(name, **values)

    def state(self, why: Why | None, *, in_full: bool = False) -> str:
        """Why a figure does not exist: the states are never swapped."""
        if why in (Why.NOT_ANNOUNCED, Why.NOT_PUBLISHED, *WHY_OUT):
            return self.word(why.value)
        return self.word("unknown-in-full" if in_full else "unknown")

    def step(self, category: Category) -> str:
        """Which step of the scale a category is, and of how many: ``tertinggi dari lima``."""
        index, of = category.index, category.of
        if of == 1:
            return self.word("sole-step")
        step = (
            self.word("best" if index == 0 else "worst")
            if index in (0, of - 1)
            else self.words.in_order(index + 1)
        )
        return self.word("of", step=step, number=self.words.count(of))

    def government(self, publisher: str) -> str:
        """A publisher as the text calls it: in full at first mention, then by the usual short form."""
        if publisher not in self.introduced:
            self.introduced.add(publisher)
            return self.words.institution(publisher, inside=True)
        return self.words.government(publisher, first=False)
