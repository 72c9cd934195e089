"""What categories require besides the score, against the instrument of the edition."""

from __future__ import annotations

from generator.evaluation.model import Evaluation
from generator.evaluation.scoring import FULL
from generator.format import Instrument, Requirement
from generator.format.document import dotted
from generator.format.guess import suggestion
from generator.format.problems import Problems, message
from generator.load.checks import Read


def check(read: Read, problems: Problems) -> None:
    """Note each requirement that nothing can meet, and each of the lowest category."""
    for evaluation in read.dataset.evaluations.values():
        steps = evaluation.scale.categories if evaluation.scale else ()
        if steps and steps[-1].requires:
            last = ("categories", len(steps) - 1, "requires")
            problems.add(
                evaluation.place("scale", *last),
                dotted(("scale", *last)),
                message("kategori terendah bersyarat, jadi yang tidak memenuhinya tanpa kategori"),
                message("hapus requires dari kategori terendah"),
            )
        if evaluation.settings.instrument in read.dataset.unread:
            continue  # its mistakes are told
        for number, step in enumerate(steps):
            for index, item in enumerate(step.requires):
                _requirement(item, (number, "requires", index), evaluation, problems)


def _requirement(
    item: Requirement, where: tuple[str | int, ...], evaluation: Evaluation, problems: Problems
) -> None:
    """A part that the instrument does not have, or a minimum that it cannot reach."""
    instrument = evaluation.instrument
    name, id_, known = _named(item, instrument)
    path = ("categories", *where, name)
    if instrument is None:
        problems.add(
            evaluation.place("scale", *path),
            dotted(("scale", *path)),
            message("edisi ini tidak menyebut instrument, jadi id ini tidak dikenal"),
            message("tulis instrument di edition.yml, atau hapus {name}", name="requires"),
        )
    elif id_ not in known:
        problems.add(
            evaluation.place("scale", *path),
            dotted(("scale", *path)),
            message("“{value}” tidak ada", value=id_),
            suggestion(id_, known, message("yang ada: {known}", known=", ".join(known[:12]))),
        )
    if item.minimum is not None and item.minimum > FULL:
        path = ("categories", *where, "minimum")
        problems.add(
            evaluation.place("scale", *path),
            dotted(("scale", *path)),
            message("minimum {a} di atas skor tertinggi {b}", a=item.minimum, b=FULL),
            message("tulis minimum antara 0 dan 100, atau hapus agar harus penuh"),
        )


def _named(item: Requirement, instrument: Instrument | None) -> tuple[str, str, list[str]]:
    """Which part is required: its key, its id, and the ids that there are."""
    if item.question is not None:
        return "question", item.question, list(instrument.questions) if instrument else []
    if item.indicator is not None:
        known = [part.id for part in instrument.indicators] if instrument else []
        return "indicator", item.indicator, known
    known = [part.id for part in instrument.stages] if instrument else []
    return "stage", item.stage or "", known
