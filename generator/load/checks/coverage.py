"""What an edition has of regions whose group it does not evaluate: nobody would see it."""

from __future__ import annotations

from collections.abc import Mapping

from generator.evaluation.model import Dataset, ResultFile
from generator.format import Edition, EvaluationSettings, Group, Region
from generator.format.document import Document, dotted
from generator.format.folded import Path_
from generator.format.problems import Message, Place, Problems, message
from generator.load.checks import Read
from generator.load.checks.references import listed_regions


def note_left(
    left: Mapping[str, ResultFile],
    regions: Mapping[str, Region],
    edition: Edition,
    groups: Mapping[str, Group],
    problems: Problems,
) -> None:
    """Note each result file of a year that no evaluation took: it must not go unseen."""
    if not edition.groups.keys() <= groups.keys():
        return  # one is misspelt, which is told where it stands
    for id_, file in left.items():
        if not regions[id_].existed(edition.year):
            _note_unfounded(regions[id_], file.document, ("region",), problems)
        elif regions[id_].group in groups:
            place = file.document.at(("region",))
            _note_uncovered(regions[id_].group, place, ("region",), problems)


def check(read: Read, problems: Problems) -> None:
    """Note each region of a list that no evaluation of its year takes from there."""
    for year, (edition, document) in read.editions.items():
        _lists(read.dataset, year, edition, document, problems)


def _lists(
    dataset: Dataset, year: int, edition: Edition, document: Document, problems: Problems
) -> None:
    """Note each region of a list that no evaluation of the year takes from there."""
    evaluations = {evaluation.group.id: evaluation for evaluation in dataset.of_year(year)}
    # A mistake in its files, or in the name of a group, may be why a group is not evaluated.
    named = edition.groups.keys()
    certain = named <= dataset.groups.keys() if named else not len(problems)
    for path, region in _listed(dataset, edition, ()):
        evaluation, name = evaluations.get(region.group), str(path[0])
        if not region.existed(year):
            _note_unfounded(region, document, path, problems)
        elif evaluation is None:
            if certain:
                _note_uncovered(region.group, document.at(path), path, problems)
        elif name in evaluation.own:
            wrong = message("kelompok {group} punya {list} sendiri", group=region.group, list=name)
            _note(document, path, wrong, message("tulis di sana, di bawah groups"), problems)
    for group, own in edition.groups.items():
        for path, region in _listed(dataset, own, ("groups", group)):
            if region.group != group:
                wrong = message("{id} bukan anggota kelompok ini", id=region.id)
                _note(document, path, wrong, message("tulis di kelompoknya sendiri"), problems)


def _listed(
    dataset: Dataset, settings: EvaluationSettings, path: Path_
) -> list[tuple[Path_, Region]]:
    """The known regions of the lists of an edition or group, each with its place."""
    return [
        ((*path, *where), dataset.regions[region])
        for where, region in listed_regions(settings)
        if region in dataset.regions
    ]


def _note(
    document: Document, path: Path_, wrong: Message, right: Message, problems: Problems
) -> None:
    problems.add(document.at(path), dotted(path), wrong, right)


def _note_unfounded(region: Region, document: Document, path: Path_, problems: Problems) -> None:
    assert region.founded is not None
    wrong = message("wilayah ini baru dibentuk pada {year}", year=region.founded.date.year)
    _note(
        document, path, wrong, message("hapus ini, atau perbaiki founded di regions.yml"), problems
    )


def _note_uncovered(group: str, place: Place, path: Path_, problems: Problems) -> None:
    problems.add(
        place,
        dotted(path),
        message("kelompok {group} tidak dinilai dalam edisi ini", group=group),
        message("sebut kelompok itu di bawah groups di edition.yml, atau hapus ini"),
    )
