"""Random sites that are right, or nearly: measures, maxima, scales, instruments, groups, states, years."""

from __future__ import annotations

from decimal import Decimal
from random import Random
from typing import Any

from reader.made_up import site as made_up
from reader.made_up.results import said
from reader.made_up.year import Year

from fuzz.hostile import Files, settings

NAMES = ("Kabupaten Alfa", "Kota Beta", "Desa Sukamaju 2", "Dinas Sosial", "Puskesmas Melati")
CATEGORIES = ("Unggul", "Baik Sekali", "Baik", "Cukup", "Kurang", "Buruk")
WORDS = {
    "value": ("nilai", "mark"),
    "participant": ("badan", "body"),
    "edition": ("indeks", "index"),
}
YEARS = range(2016, 2026)


def site(chance: Random) -> tuple[Files, bool]:
    """The files of a site, and whether the independent reader knows all that may stand there."""
    if chance.random() < 0.4:
        return {"mkdocs.yml": mkdocs(chance, "kip", ("id",)), **below(made_up(chance))}, True
    measure = _measure(chance)
    groups = [f"kelompok-{i}" for i in range(chance.choice((1, 1, 1, 2, 3)))]
    regions = [_region(chance, at, groups) for at in range(chance.randint(1, 8))]
    files: Files = {
        "regions.yml": {
            "groups": [
                {"id": id_, "name": f"Kelompok {at}", "partial": chance.choice(("true", "false"))}
                for at, id_ in enumerate(groups)
            ],
            "regions": regions,
        },
        "measures/ukuran.yml": measure,
    }
    instrument = _instrument(chance) if chance.random() < 0.6 else None
    if instrument is not None:
        files["instruments/lama.yml"] = instrument
    scale = _scale(chance, measure)
    for year in sorted(chance.sample(YEARS, chance.randint(1, 4))):
        if chance.random() < 0.25:
            scale = _scale(chance, measure)
        files |= _year(chance, year, regions, scale, instrument)
    return {"mkdocs.yml": mkdocs(chance, "ukuran"), **below(files)}, False


def below(files: Files) -> Files:
    """The files of a folder of data as those of a site."""
    return {f"results/{name}": data for name, data in files.items()}


def mkdocs(
    chance: Random, measure: str, languages: tuple[str, ...] = ("id", "en")
) -> dict[str, Any]:
    """Settings of a site; the independent reader reads Indonesian."""
    found = settings(measure, "Situs Acak")
    options = found["plugins"][0]["rapor"]
    options["analysis"] = chance.choice(("true", "false"))
    options["language"] = chance.choice(languages)
    return found


def _measure(chance: Random) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": {"id": "penilaian layanan", "en": "assessment of services"},
        "short": "Layanan",
        "subject": "layanan",
        "ranking": chance.choice(("computed", "computed", "none")),
        "categories": chance.choice(("true", "true", "false")),
    }
    for name, (own, english) in WORDS.items():
        if chance.random() < 0.4:
            found[name] = {"id": own, "en": english}
    if chance.random() < 0.5:
        found["questionnaire"] = {"name": {"id": "daftar periksa", "en": "checklist"}}
    for name in ("law", "about", "welcome", "meaning"):
        if chance.random() < 0.3:
            found[name] = "Satu kalimat."
    return found


