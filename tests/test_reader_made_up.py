"""What the reader finds in made-up results: only what stands in ``cases/reader/known.yml``, and all of it.

Random sites: 20 of them, always the same; ``RAPOR_READER_SITES=2000`` reads so many other ones.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, note, settings
from hypothesis import strategies as st
from reader import Mismatch, Reader, check_sentence, read, texts
from reader.made_up import site as made_up_site
from reader_adapter import (
    KNOWN_MADE_UP,
    MENDED,
    is_known,
    on_pages,
    on_the_day,
    pages_of,
    sample,
    site_of,
    written,
)

RANDOM_SITES = int(os.environ.get("RAPOR_READER_SITES", "20"))


@pytest.fixture(scope="module", autouse=True)
def day() -> Iterator[None]:
    with on_the_day():
        yield


@pytest.mark.parametrize("name", KNOWN_MADE_UP)
def test_what_is_known_to_be_false_is_still_said_and_found(name: str, tmp_path: Path) -> None:
    """Where it is no longer said or no longer false, take it out of ``known.yml``."""
    case = KNOWN_MADE_UP[name]
    results = sample(case, tmp_path)
    reader, address = Reader(site_of(results)), case["address"].lstrip("/")
    here = {address: pages_of(results)[address]}
    said = [context for context, text in on_pages(reader, here) if text == case["text"]]
    assert said, f"no longer said: {case['text']}"
    found = check_sentence(said[0], case["text"])
    assert {wrong.role for wrong in found} == set(case["roles"])
    assert all(re.search(case["found"], wrong.found) for wrong in found)


@pytest.mark.parametrize("name", MENDED)
def test_what_was_false_once_is_said_no_more_and_would_be_found(name: str, tmp_path: Path) -> None:
    case = MENDED[name]
    results = sample(case, tmp_path)
    reader, address = Reader(site_of(results)), case["address"].lstrip("/")
    here = {address: pages_of(results)[address]}
    assert case["text"] not in [text for _, text in on_pages(reader, here)]
    group = next(iter(reader.site.groups))  # these have one
    found = check_sentence(reader.context(address, group), case["text"])
    assert {wrong.role for wrong in found} == set(case["roles"])
    assert all(re.search(case["found"], wrong.found) for wrong in found)


CHANCE = st.one_of(st.randoms(use_true_random=False), st.integers(0, 2**32).map(Random))


@settings(
    max_examples=RANDOM_SITES,
    deadline=None,
    derandomize="RAPOR_READER_SITES" not in os.environ,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(CHANCE, st.booleans())
def test_every_sentence_of_a_made_up_site_is_true(chance: Random, analysis: bool) -> None:
    files = made_up_site(chance)
    with tempfile.TemporaryDirectory() as folder:
        results = written(files, Path(folder))
        assume(results is not None)
        assert results is not None
        reader = Reader(site_of(results, analysis=analysis))
        pages = pages_of(results, analysis=analysis)
    note(json.dumps(files, ensure_ascii=False))
    found: list[Mismatch] = []
    for address, markdown in pages.items():
        found += read(address, texts(address, markdown), reader)
    new = [wrong for wrong in found if not is_known(wrong)]
    assert not new, "\n".join(map(str, new))
