"""What prose says of the measure: placeholders, and parts that stand only where they apply.

``[[bila kategori]]`` … ``[[habis]]`` stands only where the measure has categories; so do ``peringkat``
(ranks), ``kuesioner`` (a questionnaire), ``peserta`` (bodies that take part), ``kontak`` (the publisher
names an address) and ``contoh`` (all results are made up). ``[[bila tanpa kontak]]`` is the contrary.
Of the editions: ``lama`` (of 2017 to 2021) and ``baru`` (since 2022, when another rule of evaluations
came into force), ``jawaban`` (the instrument of one is known) and ``kelompok`` (several groups);
``analisis`` where the site computes more than the evaluation did.
"""

from __future__ import annotations

import re

from generator.evaluation.model import DEFAULT_DECIMALS, Dataset
from generator.format import Measure
from generator.language.base import Language
from generator.pages.markup import escape

_PART = re.compile(r"^\[\[bila (tanpa )?(\w+)\]\]\n(.*?)^\[\[habis\]\]\n", re.MULTILINE | re.DOTALL)


def applying(text: str, dataset: Dataset, *, analysis: bool, contact: bool) -> str:
    """Prose without the parts that do not apply to a measure, its editions and the site.

    ``contact`` is whether the publisher names one.
    """
    measure, evaluations = dataset.measure, dataset.evaluations.values()
    asked = any(evaluation.instrument is not None for evaluation in evaluations)
    holds = {
        "lama": any(FIRST_OLD <= year < FIRST_NEW for year in dataset.years),
        "baru": any(year >= FIRST_NEW for year in dataset.years),
        "jawaban": asked,
        "analisis": analysis and asked,
        "kelompok": len({evaluation.group.id for evaluation in evaluations}) > 1,
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


FIRST_OLD, FIRST_NEW = 2017, 2022
"""Since when evaluations follow Perki Nomor 5 Tahun 2016 and Perki Nomor 1 Tahun 2022; the first was
made in the course of 2016."""


def decimals(dataset: Dataset, language: Language) -> str:
    """To how many decimals scores are rounded, in words: ``dua desimal``."""
    evaluations = dataset.evaluations.values()
    found = {e.decimals for e in evaluations if e.scale is not None} or {DEFAULT_DECIMALS}
    numbers = [language.count(number) for number in sorted(found)]
    told = language.gettext("%(number)s desimal", number=language.join(numbers, "atau"))
    if len(found) == 1:
        return told
    return language.gettext("%(decimals)s, seperti disebut pada tiap skala", decimals=told)


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
