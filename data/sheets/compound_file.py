"""Reads one stream out of a compound file (the container of .xls), as [MS-CFB] lays it out."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from data.sheets.refusal import FileRefused

HEADER = 512  # bytes before sector 0, whatever the sector size
LAST_REGULAR = 0xFFFFFFFA  # greater sector numbers are signs: end of chain, free, …
ENTRY = 128  # bytes of a directory entry
SMALL = 4096  # shorter streams lie in the small-sector chain


def is_calculated(content: bytes) -> bool:
    """False for files that a library wrote: spreadsheets add a summary, libraries that do not
    calculate add none, and leave the results of their formulas empty."""
    return "SummaryInformation".encode("utf-16-le") in content


def stream_named(content: bytes, names: Sequence[str]) -> bytes:
    """The first stream of one of these names. Raises FileRefused where the file is cut off."""
    try:
        return _stream(content, names)
    except (struct.error, IndexError) as error:
        raise FileRefused("file_truncated") from error


def _stream(content: bytes, names: Sequence[str]) -> bytes:
    sector = 1 << struct.unpack_from("<H", content, 30)[0]
    small = 1 << struct.unpack_from("<H", content, 32)[0]
    directory_start, _, _, small_table_start = struct.unpack_from("<4I", content, 48)
    table = _allocation_table(content, sector)
    directory = _chain(content, table, directory_start, sector, HEADER)
    entries = [directory[at : at + ENTRY] for at in range(0, len(directory), ENTRY)]
    root = entries[0]
    for entry in entries:
        length = struct.unpack_from("<H", entry, 64)[0]
        name = entry[: max(length - 2, 0)].decode("utf-16-le", "replace")
        if name not in names:
            continue
        start, size = struct.unpack_from("<2I", entry, 116)
        if size >= SMALL:
            return _chain(content, table, start, sector, HEADER)[:size]
        holder = _chain(content, table, struct.unpack_from("<I", root, 116)[0], sector, HEADER)
        numbers = _chain(content, table, small_table_start, sector, HEADER)
        small_table = struct.unpack(f"<{len(numbers) // 4}I", numbers)
        return _chain(holder, small_table, start, small, 0)[:size]
    raise FileRefused("file_truncated")


def _allocation_table(content: bytes, sector: int) -> tuple[int, ...]:
    """Which sector follows which: the table's own sectors are listed in the header and on."""
    listed = list(struct.unpack_from("<109I", content, 76))
    following, count = struct.unpack_from("<2I", content, 68)
    for _ in range(count):
        if following > LAST_REGULAR:
            break
        numbers = struct.unpack_from(f"<{sector // 4}I", content, HEADER + following * sector)
        listed += numbers[:-1]
        following = numbers[-1]
    table: list[int] = []
    for number in listed:
        if number <= LAST_REGULAR:
            at = HEADER + number * sector
            table += struct.unpack_from(f"<{sector // 4}I", content, at)
    return tuple(table)


def _chain(content: bytes, table: Sequence[int], start: int, sector: int, before: int) -> bytes:
    parts: list[bytes] = []
    number = start
    while number <= LAST_REGULAR and len(parts) <= len(table):
        at = before + number * sector
        parts.append(content[at : at + sector])
        number = table[number]
    return b"".join(parts)
