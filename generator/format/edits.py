"""Changes in the text of a YAML file that people keep by hand: all else stays as it is, comments, order,
quotes and blank lines too.

A path is made of keys, and of numbers from 1 for the items of lists. After each change the file is
read again: if anything but the value that was meant is another, nothing is changed (``NotChanged``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from generator.format.writing import newline_of, scalar

Item = str | Mapping[str, str]
Said = str | tuple[Item, ...] | Mapping[str, str]
Path_ = Sequence[str]

ORDERS = (
    ("region", "category", "score", "rank", "stage_scores", "indicators", "answers"),
    (
        *("year", "title", "organizer", "organizer_note", "status", "published"),
        *("published_source", "place", "decision", "source", "sources", "scale", "instrument"),
        *("ranking", "participants", "totals", "absent", "not_returned", "not_assessed"),
    ),
)
"""In which order keys stand in a result file and in an edition: a new one goes after those before it."""


class NotChanged(Exception):
    """A file is written in a way in which a value cannot be changed safely."""


def flow(value: Any) -> str:
    """Any value on one line: a text, a list, a mapping."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key)}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value)


def block(data: dict[str, Any], indent: str = "") -> str:
    """A mapping over several lines: what fits on a line stands there."""
    lines = []
    for key, value in data.items():
        line = f"{indent}{scalar(key)}: {flow(value)}"
        if isinstance(value, dict) and value and len(line) > 100:
            line = f"{indent}{scalar(key)}:\n{block(value, indent + '  ').rstrip()}"
        elif isinstance(value, list) and value and len(line) > 100:
            items = "\n".join(f"{indent}  - {flow(item)}" for item in value)
            line = f"{indent}{scalar(key)}:\n{items}"
        lines.append(line)
    return "\n".join(lines) + "\n"


def data_of(text: str) -> Any:
    """What stands in a file, every scalar as its text."""
    return yaml.load(text, Loader=yaml.CBaseLoader)


def put(text: str, path: Path_, said: Said) -> str:
    """The text of a file with one value in its place, added if it is not there.

    Of a figure in its long form the ``value`` is changed; its note, source and others stay.
    """
    wanted = _with(data_of(text), list(path), _plain(said))
    made = _put(text, list(path), said)
    if data_of(made) != wanted:
        raise NotChanged(".".join(path))
    return made


def add_item(text: str, path: Path_, item: Item) -> str:
    """The text of a file with one more item at the end of a list, which is begun where there is none."""
    data = data_of(text)
    listed = _at(data, path)
    if listed and not isinstance(listed, list):
        raise NotChanged(".".join(path))
    if listed:
        node = _find(_root(text), list(path))
        last = node.value[-1]
        if node.flow_style:
            made = _insert(text, _end(text, last), f", {flow(item)}")
        else:
            blanks = " " * _column(text, _dash(text, last.start_mark.index))
            made = _insert_line(text, _end(text, last), _item(item, blanks))
    else:
        made = _put(text, list(path), (item,))
    if data_of(made) != _with(data, list(path), [*(listed or []), _plain(item)]):
        raise NotChanged(".".join(path))
    return made


def _plain(said: Said) -> Any:
    """What is said as it is read again."""
    if isinstance(said, tuple):
        return [_plain(one) for one in said]
    return dict(said) if isinstance(said, Mapping) else said


def _item(item: Item, blanks: str) -> str:
    """An item of a list as it stands over lines, each key of a mapping on its own."""
    if not isinstance(item, Mapping):
        return f"{blanks}- {scalar(item)}"
    lines = [f"{scalar(key)}: {scalar(value)}" for key, value in item.items()]
    return f"{blanks}- " + f"\n{blanks}  ".join(lines)


def remove_item(text: str, path: Path_, index: int) -> str:
    """The text of a file without one item (from 0) of a list."""
    data = data_of(text)
    listed = list(_at(data, path))
    del listed[index]
    node = _find(_root(text), list(path))
    items = node.value
    if len(items) == 1:
        start, end = _span(text, node)
        colon = text.rindex(":", 0, start) + 1
        made = f"{text[:colon]} []{text[end:]}"
    elif node.flow_style:
        start, end = _span(text, items[index])
        if index:
            start = _span(text, items[index - 1])[1]
        else:
            end = items[1].start_mark.index
        made = text[:start] + text[end:]
    else:
        start = text.rindex("\n", 0, items[index].start_mark.index) + 1
        end = _line_end(text, _end(text, items[index]))
        made = text[:start] + text[end:].removeprefix("\r").removeprefix("\n")
    if data_of(made) != _with(data, list(path), listed):
        raise NotChanged(".".join(path))
    return made


def _with(data: Any, path: list[str], said: Any) -> Any:
    """A copy of the data with a value at a path, as ``put`` means it."""
    if not path:
        if isinstance(data, dict) and ("value" in data or "not_published" in data):
            rest = {key: one for key, one in data.items() if key != "not_published"}
            return {**rest, "value": said}
        return said
    first, *rest_path = path
    if isinstance(data, list) or (not isinstance(data, dict) and first.isdigit()):
        items = list(data) if isinstance(data, list) else []
        at = int(first) - 1
        if at == len(items):
            items.append(None)
        items[at] = _with(items[at], rest_path, said)
        return items
    found = dict(data) if isinstance(data, dict) else {}
    found[first] = _with(found.get(first), rest_path, said)
    return found


