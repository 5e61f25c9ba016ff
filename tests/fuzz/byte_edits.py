"""Damage below the level of cells: bytes, parts of the zip, their XML, lines of a .csv."""

from __future__ import annotations

import io
import random
import warnings
import zipfile

XML_WORDS = (
    b'r="', b's="', b't="', b'ref="', b"<v>", b"</v>", b"<row", b"<c ", b"</c>", b"sheetId",
    b'hidden="', b"<f>", b"count=", b"<si>", b"</si>", b'min="', b'max="', b'numFmtId="',
)  # fmt: skip
XML_VALUES = (
    b'"', b"<", b"&", b"&#0;", b"&lol;", b"0", b"-1", b"99999999999", b"A0", b"XFE1048577",
    b"e", b"true", b"\xff", b"\x00", b"",
)  # fmt: skip
CSV_LINES = (
    b"", b"\x00", b'"', b'""""', b";" * 3000, b"\xff\xfe", b"a\tb\tc", b"sep=;", b"\r\r\r",
    "‮Quận".encode(), b"=1+1;@SUM(1)",
)  # fmt: skip


def flipped(content: bytes, chance: random.Random) -> bytes:
    """One to twenty bytes are others."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 20)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut(content: bytes, chance: random.Random) -> bytes:
    """The file ends early, or a piece of its middle is gone."""
    start = chance.randrange(len(content))
    return content[:start] if chance.random() < 0.5 else content[:start] + content[start + 200 :]


def grown(content: bytes, chance: random.Random) -> bytes:
    """Something foreign stands before, within or after."""
    place = chance.choice([0, len(content), chance.randrange(len(content))])
    return content[:place] + chance.randbytes(chance.randint(1, 400)) + content[place:]


def zip_edited(content: bytes, chance: random.Random) -> bytes:
    """One part is dropped, emptied, cut, doubled, renamed or edited within."""
    parts = _parts(content)
    name, part = chance.choice(parts)
    kind = chance.randrange(7)
    if kind == 0:
        parts.remove((name, part))
    elif kind == 1:
        parts[parts.index((name, part))] = (name, b"")
    elif kind == 2:
        parts[parts.index((name, part))] = (name, part[: len(part) // 2])
    elif kind == 3:
        parts.append((name, chance.choice(parts)[1]))
    elif kind == 4:
        parts[parts.index((name, part))] = (f"../{name}", part)
    else:
        parts[parts.index((name, part))] = (name, xml_edited(part, chance))
    return _zipped(parts)


def xml_edited(part: bytes, chance: random.Random) -> bytes:
    """A few attributes or values of the XML are nonsense."""
    for _ in range(chance.randint(1, 4)):
        word = chance.choice(XML_WORDS)
        places = [place for place in range(len(part)) if part.startswith(word, place)][:500]
        if places:
            after = chance.choice(places) + len(word)
            length = chance.randint(0, 3)
            part = part[:after] + chance.choice(XML_VALUES) + part[after + length :]
    return part


def lines_edited(content: bytes, chance: random.Random) -> bytes:
    """Lines of a .csv are dropped, doubled, moved, or foreign."""
    lines = content.split(b"\n")
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(lines))
        kind = chance.randrange(4)
        if kind == 0 and len(lines) > 1:
            del lines[place]
        elif kind == 1:
            lines.insert(place, lines[place])
        elif kind == 2:
            lines.insert(chance.randrange(len(lines)), lines.pop(place))
        else:
            lines.insert(place, chance.choice(CSV_LINES))
    return b"\n".join(lines)


def _parts(content: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(part.filename, archive.read(part)) for part in archive.infolist()]


def _zipped(parts: list[tuple[str, bytes]]) -> bytes:
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # a double name is what some mutants are about
        for name, part in parts:
            archive.writestr(name, part)
    return stream.getvalue()
