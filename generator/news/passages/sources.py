"""That the source of a figure is not known, said once where a text names the sources of others; and
whose word the bounds of the categories are, where it is another one's than the result."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.evaluation.model import Evaluation
from generator.facts.model import CategoryChange, Fact, PlaceChange, PointChange
from generator.facts.region import RegionFacts
from generator.facts.sources import is_unsourced, sources_of
from generator.format import Source
from generator.news.passages.answers import claims
from generator.news.passages.cautions import after_first
from generator.news.passages.left_out import left_out
from generator.news.sentence import Paragraph, Sentence
from generator.news.slots import Kind
from generator.news.tellers import LONGEST_LIST, EditionTeller, RegionTeller, Teller
from generator.news.terms.questionnaire import QuestionnaireTerms
from generator.news.terms.regions import MissingTerms
from generator.news.terms.sources import ScaleTerms, UnsourcedTerms

FIGURES = ("category", "score", "rank")


def unsourced(mine: RegionFacts) -> tuple[str, ...]:
    """Which published figures of a region are nobody's word, as far as is known."""
    figures: dict[str, Fact[object]] = {name: getattr(mine, name) for name in FIGURES}
    return tuple(name for name, fact in figures.items() if is_unsourced(fact))


def with_cautions(
    tell: Teller,
    history: Sequence[RegionFacts],
    paragraphs: Sequence[Paragraph],
    lead: Sentence | None = None,
) -> tuple[Paragraph, ...]:
    """The paragraphs, with a word on figures without a source after the first sentence that has one:
    after the lead at the beginning."""
    nobodys = {mine.year: unsourced(mine) for mine in history}
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph]
    sentences = sentences if lead is None else [lead, *sentences]
    if not any(nobodys.values()) or not any(sentence.sources for sentence in sentences):
        return tuple(paragraphs)
    rule = "running.unsourced" if lead is None else "body.unsourced"
    told: dict[str, UnsourcedTerms] = {}
    said = {fact.label for sentence in sentences for fact in sentence.evidence}
    changes = _changes(tell, history)
    for mine in history:
        labels = {tell.label(name, year=mine.year): name for name in nobodys[mine.year]}
        labels |= {
            label: name
            for label, year, name in changes
            if year == mine.year and name in labels.values()
        }
        named = {label: name for label, name in labels.items() if label in said}
        if named:
            names = tuple(name for name in FIGURES if name in named.values())
            told |= dict.fromkeys(named, UnsourcedTerms(tell, mine, names))
    begun = [tuple(_after(tell, rule, told, lead))] if lead is not None else []
    found = []
    for paragraph in paragraphs:
        kept: list[Sentence] = []
        for sentence in paragraph:
            kept += (sentence, *_after(tell, rule, told, sentence))
        found.append(tuple(kept))
    if begun and begun[0]:
        found[:1] = [(*begun[0], *(found[0] if found else ()))]
    return tuple(found)


def _changes(tell: Teller, history: Sequence[RegionFacts]) -> list[tuple[str, int, str]]:
    """Of which year and which figure a change also speaks: *bertahan* says the earlier category."""
    found: list[tuple[str, int, str]] = []
    for mine in history:
        moved: dict[str, tuple[str, Fact[CategoryChange] | Fact[PointChange] | Fact[PlaceChange]]]
        moved = {
            "categories": ("category", mine.categories),
            "points": ("score", mine.points),
            "places": ("rank", mine.places),
        }
        for label, (name, fact) in moved.items():
            if fact.value is not None:
                found.append((tell.label(label, year=mine.year), fact.value.year, name))
        since = mine.held.known.since if mine.held else mine.year
        label = tell.label("held", year=mine.year)
        found += [(label, old.year, "category") for old in history if since <= old.year < mine.year]
    return found


def _after(
    tell: Teller, rule: str, told: dict[str, UnsourcedTerms], sentence: Sentence
) -> Iterator[Sentence]:
    """What is to be said after a sentence; of a year all at once, and no more after that."""
    for fact in sentence.evidence:
        terms = told.get(fact.label)
        if terms is not None:
            for label in [label for label, other in told.items() if other is terms]:
                del told[label]
            yield tell.say(rule, terms)


