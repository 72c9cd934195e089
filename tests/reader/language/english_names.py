"""English names of provinces, groups, kinds and categories, written here a second time."""

from __future__ import annotations

PROVINCES = {
    "Sumatera Utara": "North Sumatra",
    "Sumatera Barat": "West Sumatra",
    "Sumatera Selatan": "South Sumatra",
    "Kepulauan Bangka Belitung": "Bangka Belitung Islands",
    "Kepulauan Riau": "Riau Islands",
    "DKI Jakarta": "Jakarta",
    "Daerah Khusus Jakarta": "Jakarta",
    "Jawa Barat": "West Java",
    "Jawa Tengah": "Central Java",
    "Jawa Timur": "East Java",
    "DI Yogyakarta": "Special Region of Yogyakarta",
    "Daerah Istimewa Yogyakarta": "Special Region of Yogyakarta",
    "Nusa Tenggara Barat": "West Nusa Tenggara",
    "Nusa Tenggara Timur": "East Nusa Tenggara",
    "Kalimantan Barat": "West Kalimantan",
    "Kalimantan Tengah": "Central Kalimantan",
    "Kalimantan Selatan": "South Kalimantan",
    "Kalimantan Timur": "East Kalimantan",
    "Kalimantan Utara": "North Kalimantan",
    "Sulawesi Utara": "North Sulawesi",
    "Sulawesi Tengah": "Central Sulawesi",
    "Sulawesi Selatan": "South Sulawesi",
    "Sulawesi Tenggara": "Southeast Sulawesi",
    "Sulawesi Barat": "West Sulawesi",
    "Maluku Utara": "North Maluku",
    "Papua Barat": "West Papua",
    "Papua Selatan": "South Papua",
    "Papua Tengah": "Central Papua",
    "Papua Pegunungan": "Highland Papua",
    "Papua Barat Daya": "Southwest Papua",
    "Aceh": "Aceh",
    "Riau": "Riau",
    "Jambi": "Jambi",
    "Bengkulu": "Bengkulu",
    "Lampung": "Lampung",
    "Banten": "Banten",
    "Bali": "Bali",
    "Gorontalo": "Gorontalo",
    "Maluku": "Maluku",
    "Papua": "Papua",
}

ENDINGS = {
    "Kabupaten Administrasi": "Administrative Regency",
    "Kota Administrasi": "Administrative City",
    "Kabupaten": "Regency",
    "Kota": "City",
    "Kecamatan": "District",
    "Distrik": "District",
    "Kelurahan": "Urban Village",
    "Desa": "Village",
}
GROUPS = {
    "kabupaten/kota": ("regencies and cities", "regency or city"),
    "kabupaten": ("regencies", "regency"),
    "kota": ("cities", "city"),
    "provinsi": ("provinces", "province"),
    "perangkat daerah provinsi": ("provincial government agencies", "provincial government agency"),
    "instansi vertikal": ("central government offices", "central government office"),
}
KINDS = {
    "kabupaten": "regency",
    "kota": "city",
    "provinsi": "province",
    "kecamatan": "district",
    "distrik": "district",
    "kelurahan": "urban village",
    "desa": "village",
    "nagari": "village",
    "gampong": "village",
}
MEANINGS = {
    "Informatif": "Informative",
    "Menuju Informatif": "Towards Informative",
    "Cukup Informatif": "Fairly Informative",
    "Kurang Informatif": "Less Informative",
    "Tidak Informatif": "Not Informative",
    "Baik Sekali": "Very Good",
    "Baik": "Good",
    "Sedang": "Fair",
    "Buruk": "Poor",
    "Buruk Sekali": "Very Poor",
}


def inside(name: str) -> str:
    return f"the {name}" if name.endswith(" Islands") or name.startswith("Special Region") else name


def front(name: str) -> str:
    """The kind that a name begins with; "" of none."""
    return next((kind for kind in ENDINGS if name.startswith(f"{kind} ")), "")


def full_name(name: str) -> str:
    kind = front(name)
    if kind:
        return f"{name.removeprefix(f'{kind} ')} {ENDINGS[kind]}"
    own = name.removeprefix("Provinsi ")
    return inside(PROVINCES.get(own, f"{own} Province")) if own != name else name


def short_name(name: str) -> str:
    own = name.removeprefix("Provinsi ")
    if own != name:
        return inside(PROVINCES.get(own, own))
    return name.removeprefix(f"{front(name)} ") if front(name) else name.partition(" Provinsi ")[0]


def place_name(name: str) -> str:
    return (
        full_name(name)
        if name.startswith(("Provinsi ", *ENDINGS))
        else inside(PROVINCES.get(name, name))
    )
