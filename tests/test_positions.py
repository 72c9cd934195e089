"""Templates are checked when they are loaded: what might say something untrue is refused."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from zlib import crc32

import pytest
import yaml

import positions
from generator.news.phrases import Phrases, read_phrases
from generator.news.positions import Misplaced, check, faults, positions_file, read_table
from generator.news.slots import Kind, Slot, Terms
from generator.news.vocabulary import GIVEN, kind_of

pytestmark = pytest.mark.once

PHRASES = read_phrases("id")
TABLE = read_table("id")
CASES = sorted((Path(__file__).parent / "cases" / "templates").glob("*.yml"))
FILLED = re.compile(r"\{\{.*?\}\}", re.DOTALL)


def test_the_sentences_as_they_are_pass() -> None:
    check(PHRASES)


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_a_planted_mistake_is_refused(path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    texts = PHRASES.sources[case["rule"]]
    planted = tuple(
        " ".join(text.split()).replace(case["instead_of"], case["planted"]) for text in texts
    )
    assert planted != tuple(" ".join(text.split()) for text in texts), "the case plants nothing"
    phrases = replace(PHRASES, sources={**PHRASES.sources, case["rule"]: planted})
    with pytest.raises(Misplaced) as refused:
        check(phrases)
    assert case["expect"] in str(refused.value)
    line = PHRASES.lines[case["rule"]]
    assert f"generator/news/sentences.id.yml:{line}:" in str(refused.value)


def test_every_slot_of_the_vocabulary_has_a_position() -> None:
    used = {
        (str(kind), role or "plain")
        for terms in Terms.vocabulary.values()
        for attribute in dir(terms)
        if (found := terms.slot(attribute)) is not None
        for kind, role in (found,)
    } | {(str(kind), role) for kind, role in GIVEN.values()}
    listed = {tuple(slot.strip("<>").split(":")) for slot in TABLE.left}
    assert listed <= used, "the table lists what no template can fill in"


def test_all_kinds_are_words_of_the_table() -> None:
    assert {slot.strip("<>").partition(":")[0] for slot in TABLE.left} == {k.value for k in Kind}


def test_only_slots_fill_a_template() -> None:
    planted = {"x": ("skor {{ name }}",)}
    phrases = _with(planted)
    slot = Slot(Kind.REGION, "own", "Balangan", ())
    assert phrases.say("x", 0, {"name": slot}) == ("skor Balangan", (slot,))
    for stranger in ("Balangan", 87, True, None, ["Balangan"]):
        with pytest.raises(TypeError, match="is no slot"):
            phrases.say("x", 0, {"name": stranger})


def test_what_was_filled_is_the_evidence_in_order() -> None:
    phrases = _with(
        {"x": ("{% if yes %}{{ b }}{% else %}{{ c }}{% endif %} dan {{ a }}, {{ a }}",)}
    )
    a, b, c = (Slot(Kind.REGION, "own", text, ()) for text in "abc")
    said = phrases.say("x", 0, {"a": a, "b": b, "c": c, "yes": True})
    assert said.text == "b dan a, a" and said.slots == (b, a, a)


def _with(templates: dict[str, tuple[str, ...]]) -> Phrases:
    environment = PHRASES.templates["body.score"][0].environment
    compiled = {
        name: tuple(environment.from_string(text) for text in texts)
        for name, texts in templates.items()
    }
    return replace(PHRASES, templates=compiled)


def test_a_figure_in_the_place_of_another_of_its_kind_is_refused() -> None:
    """Last year's category for this year's, claim for verdict, a peer for the region: any of them."""
    by_kind: dict[Kind, dict[str, str]] = {}
    for name, terms in Terms.vocabulary.items():
        for attribute in dir(terms):
            found = terms.slot(attribute)
            if found is not None:
                by_kind.setdefault(found[0], {}).setdefault(found[1], f"{name}.{attribute}")
    tried = refused = 0
    for texts in PHRASES.sources.values():
        for text in texts:
            for match in FILLED.finditer(text):
                own = kind_of(" ".join(match.group()[2:-2].split()))
                assert own is not None
                for role, other in by_kind.get(own[0], {}).items():
                    # A quarter of them, spread over all texts and roles: all take a minute.
                    if role != own[1] and crc32(f"{text}{match.start()}{role}".encode()) % 4 == 0:
                        planted = f"{text[: match.start()]}{{{{ {other} }}}}{text[match.end() :]}"
                        tried += 1
                        refused += bool(list(faults(planted, TABLE)))
    assert tried > 2000 and refused / tried > 0.99, (tried, refused)


def test_the_tables_allow_what_the_sentences_do_and_no_more() -> None:
    assert not list(positions.problems())


def test_a_new_sentence_and_one_that_is_gone_change_the_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after an edit of sentences: told with the rule, mended on demand, all else as it was."""
    table = tmp_path / "positions.id.yml"
    table.write_bytes(positions_file("id").read_bytes())
    monkeypatch.setattr("generator.news.positions.positions_file", lambda _: table)
    monkeypatch.setattr(positions, "positions_file", lambda _: table)
    monkeypatch.setattr(positions, "languages", lambda: ["id"])
    gone = {name: texts for name, texts in PHRASES.sources.items() if name != "body.score"}
    new = "{{ region.short }} bernilai {{ score.value }}"
    edited = replace(PHRASES, sources={**gone, "lead.new": (new,)})
    monkeypatch.setattr(positions, "read_phrases", lambda _: edited)
    assert list(faults(new, read_table("id")))
    told = list(positions.problems(update=True))
    assert "positions.id.yml: + <score:own> on the left: bernilai (lead.new)" in told
    assert [one for one in told if ": - <" in one], told
    assert not list(positions.problems()) and not list(faults(new, read_table("id")))
    before = positions_file("id").read_text("utf-8").splitlines()
    kept = set(table.read_text("utf-8").splitlines()).intersection(before)
    assert len(before) - len(kept) < 100
