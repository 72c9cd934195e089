"""News text from facts: which fact leads, and the sentences, by rules alone.

The same data give the same bytes. Sentences stand in one file per language
(``sentences.<language>.yml``); what is in them comes from facts, and each sentence is proven
against them when it is said (``proof``).
"""

from __future__ import annotations

from generator.news.evidence import Evidence
from generator.news.names import Names
from generator.news.newsroom import Newsroom
from generator.news.proof import Unproven
from generator.news.sentence import Article, Paragraph, Sentence, sources_of

__all__ = [
    "Article",
    "Evidence",
    "Names",
    "Newsroom",
    "Paragraph",
    "Sentence",
    "Unproven",
    "sources_of",
]
