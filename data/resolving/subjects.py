"""Whom a finding is about: what concerns a person is for analysts only (forms.md)."""

from __future__ import annotations

from enum import StrEnum

from data.text_keys import plain_key

PERSON = ("ca nhan",)
COLLECTIVE = ("tap the",)
# Roles of people; a role is a person even without a name (domain 2).
ROLES = (
    "cong chuc",
    "vien chuc",
    "can bo",
    "nguoi dung dau",
    "lanh dao",
    "giam doc",
    "pho giam doc",
    "chu tich",
    "pho chu tich",
    "truong phong",
    "pho truong phong",
    "chanh van phong",
    "pho chanh van phong",
    "ong",
    "ba",
    "dong chi",
)
BODIES = (
    "ubnd",
    "uy ban",
    "phong",
    "ban",
    "so",
    "bo phan",
    "van phong",
    "trung tam",
    "don vi",
    "co quan",
    "chi cuc",
    "to",
    "hoi dong",
    "doan",
    "truong",
    "quan",
    "huyen",
    "phuong",
    "xa",
    "thi tran",
    "cac",
)


class Subject(StrEnum):
    """A person, a body, or a text that says neither: the latter is kept from viewers as well."""

    PERSON = "person"
    COLLECTIVE = "collective"
    UNCLEAR = "unclear"


def subject_of(text: str) -> Subject:
    """'cá nhân' anywhere is a person, also beside 'tập thể'; then the first words decide."""
    key = plain_key(text)
    if any(word in key for word in PERSON):
        return Subject.PERSON
    if not key or any(word in key for word in COLLECTIVE):
        return Subject.COLLECTIVE
    if _begins(key, ROLES):
        return Subject.PERSON
    return Subject.COLLECTIVE if _begins(key, BODIES) else Subject.UNCLEAR


def _begins(key: str, words: tuple[str, ...]) -> bool:
    return any(f"{key} ".startswith(f"{word} ") for word in words)
