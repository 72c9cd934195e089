"""What a shared link says of a page below its title: a line for the eye, no longer than is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape

from generator.evaluation.model import Evaluation
from generator.facts.group import EvaluationFacts
from generator.facts.own_word import is_own_word
from generator.facts.region import RegionFacts
from generator.pages.changes import changes
from generator.pages.citing import FACTS, OWN_WORD, citing
from generator.pages.labels import counted_as, labels
from generator.pages.page import Site

MOST = 110
"""Characters that messengers show of it."""

_TAG, _LINK, _MARKS = (
    re.compile(r"<[^>]*>"),
    re.compile(r"\[([^\]]*)\]\([^)]*\)"),
    re.compile(r"[*`]"),
)
_STOP = re.compile(r"(?<=[.!?]) +")


def fit(text: str) -> str:
    """The sentences of a text that have room; of one that is too long its first words."""
    found = ""
    for sentence in _STOP.split(text.strip()):
        longer = f"{found} {sentence}".strip()
        if len(longer) > MOST:
            break
        found = longer
    if found or len(text) <= MOST:
        return found
    cut = text[: MOST - 1].rpartition(" ")[0] or text[: MOST - 1]
    return f"{cut.rstrip(' ,;:–-')}…"


def of_prose(markdown: str) -> str:
    """The beginning of a text of the site: of its first paragraph, without marks and links."""
    for block in markdown.split("\n\n"):
        plain = _MARKS.sub("", _LINK.sub(r"\1", _TAG.sub("", block.strip())))
        if plain[:1].isalpha():
            return fit(unescape(" ".join(plain.split())))
    return ""


def of_parts(parts: Iterable[str]) -> str:
    """The parts that have room, the most important first."""
    found = ""
    for part in parts:
        longer = f"{found} · {part}" if found else part
        if len(longer) <= MOST:
            found = longer
    return found


def of_result(
    site: Site,
    evaluation: Evaluation,
    facts: RegionFacts,
    before: tuple[Evaluation, RegionFacts] | None,
) -> str:
    """``Informatif · skor 93,20 · peringkat 1 dari 9 · …``; of what is not known its state and the last
    known result."""
    return of_parts(_of_result(site, evaluation, facts, before))


def _of_result(
    site: Site,
    evaluation: Evaluation,
    facts: RegionFacts,
    before: tuple[Evaluation, RegionFacts] | None,
) -> Iterator[str]:
    _ = site.language.gettext
    yield from _sample(site, evaluation)
    if facts.has_result:
        yield from _figures(site, evaluation, facts)
        moved = changes(site.language).category_since(facts).striptags()
        if moved:
            yield moved
    else:
        why = facts.state.value or facts.state.why
        told = labels(site.language).reason_text(why) if why else ""
        yield f"{evaluation.year}: {told}"
        if before is not None:
            figures = ", ".join(_figures(site, *before))
            yield _("terakhir %(year)s: %(result)s", year=before[0].year, result=figures)
    if not evaluation.settings.organizer_note:
        yield site.language.institution(evaluation.organizer)


def _sample(site: Site, evaluation: Evaluation) -> Iterator[str]:
    """That results are made up: the banner that says so on the page is not shared with it."""
    if evaluation.status == "sample":
        yield site.language.gettext("data contoh")


def _figures(site: Site, evaluation: Evaluation, facts: RegionFacts) -> Iterator[str]:
    """The figures that are known, in a few words each; a contested one as that."""
    cite, _ = citing(site, evaluation), site.language.gettext
    for name, told in (
        ("category", "%(value)s"),
        ("score", _("skor %(value)s")),
        ("rank", _("peringkat %(value)s")),
    ):
        fact = getattr(facts, name)
        if fact and fact.contested:
            yield _("%(figure)s disebut berbeda", figure=_(FACTS[name]))
        elif fact:
            about = "" if fact.exact else f"{_('kira-kira')} "
            made = f" {_('menurut skala')}" if name == "category" and cite.made(fact) else ""
            yield about + told % {"value": cite.shown(fact.known)} + made
    if any(is_own_word(getattr(facts, name), facts.region) for name in FACTS):
        yield _(OWN_WORD)


def of_group(site: Site, evaluation: Evaluation, whole: EvaluationFacts) -> str:
    """``Informatif 4 dari 12 kabupaten/kota · …``: how many have each category, the best first."""
    return of_parts(_of_group(site, evaluation, whole))


def _of_group(site: Site, evaluation: Evaluation, whole: EvaluationFacts) -> Iterator[str]:
    _, language = site.language.gettext, site.language
    noun = language.noun(evaluation.group.name)
    yield from _sample(site, evaluation)
    if whole.took_part:
        n = language.digits(whole.took_part.known)
        yield _("%(n)s %(noun)s peserta", n=n, noun=noun)
    for item in whole.counts:
        if item.count and not item.count.contested and item.count.known.number:
            yield f"{item.category.name} {counted_as(language, item)}"
    if whole.mean:
        yield _("rata-rata skor %(value)s", value=language.decimal(whole.mean.known.value))
    if evaluation.published is not None:
        yield _("diumumkan %(date)s", date=language.show_date(evaluation.published))
    if not evaluation.settings.organizer_note:
        yield site.language.institution(evaluation.organizer)
