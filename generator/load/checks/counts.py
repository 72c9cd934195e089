"""Who took part and how many: announced numbers against each other and against the results."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from generator.evaluation.model import Evaluation, ResultFile, is_contested
from generator.evaluation.requirements import categories_of
from generator.evaluation.rounding import round_half_up
from generator.format import OUT, Figure, Participants, Result
from generator.format.document import dotted
from generator.format.folded import Path_
from generator.format.problems import Message, Problems, message
from generator.load.checks import Read
from generator.load.checks.references import note_unknown


def check(read: Read, problems: Problems) -> None:
    """Note every number and every absence that contradicts another or the results."""
    for evaluation in read.dataset.evaluations.values():
        _participation(evaluation, problems)
        _honoured(evaluation, problems)
        _announced(evaluation, problems)
        _stages(evaluation, problems)
    for year in read.editions:
        _totals(read.dataset.of_year(year), problems)


_STATES = {
    "absent": message("tidak ikut serta"),
    "not_returned": message("tidak mengembalikan kuesioner"),
    "not_assessed": message("tidak dinilai"),
}


def _participation(evaluation: Evaluation, problems: Problems) -> None:
    """Each region that is said to be out: against its result, the other lists and the names."""

    def note(list_: str, region: str, wrong: Message, right: Message) -> None:
        where = evaluation.path(list_)
        index = evaluation.listed[list_, region]
        problems.add(evaluation.document.at((*where, index)), dotted((*where, index)), wrong, right)

    for name in OUT:
        for region in (item.region for item in getattr(evaluation.settings, name)):
            if region not in evaluation.out:
                continue  # of another group
            file = evaluation.results.get(region)
            if file is not None and _has_figures(file):
                wrong = message(
                    "{id} dinyatakan {state}, tetapi punya hasil di {file}",
                    id=region,
                    state=_STATES[name],
                    file=file.document.file,
                )
                note(name, region, wrong, message("hapus salah satunya"))
            other = evaluation.out[region][0]
            if other != name:
                wrong = message("{id} ada di {a} dan di {b}", id=region, a=other, b=name)
                right = message(
                    "pilih satu: tidak ikut serta, tidak mengembalikan kuesioner, atau ikut "
                    "tetapi tidak dinilai"
                )
                note(other, region, wrong, right)
            elif region in evaluation.names and name != "not_assessed":
                wrong = message(
                    "{id} dinyatakan {state}, tetapi ada di participants.names",
                    id=region,
                    state=_STATES[name],
                )
                note(name, region, wrong, message("hapus salah satunya"))


def _has_figures(file: ResultFile) -> bool:
    result = file.result
    parts = (result.indicators, result.stage_scores, result.answers)
    return _has_result(file) or any(parts)


def _value(figure: Figure[int] | None) -> int | None:
    return figure.value if figure is not None else None


Say = Callable[..., None]
"""Notes that a number of ``participants`` is wrong: its key, and the message."""


def _noted(people: Participants) -> bool:
    """Whether something is said of a number, or sources differ: then it stands as announced."""
    counted = (people.invited, people.returned, people.took_part, *people.passed.values())
    return any(
        figure is not None and (figure.note or is_contested(figure))
        for figure in (*counted, *people.categories.values())
    )


def _teller(evaluation: Evaluation, problems: Problems) -> Say:
    def say(key: str, wrong: Message) -> None:
        where = (*evaluation.path("participants"), *key.split("/"))
        right = message("perbaiki angkanya, atau beri note bila memang diumumkan begitu")
        problems.add(evaluation.document.at(where), dotted(where), wrong, right)

    return say


def _announced(evaluation: Evaluation, problems: Problems) -> None:
    """Announced counts against each other."""
    people = evaluation.settings.participants
    took_part = _value(people.took_part)
    names = [step.name for step in evaluation.scale.categories] if evaluation.scale else []
    for name in people.categories:
        if name not in names and evaluation.scale is not None:
            where = (*evaluation.path("participants"), "categories", name)
            note_unknown(evaluation.document, where, name, names, problems, key=True)
    if _noted(people):
        return
    say = _teller(evaluation, problems)
    _doors(people, say)
    if took_part is None:
        return
    total = sum(figure.value or 0 for figure in people.categories.values())
    if total > took_part:
        say("categories", message("jumlah kategori {a} melebihi peserta {b}", a=total, b=took_part))
    elif people.complete and names and set(people.categories) == set(names) and total != took_part:
        say("categories", message("jumlah kategori {a}, padahal peserta {b}", a=total, b=took_part))


def compare(evaluation: Evaluation, problems: Problems) -> None:
    """Note every announced number that the known results contradict."""
    people = evaluation.settings.participants
    took_part = _value(people.took_part)
    known = {id_: file.result for id_, file in evaluation.results.items() if _has_result(file)}
    if not _noted(people):
        _against_results(evaluation, known, _teller(evaluation, problems))
    if took_part is not None and len(known) == took_part:
        _distinguished(evaluation, known.keys(), problems)


def _against_results(evaluation: Evaluation, known: Mapping[str, Result], say: Say) -> None:
    people = evaluation.settings.participants
    took_part = _value(people.took_part)
    named = {*evaluation.names, *known}
    if took_part is not None and len(known) > took_part:
        wrong = message("{a} wilayah punya hasil, padahal peserta {b}", a=len(known), b=took_part)
        say("took_part", wrong)
    elif took_part is not None and len(named) > took_part:
        wrong = message(
            "{a} wilayah punya hasil atau ada di names, padahal peserta {b}",
            a=len(named),
            b=took_part,
        )
        say("took_part", wrong)
    if not people.complete:
        return
    placed = [_placed(evaluation, file) for file in evaluation.results.values()]
    for name, figure in people.categories.items():
        listed = [published for found, published in placed if found == name]
        if figure.value is None or len(listed) <= figure.value:
            continue
        told = {"a": len(listed), "b": figure.value, "name": name}
        if all(listed):
            wrong = message("{a} wilayah tercatat {name}, padahal jumlahnya {b}", **told)
        else:
            wrong = message(
                "{a} wilayah tercatat {name} atau menurut skala begitu, padahal jumlahnya {b}",
                **told,
            )
        say(f"categories/{name}", wrong)


def _placed(evaluation: Evaluation, file: ResultFile) -> tuple[str | None, bool]:
    """The category of a result, and whether it is published; else what the scale makes of the score."""
    figure, score, scale = file.result.category, file.result.score, evaluation.scale
    if figure is not None or "category" in evaluation.settings.not_published:
        return figure.value if figure is not None else None, True
    sure = score is None or (score.exact and not is_contested(score))
    stopped = file.scores is not None and file.scores.stopped is not None
    if scale is None or scale.minima is None or file.score is None or stopped or not sure:
        return None, False
    possible = categories_of(evaluation, file, round_half_up(file.score, evaluation.decimals))
    return scale.categories[possible[0]].name if len(possible) == 1 else None, False


def _distinguished(evaluation: Evaluation, known: Collection[str], problems: Problems) -> None:
    """Distinctions of those that cannot have taken part: all who did are known."""
    own = {region.id for region in evaluation.regions}
    for index, item in enumerate(evaluation.settings.distinctions):
        if item.region in own and item.region not in known and item.region not in evaluation.out:
            where: Path_ = (*evaluation.path("distinctions"), index)
            problems.add(
                evaluation.document.at(where),
                dotted(where),
                message("{id} tidak termasuk peserta, yang semuanya punya hasil", id=item.region),
                message("perbaiki region atau took_part, atau hapus penghargaan ini"),
            )


def _honoured(evaluation: Evaluation, problems: Problems) -> None:
    """Distinctions of those that are said to be out."""
    for index, distinction in enumerate(evaluation.settings.distinctions):
        if distinction.region in evaluation.out:
            name, _ = evaluation.out[distinction.region]
            where: Path_ = (*evaluation.path("distinctions"), index)
            problems.add(
                evaluation.document.at(where),
                dotted(where),
                message(
                    "{id} diberi penghargaan, padahal dinyatakan {state}",
                    id=distinction.region,
                    state=_STATES[name],
                ),
                message("hapus salah satunya"),
            )


def _doors(people: Participants, say: Say) -> None:
    """Who came through a door came through those before it."""
    doors = {
        "invited": people.invited,
        "returned": people.returned,
        "took_part": people.took_part,
        **{f"passed/{stage}": figure for stage, figure in people.passed.items()},
    }
    before: tuple[str, int] | None = None
    for key, figure in doors.items():
        number = _value(figure)
        if number is None:
            continue
        if before is not None and number > before[1]:
            told, most = before
            if (key, told) == ("took_part", "invited"):
                wrong = message(
                    "peserta {a} lebih banyak daripada yang diundang {b}", a=number, b=most
                )
            else:
                wrong = message(
                    "{a} lebih banyak daripada {b} pada {before}",
                    a=number,
                    b=most,
                    before=told.replace("/", "."),
                )
            say(key, wrong)
        before = key, number


def _stages(evaluation: Evaluation, problems: Problems) -> None:
    """Where the instrument is known, ``passed`` names its stages."""
    if evaluation.instrument is None:
        return
    stages = [stage.id for stage in evaluation.instrument.stages]
    for name in evaluation.settings.participants.passed:
        if name not in stages:
            where = (*evaluation.path("participants"), "passed", name)
            note_unknown(evaluation.document, where, name, stages, problems, key=True)


def _has_result(file: ResultFile) -> bool:
    figures = (file.result.score, file.result.category, file.result.rank)
    return any(figure is not None and figure.value is not None for figure in figures)


def _totals(evaluations: Sequence[Evaluation], problems: Problems) -> None:
    """The year's total of participants against the groups that share it."""
    sharing = [e for e in evaluations if e.settings.totals and "totals" not in e.own]
    if not sharing or sharing[0].settings.totals is None:
        return
    for name in ("invited", "took_part"):
        total: Figure[int] | None = getattr(sharing[0].settings.totals, name)
        parts = [_value(getattr(e.settings.participants, name)) for e in sharing]
        known = [part for part in parts if part is not None]
        if total is None or total.value is None or total.note:
            continue
        if sum(known) > total.value or (len(known) == len(parts) and sum(known) != total.value):
            problems.add(
                sharing[0].document.at(("totals", name)),
                dotted(("totals", name)),
                message("jumlah kelompok-kelompoknya {a}, bukan {b}", a=sum(known), b=total.value),
                message("perbaiki angkanya, atau beri note bila memang diumumkan begitu"),
            )
