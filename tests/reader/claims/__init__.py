"""What sentences claim: each role a gap in a sentence can have, and what must hold of what fills it."""

from reader.claims import (  # noqa: F401 — each module adds its roles to the table
    answers,
    apart,
    cautions,
    change,
    computed,
    course,
    development,
    disputed,
    doors,
    edition,
    edition_answers,
    group,
    known,
    leading,
    movers,
    objections,
    own,
    own_word,
    past,
    rank,
    records,
    requirements,
    running,
    sources,
    stages,
    standing,
    stops,
    taking_part,
    target,
    texts,
    withheld,
)
from reader.claims.case import CLAIMS, WORDS, Case

__all__ = ["CLAIMS", "WORDS", "Case"]
