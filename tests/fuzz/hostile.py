"""A site in which every text of the data tries to be more than text.

The site of ``tests/full/`` has every key; here each value that the models take as free text, in all
places where it stands, becomes a hostile one. What the checks refuse is not lost: it is told by field.
"""

from __future__ import annotations

import json
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from fuzz.checks import MARK
from fuzz.fields import Leaf, leaves, put
from generator.format.problems import Problems
from generator.load.folder import Kept
from generator.load.load import load

TESTS = Path(__file__).parent.parent
FULL, MEASURE = TESTS / "full", TESTS / "measures" / "lengkap.yml"
UNRANKED = TESTS / "measures" / "puskesmas" / "results"

Files = dict[str, Any]
"""The files of a folder of data by their names, as plain values; mkdocs.yml too, if it is there."""

ATTACK = " ".join(
    (
        f"<{MARK} {MARK}=1>&lt;{MARK}&gt;",
        "<script>window.pwned=1</script><img src=x onerror=window.pwned=2>",
        f'" {MARK}="1" onmouseover="window.pwned=3" \' {MARK}=\'1\' > ]]> --> <!--{MARK}-->',
        "</title></style></script></textarea></svg></td></table></details>",
        f"[a](javascript:window.pwned=4) [b]: //{MARK}.example ![c](https://{MARK}.example/c.png)",
        f"<https://{MARK}.example/d> https://{MARK}.example/e www.{MARK}.example f@{MARK}.example",
        f"*{MARK}-md* **{MARK}-md** `{MARK}-md` ~~{MARK}-md~~ | {MARK}-md | {{: .{MARK} {MARK}=1 }}",
        "{{ 191*7 }} {% raw %} {%- include 'x' %} {# %} ${191*7} %(x)s %s {x} [[situs]] \\ &amp; &#60;",
    )
)
"""One text with what breaks out of HTML, attributes, Markdown, templates and messages."""

OPENERS = (
    "<b>",
    "=1+1 ",
    "+1 ",
    "-1 ",
    "@SUM(1) ",
    "# ",
    "1. ",
    "> ",
    "``` ",
    "javascript:window.pwned=5 ",
    '"><img src=x onerror=window.pwned=6>',
    "--- ",
    "[[bila kategori]] ",
)
"""With which a hostile text may begin: each means something at the beginning of a line or a cell."""

UNSEEN = ("\x00", "\u202e", "\u2066", "\u200b", "\x1b[2J", "\ud800", "\ue000", "\x7f")
"""What no text may hold: NUL, marks of direction, nothing at all, a terminal's, half a letter."""


def read_files(root: Path) -> Files:
    """The files of a folder of data."""
    return {
        path.relative_to(root).as_posix(): yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        for path in sorted(root.rglob("*.yml"))
    }


def write_files(files: Files, root: Path) -> Path:
    """Write files as JSON, which is YAML; the folder."""
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(data), encoding="utf-8")
    return root


@cache
def bases() -> dict[str, Files]:
    """The sites with every key, by their main measure: one with all that there is, one unranked."""
    measure = yaml.load(MEASURE.read_text("utf-8"), yaml.BaseLoader)
    ranked = {key: measure[key] for key in measure if key not in ("ranking_reason", "scale")}
    return {
        "kip": {**read_files(FULL), "measures/kip.yml": {**ranked, "ranking": "computed"}},
        "layanan": {**read_files(UNRANKED), "measures/layanan.yml": measure},
    }


def texts(files: Files) -> dict[str, list[tuple[str, Leaf]]]:
    """Every free text with all places where it stands."""
    found: dict[str, list[tuple[str, Leaf]]] = {}
    for name, data in files.items():
        for leaf in leaves(name, data):
            if leaf.kind == "_text":
                found.setdefault(leaf.value, []).append((name, leaf))
    return found


def replaced(files: Files, changes: dict[str, str]) -> Files:
    """The files with other texts, each in all its places: what is named by it still is."""
    found = dict(files)
    for text, places in texts(files).items():
        # Keys last: the path of a value goes through its key.
        for name, leaf in sorted(places, key=lambda place: -len(place[1].path)):
            if text in changes:
                found[name] = put(found[name], leaf.path, changes[text])
    return found


class Checked:
    """A folder of data whose files change one after another: what has not changed is not read again."""

    def __init__(self, root: Path, measure: str) -> None:
        self.root = root
        self._measure = measure
        self._there: Files = {}
        self._kept = Kept()

    def refused(self, files: Files) -> list[str]:
        """What the checks say of files, which are those of the folder then."""
        for name in self._there.keys() - files.keys():
            (self.root / name).unlink()
        write_files({n: d for n, d in files.items() if self._there.get(n) != d}, self.root)
        self._there = dict(files)
        problems = Problems()
        load(self.root, problems, kept=self._kept, measure=self._measure)
        return problems.report()


@cache
def changeable(measure: str) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The texts of a site that may be any text, and those that may not; each with its fields."""
    free: dict[str, list[str]] = {}
    bound: dict[str, list[str]] = {}
    base = bases()[measure]
    with tempfile.TemporaryDirectory() as name:
        checked = Checked(Path(name), measure)
        for at, (text, places) in enumerate(texts(base).items()):
            said = checked.refused(replaced(base, {text: f"{ATTACK} {at}"}))
            (bound if said else free)[text] = sorted({leaf.field for _, leaf in places})
    return free, bound


def hostile(measure: str, shift: int) -> Files:
    """A site with every text hostile; each begins otherwise with another ``shift``."""
    free, _ = changeable(measure)
    changes = {
        text: f"{OPENERS[(at + shift) % len(OPENERS)]}{ATTACK} {at}" for at, text in enumerate(free)
    }
    return replaced(bases()[measure], changes)


def settings(measure: str, text: str = "Situs") -> dict[str, Any]:
    """What mkdocs.yml says; its own texts are trusted, but text all the same."""
    publisher = {key: text for key in ("name", "responsible", "text_license", "data_license")}
    options = {
        "publisher": publisher,
        "analysis": "true",
        "measure": measure,
        "design_page": "true",
        "manifest": "true",
    }
    return {
        "site_name": text,
        "site_url": "https://contoh.id/",
        "docs_dir": "content",
        "theme": {"name": "rapor"},
        "plugins": [{"rapor": options}],
    }


def write_hostile_site(folder: Path, measure: str = "kip", shift: int = 0) -> Path:
    """A whole site of such data."""
    write_files(hostile(measure, shift), folder / "results")
    write_files({"mkdocs.yml": settings(measure)}, folder)
    (folder / "content").mkdir()
    return folder
