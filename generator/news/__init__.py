"""News text from facts: which fact leads, and the sentences, by rules alone.

The same data give the same bytes. Sentences stand in one file per language
(``sentences.<language>.yml``); what is in them comes from facts.
"""

from __future__ import annotations

from generator.news.article import Article, write_article
from generator.news.names import Names
from generator.news.sentence import Sentence

__all__ = ["Article", "Names", "Sentence", "write_article"]
