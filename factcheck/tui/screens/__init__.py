"""What fills the terminal, and the dialogs over it: each is imported when it is first shown.

Whoever shows one takes it from here, as in ``screens.AskDialog(…)``; with all of them, the first window would come a
tenth later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.lazily import lazily

if TYPE_CHECKING:
    from factcheck.tui.screens.about import About, AboutDialog
    from factcheck.tui.screens.breaking import BreakDialog
    from factcheck.tui.screens.contact import ContactDialog, ContactGiven
    from factcheck.tui.screens.correct import CorrectDialog
    from factcheck.tui.screens.desk import DeskScreen
    from factcheck.tui.screens.dialog import (
        AskDialog,
        Choice,
        ConfirmDialog,
        DraftForm,
        ErrorDialog,
        PickDialog,
        reopening,
    )
    from factcheck.tui.screens.doctor import DoctorDialog, Examined, Kept
    from factcheck.tui.screens.earlier import EarlierScreen, MatchesDialog
    from factcheck.tui.screens.export import LISTED, ExportDialog, places
    from factcheck.tui.screens.file import FileDialog, typed
    from factcheck.tui.screens.filter import FilterDialog, chips
    from factcheck.tui.screens.findings import FindingsDialog, ReasonDialog
    from factcheck.tui.screens.help import HelpDialog
    from factcheck.tui.screens.log import LogDialog, LogRead
    from factcheck.tui.screens.progress import ProgressDialog
    from factcheck.tui.screens.query import Query, QueryDialog
    from factcheck.tui.screens.review import ReviewScreen
    from factcheck.tui.screens.role import RoleDialog
    from factcheck.tui.screens.select import SelectScreen
    from factcheck.tui.screens.sheet import Offered, SheetCompared, SheetDialog, SheetRestorable, SheetTaken
    from factcheck.tui.screens.source import SourceDialog, SourceGiven
    from factcheck.tui.screens.tour import TourDialog
    from factcheck.tui.screens.writing import WritingDialog

__all__ = [
    "LISTED",
    "About",
    "AboutDialog",
    "AskDialog",
    "BreakDialog",
    "Choice",
    "ConfirmDialog",
    "ContactDialog",
    "ContactGiven",
    "CorrectDialog",
    "DeskScreen",
    "DoctorDialog",
    "DraftForm",
    "EarlierScreen",
    "ErrorDialog",
    "Examined",
    "ExportDialog",
    "FileDialog",
    "FilterDialog",
    "FindingsDialog",
    "HelpDialog",
    "Kept",
    "LogDialog",
    "LogRead",
    "MatchesDialog",
    "Offered",
    "PickDialog",
    "ProgressDialog",
    "Query",
    "QueryDialog",
    "ReasonDialog",
    "ReviewScreen",
    "RoleDialog",
    "SelectScreen",
    "SheetCompared",
    "SheetDialog",
    "SheetRestorable",
    "SheetTaken",
    "SourceDialog",
    "SourceGiven",
    "TourDialog",
    "WritingDialog",
    "chips",
    "places",
    "reopening",
    "typed",
]

__getattr__ = lazily(
    __name__,
    about="About AboutDialog",
    breaking="BreakDialog",
    contact="ContactDialog ContactGiven",
    correct="CorrectDialog",
    desk="DeskScreen",
    dialog="AskDialog Choice ConfirmDialog DraftForm ErrorDialog PickDialog reopening",
    doctor="DoctorDialog Examined Kept",
    earlier="EarlierScreen MatchesDialog",
    export="ExportDialog LISTED places",
    file="FileDialog typed",
    filter="FilterDialog chips",
    findings="FindingsDialog ReasonDialog",
    help="HelpDialog",
    log="LogDialog LogRead",
    progress="ProgressDialog",
    query="Query QueryDialog",
    review="ReviewScreen",
    role="RoleDialog",
    select="SelectScreen",
    sheet="Offered SheetCompared SheetDialog SheetRestorable SheetTaken",
    source="SourceDialog SourceGiven",
    tour="TourDialog",
    writing="WritingDialog",
)
