"""Reads a results folder, file by file, into evaluations; what stands in one file is checked here."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.evaluation.editions import (
    expected_groups,
    now,
    today,
    with_announced,
    withheld,
)
from generator.evaluation.model import Dataset, Evaluation, Recorded, ResultFile
from generator.format import (
    Edition,
    Group,
    Instrument,
    Region,
    Regions,
    Result,
    validate,
)
from generator.format.base import NONE, plain
from generator.format.document import Document
from generator.format.guess import RegionGuesser, suggestion
from generator.format.listing import ListBuilder
from generator.format.mapping import IMPORTS
from generator.format.measure import DEFAULT
from generator.format.problems import Problems, message
from generator.format.reading import ALL_REGIONS, content, parse, read
from generator.format.regions import guesser
from generator.format.scalars import DEVICES
from generator.load.assemble import evaluations_of
from generator.load.boundaries import NAME as BOUNDARIES
from generator.load.boundaries import read_boundaries
from generator.load.checks.coverage import note_left
from generator.load.checks.regions import check_list
from generator.load.imports import read_mappings
from generator.load.listing import Listing
from generator.load.measures import FOLDER, read_measures
from generator.load.measures import Read as Measured
from generator.load.records import RECORDS, records_of
from generator.progress import counted


@dataclass(slots=True)
class Kept:
    """What was read before, with the bytes that it was read from; result files by their names."""

    results: dict[str, tuple[bytes, ResultFile]] = field(default_factory=dict)
    regions: tuple[bytes, Document, Regions] | None = None


@dataclass(frozen=True, slots=True)
class Shared:
    """What all measures share: the bodies that are evaluated, and the questionnaires."""

    groups: dict[str, Group]
    regions: dict[str, Region]
    positions: dict[str, int]
    document: Document
    instruments: dict[str, Instrument]


class Reader:
    """Reads the folder, file by file, noting problems and going on."""

    def __init__(
        self,
        root: Path,
        problems: Problems,
        kept: Kept | None,
        main: str = DEFAULT,
        instead: Mapping[str, bytes] = NONE,
    ) -> None:
        self.root = root
        self.main = main
        self.measures: dict[str, Measured] = {}
        self.problems = problems
        self.kept = kept
        self.instead = instead
        self.editions: dict[str, dict[int, tuple[Edition, Document]]] = {}
        self.instrument_documents: dict[str, Document] = {}
        self.unread: set[str] = set()
        self.year_folders: dict[str, frozenset[int]] = {}
        self.listing = Listing(root, problems)
        self.guess: RegionGuesser | None = None

    def document(self, path: Path) -> Document | None:
        name = self.listing.name(path)
        if name in self.instead:
            return parse(self.instead[name], name, self.problems)
        return read(path, name, self.root, self.problems)

    def long(self, path: Path) -> Document | None:
        """A file that may tell of all regions."""
        return read(path, self.listing.name(path), self.root, self.problems, ALL_REGIONS)

    def dataset(self) -> Dataset | None:
        self.measures = read_measures(self.root, self.listing.files, self.document, self.problems)
        read_mappings(self.root, self.listing.files, self.document, self.problems)
        years = list(self.years(self.root))
        document, listed = self.regions(self.root / "regions.yml")
        unique = (
            document is not None
            and listed is not None
            and check_list(document, listed, self.problems)
        )
        if document is None or listed is None or not unique:
            self.check_the_rest(years)
            return None
        if self.main not in self.measures:
            return None  # told with the settings
        groups = {group.id: group for group in listed.groups}
        regions = {region.id: region for region in listed.regions}
        positions = {region.id: index for index, region in enumerate(listed.regions)}
        self.guess = RegionGuesser((r.id, (r.name, *r.also)) for r in listed.regions)
        shared = Shared(groups, regions, positions, document, self.instruments())
        main = self.series(self.main, years, shared)
        others = [
            self.series(id_, list(self.years(self.root / id_)), shared) for id_ in self.others
        ]
        path = self.root / BOUNDARIES
        codes = {region.code for region in listed.regions if region.code}
        boundaries = read_boundaries(path, self.listing.name(path), self.root, codes, self.problems)
        return replace(main, others=tuple(others), boundaries=boundaries)

    @property
    def others(self) -> list[str]:
        """The measures, apart from the main one, that have a folder."""
        return [
            id_
            for id_ in sorted(self.measures)
            if id_ != self.main and os.path.isdir(self.root / id_)
        ]

    def series(self, measure: str, years: list[tuple[int, Path]], shared: Shared) -> Dataset:
        """All editions of a measure."""
        groups, regions = shared.groups, shared.regions
        editions = self.editions[measure] = {}
        results: dict[int, dict[str, ResultFile]] = {}
        records: list[Recorded] = []
        self.year_folders[measure] = frozenset(year for year, _ in years)
        for year, below in years:
            files = list(self.listing.files(below, RECORDS))
            self.edition(year, below, files, editions)
            results[year] = self.results(year, files, regions)
            records += records_of(year, below, self.listing, self.long, self.problems)
        evaluations: dict[tuple[int, str], Evaluation] = {}
        read_of = self.measures[measure]
        for year, (edition, where) in sorted(editions.items()):
            expected = expected_groups(edition, results[year].values(), evaluations, groups)
            left = dict(results[year])
            for evaluation in evaluations_of(
                edition,
                where,
                results[year],
                groups,
                regions,
                shared.instruments,
                expected,
                read_of,
            ):
                evaluations[year, evaluation.group.id] = evaluation
                left = {id_: file for id_, file in left.items() if id_ not in evaluation.results}
            note_left(left, regions, edition, groups, self.problems)
        return Dataset(
            self.root,
            groups,
            regions,
            shared.document,
            {year: edition for year, (edition, _) in editions.items()},
            with_announced(withheld(evaluations, now()), today()),
            shared.instruments,
            shared.positions,
            read_of.measure,
            measure,
            "" if measure == self.main else f"{measure}/",
            unread=frozenset(self.unread),
            records=tuple(records),
        )

    def regions(self, path: Path) -> tuple[Document, Regions] | tuple[None, None]:
        """The list of regions with its places, parsed unless it was kept and has not changed."""
        if not os.path.isfile(path):
            self.listing.missing(
                path,
                message("berkas ini tidak ada"),
                message("buat regions.yml dengan daftar groups dan regions"),
            )
            return None, None
        name = self.listing.name(path)
        text = content(path, name, self.root, self.problems, ALL_REGIONS)
        if text is None:
            return None, None
        before = self.kept.regions if self.kept is not None else None
        if before is not None and before[0] == text:
            return before[1:]
        document = parse(text, name, self.problems, ALL_REGIONS, ListBuilder)
        guess = guesser(document) if document else None
        listed = validate(document, Regions, self.problems, guess) if document else None
        if document is None or listed is None:
            return None, None
        if self.kept is not None:
            self.kept.regions = (text, document, listed)
        return document, listed

    def check_the_rest(self, years: list[tuple[int, Path]]) -> None:
        """Without regions the other files still tell their own problems."""
        self.instruments()
        for folder in self.others:
            years += self.years(self.root / folder)
        for year, below in years:
            files = list(self.listing.files(below, RECORDS))
            self.edition(year, below, files, {})
            for path in files:
                if path.name != "edition.yml" and (document := self.document(path)):
                    validate(document, Result, self.problems)

    def years(self, folder: Path) -> Iterator[tuple[int, Path]]:
        """The folders of years of a measure; what else is there, and should not be, is noted."""
        top = folder == self.root
        others = self.measures.keys() - {self.main}
        known = {"regions.yml", "instruments", FOLDER, IMPORTS, *others} if top else set()
        return self.listing.years(folder, known)

    def edition(
        self,
        year: int,
        folder: Path,
        files: list[Path],
        editions: dict[int, tuple[Edition, Document]],
    ) -> None:
        path = folder / "edition.yml"
        if path not in files:
            self.listing.missing(
                path,
                message("tahun {year} tidak punya edition.yml", year=year),
                message("buat berkas itu dengan year, title, organizer, dan status"),
            )
            return
        document = self.document(path)
        edition = validate(document, Edition, self.problems, self.guess) if document else None
        if document is None or edition is None:
            return
        if edition.year != year:
            self.problems.add(
                document.at(("year",)),
                "year",
                message("{year} tidak sama dengan nama foldernya", year=edition.year),
                message("tulis {year}, atau pindahkan berkasnya", year=year),
            )
            return
        editions[year] = (edition, document)

    def results(
        self, year: int, files: list[Path], regions: dict[str, Region]
    ) -> dict[str, ResultFile]:
        found: dict[str, ResultFile] = {}
        for path in counted(message("Membaca hasil {year}", year=year), files):
            if path.name == "edition.yml":
                continue
            file = self.result(path)
            if file is None:
                continue
            id_ = file.result.region
            place = file.document.at(("region",))
            if id_ not in regions:
                self.problems.add(
                    place,
                    "region",
                    message("wilayah “{id}” tidak ada di regions.yml", id=id_),
                    suggestion(
                        id_,
                        self.guess or (),
                        message("tambahkan wilayah itu di regions.yml lebih dahulu"),
                    ),
                )
            elif id_ in found:
                self.problems.add(
                    place,
                    "region",
                    message("wilayah ini sudah punya berkas {file}", file=found[id_].document.file),
                    message("gabungkan keduanya menjadi {id}.yml", id=id_),
                )
            else:
                if path.name != f"{id_}.yml":
                    self.problems.add(
                        place,
                        "region",
                        message("“{id}” tidak sama dengan nama berkasnya", id=id_),
                        message("beri berkas ini nama {id}.yml, atau perbaiki region", id=id_),
                    )
                found[id_] = file
        return found

    def result(self, path: Path) -> ResultFile | None:
        """One result file, parsed unless it was kept and has not changed."""
        name = self.listing.name(path)
        text = self.instead.get(name) or content(path, name, self.root, self.problems)
        if text is None:
            return None
        before = self.kept.results.get(name) if self.kept is not None else None
        if before is not None and before[0] == text:
            return before[1]
        document = parse(text, name, self.problems)
        result = validate(document, Result, self.problems, self.guess) if document else None
        if document is None or result is None:
            return None
        if not document.has("source"):
            document = replace(document, data={})  # no other value is looked at again as it stands
        file = ResultFile(plain(result), document)
        if self.kept is not None:
            self.kept.results[name] = (text, file)
        return file

    def instruments(self) -> dict[str, Instrument]:
        folder = self.root / "instruments"
        found: dict[str, Instrument] = {}
        if os.path.isdir(folder):
            for path in self.listing.files(folder):
                if path.stem in DEVICES:
                    self.listing.note(
                        path,
                        message("“{id}” adalah nama perangkat di Windows", id=path.stem),
                        message("beri berkas ini nama lain"),
                    )
                    continue
                document = self.document(path)
                instrument = validate(document, Instrument, self.problems) if document else None
                if document is not None and instrument is not None:
                    found[path.stem] = instrument
                    self.instrument_documents[path.stem] = document
                else:
                    self.unread.add(path.stem)
            self.unread |= {path.stem for path in self.listing.misnamed if path.parent == folder}
        return found
