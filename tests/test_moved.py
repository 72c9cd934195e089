"""What pages say of changes, of why there is none, and of who took part: small sites, their words."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import EDITION, ROOT, dataset_of, whole_of, write_results

CASES = yaml.safe_load((ROOT / "tests/cases/pages/moved.yml").read_text(encoding="utf-8"))


def pages(case: dict[str, Any], folder: Path) -> dict[str, str]:
    """The words of the pages that a case looks at, by address."""
    editions = {
        f"{year}/edition.yml": EDITION.replace("2024", str(year)) + more
        for year, more in case.get("editions", {}).items()
    }
    whole = whole_of(dataset_of(write_results(folder, editions | case["files"])))
    looked_at = {*case.get("says", {}), *case.get("never", {})}
    made = {address: whole.made(address)[1] for address in looked_at}
    return {
        address: re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page)))
        for address, page in made.items()
    }


def listed(words: str | list[str]) -> list[str]:
    return [words] if isinstance(words, str) else words


@pytest.mark.parametrize("name", CASES)
def test_what_a_page_says(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    found = pages(case, tmp_path)
    for address, words in case.get("says", {}).items():
        for one in listed(words):
            assert one in found[address], found[address]
    for address, words in case.get("never", {}).items():
        for one in listed(words):
            assert one not in found[address]
