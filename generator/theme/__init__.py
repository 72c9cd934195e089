"""The MkDocs theme ``rapor``: templates, one style sheet and one small script.

MkDocs imports this package to find the theme's folder, and it does so before it
imports the theme named by ``extends``. Material for MkDocs prints a notice of its
end of life when it is imported under ``mkdocs``; the variable it documents for
silencing the notice therefore has to be set here, at import, and not in a plugin
hook, which would run too late. Whoever wants the notice sets the variable to the
empty string.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
from functools import cache
from pathlib import Path

from generator.theme.first import all_first_styles

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

FOLDER = Path(__file__).parent

#: The only files that built pages load, as patterns below the site's root; the first
#: only with pages of prose. All else that Material brings along (search, its bundle,
#: source maps) can be left out.
NEEDED_ASSETS = (
    "assets/stylesheets/main.*.min.css",
    "assets/rapor/*",
)


@cache
def inline_script_hash() -> str:
    """Name the one inline script for a Content-Security-Policy: ``'sha256-…'``."""
    partial = (FOLDER / "partials" / "rapor" / "scheme.html").read_text(encoding="utf-8")
    found = re.search(r"<script>(.*?)</script>", partial, re.DOTALL)
    if found is None:  # pragma: no cover - the file is part of the package
        raise ValueError("partials/rapor/scheme.html holds no inline script")
    return _hash(found[1])


@cache
def inline_style_hashes() -> str:
    """Name the inline styles of the kinds of pages for a Content-Security-Policy."""
    return " ".join(_hash(styles) for styles in all_first_styles())


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


EMBEDDED = "sematkan/"
"""Where pages stand that other sites may show in a frame."""


SEARCHING = re.compile(r"(?:[a-z]{2}/)?(?:cari|pagefind)/")
"""Where WebAssembly runs: the page that searches all texts, and what it loads, a worker among it."""


def content_security_policy(address: str = "") -> str:
    """The value of the header ``Content-Security-Policy`` for an address below the site's root.

    Nothing comes from elsewhere, nothing inline but the one script and the styles of the first
    screen, WebAssembly only where all texts are searched, and no other site frames a page that is not
    made for it. ``frame-ancestors`` counts in a header alone, not in the page.
    """
    address = address.lstrip("/")
    compiled = " 'wasm-unsafe-eval'" if SEARCHING.match(address) else ""
    rules = {
        "default-src": "'none'",
        "script-src": f"'self' {inline_script_hash()}{compiled}",
        "style-src": f"'self' {inline_style_hashes()}",
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "*" if address.startswith(EMBEDDED) else "'none'",
    }
    return "; ".join(f"{name} {allowed}" for name, allowed in rules.items())
