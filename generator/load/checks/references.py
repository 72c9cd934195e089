"""What one place of the data calls by a name that another gives: regions, sources, categories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.format import OUT, EvaluationSettings, Source
from generator.format.document import Document, Value, dotted
from generator.format.guess import Guesser, suggestion
from generator.format.problems import Problems, message

_IDS_NOT_KEYS = ("indicators", "answers", "stage_scores", "categories", "groups")


def note_unknown(
    document: Document,
    path: tuple[str | int, ...],
    value: str,
    known: Guesser | Sequence[str],
    problems: Problems,
    *,
    key: bool = False,
) -> None:
    first = (known.known if isinstance(known, Guesser) else known)[:12]
    problems.add(
        document.at(path, key=key),
        dotted(path),
        message("“{value}” tidak ada", value=value),
        suggestion(value, known, message("yang ada: {known}", known=", ".join(first) or "–")),
    )


def listed_regions(
    settings: EvaluationSettings,
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Each region that a list of an edition or a group names, with where it stands there."""
    lists = [((name,), getattr(settings, name)) for name in (*OUT, "distinctions", "corrections")]
    for path, items in (*lists, (("participants", "names"), settings.participants.names)):
        for index, item in enumerate(items):
            yield (*path, index), item.region


def check_unique(
    values: Sequence[str],
    paths: Sequence[tuple[str | int, ...]],
    document: Document,
    problems: Problems,
) -> None:
    """Note each value that stands at an earlier path already."""
    seen: dict[str, tuple[str | int, ...]] = {}
    for value, path in zip(values, paths, strict=True):
        if value in seen:
            problems.add(
                document.at(path),
                dotted(path),
                message(
                    "“{value}” sudah dipakai di baris {line}",
                    value=value,
                    line=document.at(seen[value]).line,
                ),
                message("hapus salah satunya, atau beri nilai lain"),
            )
        seen.setdefault(value, path)


def check_unique_sources(
    document: Document,
    where: tuple[str | int, ...],
    sources: Sequence[Source],
    seen: set[str],
    problems: Problems,
) -> None:
    for index, source in enumerate(sources):
        if source.id in seen:
            path = (*where, "sources", index, "id")
            problems.add(
                document.at(path),
                dotted(path),
                message("sumber “{id}” sudah ada dalam edisi ini", id=source.id),
                message("beri id lain, atau pakai sumber yang sudah ada"),
            )
        seen.add(source.id)


def check_source_references(
    document: Document,
    path: tuple[str | int, ...],
    data: Value,
    known: Sequence[str],
    problems: Problems,
) -> None:
    for where, value in _named(data, path, ("source", "published_source")):
        if value not in known:
            problems.add(
                document.at(where),
                dotted(where),
                message("sumber “{id}” tidak ada dalam sources", id=value),
                suggestion(
                    value, known, message("tambahkan sumber itu di sources edisi atau berkas ini")
                ),
            )


def _named(
    data: Value, path: tuple[str | int, ...], names: tuple[str, ...]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(data, dict):
        ids = bool(path) and path[-1] in _IDS_NOT_KEYS
        for key, value in data.items():
            if key in names and isinstance(value, str) and not ids:
                yield (*path, key), value
            else:
                yield from _named(value, (*path, key), names)
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _named(value, (*path, index), names)
