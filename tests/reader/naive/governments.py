"""By which names a region's own government publishes."""

from __future__ import annotations

STARTS = ("", "Pemerintah ", "PPID ", "Diskominfo ", "Dinas Komunikasi dan Informatika ")
STARTS = (*STARTS, "Sekretariat Daerah ")
SHORT = {"Kabupaten ": "Pemkab ", "Kota ": "Pemkot ", "Provinsi ": "Pemprov "}


def governments(full: str) -> set[str]:
    """Of the region of a full name."""
    names = {start + full for start in STARTS}
    return names | {
        short + full[len(kind) :] for kind, short in SHORT.items() if full.startswith(kind)
    }