def _at(data: Any, path: Path_) -> Any:
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def _root(text: str) -> Any:
    return yaml.compose(text, Loader=yaml.CBaseLoader)


def _find(node: Any, path: list[str]) -> Any:
    for key in path:
        node = _child(node, key)
    return node


def _child(node: Any, key: str) -> Any:
    if isinstance(node, yaml.SequenceNode):
        at = int(key) - 1 if key.isdigit() else -1
        return node.value[at] if 0 <= at < len(node.value) else None
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == key), None)
    return None


def _put(text: str, path: list[str], said: Said) -> str:
    node, rest = _root(text), list(path)
    if node is None:
        raise NotChanged("")
    parent = None
    while rest and (child := _child(node, rest[0])) is not None:
        parent, node, rest = node, child, rest[1:]
    if not rest:
        return _replace(text, parent, node, said)
    if isinstance(node, yaml.ScalarNode) and not node.value:  # a key without a value
        return _insert(text, node.start_mark.index, " " + flow(_nested(rest, said)))
    return _add(text, node, rest, said)


def _nested(rest: list[str], said: Said) -> Any:
    """What has to be written where all of a path but its beginning is missing."""
    if not rest:
        return said
    return [_nested(rest[1:], said)] if rest[0].isdigit() else {rest[0]: _nested(rest[1:], said)}


def _replace(text: str, parent: Any, node: Any, said: Said) -> str:
    if isinstance(node, yaml.MappingNode):
        for name in ("value", "not_published"):
            for key, value in node.value:
                if key.value == name and name == "value":
                    return _replace(text, node, value, said)
                if key.value == name:
                    start, end = key.start_mark.index, _end(text, value)
                    return f"{text[:start]}value: {flow(said)}{text[end:]}"
        raise NotChanged(str(node.start_mark))
    start, end = _span(text, node)
    made = flow(said)
    if start == end:  # nothing after the colon
        return _insert(text, start, f" {made}")
    if isinstance(node, yaml.SequenceNode) and not node.flow_style:
        colon = text.rindex(":", 0, start) + 1
        return f"{text[:colon]} {made}{text[end:]}"
    return text[:start] + made + text[end:]


def _add(text: str, node: Any, rest: list[str], said: Said) -> str:
    """Add a key to a mapping, or an item to a list, in the way in which it is written."""
    new = flow(_nested(rest[1:], said))
    if isinstance(node, yaml.SequenceNode):
        if not node.value or int(rest[0]) != len(node.value) + 1:
            raise NotChanged(rest[0])
        last = node.value[-1]
        if node.flow_style:
            return _insert(text, _end(text, last), f", {new}")
        blanks = " " * _column(text, _dash(text, last.start_mark.index))
        return _insert_line(text, _end(text, last), f"{blanks}- {new}")
    if not isinstance(node, yaml.MappingNode):
        raise NotChanged(rest[0])
    entry = f"{scalar(rest[0])}: {new}"
    if node.flow_style:
        if not node.value:
            start, end = node.start_mark.index, node.end_mark.index
            return f"{text[:start]}{{{entry}}}{text[end:]}"
        return _insert(text, _end(text, node.value[-1][1]), f", {entry}")
    before = _before(node, rest[0])
    blanks = " " * node.value[0][0].start_mark.column
    if len(rest) == 1 and isinstance(said, tuple) and isinstance(said[0], Mapping):
        items = "\n".join(_item(item, f"{blanks}  ") for item in said)
        entry = f"{scalar(rest[0])}:\n{items}"
    return _insert_line(text, _end(text, before), f"{blanks}{entry}")


def _before(node: Any, key: str) -> Any:
    """The value after which a new key stands: the last of those that come before it."""
    found = {name.value: value for name, value in node.value}
    for order in ORDERS:
        if key in order and order[0] in found:
            earlier = [found[name] for name in order[: order.index(key)] if name in found]
            return max(earlier, key=lambda value: value.start_mark.index)
    return node.value[-1][1]


def _span(text: str, node: Any) -> tuple[int, int]:
    return node.start_mark.index, _end(text, node)


def _end(text: str, node: Any) -> int:
    """Where a value ends, without the blanks and comments that a block is said to hold at its end."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(text, last[1] if isinstance(last, tuple) else last)
    end: int = node.end_mark.index
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        return len(text[:end].rstrip())
    return end


def _insert(text: str, at: int, new: str) -> str:
    return text[:at] + new + text[at:]


def _line_end(text: str, at: int) -> int:
    found = re.compile(r"\r?\n|$").search(text, at)
    assert found is not None
    return found.start()


def _insert_line(text: str, after: int, line: str) -> str:
    at, newline = _line_end(text, after), newline_of(text)
    return f"{text[:at]}{newline}{line.replace(chr(10), newline)}{text[at:]}"


def _column(text: str, at: int) -> int:
    return at - (text.rfind("\n", 0, at) + 1)


def _dash(text: str, at: int) -> int:
    """Where the sign of a list's item stands before it."""
    return text.rindex("-", 0, at)
