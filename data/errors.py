"""Conditions that stop a command, each named by what is the case; words stand in the catalogue."""

from __future__ import annotations


class DashboardError(Exception):
    """Root of what we raise: a code of the text catalogue and the values of its placeholders."""

    code = "dashboard_error"
    exit_status = 3

    def __init__(self, **values: str | int) -> None:
        super().__init__(self.code)
        self.values = values


class ImportInProgress(DashboardError):
    """Another process holds the book's workspace and did not finish within the waiting time."""

    code = "import_in_progress"


class StoreNotWritable(DashboardError):
    """The store's folder cannot be written: read-only, or the disk is full."""

    code = "store_not_writable"


class StoreDamaged(DashboardError):
    """A file of the store cannot be read as what it should be."""

    code = "store_damaged"


class StoreNewerThanProgram(DashboardError):
    """A newer version of the program has written the store."""

    code = "store_newer_than_program"


class ReleaseOutdated(DashboardError):
    """The release was made by a version whose tables differ: publish again."""

    code = "release_outdated"


class DraftIncomplete(DashboardError):
    """What a draft left to its first reader could not be worked out; what was imported stands."""

    code = "draft_incomplete"


class NothingToPublish(DashboardError):
    """The book holds no import in force beside what it is born with."""

    code = "nothing_to_publish"
    exit_status = 1


class BaseImportStays(DashboardError):
    """The import a book is born with (units) cannot be withdrawn; a units workbook corrects it."""

    code = "base_import_stays"
    exit_status = 1


class NoRelease(DashboardError):
    """The book has no release yet, nor a draft to look at."""

    code = "no_release"
    exit_status = 1


class UnknownRelease(DashboardError):
    """No release of the book has this id."""

    code = "unknown_release"
    exit_status = 1


class UnknownImport(DashboardError):
    """No import of the book has this id."""

    code = "unknown_import"
    exit_status = 1


class UnknownChoice(DashboardError):
    """A filter names a unit, group, area or year that the release does not know."""

    code = "unknown_choice"
    exit_status = 1


class OutputNotWritable(DashboardError):
    """The file that a command was to write cannot be written."""

    code = "output_not_writable"


class UnknownDecision(DashboardError):
    """The book has no decision of this number."""

    code = "unknown_decision"
    exit_status = 1


class BoundariesUnreadable(DashboardError):
    """The boundary file that the settings name is missing, too large, or no GeoJSON in degrees."""

    code = "boundaries_unreadable"


class TemplateUnreadable(DashboardError):
    """The committee's template of slides is no .pptx."""

    code = "template_unreadable"
    exit_status = 1


class LetterheadUnreadable(DashboardError):
    """The settings of the store are no TOML, or name a line of the letterhead that there is not."""

    code = "letterhead_unreadable"
    exit_status = 1


class BackupUnreadable(DashboardError):
    """The file is no backup of a store, or is damaged."""

    code = "backup_unreadable"
    exit_status = 1
