"""The files of a new site, as text: each with what stands there, and what may be written there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.content import packaged
from generator.format.writing import scalar
from generator.starting.bodies import GROUPS, Body, Level
from generator.starting.labels import labels
from generator.starting.layout import Cell

IGNORED = ("site/", ".site.*", ".venv/", "alat/wheels/", "~$*", "*.tmp", "Thumbs.db", ".DS_Store")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants of a new site. ``official`` is None where nobody said; texts are "" then."""

    level: Level
    place: str
    """The name of the province or of what the bodies lie in, with its kind."""
    name: str
    publisher: str = ""
    official: bool | None = None
    contact: str = ""
    address: str = ""
    measure: str = "kip"


def site_name(place: str) -> str:
    """The name of a site that nobody named."""
    return f"Rapor KIP {place.removeprefix('Provinsi ')}"


def files(wanted: Wanted, bodies: Sequence[Body], places: Mapping[str, Cell]) -> dict[str, str]:
    """All files of a site by their paths, but for its editions; ``places`` by code."""
    return {
        "mkdocs.yml": _settings(wanted),
        "results/regions.yml": _regions(wanted, bodies, places),
        "content/tentang.md": packaged(wanted.measure, "tentang"),
        "content/en/tentang.md": packaged(wanted.measure, "tentang", "en"),
        ".gitignore": "".join(f"{line}\n" for line in IGNORED),
        "README.md": _readme(wanted, len(bodies)),
    }


def _settings(wanted: Wanted) -> str:
    lines = ["# Pengaturan situs.", f"site_name: {scalar(wanted.name)}"]
    if wanted.address:
        lines.append(f"site_url: {scalar(wanted.address)}")
    else:
        lines += [
            "# isi: alamat situs setelah terbit; tanpa itu tidak ada tautan WhatsApp dan alamat dalam kutipan",
            "# site_url: https://rapor.contoh.go.id/",
        ]
    lines += ["docs_dir: content", "theme: {name: rapor}", "plugins:", "  - rapor:"]
    lines.append(f"      measure: {scalar(wanted.measure)}")
    lines += [
        "      # Bahasa halaman: yang pertama di alamat utama, yang lain di bawah /en/. Satu saja: [id]",
        "      languages: [id, en]",
    ]
    publisher = {
        "name": (wanted.publisher, "nama penerbit situs"),
        "official": (
            "" if wanted.official is None else str(wanted.official).lower(),
            "true bila situs resmi badan publik, false bila bukan",
        ),
        "contact": (wanted.contact, "alamat surel untuk laporan kekeliruan"),
    }
    known = any(value for value, _ in publisher.values())
    lines.append("      publisher:" if known else "      # publisher:")
    for key, (value, asked) in publisher.items():
        lines.append(
            f"        {key}: {value if key == 'official' else scalar(value)}"
            if value
            else f"        # isi: {key}: {asked}"
        )
    lines += [
        "        # isi: responsible: penanggung jawab situs",
        "        # isi: text_license: lisensi teks, misalnya CC BY 4.0",
        "        # isi: data_license: lisensi data, misalnya CC BY 4.0",
    ]
    return "\n".join(lines) + "\n"


def _regions(wanted: Wanted, bodies: Sequence[Body], places: Mapping[str, Cell]) -> str:
    group, title = GROUPS[wanted.level]
    columns = max((column for column, _ in places.values()), default=0) + 1
    short = labels(bodies, columns) if places else {}
    lines = [
        f"# {len(bodies)} badan publik di {wanted.place}.",
        "# `id` menjadi alamat halaman dan tidak pernah diubah setelah situs terbit.",
        "# `code` dan `name`: Kepmendagri 300.2.2-2138/2025.",
    ]
    if places:
        lines.append(
            "# `tile`: letak petak di peta, [kolom, baris] dari kiri atas; `also`: nama pendek di petak."
        )
    lines += [
        "# Alamat PPID tampil di halaman wilayah, misalnya:",
        "#   ppid: {office: nama PPID, website: https://…, email: …}",
        "",
        "groups:",
        f"  - {{id: {group}, name: {title}}}",
        "",
        "regions:",
    ]
    for body in bodies:
        lines += [
            f"  - id: {body.id}",
            f"    name: {scalar(body.name)}",
            f"    kind: {body.kind}",
            f"    group: {group}",
            f'    code: "{body.code}"',
        ]
        if body.id in short:
            lines.append(f"    also: [{scalar(short[body.id])}]")
        if body.code in places:
            lines.append(f"    tile: [{places[body.code][0]}, {places[body.code][1]}]")
        lines.append("")
    return "\n".join(lines)


def _readme(wanted: Wanted, count: int) -> str:
    return f"""\
# {wanted.name}

Situs hasil evaluasi keterbukaan informasi publik untuk {count} badan publik di {wanted.place}. Dibuat dengan Rapor KIP.

## Isi folder
- `mkdocs.yml`: nama situs, alamat, penerbit.
- `results/regions.yml`: badan publik, kode, dan letaknya di peta.
- `results/<tahun>/edition.yml` dan `results/<tahun>/<id>.yml`: satu edisi dan hasil tiap badan publik.
- `content/`: halaman tulisan. `tentang.md` boleh diubah, `en/tentang.md` (Inggris) bersamanya.
  `[[penerbit]]` dan sejenisnya diisi dari `mkdocs.yml`.
- `site/`: situs yang sudah dibangun. Folder ini dibuat ulang setiap kali.

## Langkah tiap tahun
1. `rapor new-edition 2026` membuat kerangka edisi. Isi baris yang ditandai `# isi:`.
2. `rapor template 2026 -o nilai.xlsx` membuat buku kerja untuk diisi.
3. `rapor import nilai.xlsx --edition 2026` memasukkan isinya, setelah menunjukkan apa yang dimengerti.
4. `rapor check` memeriksa semuanya dan menyebut yang perlu diperbaiki.
5. `mkdocs serve` menampilkan pratinjau di http://127.0.0.1:8000/.
6. `mkdocs build` membangun situs di folder `site/`, siap diunggah ke hosting mana pun.

7. `rapor addresses --add` mencatat alamat yang sudah terbit, agar tidak ada yang hilang.

Edisi dengan `status: draft` hanya tampak dalam pratinjau. Tulis `status: final` bila boleh terbit.
Angka yang sudah terbit dikoreksi dengan `rapor correct`, yang mencatatnya.
"""
