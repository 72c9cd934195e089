"""The language of the sentences that the tellers and terms say: that of ``sentences.id.yml``."""

from __future__ import annotations

from generator.language.id import LANGUAGE as words

__all__ = ["words"]
