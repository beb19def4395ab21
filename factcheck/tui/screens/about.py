"""What is known about an article as such, to be corrected."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from textual.containers import Container
from textual.widgets import Input, Label

from factcheck.errors import UsageError
from factcheck.review.typed import parse_day
from factcheck.tui.screens.dialog import DraftForm, Typed
from factcheck.tui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from textual.widget import Widget

    from factcheck.desk import Meta
    from factcheck.model import Article

_FIELDS = ("title", "dek", "byline", "published")


@dataclass(frozen=True, slots=True)
class About:
    """An article's data, as they are typed."""

    title: str
    dek: str
    byline: str
    published: str

    @classmethod
    def of(cls, article: Article) -> About:
        """Those of an article."""
        day = article.published.isoformat() if article.published else ""
        return cls(article.title, article.dek or "", article.byline or "", day)

    def meta(self, fields: Collection[str] = _FIELDS) -> Meta:
        """Those in some fields, as the desk takes them.

        Raises:
            UsageError: when the day is none.
        """
        said = {
            "title": self.title,
            "dek": self.dek or None,
            "byline": self.byline or None,
            "published": parse_day(self.published),
        }
        return cast("Meta", {field: said[field] for field in fields})

    def changed(self, before: About) -> tuple[str, ...]:
        """The fields that say something else than before."""
        return tuple(field for field in _FIELDS if getattr(self, field) != getattr(before, field))

    def over(self, there: About, fields: Collection[str]) -> About:
        """What is there, but for some fields."""
        return replace(there, **{field: getattr(self, field) for field in fields})

    def told(self, fields: Collection[str]) -> str:
        """What stands in some fields, in a line."""
        return " · ".join(getattr(self, field) or "none" for field in fields)


class AboutDialog(DraftForm[About]):
    """Title, dek, byline and day of publication.

    Args:
        now: What stands in the fields.
    """

    def __init__(self, now: About) -> None:
        super().__init__("About the article", "enter saves · tab next field · esc closes, the draft is kept")
        self._now = now

    def content(self) -> Iterable[Widget]:
        """The fields."""
        with Container(classes="fields"):
            yield Label("Title")
            yield self._field("title")
            yield Label("Dek")
            yield self._field("dek")
            yield Label("Byline")
            yield self._field("byline")
            yield Label("Published")
            yield self._field("published", "such as 2026-03-12")

    def _field(self, name: str, example: str = "") -> Input:
        return Field(getattr(self._now, name), id=_id(name), compact=True, select_on_focus=False, placeholder=example)

    def action_save(self) -> None:
        """Take what was typed, when it can be taken."""
        typed = self.typed()
        if not typed.title:
            self.want(_id("title"), "an article wants a title")
            return
        try:
            typed.meta()
        except UsageError as error:
            self.want(_id("published"), str(error))
        else:
            self.dismiss(Typed(typed, save=True))

    def typed(self) -> About:
        """What stands in the fields."""
        return About(*(self.query_one(f"#{_id(field)}", Input).value.strip() for field in _FIELDS))


def _id(field: str) -> str:
    # A title by itself is the line on top of a screen, with room at its left.
    return f"about-{field}"
