"""The commands of ``rapor``, one file each, found by listing this folder.

A command has ``NAME`` and ``HELP``, ``arguments(parser)``, which adds what it takes, and
``run(options, translate)``, which does it and returns the exit status. What is slow to import is
imported when it runs: every call lists every command. Files with a leading underscore are none.
"""
