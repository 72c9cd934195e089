"""Reads a results folder, file by file, into evaluations; what stands in one file is checked here."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.evaluation.editions import expected_groups, today, with_announced
from generator.evaluation.model import Dataset, Evaluation, ResultFile
from generator.format import (
    Edition,
    Group,
    Instrument,
    Region,
    Regions,
    Result,
    validate,
)
from generator.format.base import plain
from generator.format.document import Document, ListBuilder
from generator.format.guess import Guesser, suggestion
from generator.format.measure import DEFAULT
from generator.format.problems import Place, Problems, message
from generator.format.reading import ALL_REGIONS, content, parse, read
from generator.load.assemble import evaluations_of
from generator.load.checks.coverage import check_results_covered
from generator.load.measures import FOLDER, read_measures
from generator.load.measures import Read as Measured


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
        self, root: Path, problems: Problems, kept: Kept | None, main: str = DEFAULT
    ) -> None:
        self.root = root
        self.main = main
        self.measures: dict[str, Measured] = {}
        self.problems = problems
        self.kept = kept
        self.editions: dict[str, dict[int, tuple[Edition, Document]]] = {}
        self.instrument_documents: dict[str, Document] = {}
        self.unread: set[str] = set()

    def name(self, path: Path) -> str:
        """A file as messages name it: results/2025/balangan.yml, on every system."""
        # By its text: a country has 84,000 files.
        below = os.fspath(path).removeprefix(os.fspath(self.root)).replace(os.sep, "/")
        return f"{self.root.name}/{below.lstrip('/')}"

    def document(self, path: Path) -> Document | None:
        return read(path, self.name(path), self.root, self.problems)

    def dataset(self) -> Dataset | None:
        regions_file = self.root / "regions.yml"
        if not regions_file.is_file():
            self.problems.add(
                Place(f"{self.root.name}/regions.yml"),
                "",
                message("berkas ini tidak ada"),
                message("buat regions.yml dengan daftar groups dan regions"),
            )
            return None
        document, listed = self.regions(regions_file)
        if document is None or listed is None:
            self.check_the_rest()
            return None
        self.measures = read_measures(self.root, self.files, self.document, self.problems)
        if self.main not in self.measures:
            return None  # told with the settings
        groups = {group.id: group for group in listed.groups}
        regions = {region.id: region for region in listed.regions}
        positions = {region.id: index for index, region in enumerate(listed.regions)}
        shared = Shared(groups, regions, positions, document, self.instruments())
        main = self.series(self.main, self.root, shared)
        others = [
            self.series(id_, self.root / id_, shared)
            for id_ in sorted(self.measures)
            if id_ != self.main and (self.root / id_).is_dir()
        ]
        return replace(main, others=tuple(others))

    def series(self, measure: str, folder: Path, shared: Shared) -> Dataset:
        """All editions of a measure."""
        groups, regions = shared.groups, shared.regions
        editions = self.editions[measure] = {}
        results: dict[int, dict[str, ResultFile]] = {}
        for year, below in self.years(folder):
            self.edition(year, below, editions)
            results[year] = self.results(year, below, regions)
        evaluations: dict[tuple[int, str], Evaluation] = {}
        read_of = self.measures[measure]
        for year, (edition, where) in sorted(editions.items()):
            expected = expected_groups(edition, results[year].values(), evaluations, groups)
            check_results_covered(edition, results[year], groups, regions, self.problems)
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
        return Dataset(
            self.root,
            groups,
            regions,
            shared.document,
            {year: edition for year, (edition, _) in editions.items()},
            with_announced(evaluations, today()),
            shared.instruments,
            shared.positions,
            read_of.measure,
            measure,
            "" if measure == self.main else f"{measure}/",
            unread=frozenset(self.unread),
        )

    def regions(self, path: Path) -> tuple[Document, Regions] | tuple[None, None]:
        """The list of regions with its places, parsed unless it was kept and has not changed."""
        name = self.name(path)
        text = content(path, name, self.root, self.problems, ALL_REGIONS)
        if text is None:
            return None, None
        before = self.kept.regions if self.kept is not None else None
        if before is not None and before[0] == text:
            return before[1:]
        document = parse(text, name, self.problems, ALL_REGIONS, ListBuilder)
        listed = validate(document, Regions, self.problems) if document else None
        if document is None or listed is None:
            return None, None
        if self.kept is not None:
            self.kept.regions = (text, document, listed)
        return document, listed

    def check_the_rest(self) -> None:
        """Without regions the other files still tell their own problems."""
        for year, folder in self.years(self.root):
            self.edition(year, folder, {})
            for path in self.files(folder):
                if path.name != "edition.yml" and (document := self.document(path)):
                    validate(document, Result, self.problems)

    def files(self, folder: Path) -> Iterator[Path]:
        """The YAML files of a folder in the order of their names; others are noted."""
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            self.problems.add(
                Place(self.name(folder)), "", message("tidak dapat dibaca ({e})", e=error.strerror)
            )
            return
        for entry in entries:
            name, path = entry.name, folder / entry.name
            if name.startswith(".") or name.endswith("~") or name in ("desktop.ini", "Thumbs.db"):
                continue
            is_folder = path.is_dir() if entry.is_symlink() else entry.is_dir()
            if name.endswith((".yml", ".yaml")) and not is_folder:
                yield path
            else:
                self.problems.add(
                    Place(self.name(path)),
                    "",
                    message("folder atau berkas ini bukan bagian dari data"),
                    message("pindahkan ke luar folder results/; data ditulis dalam berkas .yml"),
                )

    def years(self, folder: Path) -> Iterator[tuple[int, Path]]:
        """The folders of years of a measure; what else is there, and should not be, is noted."""
        top = folder == self.root
        others = self.measures.keys() - {self.main} if top else set()
        known = {"regions.yml", "instruments", FOLDER, *others} if top else set()
        for path in sorted(folder.iterdir()):
            if re.fullmatch(r"\d{4}", path.name) and path.is_dir():
                if not path.resolve().is_relative_to(self.root.resolve()):
                    self.problems.add(
                        Place(self.name(path)),
                        "",
                        message("tautan simbolis ini menunjuk ke luar folder results/"),
                        message("salin foldernya ke dalam results/"),
                    )
                else:
                    yield int(path.name), path
            elif path.name not in known and not path.name.startswith("."):
                self.problems.add(
                    Place(self.name(path)),
                    "",
                    message("folder atau berkas ini tidak dikenal"),
                    message(
                        "yang dibaca: regions.yml, instruments/, measures/, folder tahun seperti 2025/, "
                        "dan folder ukuran lain dengan nama berkasnya di measures/"
                    ),
                )

    def edition(
        self, year: int, folder: Path, editions: dict[int, tuple[Edition, Document]]
    ) -> None:
        path = folder / "edition.yml"
        if not path.exists():
            self.problems.add(
                Place(self.name(path)),
                "",
                message("tahun {year} tidak punya edition.yml", year=year),
                message("buat berkas itu dengan year, title, organizer, dan status"),
            )
            return
        document = self.document(path)
        edition = validate(document, Edition, self.problems) if document else None
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

    def results(self, year: int, folder: Path, regions: dict[str, Region]) -> dict[str, ResultFile]:
        found: dict[str, ResultFile] = {}
        guess = Guesser(regions)
        for path in self.files(folder):
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
                        id_, guess, message("tambahkan wilayah itu di regions.yml lebih dahulu")
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
        name = self.name(path)
        text = content(path, name, self.root, self.problems)
        if text is None:
            return None
        before = self.kept.results.get(name) if self.kept is not None else None
        if before is not None and before[0] == text:
            return before[1]
        document = parse(text, name, self.problems)
        result = validate(document, Result, self.problems) if document else None
        if document is None or result is None:
            return None
        if not any(path[-1] == "source" for path in document.keys):
            document = replace(document, data={})  # no other value is looked at again as it stands
        file = ResultFile(plain(result), document)
        if self.kept is not None:
            self.kept.results[name] = (text, file)
        return file

    def instruments(self) -> dict[str, Instrument]:
        folder = self.root / "instruments"
        found: dict[str, Instrument] = {}
        if folder.is_dir():
            for path in self.files(folder):
                document = self.document(path)
                instrument = validate(document, Instrument, self.problems) if document else None
                if document is not None and instrument is not None:
                    found[path.stem] = instrument
                    self.instrument_documents[path.stem] = document
                else:
                    self.unread.add(path.stem)
        return found
