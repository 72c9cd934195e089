"""Single values of the format: read from text, each with its own words for what is wrong."""

from __future__ import annotations

import re
import sys
from calendar import monthrange
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.format.dates import PartialDate
from generator.format.problems import Message, message

EARLIEST_YEAR = 1990
LATEST_YEAR = 2100
MOST_DECIMALS = 6
LAST_TILE = 99
LONGEST_ID = 80
"""Letters of an id: it is a folder of the site, and whole addresses must stay short."""


DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)))
)
"""What Windows takes for a device and lets nobody have as a file or folder."""


def refuse(wrong: Message, right: Message | None = None) -> PydanticCustomError:
    """The error that carries our own words through pydantic."""
    return PydanticCustomError("rapor", "{wrong}", {"wrong": wrong, "right": right})


def scalar(value: Any) -> str:
    """The text of a scalar; an empty value, a list or a mapping is refused."""
    if isinstance(value, str) and value.strip():
        return value.strip()
    if isinstance(value, str):
        raise refuse(message("tidak ada nilainya"), message("isi nilainya, atau hapus baris ini"))
    kind = message("daftar") if isinstance(value, list) else message("kelompok kunci")
    raise refuse(
        message("{kind} di tempat satu nilai", kind=kind), message("tulis satu nilai saja")
    )


def _in_figures(text: str, otherwise: Message) -> Message:
    """What to write instead: the same in the figures 0 to 9, if it has others."""
    made = "".join(str(int(c)) if c.isdecimal() else c for c in text)
    return message("tulis dengan angka biasa: {text}", text=made) if made != text else otherwise


def _text(value: Any) -> str:
    text = " ".join(scalar(value).split())
    for character in text:
        if not character.isprintable():
            raise refuse(
                message("ada tanda yang tidak terlihat ({code})", code=f"U+{ord(character):04X}"),
                message("hapus tanda itu"),
            )
    return text


def is_id(text: str) -> bool:
    """Whether a text may be an id: small letters, digits, and single hyphens between them."""
    return re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", text) is not None


def _id(value: Any) -> str:
    text = scalar(value)
    if not is_id(text):
        meant = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
        raise refuse(
            message("“{text}” bukan id", text=text),
            message("pakai huruf kecil, angka, dan tanda hubung, misalnya {id}", id=meant)
            if 0 < len(meant) <= LONGEST_ID
            else message("pakai huruf kecil, angka, dan tanda hubung, misalnya kota-banjarbaru"),
        )
    if len(text) > LONGEST_ID:
        raise refuse(message("id lebih dari 80 huruf"), message("pakai id yang lebih pendek"))
    return sys.intern(text)  # an id stands in several files, a kind in all items of a list


def _region_id(value: Any, info: ValidationInfo) -> str:
    """An id of a region; who wrote its name is told the id, where the regions are known."""
    text = scalar(value)
    meant = info.context(text) if info.context is not None and not is_id(text) else None
    if meant is not None:
        raise refuse(
            message("“{text}” bukan id", text=text), message("mungkin maksudnya “{id}”", id=meant)
        )
    return _id(value)


def _address(value: Any) -> str:
    text = _id(value)
    if text in DEVICES:
        raise refuse(
            message("“{id}” adalah nama perangkat di Windows", id=text),
            message("pakai id lain, misalnya dengan jenisnya di depan"),
        )
    return text


def exact(text: str) -> Decimal | None:
    """The number of a text in the form of the format; None if it is none, as is nought with a minus."""
    if not re.fullmatch(r"-?[0-9]{1,9}(\.[0-9]{1,9})?", text):
        return None
    number = _exact(text)
    return None if number == 0 and text.startswith("-") else number


