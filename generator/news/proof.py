"""The proof of a sentence: what it claims must be among its facts.

A claim is a number (in digits or in letters), a date, a category, or a name of a region, a person
or an institution. Templates are written without a single capital letter: capitals, full stops and
headline case are added after the proof. So once every form in which the facts may stand has been
cut out of a sentence, a digit, a number word or a capital that is left is a claim without a fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from generator.format.problems import Problem
from generator.news.evidence import Evidence

_WORD = re.compile(r"\w+(?:[.,/’'-]\w+)*")
_NUMBERS = (
    *("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"),
    *("sepuluh", "sebelas", "belas", "puluh", "ratus", "ribu", "juta", "miliar"),
    *("seratus", "seribu", "sejuta"),
)
_NUMBER_WORDS = frozenset([*_NUMBERS, "pertama", *(f"ke{number}" for number in _NUMBERS)])


class Unproven(Exception):
    """Sentences with claims that are none of their facts: the text is not published."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(problem.text() for problem in problems))
        self.problems = problems

    def __reduce__(self) -> tuple[type[Unproven], tuple[list[Problem]]]:
        """How it travels between processes: by its problems, not by its text."""
        return Unproven, (self.problems,)


def examine(text: str, evidence: Iterable[Evidence]) -> tuple[list[Evidence], list[str]]:
    """The facts that a text uses, in their order, and its claims that are none of them.

    ``text`` is as the template gave it, before capitals are added. Longer forms are cut first, so
    that *Menuju Informatif* is not taken for *Informatif*.
    """
    items = list(evidence)
    by_form: dict[str, list[int]] = {}
    for index, item in enumerate(items):
        for form in item.forms:
            if form and form in text:
                by_form.setdefault(form, []).append(index)
    used: set[int] = set()
    for form in sorted(by_form, key=len, reverse=True):
        rest = _cut(text, form)
        if rest != text:
            used.update(by_form[form])
            text = rest
    return [items[index] for index in sorted(used)], list(_claims_in(text))


@lru_cache(maxsize=1000)
def _claims_in(rest: str) -> tuple[str, ...]:
    """The words of a text that claim something; without its facts a template leaves the same text."""
    return tuple(word for word in _WORD.findall(rest) if _claims(word))


def _claims(word: str) -> bool:
    if word.islower() and word.isalpha():
        return word in _NUMBER_WORDS
    return any(c.isdigit() or c.isupper() for c in word) or any(
        part in _NUMBER_WORDS for part in re.split(r"[./,’'-]", word)
    )


def _cut(text: str, form: str) -> str:
    """The text without the form where it stands as words or numbers of its own."""
    start = 0
    while (found := text.find(form, start)) >= 0:
        end = found + len(form)
        # Most forms stand between spaces.
        if (found == 0 or text[found - 1] == " " or _free(text, found - 1, -1, form[0])) and (
            text[end : end + 1] in " " or _free(text, end, 1, form[-1])
        ):
            text = f"{text[:found]} … {text[end:]}"
            start = found + 3
        else:
            start = found + 1
    return text


def _free(text: str, at: int, step: int, edge: str) -> bool:
    """Whether a form may end here: no letter or digit follows, and no decimal goes on."""
    if not 0 <= at < len(text) or not edge.isalnum():
        return True
    if text[at].isalnum():
        return False
    beyond = at + step
    goes_on = text[at] in ".," and edge.isdigit() and 0 <= beyond < len(text)
    return not (goes_on and text[beyond].isdigit())
