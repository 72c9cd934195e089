"""What two places of the data say against each other: counted, compared, reported.

A contradiction that the publisher explains with a ``note`` is shown on the site and no mistake.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from itertools import pairwise

from generator.dataset import Dataset, Evaluation, ResultFile
from generator.problems import Place, Problems, message
from generator.reading import Document, Value, dotted
from generator.rules import category_index, competition_ranks, round_half_up
from generator.schema import Edition, EvaluationSettings, Figure, Scale, Source
from generator.schema.guess import likely

_IDS_NOT_KEYS = ("indicators", "stage_scores", "categories", "groups")


def check(
    dataset: Dataset, editions: Mapping[int, tuple[Edition, Document]], problems: Problems
) -> None:
    """Note every contradiction between the files of a dataset."""
    _regions(dataset, problems)
    for year, (edition, document) in editions.items():
        _edition(dataset, year, edition, document, problems)
    for evaluation in dataset.evaluations.values():
        _participation(dataset, evaluation, problems)
        _counts(evaluation, problems)
        for id_, file in evaluation.results.items():
            _result(dataset, evaluation, id_, file, problems)
        _ranks(evaluation, problems)
    for year in editions:
        _totals(dataset.of_year(year), problems)


def _regions(dataset: Dataset, problems: Problems) -> None:
    document = dataset.regions_document
    for name in ("groups", "regions"):
        _unique(document, name, "id", problems)
    _unique(document, "regions", "code", problems)
    tiles: dict[tuple[str, tuple[int, ...]], str] = {}
    listed = document.data["regions"]
    assert isinstance(listed, list)
    for index, region in enumerate(dataset.regions.values()):
        where: tuple[str | int, ...] = ("regions", index)
        for key, value, known in (
            ("group", region.group, list(dataset.groups)),
            ("parent", region.parent, list(dataset.regions)),
        ):
            if value is not None and value not in known:
                _unknown(document, (*where, key), value, known, problems)
        if region.tile is None:
            continue
        other = tiles.setdefault((region.group, region.tile), region.id)
        if other != region.id:
            problems.add(
                document.at((*where, "tile")),
                dotted((*where, "tile")),
                message("tempat ini sudah dipakai {id}", id=other),
                message("pilih kolom dan baris lain untuk kelompok yang sama"),
            )


def _unique(document: Document, name: str, key: str, problems: Problems) -> None:
    seen: dict[str, int] = {}
    listed = document.data.get(name)
    for index, item in enumerate(listed if isinstance(listed, list) else []):
        value = item.get(key) if isinstance(item, dict) else None
        if not isinstance(value, str):
            continue
        if value in seen:
            first = document.at((name, seen[value], key))
            problems.add(
                document.at((name, index, key)),
                dotted((name, index, key)),
                message("“{value}” sudah dipakai di baris {line}", value=value, line=first.line),
                message("hapus salah satunya, atau beri nilai lain"),
            )
        seen.setdefault(value, index)


def _unknown(
    document: Document,
    path: tuple[str | int, ...],
    value: str,
    known: Sequence[str],
    problems: Problems,
    *,
    key: bool = False,
) -> None:
    meant = likely(value, known)
    problems.add(
        document.at(path, key=key),
        dotted(path),
        message("“{value}” tidak ada", value=value),
        message("mungkin maksudnya “{id}”", id=meant)
        if meant
        else message("yang ada: {known}", known=", ".join(known[:12]) or "–"),
    )


def _edition(
    dataset: Dataset, year: int, edition: Edition, document: Document, problems: Problems
) -> None:
    for group, own in edition.groups.items():
        path = ("groups", group)
        if group not in dataset.groups:
            _unknown(document, path, group, list(dataset.groups), problems, key=True)
        _settings(dataset, year, own, document, path, problems)
        _source_references(
            document,
            path,
            document.data["groups"][group],  # type: ignore[call-overload,index]
            [s.id for s in (*edition.sources, *own.sources)],
            problems,
        )
    _settings(dataset, year, edition, document, (), problems)
    rest = {key: value for key, value in document.data.items() if key != "groups"}
    _source_references(document, (), rest, [s.id for s in edition.sources], problems)
    seen: set[str] = set()
    lists = [((), edition.sources)]
    lists += [(("groups", g), own.sources) for g, own in edition.groups.items()]  # type: ignore[misc]
    for where, sources in lists:
        _unique_sources(document, where, sources, seen, problems)


def _unique_sources(
    document: Document,
    where: tuple[str | int, ...],
    sources: Sequence[Source],
    seen: set[str],
    problems: Problems,
) -> None:
    for index, source in enumerate(sources):
        if source.id in seen:
            path = (*where, "sources", index, "id")
            problems.add(
                document.at(path),
                dotted(path),
                message("sumber “{id}” sudah ada dalam edisi ini", id=source.id),
                message("beri id lain, atau pakai sumber yang sudah ada"),
            )
        seen.add(source.id)


def _source_references(
    document: Document,
    path: tuple[str | int, ...],
    data: Value,
    known: Sequence[str],
    problems: Problems,
) -> None:
    for where, value in _named(data, path, "source"):
        if value not in known:
            meant = likely(value, known)
            problems.add(
                document.at(where),
                dotted(where),
                message("sumber “{id}” tidak ada dalam sources", id=value),
                message("mungkin maksudnya “{id}”", id=meant)
                if meant
                else message("tambahkan sumber itu di sources edisi atau berkas ini"),
            )


def _named(
    data: Value, path: tuple[str | int, ...], name: str
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(data, dict):
        ids = bool(path) and path[-1] in _IDS_NOT_KEYS
        for key, value in data.items():
            if key == name and isinstance(value, str) and not ids:
                yield (*path, key), value
            else:
                yield from _named(value, (*path, key), name)
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _named(value, (*path, index), name)


def _settings(
    dataset: Dataset,
    year: int,
    settings: EvaluationSettings,
    document: Document,
    path: tuple[str | int, ...],
    problems: Problems,
) -> None:
    if settings.scale is not None and "scale" in settings.model_fields_set:
        _scale(settings.scale, document, (*path, "scale"), problems)
    named = {*dataset.instruments, *dataset.unread}
    if settings.instrument is not None and settings.instrument not in named:
        _unknown(
            document,
            (*path, "instrument"),
            settings.instrument,
            list(dataset.instruments),
            problems,
        )
    for index, other in enumerate(settings.comparable_with or ()):
        if other == year or other not in dataset.editions:
            where = (*path, "comparable_with", index)
            problems.add(
                document.at(where),
                dotted(where),
                message("tidak ada edisi lain dari tahun {year}", year=other),
                message("sebutkan tahun edisi yang ada di results/"),
            )
    for name in ("absent", "not_assessed", "distinctions", "corrections"):
        for index, item in enumerate(getattr(settings, name)):
            if item.region not in dataset.regions:
                _unknown(
                    document, (*path, name, index), item.region, list(dataset.regions), problems
                )


def _scale(
    scale: Scale, document: Document, path: tuple[str | int, ...], problems: Problems
) -> None:
    steps = scale.categories
    names = [step.name for step in steps]
    minima = [step.minimum for step in steps]
    for index, step in enumerate(steps):
        where = (*path, "categories", index)
        if step.name in names[:index]:
            problems.add(
                document.at((*where, "name")),
                dotted((*where, "name")),
                message("kategori “{name}” sudah ada", name=step.name),
                message("tiap kategori ditulis satu kali"),
            )
        if step.minimum is None and any(m is not None for m in minima):
            problems.add(
                document.at(where),
                dotted((*where, "minimum")),
                message("kategori ini tidak punya minimum, padahal yang lain punya"),
                message("tulis minimum untuk semua kategori, atau tidak untuk satu pun"),
            )
        before = minima[index - 1] if index else None
        if step.minimum is not None and before is not None and step.minimum >= before:
            problems.add(
                document.at((*where, "minimum")),
                dotted((*where, "minimum")),
                message(
                    "kategori tidak berurutan: {a} tidak di bawah {b}", a=step.minimum, b=before
                ),
                message("tulis kategori dari yang terbaik; minimumnya makin kecil"),
            )
        if step.minimum is not None and step.minimum > scale.maximum:
            problems.add(
                document.at((*where, "minimum")),
                dotted((*where, "minimum")),
                message("minimum {a} di atas skor tertinggi {b}", a=step.minimum, b=scale.maximum),
                message("perbaiki minimum ini atau maximum skala"),
            )
    if minima and minima[-1] is not None and minima[-1] != 0:
        where = (*path, "categories", len(steps) - 1, "minimum")
        problems.add(
            document.at(where),
            dotted(where),
            message("skor di bawah {a} tidak punya kategori", a=minima[-1]),
            message("kategori terendah mulai dari 0"),
        )


def _participation(dataset: Dataset, evaluation: Evaluation, problems: Problems) -> None:
    document = evaluation.document
    ids = {region.id for region in evaluation.regions}
    for name in ("absent", "not_assessed"):
        path = evaluation.path(name)
        for index, item in enumerate(getattr(evaluation.settings, name)):
            where: tuple[str | int, ...] = (*path, index)
            if item.region in dataset.regions and item.region not in ids and name in evaluation.own:
                problems.add(
                    document.at(where),
                    dotted(where),
                    message("{id} bukan anggota kelompok ini", id=item.region),
                    message("tulis di kelompoknya sendiri"),
                )
            file = evaluation.results.get(item.region)
            if file is not None and any(
                figure is not None and figure.value is not None
                for figure in (file.result.score, file.result.category, file.result.rank)
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
            _unknown(evaluation.document, where, name, names, problems, key=True)
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


def _result(
    dataset: Dataset, evaluation: Evaluation, id_: str, file: ResultFile, problems: Problems
) -> None:
    result, document, scale = file.result, file.document, evaluation.scale
    known = [*evaluation.sources, *(source.id for source in result.sources)]
    _source_references(document, (), document.data, known, problems)
    _unique_sources(document, (), result.sources, set(evaluation.sources), problems)
    maximum = scale.maximum if scale else Decimal(100)
    scores: list[tuple[tuple[str, ...], Figure[Decimal] | None]] = [(("score",), result.score)]
    scores += [(("indicators", name), f) for name, f in result.indicators.items()]
    scores += [(("stage_scores", name), f) for name, f in result.stage_scores.items()]
    for path, figure in scores:
        if figure is not None and figure.value is not None and figure.value > maximum:
            problems.add(
                document.at((*path, "value")),
                dotted(path),
                message("skor {a} di atas skor tertinggi {b}", a=figure.value, b=maximum),
                message("perbaiki skor ini, atau maximum skala edisi"),
            )
    for name in evaluation.settings.not_published:
        figure = getattr(result, name)
        if figure is not None and figure.value is not None:
            problems.add(
                document.at((name,)),
                name,
                message("edisi menyatakan {name} tidak dipublikasikan", name=name),
                message("hapus baris ini, atau hapus {name} dari not_published", name=name),
            )
    _instrument_ids(dataset, evaluation, file, problems)
    names = [step.name for step in scale.categories] if scale else []
    if result.target is not None:
        _target(result.target.at_least, names, maximum, document, problems)
    category = result.category
    if category is None or category.value is None:
        return
    if category.value not in names:
        _unknown(document, ("category",), category.value, names, problems)
        return
    _category_against_score(evaluation, file, problems)


def _category_against_score(evaluation: Evaluation, file: ResultFile, problems: Problems) -> None:
    scale, score, category = evaluation.scale, file.result.score, file.result.category
    if scale is None or score is None or score.value is None or category is None:
        return
    minima = [step.minimum for step in scale.categories if step.minimum is not None]
    if not minima or minima[-1] != 0 or sorted(minima, reverse=True) != minima:
        return
    rounded = round_half_up(score.value, scale.decimals)
    by_scale = scale.categories[category_index(rounded, minima)].name
    if by_scale != category.value and not category.note and not score.note:
        problems.add(
            file.document.at(("category",)),
            "category",
            message(
                "“{category}” bertentangan dengan skor {score}: menurut skala “{by_scale}”",
                category=category.value,
                score=rounded,
                by_scale=by_scale,
            ),
            message("perbaiki salah satunya, atau beri note bila memang dipublikasikan begitu"),
        )


def _target(
    at_least: str, names: Sequence[str], maximum: Decimal, document: Document, problems: Problems
) -> None:
    if at_least in names:
        return
    try:
        good = 0 <= Decimal(at_least) <= maximum
    except InvalidOperation:
        good = False
    if not good:
        _unknown(document, ("target", "at_least"), at_least, names, problems)


def _instrument_ids(
    dataset: Dataset, evaluation: Evaluation, file: ResultFile, problems: Problems
) -> None:
    instrument = dataset.instruments.get(evaluation.settings.instrument or "")
    if instrument is None:
        return
    for name, known in (
        ("indicators", [indicator.id for indicator in instrument.indicators]),
        ("stage_scores", [stage.id for stage in instrument.stages]),
    ):
        for id_ in getattr(file.result, name):
            if id_ not in known:
                _unknown(file.document, (name, id_), id_, known, problems, key=True)


def _ranks(evaluation: Evaluation, problems: Problems) -> None:
    """Published ranks against the scores: exactly in a complete group, else by their order."""
    scale = evaluation.scale
    decimals = scale.decimals if scale else 2
    scores: dict[str, Decimal] = {}
    for id_, file in evaluation.results.items():
        if file.score is not None:
            scores[id_] = round_half_up(file.score, decimals)
    computed = competition_ranks(scores) if is_complete(evaluation, len(scores)) else {}
    published: list[tuple[int, str, Place]] = []
    for id_, file in evaluation.results.items():
        rank = file.result.rank
        if rank is None or rank.value is None or rank.note or id_ not in scores:
            continue
        if computed and rank.value != computed[id_]:
            problems.add(
                file.document.at(("rank",)),
                "rank",
                message(
                    "peringkat {a} bertentangan dengan skor: dihitung {b}",
                    a=rank.value,
                    b=computed[id_],
                ),
                message("perbaiki peringkat atau skor, atau beri note"),
            )
        published.append((rank.value, id_, file.document.at(("rank",))))
    if computed:
        return
    published.sort(key=lambda item: (item[0], item[1]))
    for (rank_a, a, _), (rank_b, b, place) in pairwise(published):
        if scores[b] > scores[a] or (rank_a == rank_b) != (scores[a] == scores[b]):
            problems.add(
                place,
                "rank",
                message(
                    "peringkat {rank} (skor {score}) tidak cocok dengan {other}: "
                    "peringkat {other_rank} (skor {other_score})",
                    rank=rank_b,
                    score=scores[b],
                    other=a,
                    other_rank=rank_a,
                    other_score=scores[a],
                ),
                message("perbaiki peringkat atau skor, atau beri note"),
            )


def is_complete(evaluation: Evaluation, scored: int) -> bool:
    """Whether every participant's score is known, so that peers may be compared.

    As many scores as ``participants.took_part``; without that number, every region of the group
    is scored, absent, not assessed or stopped by a threshold (and the list of regions is not ``partial``). An empty group
    is not complete.
    """
    if scored == 0:
        return False
    took_part = evaluation.settings.participants.took_part
    if took_part is not None and took_part.value is not None:
        return scored == took_part.value
    if evaluation.group.partial:
        return False
    out = set(evaluation.absent) | set(evaluation.not_assessed)
    out |= {id_ for id_, file in evaluation.results.items() if file.scores and file.scores.stopped}
    return scored + len(out) == len(evaluation.regions)
