"""What is no mistake and could still be better: told by ``rapor check``, and counted after a build."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from generator.advice.second_look import second_look
from generator.advice.shown import advice as shown
from generator.evaluation.model import Dataset
from generator.format.problems import Message
from generator.settings import Settings


def advice(settings: Settings, dataset: Dataset) -> Iterator[Message]:
    """All advice of a site: what concerns its pages first, then what deserves a second look."""
    return chain(shown(settings, dataset), second_look(settings, dataset))
