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

ENDINGS = {"Kabupaten": "Regency", "Kota": "City", "Kecamatan": "District", "Distrik": "District"}
GROUPS = {
    "kabupaten/kota": ("regencies and cities", "regency or city"),
    "kabupaten": ("regencies", "regency"),
    "kota": ("cities", "city"),
    "provinsi": ("provinces", "province"),
    "perangkat daerah provinsi": ("provincial government agencies", "provincial government agency"),
    "instansi vertikal": ("central government offices", "central government office"),
}
KINDS = {"kabupaten": "regency", "kota": "city", "provinsi": "province", "kecamatan": "district"}
MEANINGS = {
    "Informatif": "Informative",
    "Menuju Informatif": "Towards Informative",
    "Cukup Informatif": "Fairly Informative",
    "Kurang Informatif": "Less Informative",
    "Tidak Informatif": "Not Informative",
}
