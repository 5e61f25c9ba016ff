"""Unicode text as offices used to store it, by tables of the tests' own (TCVN3 by its bytes)."""

from __future__ import annotations

import unicodedata

# Code points of the letters in TCVN 5712 VN3, byte by byte; capitals with a tone use a font.
TCVN3_BYTES = {
    "à": 0xB5, "á": 0xB8, "ả": 0xB6, "ã": 0xB7, "ạ": 0xB9, "ă": 0xA8, "ằ": 0xBB, "ắ": 0xBE,
    "ẳ": 0xBC, "ẵ": 0xBD, "ặ": 0xC6, "â": 0xA9, "ầ": 0xC7, "ấ": 0xCA, "ẩ": 0xC8, "ẫ": 0xC9,
    "ậ": 0xCB, "đ": 0xAE, "è": 0xCC, "é": 0xD0, "ẻ": 0xCE, "ẽ": 0xCF, "ẹ": 0xD1, "ê": 0xAA,
    "ề": 0xD2, "ế": 0xD5, "ể": 0xD3, "ễ": 0xD4, "ệ": 0xD6, "ì": 0xD7, "í": 0xDD, "ỉ": 0xD8,
    "ĩ": 0xDC, "ị": 0xDE, "ò": 0xDF, "ó": 0xE3, "ỏ": 0xE1, "õ": 0xE2, "ọ": 0xE4, "ô": 0xAB,
    "ồ": 0xE5, "ố": 0xE8, "ổ": 0xE6, "ỗ": 0xE7, "ộ": 0xE9, "ơ": 0xAC, "ờ": 0xEA, "ớ": 0xED,
    "ở": 0xEB, "ỡ": 0xEC, "ợ": 0xEE, "ù": 0xEF, "ú": 0xF3, "ủ": 0xF1, "ũ": 0xF2, "ụ": 0xF4,
    "ư": 0xAD, "ừ": 0xF5, "ứ": 0xF8, "ử": 0xF6, "ữ": 0xF7, "ự": 0xF9, "ỳ": 0xFA, "ý": 0xFD,
    "ỷ": 0xFB, "ỹ": 0xFC, "ỵ": 0xFE,
    "Ă": 0xA1, "Â": 0xA2, "Đ": 0xA7, "Ê": 0xA3, "Ô": 0xA4, "Ơ": 0xA5, "Ư": 0xA6,
}  # fmt: skip
VNI_TONES = {"\u0300": "ø", "\u0301": "ù", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
VNI_BREVE = {"": "ê", "\u0300": "è", "\u0301": "é", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"}
VNI_HAT = {"": "â", "\u0300": "à", "\u0301": "á", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"}
VNI_ALONE = {"đ": "ñ", "ì": "ì", "í": "í", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}


def in_tcvn3(text: str) -> str:
    """The text as a .VnTime workbook holds it."""
    letters = unicodedata.normalize("NFC", text)
    return "".join(
        chr(TCVN3_BYTES.get(c, TCVN3_BYTES.get(c.lower(), 0)) or ord(c)) for c in letters
    )


def in_vni(text: str) -> str:
    """The text as a VNI-Times workbook holds it."""
    return "".join(_vni(c) for c in unicodedata.normalize("NFC", text))


def _vni(letter: str) -> str:
    small = letter.lower()
    if small in VNI_ALONE:
        written = VNI_ALONE[small]
    else:
        base, *marks = unicodedata.normalize("NFD", small)
        tone = next((mark for mark in marks if mark in VNI_TONES), "")
        if "\u0306" in marks:
            written = base + VNI_BREVE[tone]
        elif "\u0302" in marks:
            written = base + VNI_HAT[tone]
        else:
            horned = {"o": "ô", "u": "ö"}[base] if "\u031b" in marks else base
            written = horned + VNI_TONES.get(tone, "")
    return written.upper() if letter != small else written


def garbled(text: str) -> str:
    """UTF-8 bytes taken for windows-1252, as a program that guesses wrongly shows them."""
    return "".join(
        bytes([byte]).decode("cp1252") if _is_1252(byte) else chr(byte)
        for byte in text.encode("utf-8")
    )


def _is_1252(byte: int) -> bool:
    return byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
