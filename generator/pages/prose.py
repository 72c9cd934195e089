"""What prose says of the measure: placeholders, and parts that stand only where they apply.

``[[bila kategori]]`` … ``[[habis]]`` stands only where the measure has categories; so do ``peringkat``
(ranks), ``kuesioner`` (a questionnaire) and ``peserta`` (bodies that take part).
"""

from __future__ import annotations

import re

from generator.format import Measure
from generator.pages.markup import escape

_PART = re.compile(r"^\[\[bila (\w+)\]\]\n(.*?)^\[\[habis\]\]\n", re.MULTILINE | re.DOTALL)


def applying(text: str, measure: Measure) -> str:
    """Prose without the parts that do not apply to a measure."""
    holds = {
        "kategori": measure.categories,
        "peringkat": measure.ranked,
        "kuesioner": measure.questionnaire is not None,
        "peserta": measure.taking_part,
    }
    return _PART.sub(lambda found: found[2] if holds.get(found[1], True) else "", text)


def measured(measure: Measure, language: str) -> dict[str, str]:
    """The words of a measure for the placeholders of prose, by their names."""
    told = [texts.of(language) for texts in (measure.about, measure.law) if texts is not None]
    entries = [
        f"## {escape(entry.term.of(language))}\n\n{escape(entry.text.of(language))}\n"
        for entry in measure.glossary
    ]
    return {
        "ukuran": str(escape(measure.name.of(language))),
        "tentang-ukuran": str(escape(" ".join(told))),
        "istilah-ukuran": "\n".join(entries),
    }
