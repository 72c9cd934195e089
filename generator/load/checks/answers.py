"""Answers, objections and obstacles of a region against the instrument."""

from __future__ import annotations

from generator.evaluation.model import ResultFile
from generator.evaluation.scoring import points
from generator.format import Instrument, Question
from generator.format.document import dotted
from generator.format.folded import Path_
from generator.format.guess import suggestion
from generator.format.instrument import NOT_APPLICABLE
from generator.format.problems import Problems, message
from generator.load.checks import Read
from generator.load.checks.references import note_unknown


def check(read: Read, problems: Problems) -> None:
    """Note what is wrong in the answers of every region."""
    for evaluation in read.dataset.evaluations.values():
        unread = evaluation.settings.instrument in read.dataset.unread  # its mistakes are told
        for file in evaluation.results.values():
            _outcomes(file, problems)
            if not unread:
                _of_region(file, evaluation.instrument, problems)


def _of_region(file: ResultFile, instrument: Instrument | None, problems: Problems) -> None:
    """What a region answered, objected to and named, whether the edition has an instrument or not."""
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
        if item.is_open:
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


def _outcomes(file: ResultFile, problems: Problems) -> None:
    """What became of objections: in words and as a key, and what they moved."""
    moved: set[str] = set()
    for index, item in enumerate(file.result.objections):
        where: Path_ = ("objections", index)
        if item.outcome and item.told_by_decision and item.outcome != item.told_by_decision:
            problems.add(
                file.document.at((*where, "outcome")),
                dotted((*where, "outcome")),
                message("outcome {a}, padahal keputusannya “{b}”", a=item.outcome, b=item.decision),
                message("perbaiki salah satunya"),
            )
        if item.before is None:
            continue
        where = (*where, "before")
        names = [name for name in ("score", "rank") if getattr(item.before, name) is not None]
        if item.result not in ("granted", "partly") or not names:
            problems.add(
                file.document.at(where, key=True),
                dotted(where),
                message("ada before, padahal sanggahan ini tidak disebut diterima")
                if names
                else message("before tanpa score dan rank"),
                message("tulis outcome: granted atau partly, atau hapus before")
                if names
                else message("tulis angkanya, atau hapus before"),
            )
        for name in moved.intersection(names):
            problems.add(
                file.document.at((*where, name)),
                dotted((*where, name)),
                message("{name} semula sudah ditulis pada sanggahan lain", name=name),
                message("tulis sekali saja, pada sanggahan yang mengubahnya"),
            )
        moved.update(names)


def _named_parts(instrument: Instrument, file: ResultFile, problems: Problems) -> None:
    """Indicators and questions that obstacles and objections name."""
    indicators = [indicator.id for indicator in instrument.indicators]
    questions = list(instrument.questions)
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
    questions = instrument.questions
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
        for name, values, known in (
            ("self", answer.claim, file.claims),
            ("verified", answer.verified, file.points),
        ):
            if values is not None and id_ not in known:  # it could not be scored
                _value(question, values, (*where, name), file, problems)
        _points(question, id_, file, problems)
        asked = question.evidence is not None and question.evidence.required
        if asked and not answer.evidence and _worth(id_, file):
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


def _worth(id_: str, file: ResultFile) -> bool:
    """Whether an answer claims a point that evidence has to show; one that is wrong is told above."""
    answer = file.result.answers[id_]
    return bool(file.points.get(id_) if answer.verified else file.claims.get(id_))


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
    if answer.verified and id_ not in file.points:
        return  # told where the answer stands
    given = file.points[id_] if answer.verified else None
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
