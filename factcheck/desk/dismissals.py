"""Findings that a checker dismissed, and why.

A finding is known again by its words and those around them, so that it stays dismissed in the next draft while they
stand. What it says of them is of no account: a message counts mentions, and one more mention is no other finding.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from factcheck.desk.connection import clean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.desk.connection import DeskFile
    from factcheck.model import ArticleId, Finding, Span

_AROUND: Final = 300
"""Code points before and after a span in which its sentence begins and ends, or else is cut."""
_STOP: Final = re.compile(r"[.!?…][\"”’')\]]*\s|\n")


class Dismissals:
    """The dismissed findings of one desk.

    Args:
        file: The desk file.
    """

    def __init__(self, file: DeskFile) -> None:
        self._file = file

    def of(self, article_id: ArticleId) -> Mapping[str, str]:
        """The reasons by the names of the findings, as `names` gives them."""
        sql = "SELECT finding, reason FROM dismissals WHERE article_id = ?"
        with self._file.reading():
            return dict(self._file.rows(sql, (article_id,)))

    def set(self, article_id: ArticleId, finding: str, reason: str) -> None:
        """Dismiss a finding, or with an empty reason bring it back.

        Raises:
            DeskError: when the file cannot be written.
        """
        with self._file.writing():
            self._file.run("DELETE FROM dismissals WHERE article_id = ? AND finding = ?", (article_id, finding))
            if reason:
                row = {"article_id": article_id, "finding": finding, "reason": clean(reason)}
                self._file.insert("dismissals", row)

    def held(self, article_id: ArticleId, findings: Sequence[Finding], text: str) -> list[tuple[str, str]]:
        """The name of each finding on the desk, with the reason why it is dismissed; an empty one when it is not.

        A dismissal from before findings were named by their sentences is held under its name of then.

        Args:
            article_id: The article.
            findings: All findings of its present draft, in text order.
            text: The draft's text.
        """
        reasons = self.of(article_id)
        pairs = zip(self.names(findings, text), self.former_names(findings, text), strict=True)
        names = [former if former in reasons and name not in reasons else name for name, former in pairs]
        return [(name, reasons.get(name, "")) for name in names]

    @staticmethod
    def names(findings: Sequence[Finding], text: str) -> list[str]:
        """Name an article's findings by the words they stand on and their sentences, whatever their place in the draft.

        Args:
            findings: All findings of the draft, in text order.
            text: The draft's text.

        Returns:
            A name for each. Those that agree in every word are numbered, with how many they are: when there is one
            more or fewer, nobody can tell which of them was dismissed, so that none is.
        """
        names = [_digest([one.kind, *(_told(text, span) for span in one.spans)]) for one in findings]
        alike = Counter(names)
        return [f"{each}/{alike[name]}" for name, each in zip(names, _numbered(names), strict=True)]

    @staticmethod
    def former_names(findings: Sequence[Finding], text: str) -> list[str]:
        """Name findings as desks did that named them by their message and spans."""
        return _numbered(
            [_digest([one.kind, one.message, *(text[span.start : span.end] for span in one.spans)]) for one in findings]
        )


def _told(text: str, span: Span) -> tuple[str, str, str]:
    """The words of a span, with those of its sentence before and after them."""
    before = _STOP.split(text[max(0, span.start - _AROUND) : span.start])[-1]
    behind = _STOP.split(text[span.end : span.end + _AROUND] + " ", maxsplit=1)[0]
    return before.strip(), text[span.start : span.end], behind.strip()


def _digest(words: Sequence[object]) -> str:
    return sha256(json.dumps(words).encode()).hexdigest()[:24]


def _numbered(names: Sequence[str]) -> list[str]:
    """Tell equal names apart by their order."""
    seen: Counter[str] = Counter()
    given = []
    for name in names:
        seen[name] += 1
        given.append(f"{name}-{seen[name]}")
    return given
