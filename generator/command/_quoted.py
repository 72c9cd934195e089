"""Problems with the line that each is about, and a sign below the column."""

from __future__ import annotations

from collections.abc import Iterator

from generator.format.problems import Place, Problems, Translate, one_line
from generator.format.reading import ALL_REGIONS
from generator.settings import Settings

WIDE = 100
"""Characters of a line that are shown: of a longer one those around the column."""


def quoted(problems: Problems, settings: Settings, translate: Translate) -> Iterator[str]:
    """The lines of a report; below each the line of the file, where the problem is at a place in it."""
    lines: dict[str, list[str]] = {}
    *told, count = problems.report(translate)
    for problem, text in zip(problems, told, strict=True):
        yield text
        if problem.field or problem.place.column > 1 or problem.place.line > 1:
            file = problem.place.file
            if file not in lines:
                lines[file] = _lines(settings, file)
            yield from _shown(lines[file], problem.place)
    yield count


def _lines(settings: Settings, file: str) -> list[str]:
    """The lines of a file by the name that messages give it; none where it cannot be read."""
    folder = settings.results.parent if file.startswith(f"{settings.results.name}/") else None
    path = (folder or settings.folder) / file
    try:
        if not path.is_file() or path.stat().st_size > ALL_REGIONS.bytes:
            return []
        return path.read_text("utf-8-sig", "replace").splitlines()
    except OSError:
        return []


def _shown(lines: list[str], place: Place) -> Iterator[str]:
    if not 0 < place.line <= len(lines):
        return
    line, at = lines[place.line - 1], place.column - 1
    start = max(0, at - WIDE // 2) if len(line) > WIDE else 0
    before = one_line(line[start:at])
    yield f"    {before}{one_line(line[at : start + WIDE])}".rstrip()
    yield f"    {' ' * len(before)}^"
