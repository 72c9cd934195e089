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
from pathlib import Path

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

FOLDER = Path(__file__).parent

#: The only files that built pages load, as patterns below the site's root; the first
#: only with pages of prose. All else that Material brings along (search, its bundle,
#: source maps) can be left out.
NEEDED_ASSETS = (
    "assets/stylesheets/main.*.min.css",
    "assets/rapor/*",
)


def inline_script_hash() -> str:
    """Name the one inline script for a Content-Security-Policy: ``'sha256-…'``."""
    partial = (FOLDER / "partials" / "rapor" / "scheme.html").read_text(encoding="utf-8")
    found = re.search(r"<script>(.*?)</script>", partial, re.DOTALL)
    if found is None:  # pragma: no cover - the file is part of the package
        raise ValueError("partials/rapor/scheme.html holds no inline script")
    digest = hashlib.sha256(found[1].encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
