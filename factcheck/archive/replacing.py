"""Which articles of a backlog are known already, and which earlier ones a changed backlog takes the place of."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.archive.leads import carries
from factcheck.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.archive.incoming import Incoming
    from factcheck.desk import Desk
    from factcheck.model import ArticleId

Places = defaultdict[tuple[str, str | None], set[str]]
"""The digests of the texts that were found at each source, for ready claims by title."""


def note_place(incoming: Incoming, places: Places) -> None:
    """Note that an article was found where it was, when that says which article it is."""
    if incoming.lasting:
        places[incoming.article.source, _title(incoming)].add(incoming.article.draft.sha256)


def _title(incoming: Incoming) -> str | None:
    """What tells an article from others of its source: all ready claims of a file have one, and several titles."""
    return None if incoming.claims is None else incoming.article.title


def is_known(desk: Desk, incoming: Incoming, *, replace: bool) -> bool:
    """Whether an article is on the desk already, of ready claims with what is told about them when that may change."""
    article = incoming.article
    if not desk.articles.knows(article.draft.sha256, _title(incoming)):
        return False
    if not replace or incoming.claims is None:
        return True
    own = own_articles(desk, incoming)
    if not own:
        return True
    claims = desk.claims.of(own[-1])
    return len(claims) == len(incoming.leads) and all(map(carries, claims, incoming.leads))


def own_articles(desk: Desk, incoming: Incoming) -> list[ArticleId]:
    """The articles that have an article's words, title and source."""
    article = incoming.article
    return [
        id_
        for id_, title, sha256 in desk.articles.from_source(article.source)
        if (title, sha256) == (article.title, article.draft.sha256)
    ]


def take_out_former(desk: Desk, places: Places) -> int:
    """Take out what was read from the same places before and is not there any more."""
    taken = 0
    for (source, title), now in places.items():
        former = [
            id_
            for id_, called, sha256 in desk.articles.from_source(source)
            if title in {None, called} and sha256 not in now
        ]
        taken += remove(desk, former)
    return taken


def remove(desk: Desk, articles: Sequence[ArticleId]) -> int:
    """Take articles out; those that were checked here stay."""
    taken = 0
    for article_id in articles:
        try:
            desk.articles.remove(article_id)
        except ArticleError:
            continue
        taken += 1
    return taken
