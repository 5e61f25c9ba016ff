"""Formats that a marked copy adds to a workbook's own; those that are there keep their numbers."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from data.problems import Severity
from reports.marked_package import Element, Package, parsed, tag, written
from words.palette import LIGHT, Colour, tinted

FILL_SHARE = 0.3  # of the palette's colour: dark text stays readable on it
MEANINGS = {Severity.ERROR: Colour.NEEDS_ACTION, Severity.WARNING: Colour.CLAIMED}
TEXT_FORMAT = "49"  # the built-in number format '@'


class Styles:
    """The workbook's styles while cells are marked."""

    def __init__(self, package: Package, part: str) -> None:
        self.package, self.part = package, part
        self.root = parsed(package.parts[part])
        self._marked: dict[tuple[int, Severity | None], int] = {}
        self._fills: dict[Severity, int] = {}

    def save(self) -> None:
        """Put the styles back into the package."""
        self.package.put(self.part, written(self.root))

    def marked(self, base: int, severity: Severity | None) -> int:
        """The cell format `base` on the colour of a severity; null: on no colour again."""
        key = (base, severity)
        if key not in self._marked:
            formats = self._section("cellXfs")
            clone = deepcopy(formats[base if base < len(formats) else 0])
            clone.set("fillId", str(self._fill(severity) if severity else 0))
            clone.set("applyFill", "1")
            self._marked[key] = self._append(formats, clone)
        return self._marked[key]

    def text_format(
        self, *, bold: bool = False, colour: Colour = Colour.TEXT, fill: Severity | None = None
    ) -> int:
        """Wrapped text of our own sheet."""
        font = self._font(bold=bold, colour=colour)
        formats = self._section("cellXfs")
        entry = etree.Element(tag(self.root, "xf"))
        given = {"numFmtId": TEXT_FORMAT, "fontId": str(font), "borderId": "0", "xfId": "0"}
        for name, value in {**given, "applyFont": "1", "applyAlignment": "1"}.items():
            entry.set(name, value)
        entry.set("fillId", str(self._fill(fill) if fill else 0))
        entry.set("applyFill", "1")
        alignment = etree.SubElement(entry, tag(self.root, "alignment"))
        alignment.set("vertical", "top")
        alignment.set("wrapText", "1")
        return self._append(formats, entry)

    def _fill(self, severity: Severity) -> int:
        if severity not in self._fills:
            fill = etree.Element(tag(self.root, "fill"))
            pattern = etree.SubElement(fill, tag(self.root, "patternFill"), patternType="solid")
            colour = tinted(LIGHT[MEANINGS[severity]], FILL_SHARE)
            etree.SubElement(pattern, tag(self.root, "fgColor"), rgb=f"FF{colour.lstrip('#')}")
            etree.SubElement(pattern, tag(self.root, "bgColor"), indexed="64")
            self._fills[severity] = self._append(self._section("fills"), fill)
        return self._fills[severity]

    def _font(self, *, bold: bool, colour: Colour) -> int:
        font = etree.Element(tag(self.root, "font"))
        if bold:
            etree.SubElement(font, tag(self.root, "b"))
        etree.SubElement(font, tag(self.root, "sz"), val="11")
        etree.SubElement(font, tag(self.root, "color"), rgb=f"FF{LIGHT[colour].lstrip('#')}")
        etree.SubElement(font, tag(self.root, "name"), val="Calibri")
        return self._append(self._section("fonts"), font)

    def _section(self, local: str) -> Element:
        section = self.root.find(tag(self.root, local))
        if section is None:
            raise KeyError(local)
        return section

    def _append(self, section: Element, entry: Element) -> int:
        section.append(entry)
        section.set("count", str(len(section)))
        return len(section) - 1
