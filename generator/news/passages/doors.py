"""How many came through each door, in the article of an edition; and where sources disagree."""

from __future__ import annotations

from collections.abc import Iterator

from generator.facts.doors import Door
from generator.facts.model import Rule
from generator.news.sentence import Sentence
from generator.news.tellers import EvaluationTeller
from generator.news.terms.doors import DoorTerms
from generator.news.terms.said import NoteTerms


def doors(tell: EvaluationTeller) -> Iterator[Sentence]:
    """The doors whose numbers are known and agree, then what is contested or noted of each."""
    doors_ = (door for door in tell.whole.doors if door.number)
    # That nobody took part follows from why each is out: it is told by name.
    known = [d for d in doors_ if d.number.known or d.number.rule is not Rule.COUNTED]
    agreed = [door for door in known if not door.number.contested]
    kinds = [door.kind for door in agreed]
    after = [door for door in agreed if door.kind != "invited"] or agreed
    if kinds == ["invited", "took-part"] and tell.whole.took_part:
        yield tell.say("edition.invited")
    elif kinds not in ([], ["took-part"]):
        opens = after == agreed
        parts = [
            tell.part("part.door", DoorTerms(tell, door), opens=opens and door is after[0])
            for door in after
        ]
        yield tell.say("edition.doors", through=tell.joined(parts), opens=opens)
    for door in known:
        if door.number.contested or door.number.note:
            yield _remark(tell, door, "edition")


def participants(tell: EvaluationTeller) -> Iterator[Sentence]:
    """What is said of the number of participants beside its value, in the article of a region."""
    for door in tell.whole.doors:
        if door.kind == "took-part" and (door.number.contested or door.number.note):
            yield _remark(tell, door, "body")


def _remark(tell: EvaluationTeller, door: Door, section: str) -> Sentence:
    """The note on a number, else the other values."""
    if door.number.note:
        return tell.say("body.note", NoteTerms(tell, door.number))
    return tell.say(f"{section}.door_contested", DoorTerms(tell, door))
