"""Random and hostile input against the generator; ``python -m tests.fuzz --seconds 60``.

``fields``   every value of a folder with the field and the kind of value that the models give it
``hostile``  a site in which every text of the data tries to be more than text
``checks``   what must hold of every page and file, whatever the data
``sites``    random sites that are right: measures, scales, instruments, states, years
``mutate``   bytes, lines, values and structure changed at random
``trial``    one folder: read it, and if it is taken make every page and file and explain every text
``smallest`` the files that still fail, made smaller
``run``      trials until the time is over, each from a seed of its own

An input that fails is found again by its seed: ``--seed N --count 1``. Once it is mended, its seed goes
into ``once_failed.txt``, and what was wrong becomes a case in ``tests/cases/``.
"""
