"""Numbers, dates and lists in words, and the catalogues of messages."""
