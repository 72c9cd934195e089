"""A correction before it is written: the files as they would be, and all that moves with it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import yaml

from generator.amend.change import Change, Wanted, changes_of, path_in, texts_of
from generator.evaluation.model import Evaluation
from generator.facts.moved import figures_moved
from generator.format.edits import NotChanged
from generator.format.guess import suggestion
from generator.format.problems import Place, Problems, message
from generator.format.reading import ALL_REGIONS, parse
from generator.format.record import CorrectionRecord, Moved, Stood
from generator.format.validation import validate
from generator.load.folder import Kept
from generator.load.records import FOLDER
from generator.news import Article
from generator.pages import addresses
from generator.pages.page import Site
from generator.progress import counted
from generator.settings import Settings
from generator.site import Whole, read_site

Text = Callable[[Site], list[str]]
"""The paragraphs of the text in news style that a page has, in one state of the site."""


@dataclass(frozen=True, slots=True)
class Plan:
    """``files`` are the bytes to be written, by their paths; ``titles`` the titles that change."""

    before: Site
    after: Site
    evaluation: Evaluation
    changes: tuple[Change, ...]
    figures: tuple[Moved, ...]
    pages: tuple[Stood, ...]
    titles: tuple[tuple[str, str, str], ...]
    files: dict[Path, bytes]


def plan(settings: Settings, wanted: Wanted, problems: Problems) -> Plan | None:
    """What a correction would change; None where it cannot be made, with the reasons noted.

    Nothing is written: the site is made of the data as they are, and of those that would be.
    """
    kept = Kept()
    whole = read_site(settings, problems, kept=kept)
    found = _found(whole, wanted, problems) if whole is not None else None
    if whole is None or found is None:
        return None
    before, evaluation = found
    changes = changes_of(evaluation, wanted, problems)
    if changes is None:
        return None
    root = settings.results
    try:
        texts = texts_of(root, evaluation, changes, wanted.about)
    except NotChanged:
        problems.add(
            Place(evaluation.document.file),
            "",
            message("ditulis dalam bentuk yang tidak dapat diubah dengan perintah ini"),
            message(
                "ubah angkanya dan tulis “corrections” dengan tangan, seperti di docs/format.md"
            ),
        )
        return None
    later = read_site(settings, problems, kept=kept, instead=texts)
    if later is None:
        return None
    after = next(s for s in later.site.series if s.dataset.measure_id == before.dataset.measure_id)
    figures = tuple(
        figures_moved(before.facts, after.facts, {evaluation.group.id}, evaluation.year)
    )
    stood = list(_stood((whole, before), (later, after), evaluation))
    record = _record(wanted, changes, figures, [page for page, _ in stood])
    path = _free(_folder(root, evaluation), f"{wanted.about['date']}-{wanted.region}")
    if not _is_record(record, problems):
        return None
    files = {path_in(root, name): text for name, text in texts.items()}
    titles = tuple((page.address, page.title, now) for page, now in stood if page.title != now)
    pages = tuple(page for page, _ in stood)
    return Plan(before, after, evaluation, changes, figures, pages, titles, files | {path: record})


def _found(whole: Whole, wanted: Wanted, problems: Problems) -> tuple[Site, Evaluation] | None:
    """The measure and the evaluation that are meant."""
    by_id = {site.dataset.measure_id: site for site in whole.site.series}
    site = by_id.get(wanted.measure) if wanted.measure else whole.site
    if site is None:
        problems.add(
            Place("--measure"),
            "",
            message("ukuran “{id}” tidak ada di situs ini", id=wanted.measure),
            message("yang ada: {known}", known=", ".join(by_id)),
        )
        return None
    region = site.dataset.regions.get(wanted.region)
    if region is None:
        problems.add(
            Place("results/regions.yml"),
            "",
            message("wilayah “{id}” tidak ada di regions.yml", id=wanted.region),
            suggestion(
                wanted.region, site.dataset.regions, message("sebut id wilayah yang ada di sana")
            ),
        )
        return None
    evaluation = site.dataset.evaluations.get((wanted.year, region.group))
    if evaluation is None or evaluation.status == "draft":
        years = [e.year for e in site.dataset.of_group(region.group) if e.status != "draft"]
        problems.add(
            Place(f"results/{wanted.year}"),
            "",
            message(
                "{name} tidak punya edisi {year} yang terbit", name=region.name, year=wanted.year
            ),
            message("edisi yang terbit: {years}", years=", ".join(map(str, years)) or "–"),
        )
        return None
    return site, evaluation


def _folder(root: Path, evaluation: Evaluation) -> Path:
    return path_in(root, evaluation.document.file).parent / FOLDER


def _free(folder: Path, name: str) -> Path:
    """A name of a file that is not taken."""
    number, path = 1, folder / f"{name}.yml"
    while os.path.lexists(path):
        number += 1
        path = folder / f"{name}-{number}.yml"
    return path


def _pages(site: Site, evaluation: Evaluation) -> Iterator[tuple[str, Text]]:
    """The pages that can change, each with its text: of the group's regions, in this edition and later
    ones."""
    group = evaluation.group.id
    for other in site.dataset.of_group(group):
        year = other.year
        if year < evaluation.year:
            continue
        for region in other.regions:
            yield site.at.ARTICLE(year, region.id), partial(_article, (year, group), region.id)
        yield site.at.GROUP(year, group), partial(_edition, (year, group))
        yield site.at.EDITION(year), _none
        if other.instrument is not None:
            for indicator in other.instrument.indicators:
                yield site.at.INDICATOR(year, indicator.id), _none
            for question in other.instrument.questions:
                yield site.at.QUESTION(year, question), _none
    for region in evaluation.regions:
        yield addresses.REGION(region.id), partial(_history, region.id)


def _stood(
    before: tuple[Whole, Site], after: tuple[Whole, Site], evaluation: Evaluation
) -> Iterator[tuple[Stood, str]]:
    """Each page that changes as it stood, with its new title."""
    pages = list(_pages(before[1], evaluation))
    for address, text_of in counted(message("Membandingkan halaman"), pages):
        if address not in before[0].makers or address not in after[0].makers:
            continue
        was, now = before[0].page(address), after[0].page(address)
        if was.markdown == now.markdown:
            continue
        texts = [text_of(site) for _, site in (before, after)]
        text = tuple(texts[0]) if texts[0] != texts[1] else ()
        yield Stood.model_construct(address=address, title=was.title, text=text), now.title


def _article(key: tuple[int, str], region: str, site: Site) -> list[str]:
    return _paragraphs(site.newsroom.article(site.dataset.evaluations[key], region))


def _edition(key: tuple[int, str], site: Site) -> list[str]:
    return _paragraphs(site.newsroom.edition(site.dataset.evaluations[key]))


def _history(region: str, site: Site) -> list[str]:
    return [" ".join(s.text for s in paragraph) for paragraph in site.newsroom.history(region)]


def _none(_site: Site) -> list[str]:
    return []


def _paragraphs(article: Article) -> list[str]:
    found = [" ".join(s.text for s in paragraph) for paragraph in article.paragraphs]
    return [article.lead.text, *found]


def _record(
    wanted: Wanted, changes: Sequence[Change], figures: Sequence[Moved], pages: Sequence[Stood]
) -> bytes:
    """The file that keeps how pages stood."""
    held: dict[str, object] = {
        "date": wanted.about["date"],
        "changes": [change.entry for change in changes],
    }
    if figures:
        held["figures"] = [_set(item) for item in figures]
    if pages:
        held["pages"] = [_set(item) for item in pages]
    told = yaml.safe_dump(held, allow_unicode=True, sort_keys=False, width=100)
    head = "# Ditulis oleh `rapor correct`: halaman sebelum koreksi. Jangan diubah.\n"
    return f"{head}{told}".encode()


def _set(item: Moved | Stood) -> dict[str, object]:
    """What is set of a record, by the names of the format."""
    found = {}
    for name, field in type(item).model_fields.items():
        value = getattr(item, name)
        if value not in (None, ()):
            found[field.alias or name] = list(value) if isinstance(value, tuple) else value
    return found


def _is_record(text: bytes, problems: Problems) -> bool:
    """Whether what would be written can be read again."""
    document = parse(text, FOLDER, problems, ALL_REGIONS)
    return document is not None and validate(document, CorrectionRecord, problems) is not None
