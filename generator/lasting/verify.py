"""A published copy against the data: which figures differ, which files are missing or foreign."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import unescape
from itertools import zip_longest
from pathlib import Path

from generator.format.problems import Message, message
from generator.lasting.anchors import files_of, path_of
from generator.lasting.manifest import PATH, SUMS, sum_of
from generator.progress import counted
from generator.site import Whole

MOST = 5
"""So many differences of one file are told."""

_BLOCK = re.compile(
    r"</?(?:p|div|li|ol|ul|h[1-6]|t[dhr]|dt|dd|section|aside|figure|caption|summary)\b"
)
_TAG = re.compile(r"<[^>]+>")
_DRAWN = re.compile(r"<(script|style|svg)\b.*?</\1>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Found:
    """What is not as it should be, and in which file."""

    path: str
    told: Message


def verify(folder: Path, whole: Whole, inputs: Mapping[str, Path]) -> Iterator[Found]:
    """What a copy of a site has other than the data say, and than it says of itself.

    Pages and files are made anew from the data and compared; then the copy with its own sums.
    """
    there = dict.fromkeys(files_of(folder))
    yield from _inputs(folder, inputs)
    for address in counted(message("Membandingkan halaman"), whole.makers):
        path = path_of(f"/{address}")
        if path not in there:
            yield Found(path, message("halaman ini tidak ada"))
            continue
        text = (folder / path).read_text(encoding="utf-8", errors="replace")
        _, html = whole.made(address)
        if html.strip() not in text:
            yield from _page(path, text, html)
    for path, make in whole.files.items():
        if path not in there:
            yield Found(path, message("berkas ini tidak ada"))
        else:
            yield from _file(path, (folder / path).read_bytes(), make())
    yield from _sums(folder, there)


def _inputs(folder: Path, inputs: Mapping[str, Path]) -> Iterator[Found]:
    """The files of the data that are other than those of which the copy was made."""
    try:
        told = json.loads((folder / PATH).read_bytes())["inputs"]
        made_of = {str(name): str(sum_) for name, sum_ in told.items()}
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        yield Found(PATH, message("tidak ada atau tidak terbaca; asal salinan ini tidak diketahui"))
        return
    for name in sorted(made_of.keys() | inputs.keys()):
        if name not in inputs:
            yield Found(name, message("dipakai salinan itu, tetapi tidak ada dalam data sekarang"))
        elif name not in made_of:
            yield Found(name, message("ada dalam data sekarang, tetapi tidak dipakai salinan itu"))
        elif sum_of(inputs[name]) != made_of[name]:
            yield Found(name, message("berubah sejak salinan itu dibuat"))


def _page(path: str, text: str, html: str) -> Iterator[Found]:
    """The words of a page that are not those that the data give."""
    wanted, told = _words(html), _words(_main(text))
    count = 0
    for kind, a, b, c, d in SequenceMatcher(None, told, wanted, autojunk=False).get_opcodes():
        if kind == "equal" or (kind == "delete" and _around(told[a:b])):
            continue
        count += 1
        if count <= MOST:
            yield Found(path, _differs(" ".join(told[a:b]), " ".join(wanted[c:d])))
    if count > MOST:
        yield Found(path, message("dan {count} beda lain", count=count - MOST))
    if not count:
        yield Found(path, message("susunannya lain; kata dan angkanya sama"))


def _around(words: list[str]) -> bool:
    """Whether words are only what the theme puts around a page."""
    return not any(any(sign.isdigit() for sign in word) for word in words)


def _main(text: str) -> str:
    start, end = text.find("<h1"), text.rfind("</article>")
    return text[max(start, 0) : end if end > 0 else len(text)]


def _words(html: str) -> list[str]:
    """The texts of a page, one for each of its parts."""
    plain = _BLOCK.sub("\n<", _DRAWN.sub("", html))
    lines = (" ".join(unescape(_TAG.sub("", line)).split()) for line in plain.split("\n"))
    return [line for line in lines if line and not line.startswith("<")] or [""]


def _differs(told: str, wanted: str) -> Message:
    if not told:
        return message("tidak ada di salinan: “{wanted}”", wanted=_short(wanted))
    if not wanted:
        return message("tidak menurut data: “{told}”", told=_short(told))
    return message(
        "di salinan “{told}”, menurut data “{wanted}”", told=_short(told), wanted=_short(wanted)
    )


def _short(text: str) -> str:
    return text if len(text) <= 160 else f"{text[:157]}…"


def _file(path: str, there: bytes, wanted: bytes) -> Iterator[Found]:
    """The cells of a table that are not those of the data; of another file, that it differs."""
    if there == wanted:
        return
    if not path.endswith(".csv"):
        yield Found(path, message("isinya lain daripada menurut data"))
        return
    tables = [_table(there), _table(wanted)]
    head = tables[1][0] if tables[1] else []
    count = 0
    for row, (old, new) in enumerate(zip_longest(*tables, fillvalue=[]), 1):
        for column, (was, now) in enumerate(zip_longest(old, new, fillvalue="")):
            if was != now:
                count += 1
                if count <= MOST:
                    name = head[column] if column < len(head) else str(column + 1)
                    whose = ", ".join((new or old)[:5])
                    yield Found(path, _cell(row, whose, name, was, now))
    if count > MOST:
        yield Found(path, message("dan {count} beda lain", count=count - MOST))


def _table(content: bytes) -> list[list[str]]:
    text = content.decode("utf-8-sig", "replace")
    head = text.partition("\n")[0]
    sign = ";" if head.count(";") > head.count(",") else ","
    return list(csv.reader(io.StringIO(text), delimiter=sign))


def _cell(row: int, whose: str, name: str, was: str, now: str) -> Message:
    return message(
        "baris {row} ({whose}), {name}: di salinan “{was}”, menurut data “{now}”",
        row=row,
        whose=whose,
        name=name,
        was=was,
        now=now,
    )


def _sums(folder: Path, there: Mapping[str, None]) -> Iterator[Found]:
    """The files that are not as the copy itself says that they were published."""
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        yield Found(SUMS, message("tidak ada; berkas lain tidak dapat diperiksa"))
        return
    sums = {path: sum_ for sum_, _, path in (line.partition("  ") for line in lines)}
    for path in sorted(sums.keys() | there.keys()):
        if path == SUMS or path.startswith("."):
            continue
        if path not in there:
            yield Found(path, message("hilang dari salinan"))
        elif path not in sums:
            yield Found(path, message("berkas asing: tidak diterbitkan situs ini"))
        elif sum_of(folder / path) != sums[path]:
            yield Found(path, message("diubah sesudah terbit"))
