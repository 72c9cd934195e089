"""Corrections: of each figure they form a chain that ends with what the data have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from generator.evaluation.corrected import as_answer, in_force
from generator.evaluation.model import Evaluation
from generator.evaluation.rounding import round_half_up
from generator.evaluation.scoring import FULL, allowed
from generator.format import Correction
from generator.format.corrected import ORIGINS
from generator.format.document import dotted
from generator.format.folded import Path_
from generator.format.guess import suggestion
from generator.format.problems import Message, Problems, message
from generator.format.scalars import exact
from generator.load.checks import Read
from generator.load.checks.ranks import beyond, last_rank, published_or_computed
from generator.load.checks.references import note_unknown

Value = Decimal | str


@dataclass(frozen=True, slots=True)
class Step:
    """A correction, its place in its list, and its values as those of its field; None if wrong."""

    correction: Correction
    path: Path_
    before: Value | None
    after: Value | None


def check(read: Read, problems: Problems) -> None:
    """Note every correction that is none, or does not fit the one before it or the announcement."""
    for evaluation in read.dataset.evaluations.values():
        unread = evaluation.settings.instrument in read.dataset.unread  # its mistakes are told
        for index, item in _own(evaluation):
            path: Path_ = (*evaluation.path("corrections"), index)
            if _is_part(evaluation, item, path, unread, problems):
                _single(evaluation, item, path, problems)
        for chain in _chains(evaluation):
            for earlier, later in pairwise(chain):
                _linked(evaluation, earlier, later, problems)


def compare(evaluation: Evaluation, problems: Problems) -> None:
    """Note every last correction that is not what the data have."""
    chains = _chains(evaluation)
    ranks = published_or_computed(evaluation) if chains else {}
    for chain in chains:
        last = chain[-1]
        region = last.correction.region
        known = _known(evaluation, last.correction, ranks)
        if known is None or last.after is None or last.after == known:
            continue
        _note(
            evaluation,
            (*last.path, "to"),
            message(
                "dikoreksi menjadi {to}, padahal di {file} {known}",
                to=last.correction.to,
                file=evaluation.results[region].document.file,
                known=known,
            ),
            message("perbaiki salah satunya: koreksi terakhir adalah nilai yang berlaku"),
            problems,
        )


def _own(evaluation: Evaluation) -> Iterator[tuple[int, Correction]]:
    """The corrections of the evaluation's regions, with their places in the list."""
    ids = {region.id for region in evaluation.regions}
    for index, item in enumerate(evaluation.settings.corrections):
        if item.region in ids:
            yield index, item


def _chains(evaluation: Evaluation) -> list[list[Step]]:
    """The corrections of each figure, in the order of the list."""
    found: dict[tuple[str, str, str | None], list[Step]] = {}
    for index, item in _own(evaluation):
        values = [_value(evaluation, item, text) for text in (item.from_, item.to)]
        step = Step(
            item,
            (*evaluation.path("corrections"), index),
            *(None if isinstance(value, tuple) else value for value in values),
        )
        found.setdefault(item.key, []).append(step)
    return list(found.values())


def _is_part(
    evaluation: Evaluation, item: Correction, path: Path_, unread: bool, problems: Problems
) -> bool:
    """Whether a stage, indicator or question that a correction names is one of the questionnaire."""
    if item.of is None:
        return True
    found = evaluation.instrument
    if found is None:
        if not unread:
            _note(
                evaluation,
                (*path, "of"),
                message("edisi ini tidak menyebut instrument, jadi id ini tidak dikenal"),
                message("tulis instrument di edition.yml, atau hapus koreksi ini"),
                problems,
            )
        return False
    ids = {
        "stage": [stage.id for stage in found.stages],
        "indicator": [indicator.id for indicator in found.indicators],
        "answer": list(found.questions),
    }[item.field]
    if item.of not in ids:
        note_unknown(evaluation.document, (*path, "of"), item.of, ids, problems)
    return item.of in ids


