"""Instruments: ids used twice or unknown, options without a meaning, weights that do not add up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from generator.evaluation.scoring import FULL
from generator.format import Indicator, Instrument, Question
from generator.format.document import Document, dotted
from generator.format.folded import Path_
from generator.format.guess import suggestion
from generator.format.instrument import NO, NOT_APPLICABLE, YES
from generator.format.problems import Problems, message
from generator.load.checks import Read
from generator.load.checks.references import check_unique, note_unknown


def check(read: Read, problems: Problems) -> None:
    """Note what is wrong in each instrument."""
    for id_, document in read.instruments.items() if read.shared else ():
        _instrument(id_, read.dataset.instruments, document, problems)


def _instrument(
    id_: str, instruments: Mapping[str, Instrument], document: Document, problems: Problems
) -> None:
    """Ids that are used twice or do not exist, weights that do not add up to 100."""
    instrument = instruments[id_]
    stages = [stage.id for stage in instrument.stages]
    questions = [q.id for indicator in instrument.indicators for q in indicator.questions]
    sources = [source.id for source in instrument.sources]
    check_unique(sources, [("sources", i, "id") for i in range(len(sources))], document, problems)
    check_unique(stages, [("stages", i, "id") for i in range(len(stages))], document, problems)
    check_unique(
        [indicator.id for indicator in instrument.indicators],
        [("indicators", i, "id") for i in range(len(instrument.indicators))],
        document,
        problems,
    )
    check_unique(
        questions,
        [
            ("indicators", i, "questions", j, "id")
            for i, indicator in enumerate(instrument.indicators)
            for j in range(len(indicator.questions))
        ],
        document,
        problems,
    )
    _weights([stage.weight for stage in instrument.stages], ("stages",), document, problems)
    for index, step in enumerate(instrument.stages):
        if step.threshold is not None and step.threshold > FULL:
            problems.add(
                document.at(("stages", index, "threshold")),
                dotted(("stages", index, "threshold")),
                message("batas lolos {a} di atas skor tertinggi {b}", a=step.threshold, b=FULL),
                message("tulis batas antara 0 dan 100"),
            )
    for index, indicator in enumerate(instrument.indicators):
        where: Path_ = ("indicators", index)
        if indicator.stage not in stages:
            problems.add(
                document.at((*where, "stage")),
                dotted((*where, "stage")),
                message("tahap “{id}” tidak ada", id=indicator.stage),
                suggestion(
                    indicator.stage, stages, message("yang ada: {known}", known=", ".join(stages))
                ),
            )
        _same_as(id_, index, indicator, instruments, document, problems)
        for number, question in enumerate(indicator.questions):
            _options(question, (*where, "questions", number, "scale"), document, problems)
        if indicator.questions:
            weights = [question.weight for question in indicator.questions]
            _weights(weights, (*where, "questions"), document, problems)
    for stage in stages:
        members = instrument.of_stage(stage)
        if members:
            first = instrument.indicators.index(members[0])
            weights = [indicator.weight for indicator in members]
            _weights(weights, ("indicators", first, "weight"), document, problems)


def _options(question: Question, where: Path_, document: Document, problems: Problems) -> None:
    """The ids of what may be chosen: each once, and none that means something else."""
    options = question.scale.options
    ids = [option.id for option in options]
    paths: list[Path_] = [(*where, "options", i, "id") for i in range(len(ids))]
    check_unique(ids, paths, document, problems)
    for id_, path in zip(ids, paths, strict=True):
        if id_ in (YES, NO, NOT_APPLICABLE):
            problems.add(
                document.at(path),
                dotted(path),
                message("“{id}” sudah punya arti sendiri dalam jawaban", id=id_),
                message("beri pilihan ini id lain"),
            )


def _same_as(
    id_: str,
    index: int,
    indicator: Indicator,
    instruments: Mapping[str, Instrument],
    document: Document,
    problems: Problems,
) -> None:
    for other, name in indicator.same_as.items():
        where: Path_ = ("indicators", index, "same_as", other)
        others = [known for known in instruments if known != id_]
        if other not in others:
            note_unknown(document, where, other, others, problems, key=True)
            continue
        known = [item.id for item in instruments[other].indicators]
        if name not in known:
            note_unknown(document, where, name, known, problems)


def _weights(
    weights: Iterable[Decimal], path: Path_, document: Document, problems: Problems
) -> None:
    listed = list(weights)
    total = sum(listed, Decimal(0))
    if total != FULL:
        problems.add(
            document.at(path),
            dotted(path),
            message(
                "bobot berjumlah {total}, bukan 100: {sum}",
                total=total,
                sum=" + ".join(str(weight) for weight in listed),
            ),
            message("perbaiki bobotnya sehingga berjumlah tepat 100"),
        )
