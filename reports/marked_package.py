"""An .xlsx as the parts of its package: what is not touched stays as it was, byte for byte."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

WORKBOOK, CONTENT_TYPES = "xl/workbook.xml", "[Content_Types].xml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RELATIONSHIPS = f"{PACKAGE}/relationships"
TYPES = f"{PACKAGE}/content-types"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET_ML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = 20_000  # bytes in which a sheet says how it is looked at
MADE_AT = (1980, 1, 1, 0, 0, 0)  # the copy of one workbook is the same at any time

Element = Any  # lxml has no types

# A workbook without a sheet: for a file of which nothing could be read.
EMPTY_PARTS = {
    CONTENT_TYPES: f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/'
    f'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
    f'"application/xml"/><Override PartName="/{WORKBOOK}" ContentType="{SHEET_ML}.sheet.main+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{SHEET_ML}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{RELATIONSHIPS}"><Relationship Id="rId1" '
    f'Type="{OFFICE}/officeDocument" Target="{WORKBOOK}"/></Relationships>',
    WORKBOOK: f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets/></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONSHIPS}"><Relationship Id="rId1" '
    f'Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font><sz val="11"/>'
    '<name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/>'
    '</fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border>'
    '<left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf '
    'numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf '
    'numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1">'
    '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
}


def parsed(xml: bytes, *, is_forgiving: bool = False) -> Element:
    """The root element; nothing is fetched and no entity is put in."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=is_forgiving
    )
    return etree.fromstring(xml, parser)


def written(root: Element) -> bytes:
    """The part as bytes."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def tag(root: Element, local: str) -> str:
    """The element's name in the namespace of the root, whichever edition of the format it is."""
    return f"{{{etree.QName(root).namespace}}}{local}"


@dataclass(slots=True)
class Package:
    """The parts by name, in the order of the file."""

    parts: dict[str, bytes]
    times: dict[str, tuple[int, int, int, int, int, int]] = field(default_factory=dict)

    @classmethod
    def opened(cls, content: bytes) -> Package:
        """The parts of a workbook."""
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            times = {info.filename: info.date_time for info in infos}
            return cls({info.filename: archive.read(info) for info in infos}, times)

    @classmethod
    def empty(cls) -> Package:
        """A workbook that has no sheet yet."""
        return cls({name: text.encode() for name, text in EMPTY_PARTS.items()})

    def saved(self) -> bytes:
        """The file; the same parts give the same bytes."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.parts.items():
                info = zipfile.ZipInfo(name, self.times.get(name, MADE_AT))
                info.compress_type = zipfile.ZIP_DEFLATED
                info.create_system = 0
                archive.writestr(info, content)
        return out.getvalue()

    def put(self, name: str, content: bytes) -> None:
        """A part that is new or changed."""
        self.parts[name] = content
        self.times.pop(name, None)

    def put_unselected(self, part: str, selected: re.Pattern[bytes]) -> None:
        """The sheet is not selected: two that are would be changed together by one keystroke."""
        head, rest = self.parts[part][:HEAD], self.parts[part][HEAD:]
        if selected.search(head):
            self.put(part, selected.sub(b'tabSelected="0"', head) + rest)

    @property
    def is_with_macros(self) -> bool:
        """True for .xlsm: the copy must bear that name to open."""
        return b"macroEnabled" in self.parts[CONTENT_TYPES]

    def rels_of(self, part: str) -> Element:
        """The relationships of a part, empty where it has none."""
        content = self.parts.get(rels_name(part))
        if content is None:
            return etree.Element(f"{{{RELATIONSHIPS}}}Relationships", nsmap={None: RELATIONSHIPS})
        return parsed(content)

    def target_of(self, part: str, kind: str) -> str | None:
        """The first part that `part` relates to as `kind` ('comments')."""
        for relation in self.rels_of(part):
            if str(relation.get("Type")).endswith(f"/{kind}"):
                return resolved(part, relation.get("Target"))
        return None

    def relate(self, part: str, kind: str, target: str) -> str:
        """A new relationship; its id."""
        rels = self.rels_of(part)
        known = {relation.get("Id") for relation in rels}
        number = next(n for n in range(1, len(known) + 2) if f"rIdCheck{n}" not in known)
        relation = etree.SubElement(rels, f"{{{RELATIONSHIPS}}}Relationship")
        relation.set("Id", f"rIdCheck{number}")
        relation.set("Type", f"{self.office}/{kind}")
        relation.set("Target", f"/{target}")
        self.put(rels_name(part), written(rels))
        return f"rIdCheck{number}"

    @property
    def office(self) -> str:
        """The namespace of relationships: strict workbooks have another one."""
        is_strict = STRICT_OFFICE.encode() in self.parts[WORKBOOK]
        return STRICT_OFFICE if is_strict else OFFICE

    def declare(self, part: str, content_type: str) -> None:
        """Say what a new part holds."""
        types = parsed(self.parts[CONTENT_TYPES])
        name = f"/{part}"
        if all(one.get("PartName") != name for one in types):
            override = etree.SubElement(types, f"{{{TYPES}}}Override")
            override.set("PartName", name)
            override.set("ContentType", content_type)
            self.put(CONTENT_TYPES, written(types))

    def sheet_parts(self) -> dict[str, str]:
        """Name of each sheet -> its part, in the workbook's order."""
        book = parsed(self.parts[WORKBOOK])
        rels = {relation.get("Id"): relation for relation in self.rels_of(WORKBOOK)}
        sheets = book.find(tag(book, "sheets"))
        return {
            sheet.get("name"): resolved(
                WORKBOOK, rels[sheet.get(f"{{{self.office}}}id")].get("Target")
            )
            for sheet in sheets
        }


def rels_name(part: str) -> str:
    """Where the relationships of a part stand."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def resolved(part: str, target: str) -> str:
    """A target as the name of a part."""
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))
