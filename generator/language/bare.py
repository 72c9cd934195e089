"""A name of the data without its kind."""

from __future__ import annotations

from functools import lru_cache

KINDS_IN_NAMES = (
    *("Kabupaten Administrasi ", "Kota Administrasi "),  # of Jakarta
    *("Kabupaten ", "Kota ", "Provinsi ", "Kecamatan ", "Distrik ", "Desa ", "Kelurahan "),
)
"""What the name of a region begins with."""


@lru_cache(maxsize=4096)
def bare(name: str) -> str:
    """A name without its kind in front or its province behind.

    ``Kabupaten Balangan`` → ``Balangan``, ``Dinas Sosial Provinsi …`` → ``Dinas Sosial``.
    """
    for kind in KINDS_IN_NAMES:
        if name.startswith(kind):
            return name.removeprefix(kind)
    return name.partition(" Provinsi ")[0]
