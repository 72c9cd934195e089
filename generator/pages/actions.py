"""What a reader does with a page: share it, cite it, take its data along."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from generator.evaluation.model import Evaluation
from generator.facts.group import EvaluationFacts
from generator.facts.region import RegionFacts
from generator.facts.sources import inputs_of
from generator.files.record import path_of
from generator.files.table import Table
from generator.format import Source
from generator.news import Article, sources_of
from generator.pages import addresses
from generator.pages.citing import FACTS, OF_INPUTS, citing, off_page
from generator.pages.editions import edition_of, report_of
from generator.pages.labels import labels
from generator.pages.markup import escape
from generator.pages.page import Site
from generator.pages.references import apa, bibtex, entry_of
from generator.pages.written import written
from generator.templating import safe

WHATSAPP = "https://wa.me/?text="
"""A plain link: nothing is loaded from there before a reader follows it."""


@dataclass(frozen=True, slots=True)
class Files:
    """What a table holds, and the path and the format of each file that it is in."""

    about: str
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Actions:
    """The bar of a page. ``full`` is its full address, ``report`` where somebody reports an error:
    both "" where they are not known, and ``whatsapp`` with the first."""

    full: str
    whatsapp: str
    sentence: Markup
    apa: str
    bibtex: str
    files: Markup
    """The items of a list: the tables with what the page shows, those of the year first."""
    report: str
    record: str = ""
    """The file of all results of the body that the page is about; "" where there is none."""
    figures: Markup | None = None
    """Links to the figures that are cited one by one on another page, if any."""


def actions_of(
    site: Site,
    address: str,
    title: str,
    evaluations: Sequence[Evaluation],
    what: str,
    sentence: Markup,
    region: str = "",
    here: str = "",
) -> Actions:
    """The bar of a page about evaluations of one year: ``what`` it shows of them, and the ``sentence``
    that cites it; ``region`` is whose page it is. ``here`` is the page of the bar, if ``address``,
    which it cites, is another one."""
    entry = (
        entry_of(site, evaluations, what, address) if _known(site, evaluations, region) else None
    )
    full = site.full(address)
    edition = edition_of(site, evaluations[0])
    return Actions(
        full,
        f"{WHATSAPP}{quote(f'{title} {full}', safe='')}" if full else "",
        sentence,
        apa(entry) if entry else "",
        bibtex(entry) if entry else "",
        _listed(site, here or address, evaluations[0].year),
        report_of(site, address, title, edition),
        path_of(region) if region and site.has_records else "",
    )


def _known(site: Site, evaluations: Sequence[Evaluation], region: str) -> bool:
    """Whether a page has a result to refer to: of a region that of its edition, else any."""
    if region:
        return any(site.facts.region(e, region).has_result for e in evaluations)
    return any(site.facts.evaluation(e).has_results for e in evaluations)


def _listed(site: Site, address: str, year: int) -> Markup:
    """The tables of a year as items of a list; made once for all pages from which a link to them is
    the same."""
    way = site.link(address, addresses.DATA())
    return site.once(("files", year, way), lambda: _items(site, address, year))


def _items(site: Site, address: str, year: int) -> Markup:
    told = []
    for table in files_of(site, [year]):
        links = ", ".join(
            f'<a href="{escape(site.link(address, path))}" download '
            f'aria-label="{escape(f"{name}, {table.about}")}">{escape(name)}</a>'
            for path, name in table.files
        )
        told.append(f"<li>{escape(site.language.capitalised(table.about))}: {links}</li>")
    return safe("\n".join(told))  # noqa: S704 — every value is escaped


def files_of(site: Site, years: Iterable[int]) -> tuple[Files, ...]:
    """The tables that hold what a page shows: those of its years, then those of all years."""
    found = site.once("downloads", lambda: _by_year(site))
    wanted = [*dict.fromkeys(years), None]
    return tuple(table for year in wanted for table in found.get(year, ()))


def _by_year(site: Site) -> dict[int | None, list[Files]]:
    """Every table by its year, with the files that it is in."""
    tables: dict[Table, list[tuple[str, str]]] = {}
    for file in site.downloads:
        told = site.language.gettext(file.format)
        tables.setdefault(file.table, []).append((file.path, told))
    found: dict[int | None, list[Files]] = {}
    for table, files in tables.items():
        about = table.about_in(site.language)
        found.setdefault(table.year, []).append(Files(about, tuple(files)))
    return found


def cited_text(
    site: Site,
    evaluation: Evaluation,
    article: Article,
    address: str,
    sources: Sequence[Source],
    *more: str,
    notes: Iterable[str] = (),
    behind: Iterable[Source] = (),
) -> Markup:
    """The citation of a page with a text: its lead, the day of the announcement, whose word it is;
    where no source is behind the lead, what the page is made of (``sources``). ``more`` are sentences
    that go along, ``notes`` those of the data; ``behind`` whose word the former are."""
    told = article.lead.text
    if article.dateline is not None:
        told += f" {article.dateline.text.rstrip('.')}."
    told += "".join(f" {text.rstrip('.')}." for text in dict.fromkeys(more) if text not in told)
    said = evaluation.announced and not article.is_notice
    theirs = sources_of((article.lead,))
    named = tuple(dict.fromkeys((*(theirs or (sources if said else ())), *behind)))
    counted = said and bool(site.facts.evaluation(evaluation).participants)
    parts = [written(site, off_page(site, told))]
    noted = (text.rstrip(".") for text in dict.fromkeys(notes) if text not in told)
    parts += [labels(site.language).own(off_page(site, f"{text}.")) for text in noted]
    return citing(site, evaluation).cited(
        Markup(" ").join(parts),
        named,
        address,
        said=said,
        counted=counted,
        # A lead that is nobody's word is computed of what they said.
        origin="" if theirs or article.is_notice else OF_INPUTS,
        compared=not article.is_notice,
    )


def counts_told(site: Site, whole: EvaluationFacts) -> tuple[str, ...]:
    """``Banyaknya per kategori: Informatif sedikitnya 4, …``: as far as it is known; nothing where too
    little is known for that to be a finding."""
    if whole.few_known or len(whole.with_result) == 1:
        return ()
    _, digits = site.language.gettext, site.language.digits
    counts = []
    for item in whole.counts:
        if item.count and not item.count.contested:
            number = digits(item.count.known.number)
            least = item.count.known.at_least
            told = _("sedikitnya %(n)s", n=number) if least else number
            counts.append(f"{item.category.name} {told}")
    return (_("Banyaknya per kategori: %(counts)s", counts=", ".join(counts)),) if counts else ()


def counts_by(whole: EvaluationFacts) -> tuple[Source, ...]:
    """Whose word the numbers of ``counts_told`` are, or what they were counted from."""
    told = (item.count for item in whole.counts if item.count and not item.count.contested)
    return inputs_of(*told)


def figures_of(site: Site, evaluation: Evaluation, facts: RegionFacts, here: str) -> Markup:
    """Links from ``here`` to the known figures of a result, each with its own citation in its report."""
    _, report = site.language.gettext, site.at.ARTICLE(evaluation.year, facts.region.id)
    told = (
        f'<a href="{escape(site.link(here, f"{report}#{FACTS[figure]}"))}">'
        f"{escape(_(FACTS[figure]))} {evaluation.year}</a>"
        for figure in FACTS
        if getattr(facts, figure)
    )
    return safe(", ".join(told))  # noqa: S704 — every value is escaped


def cited_result(site: Site, evaluation: Evaluation, facts: RegionFacts, address: str) -> Markup:
    """The citation of a result by its first known figure; of none by what became of it."""
    cite, name, _ = citing(site, evaluation), site.names.full(facts.region), site.language.gettext
    known = [figure for figure in FACTS if getattr(facts, figure)]
    if not known and facts.state.value is not None:
        why = off_page(site, labels(site.language).reason_text(facts.state.value))
        told = cite.told(_("hasil"), name, why) + "."
        sources = inputs_of(facts.state)
        return cite.cited(told, sources, address, said=False, counted=False, compared=False)
    figure = known[0] if known else "category" if evaluation.measure.categories else "score"
    fact = getattr(facts, figure)
    return cite.quote(figure, _(FACTS[figure]), name, fact, address, facts.score).text
