"""Numbers, dates and lists in the words of a language, and the catalogues of messages."""