def _number(value: Any) -> Decimal:
    text = scalar(value)
    number = exact(text)
    if number is None and re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text) and float(text):
        raise refuse(
            message("“{text}” punya lebih dari 9 angka sebelum atau sesudah titik", text=text),
            message("bulatkan; skor jarang punya lebih dari dua desimal"),
        )
    if number is None:
        comma = text.replace(",", ".")
        if re.fullmatch(r"[0-9]{1,9}\.[0-9]{1,9}", comma):
            right = message("tulis dengan titik: {number}", number=comma)
        elif re.fullmatch(r"-0+(\.0+)?", text):
            right = message("tulis {number} tanpa tanda minus", number=text.removeprefix("-"))
        else:
            right = message("tulis angka dengan titik desimal, misalnya 87.45")
        raise refuse(message("“{text}” bukan angka", text=text), _in_figures(text, right))
    return number


@lru_cache(maxsize=20_000)
def _exact(text: str) -> Decimal:
    """The number of a text, one object for all that say it: scores of two decimals are 10,001."""
    return Decimal(text)


def _weight(value: Any) -> Decimal:
    number = _number(value)
    if number < 0 or number > 100:
        raise refuse(
            message("bobot {weight} di luar 0 sampai 100", weight=number),
            message("tulis bobot dalam persen"),
        )
    return number


def _maximum(value: Any) -> Decimal:
    number = _number(value)
    if number <= 0:
        raise refuse(
            message("skor tertinggi {score} tidak di atas 0", score=number),
            message("tulis skor tertinggi skala, misalnya 100"),
        )
    return number


def _score(value: Any) -> Decimal:
    number = _number(value)
    if number < 0:
        raise refuse(
            message("skor {score} di bawah 0", score=number), message("skor paling kecil adalah 0")
        )
    return number


def _whole(value: Any) -> int:
    text = scalar(value)
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise refuse(
            message("“{text}” bukan bilangan bulat", text=text),
            _in_figures(text, message("tulis angka tanpa titik dan koma, misalnya 12")),
        )
    return int(text)


def _decimals(value: Any) -> int:
    number = _whole(value)
    if number > MOST_DECIMALS:
        raise refuse(
            message("{count} angka desimal terlalu banyak", count=number),
            message("paling banyak {count}", count=MOST_DECIMALS),
        )
    return number


def _tile_place(value: Any) -> int:
    number = _whole(value)
    if number > LAST_TILE:
        raise refuse(
            message("petak {number} terlalu jauh", number=number),
            message("kolom dan baris paling besar {count}", count=LAST_TILE),
        )
    return number


def _rank(value: Any) -> int:
    number = _whole(value)
    if number < 1:
        raise refuse(message("peringkat 0 tidak ada"), message("peringkat pertama adalah 1"))
    return number


def _year(value: Any) -> int:
    text = scalar(value)
    if not re.fullmatch(r"[0-9]{4}", text) or not EARLIEST_YEAR <= int(text) <= LATEST_YEAR:
        raise refuse(
            message("“{text}” bukan tahun", text=text),
            _in_figures(text, message("tulis empat angka, misalnya 2025")),
        )
    return int(text)


def _truth(value: Any) -> bool:
    text = scalar(value)
    if text not in ("true", "false"):
        raise refuse(
            message("“{text}” bukan true atau false", text=text), message("tulis true atau false")
        )
    return text == "true"


def _is_web_address(text: str) -> bool:
    if not text.isprintable() or re.search(r"[\s<>\"\\^`{|}]", text):
        return False
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:  # brackets that do not close, a port that is no number
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and port != 0


def _url(value: Any) -> str:
    text = scalar(value)
    if not _is_web_address(text):
        raise refuse(
            message("“{text}” bukan alamat web", text=text),
            message("tulis alamat lengkap yang diawali https:// atau http://"),
        )
    parts = urlsplit(text)
    if "@" in parts.netloc:
        raise refuse(
            message(
                "“{text}” membuka {host}, bukan nama di depan “@”", text=text, host=parts.hostname
            ),
            message("hapus bagian sampai “@”, bila alamat sesudahnya memang yang dimaksud"),
        )
    return text


