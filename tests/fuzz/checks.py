"""What must hold of every page and file, whatever the data: it parses, and no text is more than text."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree import ElementTree

import html5lib
import openpyxl

from generator.theme.first import all_first_styles

MARK = "xpwn"
"""Stands in every hostile text; as an element, an attribute, a host it is a text that came alive."""

COMPUTED = str(191 * 7)
"""What hostile texts let a template compute."""

NEVER = frozenset(("style", "iframe", "frame", "object", "embed", "base", "form"))
"""Elements of which a page has none, but for the styles of its first screen."""

OF_THE_THEME = frozenset(("script", "meta", "link"))
"""Elements around the content of a page alone."""

SCHEMES = ("", "http", "https", "mailto", "tel")
LINKS = ("href", "src", "action", "formaction", "data", "poster", "xlink:href", "ping", "srcset")
EMPHASIS = ("em", "strong", "code", "del", "h1", "h2", "h3", "li", "blockquote", "pre", "th")
OPENERS = ("=", "+", "-", "@", "\t", "\r")
"""With which a cell becomes a formula in a spreadsheet."""
OF_THE_INDEX = (".pf_index", ".pf_meta", ".pagefind")
"""Of the search: which words stand where, packed by its own program, and that program."""

_ANCHOR = re.compile(r"rk-id:[a-z0-9-]*")
"""Says the anchor of the heading below to the own reader of Markdown; it may be made of a name."""
_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")


def wrong_page(html: str, *, whole: bool = False) -> Iterator[str]:
    """What is wrong with a page, or (not ``whole``) with its content without the theme."""
    text = html if whole else f"<!doctype html><title>x</title><body>{html}</body>"
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), strict=True)
    try:
        tree = parser.parse(text)
    except html5lib.html5parser.ParseError as error:
        yield f"not well-formed: {error}: {_around(text, parser)}"
        return
    ids: set[str] = set()
    for element in tree.iter():
        if not isinstance(element.tag, str):
            if MARK in (element.text or "") and not _ANCHOR.fullmatch(element.text or ""):
                yield f"a comment of the data: {element.text}"
            continue
        yield from _wrong_element(element, whole, ids)


def _wrong_element(element: ElementTree.Element, whole: bool, ids: set[str]) -> Iterator[str]:
    tag = element.tag.rpartition("}")[2]
    own = whole and tag == "style" and element.text in all_first_styles()
    own |= tag == "form" and _finds(element)
    if MARK in tag or (tag in NEVER and not own) or (tag in OF_THE_THEME and not whole):
        yield f"<{tag}> in the content of a page"
    if tag == "script" and MARK in (element.text or ""):
        yield from _wrong_script(element)
    if tag in EMPHASIS and (element.text or "").startswith(f"{MARK}-md"):
        yield f"Markdown of the data: <{tag}>{element.text}"
    for name, value in element.attrib.items():
        if MARK in name or name.startswith("on") or name in ("style", "srcdoc"):
            yield f"<{tag} {name}={value!r}>"
        if name in LINKS:
            yield from _wrong_link(tag, name, value)
        if name in ("class", "id", "name", "target", "rel") and MARK in value.split():
            yield f"<{tag} {name}={value!r}>"
        if name == "id":
            if value in ids:
                yield f"two elements with the id {value}"
            ids.add(value)
    if COMPUTED in (element.text or "") + (element.tail or "") and tag not in ("script", "style"):
        yield f"a template of the data was filled: {element.text or ''}{element.tail or ''}"


def _finds(element: ElementTree.Element) -> bool:
    """Whether a form is the site's own, which asks a page of the site for a body or for words."""
    to = urlsplit(element.get("action") or "//")
    kind = (element.get("class") or "").partition(" ")[0]
    own = kind in ("rk-find", "rk-words") and element.get("role") == "search"
    return own and element.get("method") is None and not (to.scheme or to.netloc)


def _wrong_script(element: ElementTree.Element) -> Iterator[str]:
    """What machines are told is data, in which nothing ends the element or begins another."""
    text = element.text or ""
    if element.get("type") != "application/ld+json" or "<" in text:
        yield f"a script of the data: {text}"
        return
    try:
        json.loads(text)
    except ValueError as error:
        yield f"no JSON: {error}: {text}"


def _wrong_link(tag: str, name: str, value: str) -> Iterator[str]:
    try:
        parts = urlsplit(value)
    except ValueError:
        yield f"<{tag} {name}={value!r}> is no address"
        return
    if parts.scheme not in SCHEMES:
        yield f"<{tag} {name}={value!r}>"
    if (parts.hostname or "").endswith(f"{MARK}.example"):
        yield f"a text became a link: {value}"
    if tag not in ("a", "link") and (parts.scheme or parts.netloc):
        yield f"<{tag}> asks another host: {value}"


def _around(text: str, parser: html5lib.HTMLParser) -> str:
    line, column = parser.tokenizer.stream.position()
    shown = text.splitlines()[line - 1] if text.splitlines()[line - 1 : line] else ""
    return shown[max(column - 80, 0) : column + 80]


def wrong_file(path: str, content: bytes) -> Iterator[str]:
    """What is wrong with a file for other programs."""
    if path.endswith(".xlsx"):
        yield from _wrong_workbook(content)
        return
    if path.endswith(".pf_fragment"):
        yield from _wrong_fragment(content)
        return
    if path.endswith(OF_THE_INDEX):
        return
    text = content.decode("utf-8")
    if path.endswith(".csv"):
        between = ";" if path.endswith("-excel.csv") else ","
        yield from _wrong_table(text.removeprefix("\ufeff"), between)
    elif path.endswith((".xml", ".svg")):
        try:
            tree = ElementTree.fromstring(text)
        except ElementTree.ParseError as error:
            yield f"no XML: {error}"
            return
        for element in tree.iter():
            if MARK in element.tag or any(MARK in name for name in element.attrib):
                yield f"<{element.tag}> of the data"
    elif path.endswith((".json", ".geojson")):
        json.loads(text)


def _wrong_fragment(content: bytes) -> Iterator[str]:
    """A page as the search knows it: under an address of the site, with a title and a kind."""
    found = json.loads(gzip.decompress(content).removeprefix(b"pagefind_dcd"))
    if not re.fullmatch(r"/[a-z0-9/-]*", found["url"]):
        yield f"the search leads to {found['url']!r}"
    if found["meta"].keys() != {"title", "kind"}:
        yield f"the search is told {sorted(found['meta'])}"


def _wrong_workbook(content: bytes) -> Iterator[str]:
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if cell.data_type == "f" or cell.hyperlink is not None:
                yield f"{sheet.title} {cell.coordinate}: {cell.value!r} is no text"


def _wrong_table(text: str, between: str) -> Iterator[str]:
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True))
    for at, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            yield f"row {at} has {len(row)} cells, the head {len(rows[0])}"
        for cell in row:
            if cell[:1] in OPENERS and not _NUMBER.fullmatch(cell):
                yield f"row {at}: {cell[:60]!r} is a formula"
