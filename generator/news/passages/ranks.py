"""The rank of a region: its place, among how many, with whom, what it was before, why there is none."""

from __future__ import annotations

from collections.abc import Iterator

from generator.facts.model import Rule, Why
from generator.facts.sources import sources_of
from generator.news.evidence import Evidence, places_of
from generator.news.passages.group_unknown import ranks_withheld
from generator.news.passages.history import rank_with_category
from generator.news.passages.left_out import left_out
from generator.news.passages.moved import change_in_places, own_rank, rank_then
from generator.news.passages.said import noted
from generator.news.sentence import Sentence
from generator.news.slots import NOTHING, Kind, Said
from generator.news.tellers import LONGEST_LIST, RegionTeller
from generator.news.terms.earlier import EarlierTerms
from generator.news.terms.records import CorrectionTerms, PeerCorrectionsTerms
from generator.news.terms.regions import MissingTerms


def rank(tell: RegionTeller, own: Said, *, told: bool, after_note: bool) -> Iterator[Sentence]:
    """The rank with its n and those level; a contested one with the other values.

    ``own`` is what ``clause`` says of it, ``told`` whether the sentence of the score has said it,
    ``after_note`` whether a note of the data, which may name others, stands before it.
    """
    mine, within = tell.mine, tell.mine.rank_in_category
    led = (Kind.RANK, "own") in tell.in_lead
    if within:
        rule = "rank_in_category" if within.settled else "rank_in_category_contested"
        yield tell.say(f"body.{rule}", name=tell.name())
        yield from noted(tell, within)
    if not mine.rank:
        # Where peers' scores are not known the box beside says so, and that there is no rank.
        if mine.rank.why is Why.PEERS_UNSURE:
            yield _rank_unsure(tell)
        elif mine.rank.why is Why.SOLE_PARTICIPANT:
            finals = bool(tell.whole.stopped)
            yield tell.say("body.sole_participant", name=tell.name(), finals=finals)
        return
    if not mine.rank.settled:
        if tell.angle != "disputed_rank" and not tell.noted(mine.rank):
            yield tell.say("body.rank_contested", name=tell.name())
        yield from noted(tell, mine.rank)
        return
    if mine.rank.rule is Rule.RANKED and tell.angle == "tied":
        yield tell.say("body.rank_computed")
    if own and not told:
        named = after_note or tell.elsewhere
        yield tell.say("body.rank", rank_told=clause(tell, named=True) if named else own)
    if not led:
        yield from left_out(tell)
    peers = corrected_peers(tell)
    if peers:
        yield tell.say("body.tied_corrected", PeerCorrectionsTerms(tell, peers, tell.evaluation))
    yield from noted(tell, mine.rank)
    yield from _earlier_rank(tell)
    yield from _ranks_between(tell)
    last = mine.rank.known.place == max(tell.whole.ladder.at)
    missing = ranks_withheld(tell) if last and mine.rank.known.of is None else None
    if missing is not None:  # else the last of those announced passes for the last of all
        yield tell.say("body.ranks_unpublished", missing)


def clause(tell: RegionTeller, *, named: bool = False) -> Said:
    """``peringkatnya 5 dari 8 menurut urutan skor, sama seperti pada 2019``; of one that the lead tells
    what it was before; nothing where no rank is certain."""
    mine = tell.mine
    if not mine.rank.settled:
        return NOTHING
    if (Kind.RANK, "own") not in tell.in_lead or (mine.tied and tell.angle != "tied"):
        before_told = (Kind.RANK, "before") in tell.in_lead
        moved, then = (NOTHING, NOTHING) if before_told else _before(tell, alone=False)
        return own_rank(tell, named=named, rank_from=moved, rank_then=then)
    moved, then = _before(tell, alone=True, named=named)
    if (Kind.RANK, "before") in tell.in_lead or rank_with_category(tell):
        return NOTHING
    return tell.part(
        "part.rank_since", rank_from=moved, rank_then=then, **tell.whose(named and bool(moved))
    )


