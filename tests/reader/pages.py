"""The texts on a published page: from Markdown to plain sentences, and where each stands.

Headline, date line, lead and paragraphs are read; tables, lists and the rest of a page are not.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.language import Language
from reader.language.indonesian import INDONESIAN

_NOTES = re.compile(r'<sup class="rk-ref">.*?</sup>|<small class="rk-origin">.*?</small>')
_TAGS = re.compile(r"<[^>]+>")
_HEADS = re.compile(r'<p class="rk-(dateline|lead)">(.*?)</p>')
_BLOCK = re.compile(
    r"</?(?:details|section|div|p|ul|ol|li|dl|table|figure|aside|summary|small|nav)\b|<!--"
)


@dataclass(frozen=True)
class Text:
    """A piece of a page: a ``headline``, ``dateline``, ``lead`` or ``paragraph`` of several sentences.

    ``group`` is the heading under which it stands on the page of an edition.
    """

    place: str
    text: str
    group: str = ""


def plain(markup: str) -> str:
    """The words of a piece of Markdown, without links, footnote marks and the name of a source."""
    return " ".join(html.unescape(_TAGS.sub("", _NOTES.sub("", markup))).split())


def texts(address: str, markdown: str, language: Language = INDONESIAN) -> list[Text]:
    """The texts of the page of an article, an edition or a region; none of any other page."""
    if not address.startswith(language.folder):
        return []
    address = address.removeprefix(language.folder)
    if re.fullmatch(r"\d{4}/[a-z0-9-]+/", address) and '<p class="rk-lead">' in markdown:
        return list(_article(markdown.splitlines()))
    if re.fullmatch(r"\d{4}/", address):
        return list(_edition(markdown))
    if re.fullmatch(r"wilayah/[a-z0-9-]+/", address):
        return list(_running(markdown, language.heading_of_years))
    return []


def _article(lines: list[str], group: str = "") -> Iterator[Text]:
    """From the headline to the next heading of a section."""
    if not lines:
        return
    yield Text("headline", plain(lines[0].lstrip("# ")), group)
    for line in _until(lines[1:], "## "):
        heads = _HEADS.findall(line)
        for place, inside in heads:
            yield Text(place, plain(inside), group)
        if not heads and _is_prose(line):
            yield Text("paragraph", plain(line), group)


def _edition(markdown: str) -> Iterator[Text]:
    """A group has a heading with its name and, below it, one with the headline; then the ranking."""
    for section in re.split(r"^## ", markdown, flags=re.MULTILINE)[1:]:
        name, _, rest = section.partition("\n")
        yield from _report(rest, plain(name))


def _report(rest: str, group: str) -> Iterator[Text]:
    """The article begins again with the date or the lead, and ends where its proof is folded up."""
    article = re.search(r"^(?:### |<h3\b)", rest, re.MULTILINE)
    if article and 'class="rk-lead"' in rest:
        lines = rest[article.start() :].splitlines()
        begins = re.compile('class="rk-(?:dateline|lead)"')
        start = next(n for n, line in enumerate(lines) if begins.search(line))
        yield from _article([lines[0], *_until(lines[start:], "### ", "<details", "<!--/")], group)


def _running(markdown: str, heading: str) -> Iterator[Text]:
    """The paragraphs below the heading of the years, up to the table."""
    _, _, rest = markdown.partition(f"\n## {heading}\n")
    for line in _until(rest.splitlines(), "## ", "<div"):
        if _is_prose(line):
            yield Text("paragraph", plain(line))


def _until(lines: list[str], *ends: str) -> Iterator[str]:
    """The lines up to one that begins with any of the ends, without folded-up parts."""
    folded = False
    for line in lines:
        if line.startswith(ends):
            return
        folded = folded or line.startswith("<details")
        if not folded:
            yield line
        folded = folded and "</details>" not in line


def _is_prose(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#") and not _BLOCK.match(line)
