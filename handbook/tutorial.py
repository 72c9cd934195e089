"""The tutorial as steps: what its Markdown says is done, in its order, as a reader would."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"
TUTORIAL = DOCS / "mulai.md"

SKIPPED, FAILS = "lewati", "gagal"
"""Marks above a block: what no reader but one does (an installation, a server), and what is refused."""

_PART = re.compile(
    r"(?:^<!-- (?P<mark>\w+) -->\n)?"
    r"^```(?P<kind>\w+)(?: title=\"(?P<title>[^\"]+)\")?\n(?P<text>.*?)^```$"
    r"|\]\(berkas/(?P<book>[\w.-]+)\)"
    r"|!\[[^\]]*\]\(gambar/(?P<picture>[\w-]+)\.webp\)",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Step:
    """``kind`` is ``run``, ``expect``, ``file``, ``book`` or ``picture``; of a file ``name`` is its path."""

    kind: str
    text: str
    name: str = ""
    fails: bool = False


Call = Callable[[tuple[str, ...], Path], tuple[int, str]]
"""Runs a program with its arguments in a folder: its exit status, and all that it printed."""


def steps(markdown: str) -> Iterator[Step]:
    """The steps of a tutorial; ValueError for a block that is none of them."""
    for found in _PART.finditer(markdown):
        kind, text = found["kind"], found["text"]
        if found["mark"] == SKIPPED:
            continue
        if found["book"]:
            yield Step("book", "", found["book"])
        elif found["picture"]:
            yield Step("picture", "", found["picture"])
        elif kind == "sh":
            for line in text.splitlines():
                yield Step("run", line, fails=found["mark"] == FAILS)
        elif kind == "text":
            yield Step("expect", text)
        elif kind == "yaml" and found["title"]:
            yield Step("file", text, found["title"])
        else:
            raise ValueError(f"no step: {found[0]}")


def follow(
    folder: Path, call: Call, look: Callable[[str, Path], None] = lambda name, site: None
) -> list[str]:
    """Do all steps, beginning in an empty folder; what was other than the tutorial says.

    ``look`` is called where a picture stands, with its name and the folder of the site.
    """
    wrong: list[str] = []
    here, said = folder, ""
    for step in steps(TUTORIAL.read_text("utf-8")):
        if step.kind == "run" and step.text.startswith("cd "):
            here = here / step.text.removeprefix("cd ")
        elif step.kind == "run":
            status, told = call(tuple(shlex.split(step.text)), here)
            said += told
            if (status != 0) != step.fails:
                wrong.append(f"{step.text}: {status}\n{told}")
        elif step.kind == "expect":
            wrong += [
                f"not told: {line}" for line in step.text.splitlines() if not _told(line, said)
            ]
            said = ""
        elif step.kind == "file":
            if not (here / step.name).is_file():
                wrong.append(f"nothing made {step.name}")
            (here / step.name).write_text(step.text, encoding="utf-8")
        elif step.kind == "book":
            shutil.copy(DOCS / "berkas" / step.name, here)
        else:
            look(step.name, here)
    return wrong


def _told(line: str, said: str) -> bool:
    """Whether a line was printed; … stands for anything."""
    pattern = ".*".join(re.escape(part) for part in line.strip().split("…"))
    return any(re.fullmatch(pattern, one.strip()) for one in said.splitlines())
