"""What is known of a region without a result: what it had in an earlier edition, and who took part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.facts.model import Fact, Participation, Why
from generator.facts.region import RegionFacts
from generator.facts.sources import is_unsourced
from generator.facts.states import open_of, withheld_of
from generator.news.case import not_among
from generator.news.passages import history, said
from generator.news.passages.doors import participants
from generator.news.passages.figures import stages_known
from generator.news.passages.peers import first_count
from generator.news.sentence import Paragraph, Sentence
from generator.news.slots import NOTHING, Kind
from generator.news.tellers import RegionTeller
from generator.news.terms.absence import NotAmongTerms, ParticipationTerms
from generator.news.terms.earlier import EarlierTerms
from generator.news.terms.founded import FoundedTerms
from generator.news.terms.history import OpenTerms, WithheldTerms


def know(tell: RegionTeller) -> None:
    """What headline and lead may speak of: the latest result before this edition, unless it is
    nobody's word, and whether it is known that the region took part."""
    before = _before(tell)
    if before is not None and _is_nobodys_word(tell, before):
        before = None
    named = _named(tell)
    open_ = _participation_open(tell)
    withheld, left = withheld_of(tell.mine), open_of(tell.mine)
    lacking = len(left) == 1 if tell.angle == "withheld" else tell.mine.category.why is Why.UNKNOWN
    tell.know(named=named, open=open_, unsure=open_ and lacking)
    tell.know(WithheldTerms(tell, withheld, [tell.mine]))
    tell.terms |= {"had": NOTHING, "had_in_full": NOTHING}
    if before is not None:
        tell.know(_terms(tell, before))
        tell.terms["had"] = tell.part("part.had", in_full=False)
        tell.terms["had_in_full"] = tell.part("part.had", in_full=True)
    if named:
        tell.know(ParticipationTerms(tell))
    if tell.angle == "not_among":
        tell.know(NotAmongTerms(tell))


def body(tell: RegionTeller) -> Iterator[Paragraph]:
    """What the lead leaves: in a notice it is short, and the region's own page has the rest."""
    yield tuple(_known(tell))
    yield tuple(said.target(tell))
    yield from said.activities(tell)
    yield tuple(said.responses(tell))


def turnout(tell: RegionTeller) -> Iterator[Sentence]:
    """How many of the group took part; of one that is listed in part, how many."""
    took_part, partial = tell.whole.took_part, tell.evaluation.group.partial
    if took_part and not partial and took_part.known <= len(tell.evaluation.regions):
        yield tell.say("body.turnout")
    elif took_part and partial:
        yield from first_count(tell)
    yield from participants(tell)


def out(tell: RegionTeller) -> Iterator[Sentence]:
    """Of a region that is out: what is said of that, how often before, and who took part."""
    yield from history.absence(tell)
    yield from turnout(tell)


def around(tell: RegionTeller) -> Iterator[Sentence]:
    """What became of the region in earlier editions, as far as the lead does not tell it."""
    yield from history.state_before(tell)
    if (Kind.YEAR, "before") not in tell.in_lead:
        yield from _elsewhere(tell)


def _known(tell: RegionTeller) -> Iterator[Sentence]:
    founded = tell.mine.region.founded
    if founded is not None and founded.date.year == tell.year:
        yield tell.say("body.founded", FoundedTerms(tell, tell.mine.region))
    if _named(tell):
        if (Kind.STATE, "took-part") not in tell.in_lead:
            yield tell.say("body.took_part", name=tell.name())
    elif _participation_open(tell):
        if not tell.terms["unsure"]:  # else the lead says it
            yield tell.say("body.participation_unknown", name=tell.name())
        yield from turnout(tell)
    elif not_among(tell.evaluation, tell.whole, tell.mine):
        if tell.angle != "not_among":  # else the lead says it
            yield tell.say("body.not_among", NotAmongTerms(tell), name=tell.name())
        yield from participants(tell)
    elif tell.mine.participation is Participation.TOOK_PART and not tell.mine.has_result:
        yield from turnout(tell)  # as many as the group has: a number, which names nobody
    yield from _withheld(tell)
    yield from stages_known(tell)
    yield from around(tell)


def _withheld(tell: RegionTeller) -> Iterator[Sentence]:
    """Which figures besides those of the lead are not published, as a source says, or unknown."""
    if tell.angle == "withheld":
        left = OpenTerms(tell, open_of(tell.mine), [tell.mine])
        if left:
            yield tell.say("body.open_figures", left, name=tell.name())
        return
    names, unknown = (
        tuple(name for name in found if name != "category")
        for found in (withheld_of(tell.mine), open_of(tell.mine))
    )
    if tell.angle == "unknown" and names:
        figures = WithheldTerms(tell, names, [tell.mine]), OpenTerms(tell, unknown, [tell.mine])
        yield tell.say("body.partly_withheld", *figures, name=tell.name())


def _elsewhere(tell: RegionTeller) -> Iterator[Sentence]:
    """What an earlier edition has, where a long name left no room for it in the lead. Of a later one
    nothing is said: the text of an edition stays what it was when another one is announced."""
    found = _before(tell)
    if found is not None:
        terms = _terms(tell, found)
        had = tell.part("part.had", terms, in_full=True)
        yield tell.say("body.had", terms, name=tell.name(), had=had)


def _terms(tell: RegionTeller, found: RegionFacts) -> EarlierTerms:
    """An earlier result, whose category may be one of another scale."""
    evaluation = tell.earlier(found.year)
    other = history.known_other(tell.evaluation, evaluation) if found.category else None
    return EarlierTerms(tell, evaluation, found, other)


def _before(tell: RegionTeller) -> RegionFacts | None:
    return _first([facts for _, facts in tell.history if facts.year < tell.year])


def _first(found: Sequence[RegionFacts]) -> RegionFacts | None:
    """The first of which a category is known, else a score or a rank."""
    return next((f for f in found if f.category), None) or next(
        (f for f in found if f.has_result), None
    )


def _is_nobodys_word(tell: RegionTeller, found: RegionFacts) -> bool:
    """Whether no source is known of what a result is first of all, where others of its year have one."""
    first: Fact[Any] = found.category or found.score or found.rank
    return is_unsourced(first) and tell.facts.evaluation(tell.edition(found)).sourced


def _named(tell: RegionTeller) -> bool:
    """Whether a source names the region as a participant."""
    took_part = tell.mine.participation is Participation.TOOK_PART
    return took_part and tell.mine.region.id in tell.evaluation.names


def _participation_open(tell: RegionTeller) -> bool:
    """Whether it is not known if the region took part: of the participants only the number is known."""
    mine, whole = tell.mine, tell.whole
    if tell.angle not in ("withheld", "unknown") or mine.participation is not Participation.UNKNOWN:
        return False
    if not tell.evaluation.measure.taking_part:
        return False
    number = whole.took_part.known if whole.took_part else None
    if not_among(tell.evaluation, tell.whole, tell.mine):
        return False
    whole_group = number is not None and number >= len(tell.evaluation.regions)
    return not whole_group or tell.evaluation.group.partial
