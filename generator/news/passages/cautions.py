"""What limits a text, said once: bounds of categories that are not known, at the end of the first
paragraph that tells what became of a category."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from generator.evaluation.model import Evaluation
from generator.facts.apart import Since
from generator.facts.region import RegionFacts
from generator.news.sentence import Paragraph, Sentence
from generator.news.slots import Kind
from generator.news.tellers import EditionTeller, RegionTeller, Teller
from generator.news.terms.cautions import OpenBoundsTerms

_STEPS = (
    "running.latest",
    "running.latest_contested",
    "running.change",
    "running.same_before",
    "running.development",
)
"""Sentences over the years that may tell what became of a category, and do with a direction."""

_GROUP_MOVES = ("categories", "compared_categories", "rose", "fell", "same")
"""Labels of facts of a group that compare categories."""


def after_first(
    paragraphs: Sequence[Paragraph],
    lead: Sentence | None,
    tells: Callable[[Sentence], bool],
    caution: Callable[[], Sentence],
) -> tuple[Paragraph, ...]:
    """The paragraphs, with a caution after the first sentence that tells of something: after the lead
    at the beginning."""
    found: list[Paragraph] = []
    told = False
    for paragraph in [(lead,) if lead else (), *paragraphs]:
        first = next((n for n, s in enumerate(paragraph) if not told and tells(s)), None)
        if first is not None:
            told = True
            paragraph = (*paragraph[: first + 1], caution(), *paragraph[first + 1 :])
        found.append(paragraph)
    after_lead, rest = found[0][bool(lead) :], found[1:]
    if after_lead:
        rest[:1] = [(*after_lead, *(rest[0] if rest else ()))]
    return tuple(rest)


def at_end_of_first(
    paragraphs: Sequence[Paragraph],
    lead: Sentence | None,
    tells: Callable[[Sentence], bool],
    caution: Callable[[], Sentence],
) -> tuple[Paragraph, ...]:
    """The paragraphs, with a caution at the end of the first one that tells of something; where the
    lead does, of the one after it, which then need not begin with what limits it."""
    if lead is not None and tells(lead):
        first, *rest = paragraphs or ((),)
        return ((*first, caution()), *rest)
    found = list(paragraphs)
    for number, paragraph in enumerate(found):
        if any(map(tells, paragraph)):
            found[number] = (*paragraph, caution())
            break
    return tuple(found)


def bounds_of_region(
    tell: RegionTeller, headline: Sentence, lead: Sentence, paragraphs: Sequence[Paragraph]
) -> tuple[Paragraph, ...]:
    """The paragraphs of an article, with a word on unknown bounds where its category is compared."""
    mine, year = tell.mine, tell.year
    change, held = mine.categories.value or mine.surely_moved.value, mine.held.value
    years = {change.year} if change is not None else set()
    years |= set(range(held.since, year)) if held is not None else set()
    open_ = _open(tell, tell.evaluation, years)
    labels = {tell.label(name, year=year) for name in ("categories", "held")}
    return _told(tell, "body", open_, labels, (headline, lead), paragraphs)


def bounds_of_group(
    tell: EditionTeller, headline: Sentence, lead: Sentence, paragraphs: Sequence[Paragraph]
) -> tuple[Paragraph, ...]:
    """The same of an edition."""
    sentences = (lead, *(sentence for paragraph in paragraphs for sentence in paragraph))
    years = {since.category for since in tell.whole.compared_with} - {None}
    # How many had a category the year before, beside how many have it, compares as well.
    names = [item.category.name for item in tell.whole.counts]
    before = {tell.label("count", year=tell.year - 1, category=name) for name in names}
    if any(_compares(sentence, before) for sentence in sentences):
        years.add(tell.year - 1)
    open_ = _open(tell, tell.evaluation, {year for year in years if year is not None})
    labels = {tell.label(name, year=tell.year) for name in _GROUP_MOVES} | before
    return _told(tell, "edition", open_, labels, (headline, lead), paragraphs)


def _told(
    tell: Teller,
    section: str,
    open_: Sequence[Evaluation],
    labels: set[str],
    head: tuple[Sentence, Sentence],
    paragraphs: Sequence[Paragraph],
) -> tuple[Paragraph, ...]:
    """``head``: the headline, which the first sentence stands for, and the lead."""
    if not open_:
        return tuple(paragraphs)
    headline, lead = head
    in_headline = _compares(headline, labels)

    def tells(sentence: Sentence) -> bool:
        return _compares(sentence, labels) or (sentence is lead and in_headline)

    def caution() -> Sentence:
        return tell.say(f"{section}.bounds_unknown", OpenBoundsTerms(tell, open_))

    return at_end_of_first(paragraphs, lead, tells, caution)


def _compares(sentence: Sentence, labels: set[str]) -> bool:
    return any(fact.label in labels for fact in sentence.evidence)


def bounds_over_the_years(
    tell: Teller,
    history: Iterable[tuple[Evaluation, RegionFacts]],
    paragraphs: Sequence[Paragraph],
) -> tuple[Paragraph, ...]:
    """The same of a region over all years, of all changes together."""
    open_: dict[int, Evaluation] = {}
    for evaluation, facts in history:
        change = facts.categories.value or facts.surely_moved.value
        found = _open(tell, evaluation, {change.year} if change is not None else set())
        open_ |= {edition.year: edition for edition in found}
    if not open_:
        return tuple(paragraphs)
    editions = [open_[year] for year in sorted(open_)]

    def caution() -> Sentence:
        return tell.say("running.bounds_unknown", OpenBoundsTerms(tell, editions))

    return at_end_of_first(paragraphs, None, _tells_a_step, caution)


def _tells_a_step(sentence: Sentence) -> bool:
    directed = any(slot.kind is Kind.DIRECTION for slot in sentence.slots)
    return directed and sentence.rule in (*_STEPS, "running.every_year")


def bounds_told(sentences: Iterable[Sentence]) -> frozenset[int]:
    """The years of which a text says that the bounds are not known."""
    return frozenset(
        int(fact.value)
        for sentence in sentences
        if sentence.rule.endswith(".bounds_unknown")
        for slot in sentence.slots
        if slot.kind is Kind.YEAR
        for fact in slot.facts
    )


def _open(tell: Teller, evaluation: Evaluation, years: set[int]) -> list[Evaluation]:
    """The editions whose bounds are not known, of one and of the earlier ones that it is compared
    with; oldest first."""
    since = [Since(category=year) for year in years]
    found = tell.facts.caution(evaluation, since).bounds
    of = tell.facts.dataset.evaluations
    return [of[year, evaluation.group.id] for year in sorted(found)]
