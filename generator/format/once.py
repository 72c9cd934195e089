"""YAML files of the package itself: PyYAML takes the last of two equal keys and says nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml


class Repeated(ValueError):
    """A file of the package has a key twice: ``file:line: key, already in line n``."""


def composed(path: Path) -> Any:
    """The nodes of a file; Repeated where one of its mappings has a key twice."""
    root = yaml.compose(path.read_bytes(), Loader=yaml.CSafeLoader)
    found = list(repeated(root))
    if found:
        raise Repeated("\n".join(f"{path}:{told}" for told in found))
    return root


def loaded(path: Path) -> Any:
    """The data of a file; Repeated as with ``composed``."""
    return yaml.CSafeLoader(b"").construct_document(composed(path))


def repeated(node: Any) -> Iterator[str]:
    """Each key that stands in its mapping a second time: ``7: skor, already in line 3``."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from repeated(item)
    if not isinstance(node, yaml.MappingNode):
        return
    first: dict[tuple[str, str], int] = {}
    for key, value in node.value:
        if isinstance(key, yaml.ScalarNode):
            name, line = (key.tag, key.value), key.start_mark.line + 1
            if name in first:
                yield f"{line}: {key.value}, already in line {first[name]}"
            first.setdefault(name, line)
        yield from repeated(value)