def _region(chance: Random, at: int, groups: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": f"r{at}",
        "name": f"{chance.choice(NAMES)} {at}",
        "kind": chance.choice(("kabupaten", "kota", "provinsi", "opd", "desa")),
        "group": groups[at % len(groups)],
    }
    if chance.random() < 0.5:
        found["tile"] = [at % 4, at // 4]
    if chance.random() < 0.3:
        found["ppid"] = {"office": "PPID", "email": "ppid@contoh.id"}
    if at and chance.random() < 0.2:
        found["parent"] = "r0"
    return found


def _scale(chance: Random, measure: dict[str, Any]) -> dict[str, Any]:
    most = chance.choice((4, 10, 100, 100, 1000))
    found: dict[str, Any] = {"maximum": most, "decimals": chance.choice((0, 1, 2, 2, 3))}
    if measure["categories"] == "true":
        names = CATEGORIES[: chance.randint(2, len(CATEGORIES))]
        cuts = sorted(chance.sample(range(1, 20), len(names) - 1), reverse=True)
        minima = [*(str(Decimal(most * cut) / 20) for cut in cuts), "0"]
        bounded = chance.random() < 0.8
        found["categories"] = [
            {"name": name, "minimum": minimum} if bounded else {"name": name}
            for name, minimum in zip(names, minima, strict=True)
        ]
    return {key: item if isinstance(item, list) else str(item) for key, item in found.items()}


def _parts(chance: Random, count: int) -> list[str]:
    """So many weights that make 100."""
    cuts = sorted(chance.sample(range(1, 100), count - 1))
    return [str(b - a) for a, b in zip([0, *cuts], [*cuts, 100], strict=True)]


def _instrument(chance: Random) -> dict[str, Any]:
    stages, indicators = [], []
    for at, weight in enumerate(_parts(chance, chance.randint(1, 3))):
        stage = {"id": f"s{at}", "name": f"Tahap {at}", "weight": weight}
        if chance.random() < 0.3:
            stage["threshold"] = str(chance.randint(0, 70))
        stages.append(stage)
        for number, part in enumerate(_parts(chance, chance.randint(1, 3))):
            id_ = f"i{at}-{number}"
            found: dict[str, Any] = {"id": id_, "stage": f"s{at}", "name": f"Bagian {id_}"}
            found["weight"] = part
            asked = chance.randint(0, 3)
            if asked:
                found["questions"] = [
                    _question(chance, f"q{at}-{number}-{q}", share)
                    for q, share in enumerate(_parts(chance, asked))
                ]
            indicators.append(found)
    return {"title": "Kuesioner", "year": "2020", "stages": stages, "indicators": indicators}


def _question(chance: Random, id_: str, weight: str) -> dict[str, Any]:
    options = [
        {"id": f"o{at}", "name": f"pilihan {at}", "points": str(points)}
        for at, points in enumerate((2, 1, 0.5))
    ]
    scale = chance.choice(
        (
            "yes-no",
            {"kind": "number", "maximum": str(chance.choice((4, 10, 100)))},
            {"kind": "levels", "options": options},
            {"kind": "choices", "options": options},
        )
    )
    found = {"id": id_, "text": f"Apakah {id_}?", "weight": weight, "scale": scale}
    return found | ({"not_applicable": "true"} if chance.random() < 0.3 else {})


def _year(
    chance: Random,
    year: int,
    regions: list[dict[str, Any]],
    scale: dict[str, Any],
    instrument: dict[str, Any] | None,
) -> Files:
    edition: dict[str, Any] = {
        "year": str(year),
        "title": f"Edisi {year}",
        "organizer": "Dinas Contoh",
        "status": chance.choice(("final", "final", "sample")),
        "sources": [{"id": "laporan", "title": "Laporan", "url": "https://contoh.id/a"}],
        "scale": scale,
    }
    asked = instrument if chance.random() < 0.9 and scale["maximum"] == "100" else None
    if asked is not None:
        edition["instrument"] = "lama"
    if chance.random() < 0.6:
        edition["published"] = chance.choice((f"{year}-12-01", f"{year}", f"{year + 1}-01"))
    if chance.random() < 0.4:
        edition["source"] = "laporan"
    files: Files = {}
    for region in regions:
        state = chance.random()
        id_ = region["id"]
        if state < 0.18:
            where = chance.choice(("absent", "not_assessed", "not_returned"))
            edition.setdefault(where, []).append(id_)
        elif state < 0.9:
            files[f"{year}/{id_}.yml"] = {"region": id_, **_result(chance, year, scale, asked)}
    return {f"{year}/edition.yml": edition, **files}


def _result(
    chance: Random, year: int, scale: dict[str, Any], asked: dict[str, Any] | None
) -> dict[str, Any]:
    result: dict[str, Any] = {}
    roll = chance.random()
    most, decimals = int(scale["maximum"]), int(scale["decimals"])
    names = [step["name"] for step in scale.get("categories", [])]
    if asked is not None and roll < 0.7:
        _asked(chance, asked, result)
    elif roll < 0.75:
        places = min(decimals + chance.choice((0, 0, 1)), 4)
        result["score"] = str(Decimal(chance.randint(0, most * 10**places)).scaleb(-places))
        if chance.random() < 0.1:
            result["score"] = {"value": result["score"], "exact": "false"}
    elif names and roll < 0.9:
        result["category"] = chance.choice(names)
    if chance.random() < 0.3:
        found = Year(year, scale if names else None, None, {})
        said(chance, found, "x", result)
        if not names or chance.random() < 0.5:
            result.pop("target", None)
    if chance.random() < 0.15:
        result["objections"] = [
            {
                "date": f"{year}-09-10",
                "text": "Isinya.",
                "decision": chance.choice(("ditolak", "x")),
            }
        ]
    return result


def _asked(chance: Random, instrument: dict[str, Any], result: dict[str, Any]) -> None:
    """Answers to what is asked, and scores of what is not."""
    for indicator in instrument["indicators"]:
        if "questions" not in indicator:
            score = f"{chance.randint(0, 1000) / 10:.1f}"
            result.setdefault("indicators", {})[indicator["id"]] = score
        for question in indicator.get("questions", ()):
            answer = {"verified": _answer(chance, question)}
            if chance.random() < 0.4:
                answer["self"] = _answer(chance, question, applies=answer["verified"])
            if chance.random() < 0.99:
                result.setdefault("answers", {})[question["id"]] = answer


def _answer(chance: Random, question: dict[str, Any], applies: Any = "") -> Any:
    scale = question["scale"]
    if applies == "tidak-berlaku":
        return applies
    if not applies and question.get("not_applicable") and chance.random() < 0.2:
        return "tidak-berlaku"
    if scale == "yes-no":
        return chance.choice(("ya", "tidak"))
    if scale["kind"] == "number":
        return str(chance.randint(0, int(scale["maximum"])))
    ids = [option["id"] for option in scale["options"]]
    if scale["kind"] == "levels":
        return chance.choice(ids)
    return chance.sample(ids, chance.randint(1, len(ids)))
