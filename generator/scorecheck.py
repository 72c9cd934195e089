"""Instruments and answers: weights that do not add up, answers that do not fit, sums that differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from generator.dataset import Evaluation, ResultFile
from generator.problems import Problems, message
from generator.reading import Document, dotted
from generator.references import note_unknown
from generator.rules import round_fraction
from generator.schema import Figure, Indicator, Instrument, Question
from generator.schema.guess import suggestion
from generator.schema.instrument import NO, NOT_APPLICABLE, YES
from generator.schema.result import Answer
from generator.scoring import FULL, points

Path_ = tuple[str | int, ...]


def check_instrument(
    id_: str, instruments: Mapping[str, Instrument], document: Document, problems: Problems
) -> None:
    """Ids that are used twice or do not exist, weights that do not add up to 100."""
    instrument = instruments[id_]
    stages = [stage.id for stage in instrument.stages]
    questions = [q.id for indicator in instrument.indicators for q in indicator.questions]
    _unique(stages, [("stages", i, "id") for i in range(len(stages))], document, problems)
    _unique(
        [indicator.id for indicator in instrument.indicators],
        [("indicators", i, "id") for i in range(len(instrument.indicators))],
        document,
        problems,
    )
    _unique(
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
    _unique(ids, paths, document, problems)
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


def _unique(
    ids: Sequence[str], paths: Sequence[Path_], document: Document, problems: Problems
) -> None:
    for index, (id_, path) in enumerate(zip(ids, paths, strict=True)):
        if id_ in ids[:index]:
            problems.add(
                document.at(path),
                dotted(path),
                message(
                    "“{value}” sudah dipakai di baris {line}",
                    value=id_,
                    line=document.at(paths[ids.index(id_)]).line,
                ),
                message("hapus salah satunya, atau beri nilai lain"),
            )


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


def check_scale(evaluation: Evaluation, problems: Problems) -> None:
    """Scores by an instrument run from 0 to 100; another maximum would compare unlike figures."""
    scale = evaluation.scale
    if evaluation.instrument is not None and scale is not None and scale.maximum != FULL:
        problems.add(
            evaluation.place("scale", "maximum"),
            "scale.maximum",
            message("skor menurut instrumen 0–100, padahal maximum skala {a}", a=scale.maximum),
            message("tulis maximum: 100, atau hapus instrument"),
        )


def check_result(evaluation: Evaluation, file: ResultFile, problems: Problems) -> None:
    """The answers of a region against the instrument, and every given score against the computed."""
    instrument = evaluation.instrument
    _objections(file, instrument, problems)
    if instrument is None:
        if file.result.answers:
            problems.add(
                file.document.at(("answers",), key=True),
                "answers",
                message("ada jawaban, tetapi edisi ini tidak menyebut instrument"),
                message("tulis instrument di edition.yml, atau hapus answers"),
            )
        return
    _named_parts(instrument, file, problems)
    if file.result.answers:
        _answers(instrument, file, problems)
    _sums(evaluation, instrument, file, problems)


def _objections(file: ResultFile, instrument: Instrument | None, problems: Problems) -> None:
    """What an objection is about, and what was decided: not before it was made, not a date alone."""
    for index, item in enumerate(file.result.objections):
        where: Path_ = ("objections", index)
        named = "question" if item.question else "indicator" if item.indicator else None
        if named is not None and instrument is None:
            problems.add(
                file.document.at((*where, named)),
                dotted((*where, named)),
                message("edisi ini tidak menyebut instrument, jadi id ini tidak dikenal"),
                message("tulis instrument di edition.yml, atau hapus {name}", name=named),
            )
        if item.question and item.indicator:
            problems.add(
                file.document.at((*where, "indicator")),
                dotted((*where, "indicator")),
                message("ada question dan indicator sekaligus"),
                message("pilih satu; pertanyaan sudah termasuk indikatornya"),
            )
        if item.decided is None:
            continue
        where = (*where, "decided")
        if item.decision is None:
            problems.add(
                file.document.at(where),
                dotted(where),
                message("ada tanggal keputusan tanpa keputusan"),
                message("tulis decision, misalnya diterima atau ditolak"),
            )
        if item.decided.before(item.date):
            problems.add(
                file.document.at(where),
                dotted(where),
                message("diputus {a}, sebelum disanggah {b}", a=item.decided, b=item.date),
                message("perbaiki salah satu tanggalnya"),
            )


def _named_parts(instrument: Instrument, file: ResultFile, problems: Problems) -> None:
    """Indicators and questions that obstacles and objections name."""
    indicators = [indicator.id for indicator in instrument.indicators]
    questions = [q.id for indicator in instrument.indicators for q in indicator.questions]
    named: list[tuple[Path_, str | None, list[str]]] = [
        (("obstacles", index, "indicator"), item.indicator, indicators)
        for index, item in enumerate(file.result.obstacles)
    ]
    for index, item in enumerate(file.result.objections):
        named.append((("objections", index, "indicator"), item.indicator, indicators))
        named.append((("objections", index, "question"), item.question, questions))
    for path, id_, known in named:
        if id_ is not None and id_ not in known:
            note_unknown(file.document, path, id_, known, problems)


def _answers(instrument: Instrument, file: ResultFile, problems: Problems) -> None:
    questions = {q.id: q for indicator in instrument.indicators for q in indicator.questions}
    for id_, answer in file.result.answers.items():
        where: Path_ = ("answers", id_)
        question = questions.get(id_)
        if question is None:
            problems.add(
                file.document.at(where, key=True),
                dotted(where),
                message("pertanyaan “{id}” tidak ada dalam instrumen", id=id_),
                suggestion(id_, questions, message("lihat id pertanyaan di results/instruments/")),
            )
            continue
        for name, values in (("self", answer.claim), ("verified", answer.verified)):
            if values is not None:
                _value(question, values, (*where, name), file, problems)
        _points(question, id_, file, problems)
        asked = question.evidence is not None and question.evidence.required
        if asked and not answer.evidence and _worth(question, answer):
            problems.add(
                file.document.at(where, key=True),
                dotted((*where, "evidence")),
                message("jawaban ini perlu bukti, tetapi tidak ada evidence"),
                message("tulis buktinya, atau perbaiki jawabannya"),
            )
    missing = [id_ for id_ in questions if id_ not in file.result.answers]
    if missing:
        problems.add(
            file.document.at(("answers",), key=True),
            "answers",
            message(
                "{count} pertanyaan tidak dijawab: {ids}",
                count=len(missing),
                ids=", ".join(missing[:10]),
            ),
            message("jawab semuanya; yang tidak berlaku ditulis tidak-berlaku"),
        )


def _worth(question: Question, answer: Answer) -> bool:
    """Whether an answer claims a point that evidence has to show; one that is wrong is told above."""
    said = answer.verified or answer.claim
    try:
        return said is not None and bool(points(question, said))
    except ValueError:
        return False


def _value(
    question: Question,
    values: tuple[str, ...],
    path: Path_,
    file: ResultFile,
    problems: Problems,
) -> None:
    try:
        points(question, values)
    except ValueError as error:
        problems.add(
            file.document.at(path),
            dotted(path),
            message("“{value}” bukan jawaban pertanyaan ini", value=", ".join(values)),
            message("yang dapat dijawab: {allowed}", allowed=str(error)),
        )


def _points(question: Question, id_: str, file: ResultFile, problems: Problems) -> None:
    answer = file.result.answers[id_]
    if answer.points is None:
        return
    path = ("answers", id_, "points")
    if answer.points > question.scale.most:
        problems.add(
            file.document.at(path),
            dotted(path),
            message("poin {a} di atas poin tertinggi {b}", a=answer.points, b=question.scale.most),
            message("perbaiki poin ini, atau skala pertanyaannya"),
        )
        return
    try:
        given = points(question, answer.verified) if answer.verified else None
    except ValueError:
        return  # told where the answer stands
    if answer.verified == (NOT_APPLICABLE,):
        problems.add(
            file.document.at(path),
            dotted(path),
            message("ada poin, padahal pertanyaan ini tidak berlaku"),
            message("hapus points, atau perbaiki verified"),
        )
    if given is not None and given != answer.points:
        problems.add(
            file.document.at(path),
            dotted(path),
            message("poin {a}, padahal jawabannya memberi {b}", a=answer.points, b=given),
            message("perbaiki salah satunya"),
        )


def _sums(
    evaluation: Evaluation, instrument: Instrument, file: ResultFile, problems: Problems
) -> None:
    """Each score that is both given and computed from what stands below it, with the arithmetic."""
    computed = file.below
    if computed is None:
        return
    decimals = evaluation.decimals
    names = {indicator.id: indicator.name for indicator in instrument.indicators}
    stages = {stage.id: stage.name for stage in instrument.stages}
    levels: list[tuple[Path_, Figure[Decimal] | None, Fraction | None, str]] = [
        (("indicators", id_), file.result.indicators.get(id_), value, "")
        for id_, value in computed.indicators.items()
    ]
    levels += [
        (
            ("stage_scores", id_),
            file.result.stage_scores.get(id_),
            value,
            _sum(
                [
                    (names[i.id], file.scores.indicators[i.id], i.weight)
                    for i in instrument.of_stage(id_)
                    if file.scores and i.id in file.scores.indicators
                ],
                decimals,
            ),
        )
        for id_, value in computed.stages.items()
    ]
    if file.scores is not None and file.scores.final is not None:
        parts = [(s.name, file.scores.stages[s.id], s.weight) for s in instrument.stages]
        levels.append((("score",), file.result.score, file.scores.final, _sum(parts, decimals)))
    for path, figure, value, arithmetic in levels:
        if figure is None or figure.value is None or value is None or figure.note:
            continue
        rounded = round_fraction(value, decimals)
        given = round_fraction(Fraction(figure.value), decimals)
        if given != rounded and abs(Fraction(given) - value) > _leeway(
            path, instrument, file, decimals
        ):
            problems.add(
                file.document.at((*path, "value")),
                dotted(path),
                message(
                    "{sum} = {computed}, padahal di berkas {given}",
                    sum=arithmetic or message("menurut jawabannya"),
                    computed=rounded,
                    given=figure.value,
                ),
                message("perbaiki salah satunya, atau beri note bila memang diumumkan begitu"),
            )
    stopped = file.scores.stopped if file.scores else None
    if (
        stopped is not None
        and file.result.score is not None
        and file.result.score.value is not None
        and not file.result.score.note
    ):
        problems.add(
            file.document.at(("score",)),
            "score",
            message("ada skor akhir, padahal tahap {stage} tidak lolos", stage=stages[stopped]),
            message("hapus skornya, atau perbaiki skor tahap atau threshold"),
        )


def _leeway(path: Path_, instrument: Instrument, file: ResultFile, decimals: int) -> Fraction:
    """How far a published score may lie from the sum of parts that were published, so rounded.

    Half a unit of its own, and half a unit of each published part by its weight; 0 where all was
    computed from answers, for that sum is exact.
    """
    parts: list[tuple[Decimal, Figure[Decimal] | None]] = []
    if path == ("score",):
        parts = [(s.weight, file.result.stage_scores.get(s.id)) for s in instrument.stages]
    elif path[0] == "stage_scores":
        members = instrument.of_stage(str(path[1]))
        parts = [(item.weight, file.result.indicators.get(item.id)) for item in members]
    shares = [Fraction(w) / FULL for w, figure in parts if figure and figure.value is not None]
    return (sum(shares, Fraction(0)) + 1) * Fraction(1, 2 * 10**decimals) if shares else Fraction(0)


def _sum(parts: Sequence[tuple[str, Fraction, Decimal]], decimals: int) -> str:
    """``SAQ 82.40 × 80 % + Visitasi 91.00 × 20 %``"""
    return " + ".join(
        f"{name} {round_fraction(value, decimals)} × {weight.normalize():f} %"
        for name, value, weight in parts
    )
