"""The sample of what pages are made of: each part in each of its states."""

from __future__ import annotations

from decimal import Decimal

from markupsafe import Markup

from generator.facts.model import Category, Why
from generator.language.states import STATES
from generator.pages import addresses
from generator.pages.charts.bars import Bar, bars
from generator.pages.charts.measures import Measure, measures
from generator.pages.charts.shares import Share, shares
from generator.pages.charts.steps import Step, steps
from generator.pages.charts.strip import Band, Dot, strip
from generator.pages.charts.tiles import Tile, tiles
from generator.pages.group import told_with
from generator.pages.labels import step
from generator.pages.page import Link, Page, Site, home_link
from generator.pages.rows import Rows
from generator.pages.section import section_of
from generator.pages.view import render

FEWEST, MOST = 2, 7
"""Of how many categories the scales of the sample are."""


def design(site: Site) -> Page:
    """``/tentang/desain/``: what tests, and whoever changes the theme, look at."""
    address = addresses.DESIGN()
    _ = site.language.gettext
    years = site.dataset.years
    evaluation = next(iter(site.dataset.of_year(years[0]))) if years else None
    section = section_of(site, address, evaluation) if evaluation else None
    rows = Rows(site, section, address) if section else None
    title = _("Contoh tampilan")
    return Page(
        address=address,
        title=title,
        kind="design",
        description=_("Tiap bagian halaman situs ini dalam tiap keadaannya."),
        text=render(
            site,
            address,
            "design.md.jinja",
            title=title,
            scales=[(of, _scale(site, of), _bars(site, of)) for of in range(FEWEST, MOST + 1)],
            states=[Why(name) for name in STATES],
            pictures=_pictures(site),
            section=section,
            year=evaluation.year if evaluation else 0,
            **told_with(site, rows),
        ),
        breadcrumbs=(home_link(site), Link(title, "")),
        banner=site.banner(*([evaluation] if evaluation else [])),
        robots="noindex",
        rows=rows or (),
    )


def _scale(site: Site, of: int) -> list[Category]:
    _ = site.language.gettext
    return [Category(_("Kategori %(n)s", n=index + 1), index, of) for index in range(of)]


def _bars(site: Site, of: int) -> Markup:
    """The fills of a scale, and that of who has no category."""
    items = [
        Bar(category.name, of - category.index, str(of - category.index), _fill(category))
        for category in _scale(site, of)
    ]
    title = site.language.gettext("Skala %(n)s kategori", n=of)
    return bars([*items, Bar("?", 1, "1", "rk-fill--x")], title)


def _fill(category: Category) -> str:
    return f"rk-fill--{step(category)}"


def _pictures(site: Site) -> list[tuple[str, Markup]]:
    """The other pictures, each with what it is called."""
    _ = site.language.gettext
    scale = _scale(site, 5)
    names = [category.name for category in scale]
    bounds = [0, 40, 60, 80, 90, 100]
    bands = [
        Band(Decimal(low), Decimal(high), str(low), _fill(category), category.color)
        for low, high, category in zip(bounds, bounds[1:], reversed(scale), strict=False)
    ]
    dots = [
        Dot(Decimal(at), str(at), _("di sini: %(name)s", name=at) if at == 71 else "")
        for at in (38, 55, 70, 71, 72, 88, 95)
    ]
    history = [
        Step(2021, scale[3], "", "55,00"),
        Step(2022, scale[1], "", "85,00", joined=True),
        Step(2023, None, STATES["unknown"].mark),
        Step(2024, scale[0], "", "95,00"),
    ]
    squares = [
        Tile(index % 4, index // 4, str(index + 1), category.name, "#", _fill(category), category)
        for index, category in enumerate(scale)
    ]
    squares += [
        Tile(at % 4, at // 4, str(at + 1), _(state.word), "#", "rk-fill--x", None, state.mark)
        for at, state in enumerate(STATES.values(), len(scale))
    ]
    indicators = [
        Measure(_("Indikator %(n)s", n=n), Decimal(score), str(score), Decimal(60), Decimal(weight))
        for n, (score, weight) in enumerate(((0, 40), (45, 20), (100, 5)), 1)
    ]
    return [
        (told := _("Bagian tiap kategori"), shares(_shares(scale), 12, told)),
        (told := _("Skor kelompok pada skala"), strip(dots, bands, Decimal(70), "100", told)),
        (told := _("Kategori dari tahun ke tahun"), steps(history, names, told)),
        (told := _("Skor tiap indikator"), measures(indicators, told)),
        (told := _("Peta petak"), tiles(squares, told)),
    ]


def _shares(scale: list[Category]) -> list[Share]:
    return [Share(2, _fill(category)) for category in scale]
