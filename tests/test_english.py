"""English articles: the same keys and rules of templates, the same claims, and English as it is printed."""

from __future__ import annotations

import os
import re
from itertools import combinations
from pathlib import Path

import pytest
import yaml
from conftest import ROOT
from newsroom import newsroom, text_of
from two_languages import differences, every_text, faults, in_english, untranslated

from generator.language import language
from generator.news import Newsroom, sources_of
from generator.news.glosses import indonesian_in
from generator.news.phrases import read_phrases, sentences_file
from generator.news.positions import check, read_table
from generator.news.positions import faults as refused
from generator.news.vocabulary import kind_of
from generator.pages.markup import escape
from generator.pages.sentences import numbered, unnumbered

SITES = {
    "kalsel": ROOT / "results",
    "banten": ROOT / "examples/banten/results",
    "sulsel": ROOT / "examples/sulsel/results",
    "contoh": ROOT / "examples/contoh/results",
    "ikip": ROOT / "examples/ikip/results",
}
GOLDEN = sorted((Path(__file__).parent / "golden-en").glob("*/*.txt"))
UPDATE = bool(os.environ.get("RAPOR_UPDATE_GOLDEN"))
PHRASES = read_phrases("en")
FILLED = re.compile(r"\{\{.*?\}\}", re.DOTALL)


@pytest.fixture(scope="module")
def rooms() -> dict[str, Newsroom]:
    return {name: newsroom(path, analysis=name == "contoh") for name, path in SITES.items()}


def test_both_languages_have_the_same_sentences() -> None:
    own, other = (
        yaml.safe_load(sentences_file(code).read_text(encoding="utf-8")) for code in ("id", "en")
    )
    assert list(own) == list(other)[: len(own)] or set(own) == set(other)
    for section, entries in own.items():
        more = set(other[section]) - set(entries)
        assert set(entries) <= set(other[section]), section
        # The word for several, and a state in another form than the pages have it.
        assert {name for name in more if not name.endswith("-many")} <= {"stopped"}, section


def test_the_sentences_as_they_are_pass() -> None:
    check(PHRASES)


def test_an_exchange_of_two_slots_is_refused() -> None:
    table, tried, passed = read_table("en"), 0, []
    for rule, texts in PHRASES.sources.items():
        for text in texts:
            for first, second in combinations(FILLED.finditer(text), 2):
                one, other = (" ".join(match.group()[2:-2].split()) for match in (first, second))
                if one != other:
                    head, middle = text[: first.start()], text[first.end() : second.start()]
                    swapped = f"{{{{ {other} }}}}{middle}{{{{ {one} }}}}"
                    tried += 1
                    if not any(refused(head + swapped + text[second.end() :], table)):
                        passed.append((rule, one, other))
    assert tried > 2000 and len(passed) < 0.005 * tried
    for rule, one, other in passed:
        # The same figure said alone or as all that was published for it; a group in the singular.
        kinds = {kind_of(one), kind_of(other)}
        assert len(kinds) == 1 or {kind[0].value for kind in kinds if kind} <= {"group"}, rule


@pytest.mark.parametrize("name", SITES)
def test_the_english_text_claims_what_the_indonesian_one_does(
    name: str, rooms: dict[str, Newsroom]
) -> None:
    wrong, texts = [], 0
    pairs = zip(every_text(rooms[name]), every_text(in_english(rooms[name])), strict=True)
    for (address, own), (_, other) in pairs:
        wrong += [f"{address}: {told}" for told in differences(own, other)]
        wrong += [f"{address}: {told}" for told in faults(other)]
        texts += 1
    assert texts > 30 and not wrong


@pytest.mark.parametrize("name", SITES)
def test_english_headlines_and_leads_are_short(name: str, rooms: dict[str, Newsroom]) -> None:
    room = in_english(rooms[name])
    for evaluation in room.facts.dataset.evaluations.values():
        articles = [room.article(evaluation, region.id) for region in evaluation.regions]
        for article in (room.edition(evaluation), *articles):
            assert len(article.headline.text) <= 80, article.headline.text
            lead = article.lead.text  # with what the categories mean, and long names as one word
            for slot in article.lead.slots:
                lead = lead.replace(slot.text, "X") if slot.kind.value == "region" else lead
            assert len(re.sub(r" \([A-Z][A-Za-z ]*\)", "", lead).split()) <= 35, lead
            assert not list(untranslated(article))


def test_a_category_has_its_meaning_at_first_mention(rooms: dict[str, Newsroom]) -> None:
    room = in_english(rooms["kalsel"])
    evaluation = room.facts.dataset.evaluations[2025, "kabupaten-kota"]
    article = room.article(evaluation, "balangan")
    body = " ".join(sentence.text for sentence in article.sentences[1:])
    assert body.count("(Towards Informative)") == body.count("(Informative)") == 1
    assert "(" not in article.headline.text
    assert body.index("Menuju Informatif (Towards Informative)") < body.index(
        "Menuju Informatif and"
    )


def test_what_is_indonesian_is_known_by_its_place(rooms: dict[str, Newsroom]) -> None:
    room = in_english(rooms["kalsel"])
    evaluation = room.facts.dataset.evaluations[2025, "kabupaten-kota"]
    told = [
        sentence.text[start:end]
        for sentence in room.article(evaluation, "balangan").sentences
        for start, end in indonesian_in(sentence)
    ]
    assert "setiap daerah mencapai kategori Informatif" in told
    assert not any("“" in text for text in told)


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_golden(golden: Path, rooms: dict[str, Newsroom]) -> None:
    told = text_of(in_english(rooms[golden.parent.name]), golden.stem)
    if UPDATE:
        golden.write_text(told, encoding="utf-8", newline="\n")
    assert told == golden.read_text(encoding="utf-8")


def test_what_is_indonesian_is_marked_on_the_page(rooms: dict[str, Newsroom]) -> None:
    room = in_english(rooms["kalsel"])
    evaluation = room.facts.dataset.evaluations[2025, "kabupaten-kota"]
    sentences = room.article(evaluation, "balangan").sentences
    for referred in (unnumbered(language("en")), numbered(language("en"), sources_of(sentences))):
        page = referred(sentences, escape)
        assert '<i lang="id">setiap daerah mencapai kategori Informatif</i>' in page
        assert page.count('lang="id"') == sum(len(list(indonesian_in(s))) for s in sentences)
    assert "lang=" not in unnumbered(language("id"))(sentences, escape)
