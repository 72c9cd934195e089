"""What a score or a rank did since the edition with which it is compared, as part of a sentence."""

from __future__ import annotations

from generator.facts.model import Rule
from generator.news.slots import NOTHING, Said
from generator.news.tellers import RegionTeller


def change_in_points(tell: RegionTeller) -> Said:
    """``naik 2,45 poin dari 90,10 pada 2024``; where of the earlier one only the category is known, by
    how many points at least; nothing where no change is known."""
    change = tell.mine.points.value
    if change is None:
        return tell.part("change.at_least") if tell.mine.at_least else NOTHING
    return tell.part("change.moved" if change.points else "change.same")


def change_in_places(tell: RegionTeller, moved: str = "change.place_moved") -> Said:
    """``turun dari peringkat 5 pada 2020 ke 6 dari 8``; nothing where no change is known, and where
    it is the same place among another number, or among one that is not known."""
    change = tell.mine.places.value
    if change is None or not (change.places or _same_number(tell)):
        return NOTHING
    rule = moved if change.places else "change.place_same"
    return tell.part(rule, other_number=_other_number(tell))


def place_now(tell: RegionTeller) -> Said:
    """``turun dari peringkat 23 dari 35 ke 25 dari 34 menurut urutan skor``, beside a score that tells
    the year; nothing where it did not move."""
    change = tell.mine.places.value
    if change is None or not change.places:
        return NOTHING
    more = {"other_number": _other_number(tell), "finals": among_finals(tell)}
    return tell.part("change.place_now", **more)


def among_finals(tell: RegionTeller) -> bool:
    """Whether a rank was computed from final scores, which some of those who took part have not."""
    return tell.mine.rank.rule is Rule.RANKED and bool(tell.whole.stopped)


def own_rank(
    tell: RegionTeller, *, named: bool = False, rank_from: Said = NOTHING, rank_then: Said = NOTHING
) -> Said:
    """``peringkatnya 5 dari 8 menurut urutan skor``, with what it was before."""
    more = {"rank_from": rank_from, "rank_then": rank_then, **tell.whose(named)}
    return tell.part("part.own_rank", finals=among_finals(tell), **more)


def rank_then(tell: RegionTeller, *, alone: bool, named: bool = False) -> Said:
    """``pada 2020 peringkatnya juga 3``: the same place, of which no more than that is certain."""
    change = tell.mine.places.value
    if change is None or change.places or _same_number(tell):
        return NOTHING
    other = _other_number(tell)
    return tell.part("change.place_then", other_number=other, alone=alone, **tell.whose(named))


def _same_number(tell: RegionTeller) -> bool:
    """Whether as many bodies were ranked in the compared edition, which both editions say."""
    change, rank = tell.mine.places.value, tell.mine.rank.value
    return bool(change and rank and rank.of and change.before.of == rank.of)


def _other_number(tell: RegionTeller) -> bool:
    """Whether another number of bodies was ranked in the edition that the rank is compared with."""
    change, rank = tell.mine.places.value, tell.mine.rank.value
    if change is None or rank is None or rank.of is None:
        return False
    return change.before.of not in (None, rank.of)
