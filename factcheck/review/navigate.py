"""Finding one's way among an article's claims: pure functions on what is loaded."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Self

from factcheck import model
from factcheck.model import ANSWERED, Resolution, Section, Severity, Verdict
from factcheck.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from factcheck.model import ClaimId, ClaimRecord, Finding, Span


_LONG_ENOUGH: Final = 5
"""Letters: a slip in fewer makes another word of them."""
_NEARLY: Final = 83
"""Of 100, RapidFuzz's partial ratio: one slip in a word of six letters, two in twelve."""

_GRAVITY: Final = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2}


def next_open(claims: Sequence[ClaimRecord], after_id: ClaimId | None, *, backwards: bool = False) -> ClaimId | None:
    """The next claim that still wants a verdict, going round at the end.

    Args:
        claims: In story order.
        after_id: The claim to start from; it comes last itself. None, or one that is not there: from the beginning.
        backwards: Go the other way.

    Returns:
        None when no claim is open.
    """
    order = list(claims)[::-1] if backwards else list(claims)
    at = next((index for index, record in enumerate(order) if record.id == after_id), -1)
    return next((record.id for record in (*order[at + 1 :], *order[: at + 1]) if record.is_open), None)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which claims to show: those that meet every condition that is set."""

    open: bool = False
    """Only those that still want a verdict."""
    recheck: bool = False
    """Only those whose words changed after they had a verdict."""
    to_writer: bool = False
    """Only those with a query to the writer or a suggested change."""
    verdict: Verdict | None = None
    opinion: bool = False
    """Only those that are not checkable."""
    resolution: Resolution | None = None
    """What became of it; a query that is answered has a condition of its own."""
    answered: bool = False
    """Only those with a query that the writer has answered, and nothing is decided."""
    legal: bool = False
    """Only those that a lawyer has to see."""
    section: Section | None = None
    kind: str = ""
    """A kind of fact, or of what it asserts."""
    speaker: str = ""
    """Part of the speaker's words or of the person meant; case, accents and small slips do not matter."""
    source: str = ""
    """Part of a source's name, locator or note, or of who was asked; as for the speaker."""
    party: str = ""
    """Whom to phone about it, by the name that the call sheet has."""
    finding: bool = False
    """Only those with a finding that is not dismissed."""
    match: bool = False
    """Only those with an earlier claim that bears on them."""
    assignee: str | None = None
    """Who is to check it; empty: nobody in particular; None does not ask."""
    text: str = ""
    """Part of the claim, its note, its sources' names or who was asked; as for the speaker."""

    @property
    def is_set(self) -> bool:
        """Whether anything is filtered."""
        return self != Filter()

    @classmethod
    def read(cls, kept: str) -> Self:
        """What `__str__` wrote; no filter when it is anything else, such as one of another version."""
        try:
            said = json.loads(kept)
            json.dumps(said, ensure_ascii=False).encode()  # half a letter could not be shown
            return cls(**{name: _READ[name](value) for name, value in said.items()})
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return cls()

    def __str__(self) -> str:
        """One line to keep it by, empty when nothing is filtered."""
        usual = asdict(Filter())
        said = {name: value for name, value in asdict(self).items() if value != usual[name]}
        return json.dumps(said) if said else ""


_READ: Final[Mapping[str, Callable[[Any], Any]]] = {
    **{one.name: type(one.default) for one in fields(Filter)},
    "verdict": Verdict,
    "resolution": Resolution,
    "section": Section,
    "assignee": str,
}
"""Makes each condition of a filter from what was kept of it."""


