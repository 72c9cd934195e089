"""What a workbook would change: each value beside what its file says now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from generator.format.edits import NotChanged, add_item, block, data_of, put, remove_item
from generator.format.problems import Message, Place, Problems, message
from generator.format.scalars import exact
from generator.workbook.context import Context
from generator.workbook.gathered import Entry, Gathered

Kind = Literal["new", "changed", "same"]
Path_ = tuple[str, ...]

MOST_LINES = 60
"""Lines of a plan that are shown; the rest is counted."""

_ORDER = ("category", "score", "rank", "stage_scores", "indicators", "answers")


@dataclass(frozen=True, slots=True)
class Change:
    """One value of a result file: what it is, what it becomes, and from which cell.

    ``entry.state`` means that it was not published.
    """

    region: str
    path: Path_
    before: str | None
    entry: Entry
    kind: Kind

    @property
    def after(self) -> str:
        return shown(self.entry.said) if not self.entry.state else "not_published"


@dataclass(frozen=True, slots=True)
class Move:
    """A region that is taken out of a list of the edition, or put into one."""

    region: str
    before: str | None
    after: str | None
    entry: Entry


@dataclass(slots=True)
class Plan:
    """All changes, and the texts of the files after them, by their paths below the results folder."""

    changes: list[Change] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    entries: dict[tuple[str, Path_], Entry] = field(default_factory=dict)
    """The cells by file and path, also of what stays."""

    @property
    def overwritten(self) -> list[Change]:
        return [change for change in self.changes if change.kind == "changed"]

    @property
    def overwrites(self) -> bool:
        return bool(self.overwritten) or any(move.before for move in self.moves)

    def count(self, kind: Kind) -> int:
        return sum(change.kind == kind for change in self.changes)

    def lines(self) -> Iterator[Message]:
        """What is overwritten first, one by one; then what is new, by file."""
        for change in self.overwritten:
            yield message(
                "  berubah: {region}: {field}: {before} → {after} ({cell})",
                region=change.region,
                field=".".join(change.path),
                before=change.before,
                after=change.after,
                cell=str(change.entry.place),
            )
        for move in self.moves:
            yield message(
                "  edition.yml: {region}: {before} → {after} ({cell})",
                region=move.region,
                before=move.before or "–",
                after=move.after or "–",
                cell=str(move.entry.place),
            )
        by_region: dict[str, list[Change]] = {}
        for change in self.changes:
            if change.kind == "new":
                by_region.setdefault(change.region, []).append(change)
        for number, (region, changes) in enumerate(by_region.items()):
            if number == MOST_LINES:
                yield message("  … dan {count} wilayah lagi", count=len(by_region) - number)
                break
            plain = [c for c in changes if c.path[0] != "answers"]
            told = [f"{'.'.join(c.path)} {c.after}" for c in plain]
            answers = len({c.path[1] for c in changes if c.path[0] == "answers"})
            if answers:
                told.append(f"answers ({answers})")
            yield message("  baru: {region}: {values}", region=region, values=", ".join(told))


def shown(said: str | tuple[str, ...]) -> str:
    return said if isinstance(said, str) else ", ".join(said)


def make_plan(
    gathered: Gathered, context: Context, folder: Path, top: str, problems: Problems
) -> Plan:
    """Compare what was gathered with the files of an edition; ``top`` is its folder below the results.

    A value that cannot be changed safely is noted.

    Nothing is ever removed: a cell that is empty leaves what its file says.
    """
    plan = Plan()
    for region in context.regions:
        entries = gathered.entries.get(region)
        if entries:
            try:
                _of_region(plan, region, entries, folder, top)
            except (NotChanged, UnicodeDecodeError) as error:
                _by_hand(problems, f"{folder.parent.name}/{top}{region}.yml", error)
    _moves(plan, gathered, context)
    if plan.moves:
        try:
            text = _text(folder / "edition.yml")
            plan.files[f"{top}edition.yml"] = _edition(text, plan.moves, context)
        except (NotChanged, UnicodeDecodeError) as error:
            _by_hand(problems, f"{folder.parent.name}/{top}edition.yml", error)
    return plan


def _by_hand(problems: Problems, file: str, error: Exception) -> None:
    problems.add(
        Place(file),
        str(error) if isinstance(error, NotChanged) else "",
        message("nilai ini tidak dapat diubah tanpa menulis ulang berkas ini"),
        message("ubah nilai itu dengan tangan, lalu ulangi"),
    )


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8").removeprefix("\ufeff")


def _of_region(
    plan: Plan, region: str, entries: dict[Path_, Entry], folder: Path, top: str
) -> None:
    path = folder / f"{region}.yml"
    name = f"{top}{region}.yml"
    text = _text(path) if path.is_file() else None
    data = data_of(text) if text is not None else {}
    made: list[Change] = []
    for where, entry in sorted(entries.items(), key=lambda one: _place(one[0])):
        real = ("rank",) if where == ("rank", "within") else where
        plan.entries[name, real] = entry
        before = _before(data, real, within=where != real)
        kind: Kind = "new" if before is None else "changed"
        if before is not None and _same(before, entry):
            kind = "same"
        made.append(Change(region, where, before, entry, kind))
    plan.changes += made
    changed = [change for change in made if change.kind != "same"]
    if not changed:
        return
    if text is None:
        plan.files[name] = _new_file(region, changed, folder)
        return
    for change in changed:
        text = _edited(text, change, data)
    plan.files[name] = text


def _place(path: Path_) -> tuple[int, Path_]:
    return (_ORDER.index(path[0]) if path[0] in _ORDER else len(_ORDER), path)


def _before(data: Any, path: Path_, *, within: bool) -> str | None:
    """What a file says at a path, as a text; None if it says nothing."""
    here = data
    for key in path:
        if isinstance(here, list):
            here = here[int(key) - 1] if key.isdigit() and int(key) <= len(here) else None
        else:
            here = here.get(key) if isinstance(here, dict) else None
    if isinstance(here, dict):
        if within != (here.get("within") == "category") and path == ("rank",):
            return f"{here.get('value')} (within {here.get('within')})"
        here = "not_published" if here.get("not_published") == "true" else here.get("value")
    if isinstance(here, list):
        return ", ".join(here)
    return here or None


def _same(before: str, entry: Entry) -> bool:
    if entry.state:
        return before == "not_published"
    after = shown(entry.said)
    numbers: list[Decimal | None] = [exact(before), exact(after)]
    if None not in numbers:
        return numbers[0] == numbers[1]
    if isinstance(entry.said, tuple):  # what was chosen has no order
        return set(before.split(", ")) == set(entry.said)
    return " ".join(before.split()) == after


def _new_file(region: str, changes: list[Change], folder: Path) -> str:
    """A result file of its values alone, with the line for editors that its neighbours have."""
    data: dict[str, Any] = {"region": region}
    for change in changes:
        _set(data, change)
    answers = data.pop("answers", None)
    text = _schema_line(folder) + block(data)
    if answers:
        text += "answers:\n" + block(answers, "  ")
    return text


def _set(data: dict[str, Any], change: Change) -> None:
    """Put a value into the data of a new file."""
    said: Any = {"not_published": "true"} if change.entry.state else change.entry.said
    path = change.path
    if path == ("rank", "within"):
        data["rank"] = {"value": said, "within": "category"}
        return
    if path[0] == "answers" and path[2] == "evidence":
        answer = data.setdefault("answers", {}).setdefault(path[1], {})
        items = answer.setdefault("evidence", [])
        while len(items) < int(path[3]):
            items.append({})
        items[int(path[3]) - 1][path[4]] = said
        return
    here = data
    for key in path[:-1]:
        here = here.setdefault(key, {})
    here[path[-1]] = said


def _schema_line(folder: Path) -> str:
    """The first line of a neighbouring result file, if it names the schema for editors."""
    for path in sorted(folder.glob("*.yml")):
        if path.name != "edition.yml":
            lines = _text(path).splitlines()
            if lines and lines[0].startswith("# yaml-language-server:"):
                return lines[0] + "\n"
            return ""
    return ""


def _edited(text: str, change: Change, data: Any) -> str:
    """A file with one value changed or added."""
    path, said = change.path, change.entry.said
    if path == ("rank", "within"):
        if "rank" in data:
            text = put(text, ("rank",), said)
            return (
                text
                if isinstance(data["rank"], dict)
                else put(text, ("rank", "within"), "category")
            )
        text = put(text, ("rank", "value"), said)
        return put(text, ("rank", "within"), "category")
    if change.entry.state:
        return put(text, (*path, "not_published"), "true")
    return put(text, path, said)


def _moves(plan: Plan, gathered: Gathered, context: Context) -> None:
    """Who is put into a list of those without a result, moved, or taken out."""
    for region in context.regions:
        evaluation = context.evaluation_of(region)
        now = evaluation.out[region][0] if evaluation and region in evaluation.out else None
        entry = gathered.states.get(region)
        if entry is None:
            figures = [e for p, e in gathered.entries.get(region, {}).items() if not e.state]
            if now is not None and figures:
                plan.moves.append(Move(region, now, None, figures[0]))
            continue
        wanted = str(entry.said) or None
        if wanted != now:
            plan.moves.append(Move(region, now, wanted, entry))


def _edition(text: str, moves: list[Move], context: Context) -> str:
    """The edition with its lists changed: that of the group where it has one of its own."""
    for move in moves:  # before any is taken out: a list that is emptied would lose its form
        if move.after is not None:
            text = add_item(text, _list(move.region, move.after, context), move.region)
    for move in moves:
        if move.before is not None:
            path = _list(move.region, move.before, context)
            listed = data_of(text)
            for key in path:
                listed = listed[key]
            ids = [one["region"] if isinstance(one, dict) else one for one in listed]
            text = remove_item(text, path, ids.index(move.region))
    return text


def _list(region: str, name: str, context: Context) -> Path_:
    """Where a list of the edition is that holds for a region."""
    group = context.regions[region].group
    own = context.edition.groups.get(group)
    return ("groups", group, name) if own and name in own.model_fields_set else (name,)
