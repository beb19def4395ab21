"""From claims to the earlier ones that bear on them: candidates, then likeness, then the relation."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from factcheck.archive.atoms import atoms
from factcheck.archive.copied import other_word
from factcheck.archive.kinship import Pair, Told, kindred, look_again, nearest
from factcheck.archive.relation import relate
from factcheck.archive.reworded import POOL, Pool, read, spoken
from factcheck.archive.scoring import CLOSE, IS_FIGURE, Closeness, Rarity, likeness, wording
from factcheck.archive.uncollected import uncollected
from factcheck.archive.window import window
from factcheck.extraction.facts import find_facts
from factcheck.model import Match, Relation, Span
from factcheck.normalise import normalised

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import date

    from factcheck.archive.candidates import CandidateSearch
    from factcheck.archive.scoring import Likeness, Wording
    from factcheck.desk import Desk
    from factcheck.desk.earlier import Earlier
    from factcheck.desk.index import Index
    from factcheck.model import Article, ArticleId, Claim, ClaimId, Difference, Fact

_POOL: Final = 12
"""Candidates that are scored for each claim."""

_KIN: Final = 5
"""Articles on one event of which all claims are read; of a running story there may be dozens."""

_RETOLD: Final = 0.1
"""Share of the claims of the shorter of two articles on one event that must have met one of the other's, for the others
to be laid beside the nearest: an article that shares but its background with another tells something else."""

_FIGURES: Final = 10.0
"""What sharing all figures is worth beside the likeness of the words: of many like reports the day's comes first."""

_TOLD_AGAIN: Final = 80.0
_FEW: Final = 2
_SENTENCE: Final = 7
"""Likeness of what is told again, and how many earlier claims of this wording there may be, and how many words and
figures these must have, for it to be no boilerplate though its words are common."""

_AROUND: Final = 20
"""Code points beside a stretch within which a figure may begin or end that has a part in it."""

_SIGN = re.compile(r"[^\w\s.,;:!?'\"‘’“”()\[\]–—-]")
"""A sign that is no punctuation; the same words do not tell dollars from pounds."""

_YEAR: Final = 365.25
"""Days."""


@dataclass(frozen=True, slots=True)
class Query:
    """A claim for which earlier ones are wanted."""

    id: str
    text: str
    published: date | None = None
    """When its article was published, which tells what "last year" means."""
    facts: tuple[Fact, ...] | None = None
    """Its facts with offsets into ``text``; None to have them found by rules."""
    quoted: bool = False
    """Whether it stands inside quotation marks."""


def match(
    queries: Sequence[Query],
    desk: Desk,
    *,
    limit: int = 5,
    exclude: Collection[ArticleId] = (),
    engine: CandidateSearch | None = None,
    together: bool = False,
) -> tuple[tuple[Match, ...], ...]:
    """Find the earlier claims that bear on each of these.

    Args:
        queries: The claims; many at once cost less than one after the other.
        desk: Where the archive is: the claims of articles that are signed off or were taken in as a backlog.
        limit: How many matches to give for each claim at most.
        exclude: Articles whose claims are passed over.
        engine: Finds the candidates; None for the desk's own index.
        together: Whether the claims are those of one article; an earlier article on the same event is then known by all
            that both share, and more of its claims are given.

    Returns:
        For each claim its matches, the likest first.

    Raises:
        DeskError: when the desk cannot be read.
    """
    with uncollected(), desk.reading():
        engine = engine or desk.index
        texts = [normalised(query.text) for query in queries]
        scored = _score(queries, texts, engine, limit, exclude, desk.index if together else None)
        earlier = desk.index.earlier({claim_id for best in scored for claim_id, _ in best})
        return tuple(
            tuple(sorted(_matches(query, best, earlier), key=_place))
            for query, best in zip(queries, scored, strict=True)
        )


def search(
    queries: Sequence[Query],
    desk: Desk,
    *,
    limit: int = 20,
    exclude: Collection[ArticleId] = (),
    engine: CandidateSearch | None = None,
) -> tuple[tuple[Match, ...], ...]:
    """Rank earlier claims by how well they may answer to each text, in whatever words; some hardly bear on it.

    What ``match`` would give comes first; it is sure of what it gives, and finds nothing in quite other words.

    Args:
        queries: Claims, questions, notes, posts.
        desk: Where the archive is.
        limit: How many to give for each at most.
        exclude: Articles whose claims are passed over.
        engine: Finds the candidates; None for the desk's own index.

    Returns:
        For each text the claims that are likest to be about it, the best first.

    Raises:
        DeskError: when the desk cannot be read.
    """
    engine = engine or desk.index
    with desk.reading():
        return tuple(_ranked(query, desk, engine, limit, exclude) for query in queries)


