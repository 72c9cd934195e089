"""Small changes in a YAML file that somebody wrote by hand: all else stays as it stands.

A file is not written anew from what it means: comments, order, quotes and blank lines are their
writer's. A value is put in the place of another, or lines are put in between.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import yaml

from generator.format.writing import newline_of, scalar

Item = Mapping[str, str]


class NotEditable(Exception):
    """A file in a form in which the change has no place of its own: to be made by hand."""


def with_figure(text: str, key: str, value: str, source: str | None) -> str:
    """The file with another value of a figure, short or long, and another source if there is one.

    KeyError if it has no such key; NotEditable where it has no value.
    """
    node = _below(_root(text), key)
    if isinstance(node, yaml.ScalarNode):
        told = scalar(value)
        if source is not None:
            told = f"{{value: {told}, source: {scalar(source)}}}"
        return _put(text, node, told)
    if not isinstance(node, yaml.MappingNode):
        raise NotEditable
    keys = {k.value: v for k, v in node.value}
    held = keys.get("value")
    if not isinstance(held, yaml.ScalarNode):
        raise NotEditable
    if source is None:
        return _put(text, held, scalar(value))
    named = keys.get("source")
    if isinstance(named, yaml.ScalarNode):  # the later of the two first: the other stays in place
        pair = [(held, scalar(value)), (named, scalar(source))]
        for one, told in sorted(pair, key=lambda p: p[0].start_mark.index, reverse=True):
            text = _put(text, one, told)
        return text
    if node.flow_style:
        return _put(text, held, f"{scalar(value)}, source: {scalar(source)}")
    line = f"{newline_of(text)}{' ' * node.start_mark.column}source: {scalar(source)}"
    return _put(text, held, scalar(value) + line)


def with_items(text: str, path: Sequence[str], items: Sequence[Item]) -> str:
    """The file with items at the end of a list, which is begun where there is none.

    Values are texts. NotEditable where the list is written in a form that has no end of its own.
    """
    node: yaml.Node = _root(text)
    try:
        for key in path:
            node = _below(node, key)
    except KeyError:
        if len(path) != 1:
            raise NotEditable from None
        return _begun(text, path[0], items)
    empty = isinstance(node, yaml.SequenceNode) and not node.value
    if isinstance(node, yaml.ScalarNode) and not node.value:  # a key alone
        empty = True
    if empty:
        flow = "[" + ", ".join(_flow(item) for item in items) + "]"
        return _put(text, node, flow if node.end_mark.index > node.start_mark.index else f" {flow}")
    if not isinstance(node, yaml.SequenceNode):
        raise NotEditable
    last = _last(node)
    if node.flow_style:
        added = "".join(f", {_flow(item)}" for item in items)
        return text[: node.value[-1].end_mark.index] + added + text[node.value[-1].end_mark.index :]
    start = node.value[0].start_mark
    margin = text[start.index - start.column : start.index]
    if margin.strip() != "-":
        raise NotEditable
    end = _line_end(text, last)
    lines = "".join(newline_of(text) + line for line in _block(items, margin))
    return text[:end] + lines + text[end:]


def _root(text: str) -> yaml.MappingNode:
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(node, yaml.MappingNode) or node.flow_style:
        raise NotEditable
    return node


def _below(node: yaml.Node, key: str) -> yaml.Node:
    if not isinstance(node, yaml.MappingNode):
        raise NotEditable
    for name, value in node.value:
        if name.value == key:
            found: yaml.Node = value
            return found
    raise KeyError(key)


def _put(text: str, node: yaml.Node, told: str) -> str:
    end = node.end_mark.index
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        raise NotEditable
    return text[: node.start_mark.index] + told + text[end:]


def _begun(text: str, key: str, items: Sequence[Item]) -> str:
    newline = newline_of(text)
    end = "" if not text or text.endswith(("\n", "\r")) else newline
    lines = [f"{key}:", *_block(items, "  - ")]
    return text + end + newline.join(lines) + newline


def _block(items: Sequence[Item], margin: str) -> list[str]:
    """The lines of items, each key on its own."""
    blank = " " * len(margin)
    lines = []
    for item in items:
        for index, (key, value) in enumerate(item.items()):
            lines.append(f"{blank if index else margin}{key}: {scalar(value)}")
    return lines


def _flow(item: Item) -> str:
    return "{" + ", ".join(f"{key}: {scalar(value)}" for key, value in item.items()) + "}"


def _last(node: yaml.Node) -> int:
    """Where the last value below a node ends."""
    if isinstance(node, yaml.SequenceNode) and node.value and not node.flow_style:
        return _last(node.value[-1])
    if isinstance(node, yaml.MappingNode) and node.value and not node.flow_style:
        return _last(node.value[-1][1])
    end: int = node.end_mark.index
    return end


def _line_end(text: str, index: int) -> int:
    """The end of the line in which a value ends, its comment included."""
    if index and text[index - 1] in "\r\n":  # a text of several lines ends with its line
        return len(text[:index].rstrip("\r\n"))
    ends = [at for at in (text.find("\n", index), text.find("\r", index)) if at >= 0]
    return min(ends, default=len(text))
