"""A site of hundreds of made-up regions: so many that pages are made in several processes."""

from __future__ import annotations

from pathlib import Path

from conftest import EDITION, write_site


def write_many(folder: Path, regions: int, *, more: bool = False) -> Path:
    """A complete site of ``regions`` regions with a score each in two editions.

    ``more``: in the later one every score was corrected, and every body has a title.
    """
    ids = [f"wilayah-{number:04}" for number in range(regions)]
    listed = "".join(
        f"  - {{id: {id_}, name: Wilayah {id_[-4:]}, kind: kabupaten, group: g}}\n" for id_ in ids
    )
    files: dict[str, str | None] = {
        "regions.yml": f"groups: [{{id: g, name: Kabupaten/kota}}]\nregions:\n{listed}",
        "2024/alfa.yml": None,
        "2025/edition.yml": EDITION.replace("2024", "2025"),
    }
    for year in (2024, 2025):
        for number, id_ in enumerate(ids):
            score = (number * 37 + year * 11) % 10_000
            files[f"{year}/{id_}.yml"] = f"region: {id_}\nscore: {score // 100}.{score % 100:02}\n"
    if more:
        corrected = "".join(
            f"  - {{region: {id_}, field: score, from: 100.00, to:"
            f" {files[f'2025/{id_}.yml'].rpartition(' ')[2].strip()}, date: 2026-01}}\n"  # type: ignore[union-attr]
            for id_ in ids
        )
        titles = "".join(f"  - {{region: {id_}, title: Terbuka}}\n" for id_ in ids)
        files["2025/edition.yml"] += f"corrections:\n{corrected}distinctions:\n{titles}"  # type: ignore[operator]
    folder.mkdir()
    return write_site(
        folder, files, "plugins: [rapor: {search: false, files: [csv], languages: [id]}]\n"
    )
