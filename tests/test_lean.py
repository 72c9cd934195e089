"""A published style sheet says what its source says, in less."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from test_browser import browser

from generator.theme.lean import lean

__all__ = ["browser"]  # the fixture

SHEETS = sorted((Path(__file__).parents[1] / "generator/theme/assets/rapor").glob("*.css"))

ODD = """/* a */.a /* b */ .b , .c:hover{ content : " /* kept  { ; } */ " ;; color:red ; }
@media (min-width: 3em) and (color) { .d > .e:not( .f ) , .g::before { margin: 1px  -2px; content: '\\'  ;}' } }
.h { background : url( "x  y/*.png" ) , url(data:image/png;base64,iV/*B==) ; width: calc( 1px + 2em ) }
.i/**/.j { --own:  a b ; --none: ; grid-template: "a  b" "c d" / 1fr 2fr }
"""


@pytest.mark.parametrize(
    ("sheet", "published"),
    [
        ("a { color: red; }\n", "a{color:red}"),
        ("a :hover , b { x : y }", "a :hover,b{x :y}"),
        ('a::before { content: " ;  }  /* */" }', 'a::before{content:" ;  }  /* */"}'),
        ("a { b: url(x;y/*z) ; c: d }", "a{b:url(x;y/*z);c:d}"),
        ("a/* one */b/* two */ c {}", "a/**/b c{}"),
        ("", ""),
    ],
)
def test_what_is_left(sheet: str, published: str) -> None:
    assert lean(sheet) == published


def test_a_browser_reads_the_same(browser: Any) -> None:
    page = browser.new_page()
    read = "t => { const s = new CSSStyleSheet(); s.replaceSync(t); return [...s.cssRules].map(r => r.cssText); }"
    for sheet in (ODD, *(path.read_text("utf-8") for path in SHEETS)):
        # What holds a custom property is told with the space that it was written with.
        rules, published = (
            [re.sub(r"\s*([,\s])\s*", r"\1", rule) for rule in page.evaluate(read, text)]
            for text in (re.sub(r"\s", " ", sheet), lean(sheet))
        )
        assert len(rules) > 3
        assert published == rules
        assert len(lean(sheet)) < len(sheet)
    page.close()


def test_sites_publish_the_lean_sheets(kalsel: Path) -> None:
    for path in SHEETS:
        published = (kalsel / "assets/rapor" / path.name).read_text("utf-8")
        assert published == lean(path.read_text("utf-8"))
