"""What a file says of itself, as far as it can be believed: most of it was filled in by a program."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from factcheck.model import Role
from factcheck.reading.bylines import is_names

if TYPE_CHECKING:
    from datetime import date

    from factcheck.model import Article

_NO_TITLE: Final = re.compile(
    r"(?:microsoft |ms )?word(?: document)?\b.*|(?:new )?document ?\d*|untitled.*|title|draft ?\d*|template|"
    r"blank.*|.*\.(?:docx?|odt|rtf|pdf|txt|md|html?|indd|qxp|pages)|https?://.*|about:blank",
    re.IGNORECASE,
)
_PROGRAMS: Final = (
    "microsoft office word windows user users admin administrator owner author default guest test libreoffice google "
    "docs editor newsroom desk staff python docx pandoc apache poi aspose pc laptop computer home unknown"
)
_NO_AUTHOR: Final = frozenset(_PROGRAMS.split())
"""Words that are in the names of programs and accounts, not in those of writers."""


def add_properties(article: Article, *, title: str = "", author: str = "", changed: date | None = None) -> Article:
    """Fill in what the text of a story does not tell.

    Args:
        article: The story as its text tells it.
        title: As the file has it.
        author: As the file has it.
        changed: The day when the file was last saved, which comes closest to that of publication.
    """
    title, author = " ".join(title.split()), " ".join(author.split())
    headed = any(block.role is Role.HEADLINE for block in article.draft.blocks)
    if not headed and title and not _NO_TITLE.fullmatch(title) and any(map(str.isalpha, title)):
        article = replace(article, title=title[:300])
    if not article.byline and is_names(author) and not _NO_AUTHOR.intersection(re.findall(r"\w+", author.lower())):
        article = replace(article, byline=author)
    return article if article.published else replace(article, published=changed)
