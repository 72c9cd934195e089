"""What an instrument changed against an earlier one, in the words of a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.format import Indicator, Instrument, Question, Stage
from generator.language.base import Language
from generator.language.catalogue import N_
from generator.pages.labels import labels
from generator.pages.markup import filled

Weighed = Mapping[str, tuple[str, Decimal]]
"""Stages, indicators or questions by id: name and weight."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of a new, a dropped and a reweighted one."""

    new: str
    dropped: str
    weighed: str


STAGES = Words(
    N_("Tahap baru: %(name)s"),
    N_("Tahap dihapus: %(name)s"),
    N_("Tahap %(name)s: bobot dari %(before)s menjadi %(now)s persen"),
)
INDICATORS = Words(
    N_("Indikator baru: %(name)s"),
    N_("Indikator dihapus: %(name)s"),
    N_("Indikator %(name)s: bobot dari %(before)s menjadi %(now)s persen"),
)
QUESTIONS = Words(
    N_("Pertanyaan baru: “%(name)s”"),
    N_("Pertanyaan dihapus: “%(name)s”"),
    N_("Pertanyaan “%(name)s”: bobot dari %(before)s menjadi %(now)s persen"),
)


class Revised:
    """What was added, dropped or reweighted, and what counts otherwise under the same id."""

    def __init__(self, language: Language, new: Instrument, old: Instrument) -> None:
        self.language = language
        self.new, self.old = new, old
        self._own = labels(language).own

    def __iter__(self) -> Iterator[Markup]:
        """The changes, each a text without its full stop."""
        new, old = self.new, self.old
        yield from self._weighed(STAGES, _named(new.stages), _named(old.stages))
        yield from self._weighed(INDICATORS, _named(new.indicators), _named(old.indicators))
        yield from self._weighed(QUESTIONS, _questions(new), _questions(old))
        yield from self._thresholds()
        for indicator in self.new.indicators:
            known = self.old.indicator(indicator.id)
            if known is not None and known.stage != indicator.stage:
                yield self._said(
                    N_("Indikator %(name)s kini termasuk tahap lain"), name=indicator.name
                )
            for question in indicator.questions:
                same = self.old.question(question.id)
                if same is not None:
                    yield from self._asked(indicator, question, same)

    def _said(self, text: str, /, **names: str) -> Markup:
        """A message filled with texts of the data."""
        return filled(
            self.language.gettext(text), **{key: self._own(name) for key, name in names.items()}
        )

    def _weighed(self, words: Words, now: Weighed, before: Weighed) -> Iterator[Markup]:
        for id_, (name, _) in now.items():
            if id_ not in before:
                yield self._said(words.new, name=name)
        for id_, (name, _) in before.items():
            if id_ not in now:
                yield self._said(words.dropped, name=name)
        for id_, (name, weight) in now.items():
            if id_ in before and before[id_][1] != weight:
                yield filled(
                    self.language.gettext(words.weighed),
                    name=self._own(name),
                    before=self._number(before[id_][1]),
                    now=self._number(weight),
                )

    def _number(self, value: Decimal) -> str:
        return self.language.plain_number(value)

    def _thresholds(self) -> Iterator[Markup]:
        before = {stage.id: stage.threshold for stage in self.old.stages}
        for stage in self.new.stages:
            if stage.id in before and before[stage.id] != stage.threshold:
                yield self._threshold(stage, before[stage.id])

    def _threshold(self, stage: Stage, before: Decimal | None) -> Markup:
        if before is None:
            text = N_("Tahap %(name)s: tanpa batas lolos menjadi batas lolos %(now)s")
        elif stage.threshold is None:
            text = N_("Tahap %(name)s: batas lolos %(before)s menjadi tanpa batas lolos")
        else:
            text = N_("Tahap %(name)s: batas lolos %(before)s menjadi batas lolos %(now)s")
        bounds = {"before": before, "now": stage.threshold}
        told = {key: self._number(bound) for key, bound in bounds.items() if bound is not None}
        return filled(self.language.gettext(text), name=self._own(stage.name), **told)

    def _asked(self, indicator: Indicator, now: Question, before: Question) -> Iterator[Markup]:
        if self._parent(before) != indicator.id:
            text = N_("Pertanyaan “%(text)s” kini termasuk indikator %(name)s")
            yield self._said(text, text=now.text, name=indicator.name)
        if now.not_applicable and not before.not_applicable:
            text = N_("Pertanyaan “%(text)s” kini dapat dijawab “tidak berlaku”")
            yield self._said(text, text=now.text)
        if before.not_applicable and not now.not_applicable:
            text = N_("Pertanyaan “%(text)s” tidak lagi dapat dijawab “tidak berlaku”")
            yield self._said(text, text=now.text)
        if before.text != now.text:
            text = N_("Pertanyaan “%(before)s” kini berbunyi “%(now)s”")
            yield self._said(text, before=before.text, now=now.text)
        if before.scale != now.scale:
            text = N_("Pertanyaan “%(text)s”: pilihan jawaban atau poinnya berubah")
            yield self._said(text, text=now.text)
        if before.evidence != now.evidence:
            yield self._said(_evidence(now, before), text=now.text)

    def _parent(self, question: Question) -> str:
        return next(
            item.id
            for item in self.old.indicators
            if any(one.id == question.id for one in item.questions)
        )


def _evidence(now: Question, before: Question) -> str:
    if now.evidence is None:
        return N_("Pertanyaan “%(text)s”: bukti tidak lagi diminta")
    if before.evidence is None:
        return N_("Pertanyaan “%(text)s”: bukti kini diminta")
    return N_("Pertanyaan “%(text)s”: bukti yang diminta berubah")


def _named(items: Sequence[Stage | Indicator]) -> Weighed:
    return {item.id: (item.name, item.weight) for item in items}


def _questions(instrument: Instrument) -> Weighed:
    return {id_: (q.text, q.weight) for id_, q in instrument.questions.items()}
