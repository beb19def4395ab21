"""What a headline, or a paragraph, sets before its own words: a topic or a speaker, and a colon."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.extraction.cues import INSTITUTIONS
from factcheck.extraction.grammar import VERBAL
from factcheck.extraction.speakers import Speech
from factcheck.extraction.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_LEAST: Final = 4
"""Tokens behind the colon that can be a statement."""
_SORTS: Final = words("analysis article data footage investigation record records result results review video")
"""Papers whose name before a colon says of what sort the piece is, not who speaks."""
_SHORT: Final = 3
"""Words of a heading within a paragraph at most."""
_AMONG: Final = 7
"""The same for *Among the other findings of the report:*."""


def behind_label(doc: Doc, start: int, end: int) -> int:
    """Where the statement begins in *Harbour news: Ferry sinks off Cork*; ``start`` where there is no label."""
    colon = next((token.i for token in doc[start:end] if token.text == ":"), end)
    label, rest = doc[start:colon], doc[colon + 1 : end]
    asking = len(label) > 0 and label[0].tag_ in ("WP", "WRB")  # *What's next:*, *Why it matters:*
    if len(rest) < _LEAST or (not asking and any(token.pos_ in VERBAL for token in label)):
        return start
    told = speaker_label(doc, start, colon + 1) is not None or any(token.pos_ in VERBAL for token in rest)
    return colon + 1 if told else start


def behind_heading(doc: Doc, start: int, end: int) -> int:
    """Where the statement begins in *Up next: The ferry sails at noon*; ``start`` where there is no heading.

    A heading is short and has a whole sentence behind it; *The verdict: guilty* is one statement. What tells among
    which things the sentence is, *Among its findings:*, heads it, too.
    """
    among = start < end and doc[start].lower_ == "among"
    most = _AMONG if among else _SHORT
    if start or not any(token.text == ":" for token in doc[: most + 1]):
        return start
    own = behind_label(doc, start, end)
    if own == start or own > most + 1 or not (among or doc[own].text[:1].isupper()):
        return start
    return own if any(token.dep_ in ("nsubj", "nsubjpass", "expl") for token in doc[own:end]) else start


def asks(sentence: Span, start: int, end: int) -> bool:
    """Whether the tokens ``start`` to ``end`` are a heading that asks what follows: *What's next:*."""
    doc = sentence.doc
    short = start == sentence.start < end < min(sentence.end, start + _SHORT + 2)
    return short and doc[end].text == ":" and doc[start].tag_ in ("WP", "WRB")


def is_label(sentence: Span, start: int, end: int) -> bool:
    """Whether the tokens ``start`` to ``end`` are all of a label, with words behind its colon."""
    doc = sentence.doc
    return (
        start == sentence.start < end < sentence.end - 1
        and doc[end].text == ":"
        and not any(token.pos_ in VERBAL or token.like_num for token in doc[start:end])
    )


def speaker_label(doc: Doc, start: int, own: int) -> Speech | None:
    """Who says it, where the label is a person or a body: *Ann Lee: Dam leaked*, *Police: Dam leaked*."""
    label = doc[start : own - 1]
    if len(label) and (
        all(token.ent_type_ == "PERSON" for token in label)
        or (len(label) == 1 and label[0].lower_ in INSTITUTIONS and label[0].lower_ not in _SORTS)
    ):
        return Speech("", label.start, label.end, label.end - 1)
    return None
