"""Which quotations of a paragraph are somebody's words, and whose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.extraction import speakers
from factcheck.extraction.cues import QUOTING
from factcheck.model import Quote, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from factcheck.extraction.paragraphs import Paragraph
    from factcheck.extraction.parsed import Parsed
    from factcheck.extraction.quotes import Segment
    from factcheck.extraction.voices import Voice, Voices

_TITLE_CASE: Final = 0.7
_FEW: Final = 3
"""Words up to which a fragment without a speaker is a term held at arm's length."""


def speak(text: str, paragraph: Paragraph, frames: Sequence[Parsed], voices: Voices) -> dict[Segment, Voice | None]:
    """Give each quotation its speaker.

    What is left out is no quotation: the title of a work, or a word that the paper holds at arm's length.

    Args:
        text: The draft.
        paragraph: Where the quotations stand.
        frames: The paper's own words, parsed.
        voices: The article's speakers so far; it learns who spoke last.
    """
    said: dict[Segment, Voice | None] = {}
    places = {segment: (frame, *span) for frame in frames for span, segment in frame.stand_ins()}
    alone = not any(char.isalnum() for char in _outside(text, paragraph))
    before: Voice | None = None
    for segment, whole in zip(paragraph.segments, paragraph.direct, strict=True):
        if not whole:
            voice = _of_fragment(paragraph, segment, frames, voices)
            if voice is not None or _sounds_said(text, paragraph, segment):
                said[segment] = voice
                voices.last = voice or voices.last
            continue
        voice = None
        if segment in places:
            frame, start, end = places[segment]
            cue = speakers.beside(frame.doc, start, end)
            voice = None if cue is None else voices.voice(cue, frame, paragraph.start)
        if voice is None:
            voice = before or (voices.again() if alone or segment.continued or _is_announced(text, paragraph) else None)
        if voice is not None:
            before = voices.last = voice
        said[segment] = voice
    return said


def _is_announced(text: str, paragraph: Paragraph) -> bool:
    """Whether the paragraph before ends in a colon."""
    return text[max(0, paragraph.start - 10) : paragraph.start].rstrip().endswith(":")


def _outside(text: str, paragraph: Paragraph) -> str:
    here, parts = paragraph.start, []
    for segment in paragraph.segments:
        parts.append(text[here : segment.start])
        here = segment.end
    return "".join((*parts, text[here : paragraph.end]))


def _of_fragment(paragraph: Paragraph, segment: Segment, frames: Sequence[Parsed], voices: Voices) -> Voice | None:
    """The speaker of a verb of saying that the fragment's words depend on."""
    for frame in frames:
        token = frame.first_token(segment.inner_start, segment.inner_end)
        if token is not None:
            return _above(token, frame, paragraph, voices)
    return None


def _above(token: Token, frame: Parsed, paragraph: Paragraph, voices: Voices) -> Voice | None:
    for here in (token, *token.ancestors):
        said = speakers.speech(here) if here.lower_ in QUOTING and here.pos_ in ("VERB", "AUX") else None
        if said is None or said.head < 0:
            found = (
                speakers.speech(child)
                if child.dep_ == "parataxis" and child.lower_ in QUOTING
                else speakers.according(child)
                for child in here.children
            )
            said = next((speech for speech in found if speech is not None), None)
        if said is not None and said.head >= 0:
            return voices.voice(said, frame, paragraph.start)
    return None


def _sounds_said(text: str, paragraph: Paragraph, segment: Segment) -> bool:
    """Whether a fragment without a speaker is somebody's words all the same."""
    if paragraph.section in (Section.HEADLINE, Section.DEK):
        return True
    words = text[segment.inner_start : segment.inner_end].split()
    capitals = sum(word[:1].isupper() for word in words)
    return len(words) > _FEW and capitals < _TITLE_CASE * len(words)


def quote(text: str, segment: Segment, voice: Voice | None) -> Quote:
    """A quotation as it leaves the extraction."""
    words = text[segment.start : segment.end]
    if voice is None:
        return Quote(segment.start, segment.end, words)
    return Quote(segment.start, segment.end, words, voice.speaker, voice.start, voice.end, voice.person, voice.cue)
