"""What a claim asserts: names and places in it, and the kinds under which a checker looks for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.extraction.people import bare
from factcheck.model import Fact, FactKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.extraction.people import Register

_PLACES: Final = frozenset({"GPE", "LOC", "FAC"})
_NAMES: Final = frozenset({"PERSON", "ORG", "NORP", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW"})
_CAPITALISED: Final = re.compile(r"[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'.-]*)*")
_ORDER: Final = tuple(
    kind.value
    for kind in (
        FactKind.NAME,
        FactKind.TITLE,
        FactKind.AGE,
        FactKind.DATE,
        FactKind.NUMBER,
        FactKind.MONEY,
        FactKind.PERCENT,
        FactKind.QUOTE,
        FactKind.PLACE,
        FactKind.SUPERLATIVE,
    )
)
_CAUSE: Final = re.compile(
    r"\b(?:because|due to|caus(?:e|es|ed|ing)|led to|leads? to|result(?:s|ed)? (?:in|from|of)|owing to|thanks to|prompt(?:s|ed|ing)|"
    r"trigger(?:s|ed|ing)|as a result|therefore|blam(?:e|es|ed) (?:on|for)|responsible for|after which|so that)\b",
    re.IGNORECASE,
)
_RELATION: Final = re.compile(
    r"\b(?:wife|husband|spouse|son|daughter|sons|daughters|kids?|child(?:ren)?|mother|father|parents?|brothers?|sisters?|siblings?|"
    r"friends?|friendship|partner|partners|ex|married|marriage|divorced?|engaged|dating|girlfriend|boyfriend|widow|widower|uncle|"
    r"aunt|cousin|nephew|niece|grand(?:son|daughter|mother|father)|colleagues?|owned by|subsidiary|member of)\b",
    re.IGNORECASE,
)


def names(
    text: str,
    start: int,
    end: int,
    entities: Iterable[tuple[int, int, str]],
    register: Register,
    taken: Sequence[Fact],
) -> Iterator[Fact]:
    """Names and places in a paragraph that no rule has read as something else: the register first, then the model."""
    busy = [(fact.start, fact.end) for fact in taken if fact.kind is not FactKind.QUOTE]
    for match in _CAPITALISED.finditer(text, start, end):
        words = bare(match.group())
        person = register.person(words)
        if person is not None:
            span = (match.start(), match.start() + len(words))
            if not _overlap(span, busy):
                busy.append(span)
                yield Fact(FactKind.NAME, *span, text[slice(*span)], person)
    for first, last, label in entities:
        kind = FactKind.PLACE if label in _PLACES else FactKind.NAME if label in _NAMES else None
        if kind is None:
            continue
        last = first + len(text[first:last].rstrip("'’s")) if text[first:last].endswith(("'s", "’s")) else last
        if last > first and not _overlap((first, last), busy):
            busy.append((first, last))
            yield Fact(kind, first, last, text[first:last], bare(text[first:last]))


def _overlap(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def kinds_of(text: str, facts: Iterable[Fact], *, quoted: bool, reported: bool) -> tuple[str, ...]:
    """The kinds of a claim's facts, then what else it asserts, in a fixed order."""
    present = {fact.kind.value for fact in facts}
    if quoted:
        present.add(FactKind.QUOTE.value)
    found = [kind for kind in _ORDER if kind in present]
    if _CAUSE.search(text):
        found.append("cause")
    if _RELATION.search(text):
        found.append("relation")
    if reported:
        found.append("paraphrase")
    return tuple(found)
