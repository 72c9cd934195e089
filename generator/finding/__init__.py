"""Finding a body by what somebody writes: names, short forms, capitals, districts, slips.

Pure functions. ``theme/assets/rapor/find.js`` does the same in a browser, by the same table
(``RULES``) and over the same pieces (``pieces``); both are held against ``tests/cases/find/``.
"""

from generator.finding.answers import MOST, Answer, find
from generator.finding.entries import CAPITAL, NAME, PLACE, Body, Entry, bodies_of, entries_of
from generator.finding.pieces import Index, Shelf, index_of
from generator.finding.spelling import RULES

__all__ = [
    "CAPITAL",
    "MOST",
    "NAME",
    "PLACE",
    "RULES",
    "Answer",
    "Body",
    "Entry",
    "Index",
    "Shelf",
    "bodies_of",
    "entries_of",
    "find",
    "index_of",
]
