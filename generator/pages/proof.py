"""``Periksa kalimat``: the facts behind each sentence of a text, folded up below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from markupsafe import Markup

from generator.facts.model import Rule
from generator.language.base import Language
from generator.news import Evidence, Sentence
from generator.pages.labels import labels
from generator.pages.markup import escape
from generator.templating import safe

MOST_PLACES = 3
"""Places that a page names for one fact; `rapor explain` tells more."""


class Proofs:
    """``Periksa kalimat``: the facts of each sentence, their places and sources.

    Written here and not in a template: it is a third of a page's text. The script of the theme
    moves each block below its paragraph.
    """

    def __init__(self, language: Language, own: Callable[[object], Markup]) -> None:
        self._ = language.gettext
        self._language = language
        self._own, self._quoted = own, labels(language).own
        self._credit = labels(language).credit
        self._fact = lru_cache(maxsize=1000)(self._written)

    def __call__(self, paragraphs: Sequence[Sequence[Sentence]]) -> Markup:
        """The proof of these paragraphs, the lead with its headline first, folded up."""
        if not any(paragraphs):
            return Markup("")
        asked = escape(self._("Periksa kalimat"))
        told = escape(self._("Fakta di balik tiap kalimat, tempatnya dalam data, dan sumbernya"))
        parts = [
            f'<details class="rk-details rk-check"><summary>{asked} <small>{told}</small></summary>'
        ]
        for sentences in paragraphs:
            parts.append('<div class="rk-proof">')
            for sentence in sentences:
                parts.append(f"<p>{self._own(opening(sentence))}</p>")
                parts.append("<ul>")
                parts += [self._fact(item) for item in sentence.evidence]
                parts.append("</ul>")
            parts.append("</div>")
        parts.append("</details>")
        return safe("\n".join(parts))  # noqa: S704 — every value is escaped

    def _written(self, item: Evidence) -> str:
        """One fact as a list item; what all texts of an edition share is written once."""
        origin = ""
        if item.rule is not Rule.PUBLISHED:
            origin = self._("dihitung dari") + " " if item.places else self._("dihitung")
        if item.places:
            origin += f"<code>{escape(self.told_places(item))}</code>"
        for who in item.publishers:
            origin += f"; {self._credit(who)}"
        value = self._quoted(item.value) if item.quoted else self._own(item.value)
        told = f"{self._own(item.label)}: {value}"
        return f"<li>{told} <small>{origin}</small></li>"

    def told_places(self, item: Evidence) -> str:
        """File and line of a fact's first inputs; of many, how many more there are."""
        shown = [f"{place.file}:{place.line}" for place in item.places[:MOST_PLACES]]
        more = len(item.places) - len(shown)
        told = ", ".join(shown)
        if not more:
            return told
        return (
            told
            + " "
            + self._language.ngettext(
                "dan %(more)s tempat lain", "dan %(more)s tempat lain", more, more=more
            )
        )


@cache
def proofs(language: Language) -> Proofs:
    """The proof of sentences that are in the language of the page."""
    return Proofs(language, escape)


def opening(sentence: Sentence) -> str:
    """The first words of a sentence, enough to recognise it."""
    found = sentence.text.split()
    return sentence.text if len(found) <= 7 else " ".join(found[:6]) + " …"
