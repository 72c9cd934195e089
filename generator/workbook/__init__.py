"""Workbooks of an office: read into result files, made to be filled in, written from what is known.

``cells`` and ``sources`` read a file as a grid of cells as they are shown; ``layout`` finds the table in
a sheet, ``regions``, ``headers`` and ``values`` say what its cells mean; ``reading`` does this for a whole
workbook and asks what it cannot know; ``plan`` compares with the files that there are, ``edits`` and
``write`` change them. ``template`` and ``export`` write workbooks, ``skeleton`` a new edition.
"""
