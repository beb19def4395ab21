"""Everything that a checker can do in the app, declared once.

Bindings, palette, help screen, footer and ``factcheck keys`` all come from `COMMANDS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable


class Scope(StrEnum):
    """Where a command can be given. One key does one thing in one scope."""

    EVERYWHERE = "everywhere"
    """Outside dialogs."""
    REVIEW = "review"
    """The review of an article."""
    PANE = "pane"
    """A pane that scrolls and has the focus."""
    PANEL = "panel"
    """The claim panel, while it has the focus."""
    DESK = "desk"
    """The list of articles."""
    DIALOG = "dialog"
    """A dialog that has such a thing; it hides the keys of what lies below it."""


class Group(StrEnum):
    """How help and palette put the commands together."""

    MOVE = "Move"
    VERDICT = "Verdict"
    CLAIM = "Claim"
    LOOK = "Look up"
    ARTICLE = "Article"
    APP = "Program"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a checker can do."""

    id: str
    """Stable kebab name: what ``[keys]`` in the config file calls it."""
    keys: tuple[str, ...]
    """Default keys as Textual names them, the one to show first; at least one, or no override could be laid over it."""
    label: str
    """Two or three words, for palette and help."""
    help: str
    """One sentence without a stop that says what happens."""
    scope: Scope
    group: Group
    footer: str = ""
    """The word in the footer line, empty when it does not stand there."""

    @property
    def action(self) -> str:
        """Name of the Textual action that does it."""
        return self.id.replace("-", "_")

    @property
    def records(self) -> bool:
        """Whether it records something about an article, which nothing does once that is signed off."""
        return (self.group in {Group.VERDICT, Group.CLAIM} and self.id != "claim-copy") or self.id in _OF_THE_ARTICLE


_OF_THE_ARTICLE: Final = frozenset({"block-role", "article-about", "article-rebase", "article-import"})
"""Commands that record something about an article as such."""


def _review(group: Group, *entries: tuple[str, str, str, str, str]) -> Iterable[Command]:
    for name, keys, label, text, footer in entries:
        yield Command(name, tuple(keys.split()), label, text, Scope.REVIEW, group, footer)


