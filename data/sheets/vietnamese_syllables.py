"""Whether a word could be a syllable of written Vietnamese: onset, rhyme and tone by the rules."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from data.text_keys import TONE_MARKS

ONSETS = """
    ngh ng nh ch gh gi kh ph qu th tr b c d đ g h k l m n p r s t v x
    """.split()  # noqa: SIM905 - a table to be read by people
RHYMES = frozenset(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet
    oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut
    uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y ych yêm yên yêng yêt yêu ym ynh yt
    """.split()  # noqa: SIM905
)
STOPS = re.compile(r".*(?:[ptc]|ch)")
STOPPED_TONES = ("\u0301", "\u0323")  # a syllable that ends in p, t, c, ch is sắc or nặng


@lru_cache(maxsize=65536)
def is_syllable(word: str) -> bool:
    """True for 'Quận', 'ĐIỂM', 'thủy' and 'thuỷ'; false for 'Quan1', 'für' or 'mạs'."""
    letters = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in letters if mark in TONE_MARKS]
    if len(tones) > 1:
        return False
    bare = unicodedata.normalize("NFC", "".join(c for c in letters if c not in TONE_MARKS))
    rhymes = [bare, *(bare.removeprefix(onset) for onset in ONSETS if bare.startswith(onset))]
    if bare.startswith("gi"):
        rhymes.append("i" + bare[2:])  # 'gì', 'giêng': one i for both
    return any(rhyme in RHYMES and _is_tone_of(rhyme, tones) for rhyme in rhymes)


def _is_tone_of(rhyme: str, tones: list[str]) -> bool:
    return not STOPS.fullmatch(rhyme) or bool(tones and tones[0] in STOPPED_TONES)


def is_accented(word: str) -> bool:
    """True where the word has a letter that English does not write."""
    return not word.isascii()
