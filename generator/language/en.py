"""English: number words, ordinals and series, in British spelling."""

from __future__ import annotations

from collections.abc import Sequence

from generator.language.base import Language

_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


class English(Language):
    """International English."""

    code = "en"
    territory = "GB"
    name = "English"
    weekday = "EEEE, d MMMM y"
    spoken = {  # noqa: RUF012 — nobody changes it
        "value": "score",
        "edition": "evaluation",
        "questionnaire": "questionnaire",
    }
    endings = ("", "s", "’s")

    def count(self, number: int) -> str:
        """A count: one to nine in words, digits from ten on."""
        return _WORDS[number] if 0 <= number < len(_WORDS) else self.digits(number)

    def ordinal(self, number: int) -> str:
        """``1st``, ``12th``, ``22nd``."""
        ending = "th"
        if number % 100 not in (11, 12, 13):
            ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{self.digits(number)}{ending}"

    def join(self, items: Sequence[str], word: str = "and") -> str:
        """A series without a comma before its last *and*: ``A, B and C``."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {word} {items[-1]}"

    def headline(self, text: str) -> str:
        """Sentence case."""
        return self.capitalised(text)

    def noun(self, name: str) -> str:
        """The name as it is: it stays Indonesian."""
        return name[:1].lower() + name[1:]


LANGUAGE = English()
