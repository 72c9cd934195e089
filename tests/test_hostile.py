"""Whatever stands in the data stays text: in every field that the models have, in every output."""

from __future__ import annotations

import gzip
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import html5lib
import markdown
import openpyxl
import pytest
from conftest import mkdocs, write_site
from fuzz.checks import MARK, wrong_file, wrong_page
from fuzz.fields import all_fields, leaves, put
from fuzz.hostile import (
    ATTACK,
    OPENERS,
    UNSEEN,
    Checked,
    bases,
    changeable,
    settings,
    texts,
    write_files,
    write_hostile_site,
)
from fuzz.trial import trial
from of_each_kind import addresses_of

from generator.command.explain import explained
from generator.format.problems import Problems
from generator.settings import read_settings
from generator.site import read_site
from generator.theme.first import all_first_styles

NAMED = {
    "Answer.self": "the answers of a scale",
    "Answer.verified": "the answers of a scale",
    "Option.name": "stands in one field with an answer",
    "Participants.passed.*": "ids of stages",
    "Correction.from": "values of the field that was corrected",
    "Correction.to": "values of the field that was corrected",
    "Change.from": "values of the field that was corrected",
    "Change.to": "values of the field that was corrected",
    "Measure.synonyms": "single words in small letters",
    "Questionnaire.name.id": "words, which become part of templates",
    "Questionnaire.name.en": "words, which become part of templates",
} | {
    f"Measure.{name}.{code}": "words, which become part of templates"
    for name in ("value", "participant", "edition")
    for code in ("id", "en")
}
"""Fields of free text in which the checks refuse a hostile one, and what they hold."""

TRUSTED = ("SiteFile", "Options", "Publisher", "Mapping", "Table")
"""Models of mkdocs.yml, and of how a workbook is read, which no page shows."""


def test_every_text_of_the_models_is_tried() -> None:
    """A new field of text has to be in ``tests/full/`` or ``tests/measures/``."""
    tried = {
        field
        for measure in bases()
        for fields in changeable(measure)[0].values()
        for field in fields
    }
    wanted = {f for f, kind in all_fields() if kind == "_text" and not f.startswith(TRUSTED)}
    assert wanted - tried == set(NAMED) - tried
    found = {
        field
        for measure in bases()
        for fields in changeable(measure)[1].values()
        for field in fields
    }
    assert found == set(NAMED)


