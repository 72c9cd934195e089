"""Every value of the data with its field: found by walking the models, so that a new field is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from generator.format.base import Brief
from generator.format.edition import EvaluationSettings
from generator.format.export import MODELS
from generator.format.site import SiteFile

Path = tuple[str | int, ...]

KEY = "\0key"
"""The last part of the path of a key that the data name themselves, such as a category."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A single value: where it stands, of which field it is, and what reads it (``_text``, ``_id``)."""

    path: Path
    field: str
    kind: str
    value: str


def model_of(file: str) -> type[BaseModel]:
    """The model of a file of a site, by its name below the folder of the data; or mkdocs.yml."""
    if file == "mkdocs.yml":
        return SiteFile
    folder, _, name = file.rpartition("/")
    kinds = {"instruments": "instrument", "measures": "measure", "corrections": "correction"}
    kind = kinds.get(folder.rpartition("/")[2]) if folder else "regions"
    return MODELS[kind or ("edition" if name == "edition.yml" else "result")][0]


def leaves(file: str, data: Any) -> Iterator[Leaf]:
    """All values of a file."""
    yield from _leaves(model_of(file), data, (), "", "")


def all_fields() -> set[tuple[str, str]]:
    """Every field that holds a single value, with the kind of that value."""
    found: set[tuple[str, str]] = set()
    seen: set[type[BaseModel]] = set()

    def add(annotation: Any, field: str, kind: str) -> None:
        annotation, kind = _bare(annotation, kind)
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            if annotation in seen and not _is_part(annotation):
                return
            seen.add(annotation)
            for name, item in annotation.model_fields.items():
                add(_annotation(item), f"{_name(annotation, field)}.{item.alias or name}", "")
        elif get_origin(annotation) is dict:
            key, value = get_args(annotation)
            add(key, f"{field}.*", "")
            add(value, field, "")
        elif get_origin(annotation) is tuple:
            add(get_args(annotation)[0], field, "")
        elif get_origin(annotation) is Literal:
            found.add((field, "literal"))
        else:
            found.add((field, kind))

    for model in (*(model for model, _, _ in MODELS.values()), SiteFile):
        add(model, "", "")
    return found


def _is_part(model: type[BaseModel]) -> bool:
    """Whether a model says nothing by itself, such as a figure: it counts by the field that has it."""
    return issubclass(model, Brief) or bool(model.__pydantic_generic_metadata__["args"])


def _name(model: type[BaseModel], field: str) -> str:
    """How the fields of a model begin; a group's settings are those of an edition."""
    if _is_part(model):
        return field
    return "Edition" if model is EvaluationSettings else model.__name__


def _annotation(field: Any) -> Any:
    found = field.annotation
    return Annotated[(found, *field.metadata)] if field.metadata else found


def _bare(annotation: Any, kind: str) -> tuple[Any, str]:
    """The type without what is said of it, and the function that reads a single value."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *said = get_args(annotation)
            readers = [item.func.__name__ for item in said if hasattr(item, "func")]
            kind = next((name for name in readers if name.startswith("_")), kind)
        elif get_origin(annotation) in (Union, UnionType):
            annotation = next(arm for arm in get_args(annotation) if arm is not type(None))
        else:
            return annotation, kind


def _leaves(annotation: Any, data: Any, path: Path, field: str, kind: str) -> Iterator[Leaf]:
    annotation, kind = _bare(annotation, kind)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if not isinstance(data, dict):
            if issubclass(annotation, Brief):
                main = annotation.model_fields[annotation.main]
                name = f"{_name(annotation, field)}.{annotation.main}"
                yield from _leaves(_annotation(main), data, path, name, "")
            elif isinstance(data, str):
                yield Leaf(path, f"{_name(annotation, field)}.kind", "literal", data)
            return
        for name, item in annotation.model_fields.items():
            key = item.alias or name
            if key in data:
                said = f"{_name(annotation, field)}.{key}"
                yield from _leaves(_annotation(item), data[key], (*path, key), said, "")
    elif get_origin(annotation) is dict and isinstance(data, dict):
        key_type, value_type = get_args(annotation)
        for key, value in data.items():
            yield Leaf((*path, key, KEY), f"{field}.*", _bare(key_type, "")[1], key)
            yield from _leaves(value_type, value, (*path, key), field, "")
    elif get_origin(annotation) is tuple:
        for at, item in enumerate(data if isinstance(data, list) else [data]):
            where = (*path, at) if isinstance(data, list) else path
            yield from _leaves(get_args(annotation)[0], item, where, field, "")
    elif isinstance(data, str):
        literal = get_origin(annotation) is Literal
        yield Leaf(path, field, "literal" if literal else kind, data)


def put(data: Any, path: Path, value: str) -> Any:
    """The data with another value at a path; with another key, where the path is that of a key."""
    if not path:
        return value
    first, rest = path[0], path[1:]
    if isinstance(data, list):
        return [put(item, rest, value) if at == first else item for at, item in enumerate(data)]
    if rest == (KEY,):
        return {value if key == first else key: item for key, item in data.items()}
    return {key: put(item, rest, value) if key == first else item for key, item in data.items()}
