"""The vocabulary of the sentences: for each fact the terms in which it is said."""