@pytest.mark.parametrize(("measure", "shift"), [("kip", 0), ("layanan", len(OPENERS) // 2)])
def test_a_hostile_text_stays_text(measure: str, shift: int, tmp_path: Path) -> None:
    """Some of the beginnings; ``python -m tests.fuzz`` tries each in each place."""
    outcome = trial(write_hostile_site(tmp_path, measure, shift))
    assert outcome.wrong == []
    assert not outcome.refused and outcome.pages > 15


@pytest.mark.parametrize("measure", ["kip", "layanan"])
def test_with_the_theme_around_it(measure: str, tmp_path: Path) -> None:
    """What MkDocs and the theme do: titles, descriptions, breadcrumbs, prose, the sitemap."""
    folder = write_hostile_site(tmp_path, measure, 1)
    done = mkdocs("build", "-q", cwd=folder)
    assert done.returncode == 0, done.stdout
    assert list(wrong_in(folder / "site")) == []
    text = (folder / "site/wilayah/index.html").read_text("utf-8")
    assert text.count(MARK) > 20


EXTENSIONS = ("extra", "sane_lists", "smarty", "toc", "admonition", "codehilite", "nl2br")
"""Of Python-Markdown: attributes, tables, footnotes and HTML around Markdown among them."""


@pytest.mark.parametrize("measure", ["kip", "layanan"])
def test_the_texts_reach_every_output_as_text(measure: str, tmp_path: Path) -> None:
    """No output is tested in vain; and Markdown means the same to another reader of it."""
    problems = Problems()
    folder = write_hostile_site(tmp_path, measure, 3)
    whole = read_site(read_settings(folder, problems), problems)
    assert whole is not None, problems.report()
    kinds = ("text", "attribute", "Markdown", "csv", "json", "xlsx", "terminal")
    found: dict[str, int] = dict.fromkeys(kinds, 0)
    for address in set().union(*addresses_of(whole).values()) & whole.makers.keys():
        for element in html5lib.parse(whole.made(address)[1]).iter():
            found["text"] += MARK in (element.text or "") + (element.tail or "")
            found["attribute"] += any(MARK in value for value in element.attrib.values())
        source = whole.page(address).markdown
        found["Markdown"] += MARK in source
        for extensions in ((), EXTENSIONS):
            html = markdown.markdown(source, extensions=list(extensions))
            assert list(wrong_page(html)) == [], (address, extensions)
    for path, content in whole.files.items():
        found[path.rpartition(".")[2]] += MARK in text_of(path, content())  # it knows each of them
    for region in whole.site.dataset.regions:
        lines = list(explained(whole.site.newsroom, None, region, str))
        found["terminal"] += any(MARK in line for line in lines)
        assert all(map(str.isprintable, lines))
    assert all(count > 1 for count in found.values()), found


def text_of(path: str, content: bytes) -> str:
    """What stands in a file for other programs."""
    if not path.endswith(".xlsx"):
        return content.decode("utf-8")
    rows = (row for sheet in openpyxl.load_workbook(io.BytesIO(content)) for row in sheet.values)
    return "\n".join(str(cell) for row in rows for cell in row)


OWN = (
    f"R&D <KIP> {ATTACK}",
    f'"Situs" *{MARK}-md* [a](https://a.{MARK}.example/)',
    f"# {MARK}-md | =1+1 {{{{ 191*7 }}}} &lt;",
)
"""Names of a site and its publisher."""


@pytest.mark.parametrize("name", OWN, ids=["html", "markdown", "signs"])
def test_what_the_settings_say_stays_text(name: str, tmp_path: Path) -> None:
    """They are trusted, but are no markup: in pages, prose, files, and Markdown for others."""
    folder = write_site(tmp_path)
    found = settings("kip", name)
    found["plugins"][0]["rapor"]["publisher"]["contact"] = name
    write_files({"mkdocs.yml": found}, folder)
    outcome = trial(folder)
    assert outcome.wrong == [] and not outcome.refused
    done = mkdocs("build", "-q", cwd=folder)
    assert done.returncode == 0, done.stdout
    assert list(wrong_in(folder / "site")) == []
    for page in ("tentang", "privasi", "metodologi"):
        shown = html5lib.parse((folder / f"site/{page}/index.html").read_text("utf-8"))
        assert name in " ".join("".join(shown.itertext()).split()), page


@pytest.mark.parametrize("sign", UNSEEN, ids=lambda sign: f"U+{ord(sign[0]):04X}")
def test_what_nobody_sees_is_refused_in_the_settings(sign: str, tmp_path: Path) -> None:
    """Not a terminal's commands either, in what the title of a page or a message would show."""
    write_files(bases()["kip"], tmp_path / "results")
    write_files({"mkdocs.yml": settings("kip", f"Situs{sign}")}, tmp_path)
    (tmp_path / "content").mkdir()
    outcome = trial(tmp_path)
    assert outcome.wrong == [] and outcome.refused


def wrong_in(site: Path) -> Iterator[str]:
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.suffix == ".html":
            yield from (f"{name}: {w}" for w in wrong_page(path.read_text("utf-8"), whole=True))
        elif path.is_file() and not name.startswith("assets/"):
            content = path.read_bytes()
            if path.suffix != ".gz":
                yield from (f"{name}: {w}" for w in wrong_file(name, content))


def test_what_nobody_sees_is_refused(tmp_path: Path) -> None:
    """In each text; all read by one type, so that each sign is tried in some of them."""
    base = bases()["kip"]
    found, checked = texts(base), Checked(tmp_path / "data", "kip")
    assert len(found) > 8 * len(UNSEEN)
    for at, (text, places) in enumerate(found.items()):
        name, leaf = places[0]
        sign = UNSEEN[at % len(UNSEEN)]
        said = checked.refused(
            {**base, name: put(base[name], leaf.path, f"{text[:1]}{sign}{text[1:]}")}
        )
        place = re.compile(rf"data/{re.escape(name)}:\d+:\d+: ")
        assert any(map(place.match, said)), (leaf, sign, said)


LINKS = (
    "javascript:window.pwned=1",
    "JaVaScRiPt:window.pwned=1",
    "data:text/html,<script>window.pwned=1</script>",
    "vbscript:x",
    "//xpwn.example/",
    'https://a.example/" onmouseover="window.pwned=1',
    "https://a.example/<script>",
    "https:///javascript:1",
    "file:///etc/passwd",
    ATTACK,
)
BETWEEN = "https://a.example/'onmouseover=window.pwned=1'?a=1&b=*x*_y_#[c](d)&lt;"
"""What an address may hold."""


def test_a_hostile_value_of_any_other_kind_is_refused(tmp_path: Path) -> None:
    """Ids, addresses, numbers, dates, colours, switches: each by its place."""
    kinds = set()
    for measure, base in bases().items():
        checked = Checked(tmp_path / measure, measure)
        for name, data in base.items():
            for at, leaf in enumerate(leaves(name, data)):
                if leaf.kind == "_text":
                    continue
                kinds.add(leaf.kind)
                value = LINKS[at % len(LINKS)]
                said = checked.refused({**base, name: put(data, leaf.path, value)})
                assert said and re.match(rf"{measure}/\S+:\d+:\d+: ", said[0]), (leaf, said)
                assert all(map(str.isprintable, said)), "what a terminal shows"
    assert {"_url", "_email", "_phone", "_color", "_date", "_id", "literal"} <= kinds


def test_an_address_is_an_attribute_alone(tmp_path: Path) -> None:
    base = dict(bases()["kip"])
    for name, data in base.items():
        for leaf in list(leaves(name, data)):
            if leaf.kind == "_url":
                base[name] = put(base[name], leaf.path, BETWEEN)
    write_files(base, tmp_path / "results")
    write_files({"mkdocs.yml": settings("kip")}, tmp_path)
    (tmp_path / "content").mkdir()
    outcome = trial(tmp_path)
    assert outcome.wrong == [] and not outcome.refused


LIVE = {
    f"<p><{MARK}>x</{MARK}></p>": "content",
    "<p><script>1</script></p>": "<script>",
    "<p onclick=x>x</p>": "onclick",
    "<p style='x'>x</p>": "style",
    "<a href='javascript:1'>x</a>": "javascript:",
    "<a href='JAVASCRIPT:1'>x</a>": "JAVASCRIPT:",
    f"<a href='https://a.{MARK}.example/'>x</a>": "became a link",
    "<img src='https://a.example/x' alt='x'>": "another host",
    f"<p {MARK}=1>x</p>": MARK,
    f"<p class='a {MARK}'>x</p>": "class",
    f"<p><em>{MARK}-md</em></p>": "Markdown",
    f"<p><!--{MARK}-->x</p>": "comment",
    "<p>1337</p>": "template",
    "<p><b>x</p>": "not well-formed",
    "<p id=a>x</p><p id=a>x</p>": "two elements",
}


@pytest.mark.parametrize("html", LIVE)
def test_what_came_alive_is_seen(html: str) -> None:
    said = list(wrong_page(html))
    assert said and any(LIVE[html] in line for line in said), said


def test_the_styles_of_a_page_are_those_of_the_theme() -> None:
    page = "<!doctype html><html><head><title>x</title><style>{}</style></head><body></body></html>"
    for styles in all_first_styles():
        assert not list(wrong_page(page.format(styles), whole=True))
        assert list(wrong_page(page.format(f"{styles} p{{}}"), whole=True))
        assert list(wrong_page(f"<style>{styles}</style>")), "none in the content"


@pytest.mark.parametrize("url", ["//xpwn.example/", "javascript:1", "/a/?q=<b>"])
def test_an_address_of_the_search_is_seen(url: str) -> None:
    meta = {"title": ATTACK, "kind": "x"}

    def packed(**told: object) -> bytes:
        return gzip.compress(b"pagefind_dcd" + json.dumps(told).encode())

    name = "pagefind/fragment/x.pf_fragment"
    assert not list(wrong_file(name, packed(url="/2024/a-b/", meta=meta)))
    assert list(wrong_file(name, packed(url=url, meta=meta)))
    assert list(wrong_file(name, packed(url="/", meta=meta | {"image": "x"})))


@pytest.mark.parametrize("cell", ["=1+1", "+1 x", "-1 x", "@SUM(1)", "\tx"])
def test_a_formula_is_seen(cell: str) -> None:
    assert list(wrong_file("data/x.csv", f'\ufeffa,b\r\n1,"{cell}"\r\n'.encode()))
    assert not list(wrong_file("data/x.csv", f"\ufeffa,b\r\n-1.5,'{cell}\r\n".encode()))
    assert list(wrong_file("data/x.csv", b"a,b\r\n1\r\n"))
