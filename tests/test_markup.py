"""The anchors of headings: those that a page gives, made of names of the data, and those of the words."""

import re

import pytest

from generator.pages.markup import escape, slug, to_html


def anchors(markdown: str) -> list[str]:
    return re.findall(r' id="([^"]*)"', to_html(markdown))


@pytest.mark.parametrize(
    ("name", "anchor"),
    [
        ("Kabupaten/kota", "kabupatenkota"),
        ("-1 Kelompok", "-1-kelompok"),  # Markdown would read a list
        ("badan_publik", "badan_publik"),  # Markdown would read an emphasis
        ("官庁", "kelompok-lain"),  # nothing to make an anchor of: that of the words
    ],
)
def test_an_anchor_made_of_a_name(name: str, anchor: str) -> None:
    html = to_html(f"<!--rk-id:{escape(slug(name))}-->\n## Kelompok lain\n")
    assert f'<h2 id="{anchor}">Kelompok lain</h2>' in html
    assert "<!--" not in html


def test_no_anchor_stands_twice() -> None:
    given = "<!--rk-id:hasil-->\n## Hasil 2025\n"
    assert anchors(f"## Hasil\n\n{given}\n## Hasil\n") == ["hasil_1", "hasil", "hasil_2"]
    assert anchors(f"{given}\n{given}") == ["hasil", "hasil_1"]
