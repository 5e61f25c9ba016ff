"""Conditions that stop a command, each named by what is the case; words stand in the catalogue."""

from __future__ import annotations


class DashboardError(Exception):
    """Root of what we raise: a code of the text catalogue and the values of its placeholders."""

    code = "dashboard_error"
    exit_status = 3

    def __init__(self, **values: str | int) -> None:
        super().__init__(self.code)
        self.values = values


class ImportInProgress(DashboardError):  # noqa: N818 - names say the condition
    """Another process holds the book's workspace and did not finish within the waiting time."""

    code = "import_in_progress"


class StoreNotWritable(DashboardError):  # noqa: N818
    """The store's folder cannot be written: read-only, or the disk is full."""

    code = "store_not_writable"


class StoreDamaged(DashboardError):  # noqa: N818
    """A file of the store cannot be read as what it should be."""

    code = "store_damaged"


class NoRelease(DashboardError):  # noqa: N818
    """The book has no release yet, nor a draft to look at."""

    code = "no_release"
    exit_status = 1


class UnknownRelease(DashboardError):  # noqa: N818
    """No release of the book has this id."""

    code = "unknown_release"
    exit_status = 1


class UnknownImport(DashboardError):  # noqa: N818
    """No import of the book has this id."""

    code = "unknown_import"
    exit_status = 1


class UnknownChoice(DashboardError):  # noqa: N818
    """A filter names a unit, group, area or year that the release does not know."""

    code = "unknown_choice"
    exit_status = 1
