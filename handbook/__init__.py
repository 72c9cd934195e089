"""The manual in ``docs/``: what of it is made from the definitions that the program itself goes by.

``python -m handbook`` writes the lists in ``docs/acuan/`` and the workbooks of the tutorial,
``python -m handbook.pictures`` runs the tutorial and takes its pictures.
"""
