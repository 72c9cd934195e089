"""What stands in a results folder, computed a second time and as plainly as possible.

Nothing here knows the generator. Files are read with PyYAML's base loader, so that every scalar is
the text in the file; arithmetic is done on exact fractions. Where the rules of computation leave a
choice of method, the simplest one that is obviously right is taken, not the fast one.
"""

from reader.naive.folder import Edition, Site

__all__ = ["Edition", "Site"]
