"""What a page of the preview says above all else while the data, or the last rebuild, are wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.format.problems import Translate, message
from generator.pages.markup import escape

FIRST = 5
"""Problems that are shown; the terminal has them all."""

_BODY = re.compile(rb"<body[^>]*>")
# The styles of the site are for readers, who never see this.
_STYLE = (
    "padding:1rem 1.25rem;font:1rem/1.5 sans-serif;color:#000;background:#ffd54f;"
    "border-bottom:4px solid #b00020;overflow-wrap:anywhere"
)


def warned(page: bytes, report: Sequence[str], translate: Translate) -> bytes:
    """A page of HTML with the first lines of a report and its last, which is their count."""
    *lines, count = report
    old = message("Halaman ini masih menunjukkan data terakhir yang benar.").text(translate)
    items = "".join(f"<li>{escape(line)}</li>" for line in lines[:FIRST])
    more = message("Selebihnya ada di terminal.").text(translate) if len(lines) > FIRST else ""
    banner = (
        f'<div role="alert" style="{_STYLE}"><strong>{escape(count)}</strong> {escape(old)}'
        f"<ul>{items}</ul>{escape(more)}</div>"
    ).encode()
    body = _BODY.search(page)
    at = body.end() if body else 0
    return page[:at] + banner + page[at:]
