"""What a large site holds in memory is what a small one holds, in less room."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT, dataset_of
from hypothesis import given
from hypothesis import strategies as st

from generator.facts import Facts, everyone
from generator.facts.region import RegionFacts
from generator.format.base import Record, plain
from generator.format.document import Builder
from generator.format.folded import Folded
from generator.format.listing import ListBuilder
from generator.format.problems import Problems
from generator.format.reading import parse
from generator.format.regions import Region
from generator.format.result import Result

RESULT = {
    "region": "alfa",
    "score": {"value": "80.00", "note": "n", "others": [{"value": "81.00", "source": "a"}]},
    "indicators": {"i-1": "70"},
    "answers": {"q": {"self": "ya", "verified": "tidak"}},
    "sources": [{"id": "a", "title": "A"}],
}


def test_a_plain_record_says_what_the_record_says() -> None:
    record = Result.model_validate(RESULT)
    made = plain(record)
    assert not isinstance(made, Record)
    assert not hasattr(made, "__dict__")

    def same(one: Any, other: Any) -> None:
        if isinstance(one, Record):
            for name in type(one).model_fields:
                same(getattr(one, name), getattr(other, name))
        elif isinstance(one, tuple):
            assert len(one) == len(other)
            for pair in zip(one, other, strict=True):
                same(*pair)
        elif isinstance(one, dict):
            assert list(one) == list(other)
            for key in one:
                same(one[key], other[key])
        else:
            assert one == other

    same(record, made)
    assert made.answers["q"].applies
    assert made == plain(Result.model_validate(RESULT))
    assert made != plain(Result.model_validate({**RESULT, "score": "80.01"}))
    assert hash(made.sources[0]) == hash(record.sources[0])
    region = {"id": "a", "name": "A", "kind": "kota", "group": "g"}
    one, other = (plain(Region.model_validate(region)) for _ in range(2))
    assert {one: 1}[other] == 1, "pydantic's own hash needs what a plain record does not hold"
    with pytest.raises(AttributeError):
        made.region = "beta"  # type: ignore[misc]


def test_equal_numbers_are_one_object_and_keep_their_decimals() -> None:
    def score(text: str) -> Decimal:
        figure = Result.model_validate({"region": "a", "score": text}).score
        assert figure is not None and figure.value is not None
        return figure.value

    assert score("80.00") is score("80.00")
    assert str(score("80.0")) == "80.0"
    assert str(score("80.00")) == "80.00"


ITEMS = st.recursive(
    st.text("ab0", max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text("xyz", min_size=1, max_size=2), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(
    st.dictionaries(
        st.text("pqr", min_size=1, max_size=2), st.lists(ITEMS, max_size=5) | ITEMS, min_size=1
    ),
    st.booleans(),
)
def test_folded_places_are_those_that_were_read(data: dict[str, Any], flow: bool) -> None:
    text = yaml.safe_dump(data, default_flow_style=flow).encode()
    wide = Builder("a.yml", Problems(), text, 10_000)
    little = ListBuilder("a.yml", Problems(), text, 10_000)
    assert wide.document() is not None
    assert little.document() is not None
    for there, folded in ((wide.values, little.values), (wide.keys, little.keys)):
        assert {path: folded[path] for path in there} == there
        for path in there:
            assert path in folded
            assert (*path, "nowhere") not in folded
    assert little.counted() == wide.counted()
    assert ("p", 99) not in little.values
    with pytest.raises(KeyError):
        little.values["p", 99]


ALIASED = b"""\
first: [&a {x: 1, y: [2, &b 3]}, *b, {z: *a}]
second:
  - *a
  - &c
    - {x: *b, "y": &d {z: 1}}
  - [*c, *d]
third: *a
"""


def test_what_an_alias_names_may_be_folded() -> None:
    wide, little = (kind("a.yml", Problems(), ALIASED, 10_000) for kind in (Builder, ListBuilder))
    there, folded = wide.document(), little.document()
    assert there is not None and folded is not None and there.data == folded.data
    assert {path: folded.values[path] for path in wide.values} == wide.values
    assert {path: folded.keys[path] for path in wide.keys} == wide.keys
    assert len(wide.values) == little.counted() > 30
    for key in ("first", "x", "y", "z", "w"):
        assert there.has(key) == folded.has(key) == (key != "w")


def test_a_large_file_of_any_kind_is_folded() -> None:
    said = "".join(
        f"  - {{speaker: Siti {number}, verb: menyatakan, text: kalimat {number}}}\n"
        for number in range(1000)
    )
    for text, kind in ((f"region: alfa\nstatements:\n{said}", Folded), ("region: alfa\n", dict)):
        document = parse(text.encode(), "2024/alfa.yml", Problems())
        assert document is not None and type(document.values) is kind
    document = parse(f"region: alfa\nstatements:\n{said}".encode(), "a.yml", Problems())
    assert document is not None
    assert document.at(("statements", 999, "verb")) == ("a.yml", 1002, 31)


def test_few_facts_are_kept_and_all_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """With room for three regions every figure is what it is with room for all."""
    dataset = dataset_of(ROOT / "results")

    def told(facts: Facts) -> dict[tuple[int, str], tuple[object, ...]]:
        found = {}
        for evaluation in dataset.evaluations.values():
            for id_, mine in facts.regions(evaluation).items():
                names = ("score", "category", "rank", "points", "places", "held", "gap")
                found[evaluation.year, id_] = tuple(getattr(mine, name) for name in names)
        return found

    whole = told(Facts(dataset))
    monkeypatch.setattr(everyone, "MOST_KEPT", 3)
    facts = Facts(dataset)
    assert told(facts) == whole
    assert len(facts._kept) <= 3


def test_several_are_a_sequence() -> None:
    dataset = dataset_of(ROOT / "results")
    facts = Facts(dataset)
    order = facts.evaluation(max(dataset.evaluations.values(), key=lambda e: e.year)).order
    listed = list(order)
    assert len(order) == len(listed)
    assert order[0] == listed[0] and order[-1] == listed[-1]
    assert list(order[1:3]) == listed[1:3]
    assert listed[2] in order
    assert isinstance(listed[0], RegionFacts)


def test_regions_of_a_list_are_plain(tmp_path: Path) -> None:
    assert not isinstance(next(iter(dataset_of(ROOT / "results").regions.values())), Region)