COMMANDS: Final[tuple[Command, ...]] = (
    *_review(
        Group.VERDICT,
        ("claim-verify", "v 1", "Verified", "Mark verified, then on to the next open claim", "verified"),
        ("claim-dispute", "d 2", "Disputed", "Mark disputed, then on to the next open claim", "disputed"),
        ("claim-unsource", "u 3", "Unsourced", "Mark unsourced, then on to the next open claim", "unsourced"),
        ("claim-verify-stay", "V", "Verified, stay", "Mark verified and stay here", ""),
        ("claim-dispute-stay", "D", "Disputed, stay", "Mark disputed and stay here", ""),
        ("claim-unsource-stay", "U", "Unsourced, stay", "Mark unsourced and stay here", ""),
        ("claim-uncheck", "0", "Unchecked", "Take the verdict off again", ""),
        ("claim-opinion", "o", "Opinion", "Say that it is opinion and wants no check, or that it is not", ""),
        ("undo", "z", "Undo", "Take back the last thing you did; goes back without limit", "undo"),
        ("redo", "Z", "Redo", "Do again what was undone", ""),
    ),
    *_review(
        Group.MOVE,
        ("claim-next", "j down", "Next claim", "Go to the next claim; both panes follow", "next"),
        ("claim-previous", "k up", "Previous claim", "Go to the previous claim", ""),
        ("open-next", "J", "Next open claim", "Go to the next claim that wants a verdict", ""),
        ("open-previous", "K", "Previous open claim", "Go back to a claim that wants a verdict", ""),
        ("claim-first", "g home", "First claim", "Go to the first claim", ""),
        ("claim-last", "G end", "Last claim", "Go to the last claim", ""),
        ("claim-goto", "colon", "Go to number", "Go to a claim by its number", ""),
        ("article-search", "slash", "Search", "Search the article; case and accents do not matter", "search"),
        ("search-next", "full_stop", "Next hit", "Go to the next hit of the search", ""),
        ("search-previous", "comma", "Previous hit", "Go to the previous hit of the search", ""),
        ("claims-filter", "f", "Filter", "Show only some of the claims", "filter"),
    ),
    *_review(
        Group.CLAIM,
        ("claim-copies", "L", "Mark its copies", "Give its verdict and sources to where the same fact is told", ""),
        ("claim-note", "n", "Note", "Write a note on the claim", "note"),
        ("claim-source", "s", "Sources", "Record what the verdict rests on", "source"),
        ("claim-contact", "P", "Contacts", "Record who was asked about it, how and when, and what came of it", ""),
        ("claim-query", "w", "Query", "Ask the writer something, and write down the answer", "query"),
        ("claim-replace", "r", "Suggest a change", "Say how the claim should read", ""),
        ("claim-resolve", "a", "What became of it", "Say that it was changed, stays (stet), was cut, or is open", ""),
        ("claim-legal", "exclamation_mark", "For the lawyer", "Say that a lawyer has to see it, or that none has", ""),
        (
            "claim-assign",
            "at",
            "Who checks it",
            "Say who is to check the claim, its section, or all that are listed",
            "",
        ),
        ("claim-copy", "y", "Copy", "Copy the selected text, or else the claim", ""),
        ("claim-add", "A", "Add a claim", "Mark words of the article as a claim", ""),
        ("claim-correct", "E", "Speaker and kinds", "Say who says it, and what it asserts, where that is wrong", ""),
        ("claim-grow", "plus", "Grow", "Take the next word into the claim", ""),
        ("claim-shrink", "minus", "Shrink", "Leave the last word out of the claim", ""),
        ("claim-grow-left", "less_than_sign", "Grow to the left", "Take the word before into the claim", ""),
        ("claim-shrink-left", "greater_than_sign", "Shrink from the left", "Leave the first word out of the claim", ""),
        ("claim-break", "b", "Break", "Make two claims of one", ""),
        ("claim-merge", "M", "Merge", "Make one claim of this and the next", ""),
        ("claim-remove", "x", "Not a claim", "Take the claim off the list; it can be restored", ""),
        ("claim-restore", "X", "Restore a claim", "Bring back a claim that was taken off the list", ""),
    ),
    *_review(
        Group.LOOK,
        ("calls", "H", "Whom to phone", "See whom to phone, and show only what is still to be asked there", ""),
        ("claim-matches", "m", "Earlier matches", "See what earlier articles say about it, word by word", "matches"),
        ("finding-next", "c", "Next finding", "Go to the other side of a finding, then to the next one", "findings"),
        (
            "article-findings",
            "C",
            "List findings",
            "See all findings by their gravity, and dismiss those that are none",
            "",
        ),
    ),
    *_review(
        Group.APP,
        ("layout-next", "vertical_line", "Layout", "Show article and claims, the article alone, or the claims", ""),
        ("reading-mode", "W", "Read without marks", "Read the article alone, no claim marked; again ends it", ""),
        ("panel-place", "backslash", "Place of the panel", "Lay the panel below article and claims, or right", ""),
        ("split-left", "left_curly_bracket", "Narrower article", "Give the claims more of the width", ""),
        ("split-right", "right_curly_bracket", "Wider article", "Give the article more of the width", ""),
    ),
    *_review(
        Group.ARTICLE,
        ("block-role", "t", "Role of the paragraph", "Say what this paragraph is for: body, caption, credit …", ""),
        ("article-about", "I", "About the article", "Correct its title, dek, byline or day of publication", ""),
        ("article-progress", "p", "Progress", "See how far it is, and about how long the rest takes", ""),
        ("article-rebase", "R", "New draft", "Take in an edited draft; see what became of each claim", ""),
        (
            "article-sign-off",
            "S",
            "Sign off",
            "Sign the article off, list what is still open, give it a second read, or reopen it",
            "",
        ),
        ("article-log", "l", "Log", "See what was done to it: who, when, what", ""),
        ("article-import", "F", "Filled-in checklist", "Take a checklist back that was filled in elsewhere", ""),
        ("article-export", "e", "Export", "Write the checklist to a file", "export"),
        (
            "close",
            "escape",
            "Close",
            "Leave the search, then the filter, and at the second press the article",
            "",
        ),
    ),
    Command("article-next", ("j",), "Next article", "Go to the next article", Scope.DESK, Group.MOVE),
    Command("article-previous", ("k",), "Previous article", "Go to the previous article", Scope.DESK, Group.MOVE),
    Command("article-first", ("g",), "First article", "Go to the first article", Scope.DESK, Group.MOVE),
    Command("article-last", ("G",), "Last article", "Go to the last article", Scope.DESK, Group.MOVE),
    Command("article-open", ("enter",), "Open", "Open the article", Scope.DESK, Group.ARTICLE, "open"),
    Command(
        "article-deadline", ("D",), "Deadline", "Say when the article has to be checked", Scope.DESK, Group.ARTICLE
    ),
    Command("article-send", ("e",), "Export", "Write its checklist, memo or call sheet", Scope.DESK, Group.ARTICLE),
    Command("article-reopen", ("S",), "Reopen", "Check an article again that is signed off", Scope.DESK, Group.ARTICLE),
    Command("desk-log", ("l",), "Log", "See what was done to the article: who, when, what", Scope.DESK, Group.ARTICLE),
    Command(
        "desk-import",
        ("F",),
        "Filled-in checklist",
        "Take a checklist back, or put the article of one on this desk",
        Scope.DESK,
        Group.ARTICLE,
    ),
    Command("desk-backup", ("B",), "Back up", "Copy the whole desk to a file", Scope.DESK, Group.APP),
    Command("desk-doctor", ("C",), "Check the desk", "Look whether the desk file is sound", Scope.DESK, Group.APP),
    Command(
        "articles-sort", ("s",), "Sort", "By last work, deadline, open claims or title", Scope.DESK, Group.MOVE, "sort"
    ),
    Command(
        "articles-filter", ("slash",), "Filter", "Only articles with these words", Scope.DESK, Group.MOVE, "filter"
    ),
    Command(
        "file-open",
        ("o",),
        "Open an article",
        "Put a file or a web page on the desk and open it",
        Scope.DESK,
        Group.ARTICLE,
        "file",
    ),
    Command("page-down", ("pagedown", "space"), "Page down", "Scroll the pane down a page", Scope.PANE, Group.MOVE),
    Command("page-up", ("pageup",), "Page up", "Scroll the pane up a page", Scope.PANE, Group.MOVE),
    Command("scroll-down", ("down",), "Scroll down", "Scroll the claim panel down a line", Scope.PANEL, Group.MOVE),
    Command("scroll-up", ("up",), "Scroll up", "Scroll the claim panel up a line", Scope.PANEL, Group.MOVE),
    Command(
        "list-search",
        ("slash",),
        "Search the list",
        "Go to the line with words: of earlier claims, of the log",
        Scope.DIALOG,
        Group.MOVE,
    ),
    Command(
        "match-take-over",
        ("t",),
        "Take over sources",
        "Take the sources of an earlier claim over as leads",
        Scope.DIALOG,
        Group.CLAIM,
    ),
    Command(
        "entry-drop",
        ("x", "delete"),
        "Take off the list",
        "Take a source or a contact off; dismiss a finding, or bring it back",
        Scope.DIALOG,
        Group.CLAIM,
    ),
    Command("text-copy", ("y",), "Copy the text", "Copy what a message says", Scope.DIALOG, Group.APP),
    Command(
        "row-consent",
        ("space",),
        "Take a row",
        "Take a row of a filled-in checklist that is left all the same, or leave it again",
        Scope.DIALOG,
        Group.ARTICLE,
    ),
    Command(
        "index-rebuild",
        ("r",),
        "Match index anew",
        "Make the match index anew, where the desk was checked",
        Scope.DIALOG,
        Group.APP,
    ),
    Command("pane-next", ("tab",), "Next pane", "Go to the next pane", Scope.EVERYWHERE, Group.APP),
    Command("pane-previous", ("shift+tab",), "Previous pane", "Go to the pane before", Scope.EVERYWHERE, Group.APP),
    Command("theme", ("T",), "Theme", "Choose the colours", Scope.EVERYWHERE, Group.APP),
    Command("command-palette", ("ctrl+p",), "Commands", "Find any command by its name", Scope.EVERYWHERE, Group.APP),
    Command(
        "suspend-process", ("ctrl+z",), "To the shell", "Leave for a while; fg comes back", Scope.EVERYWHERE, Group.APP
    ),
    Command("help", ("question_mark",), "Keys", "Show what the keys do here", Scope.EVERYWHERE, Group.APP, "keys"),
    Command("tour", ("f1",), "Tour", "Show the short tour for who is new here", Scope.EVERYWHERE, Group.APP, "tour"),
    Command("quit", ("q",), "Quit", "Leave; everything is saved already", Scope.EVERYWHERE, Group.APP, "quit"),
)
"""All commands, in the order of help and palette."""

IN_LISTS: Final = ("claim-next", "claim-previous")
"""Commands of the review that also move in the lists of dialogs, and through an earlier article."""

BY_ID: Final = {command.id: command for command in COMMANDS}


def commands_in(*scopes: Scope) -> tuple[Command, ...]:
    """The commands that can be given in these scopes, in the table's order."""
    return tuple(command for command in COMMANDS if command.scope in scopes)