def _ranked(
    query: Query, desk: Desk, engine: CandidateSearch, limit: int, exclude: Collection[ArticleId]
) -> tuple[Match, ...]:
    query = replace(query, text=spoken(query.text))
    text = normalised(query.text)
    candidates = [claim_id for claim_id, _ in engine.candidates([text], limit=POOL, exclude=exclude, wide=True)[0]]
    earlier = desk.index.earlier(candidates)
    asked = read(query.text)
    claims = [(read(earlier[claim_id].text), read(earlier[claim_id].article)) for claim_id in candidates]
    here = wording(text)
    terms = asked.terms.union(here.terms, *(words.terms for pair in claims for words in pair))
    weights = engine.weights(terms)
    rarity = Rarity(weights, engine.size())
    found = []
    for place, _ in Pool(claims, weights).ranked(asked)[:limit]:
        there = wording(claims[place][0].normalised)
        found.append((candidates[place], likeness(here, there, rarity)))
    return tuple(_matches(query, found, earlier, boilerplate=True))


def match_article(
    desk: Desk, article: Article, claims: Sequence[Claim], *, limit: int = 5
) -> tuple[tuple[Match, ...], ...]:
    """Find the earlier claims that bear on an article's claims, none of them from its own text.

    Args:
        desk: Where the archive is.
        article: The article that the claims were pulled out of.
        claims: The claims, with offsets into its draft.
        limit: How many matches to give for each claim at most.

    Raises:
        DeskError: when the desk cannot be read.
    """
    itself = desk.articles.by_text(article.draft.sha256)
    queries = [
        Query(
            claim.id,
            claim.text,
            article.published,
            tuple(replace(fact, start=fact.start - claim.start, end=fact.end - claim.start) for fact in claim.facts),
            quoted=claim.attribution is not None and claim.attribution.quote,
        )
        for claim in claims
    ]
    return match(queries, desk, limit=limit, exclude=() if itself is None else (itself.id,), together=True)


def _score(
    queries: Sequence[Query],
    texts: Sequence[str],
    engine: CandidateSearch,
    limit: int,
    exclude: Collection[ArticleId],
    index: Index | None,
) -> list[list[tuple[ClaimId, Likeness]]]:
    """For each text the claims that bear on it most, with their likeness; of one article, where there is an index."""
    candidates = engine.candidates(texts, limit=max(_POOL, 2 * limit), exclude=exclude)
    stored = engine.normalised({claim_id for found in candidates for claim_id, _ in found})
    theirs = {claim_id: wording(text) for claim_id, text in stored.items()}
    mine = [wording(text) for text in texts]
    size = engine.size()
    rarity = Rarity(engine.weights(set().union(*(each.terms for each in (*mine, *theirs.values())))), size)
    scored = [
        [(claim_id, likeness(here, theirs[claim_id], rarity)) for claim_id, _ in found]
        for here, found in zip(mine, candidates, strict=True)
    ]
    if index is None:
        return _best(texts, mine, stored, scored, limit)
    of = index.articles(stored)
    pairs = [Pair(i, claim_id, of[claim_id], alike) for i, found in enumerate(scored) for claim_id, alike in found]
    kin = kindred(pairs, mine, theirs, size)
    closer = look_again(pairs, mine, theirs, kin)
    scored = [[(claim_id, closer.get((i, claim_id), alike)) for claim_id, alike in row] for i, row in enumerate(scored)]
    best = _best(texts, mine, stored, scored, limit)
    met = {(i, of[claim_id]) for i, found in enumerate(best) for claim_id, _ in found}
    told = [Told(query.text, words) for query, words in zip(queries, mine, strict=True)]
    beside = _nearest(told, index.told_by(list(kin)[:_KIN]), met, engine)
    return [[*found, *more][:limit] for found, more in zip(best, beside, strict=True)]


def _best(
    texts: Sequence[str],
    here: Sequence[Wording],
    stored: Mapping[ClaimId, str],
    scored: Sequence[Sequence[tuple[ClaimId, Likeness]]],
    limit: int,
) -> list[list[tuple[ClaimId, Likeness]]]:
    """Of the candidates of each text those that bear on it, the likest first."""
    best = []
    apart = Closeness.APART
    for text, words, found in zip(texts, here, scored, strict=True):
        bearing = [pair for pair in _unique(found, words) if pair[1].closeness is not apart]
        figures = set(filter(IS_FIGURE.__getitem__, text.split()))
        bearing.sort(
            key=lambda pair: (*_rank(pair[1], _shared(figures, stored[pair[0]])), stored[pair[0]] != text, pair[0])
        )
        best.append(bearing[:limit])
    return best


def _nearest(
    here: Sequence[Told],
    articles: Mapping[ArticleId, Sequence[tuple[ClaimId, str]]],
    met: Collection[tuple[int, ArticleId]],
    engine: CandidateSearch,
) -> list[list[tuple[ClaimId, Likeness]]]:
    """For each claim of an article the nearest in each of others that tell its event and that it has not met so far."""
    found: list[list[tuple[ClaimId, Likeness]]] = [[] for _ in here]
    for article_id, claims in articles.items():
        if sum(of == article_id for _, of in met) < _RETOLD * min(len(here), len(claims)):
            continue
        stored = engine.normalised([claim_id for claim_id, _ in claims])
        there = [Told(text, wording(stored.get(claim_id, ""))) for claim_id, text in claims]
        places = {i: j for i, j in nearest(here, there).items() if (i, article_id) not in met}
        terms = (words for i, j in places.items() for words in (here[i].wording.terms, there[j].wording.terms))
        rarity = Rarity(engine.weights(set().union(*terms)), engine.size())
        for i, j in places.items():
            alike = likeness(here[i].wording, there[j].wording, rarity)
            found[i].append((claims[j][0], alike._replace(closeness=Closeness.LOOSE, one_event=True)))
    return found


