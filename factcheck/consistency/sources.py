"""Stories that lean on sources without a name, and superlatives that nobody stands up for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.model import FactKind, Finding, Section, Severity, Span
from factcheck.normalise import STOP_WORDS, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.consistency.story import Story
    from factcheck.model import Attribution

_NO_LABEL: Final = frozenset(
    {"he", "she", "they", "it", "we", "i", "who", "you", "nobody", "everybody", "anybody", "somebody", "people"}
)
_FEWEST_CLAIMS: Final = 3
"""A story with fewer claims from a source does not rest on it."""


def _voices(story: Story) -> list[Attribution]:
    """Who speaks, once for each place in the text where a speaker is named."""
    seen: dict[int, Attribution] = {}
    for claim in story.extraction.claims:
        if claim.attribution is not None:
            seen.setdefault(claim.attribution.start, claim.attribution)
    return [seen[start] for start in sorted(seen)]


def anonymous(story: Story) -> Iterator[Finding]:
    """A story in which nobody with a name says anything: it rests on one anonymous source, by one label or several."""
    voices = _voices(story)
    if not voices or any(voice.named for voice in voices):
        return
    said = sum(claim.attribution is not None for claim in story.extraction.claims)
    labels: dict[str, Attribution] = {}
    for voice in voices:
        label = next((word for word in tokens(voice.speaker) if word not in STOP_WORDS), "")
        if label and label not in _NO_LABEL:
            labels.setdefault(label, voice)
    if said < _FEWEST_CLAIMS or not labels:
        return
    told = ", ".join(f"“{' '.join(voice.speaker.split())}”" for voice in labels.values())
    many = "" if len(labels) == 1 else f"; {len(labels)} labels: one source or several?"
    yield Finding(
        "anonymous",
        f"Nobody with a name says anything in this story; it rests on {told}{many}",
        Severity.MEDIUM,
        tuple(Span(voice.start, voice.end) for voice in labels.values()),
    )


_STRONG: Final = 0.7
"""Share of an assertion's words that stand in another one, from which both assert the same."""
_FEWEST_WORDS: Final = 4


def own_voice(story: Story) -> Iterator[Finding]:
    """What headline or dek assert in the paper's own voice, and in the body only an anonymous source says."""
    body = [claim for claim in story.extraction.claims if claim.section is Section.BODY]
    for claim in story.extraction.claims:
        if claim.section not in {Section.HEADLINE, Section.DEK} or claim.attribution is not None:
            continue
        about = story.content(Span(claim.start, claim.end))
        if len(about) < _FEWEST_WORDS:
            continue
        same = [
            other for other in body if len(about & story.content(Span(other.start, other.end))) >= _STRONG * len(about)
        ]
        speakers = [other.attribution for other in same]
        if same and all(speaker is not None and not speaker.named for speaker in speakers):
            said = same[0]
            who = said.attribution.speaker if said.attribution else ""
            yield Finding(
                "own-voice",
                f"{story.quoted(claim.start, claim.end)} is told as fact; below only “{who}” says so",
                Severity.MEDIUM,
                (Span(claim.start, claim.end), Span(said.start, said.end)),
            )


def superlatives(story: Story) -> Iterator[Finding]:
    """A superlative in the paper's own voice: to be verified, qualified or cut."""
    seen: set[int] = set()
    for claim in story.extraction.claims:
        if claim.attribution is not None or not claim.checkable:
            continue
        for fact in claim.facts:
            if (
                fact.kind is FactKind.SUPERLATIVE
                and fact.start not in seen
                and fact.value not in {"best", "top", "worst"}
            ):
                seen.add(fact.start)
                yield Finding(
                    "superlative",
                    f"{story.quoted(claim.start, claim.end)}: “{fact.text}”, and nobody is named who says so",
                    Severity.LOW,
                    (Span(fact.start, fact.end),),
                )
