"""People: whom a draft names, with the words that name them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck.desk.connection import clean
from factcheck.model import Person, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.desk.connection import DeskFile
    from factcheck.model import ArticleId


class People:
    """The people of one desk.

    Args:
        file: The desk file.
    """

    def __init__(self, file: DeskFile) -> None:
        self._file = file

    def put(self, draft_id: int, people: Sequence[Person]) -> None:
        """Take in whom a draft names, in the place of those that are known."""
        self._file.run("DELETE FROM people WHERE draft_id = ?", (draft_id,))
        self._file.insert_all(
            "people",
            ("draft_id", "name", "mentions", "probable", "titles", "roles", "ages"),
            [
                (
                    draft_id,
                    clean(person.name),
                    json.dumps([[span.start, span.end] for span in person.mentions]),
                    person.probable,
                    clean(json.dumps(person.titles, ensure_ascii=False)),
                    clean(json.dumps(person.roles, ensure_ascii=False)),
                    json.dumps(person.ages),
                )
                for person in people
            ],
        )

    def of(self, article_id: ArticleId) -> tuple[Person, ...]:
        """Whom an article's present draft names, in the order of the first mention."""
        sql = (
            "SELECT name, mentions, probable, titles, roles, ages FROM people"
            " WHERE draft_id = (SELECT draft_id FROM articles WHERE id = ?) ORDER BY id"
        )
        with self._file.reading():
            rows = self._file.rows(sql, (article_id,))
        return tuple(
            Person(
                name,
                tuple(Span(*span) for span in json.loads(mentions)),
                bool(probable),
                *(tuple(json.loads(words)) for words in (titles, roles, ages)),
            )
            for name, mentions, probable, titles, roles, ages in rows
        )
