"""What prose says of the measure: placeholders, and parts that stand only where they apply.

``[[bila kategori]]`` … ``[[habis]]`` stands only where the measure has categories; so do ``peringkat``
(ranks), ``kuesioner`` (a questionnaire), ``peserta`` (bodies that take part), ``kontak`` (the publisher
names an address) and ``contoh`` (all results are made up). ``[[bila tanpa kontak]]`` is the contrary.
"""

from __future__ import annotations

import re

from generator.evaluation.model import Dataset
from generator.format import Measure
from generator.pages.markup import escape

_PART = re.compile(r"^\[\[bila (tanpa )?(\w+)\]\]\n(.*?)^\[\[habis\]\]\n", re.MULTILINE | re.DOTALL)


def applying(text: str, dataset: Dataset, *, contact: bool) -> str:
    """Prose without the parts that do not apply: ``contact`` is whether the publisher names one."""
    measure = dataset.measure
    holds = {
        "kategori": measure.categories,
        "peringkat": measure.ranked,
        "kuesioner": measure.questionnaire is not None,
        "peserta": measure.taking_part,
        "kontak": contact,
        "contoh": dataset.made_up,
    }

    def part(found: re.Match[str]) -> str:
        without, name, inside = found.groups()
        return inside if holds.get(name, not without) != bool(without) else ""

    return _PART.sub(part, text)


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
