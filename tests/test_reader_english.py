"""The independent reader reads English too: what English articles claim is held against the YAML.

The roles, and with them all checks, are those of the Indonesian sentences; only patterns, numbers, dates and
names are others. A claim that an English sentence leaves out or changes is found as in Indonesian.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

import pytest
from conftest import dataset_of, whole_of
from newsroom import newsroom_of
from reader import Context, Reader, check_sentence, read, texts
from reader.compare import Reading
from reader.exchange import exchanged, meaning, one_higher, things
from reader.language.english import ENGLISH
from reader.language.indonesian import INDONESIAN
from reader.made_up import site as made_up_site
from reader_adapter import EXAMPLES, Told, is_known, on_the_day, site_of, told, written
from two_languages import differences, every_text, faults, in_english

from generator.facts import Facts
from generator.site import whole_site

pytestmark = pytest.mark.once


@pytest.fixture(scope="module", autouse=True)
def day() -> Iterator[None]:
    with on_the_day():
        yield


@pytest.fixture(scope="module")
def readers() -> dict[str, Reader]:
    return {
        name: Reader(site_of(example.results, analysis=example.analysis), ENGLISH)
        for name, example in EXAMPLES.items()
    }


@cache
def of_site(name: str) -> tuple[Told, ...]:
    example = EXAMPLES[name]
    facts = Facts(dataset_of(example.results))
    return tuple(told(facts, analysis=example.analysis, english=True))


def test_both_languages_are_read_by_the_same_rules() -> None:
    assert set(ENGLISH.rules()) == set(INDONESIAN.rules())


def test_both_languages_have_the_same_roles() -> None:
    def roles(language: object) -> set[str]:
        assert language in (ENGLISH, INDONESIAN)
        known = ENGLISH if language is ENGLISH else INDONESIAN
        nodes = [p.node for listed in known.patterns().values() for p in listed]
        nodes += [known.part(name) for name in known.parts()]
        return {role for node in nodes for role in node.roles()}

    # “berpredikat” and “berkategori” are both “rated”, “kesembilan” and “semua dari tiga belas” both “all …”.
    assert roles(INDONESIAN) - roles(ENGLISH) <= {"awarded", "all_of"}
    assert roles(ENGLISH) <= roles(INDONESIAN)


@pytest.mark.parametrize("section", ENGLISH.patterns())
def test_no_word_that_claims_something_stands_outside_a_role(section: str) -> None:
    for pattern in ENGLISH.patterns()[section]:
        for plain in pattern.node.literals():
            assert not ENGLISH.claiming.search(plain), (pattern.name, plain)


def read_by_its_rule(context: Context, sentence: Told) -> Reading:
    # Where a name leaves no room, a headline or lead is that of all angles.
    rules = (sentence.rule, f"{sentence.rule.partition('.')[0]}.any")
    found = [r for r in context.readings(sentence.text) if r.rule in rules]
    assert found, f"{sentence.rule} does not read “{sentence.text}”"
    return min(found, key=lambda reading: len(reading.wrong))


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_english_sentence_of_a_site_is_true(name: str, readers: dict[str, Reader]) -> None:
    rules = set()
    for sentence in of_site(name):
        context = readers[name].context(sentence.address, sentence.group)
        reading = read_by_its_rule(context, sentence)
        assert not reading.wrong, reading.wrong
        rules.add(sentence.rule)
    assert len(rules) > 30


@pytest.mark.parametrize("name", ["banten", "contoh"])
def test_no_figure_of_an_english_sentence_can_be_another(
    name: str, readers: dict[str, Reader]
) -> None:
    changed = 0
    for sentence in of_site(name):
        context = readers[name].context(sentence.address, sentence.group)
        for false in one_higher(sentence.text):
            assert check_sentence(context, false), (context.address, false)
            changed += 1
    assert changed > 300


@pytest.mark.parametrize("name", ["banten", "contoh"])
def test_no_two_things_of_an_english_sentence_can_be_exchanged(
    name: str, readers: dict[str, Reader]
) -> None:
    found, seen = things(readers[name]), dict[str, int]()
    for sentence in of_site(name):
        context = readers[name].context(sentence.address, sentence.group)
        seen[sentence.rule] = seen.get(sentence.rule, 0) + 1
        before = context.best(sentence.text)
        assert before is not None
        for false in exchanged(sentence.text, found) if seen[sentence.rule] <= 2 else ():
            after = context.best(false)
            if after is not None and not after.wrong:
                assert meaning(after.said) == meaning(before.said), false
    assert len(seen) > 30


@pytest.mark.parametrize("seed", range(8))
def test_every_english_sentence_of_a_made_up_site_is_true(seed: int, tmp_path: Path) -> None:
    """And says what the Indonesian one does, in English as it is printed."""
    results = written(made_up_site(Random(seed)), tmp_path)
    if results is None:
        return
    facts = Facts(dataset_of(results))
    reader = Reader(site_of(results, analysis=True), ENGLISH)
    for sentence in told(facts, analysis=True, english=True):
        context = reader.context(sentence.address, sentence.group)
        wrong = read_by_its_rule(context, sentence).wrong
        assert not [mismatch for mismatch in wrong if not is_known(mismatch)], wrong
    room = newsroom_of(facts, analysis=True)
    for (address, own), (_, other) in zip(
        every_text(room), every_text(in_english(room)), strict=True
    ):
        assert [*differences(own, other), *faults(other)] == [], address


def test_what_stands_on_the_english_pages_is_true_from_these_alone() -> None:
    example = EXAMPLES["banten"]
    dataset = dataset_of(example.results)
    plain = whole_of(dataset)
    whole = whole_site(dataset, plain.site.title, plain.site.publisher, {}, languages=("id", "en"))
    reader, read_ = Reader(site_of(example.results), ENGLISH), 0
    for address in whole.makers:
        pieces = texts(address, whole.page(address).markdown, ENGLISH)
        if address.startswith("en/") and "/kelompok/" not in address:
            assert not (wrong := read(address, pieces, reader)), "\n".join(map(str, wrong))
            read_ += len(pieces)
    assert read_ > 90
