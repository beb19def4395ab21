"""The article that a checker means: by an id, a slug, or the path or URL that it was read from."""

from __future__ import annotations

import os.path
from typing import TYPE_CHECKING

from factcheck.errors import ArticleError
from factcheck.model import ArticleId

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.desk.connection import DeskFile


def article_called(file: DeskFile, key: str) -> ArticleId:
    """The id of the article that is called so.

    Raises:
        ArticleError: when there is none, with the nearest name, or more than one.
    """
    ids = _ids(file, key)
    if len(ids) == 1:
        return ids[0]
    if ids:
        rows = file.rows(f"SELECT id, slug FROM articles WHERE id IN ({', '.join('?' * len(ids))})", ids)
        listed = ", ".join(f"{id_} ({name})" for id_, name in rows)
        raise ArticleError(f"several articles were read from {key}", f"name one by its id: {listed}")
    near = _nearest(key, [name for (name,) in file.rows("SELECT slug FROM articles")])
    todo = f"did you mean {near}?" if near else "'factcheck status' lists those there"
    raise ArticleError(f"there is no article {key!r} on the desk", todo)


def _ids(file: DeskFile, key: str) -> list[ArticleId]:
    if key.isascii() and key.isdigit() and len(key) < 19:
        rows = file.rows("SELECT id FROM articles WHERE id = ?", (int(key),))
    else:
        rows = file.rows("SELECT id FROM articles WHERE slug = ?", (key,))
    if not rows:
        rows = file.rows("SELECT id FROM articles WHERE source IN (?, ?)", (key, _absolute(key)))
    return [ArticleId(id_) for (id_,) in rows]


def _absolute(key: str) -> str:
    try:
        return os.path.abspath(key)  # noqa: PTH100  # Path.absolute keeps the dots in ../story.txt
    except OSError:
        # The folder that one is in may have gone.
        return key


def _nearest(key: str, names: Sequence[str]) -> str | None:
    from rapidfuzz import fuzz, process

    found = process.extractOne(key.lower(), names, scorer=fuzz.WRatio, score_cutoff=60)
    return found[0] if found else None