def _before(tell: RegionTeller, *, alone: bool, named: bool = False) -> tuple[Said, Said]:
    """What the rank did since the earlier edition; else that earlier rank by itself."""
    mine, places = tell.mine, tell.mine.places.value
    contested = places is not None and bool(places.others)
    moved = (
        NOTHING if mine.moved_apart or contested else change_in_places(tell, "change.place_before")
    )
    then = NOTHING if moved or contested else rank_then(tell, alone=alone, named=named)
    if mine.rank_before is not None:
        then = _rank_before(tell, alone=alone, named=named)
    return moved, then


def rank_in_lead(tell: RegionTeller) -> Said:
    """What a lead about the rank says of its change; nothing where sources differ on one of them."""
    change = tell.mine.places.value
    sure = change is not None and change.places and change.agreed and not change.others
    return change_in_places(tell) if sure and tell.mine.rank.settled else NOTHING


PLACED = ("score", "rank")
"""What, corrected, tells why a body is level with another."""


def corrected_peers(tell: RegionTeller) -> list[CorrectionTerms]:
    """Corrections of the score or rank of the first of those level with the region."""
    evaluation = tell.evaluation
    if not evaluation.settings.corrections or not tell.mine.rank.value:
        return []
    level = {region.id for region in tell.mine.rank.value.level} - {tell.mine.region.id}
    found = sorted(
        (at for id_ in level for at in evaluation.corrections_of(id_) if at[1].field in PLACED),
        key=lambda at: at[0],
    )
    return [
        CorrectionTerms(tell, evaluation, index, item)
        for index, item in found
        if item.region == found[0][1].region
    ]


def surely_moved(tell: RegionTeller) -> bool:
    """Whether the rank moved, whichever of several earlier ones that sources name is right."""
    change = tell.mine.places.value
    return change is not None and bool(change.others and change.agreed and change.places)


def _earlier_rank(tell: RegionTeller) -> Iterator[Sentence]:
    """What is contested about the earlier rank, and whether the direction holds all the same."""
    change = tell.mine.places.value
    if change is not None and change.others:
        yield tell.say("body.earlier_rank_contested", agreed=surely_moved(tell))


def _ranks_between(tell: RegionTeller) -> Iterator[Sentence]:
    """The ranks of the years since the one with which the rank is compared: announced of others, or
    of a number that is not known, they neither rose nor fell, but a move may be one of theirs."""
    change = tell.mine.places.value
    if change is None or not change.places:
        return
    for evaluation, facts in tell.history:
        between = change.year < facts.year < tell.year
        if between and facts.rank.settled and evaluation.organizer == tell.evaluation.organizer:
            then = EarlierTerms(tell, evaluation, facts)
            yield tell.say(
                "body.rank",
                rank_told=tell.part(
                    "change.place_earlier", then, alone=True, **tell.whose(tell.elsewhere)
                ),
            )


def _rank_before(tell: RegionTeller, *, alone: bool, named: bool) -> Said:
    """The earlier rank by itself, where it is not certain which of the two is the better one."""
    year = tell.mine.places.lacking
    if year is None:
        return NOTHING
    earlier = tell.earlier(year)
    then = tell.facts.region(earlier, tell.mine.region.id)
    terms = EarlierTerms(tell, earlier, then)
    return tell.part("change.place_earlier", terms, alone=alone, **tell.whose(named))


def _rank_unsure(tell: RegionTeller) -> Sentence:
    """Whose score keeps all from being ranked."""
    found = tell.whole.unsure
    named = found.regions if len(found) <= LONGEST_LIST else ()
    scores = [facts.score for facts in found]
    label, number = tell.label("unsure", year=tell.year), str(len(found))
    told = Evidence(label, number, places_of(*scores), sources_of(*scores), Rule.COUNTED)
    return tell.say("body.rank_unsure", MissingTerms(tell, found.regions, named, (told,)))
