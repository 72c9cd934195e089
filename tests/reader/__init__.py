"""An independent reader of the published texts.

It takes the sentences of a page apart into claims and compares each with what a second, naive
computation finds in the YAML files. It imports nothing of the generator: two programs that share
no code do not share a mistake.

``naive``      the folder as plain dictionaries, and every figure computed a second time
``pages``      the texts of a page: headline, date line, lead, paragraphs
``language``   for each language how it writes numbers, dates, lists, and ``patterns.<code>.yml``
``patterns``   the small language of those patterns
``vocabulary`` and ``slots``  what may fill a gap of a pattern: numbers, and words of the data alone
``claims``     each role that a gap can have, and what must hold of what fills it
``compare``    a sentence, a paragraph, a page against the data
``exchange``   false sentences: two things exchanged, a figure one higher
``made_up``    random sites that are consistent in themselves, to be written, published and read

A new rule of sentences needs its text in ``language/patterns.id.yml`` and ``patterns.en.yml`` under its name, with a
role for everything that it claims; a role that is not there yet, a function in ``claims``. Words such
as *hanya* or *terbesar* are never plain words of a pattern: they carry a claim, ``{only_fall:hanya}``.
English is a module beside ``language/indonesian.py`` and a file of patterns beside
``patterns.id.yml``: the roles, and with them all checks, are the same.

For a single sentence::

    reader = Reader(Site(Path("results")))
    check_sentence(reader.context("2025/balangan/"), "Balangan Turun ke Kategori Informatif pada 2025")
"""

from reader.compare import (
    Context,
    Mismatch,
    Reader,
    check_paragraph,
    check_sentence,
    read,
    rules_of_paragraph,
    sentences_of,
)
from reader.naive import Site
from reader.pages import Text, texts

__all__ = [
    "Context",
    "Mismatch",
    "Reader",
    "Site",
    "Text",
    "check_paragraph",
    "check_sentence",
    "read",
    "rules_of_paragraph",
    "sentences_of",
    "texts",
]
