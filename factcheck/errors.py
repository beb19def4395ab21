"""What can go wrong, in words for the person at the desk. Core code raises; only the command line and the app show."""

from __future__ import annotations


class FactcheckError(Exception):
    """Something that the person at the desk can understand and mend.

    Args:
        what: What happened, with the file or key that it is about, as one line without a full stop.
        todo: What to do next, as one imperative line without a full stop; empty when there is nothing to do.
    """

    exit_code = 1

    def __init__(self, what: str, todo: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.todo = todo

    def __str__(self) -> str:
        return f"{self.what}: {self.todo}" if self.todo else self.what


class UsageError(FactcheckError):
    """The command was called in a way that cannot work."""

    exit_code = 2


class AnotherArticleError(UsageError):
    """An edited draft has so little in common with the present one that it looks like another article."""


class ArticleError(FactcheckError):
    """An article cannot be read, or is not on the desk."""


class ArchiveError(FactcheckError):
    """Earlier articles cannot be taken in."""


class ExtractError(FactcheckError):
    """Claims cannot be pulled out of an article."""


class DeskError(FactcheckError):
    """The desk file cannot be used."""


class StaleError(DeskError):
    """Somebody else changed the claim since it was read; nothing was overwritten."""


class ExportError(FactcheckError):
    """A checklist cannot be written."""


class NotSignedOffError(ExportError):
    """What is only for published articles was asked for one that is under check."""


class SheetError(FactcheckError):
    """A filled-in checklist cannot be taken in."""


_UNPRINTABLE = dict.fromkeys(
    [*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)
_UNPRINTABLE |= {ord(mark): " " for mark in "\t\n\r"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def printable(text: str) -> str:
    """Make text that is not ours safe for one line of a terminal.

    Control characters (so every escape sequence), line separators and marks that turn the reading direction around are
    dropped, tabs and line ends become spaces, lone surrogates become U+FFFD.
    """
    return text.translate(_UNPRINTABLE)
