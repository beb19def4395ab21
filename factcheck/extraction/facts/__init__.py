"""Facts by rules on the text: ages, dates, numbers, money, per cent, superlatives. No model is asked.

Each kind has a module that finds candidates; here the longest of those that overlap is kept, and dates are resolved in
the order of the text, since one leans on another.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from factcheck.extraction.facts import ages, dates, fractions, money, numbers, relative, superlatives
from factcheck.extraction.facts.calendar import Context, Phrase
from factcheck.extraction.facts.patterns import Rules, signals, span
from factcheck.model import Fact, FactKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

_RULES: Final[Rules[Phrase | Callable[[re.Match[str]], Fact | None]]] = Rules(
    (
        *((phrase.rule, phrase) for phrase in (*dates.RULES, *relative.RULES)),
        *(*ages.READERS, *money.READERS, *fractions.READERS, *numbers.READERS, *superlatives.READERS),
    )
)
"""All patterns in one table: what a claim has of the words that they wait for is looked up once."""

_RANK: Final = {
    FactKind.AGE: 0,
    FactKind.DATE: 1,
    FactKind.PERCENT: 2,
    FactKind.MONEY: 3,
    FactKind.SUPERLATIVE: 4,
    FactKind.NUMBER: 5,
}
"""Which kind wins where two candidates are of one length."""

_UNTIL: Final = re.compile(r"\b(?:by|until|till|through) (?:the (?:end|close) of )?$", re.IGNORECASE)
"""What stands before the end of something, which is not the time that a story tells of."""


def find_facts(text: str, start: int = 0, end: int | None = None, *, published: date | None = None) -> tuple[Fact, ...]:
    """Find the facts that rules can find.

    Dates lean on those before them ("that July"): one call for a whole text resolves more than a call a sentence.

    Args:
        text: The draft's text.
        start: Where to begin, in code points.
        end: Where to stop; None for the end of the text.
        published: When the article was published; without it "last year" has no value.

    Returns:
        Facts in text order that do not overlap, with offsets into ``text``.
    """
    stop = len(text) if end is None else min(end, len(text))
    phrases: dict[tuple[int, int], tuple[re.Match[str], Phrase]] = {}
    candidates = []
    for found, what in _RULES.finditer(text, start, stop, signals(text, start, stop)):
        if isinstance(what, Phrase):
            if what.unless is None or not what.unless(found):
                phrases.setdefault(span(found), (found, what))
        elif (fact := what(found)) is not None:
            candidates.append(fact)
    candidates += [Fact(FactKind.DATE, begin, finish, text[begin:finish]) for begin, finish in phrases]
    if not candidates:
        return ()
    facts = []
    context = Context(published)
    for fact in _choose(candidates):
        if fact.kind is FactKind.DATE:
            found, phrase = phrases[fact.start, fact.end]
            value = phrase.resolve(found, context)
            if _UNTIL.search(text, max(0, fact.start - 20), fact.start) is None:
                context.note(value, fact.start)
            facts.append(Fact(FactKind.DATE, fact.start, fact.end, fact.text, value))
        else:
            facts.append(fact)
    return tuple(facts)


@lru_cache(maxsize=1)
def facts_of(text: str, published: date | None) -> tuple[Fact, ...]:
    """The facts in a whole text. The last answer is kept: who extracted a text looks for findings in it next."""
    return find_facts(text, published=published)


def _choose(candidates: Iterable[Fact]) -> list[Fact]:
    """The longest of each set of overlapping candidates, in text order."""
    ordered = sorted(candidates, key=lambda fact: (fact.start - fact.end, _RANK[fact.kind], fact.start))
    taken = bytearray(max((fact.end for fact in ordered), default=0))
    chosen = []
    for fact in ordered:
        if taken.find(1, fact.start, fact.end) < 0:
            taken[fact.start : fact.end] = b"\1" * (fact.end - fact.start)
            chosen.append(fact)
    return sorted(chosen, key=lambda fact: fact.start)
