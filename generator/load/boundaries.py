"""Boundaries that a site brings itself: ``results/boundaries.geojson``, as RFC 7946 has it."""

from __future__ import annotations

import json
import math
import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from generator.boundaries.shapes import Boundaries, Rings
from generator.format.problems import Message, Place, Problems, message
from generator.format.reading import ALL_REGIONS, content

NAME = "boundaries.geojson"

_LEAST = 4
"""Positions of a ring: a triangle that ends where it begins."""


class _Wrong(Exception):
    """What is wrong with a geometry, and what would be right."""

    def __init__(self, wrong: Message, right: Message) -> None:
        super().__init__()
        self.wrong = wrong
        self.right = right


def read_boundaries(
    path: Path, name: str, root: Path, codes: Collection[str], problems: Problems
) -> Boundaries | None:
    """The boundaries of a results folder, by the codes of regions; None if there are none.

    ``codes`` are those of regions.yml. What is wrong is noted, and nothing of the file is used then.
    """
    if not os.path.lexists(path):
        return None
    text = content(path, name, root, problems, ALL_REGIONS)
    if text is None:
        return None
    before = len(problems)
    found = _Reading(text.decode(), name, codes, problems).boundaries()
    return found if len(problems) == before else None


class _Reading:
    """One file, read feature by feature, noting problems and going on."""

    def __init__(self, text: str, name: str, codes: Collection[str], problems: Problems) -> None:
        self._text = text
        self._name = name
        self._codes = codes
        self._problems = problems

    def boundaries(self) -> Boundaries | None:
        data = self._parsed()
        if data is None:
            return None
        features = data.get("features") if isinstance(data, dict) else None
        if not isinstance(features, list) or data.get("type") != "FeatureCollection":
            self._note(
                "type",
                message("ini bukan FeatureCollection"),
                message("simpan batas wilayah sebagai GeoJSON (FeatureCollection)"),
            )
            return None
        source = data.get("source")
        if not isinstance(source, str) or not source.strip():
            self._note(
                "source",
                message("sumber batas wilayah belum disebut"),
                message('tambahkan "source": "nama sumber" di samping "type"'),
            )
        rings = dict(self._features(features))
        said = {key: str(data.get(key) or "").strip() for key in ("source", "license", "url")}
        if said["url"] and not re.match("https?://", said["url"]):
            self._note(
                "url",
                message("alamat sumber diawali https://"),
                message("tulis alamat lengkapnya, atau hapus url"),
            )
        return Boundaries(rings, said["source"], said["license"], said["url"])

    def _parsed(self) -> Any:
        try:
            return json.loads(self._text)
        except json.JSONDecodeError as error:
            place = Place(self._name, error.lineno, error.colno)
        except (RecursionError, ValueError):  # brackets without end, a number of 5,000 digits
            place = Place(self._name)
        self._problems.add(
            place,
            "",
            message("ini bukan JSON"),
            message("simpan ulang dari aplikasi peta sebagai GeoJSON"),
        )
        return None

    def _features(self, features: list[Any]) -> Iterator[tuple[str, Rings]]:
        seen: set[str] = set()
        for number, feature in enumerate(features):
            field = f"features[{number}]"
            properties = feature.get("properties") if isinstance(feature, dict) else None
            code = properties.get("code") if isinstance(properties, dict) else None
            if not isinstance(code, str):
                self._note(
                    f"{field}.properties.code",
                    message("bidang ini tidak punya kode wilayah"),
                    message('tulis kodenya seperti di regions.yml, misalnya "code": "63.11"'),
                )
                continue
            if code not in self._codes:
                self._note(
                    f"{field}.properties.code",
                    message("kode “{code}” tidak ada di regions.yml", code=code),
                    message("perbaiki kodenya, atau hapus bidang itu dari berkas ini"),
                    code,
                )
            elif code in seen:
                self._note(
                    f"{field}.properties.code",
                    message("kode “{code}” sudah dipakai bidang lain", code=code),
                    message("gabungkan keduanya menjadi satu MultiPolygon"),
                    code,
                )
            seen.add(code)
            try:
                yield code, _rings(feature.get("geometry"))
            except _Wrong as error:
                self._note(f"{field}.geometry", error.wrong, error.right, code)

    def _note(self, field: str, wrong: Message, right: Message, code: str = "") -> None:
        """Note a problem where its field stands, or the code of its feature; else at the top."""
        sought = json.dumps(code) if code else f'"{field}"'
        at = self._text.find(sought)
        before = self._text[: max(at, 0)]
        line = before.count("\n") + 1
        place = Place(self._name, line, len(before) - before.rfind("\n")) if at >= 0 else None
        self._problems.add(place or Place(self._name), field, wrong, right)


def _rings(geometry: Any) -> Rings:
    """The outer rings of a Polygon or MultiPolygon; raises ``_Wrong``."""
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        raise _Wrong(
            message("bentuknya bukan Polygon atau MultiPolygon"),
            message("simpan batas wilayah sebagai bidang, bukan titik atau garis"),
        )
    coordinates = geometry.get("coordinates")
    parts = [coordinates] if kind == "Polygon" else coordinates
    if not isinstance(parts, list) or not parts:
        raise _not_a_ring()
    return [_ring(part[0] if isinstance(part, list) and part else None) for part in parts]


def _not_a_ring() -> _Wrong:
    return _Wrong(
        message("koordinatnya bukan garis yang tertutup"),
        message("ekspor ulang dari aplikasi peta; tiap garis paling sedikit empat titik"),
    )


def _ring(raw: Any) -> list[tuple[float, float]]:
    if not isinstance(raw, list) or len(raw) < _LEAST or raw[0] != raw[-1]:
        raise _not_a_ring()
    found = []
    for position in raw:
        if not isinstance(position, list) or len(position) < 2:
            raise _not_a_ring()
        x, y = position[:2]
        if not (_is_number(x) and _is_number(y)):
            raise _not_a_ring()
        if abs(x) > 180 or abs(y) > 90:
            raise _Wrong(
                message("koordinat {x}, {y} bukan bujur dan lintang", x=x, y=y),
                message("ekspor dengan sistem koordinat WGS 84 (EPSG:4326), dalam derajat"),
            )
        found.append((float(x), float(y)))
    return found


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
