"""Who took part and how many: announced numbers against each other and against the results."""

from __future__ import annotations

from collections.abc import Sequence

from generator.evaluation.model import Dataset, Evaluation, ResultFile
from generator.format import Figure
from generator.format.document import dotted
from generator.format.problems import Problems, message
from generator.load.checks import Read
from generator.load.checks.references import note_unknown


def check(read: Read, problems: Problems) -> None:
    """Note every number and every absence that contradicts another or the results."""
    for evaluation in read.dataset.evaluations.values():
        _participation(read.dataset, evaluation, problems)
        _counts(evaluation, problems)
    for year in read.editions:
        _totals(read.dataset.of_year(year), problems)


def _participation(dataset: Dataset, evaluation: Evaluation, problems: Problems) -> None:
    document = evaluation.document
    for name in ("absent", "not_assessed"):
        path = evaluation.path(name)
        for index, item in enumerate(getattr(evaluation.settings, name)):
            where: tuple[str | int, ...] = (*path, index)
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
                        state=message("tidak ikut serta")
                        if name == "absent"
                        else message("tidak dinilai"),
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


def _counts(evaluation: Evaluation, problems: Problems) -> None:
    """Announced counts against each other and against the results that are known."""
    people = evaluation.settings.participants
    took_part, invited = _value(people.took_part), _value(people.invited)
    path = evaluation.path("participants")
    noted = any(
        figure is not None and figure.note
        for figure in (people.took_part, people.invited, *people.categories.values())
    )

    def say(key: str, text: str, **values: object) -> None:
        where: tuple[str | int, ...] = (*path, *key.split("/"))
        problems.add(
            evaluation.document.at(where),
            dotted(where),
            message(text, **values),
            message("perbaiki angkanya, atau beri note bila memang diumumkan begitu"),
        )

    names = [step.name for step in evaluation.scale.categories] if evaluation.scale else []
    for name in people.categories:
        if name not in names:
            where = (*path, "categories", name)
            note_unknown(evaluation.document, where, name, names, problems, key=True)
    if noted:
        return
    if took_part is not None and invited is not None and took_part > invited:
        say(
            "took_part",
            "peserta {a} lebih banyak daripada yang diundang {b}",
            a=took_part,
            b=invited,
        )
    total = sum(figure.value or 0 for figure in people.categories.values())
    if took_part is not None and total > took_part:
        say("categories", "jumlah kategori {a} melebihi peserta {b}", a=total, b=took_part)
    if (
        took_part is not None
        and people.complete
        and names
        and set(people.categories) == set(names)
        and total != took_part
    ):
        say("categories", "jumlah kategori {a}, padahal peserta {b}", a=total, b=took_part)
    known = [file.result for file in evaluation.results.values() if _has_result(file)]
    if took_part is not None and len(known) > took_part:
        say("took_part", "{a} wilayah punya hasil, padahal peserta {b}", a=len(known), b=took_part)
    for name, figure in people.categories.items():
        listed = sum(1 for r in known if r.category is not None and r.category.value == name)
        if people.complete and figure.value is not None and listed > figure.value:
            say(
                f"categories/{name}",
                "{a} wilayah tercatat {name}, padahal jumlahnya {b}",
                a=listed,
                b=figure.value,
                name=name,
            )


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
