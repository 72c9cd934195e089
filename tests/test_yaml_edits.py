"""A value is changed in the text of a file, and nothing else is: not a comment, blank or quote."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.format.edits import NotChanged, add_item, block, data_of, put, remove_item

FILE = """\
# Berkas tangan
region: alfa   # jangan diubah
category: {value: "Informatif", source: koran}  # dari koran

score:
  value: 80.00   # lama
  note: >-
    Dibulatkan
    oleh penyelenggara.
answers:
  berkala: {self: ya, verified: 'ya', evidence: [{title: Laporan, url: https://contoh.id/a}]}
  kanal:
    self: [situs, medsos]
    verified:
      - situs
      - medsos

  # catatan
  lengkap: {self: penuh}

target: {at_least: Informatif}
activities:
  - date: 2025-01-01
    kind: x
    title: y
"""

EDITS: dict[str, tuple[tuple[str, ...], Any, str, str]] = {
    "a long form": (("score",), "81.50", "value: 80.00   # lama", "value: 81.50   # lama"),
    "a quoted value": (("category",), "Baik", '"Informatif"', "Baik"),
    "in one line": (("answers", "berkala", "verified"), "tidak", "'ya'", "tidak"),
    "a new key in one line": (
        *(("answers", "lengkap", "verified"), "kurang"),
        *("{self: penuh}", "{self: penuh, verified: kurang}"),
    ),
    "a list": (("answers", "kanal", "self"), ("situs",), "self: [situs, medsos]", "self: [situs]"),
    "a list over lines": (
        *(("answers", "kanal", "verified"), ("medsos",)),
        *("verified:\n      - situs\n      - medsos\n", "verified: [medsos]\n"),
    ),
    "a new key over lines": (
        *(("answers", "kanal", "note"), "Satu: belum ada."),
        *("      - medsos\n", '      - medsos\n    note: "Satu: belum ada."\n'),
    ),
    "a new figure": (
        *(("rank",), "3"),
        *("oleh penyelenggara.\nanswers", "oleh penyelenggara.\nrank: 3\nanswers"),
    ),
    "a new group": (
        *(("stage_scores", "saq"), "70.00"),
        *(
            "oleh penyelenggara.\nanswers",
            "oleh penyelenggara.\nstage_scores: {saq: 70.00}\nanswers",
        ),
    ),
    "more evidence": (
        *(("answers", "berkala", "evidence", "2", "title"), "Surat"),
        *("contoh.id/a}]", "contoh.id/a}, {title: Surat}]"),
    ),
    "a new answer": (
        *(("answers", "baru", "self"), "ya"),
        *("lengkap: {self: penuh}\n", "lengkap: {self: penuh}\n  baru: {self: ya}\n"),
    ),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["unix", "windows"])
@pytest.mark.parametrize("name", EDITS)
def test_one_value_is_changed(name: str, newline: str) -> None:
    path, said, before, after = EDITS[name]
    text = FILE.replace("\n", newline)
    assert before in FILE
    assert put(text, path, said) == FILE.replace(before, after).replace("\n", newline)


def test_not_published_becomes_a_value() -> None:
    text = "region: a\nscore: {not_published: true, note: Rahasia.}\n"
    assert put(text, ("score",), "80") == "region: a\nscore: {value: 80, note: Rahasia.}\n"


def test_a_key_without_a_value_gets_one() -> None:
    assert put("region: a\nscore:   # isi\nrank: 2\n", ("score",), "80").startswith(
        "region: a\nscore: 80"
    )


def test_what_is_shared_by_an_anchor_is_left_to_a_hand() -> None:
    text = "region: a\nanswers:\n  x: &sama {self: ya}\n  y: *sama\n"
    with pytest.raises(NotChanged):
        put(text, ("answers", "x", "self"), "tidak")


LISTS = {
    "on one line": "year: 2025\nabsent: [a, {region: b, source: s}]  # tetap\nnotes: []\n",
    "over lines": "year: 2025\nabsent:\n  - a\n  # sebab\n  - {region: b, source: s}\nnotes: []\n",
    "not indented": "year: 2025\nabsent:\n- a\n- {region: b, source: s}\n\nnotes: []\n",
}


@pytest.mark.parametrize("name", LISTS)
def test_items_come_and_go(name: str) -> None:
    text = LISTS[name]
    more = add_item(text, ("absent",), "c")
    assert data_of(more)["absent"] == ["a", {"region": "b", "source": "s"}, "c"]
    assert remove_item(more, ("absent",), 2) == text
    for at in (1, 0):
        text = remove_item(text, ("absent",), at)
    assert data_of(text) == {"year": "2025", "absent": [], "notes": []}
    assert data_of(add_item("year: 2025\nstatus: final\n", ("absent",), "c"))["absent"] == ["c"]


texts = st.text(
    st.characters(exclude_categories=("C", "Z"), exclude_characters="\ufeff"),
    min_size=1,
    max_size=12,
) | st.sampled_from(["ya", "null", "~", "80.00", "a: b", "a #b", "-", "- x", "[", "x,y", "'", '"'])
keys = st.from_regex(r"[a-z]{1,6}", fullmatch=True)
trees = st.dictionaries(
    keys,
    texts
    | st.dictionaries(
        keys, texts | st.lists(texts, min_size=1, max_size=3), min_size=1, max_size=3
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=60, deadline=None)
@given(trees, keys, keys, texts, st.booleans())
def test_any_text_is_written_and_read_back(
    tree: dict[str, Any], one: str, other: str, said: str, deep: bool
) -> None:
    """What is put into a file is there afterwards, and all else too, or the file is refused."""
    text = block(tree)
    assert data_of(text) == tree
    path = (one, other) if deep else (one,)
    try:
        made = data_of(put(text, path, said))
    except NotChanged:
        return
    here = made
    for key in path:
        here = here[key]
    assert here == said or here.get("value") == said
    assert {k: v for k, v in made.items() if k != one} == {
        k: v for k, v in tree.items() if k != one
    }
