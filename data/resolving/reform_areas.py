"""Which reform area an area of a criteria set is, where its name leaves no doubt."""

from __future__ import annotations

from data.text_keys import plain_key

REFORM_AREAS = (
    "direction",
    "institutions",
    "procedures",
    "apparatus",
    "civil_service",
    "public_finance",
    "digital_government",
    "impact",
)
# Words of a name -> reform area; domain 2 and the sets of 2012 to 2024 use these.
WORDS: tuple[tuple[str, str], ...] = (
    ("chỉ đạo, điều hành", "direction"),
    ("chỉ đạo và điều hành", "direction"),
    ("công tác chỉ đạo", "direction"),
    ("thể chế", "institutions"),
    ("văn bản quy phạm pháp luật", "institutions"),
    ("thủ tục hành chính", "procedures"),
    ("TTHC", "procedures"),
    ("cơ chế một cửa", "procedures"),
    ("tổ chức bộ máy", "apparatus"),
    ("bộ máy hành chính", "apparatus"),
    ("công vụ", "civil_service"),
    ("cán bộ, công chức", "civil_service"),
    ("công chức, viên chức", "civil_service"),
    ("cán bộ công chức viên chức", "civil_service"),
    ("tài chính công", "public_finance"),
    ("chính quyền điện tử", "digital_government"),
    ("chính phủ điện tử", "digital_government"),
    ("chính quyền số", "digital_government"),
    ("chính phủ số", "digital_government"),
    ("chuyển đổi số", "digital_government"),
    ("hiện đại hóa hành chính", "digital_government"),
    ("hiện đại hóa nền hành chính", "digital_government"),
    ("e-government", "digital_government"),
    ("e-governance", "digital_government"),
    ("digital government", "digital_government"),
    ("public finance", "public_finance"),
    ("civil service", "civil_service"),
    ("tác động", "impact"),
    ("impact", "impact"),
)


def reform_area_of(text: str) -> str | None:
    """The reform area that a name means; null where it names none, or two of them.

    Accents are not compared: 'CONG TAC CHI DAO, DIEU HANH' is direction too. The stored words
    ('direction') name themselves.
    """
    if text.strip().casefold() in REFORM_AREAS:
        return text.strip().casefold()
    key = f" {plain_key(text)} "
    found = {area for words, area in WORDS if f" {plain_key(words)} " in key}
    return found.pop() if len(found) == 1 else None