def _single(evaluation: Evaluation, item: Correction, path: Path_, problems: Problems) -> None:
    """What is wrong with a correction by itself."""
    right: list[Value] = []
    for key, text in (("from", item.from_), ("to", item.to)):
        value = _value(evaluation, item, text)
        if isinstance(value, tuple):
            _note(evaluation, (*path, key), *value, problems)
        else:
            right.append(value)
    if len(right) == 2 and right[0] == right[1]:
        _note(
            evaluation,
            (*path, "to"),
            message("nilainya sama dengan semula, jadi tidak ada yang dikoreksi"),
            message("tulis nilai yang berlaku sekarang, atau hapus koreksi ini"),
            problems,
        )
    published = evaluation.settings.published
    if published is not None and item.date.before(published):
        _note(
            evaluation,
            (*path, "date"),
            message("dikoreksi {a}, sebelum diumumkan {b}", a=item.date, b=published),
            message("perbaiki salah satu tanggalnya"),
            problems,
        )


def _linked(evaluation: Evaluation, earlier: Step, later: Step, problems: Problems) -> None:
    """What is wrong between a correction and the next one of the same figure."""
    line = evaluation.document.at(earlier.path).line
    if later.correction.date.before(earlier.correction.date):
        _note(
            evaluation,
            (*later.path, "date"),
            message(
                "koreksi {a} sesudah koreksi {b} di baris {line}",
                a=later.correction.date,
                b=earlier.correction.date,
                line=line,
            ),
            message("tulis koreksi menurut tanggalnya, yang paling awal lebih dahulu"),
            problems,
        )
    elif None not in (earlier.after, later.before) and earlier.after != later.before:
        _note(
            evaluation,
            (*later.path, "from"),
            message(
                "semula {a}, padahal menurut koreksi di baris {line} nilainya {b}",
                a=later.correction.from_,
                b=earlier.correction.to,
                line=line,
            ),
            message("perbaiki salah satunya: tiap koreksi mulai dari hasil koreksi sebelumnya"),
            problems,
        )


def _value(evaluation: Evaluation, item: Correction, text: str) -> Value | tuple[Message, Message]:
    """A corrected value as one of its field, or what is wrong with it."""
    field = item.field
    if field == "answer":
        return _answer(evaluation, item, text)
    if field == "category":
        names = [step.name for step in evaluation.scale.categories] if evaluation.scale else []
        if text in names or not names:
            return text
        known = message("yang ada: {known}", known=", ".join(names))
        return message("“{value}” tidak ada", value=text), suggestion(text, names, known)
    number = exact(text)
    if field != "rank":
        most = FULL if field in ORIGINS else evaluation.maximum
        if number is not None and 0 <= number <= most:
            return round_half_up(number, evaluation.decimals)
        return (
            message("“{text}” bukan skor", text=text),
            message("tulis angka dari 0 sampai {maximum} dengan titik desimal", maximum=most),
        )
    if number is None or number < 1 or number != int(number):
        return (
            message("“{text}” bukan peringkat", text=text),
            message("tulis bilangan bulat dari 1, misalnya 3"),
        )
    last = last_rank(evaluation)
    return beyond(int(number), last) if last is not None and number > last else number


def _answer(evaluation: Evaluation, item: Correction, text: str) -> Value | tuple[Message, Message]:
    question = evaluation.instrument.question(item.of) if evaluation.instrument else None
    if question is None:
        return text  # told where it stands
    value = as_answer(question, text)
    if value is not None:
        return value
    return (
        message("“{value}” bukan jawaban pertanyaan ini", value=text),
        message("yang dapat dijawab: {allowed}", allowed=allowed(question)),
    )


def _known(evaluation: Evaluation, item: Correction, ranks: Mapping[str, int]) -> Value | None:
    """What the data have of a figure; None if it is not known."""
    file = evaluation.results.get(item.region)
    if file is None:
        return None
    if item.field == "rank":
        return Decimal(ranks[item.region]) if item.region in ranks else None
    return in_force(evaluation, file, item)


def _note(
    evaluation: Evaluation, path: Path_, wrong: Message, right: Message, problems: Problems
) -> None:
    problems.add(evaluation.document.at(path), dotted(path), wrong, right)
