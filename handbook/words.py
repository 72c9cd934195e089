"""The words of a measure: what each key is for, and what the measure of the package says there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from generator.format import manual
from generator.format.measure import DEFAULT, Measure, Texts
from generator.format.problems import Problems
from generator.load.measures import packaged


def words() -> str:
    """A section for each key of a measure, in the order of the model."""
    mine = packaged(Problems())[DEFAULT].measure
    return "\n\n".join(_sections(Measure, mine, ""))


def _sections(model: type[BaseModel], mine: BaseModel, above: str) -> Iterator[str]:
    for name, kind, field in manual.fields(model):
        here = f"{above}{name}"
        said = getattr(mine, name)
        yield f"## {here}\n{field.description}\n\n{_said(said)}"
        for inner in manual.records(kind):
            if inner.__module__ == Measure.__module__ and isinstance(said, BaseModel):
                yield from _sections(inner, said, f"{here}.")


def _said(value: Any) -> str:
    if isinstance(value, Texts):
        english = f"\n>\n> *{value.en}*" if value.en else ""
        return f"`{DEFAULT}`:\n\n> {value.id}{english}"
    if value is None or value == ():
        return f"`{DEFAULT}`: tidak ditulis."
    if isinstance(value, BaseModel):
        return f"`{DEFAULT}`: di bawah ini."
    if isinstance(value, tuple):
        return f"`{DEFAULT}`: " + "; ".join(", ".join(map(str, one)) for one in value) + "."
    return f"`{DEFAULT}`: `{str(value).lower()}`."
