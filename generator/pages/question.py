"""A question: its law, who has all its points and with what evidence, how each body was marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.evaluation.model import Evaluation
from generator.facts.questionnaire import Marked, QuestionFacts
from generator.format import Question
from generator.format.instrument import YES
from generator.language.catalogue import N_
from generator.pages.labels import labels
from generator.pages.markup import filled, sewn
from generator.pages.page import Link, Page, Site, edition_link, home_link
from generator.pages.section import asked
from generator.pages.view import render

FEW = 6
"""So many different marks are counted one by one; of more: all points, some, none."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was asked of one group.

    ``counts`` are how many have each mark, in words; ``wanted`` is what has all points; ``proven`` have
    all points with known evidence, ``unproven`` without; ``rows`` are those to whom it applies.
    """

    evaluation: Evaluation
    facts: QuestionFacts
    counts: tuple[tuple[str, int], ...]
    wanted: Markup
    proven: tuple[Marked, ...]
    unproven: tuple[Marked, ...]
    rows: tuple[Marked, ...]
    exempt: tuple[Marked, ...]


def question(site: Site, year: int, id_: str) -> Page:
    """``/<year>/pertanyaan/<id>/``: what is asked, its law, how each body was marked."""
    address = site.at.QUESTION(year, id_)
    sections = [
        _asked(site, evaluation, found)
        for evaluation, figures in asked(site, year)
        if (found := figures.question(id_)) is not None
    ]
    first = sections[0].facts
    _ = site.language.gettext
    return Page(
        address=address,
        title=first.question.text,
        kind="question",
        description=_(
            "Pertanyaan kuesioner %(year)s dan hasil verifikasinya di tiap badan publik.",
            year=year,
        ),
        text=render(
            site,
            address,
            "question.md.jinja",
            year=year,
            sections=sections,
            first=first,
        ),
        breadcrumbs=(
            home_link(site),
            edition_link(site, year),
            Link(first.indicator.name, site.at.INDICATOR(year, first.indicator.id)),
            Link(_("Pertanyaan"), ""),
        ),
        banner=site.banner(*(section.evaluation for section in sections)),
    )


def _asked(site: Site, evaluation: Evaluation, found: QuestionFacts) -> Asked:
    return Asked(
        evaluation,
        found,
        tuple(_counts(site, found)),
        _wanted(site, found.question),
        tuple(item for item in found.full if item.answer.evidence),
        tuple(item for item in found.full if not item.answer.evidence),
        tuple(item for item in found.marked if item.answer.applies),
        tuple(item for item in found.marked if not item.answer.applies),
    )


def _counts(site: Site, found: QuestionFacts) -> Iterator[tuple[str, int]]:
    """How many have each mark, the most points first; then those without one."""
    _, plain = site.language.gettext, site.language.plain_number
    marks = found.marks
    if len(marks) <= FEW:
        for points, number in marks:
            yield _("%(points)s poin", points=plain(points)), number
    else:
        full, none = len(found.full), found.failed
        for name, number in (
            (N_("poin penuh"), full),
            (N_("sebagian poin"), found.n - full - none),
            (N_("tanpa poin"), none),
        ):
            yield _(name), number
    if found.not_applicable:
        yield _("tidak berlaku"), found.not_applicable


def _wanted(site: Site, question: Question) -> Markup:
    """What has all points: ``ya``, the levels with the most, all choices, the largest number."""
    _, words, scale = site.language.gettext, labels(site.language), question.scale
    if scale.kind == "yes-no":
        return words.answer(question, (YES,))
    if scale.kind == "number":
        return words.own(site.language.plain_number(scale.most))
    if scale.kind == "choices":
        ids = tuple(option.id for option in scale.options if option.points)
        return filled(_("semua pilihan: %(options)s"), options=words.answer(question, ids))
    ids = tuple(option.id for option in scale.options if option.points == scale.most)
    return sewn(" {} ", _("atau")).join(words.answer(question, (id_,)) for id_ in ids)
