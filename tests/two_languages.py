"""What an English text must have of the Indonesian one: the same claims, cautions and sources.

Both are written from the same facts by their own templates. What was filled into each is compared: slots by
their kind, role and facts (where these stand in the data, and by which rule), in whatever order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from generator.format import Source
from generator.language import language
from generator.news import Article, Names, Newsroom, Sentence
from generator.news.glosses import indonesian_in
from generator.news.slots import Slot

ROOM = {
    ("verb", "*"): "“rated” beside a category: a shorter headline has the category alone",
    (
        "step",
        "own",
    ): "which step the category is: in a lead that has room; the scale beside the text shows it",
    ("step", "before"): "which step an earlier category is: the same",
    ("origin", "*"): "by score, by order of score: said in the body and the date line as well",
    ("group", "own"): "“of the regencies and cities”: left out of a lead that is too long",
    ("count", "participants"): "of how many: the same",
    ("count", "known"): "of how many known results: the same",
    ("count", "moved-all"): "of how many compared: the same",
    ("count", "count"): "how many have a lower category: in the lead, or by their names below it",
    ("score", "first"): "the score of whoever is told first: left out of a lead that is too long",
    ("region", "placed"): "who comes next: the same",
    ("score", "placed"): "with which score: the same",
    (
        "score",
        "bound",
    ): "where the next category starts: the same; the scale beside the text shows it",
    (
        "superlative",
        "ahead",
    ): "the highest of those that moved alike: the same; the ranking shows it",
    ("count", "moved-alike"): "of how many that is: the same",
    ("region", "alike"): "neighbours that moved alike: the same; their rows show it",
    ("region", "overtaken"): "who was overtaken: the same; the ranks of both years show it",
    ("verb", "overtook"): "the same",
    (
        "year",
        "own-word",
    ): "that the body evaluated is the source: in Indonesian, a note of the data may say it",
    ("field", "unsourced"): "the same",
    ("side", "under"): "below or above which neighbours: the same; the list of neighbours shows it",
    ("side", "over"): "the same",
    ("scope", "sole-neighbour"): "the only neighbour whose score is known: the same",
    ("category", "left"): "from which category the leading ones moved: the same",
    ("institution", "says"): "“according to …”: the same; the mark of its source stays",
    ("year", "before"): "the compared year: named, or left out where it is the year before",
    ("state", "undecided"): "“no official decision was found”, or shorter “not set by a decision”",
    ("direction", "still"): "“again” in a lead, “the same as in …” in a sentence of its own",
    ("direction", "same-as"): "the same",
    ("title", ""): "a title of the organizer: told in a sentence of its own where there is room",
    ("scope", "one-of-them"): "all obstacles on record or one of them, as there is room",
    ("text", "one-obstacle"): "the same",
    ("text", "obstacle"): "the same",
    ("scope", "only-mover"): "“only” in a headline, “the only one” in another of its variants",
    ("scope", "sole-mover"): "the same",
    ("scope", "sole-of"): "the same",
}
"""In what the two may differ, and why: English leads and headlines have fewer letters, or more words for the same,
so another variant of a sentence is taken. In nothing else: own categories and their steps, scores and ranks, their
changes, states, statements, notes and sources are the same."""

_Claim = tuple[str, str, frozenset[object]]


def in_english(room: Newsroom) -> Newsroom:
    """A newsroom that writes of the same facts in English."""
    dataset = room.facts.dataset
    names = Names(dataset.regions.values(), dataset.organizers, language("en"))
    return Newsroom(room.facts, names, language="en", analysis=room.analysis)


def every_text(room: Newsroom) -> Iterator[tuple[str, tuple[Sentence, ...]]]:
    """Each article, edition and running text of a newsroom, by name."""
    dataset = room.facts.dataset
    for evaluation in dataset.evaluations.values():
        name = f"{evaluation.year}-{evaluation.group.id}"
        yield f"edisi-{name}", room.edition(evaluation).sentences
        for region in evaluation.regions:
            yield f"{evaluation.year}-{region.id}", room.article(evaluation, region.id).sentences
    for region_id in dataset.regions:
        yield f"wilayah-{region_id}", tuple(chain.from_iterable(room.history(region_id)))


def differences(one: Iterable[Sentence], other: Iterable[Sentence]) -> list[str]:
    """What one text says and the other does not, of what both must say; [] if nothing."""
    said, translated = (_claims(sentences) for sentences in (one, other))
    found = [
        f"{where}: {kind} {role}: {text}"
        for where, here, there in (("id", said, translated), ("en", translated, said))
        for (kind, role, facts), text in here.items()
        if (kind, role, facts) not in there
        and not _allowed(kind, role)
        and not (where == "en" and role == "own" and _noted(facts, one))
    ]
    cited = tuple(_sources(sentences) for sentences in (one, other))
    return found + ([] if cited[0] == cited[1] else ["sources"])


def _noted(claim: frozenset[Any], sentences: Iterable[Sentence]) -> bool:
    """Whether a note of the data stands beside a figure: what others published is said there, for readers
    of its language."""
    slots = [slot for sentence in sentences for slot in sentence.slots]
    notes = [slot for slot in slots if (slot.kind.value, slot.role) == ("text", "note")]
    files = {place.file for slot in notes for fact in slot.facts for place in fact.places}
    return any(place.file in files for places, _ in claim for place in places)


def _allowed(kind: str, role: str) -> bool:
    return (kind, role) in ROOM or (kind, "*") in ROOM


def _claims(sentences: Iterable[Sentence]) -> dict[_Claim, str]:
    return {_claim(slot): slot.text for sentence in sentences for slot in sentence.slots}


def _claim(slot: Slot) -> _Claim:
    # A member of a group is the group in the singular, which Indonesian does not tell.
    role = "own" if slot.role == "member" else slot.role
    facts = frozenset((fact.places[:1], fact.rule) for fact in slot.facts)
    return slot.kind.value, role, facts


def _sources(sentences: Iterable[Sentence]) -> set[Source]:
    """Whose word the texts are, but for what is only said where there is room."""
    slots = (slot for sentence in sentences for slot in sentence.slots)
    told = (slot for slot in slots if not _allowed(slot.kind.value, slot.role))
    return {source for slot in told for fact in slot.facts for source in fact.sources}


QUOTED = re.compile(r"“[^”]*”")
INDONESIAN = re.compile(
    r"\b(yang|dengan|dari|untuk|pada|dalam|dan|tidak|belum|skor|kategori|peringkat|evaluasi|menurut|adalah"
    r"|peserta|hasil|tahun|naik|turun|oleh|berkategori|sebagai|atau)\b"
)
FAULTS = {
    "two spaces": re.compile("  "),
    "space before a mark": re.compile(r" [,.;:!?)]"),
    "two marks": re.compile(r"[,;:]{2}|[,;:]\.|\.\."),
    "doubled word": re.compile(r"\b([a-z]+) \1\b"),
    "a before a vowel": re.compile(r"\ba [aeiou](?!ne|ni)", re.IGNORECASE),
    "an before a consonant": re.compile(r"\ban [^aeiouh“]", re.IGNORECASE),
    "plural of one": re.compile(
        r"(?<![.,\d])(?<!1st of )\b(?:one|1) (?:\w+ies|cities|provinces|points|evaluations) "
    ),
    "one were": re.compile(r"(?:^|; )(?:At least )?one (?!of)[^,;]* were ", re.IGNORECASE),
    "two verbs": re.compile(
        r"\b(?:was|were|is|are) (?:was|were|is|are|rose|fell|moved|stayed|did)\b"
    ),
    "forms of a word": re.compile(r" \| "),
    "a figure opens": re.compile(r"^\d"),
    "a decimal comma": re.compile(r"\b\d+,\d{1,2}\b(?!\d)"),
    "no capital": re.compile(r"^[a-z]"),
    "straight marks": re.compile(r"[\"']"),
}
"""What an English sentence never has outside the quotations of the data."""


def faults(article: Iterable[Sentence]) -> Iterator[str]:
    """What is wrong with the English of some sentences."""
    for sentence in article:
        text = QUOTED.sub("“…”", _own_words(sentence))
        for name, pattern in FAULTS.items():
            if pattern.search(text):
                yield f"{name}: {sentence.rule}: {sentence.text}"


def _own_words(sentence: Sentence) -> str:
    """A sentence without the texts of the data that it has in Indonesian."""
    text = sentence.text
    for start, end in reversed(tuple(indonesian_in(sentence))):
        text = f"{text[:start]}…{text[end:]}"
    return text


def untranslated(article: Article) -> Iterator[str]:
    """Indonesian words of a text outside names and quotations of the data."""
    for sentence in article.sentences:
        text = QUOTED.sub("", _own_words(sentence))
        for slot in sentence.slots:
            if slot.kind.value in (
                "region",
                "person",
                "institution",
                "indicator",
                "stage",
                "title",
                "group",
            ):
                text = text.replace(slot.text, "")
        if INDONESIAN.search(text):
            yield f"{sentence.rule}: {sentence.text}"
