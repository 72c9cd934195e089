"""News text from facts: which fact leads, and the sentences, by rules alone.

The same data give the same bytes. Sentences stand in one file per language
(``sentences.<language>.yml``); they are filled with slots and nothing else (``slots``), and a
slot may stand only where its kind may stand (``positions``).
"""

from __future__ import annotations

from generator.language.names import Names
from generator.news.evidence import Evidence
from generator.news.newsroom import Newsroom
from generator.news.sentence import Article, Paragraph, Sentence, sources_of

__all__ = [
    "Article",
    "Evidence",
    "Names",
    "Newsroom",
    "Paragraph",
    "Sentence",
    "sources_of",
]