def with_questionnaire(
    tell: RegionTeller, paragraphs: Sequence[Paragraph], lead: Sentence
) -> tuple[Paragraph, ...]:
    """The paragraphs, with what the questionnaire is: in the first sentence that has its abbreviation
    where that tells what was claimed in it, else after it."""
    terms = QuestionnaireTerms(tell)
    if not terms:
        return tuple(paragraphs)
    mentions = re.compile(rf"\b{re.escape(terms.abbreviation)}\b")
    told = [lead, *(sentence for paragraph in paragraphs for sentence in paragraph)]
    first = next((sentence for sentence in told if mentions.search(sentence.text)), None)
    instead = None if first is None else _explained(tell, first, terms.abbreviation)
    if instead is not None:
        return tuple(tuple(instead if s is first else s for s in p) for p in paragraphs)
    after = after_first(
        paragraphs,
        lead,
        lambda sentence: bool(mentions.search(sentence.text)),
        lambda: tell.say("body.questionnaire", terms),
    )
    return tuple(map(_not_before_a_pronoun, after))


def _explained(tell: RegionTeller, first: Sentence, abbreviation: str) -> Sentence | None:
    """A sentence with what the questionnaire is in it; None where it has no room for that."""
    if first.rule == "body.left_out":
        return next(left_out(tell, explained=True), None)
    found = tell.facts.breakdown(tell.evaluation, tell.mine.region.id)
    if first.rule != "body.claim" or found is None:
        return None
    plain = claims(tell, found), claims(tell, found, explained=abbreviation)
    return next((new for old, new in zip(*plain, strict=True) if old.text == first.text), first)


_FIGURES = {Kind.SCORE, Kind.DIFFERENCE, Kind.RANK, Kind.SIDE, Kind.ORIGIN, Kind.DIRECTION}
"""Of what a sentence tells that may be about a figure of the region."""


def _not_before_a_pronoun(paragraph: Paragraph) -> Paragraph:
    """What the questionnaire is, later in the paragraph where *skor itu* or *peringkatnya* would follow it,
    which are of the region that the sentence does not name: before the next that names it or its peers."""
    at = next((n for n, s in enumerate(paragraph) if s.rule == "body.questionnaire"), None)
    if at is None or at + 1 == len(paragraph):
        return paragraph
    kinds = {slot.kind for slot in paragraph[at + 1].slots}
    if Kind.REGION in kinds or not kinds & _FIGURES:
        return paragraph
    names = (n for n in range(at + 2, len(paragraph)) if _names_somebody(paragraph[n]))
    to = next(names, len(paragraph))
    return (*paragraph[:at], *paragraph[at + 1 : to], paragraph[at], *paragraph[to:])


def _names_somebody(sentence: Sentence) -> bool:
    """Whether a sentence says of whom it is: of the region by name, or of its peers."""
    own = any((slot.kind, slot.role) == (Kind.REGION, "own") for slot in sentence.slots)
    return own or sentence.rule in ("body.peers", "body.peers_counted")


def lent_by(evaluation: Evaluation, mine: RegionFacts) -> Source | None:
    """Whose word the bounds are, where it is not that of the result."""
    scale = evaluation.scale
    source = evaluation.source(scale.source) if scale else None
    return None if source in sources_of(mine.category, mine.score) else source


def scale_source(tell: RegionTeller) -> Iterator[Sentence]:
    """The same as a sentence."""
    source = lent_by(tell.evaluation, tell.mine)
    if source is not None:
        yield tell.say("body.scale_source", ScaleTerms(tell, source))


def of_group(tell: EditionTeller) -> Iterator[Sentence]:
    """Whose figures have no known source, where those of others have one."""
    found: dict[tuple[str, ...], list[RegionFacts]] = {}
    sourced = False
    for mine in tell.whole.with_result:
        names = unsourced(mine)
        sourced = sourced or any(getattr(mine, name).source is not None for name in FIGURES)
        if names:
            found.setdefault(names, []).append(mine)
    for names, group in found.items() if sourced else ():
        regions = [mine.region for mine in group]
        terms = UnsourcedTerms(tell, group[0], names)
        named = regions if len(regions) <= LONGEST_LIST else ()
        yield tell.say("edition.unsourced", terms, MissingTerms(tell, regions, named, terms.facts))