def apply(
    wanted: Filter,
    claims: Sequence[ClaimRecord],
    *,
    findings: Sequence[Finding] = (),
    matched: Collection[ClaimId] = (),
) -> tuple[ClaimRecord, ...]:
    """Pick the claims that a filter lets through.

    Args:
        wanted: The filter.
        claims: In story order.
        findings: The article's findings.
        matched: Claims that have earlier ones that bear on them.
    """
    if not wanted.is_set:
        return tuple(claims)
    from factcheck.checklist.calls import to_phone

    found = {name for finding in findings if not finding.dismissed for name in finding.claims}
    text, speaker, source = fold(wanted.text), fold(wanted.speaker), fold(wanted.source)
    party = fold(wanted.party)
    return tuple(
        record
        for record in claims
        if (not wanted.open or record.is_open)
        and (not wanted.recheck or record.wants_recheck)
        and (not wanted.to_writer or record.query or record.replacement)
        and (wanted.verdict is None or record.verdict is wanted.verdict)
        and (not wanted.opinion or not record.claim.checkable)
        and (wanted.resolution is None or record.became == wanted.resolution)
        and (not wanted.answered or record.became == ANSWERED)
        and (not wanted.legal or record.legal)
        and (wanted.section is None or record.claim.section is wanted.section)
        and (not wanted.kind or wanted.kind in record.claim.kinds)
        and (not wanted.finding or record.claim.id in found)
        and (not wanted.match or record.id in matched)
        and (wanted.assignee is None or record.assignee == wanted.assignee)
        and (not speaker or _tells(speaker, fold(_speaker(record))))
        and (not source or _tells(source, fold(_rests_on(record))))
        and (not party or party in map(fold, to_phone(record)))
        and (not text or _tells(text, fold(_words(record))))
    )


def _tells(wanted: str, words: str) -> bool:
    """Whether these words are there, as they are or nearly so."""
    if wanted in words:
        return True
    if len(wanted) < _LONG_ENOUGH or len(words) < len(wanted) - 1:
        return False
    from rapidfuzz import fuzz

    return fuzz.partial_ratio(wanted, words, score_cutoff=_NEARLY) > 0


def by_gravity(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in the order in which they are told everywhere: the gravest first, then in story order.

    A dismissal moves none, so that a number in this order is good for the next command, too.
    """
    return tuple(sorted(findings, key=lambda one: (_GRAVITY[one.severity], one.spans[:1])))


def search(text: str, query: str) -> tuple[Span, ...]:
    """Find every place where words stand in a text, whatever their case, accents, quote marks and line breaks.

    Args:
        text: The draft's text.
        query: The words; a space stands for any white space.

    Returns:
        The places in text order, not overlapping; none for a query of white space.
    """
    wanted, _ = _folded(query.strip())
    if not wanted:
        return ()
    folded, origins = _folded(text)
    found = []
    at = folded.find(wanted)
    while at >= 0:
        after = at + len(wanted)
        found.append(model.Span(origins[at], max(origins[after], origins[after - 1] + 1)))
        at = folded.find(wanted, after)
    return tuple(found)


@lru_cache(maxsize=4)
def _folded(text: str) -> tuple[str, tuple[int, ...]]:
    """A text folded, and for each character of that where it comes from; at the end the text's length."""
    letters: list[str] = []
    origins: list[int] = []
    for at, letter in enumerate(text):
        folded = " " if letter.isspace() else _fold_letter(letter)
        if folded == " " and letters and letters[-1] == " ":
            continue
        letters.extend(folded)
        origins.extend([at] * len(folded))
    return "".join(letters), (*origins, len(text))


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    return fold(letter)


def _speaker(record: ClaimRecord) -> str:
    attribution = record.claim.attribution
    return f"{attribution.speaker} {attribution.person or ''}" if attribution else ""


def _rests_on(record: ClaimRecord) -> str:
    sources = (part for source in record.sources for part in (source.name, source.locator, source.note))
    return " ".join((*sources, *(contact.who for contact in record.contacts)))


def _words(record: ClaimRecord) -> str:
    sources, asked = (source.name for source in record.sources), (contact.who for contact in record.contacts)
    return " ".join((record.claim.text, record.note, *sources, *asked))
