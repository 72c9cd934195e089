"""How many came through each door, in the article of an edition; and where sources disagree."""

from __future__ import annotations

from collections.abc import Iterator

from generator.news.passages.said import noted
from generator.news.sentence import Sentence
from generator.news.slots import joined
from generator.news.tellers import EvaluationTeller
from generator.news.terms.doors import DoorTerms


def doors(tell: EvaluationTeller) -> Iterator[Sentence]:
    """The doors whose numbers are known and agree, then what is contested or noted of each."""
    known = [door for door in tell.whole.doors if door.number]
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
        yield tell.say("edition.doors", through=joined(parts), opens=opens)
    for door in known:
        if door.number.contested or door.number.note:
            yield from remarked(tell, door.kind, door.stage)


def remarked(tell: EvaluationTeller, kind: str, stage: str = "") -> Iterator[Sentence]:
    """What is said of the number of one door beside its value: its note, else the other values."""
    found = (d for d in tell.whole.doors if d.kind == kind and d.stage == stage)
    for door in found:
        if door.number.note:
            yield from noted(tell, door.number)
        elif door.number.contested:
            yield tell.say("edition.door_contested", DoorTerms(tell, door))
