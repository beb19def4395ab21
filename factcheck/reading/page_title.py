"""What a web page is called where it says so in several wordings: in print, to whoever links to it, and in its tab."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from factcheck.reading.markup import words
from factcheck.reading.selfdescribed import without_site

if TYPE_CHECKING:
    from factcheck.reading.selfdescribed import SelfDescription

_TELLING: Final = 4
"""Letters from which on a word tells what a title is about."""


def page_title(said: SelfDescription, printed: str | None) -> str | None:
    """The wording that two of the three places share, which mostly is the headline in print.

    Where each place has its own, nothing on the page tells which of them it is known by, and its ``<title>`` decides,
    which the standard of HTML has for that (section 4.2.2), and which browsers and search engines show; unless its
    words are no story's, as those of a site's or a section's name are.

    Args:
        said: What the page says of itself.
        printed: The headline that it shows; None where it shows none.

    Returns:
        None where the page is called what it prints.
    """
    if printed is None:
        return said.titles[0] if said.titles else None
    if not said.tab or any(_holds(text, printed) for text in (said.tab, said.linked) if text):
        return None
    title = next(without_site(said.tab))
    return title if _is_about_the_same(title, (printed, *said.descriptions)) else None


def _holds(text: str, headline: str) -> bool:
    """Whether a text has all words of a headline, beside those of a kicker or a site perhaps, or only such words."""
    own, parts = Counter(words(headline)), [Counter(words(part)) for part in without_site(text)]
    return own <= parts[-1] or any(part <= own for part in parts if part)


def _is_about_the_same(title: str, told: tuple[str, ...]) -> bool:
    """Whether half of the telling words of a title, and two at least, stand in what is told of the story."""
    telling = {word for word in words(title) if len(word) >= _TELLING}
    shared = telling.intersection(word for text in told for word in words(text))
    return len(shared) >= max(2, len(telling) / 2)
