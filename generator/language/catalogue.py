"""The catalogues of page messages: gettext's, from Indonesian, read as they are written."""

from __future__ import annotations

from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Protocol

LOCALES = Path(__file__).parent.parent / "locale"

PAGES = "pages"
"""The domain of what readers of a site see; ``rapor`` is that of messages to an admin."""


def N_(message: str) -> str:
    """A message that is put into a language where it is used; so it is found for the catalogues."""
    return message


class Catalogue(Protocol):
    """What is asked of a catalogue: gettext's own classes are such."""

    def gettext(self, message: str) -> str:
        """A message in the language of the catalogue, or as it is."""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The same in the form that ``n`` asks for."""


def catalogue_file(language: str, domain: str = PAGES) -> Path:
    """Where the catalogue of a language stands; Indonesian, the language of the messages, has none."""
    return LOCALES / language / "LC_MESSAGES" / f"{domain}.po"


def read_catalogue(language: str, domain: str = PAGES) -> Catalogue:
    """The messages of a domain in a language."""
    path = catalogue_file(language, domain)
    if not path.is_file():
        return NullTranslations()
    from babel.messages.mofile import write_mo  # only who reads another language pays for it
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with path.open("rb") as stream:
        write_mo(compiled, read_po(stream, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)