def _unique(found: Sequence[tuple[ClaimId, Likeness]], here: Wording) -> Sequence[tuple[ClaimId, Likeness]]:
    """Take a claim of common words for no boilerplate when hardly any other earlier claim has the same wording.

    Boilerplate comes again and again, each time with other figures. A sentence of some length that the archive has once
    or twice is told again.
    """
    verbatim = [alike for _, alike in found if alike.score >= _TOLD_AGAIN]
    if len(verbatim) > _FEW or here.length < _SENTENCE:
        return found
    return [
        (claim_id, alike._replace(common=False, closeness=Closeness.ALIKE) if alike in verbatim else alike)
        for claim_id, alike in found
    ]


def _shared(figures: Collection[str], other: str) -> float:
    """Share of a claim's numbers, months and weekdays that an earlier one has, too."""
    return len(set(other.split()).intersection(figures)) / len(figures) if figures else 0.0


def _rank(alike: Likeness, figures: float) -> tuple[bool, float]:
    """Like wordings first, those with the same figures before others; among the unlike, what they share tells more."""
    unlike = alike.score < CLOSE
    return unlike, -alike.surprise if unlike else -alike.score - _FIGURES * figures


def _matches(
    query: Query,
    best: Sequence[tuple[ClaimId, Likeness]],
    earlier: Mapping[ClaimId, Earlier],
    *,
    boilerplate: bool = False,
) -> Iterator[Match]:
    """What the likest claims mean for a claim; whether boilerplate with other figures is among them is said."""
    if not best:
        return
    if query.facts is None and len(best) > 2:
        query = replace(query, facts=find_facts(query.text, published=query.published))
    for claim_id, alike in best:
        found = earlier[claim_id]
        relation, differences = _related(query, found, alike)
        if relation is Relation.NEAR and alike.common and alike.closeness is not Closeness.LOOSE and not boilerplate:
            # Boilerplate with other figures speaks of another day.
            continue
        yield Match(
            claim_id=claim_id,
            article_id=found.article_id,
            article=found.article,
            date=found.date,
            text=found.text,
            score=round(alike.score, 1),
            relation=relation,
            differences=differences,
            verdict=found.verdict,
            checker=found.checker,
            checked_at=found.checked_at,
            sources=found.sources,
        )


def _related(query: Query, found: Earlier, alike: Likeness) -> tuple[Relation, tuple[Difference, ...]]:
    """How a claim stands to an earlier one, by what differs between the two."""
    one_day = query.published is None or found.date is None or query.published == found.date
    verbatim = one_day and alike.verbatim and query.quoted == found.quoted and alike.closeness is Closeness.ALIKE
    if verbatim and _SIGN.findall(query.text) == _SIGN.findall(found.text):
        return Relation.SAME, ()
    where = window(query.text, found.text, one_day=one_day)
    here, mine = _facts(query.text, query.facts, query.published, where.here)
    there, theirs = _facts(found.text, found.facts, found.date, where.there)
    relation, differences = relate(
        atoms(query.text, here, quoted=query.quoted, within=mine),
        atoms(found.text, there, quoted=found.quoted, within=theirs),
        alike,
        (query.published - found.date).days / _YEAR if query.published and found.date else None,
        figures=where.figures,
    )
    if relation is Relation.CONFLICT or alike.common or alike.closeness is not Closeness.ALIKE:
        return relation, differences
    copied = other_word(query.text, found.text)
    if copied is None or any(copied.here in each.here and copied.there in each.there for each in differences):
        # What was compared is decided: a woman of 49 who is 51 two years later was copied rightly.
        return relation, differences
    return Relation.CONFLICT, (copied,)


def _facts(
    text: str, known: tuple[Fact, ...] | None, published: date | None, where: Span
) -> tuple[tuple[Fact, ...], Span]:
    """The facts that a stretch of a claim has a part of, and the stretch with all of these: no figure is cut in two."""
    if known is None:
        start = text.rfind(" ", 0, max(0, where.start - _AROUND)) + 1
        end = text.find(" ", where.end + _AROUND)
        known = find_facts(text, start, len(text) if end < 0 else end, published=published)
    facts = tuple(fact for fact in known if fact.start < where.end and where.start < fact.end)
    start = min([where.start, *(fact.start for fact in facts)])
    return facts, Span(start, max([where.end, *(fact.end for fact in facts)]))


def _place(match: Match) -> tuple[bool, float, bool, int]:
    """Where a match goes: what agrees or contradicts before what merely lies near, the likest first."""
    return match.relation is Relation.NEAR, -match.score, match.relation is Relation.CONFLICT, match.claim_id
