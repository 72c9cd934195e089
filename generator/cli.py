"""The command ``rapor``: check the data, explain a text, write the schemas or the pages."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

from generator import command
from generator.command._words import translated
from generator.format.problems import Problems, Translate, message, said
from generator.language.messages import message_language, translator
from generator.progress import Shown, showing
from generator.settings import read_settings

DESCRIPTION = message("Rapor KIP: periksa data hasil evaluasi dan tulis halamannya.")
EPILOG = message(
    """contoh:
  rapor check                 periksa data di folder ini
  rapor import nilai.xlsx --edition 2026
                              masukkan hasil dari buku kerja
  rapor explain 2025 balangan dari mana tiap kalimat laporan itu
  rapor render halaman        tulis semua halaman sebagai Markdown

Situsnya sendiri dibangun dengan: mkdocs build"""
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit status is 0, or 1 with problems, or 2 for a wrong call."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a C locale or an old Windows console
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    translate = translator(_language(arguments))
    with translated(translate):
        options = command_line(translate).parse_args(arguments)
    try:
        with _as_loud(options, translate):
            status = int(options.run(options))
        if sys.stdout is not None:  # closed by who called
            sys.stdout.flush()
    except BrokenPipeError:  # the reader of a long answer, such as head, has seen enough
        _write_no_more()
        return 0
    except KeyboardInterrupt:
        return 130
    except UnicodeEncodeError:
        from generator.content import is_text

        if all(map(is_text, sys.argv[1:] if arguments is None else arguments)):
            raise
        told = message("Ada kata dalam perintah ini yang bukan UTF-8; ketik ulang.")
        print(told.text(translate), file=sys.stderr)
        return 1
    except OSError as error:  # a disk that is full, or a file that went while it was read
        _write_no_more()
        told = message("Tidak dapat diteruskan: {error}", error=said(error))
        print(told.text(translate), file=sys.stderr)
        return 1
    return status


@contextmanager
def _as_loud(options: argparse.Namespace, translate: Translate) -> Iterator[None]:
    """Long work shows itself; with ``--quiet`` nothing is said but what is wrong."""
    if not options.quiet:
        with showing(Shown(translate, verbose=options.verbose)):
            yield
        return
    if getattr(options, "format", "text") != "text":  # what a program reads tells what is wrong
        yield
        return
    with open(os.devnull, "w", encoding="utf-8") as nowhere, redirect_stdout(nowhere):
        yield


def _write_no_more() -> None:
    """Else Python tries once more to write what is left, and complains."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def commands() -> Iterator[ModuleType]:
    """Every file of ``generator/command/`` that is a command."""
    for found in iter_modules(command.__path__):
        if not found.name.startswith("_"):
            yield import_module(f"{command.__name__}.{found.name}")


def _language(arguments: Sequence[str] | None) -> str:
    """The language of help and of what is wrong with a call: what the call names, else the site here.

    They are told before a command opens the site that it is given.
    """
    named = argparse.ArgumentParser(add_help=False)
    named.add_argument("--messages", nargs="?")
    chosen = named.parse_known_args(arguments)[0].messages
    return message_language(chosen or read_settings(Path(), Problems()).messages)


def command_line(translate: Translate) -> argparse.ArgumentParser:
    """All that ``rapor`` can be told."""
    parser = argparse.ArgumentParser(
        prog="rapor",
        description=DESCRIPTION.text(translate),
        epilog=EPILOG.text(translate),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    told = message("bahasa pesan").text(translate)
    parser.add_argument("--messages", choices=("id", "en"), help=told)
    _add_loudness(parser, translate, default=False)
    name = message("PERINTAH").text(translate)
    found = parser.add_subparsers(dest="command", required=True, metavar=name)
    for one in commands():
        own = found.add_parser(one.NAME, help=one.HELP.text(translate))
        one.arguments(own, translate)
        _add_loudness(own, translate, default=argparse.SUPPRESS)
        own.set_defaults(run=one.run)
    return parser


def _add_loudness(
    parser: argparse.ArgumentParser, translate: Translate, *, default: object
) -> None:
    """How much is told; also behind the name of a command, where it is looked for."""
    quiet = message("hanya sebutkan yang salah").text(translate)
    verbose = message("sebutkan pula lamanya tiap langkah").text(translate)
    for short, name, told in (("-q", "--quiet", quiet), ("-v", "--verbose", verbose)):
        parser.add_argument(short, name, action="store_true", default=default, help=told)


if __name__ == "__main__":
    sys.exit(main())
