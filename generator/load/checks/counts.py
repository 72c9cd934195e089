"""Who took part and how many: announced numbers against each other and against the results."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from generator.evaluation.model import Evaluation, ResultFile
from generator.format import Figure, Participants
from generator.format.document import dotted
from generator.format.folded import Path_
from generator.format.problems import Message, Problems, message
from generator.load.checks import Read
from generator.load.checks.references import note_unknown

_STATES = {"absent": message("tidak ikut serta"), "not_assessed": message("tidak dinilai")}


def check(read: Read, problems: Problems) -> None:
    """Note every number and every absence that contradicts another or the results."""
    for evaluation in read.dataset.evaluations.values():
        _participation(evaluation, problems)
        _announced(evaluation, problems)
    for year in read.editions:
        _totals(read.dataset.of_year(year), problems)


def compare(evaluation: Evaluation, problems: Problems) -> None:
    """Note every announced number that the known results contradict."""
    people = evaluation.settings.participants
    took_part = _value(people.took_part)
    known = {id_: file.result for id_, file in evaluation.results.items() if _has_result(file)}
    if not _noted(people):
        say = _teller(evaluation, problems)
        if took_part is not None and len(known) > took_part:
            text = "{a} wilayah punya hasil, padahal peserta {b}"
            say("took_part", message(text, a=len(known), b=took_part))
        for name, figure in people.categories.items():
            listed = sum(
                1 for r in known.values() if r.category is not None and r.category.value == name
            )
            if people.complete and figure.value is not None and listed > figure.value:
                say(
                    f"categories/{name}",
                    message(
                        "{a} wilayah tercatat {name}, padahal jumlahnya {b}",
                        a=listed,
                        b=figure.value,
                        name=name,
                    ),
                )
    if took_part is not None and len(known) == took_part:
        _distinguished(evaluation, known.keys(), problems)


def _distinguished(evaluation: Evaluation, known: Collection[str], problems: Problems) -> None:
    """Distinctions of those that cannot have taken part: all who did are known."""
    own = {region.id for region in evaluation.regions}
    for index, item in enumerate(evaluation.settings.distinctions):
        out = item.region in evaluation.absent or item.region in evaluation.not_assessed
        if item.region in own and item.region not in known and not out:
            where: Path_ = (*evaluation.path("distinctions"), index)
            problems.add(
                evaluation.document.at(where),
                dotted(where),
                message("{id} tidak termasuk peserta, yang semuanya punya hasil", id=item.region),
                message("perbaiki region atau took_part, atau hapus penghargaan ini"),
            )


def _participation(evaluation: Evaluation, problems: Problems) -> None:
    document = evaluation.document
    for index, distinction in enumerate(evaluation.settings.distinctions):
        for name, state in _STATES.items():
            if distinction.region in getattr(evaluation, name):
                where: Path_ = (*evaluation.path("distinctions"), index)
                problems.add(
                    document.at(where),
                    dotted(where),
                    message(
                        "{id} diberi penghargaan, padahal dinyatakan {state}",
                        id=distinction.region,
                        state=state,
                    ),
                    message("hapus salah satunya"),
                )
    for name in ("absent", "not_assessed"):
        path = evaluation.path(name)
        for index, item in enumerate(getattr(evaluation.settings, name)):
            where = (*path, index)
            file = evaluation.results.get(item.region)
            if file is not None and (
                _has_result(file)
                or file.result.indicators
                or file.result.stage_scores
                or file.result.answers
            ):
                problems.add(
                    document.at(where),
                    dotted(where),
                    message(
                        "{id} dinyatakan {state}, tetapi punya hasil di {file}",
                        id=item.region,
                        state=_STATES[name],
                        file=file.document.file,
                    ),
                    message("hapus salah satunya"),
                )
            if name == "absent" and item.region in evaluation.not_assessed:
                problems.add(
                    document.at(where),
                    dotted(where),
                    message("{id} ada di absent dan di not_assessed", id=item.region),
                    message("pilih satu: tidak ikut serta, atau ikut tetapi tidak dinilai"),
                )


def _value(figure: Figure[int] | None) -> int | None:
    return figure.value if figure is not None else None


def _noted(people: Participants) -> bool:
    """Whether a note explains a number: then it may contradict others."""
    figures = (people.took_part, people.invited, *people.categories.values())
    return any(figure is not None and figure.note for figure in figures)


def _teller(evaluation: Evaluation, problems: Problems) -> Callable[[str, Message], None]:
    """Notes what is wrong with a number of the participants."""

    def say(key: str, wrong: Message) -> None:
        where: Path_ = (*evaluation.path("participants"), *key.split("/"))
        right = message("perbaiki angkanya, atau beri note bila memang diumumkan begitu")
        problems.add(evaluation.document.at(where), dotted(where), wrong, right)

    return say


def _announced(evaluation: Evaluation, problems: Problems) -> None:
    """Announced counts against each other and against the scale."""
    people = evaluation.settings.participants
    took_part, invited = _value(people.took_part), _value(people.invited)
    names = [step.name for step in evaluation.scale.categories] if evaluation.scale else []
    for name in people.categories:
        if name not in names:
            where = (*evaluation.path("participants"), "categories", name)
            note_unknown(evaluation.document, where, name, names, problems, key=True)
    if _noted(people) or took_part is None:
        return
    say = _teller(evaluation, problems)
    if invited is not None and took_part > invited:
        text = "peserta {a} lebih banyak daripada yang diundang {b}"
        say("took_part", message(text, a=took_part, b=invited))
    total = sum(figure.value or 0 for figure in people.categories.values())
    if total > took_part:
        text = "jumlah kategori {a} melebihi peserta {b}"
        say("categories", message(text, a=total, b=took_part))
    elif people.complete and names and set(people.categories) == set(names) and total != took_part:
        text = "jumlah kategori {a}, padahal peserta {b}"
        say("categories", message(text, a=total, b=took_part))


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