def _email(value: Any) -> str:
    text = scalar(value)
    if not re.fullmatch(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", text):
        raise refuse(
            message("“{text}” bukan alamat surel", text=text),
            message("tulis seperti ppid@contoh.go.id"),
        )
    return text


def _phone(value: Any) -> str:
    text = scalar(value)
    digits = re.findall("[0-9]", text)
    if not re.fullmatch(r"\+?[0-9 ().-]{3,30}", text) or len(digits) < 3 or set(digits) == {"0"}:
        raise refuse(
            message("“{text}” bukan nomor telepon", text=text),
            message("tulis angka saja, misalnya +62 511 123456"),
        )
    return text


def _color(value: Any) -> str:
    text = scalar(value)
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        raise refuse(
            message("“{text}” bukan warna", text=text),
            message('tulis enam angka heksadesimal dalam tanda kutip, misalnya "#1a7f4b"'),
        )
    return text.lower()


def _date(value: Any) -> PartialDate:
    text = scalar(value)
    found = re.fullmatch(r"([0-9]{4})(?:-([0-9][0-9])(?:-([0-9][0-9]))?)?", text)
    right = message("tulis tahun-bulan-hari, misalnya 2025-12-19 (atau 2025-12, atau 2025)")
    if not found:
        raise refuse(message("“{text}” bukan tanggal", text=text), _in_figures(text, right))
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    in_calendar = (
        EARLIEST_YEAR <= year <= LATEST_YEAR
        and (month is None or 1 <= month <= 12)
        and (day is None or month is None or 1 <= day <= monthrange(year, month)[1])
    )
    if not in_calendar:
        raise refuse(message("tanggal “{text}” tidak ada", text=text), right)
    return PartialDate(year, month, day)


def _json(kind: object, **more: object) -> WithJsonSchema:
    return WithJsonSchema({"type": kind, **more})


# An editor reads 63.10 and 2025 as numbers where a text or a date is meant: both must be valid.
Text = Annotated[str, BeforeValidator(_text), _json(["string", "number"], minLength=1)]
_ID_JSON = _json(["string", "integer"], pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", maxLength=LONGEST_ID)
Id = Annotated[str, BeforeValidator(_id), _ID_JSON]
RegionId = Annotated[str, BeforeValidator(_region_id), _ID_JSON]
AddressId = Annotated[str, BeforeValidator(_address), _ID_JSON]
"""An id that becomes a folder of the site."""
Number = Annotated[Decimal, BeforeValidator(_number), _json("number")]
Weight = Annotated[Decimal, BeforeValidator(_weight), _json("number", minimum=0, maximum=100)]
Maximum = Annotated[Decimal, BeforeValidator(_maximum), _json("number", exclusiveMinimum=0)]
Decimals = Annotated[
    int, BeforeValidator(_decimals), _json("integer", minimum=0, maximum=MOST_DECIMALS)
]
TilePlace = Annotated[
    int, BeforeValidator(_tile_place), _json("integer", minimum=0, maximum=LAST_TILE)
]
Score = Annotated[Decimal, BeforeValidator(_score), _json("number", minimum=0)]
Whole = Annotated[int, BeforeValidator(_whole), _json("integer", minimum=0)]
RankNumber = Annotated[int, BeforeValidator(_rank), _json("integer", minimum=1)]
Year = Annotated[
    int, BeforeValidator(_year), _json("integer", minimum=EARLIEST_YEAR, maximum=LATEST_YEAR)
]
Truth = Annotated[bool, BeforeValidator(_truth), _json("boolean")]
Url = Annotated[str, BeforeValidator(_url), _json("string", pattern="^https?://")]
Email = Annotated[str, BeforeValidator(_email), _json("string", pattern="@")]
Phone = Annotated[str, BeforeValidator(_phone), _json(["string", "integer"])]
Color = Annotated[str, BeforeValidator(_color), _json("string", pattern="^#[0-9a-fA-F]{6}$")]
Date = Annotated[
    PartialDate,
    BeforeValidator(_date),
    _json(["string", "integer"], pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"),
]
