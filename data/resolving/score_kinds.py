"""Kinds of points, and the words that workbooks use for them."""

from __future__ import annotations

from functools import lru_cache

from data.text_keys import plain_key

VERIFIED_KINDS = ("verified_1", "explanation", "verified_2")
SCORE_KINDS = ("self_assessed", *VERIFIED_KINDS, "survey")
WORDS = {
    "self_assessed": (
        "tự đánh giá",
        "tự chấm",
        "đơn vị tự chấm",
        "đơn vị tự đánh giá",
        "tự chấm điểm",
        "self assessed",
    ),
    "verified_1": (
        "thẩm định lần 1",
        "thẩm định vòng 1",
        "thẩm định lần I",
        "thẩm định lần thứ nhất",
        "thẩm định 1",
        "lần 1",
        "vòng 1",
        "verified 1",
    ),
    "explanation": ("giải trình", "đề nghị sau giải trình", "sau giải trình", "explanation"),
    "verified_2": (
        "thẩm định lần 2",
        "thẩm định vòng 2",
        "thẩm định lần II",
        "thẩm định lần thứ hai",
        "thẩm định 2",
        "lần 2",
        "vòng 2",
        "thẩm định",
        "thẩm định cuối",
        "thẩm định lần cuối",
        "sau thẩm định",
        "đạt",
        "verified",
        "verified 2",
    ),
    "survey": (
        "ĐTXHH",
        "điều tra xã hội học",
        "XHH",
        "khảo sát",
        "SIPAS",
        "survey",
    ),
}
BY_KEY = {plain_key(word): kind for kind, words in WORDS.items() for word in words}


@lru_cache(maxsize=4096)
def score_kind_of(text: str) -> str | None:
    """The kind that a cell of 'Loại điểm' (or a matrix) names; null where it names none.

    A single verified kind is the last round ('Thẩm định' is verified_2).
    """
    key = plain_key(text)
    for words in (key, key.removeprefix("diem ").strip(), key.removeprefix("ket qua ").strip()):
        if words in BY_KEY:
            return BY_KEY[words]
    return None
