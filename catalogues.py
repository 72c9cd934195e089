"""The catalogues against the messages of the code: `python catalogues.py`, with `--update` to mend.

Domain ``pages`` is what readers of a site see, ``rapor`` what an admin is told.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from generator.language import SITE_LANGUAGE, languages
from generator.language.catalogue import catalogue_file

ROOT = Path(__file__).parent

TEMPLATES = {"trimmed": "true", "silent": "false", "trim_blocks": "true", "lstrip_blocks": "true"}
"""How the templates are read, so that their messages are those that are looked up."""

HEADER = """msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {forms}\\n"

"""
"""Without dates and names: a catalogue changes where a message does."""


@dataclass(frozen=True, slots=True)
class Domain:
    """A catalogue's name, what marks its messages in the code, and how they name their gaps.

    ``keywords`` are functions, with the places of singular and plural among what they are given.
    """

    name: str
    keywords: dict[str, tuple[int, ...] | None]
    templates: tuple[str, ...]
    gap: str


DOMAINS = (
    Domain(
        "pages",
        {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)},
        ("pages/templates/*.jinja", "theme/**/*.html"),
        r"%\(\w+\)s",
    ),
    Domain("rapor", {"message": None, "say": (2,)}, (), r"\{\w+\}"),
)


def messages(domain: Domain) -> Catalog:
    """All messages of a domain with the places where they stand in the code."""
    found = Catalog()
    code = ROOT / "generator"
    sources = [(path, "python") for path in code.rglob("*.py")]
    sources += [(path, "jinja2") for pattern in domain.templates for path in code.glob(pattern)]
    for path, method in sorted(sources):
        options = {**TEMPLATES, "extensions": "jinja2.ext.do"} if method == "jinja2" else {}
        for line, text, _, _ in extract_from_file(
            method, path, keywords=domain.keywords, options=options
        ):
            found.add(text, locations=[(_shown(path), line)])
    return found


def problems() -> Iterator[str]:
    """What is wrong with the catalogues, a line each."""
    for domain in DOMAINS:
        wanted = messages(domain)
        for language in _translated(domain):
            yield from _compared(domain, language, wanted)


def _compared(domain: Domain, language: str, wanted: Catalog) -> Iterator[str]:
    path = catalogue_file(language, domain.name)
    name = _shown(path)
    there = _read(path, language)
    for message in _real(wanted):
        found = there.get(message.id)
        file, line = message.locations[0]
        said = f"{file}:{line}: {_first(message)!r}"
        if found is None or not all(_forms(found)) or len(_forms(found)) < len(_ids(message)):
            yield f"{said}: missing in {name}"
        elif found.fuzzy:
            yield f"{said}: fuzzy in {name}"
        elif not _same_gaps(domain, message, found):
            yield f"{said}: other placeholders in {name}"
    for message in (*_real(there), *there.obsolete.values()):
        if message.id not in wanted:
            yield f"{name}: {_first(message)!r}: obsolete"


def update() -> None:
    """Put new messages into the catalogues, fuzzy where an old one is like them; drop old ones.

    What stays keeps its place.
    """
    for domain in DOMAINS:
        wanted = messages(domain)
        for language in _translated(domain):
            path = catalogue_file(language, domain.name)
            before = [message.id for message in _real(_read(path, language))]
            merged = _read(path, language)
            merged.update(wanted)
            kept = Catalog(locale=language)
            for id_ in dict.fromkeys((*before, *(message.id for message in _real(merged)))):
                if id_ in merged:
                    kept[id_] = merged[id_]
            _write(path, language, kept)


def _write(path: Path, language: str, catalogue: Catalog) -> None:
    for message in catalogue:
        message.flags &= {"fuzzy"}  # that there are placeholders is seen
    written = BytesIO()
    write_po(written, catalogue, 0, no_location=True, omit_header=True)
    header = HEADER.format(language=language, forms=catalogue.plural_forms)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(header.encode() + written.getvalue().strip() + b"\n")


def _shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _translated(domain: Domain) -> list[str]:
    """The languages that must have a catalogue, and those that have one."""
    return [
        language
        for language in languages()
        if language != SITE_LANGUAGE
        and (domain.name == "pages" or catalogue_file(language, domain.name).is_file())
    ]


def _read(path: Path, language: str) -> Catalog:
    if not path.is_file():
        return Catalog(locale=language)
    with path.open("rb") as stream:
        return read_po(stream, locale=language, abort_invalid=True)


def _real(catalogue: Catalog) -> list[Message]:
    """The messages of a catalogue without its header."""
    return [message for message in catalogue if message.id]


def _ids(message: Message) -> tuple[str, ...]:
    return _texts(message.id)


def _first(message: Message) -> str:
    return _ids(message)[0]


def _forms(message: Message) -> tuple[str, ...]:
    return _texts(message.string)


def _texts(told: Any) -> tuple[str, ...]:
    return tuple(told) if isinstance(told, tuple | list) else (told,)


def _same_gaps(domain: Domain, message: Message, found: Message) -> bool:
    """Whether a translation fills in the same; its form for one may leave the number out."""
    wanted = set(re.findall(domain.gap, _ids(message)[-1]))
    *one, last = (set(re.findall(domain.gap, form)) for form in _forms(found))
    return last == wanted and all(gaps <= wanted and len(wanted - gaps) < 2 for gaps in one)


def main(arguments: list[str]) -> int:
    """Tell what is wrong, after an update if one is asked for; 0 if nothing is."""
    if arguments == ["--update"]:
        update()
    elif arguments:
        print("python catalogues.py [--update]", file=sys.stderr)
        return 2
    found = list(problems())
    print("\n".join(found) if found else "All messages are translated.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
