"""Text into Markdown and HTML, safely, and links between pages.

Pages are CommonMark. What CommonMark cannot say (captions, row headers) is an HTML block without
blank lines. Every value is escaped with character references, which mean the same in both.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from html import unescape

import pyromark
from markupsafe import Markup
from markupsafe import escape as html_escape

from generator.templating import safe

_SPECIAL = re.compile(r"[&<>\"'\\`*_\[\]#|~^=${}!]")
_LEADING = re.compile(r"[-+:/?]|(?P<number>\d+)[.)]")


def escape(value: object) -> Markup:
    """Text that stays text in HTML, in an attribute, and in Markdown (also at a line's start)."""
    if value.__class__ is str:
        return known[value]
    if isinstance(value, Markup):
        return value
    return known[str(value)]


def _reference(found: re.Match[str]) -> str:
    return f"&#{ord(found.group())};"


def _escaped(value: str) -> Markup:
    text = _SPECIAL.sub(_reference, value)
    leading = _LEADING.match(text)
    if leading:
        if leading["number"]:
            at = leading.end("number")
            text = f"{text[:at]}&#{ord(text[at])};{text[at + 1 :]}"
        else:
            text = f"&#{ord(text[0])};{text[1:]}"
    return safe(text.replace("://", "&#58;//"))  # noqa: S704 — escaped above; no bare address is linked twice


class _Known(dict[str, Markup]):
    """Texts that are escaped already: names, labels and numbers come back on page after page,
    sentences do not."""

    LONGEST, MOST = 60, 20_000

    def __missing__(self, text: str) -> Markup:
        found = _escaped(text)
        if len(text) < self.LONGEST:
            if len(self) >= self.MOST:
                self.clear()
            self[text] = found
        return found


known = _Known()
"""A text, escaped. Templates look it up here themselves: most of them are found."""


def filled(text: str, /, **values: object) -> Markup:
    """A message with its placeholders ``%(name)s`` filled; each value is escaped unless it is HTML."""
    # By ``str``: Markup would look whether each value has to be escaped, which all are.
    told = str.__mod__(escape(text), {key: escape(value) for key, value in values.items()})
    return safe(told)  # noqa: S704 — all escaped


def sewn(text: str, /, *values: object) -> Markup:
    """HTML with each ``{}`` filled; a value that is no HTML is escaped as such.

    ``Markup.format`` does the same, with a parser of its own: a page has a hundred of these.
    """
    put = [value if value.__class__ is Markup else html_escape(value) for value in values]
    return safe(text.format(*put))  # noqa: S704 — all escaped


def html_block(text: str) -> Markup:
    """An HTML block as CommonMark wants it: lines without indentation, none of them blank."""
    # As plain text: Markup would wrap every line anew.
    text = str(text).strip()
    if not ("\n\n" in text or "\n " in text or " \n" in text):
        return safe(f"\n{text}\n\n")  # noqa: S704
    lines = [kept for line in text.splitlines() if (kept := line.strip())]
    return safe("\n" + "\n".join(lines) + "\n\n")  # noqa: S704


_GAP = re.compile(r"\n\n\n+")


def tidy(markdown: str) -> str:
    """At most one blank line in a row, one newline at the end."""
    if " \n" in markdown:
        markdown = "\n".join([line.rstrip() for line in markdown.splitlines()])
    return _GAP.sub("\n\n", markdown).strip() + "\n"


@lru_cache(maxsize=1000)
def slug(text: str) -> str:
    """A heading's anchor, by the same rule as MkDocs: ``Arti kategori`` → ``arti-kategori``."""
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_only).strip().lower())


def relative(here: str, there: str, *, index: str = "") -> str:
    """The address ``there`` seen from ``here`` (both from the root, "" = home, pages end in /).

    ``index`` is appended to pages for sites that are read without a server (``index.html``).
    """
    address, hash_, anchor = there.partition("#")
    if address == here:
        return f"{hash_}{anchor}" if anchor else (index or "./")
    common = 0
    if here.partition("/")[0] == address.partition("/")[0]:  # most links have nothing in common
        for one, two in zip(here.split("/")[:-1], address.split("/")[:-1], strict=False):
            if one != two:
                break
            common += 1
    path = "../" * (here.count("/") - common) + "/".join(address.split("/")[common:])
    if address == "" or address.endswith("/"):
        path = (path or "./") + index
    return f"{path}{hash_}{anchor}"


_TAG = re.compile(r"<[^>]+>")


