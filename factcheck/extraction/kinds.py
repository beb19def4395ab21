"""What a claim asserts: names and places in it, and the kinds under which a checker looks for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.extraction.cues import TITLES
from factcheck.extraction.people import bare, straight, untitled
from factcheck.extraction.words import small_words
from factcheck.model import Fact, FactKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.extraction.people import Register

_PLACES: Final = frozenset({"GPE", "LOC", "FAC"})
_NAMES: Final = frozenset({"PERSON", "ORG", "NORP", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW"})
_CAPITALISED: Final = re.compile(r"[^\W\d_a-z]\w*(?:[’'-]\w+)*(?: [^\W\d_a-z][\w.]*(?:[’'-]\w+)*)*")
_WORD: Final = re.compile(r"[^\W\d_a-z]\w{2,}")
_CAUSE: Final = re.compile(
    r"\b(?:because|due to|caus(?:e|es|ed|ing)|leads? to|led to|result(?:s|ed)? (?:in|from|of)|owing to|thanks to|"
    r"prompt(?:s|ed|ing)|trigger(?:s|ed|ing)|as a result|therefore|blam(?:e|es|ed) (?:on|for)|responsible for)\b",
    re.IGNORECASE,
)
_RELATION: Final = re.compile(
    r"\b(?:wife|husband|spouse|sons?|daughters?|kids?|child(?:ren)?|mother|father|parents?|brothers?|sisters?|"
    r"siblings?|friends?|friendship|partners?|ex|married|marriage|divorced?|engaged|dating|girlfriend|boyfriend|widow|"
    r"widower|uncle|aunt|cousins?|nephew|niece|grand(?:son|daughter|mother|father)|colleagues?|subsidiary)\b",
    re.IGNORECASE,
)
_ROLE: Final = re.compile(r"(?:\w+ )?(\w+\.?) $")
_OPENING: Final = re.compile(
    r"(?:(?:After|Although|And|As|At|Because|Before|But|By|For|From|If|In|Like|Now|Of|On|Once|Since|So|Then|Though|To|Until|"
    r"Well|When|While|With) )+"
)
"""Words that have a capital only as they begin a sentence, and are no part of a title."""


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
        run, words = match.start(), bare(match.group())
        # In a headline every word has a capital: a full name may stand among them.
        name = " ".join(untitled(words.split())[0])
        inside = register.inside(name)
        person = register.person(inside or words)
        if person is None:
            continue
        if inside is not None and inside != name:
            run, words = run + straight(words).find(inside), inside
            name = inside
        last = run + len(words)
        first = last - len(name)
        if not _overlap((first, last), busy):
            busy.append((run, last))
            yield Fact(FactKind.NAME, first, last, text[first:last], person)
            title = _title_before(text, start, run, first)
            if title is not None:
                yield Fact(FactKind.TITLE, title, first - 1, text[title : first - 1], text[title : first - 1].lower())
    for first, stop, label in entities:
        kind = FactKind.PLACE if label in _PLACES else FactKind.NAME if label in _NAMES else None
        if kind is None or text[first:stop].islower() or "@" in text[first + 1 : stop]:
            continue  # no name is written small, nor is an address of e-mail one
        last = stop - 2 if text[first:stop].endswith(("'s", "’s")) else stop
        if last > first and not _overlap((first, last), busy):
            busy.append((first, last))
            yield Fact(kind, first, last, text[first:last], bare(text[first:last]))
    for word in _WORD.finditer(text, start, end):
        # *Neither Lee nor …*, and a headline in which every word has a capital
        person = None if _overlap(word.span(), busy) else register.person(word.group())
        if person is not None and word.group() != person and word.group().lower() not in small_words(text):
            yield Fact(FactKind.NAME, *word.span(), word.group(), person)


def _title_before(text: str, start: int, run: int, name: int) -> int | None:
    """Where the title before a name begins: capitalised in the same run of words, or one small word."""
    if name > run:
        opening = _OPENING.match(text, run, name)
        title = run if opening is None else opening.end()
        return title if title < name else None
    match = _ROLE.search(text, max(start, run - 30), run)
    return match.start(1) if match is not None and match.group(1).lower().rstrip(".") in TITLES else None


def _overlap(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def kinds_of(text: str, facts: Iterable[Fact], *, quoted: bool, reported: bool) -> tuple[str, ...]:
    """The kinds of a claim's facts, then what else it asserts, in a fixed order."""
    present = {fact.kind.value for fact in facts}
    if quoted:
        present.add(FactKind.QUOTE.value)
    found: list[str] = [kind.value for kind in FactKind if kind.value in present]
    if _CAUSE.search(text):
        found.append("cause")
    if _RELATION.search(text):
        found.append("relation")
    if reported:
        found.append("paraphrase")
    return tuple(found)
