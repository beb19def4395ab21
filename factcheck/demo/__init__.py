"""A story and a few earlier claims, so that a newcomer sees in a minute what factcheck is for.

The Titanic's story is history; the Harbour Museum and its letter are invented, and some errors were planted: a caption
quotes what the body does not, the captain has two ages, and the lifeboats' places are not those of an earlier article.
"""

from __future__ import annotations

from contextlib import contextmanager
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def demo_article() -> Iterator[Path]:
    """The story to check, as a file for as long as the context lasts."""
    with as_file(files(__name__) / "titanic-letter.txt") as path:
        yield path


@contextmanager
def demo_archive() -> Iterator[Path]:
    """Earlier claims as JSONL, as a file for as long as the context lasts.

    They are ready claims, not stories: no model has to be loaded before the first screen.
    """
    with as_file(files(__name__) / "archive.jsonl") as path:
        yield path
