"""The words of argparse itself in the language of messages."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from generator.format.problems import Translate, message

_WORDS = {
    "usage: ": message("pemakaian: "),
    "positional arguments": message("argumen"),
    "options": message("pilihan"),
    "show this help message and exit": message("tampilkan bantuan ini"),
    "%(prog)s: error: %(message)s\n": message("%(prog)s: galat: %(message)s\n"),
    "argument %(argument_name)s: %(message)s": message("argumen %(argument_name)s: %(message)s"),
    "invalid choice: %(value)r (choose from %(choices)s)": message(
        "%(value)r bukan pilihan; pilih dari %(choices)s"
    ),
    "invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)": message(
        "%(value)r bukan pilihan, mungkin maksudnya %(closest)r; pilih dari %(choices)s"
    ),
    "unrecognized arguments: %s": message("argumen tidak dikenal: %s"),
    "the following arguments are required: %s": message("argumen wajib ini tidak ada: %s"),
    "expected one argument": message("perlu satu nilai"),
    "ambiguous option: %(option)s could match %(matches)s": message(
        "%(option)s dapat berarti %(matches)s"
    ),
    "ignored explicit argument %r": message("tidak menerima nilai (%r)"),
}
"""What a call of ``rapor`` can be told, as it stands in argparse: whatever is not here stays English."""


@contextmanager
def translated(translate: Translate) -> Iterator[None]:
    """Have argparse say its words by ``translate``: it looks them up with this ``_`` of its module,
    and has no other door to most of them."""
    module = vars(argparse)
    before = module["_"]
    module["_"] = lambda text: _WORDS[text].text(translate) if text in _WORDS else text
    try:
        yield
    finally:
        module["_"] = before
