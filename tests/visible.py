"""What a reader of a page sees or hears, piece by piece, and whether it is marked as Indonesian."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

SPOKEN = ("alt", "aria-label", "data-label", "placeholder", "title")
"""Attributes that are read out or shown."""

UNSEEN = frozenset(("code", "script", "style"))
"""Elements without words: places in files are no language."""

VOID = frozenset(("br", "col", "hr", "img", "input", "link", "meta", "wbr"))


@dataclass
class Visible(HTMLParser):
    """``texts`` are those between tags, in their order, with whether they are marked as ``language``
    (foreign words inside it count as part of it); ``spoken`` the attributes that are read out.
    """

    language: str

    texts: list[tuple[str, bool]] = field(default_factory=list)
    spoken: list[tuple[str, bool]] = field(default_factory=list)
    _open: list[tuple[str, bool, bool]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        marked = self._marked() or ("lang", self.language) in attrs
        self.spoken += [(value, marked) for name, value in attrs if name in SPOKEN and value]
        if tag not in VOID:
            self._open.append((tag, marked, tag in UNSEEN))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(unseen for _, _, unseen in self._open):
            self.texts.append((data, self._marked()))

    def _marked(self) -> bool:
        return bool(self._open) and self._open[-1][1]


def visible(html: str, language: str = "id") -> Visible:
    """The texts of a page, and which of them are marked as being in a language."""
    found = Visible(language)
    found.feed(html)
    found.close()
    return found


def outside(texts: list[tuple[str, bool]]) -> Iterator[str]:
    """What stands in no ⟦message⟧ and is not marked; a message may go on over several texts.

    A bracket too many or too few is given as it is.
    """
    depth = 0
    for text, marked in texts:
        plain = ""
        for letter in text:
            depth += {"⟦": 1, "⟧": -1}.get(letter, 0)
            if depth < 0:
                yield f"⟧ in “{text}”"
                depth = 0
            if not depth and not marked and letter != "⟧":
                plain += letter
            elif plain:
                yield plain
                plain = ""
        yield plain
    if depth:
        yield "⟦ that is never closed"
