"""What holds of every page, on those that show all that there is (``showcase``), in a real browser.

Nothing is violated (axe), refused (Content-Security-Policy), asked of another host, told on the console,
wider than the screen, too small to be read, or moved when the style sheet comes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from showcase import Shown, cover, parts_of, patterns
from test_browser import browser, served
from test_csp import Visit, guarded

from generator.pages.kinds import KINDS

__all__ = ["browser"]  # the fixture

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}

RULES = {"resultTypes": ["violations"], "preload": False}
ALL: dict[str, Any] = {**RULES, "rules": {"target-size": {"enabled": True}}}
COLOURS: dict[str, Any] = {**RULES, "runOnly": ["color-contrast", "link-in-text-block"]}
State = tuple[dict[str, int], str, bool, dict[str, Any]]
STATES: list[State] = [
    # Screen, scheme, all details open, rules: each pair of the first three occurs, and no more is told by
    # all eight. What is not a colour depends on width and details alone.
    (PHONE, "light", True, ALL),
    (DESK, "dark", True, COLOURS),
    (PHONE, "dark", False, COLOURS),
    (DESK, "light", False, ALL),
]
FEW: list[list[State]] = [[(PHONE, "light", True, ALL)], [(PHONE, "dark", True, ALL)]]
"""In turn, for a page of whose parts the first one of its kind had all but a few."""

AXE = """async options => {
  const found = await axe.run({exclude: ["[data-again]"]}, options);
  return found.violations.map(one => [one.id, one.nodes.slice(0, 3).map(node => node.html.slice(0, 200))]);
}"""
OPEN = """open => {
  document.querySelectorAll("details").forEach(one => { one.open = open; });
  if (!document.querySelector("h1").checkVisibility()) return "no heading";
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}"""
"""Opens or closes all details; how much wider than the screen the page is."""

AGAIN = """known => {
  const before = new Set(known), here = new Map();
  const hash = text => [...text].reduce((sum, one) => Math.imul(sum, 31) + one.codePointAt(0) | 0, 7);
  const own = one => [one.tagName, ...[...one.attributes].flatMap(({name, value}) =>
    /^(class|role|type|open|hidden)$|^aria-(?!label|describedby)/.test(name) ? [name, value] : [name])].join(" ");
  const shapes = new Map();
  const shape = one => {
    const parts = [...one.children].map(shape);
    const made = hash(own(one) + parts.filter((part, at) => part !== parts[at - 1]).join());
    shapes.set(one, made);
    return made;
  };
  const mark = (one, above) => {
    const whole = hash(above + " " + shapes.get(one)), times = (here.get(whole) || 0) + 1;
    here.set(whole, times);
    if (before.has(whole) || times > 2) one.setAttribute("data-again", "");
    else [...one.children].forEach(child => mark(child, hash(above + own(one))));
  };
  shape(document.body);
  [...document.body.children].forEach(child => mark(child, 0));
  return [...here.keys()];
}"""
"""Marks what stood on an earlier page, or here twice before: the same elements, classes, roles and states
below the same. axe looks at the rest."""

SEEN = """() => [...document.body.querySelectorAll("*")].flatMap((one, at) => {
  const box = one.getBoundingClientRect();
  if (!box.width || box.top >= innerHeight || one.closest(".rk-said") || !one.checkVisibility()) return [];
  const style = getComputedStyle(one);
  const name = at + " " + (one.getAttribute("class") || one.tagName) + ": " + one.textContent.trim().slice(0, 40);
  const told = [box.left, box.top, box.width, Math.min(box.bottom, innerHeight)].map(Math.round);
  return [[name, ...told, style.color, style.backgroundColor, style.fill, style.fontFamily.length]];
})"""
"""Each part of the first screen: where it stands, how large, in which colours."""

MOVED = f"""() => {{
  const seen = {SEEN};
  const sheets = [...document.styleSheets].filter(one => /rapor\\.css/.test(one.href));
  if (!sheets.length) return ["no sheet"];
  sheets.forEach(one => {{ one.disabled = true; }});
  const before = seen().map(one => one.join("|"));
  sheets.forEach(one => {{ one.disabled = false; }});
  const after = seen().map(one => one.join("|"));
  return [...before.filter(one => !after.includes(one)), ...after.filter(one => !before.includes(one))];
}}"""
"""What is other on the first screen before the style sheet came and after it."""

SMALLEST = 13

SMALL = f"""() => [...document.querySelectorAll("svg text")].filter(one => one.checkVisibility()).map(
  one => parseFloat(getComputedStyle(one).fontSize) * one.ownerSVGElement.getScreenCTM().a
).filter(size => size < {SMALLEST})"""
"""Pixels of the texts in pictures, as they are drawn, of those that are too small for a phone."""


def wrong(visit: Visit, known: set[int], states: list[State]) -> Iterator[tuple[str, Any]]:
    """What is wrong on the page that is open; parts that are ``known`` were looked at."""
    page = visit.page
    yield "the first screen moves", page.evaluate(MOVED)[:4]
    yield "wider than the screen, or empty", page.evaluate(OPEN, False)
    page.evaluate(Axe().axe_script)
    known.update(page.evaluate(AGAIN, sorted(known)))
    for screen, scheme, opened, rules in states:
        page.set_viewport_size(screen)
        page.emulate_media(color_scheme=scheme)
        state = f"{screen['width']} {scheme} {'open' if opened else 'closed'}"
        yield f"{state}: wider than the screen", page.evaluate(OPEN, opened)
        yield f"{state}: violated", page.evaluate(AXE, rules)
        if screen is PHONE and opened:
            yield "too small to be read", page.evaluate(SMALL)
    yield "refused", visit.use()
    page.evaluate("localStorage.clear()")
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme="light")


PARTS = 3


@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_is_wrong(
    browser: Any, part: int, shown: list[Shown], sites: dict[str, Path]
) -> None:
    visit = Visit(browser, viewport=PHONE)
    found: list[tuple[Shown, str, Any]] = []
    known: set[int] = set()
    with ExitStack() as stack:
        at = {name: stack.enter_context(guarded(folder)) for name, folder in sites.items()}
        for number, one in enumerate(shown[part::PARTS]):
            visit.page.goto(at[one.site] + one.path)
            said = wrong(visit, known, STATES if one.first else FEW[number % 2])
            found += [(one, what, told) for what, told in said if told]
    assert not found, found
    assert visit.used >= {"BUTTON", "switch"}
    assert {url for url in visit.asked if not url.startswith((*at.values(), "data:"))} == set()
    assert visit.said == []
    visit.context.close()


def test_without_script_it_is_read_as_well(
    browser: Any, shown: list[Shown], sites: dict[str, Path]
) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    with ExitStack() as stack:
        at = {name: stack.enter_context(served(folder)) for name, folder in sites.items()}
        for one in (one for one in shown if one.first):
            page.goto(at[one.site] + one.path)
            assert page.evaluate(OPEN, True) == 0, one
    context.close()


def test_what_is_wrong_would_be_seen(browser: Any, tmp_path: Path) -> None:
    """The control of the test above; that refusals are seen is in ``test_csp``."""
    (tmp_path / "rapor.css").write_text("h1 { margin-top: 50px }")
    part = '<p style="color:#bbb;background:#fff">pudar</p>'
    html = (
        '<!doctype html><html lang="id"><title>x</title><link rel="stylesheet" href="rapor.css">'
        '<meta name="viewport" content="width=device-width"><main><h1>x</h1><img src="x.png">'
        f'{part * 4}<svg width="9" height="9"><text font-size="9">x</text></svg>'
        '<div style="width:400px">x</div></main></html>'
    )
    (tmp_path / "index.html").write_text(html)
    visit, known = Visit(browser, viewport=PHONE), set[int]()
    found = []
    with served(tmp_path) as address:
        for _ in range(2):
            visit.page.goto(address)
            found.append({what: told for what, told in wrong(visit, known, STATES) if told})
    visit.context.close()
    first, again = found
    assert any("h1" in one.lower() for one in first["the first screen moves"])
    assert first["360 light open: wider than the screen"] >= 40
    assert first["too small to be read"] == [9]
    violated = dict(first["360 light open: violated"])
    assert {"image-alt", "color-contrast"} <= violated.keys()
    assert len(violated["color-contrast"]) == 2, "the same part is looked at twice"
    assert "360 dark closed: violated" in first and "360 dark closed: violated" not in again


def test_every_kind_of_page_is_shown(shown: list[Shown]) -> None:
    opened = {pattern for one in shown for pattern in patterns(one.path)}
    assert opened >= {kind.address.pattern for kind in KINDS}
    assert {"id", "en"} == {"en" if one.path.startswith("en/") else "id" for one in shown}
    assert [one.kind for one in shown if one.first] == list(
        dict.fromkeys(one.kind for one in shown)
    )


def test_few_pages_show_what_all_show(shown: list[Shown], sites: dict[str, Path]) -> None:
    assert len(shown) < 80
    html = '<body class="rk-page rk-page--x"><p class="rk-a rk-b"><em><br/></em>'
    assert parts_of("en/2024/", html) == {
        *(("x", one) for one in ("<body", "rk-page", "rk-page--x", "<p", "rk-a", "rk-b", "<em")),
        *(("x", "<br"), ("x", "en")),
    }
    shows = {"a": {1, 2, 3}, "b": {3, 4}, "c": {1, 4}, "d": {2}}
    assert list(cover(shows)) == ["a", "b"]
