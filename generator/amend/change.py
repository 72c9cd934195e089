"""Figures that are corrected: what was asked, what stands there now, and the files with the new ones."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.evaluation.corrected import choices, counted, said
from generator.evaluation.model import Evaluation, ResultFile
from generator.evaluation.rounding import competition_ranks, round_half_up
from generator.evaluation.scoring import points
from generator.format import Figure
from generator.format.corrected import ORIGINS
from generator.format.edits import Said, add_item, data_of, put
from generator.format.guess import suggestion
from generator.format.problems import Message, Place, Problems, message

WHOLE = ("score", "category", "rank")
PARTS = {origin: field for field, origin in ORIGINS.items()}
"""The field of a correction by the key of a result file: ``indicators`` is ``indicator``."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be corrected: of which region and year, by which measure, and what is said of it.

    ``values`` are the new values by the keys of the result file, those of parts with the id after a
    full stop (``indicators.layanan``); ``about`` what else the entry of the correction says, in the
    order in which it is written. ``ranks``: the published ranks of the others follow the scores.
    """

    year: int
    region: str
    values: Mapping[str, str]
    about: Mapping[str, str]
    measure: str = ""
    ranks: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """One figure that is corrected, of the region or, where its rank follows, of another."""

    region: str
    field: str
    before: str
    after: str
    of: str = ""

    @property
    def entry(self) -> dict[str, str]:
        part = {"of": self.of} if self.of else {}
        return {
            "region": self.region,
            "field": self.field,
            **part,
            "from": self.before,
            "to": self.after,
        }


def is_key(key: str) -> bool:
    """Whether a key names what can be corrected."""
    origin, dot, of = key.partition(".")
    return key in WHOLE or bool(origin in PARTS and dot and of)


def changes_of(
    evaluation: Evaluation, wanted: Wanted, problems: Problems
) -> tuple[Change, ...] | None:
    """What changes, with what stands there now; None where there is nothing, which is noted."""
    file = evaluation.results.get(wanted.region)
    found = []
    for key, value in wanted.values.items():
        origin, _, of = key.partition(".")
        before = _standing(file, origin, of) if file is not None else None
        if before is None:
            problems.add(
                Place(file.document.file if file is not None else evaluation.document.file),
                key,
                message("belum ada angka yang diumumkan di sini, jadi tidak ada yang dikoreksi"),
                _instead(evaluation, file, origin, of),
            )
            continue
        found.append(Change(wanted.region, PARTS.get(origin, origin), before, value.strip(), of))
    if len(problems):
        return None
    return (*found, *(_following(evaluation, found) if wanted.ranks else ()))


def _standing(file: ResultFile, origin: str, of: str) -> str | None:
    """What a result file has of a figure, as a correction writes it; None where it has nothing."""
    if origin == "answers":
        answer = file.result.answers.get(of)
        return said(answer) or None if answer is not None else None
    held = getattr(file.result, origin)
    figure: Figure[Any] | None = held.get(of) if origin in PARTS else held
    return None if figure is None or figure.value is None else str(figure.value)


def _instead(evaluation: Evaluation, file: ResultFile | None, origin: str, of: str) -> Message:
    """What to do where a figure is not written: it may be computed, or its id be another."""
    written = message("hasil baru ditulis langsung di berkasnya, tanpa koreksi")
    instrument = evaluation.instrument
    if origin not in PARTS or instrument is None:
        return written
    ids = {
        "stage_scores": [stage.id for stage in instrument.stages],
        "indicators": [indicator.id for indicator in instrument.indicators],
        "answers": list(instrument.questions),
    }[origin]
    if of not in ids:
        return suggestion(of, ids, message("yang ada: {known}", known=", ".join(ids) or "–"))
    if origin != "answers" and file is not None and file.result.answers:
        return message("skor ini dihitung: koreksi jawaban (“answers.…”) yang keliru")
    return written


def _following(evaluation: Evaluation, changes: Sequence[Change]) -> Iterator[Change]:
    """The published ranks of others that the scores contradict once these are corrected."""
    scores = {id_: f.score for id_, f in evaluation.results.items() if f.score is not None}
    for change in changes:
        if change.field == "score":
            try:
                scores[change.region] = type(scores[change.region])(change.after)
            except ArithmeticError:
                return  # told with the data as they would be
    rounded = {id_: round_half_up(score, evaluation.decimals) for id_, score in scores.items()}
    own = {change.region for change in changes}
    for id_, place in competition_ranks(rounded).items():
        rank = evaluation.results[id_].result.rank_in_group
        if id_ not in own and rank is not None and rank.value not in (None, place):
            yield Change(id_, "rank", str(rank.value), str(place))


def texts_of(
    root: Path, evaluation: Evaluation, changes: Sequence[Change], about: Mapping[str, str]
) -> dict[str, bytes]:
    """The files as they would be, by their names; NotChanged where one cannot be changed safely."""
    found: dict[str, str] = {}
    for change in changes:
        file = evaluation.results[change.region]
        name = file.document.file
        text = found.get(name) or _read(root, name)
        found[name] = _changed(text, evaluation, file, change, about.get("source"))
    date, *more = about.items()
    name = evaluation.document.file
    text = _read(root, name)
    for change in changes:
        entry = dict([date, *change.entry.items(), *more])
        text = add_item(text, evaluation.path("corrections"), entry)
    found[name] = text
    return {name: text.encode() for name, text in found.items()}


def _changed(
    text: str, evaluation: Evaluation, file: ResultFile, change: Change, source: str | None
) -> str:
    if change.field != "answer":
        origin = ORIGINS.get(change.field)
        path = (origin, change.of) if origin else (change.field,)
        return with_figure(text, path, change.after, source)
    answer = file.result.answers[change.of]
    key = counted(answer)
    values = choices(change.after)
    said_: Said = values if len(values) > 1 else values[0]
    text = put(text, ("answers", change.of, key), said_)
    question = evaluation.instrument.question(change.of) if evaluation.instrument else None
    if key == "points" or answer.points is None or question is None:
        return text
    try:
        given = points(question, values)
    except ValueError:
        return text  # told with the data as they would be
    # Points that stand beside a verdict are those of that verdict.
    return put(text, ("answers", change.of, "points"), str(given)) if given is not None else text


def with_figure(text: str, path: Sequence[str], value: str, source: str | None) -> str:
    """The file with another value of a figure, short or long, and another source if there is one.

    NotChanged where that has no place of its own.
    """
    if source is None:
        return put(text, path, value)
    held = data_of(text)
    for key in path:
        held = held.get(key) if isinstance(held, dict) else None
    if isinstance(held, dict):
        return put(put(text, (*path, "source"), source), path, value)
    return put(text, path, {"value": value, "source": source})


def _read(root: Path, name: str) -> str:
    # Line ends as they are, without the byte order mark that Windows writes.
    return path_in(root, name).read_bytes().removeprefix(codecs.BOM_UTF8).decode()


def path_in(root: Path, name: str) -> Path:
    """Where a file of the data stands."""
    return root / name.removeprefix(f"{root.name}/")
