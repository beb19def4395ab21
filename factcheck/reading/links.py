"""Links in a draft: which of them lead to what may be a source, and the words that they stand on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.model import Annotation, AnnotationKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PAGE: Final = re.compile(r"https?://[^\s<>\\\x00-\x1f]{1,2000}", re.IGNORECASE)


def page(address: str) -> str:
    """The address of a page on the web; empty for what leads elsewhere, such as into the draft itself."""
    address = address.strip().replace('"', "%22")
    return address if _PAGE.fullmatch(address) else ""


def beside(text: str, found: Iterable[tuple[int, int, str]]) -> Iterator[Annotation]:
    """What leads to a page, on its words; halves that a change of the letters' look has made are one.

    Args:
        text: The draft's.
        found: Start, end and address of each link, in text order.
    """
    start = end = 0
    address = ""
    for first, last, wanted in (*found, (len(text), len(text), "")):
        goes_on = bool(address) and wanted == address and not text[end:first].strip()
        if not goes_on:
            words = text[start:end]
            if page(address) and words.strip():
                start += len(words) - len(words.lstrip())
                yield Annotation(start, start + len(words.strip()), AnnotationKind.LINK, page(address))
            start, address = first, wanted
        end = last
