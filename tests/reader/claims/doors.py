"""How many came through each door of an evaluation, in the order of the doors."""

from __future__ import annotations

from typing import Any

from reader.claims.case import Case, claim, equals, part
from reader.naive.folder import Edition
from reader.naive.groups import participants
from reader.naive.results import announced, published_numbers

equals("forms_returned", "count", lambda case: announced(case.edition, "returned"))

part("item_invited", "words")
part("item_returned", "words")
part("item_took_part", "words")
part("item_door_stage", "passed stage")
part("item_group", "group")


def _path(edition: Edition, item: dict[str, Any]) -> tuple[str, ...]:
    for name in ("invited", "returned", "took_part"):
        if item.get(f"item_{name}"):
            return (name,)
    passed = edition.settings.get("participants", {}).get("passed", {})
    return ("passed", next(id_ for id_ in passed if id_ in item["item_door_stage"]))


@claim("doors", "series:&door")
def doors(case: Case, value: list[dict[str, Any]]) -> str | None:
    """Each number is the only one that was published, and no door that is known is left out."""
    edition, said = case.edition, []
    for item in value:
        path = _path(edition, item)
        found = published_numbers(edition, *path)
        if path == ("took_part",) and not found:
            found = [participants(edition) or -1]
        if found != [item["item_number"]]:
            return f"{path[-1]}: {found}"
        said.append(path)
    passed = edition.settings.get("participants", {}).get("passed", {})
    every = [("invited",), ("returned",), ("took_part",), *(("passed", id_) for id_ in passed)]
    known = [path for path in every if len(published_numbers(edition, *path)) == 1]
    left = [path for path in known if path not in said and path != ("invited",)]
    if left or [path for path in every if path in said] != said:
        return f"{known}"
    return None


@claim("contested_door", "series:&door_alone")
def contested_door(case: Case, value: list[dict[str, Any]]) -> str | None:
    found = published_numbers(case.edition, *_path(case.edition, value[0]))
    right = len(found) > 1 and found == case.get("door_values")
    return None if right else f"{found}"


part("door_values", "series:digits")