class Glossary:
    """The terms of the glossary page: each heading, and its short form in parentheses."""

    ADDRESS = "glosarium/"

    def __init__(self, markdown: str) -> None:
        self.anchors: dict[str, str] = {}
        for marked in re.findall(r"^## +(.+?)\s*#*$", markdown, re.MULTILINE):
            heading = _TAG.sub("", marked)
            anchor = slug(heading)
            for form in re.split(r"[()]", heading):
                term = form.strip()
                # One plain word ("skor") stands on every line; only names and phrases are linked.
                if term and (" " in term or "/" in term or term.isupper()):
                    self.anchors.setdefault(term, anchor)
                    self.anchors.setdefault(term[0].lower() + term[1:], anchor)
        forms = sorted(self.anchors, key=len, reverse=True)
        # By their first letter: most words of a text begin with none of them.
        by_letter: dict[str, list[str]] = {}
        for form in forms:
            by_letter.setdefault(form[0], []).append(re.escape(form[1:]))
        joined = "|".join(
            f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in by_letter.items()
        )
        self._pattern = re.compile(rf"(?<![\w/])(?:{joined})(?![\w/])") if forms else None

    def link(self, text: str, href: str, used: set[str]) -> Markup:
        """Escaped text with the first use of each term linked; ``used`` is the page's memory."""
        if self._pattern is None:
            return foreign(escape(text))
        parts: list[str] = []
        end = 0
        for found in self._pattern.finditer(text):
            anchor = self.anchors[found.group()]
            if anchor in used:
                continue
            used.add(anchor)
            parts.append(
                escape(text[end : found.start()]) if end else escape(text[: found.start()])
            )
            parts.append(
                f'<a class="rk-term" href="{escape(href)}#{anchor}">{escape(found.group())}</a>'
            )
            end = found.end()
        parts.append(escape(text[end:]))
        return foreign(safe("".join(parts)))  # noqa: S704 — each part is escaped


_FOREIGN = ("Self Assessment Questionnaire", "self assessment questionnaire")


def foreign(text: Markup) -> Markup:
    """Foreign words in italics, and named as English for a screen reader."""
    if not any(words in text for words in _FOREIGN):
        return text
    result = str(text)
    for words in _FOREIGN:
        result = result.replace(words, f'<em lang="en">{words}</em>')
    return safe(result)  # noqa: S704 — only our own element is added


_NAMED = re.compile(r"<!--rk-id:([^>]*)-->")
"""Before a heading whose anchor stays when its words change: with the year, the question, the report."""

_HEADING = re.compile(rf"(?:{_NAMED.pattern}\s*)?<h([1-6])>(.*?)</h\2>", re.DOTALL)


_COLUMNS = {
    "<!--rk-columns-->": '<div class="rk-columns">',
    "<!--rk-broad-->": '<div class="rk-columns rk-columns--broad">',
    "<!--rk-told-->": '<div class="rk-told">',
    "<!--rk-more-->": '<div class="rk-told rk-told--more">',
    "<!--rk-pair-->": '<div class="rk-pair">',
    "<!--rk-part-->": '<div class="rk-part">',
    "<!--rk-usual-->": '<div class="rk-usual">',
    "<!--rk-unprinted-->": '<div class="rk-unprinted">',
    "<!--/rk-->": "</div>",
}
"""Where the columns of a page begin and end. In Markdown they are comments: other builders take an
element around Markdown for HTML as a whole."""

_COLUMN = re.compile("|".join(map(re.escape, _COLUMNS)))


def to_html(markdown: str) -> str:
    """CommonMark to HTML, with the anchors that MkDocs gives to headings, and its columns."""
    html = _COLUMN.sub(lambda found: _COLUMNS[found[0]], pyromark.html(markdown))
    given = {unescape(found) for found in _NAMED.findall(html)}
    seen: set[str] = set()

    def with_anchor(found: re.Match[str]) -> str:
        # A name of the data may leave nothing to make an anchor of.
        own = unescape(found[1] or "")
        base = anchor = own or _anchor(found[3])
        number = 1
        while anchor in seen or (anchor in given and not own):
            anchor, number = f"{base}_{number}", number + 1
        seen.add(anchor)
        return f'<h{found[2]} id="{anchor}">{found[3]}</h{found[2]}>'

    return _HEADING.sub(with_anchor, html)


@lru_cache(maxsize=1000)
def _anchor(heading: str) -> str:
    """The anchor of a heading by its HTML; most pages of a kind have the same headings."""
    return slug(unescape(_TAG.sub("", heading))) or "bagian"
