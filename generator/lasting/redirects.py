"""The small page that stands where an address was: it leads on, also where no script runs."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Redirected:
    """What a redirect says, in the language of the site; ``base`` is the site's address, if known."""

    code: str
    title: str
    told: str
    base: str = ""


def redirect_page(old: str, new: str, anchors: Iterable[str], words: Redirected) -> bytes:
    """The page at ``old`` that leads to ``new``, both from the root.

    A browser that follows it loses the anchor of the link: each is a link of its own.
    """
    page, _, anchor = new.partition("#")
    start = posixpath.dirname(old) or "/"
    to = posixpath.relpath(page, start) + ("/" if page.endswith("/") else "")
    link = escape(to + (f"#{anchor}" if anchor else ""))
    told = "".join(
        f'\n<li id="{escape(one)}"><a href="{escape(to)}#{escape(one)}">{escape(one)}</a></li>'
        for one in sorted(anchors)
    )
    base = words.base.rstrip("/")
    canonical = f'\n<link rel="canonical" href="{escape(base + page)}">' if base else ""
    return f"""<!doctype html>
<html lang="{words.code}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={link}">{canonical}
<title>{escape(words.title)}</title>
</head>
<body>
<h1>{escape(words.title)}</h1>
<p><a href="{link}">{escape(words.told)}</a></p>{f"<ul>{told}</ul>" if told else ""}
</body>
</html>
""".encode()
