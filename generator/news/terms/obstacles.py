"""The terms of what a region named as standing in its way, and of what it objected to."""

from __future__ import annotations

from collections.abc import Sequence

from generator.facts.kept import kept
from generator.facts.published import objected
from generator.format import Objection
from generator.news.evidence import Evidence
from generator.news.slots import Item, Kind, Slot, Terms, term
from generator.news.tellers import RegionTeller

Named = tuple[tuple[str | int, ...], str, str | None]
"""An obstacle: its path in the result file, its wording, the source of its own."""


class ObstaclesTerms(Terms, name="obstacles", role="obstacles"):
    """What a region named as standing in its way: each wording once (at least one)."""

    def __init__(
        self,
        tell: RegionTeller,
        named: Sequence[Named],
        asked: str = "",
        publisher: str = "",
    ) -> None:
        """``asked``: the question, if it is one; ``publisher``: who noted them, if not the region."""
        self._publisher = publisher
        self._tell = tell
        self._named = named
        self._texts = list(dict.fromkeys(text for _, text, _ in named))
        self._asked = asked

    def _fact(self, text: str) -> tuple[Evidence, ...]:
        tell, mine = self._tell, [item for item in self._named if item[1] == text]
        usual = tell.evaluation.settings.source
        sources = dict.fromkeys(tell.source(own or usual) for _, _, own in mine)
        places = tuple(place for path, _, _ in mine for place in tell.at(*path))
        told = tuple(source for source in sources if source is not None)
        return (Evidence(tell.label("obstacle"), text, places, told, quoted=True),)

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return self._fact(self._texts[0])

    @kept
    def number_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.number_fact("obstacles", len(self._texts)),)

    @kept
    def question_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.text_fact("question", self._asked, self._tell.at(*self._named[0][0])),)

    @property
    def single(self) -> bool:
        return len(self._texts) == 1

    @property
    def asked(self) -> bool:
        return bool(self._asked)

    @term(Kind.INSTITUTION, "notes")
    def publisher(self) -> str:
        return self._tell.words.institution(self._publisher, inside=True)

    @term(Kind.COUNT, behind="number_facts")
    def number(self) -> str:
        return self._tell.words.count(len(self._texts))

    @term(Kind.QUESTION, behind="question_facts")
    def question(self) -> str:
        return self._asked

    @term(Kind.TEXT, "one-obstacle")
    def first(self) -> str:
        return self._tell.words.taken(self._texts[0])

    @term(Kind.SCOPE, "one-of-them", behind="number_facts")
    def one_of_them(self) -> str:
        return self._tell.word("one-of-them")

    @term(Kind.TEXT, "obstacle")
    def texts(self) -> Item:
        return self._tell.joined(
            [
                Slot(Kind.TEXT, "obstacle", self._tell.words.taken(text), self._fact(text))
                for text in self._texts
            ]
        )


class ObjectionTerms(Terms, name="objection", role="objection"):
    """What a region objected to, and what was decided."""

    def __init__(self, tell: RegionTeller, index: int, item: Objection, name: Item | None) -> None:
        """``name`` is what the text calls the region, where nobody else is named as objecting."""
        self._tell = tell
        self._index = index
        self._item = item
        self._name = name
        self._question, self._indicator = objected(tell.evaluation, item)

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        source = self._tell.source(self._item.source)
        date = self._tell.words.show_date(self._item.date)
        places = self._tell.at("objections", self._index)
        return (Evidence(self._tell.label("objection"), date, places, (source,) if source else ()),)

    @kept
    def open_facts(self) -> tuple[Evidence, ...]:
        """The objection; that its decision is not known, nobody said."""
        return tuple(fact._replace(sources=()) for fact in self.facts)

    @property
    def of_question(self) -> bool:
        return self._question is not None

    @property
    def of_indicator(self) -> bool:
        return self._indicator is not None

    @property
    def worded(self) -> bool:
        """Whether the decision is told in the words of the data: in their language always, in another
        where nothing else is known of it."""
        quoted = self._item.result is None or not self._tell.words.quotes
        return self._item.decision is not None and quoted

    @property
    def decided_known(self) -> bool:
        return self._item.decided is not None

    @term(Kind.DATE, "happened")
    def date(self) -> str:
        return self._tell.words.dated(self._item.date)

    @term(Kind.INSTITUTION, "acts")
    def who(self) -> str | Item:
        by = self._item.by
        return self._tell.words.institution(by, inside=True) if by else self._name or ""

    @term(Kind.QUESTION)
    def question(self) -> str:
        return self._question.text if self._question else ""

    @term(Kind.INDICATOR)
    def indicator(self) -> str:
        return self._indicator.name if self._indicator else ""

    @term(Kind.TEXT, "reason")
    def reason(self) -> str:
        return self._tell.words.taken(self._item.text)

    @term(Kind.TEXT, "decision")
    def decision(self) -> str:
        """In the words of the data; else what became of it."""
        if self._item.decision is None or not self.worded:
            return self._tell.word(f"objection-{self._item.result}")
        return self._tell.words.quoted(self._item.decision)

    @term(Kind.DATE, "decided")
    def decided(self) -> str:
        return self._tell.words.dated(self._item.decided) if self._item.decided else ""

    @term(Kind.STATE, behind="open_facts")
    def state_in_full(self) -> str:
        return self._tell.word("unknown-in-full")
