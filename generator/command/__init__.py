"""The commands of ``rapor``, one file each, found by listing this folder.

A command has ``NAME`` and ``HELP``, a message; ``arguments(parser, translate)``, which adds what it
takes, with its help in the language of messages; and ``run(options)``, which does it and returns the
exit status. What is slow to import is imported when it runs: every call lists every command. Files
with a leading underscore are none.
"""

from __future__ import annotations

WRITES_DATA: frozenset[str] = frozenset({"addresses", "correct", "import", "init", "new-edition"})
"""The commands whose purpose is to write data: only they may open a file of results/ for writing.

A test runs every other command and fails when it does.
"""
