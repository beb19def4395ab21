"""What the parser gets to see: quotations that are sentences stand aside, insertions and other marks vanish.

A sentence in quotation marks inside a sentence confuses a small model more than anything else. It is replaced by a
short stand-in with the same closing punctuation, and parsed on its own; the words of a quoted fragment stay, without
marks. An offset map leads back to the draft.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.extraction.asides import Aside
from factcheck.extraction.cues import OPENING, QUOTING, SAYING
from factcheck.extraction.works import follows_kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.extraction.quotation_marks import Segment

STAND_IN: Final = "It works"
"""A whole sentence, which the parser reads as what the verb beside it governs."""
NAME: Final = "Motto"
"""A name, which the parser reads as one noun."""
_WORD: Final = re.compile(r"\w[\w'’-]*")
_NAMES: Final = re.compile(
    r"(?:['’]s|\b(?:the|an?|this|its|his|her|their|our|on|of|for|from|at|called|named|titled|entitled|dubbed))$",
    re.IGNORECASE,
)
"""What stands before a slogan or a title, and not before what somebody says."""
_SLOGANS: Final = re.compile(r"\b(?:slogan|motto|tag-?line|strapline|catch-?phrase|mantra)(?:,| of)?$", re.IGNORECASE)
"""What stands before a slogan, whatever that says: *with the slogan “Peace, we want it.”*."""
_KINDS: Final = re.compile(
    r"(?: \w+-[\w-]+)? (?:polic(?:y|ies)|strateg(?:y|ies)|laws?|rules?|doctrines?|principles?|formulas?|campaigns?"
    r"|schemes?|plans?|program(?:me)?s?|initiatives?|approach|models?|systems?|attitude|mentality|culture|movement"
    r"|slogans?|motto(?:e?s)?|mantras?|signs?|banners?|posters?|ads?|adverts?|stickers?|shirts?|deals?|offers?"
    r"|clauses?)\b"
)
"""What goes on behind words that a thing is known by: *its “don't ask, don't tell” policy*."""
_CUE_NEXT: Final = re.compile(
    rf" (?:[A-Z][\w.’'-]* ){{1,4}}(?:{'|'.join(sorted(QUOTING - OPENING))})"
    r"(?: [a-z]+ly)?(?: (?:before|after|during|on|in|at|last|to)\b|\.|,(?! [\"“'‘]))"
)
"""What goes on behind a shout: *…!” Ann Lee wrote on Monday.*; *…!” Ann Lee added, “…”* introduces the next one."""
_RELATIVE: Final = re.compile(r" (?:who|whose|which|where|that)\b")
"""What tells more of a name; nobody's words in quotation marks are the antecedent of a relative clause."""
_TOLD: Final = "|".join(sorted({"wrote"} | {verb for verb in SAYING if verb.endswith(("ed", "s", "said"))}))
_TURNED: Final = re.compile(
    rf"(?<=[\w)]), (?P<cue>{_TOLD}) "
    r"(?P<who>(?!(?:[\w’'-]++ ){0,3}(?:day|week|month|year|century|time|night|before|after|over|ago)s?\b)"
    r"(?:(?:the|its|his|her|their|an?|one) )?[\w’'-]++\.?(?: [\w’'-]++){0,3})"
    r"(?=, (?:is|are|was|were|has|have|had|will|would|can|cannot|could|may|might|shall|should|must|did|does|do"
    r"|\w+n['’]t)\b)"
)
"""*The dam, said Ann Lee, is old*: the parser takes the dam for who speaks, unless the name stands before its verb."""
_TOO: Final = re.compile(r"(?<=\w),(?P<word> too),(?= [a-z])")
"""*It, too, had leaked*: between its commas the word parts a verb from its subject, which the parser loses."""
_NOTED: Final = re.compile(r"\s*(?:\(+[^()\n]{1,60}\)+[.,]?\s*)+")
"""Brackets that are all that stands behind a quotation: *“It leaked” (in French).*"""
_STOP_WITHIN: Final = re.compile(r"[.!?…][\s\"”’']+\w")


@dataclass(frozen=True, slots=True)
class Masked:
    """A text for the parser, with the way back to the draft."""

    text: str
    at: tuple[int, ...]
    """Where each run begins in ``text``."""
    origin: tuple[int, ...]
    """Where each run comes from in the draft."""
    stand_ins: tuple[tuple[int, int, Segment], ...] = ()
    """Start and end in ``text`` of what stands for a quotation, and the quotation."""
    closing: tuple[tuple[int, int], ...] = ()
    """Left-out stretches of the draft that belong to the words before them."""
    opening: tuple[int, ...] = ()
    """Left-out brackets that belong to the word behind them."""

    def source(self, offset: int) -> int:
        """The place in the draft of the code point at ``offset``."""
        run = bisect_right(self.at, offset) - 1
        return self.origin[run] + offset - self.at[run]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the draft that ``text[start:end]`` stands for."""
        first, last = self.source(start), self.source(end - 1) + 1
        if first < last:
            return first, last
        places = [self.source(at) for at in range(start, end)]  # what was turned round
        return min(places), max(places) + 1

    def closed(self, start: int, end: int) -> tuple[int, int]:
        """The same with an age or a bracket that ends it."""
        first, last = self.span(start, end)
        first -= first - 1 in self.opening
        return first, next((stop for begin, stop in self.closing if begin == last), last)


def masked(
    text: str, start: int, end: int, segments: Sequence[Segment], direct: Sequence[bool], asides: Sequence[Aside]
) -> Masked:
    """Prepare a stretch of the draft for the parser.

    Args:
        text: The draft.
        start: Where the stretch begins.
        end: Where it ends.
        segments: The quotations in it, in order.
        direct: For each of them, whether it is a sentence of its own, which is replaced by a stand-in.
        asides: Insertions to leave out, in order, touching no quotation.
    """
    runs: list[str] = []
    at: list[int] = []
    origin: list[int] = []
    stand_ins: list[tuple[int, int, Segment]] = []
    length = 0

    def add(words: str, source: int) -> None:
        nonlocal length
        if words:
            at.append(length)
            origin.append(source)
            runs.append(words)
            length += len(words)

    here = start
    insertions: list[tuple[int, Segment | Aside, bool]] = [
        *((segment.start, segment, whole) for segment, whole in zip(segments, direct, strict=True)),
        *((aside.start, aside, False) for aside in asides),
    ]
    for begin, insertion, whole in sorted(insertions, key=lambda entry: entry[0]):
        for words, source in _own(text, here, begin):
            add(words, source)
        here = insertion.end
        if isinstance(insertion, Aside):
            if insertion.pausing:
                add(",", begin)
            if here - begin > 1 and text[begin - 1 : begin].isalnum() and text[here : here + 1].isalnum():
                add(" ", begin)
            elif _is_cut(text, insertion) and text[here : here + 2].strip()[:1].isupper():
                # the words left out ended one sentence and began the next
                add(".", insertion.inner_start)
        elif whole:
            if text[begin - 1 : begin] in tuple(",;:"):
                add(" ", begin)
            first = length
            add(_stand_in(text, insertion, end), begin)
            stand_ins.append((first, length, insertion))
            if text[here : here + 1].isalnum():
                add(" ", here - 1)  # *“It leaked,”she said*
        elif _is_name(text, start, end, insertion):
            stop = len(_final_stop(text, insertion, end))
            add(NAME[0], insertion.inner_start)
            add(NAME[1:], insertion.inner_end - stop - len(NAME) + 1)
            add(text[insertion.inner_end - stop : insertion.inner_end], insertion.inner_end - stop)
        else:
            add(printable(text[insertion.inner_start : insertion.inner_end]), insertion.inner_start)
    for words, source in _own(text, here, end):
        add(words, source)
    closing = tuple(
        (aside.start, _without_comma(text, aside)) for aside in asides if aside.closing and not _is_cut(text, aside)
    )
    opening = tuple(aside.start for aside in asides if text[aside.start : aside.end] in ("[", "("))
    return Masked("".join(runs), tuple(at), tuple(origin), tuple(stand_ins), closing, opening)


def _own(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The paper's own words with their places: a cue in mid-sentence stands behind whoever it is of, *too* alone."""
    for turned in _TURNED.finditer(text, start, end):
        yield from _without_commas(text, start, turned.start("cue"))
        yield printable(turned["who"]), turned.start("who")
        yield " ", turned.end("cue")
        yield turned["cue"], turned.start("cue")
        start = turned.end()
    yield from _without_commas(text, start, end)


def _without_commas(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    for too in _TOO.finditer(text, start, end):
        yield printable(text[start : too.start()]), start
        yield too["word"], too.start("word")
        start = too.end()
    yield printable(text[start:end]), start


def _is_cut(text: str, aside: Aside) -> bool:
    """Whether an insertion only says that words were left out: *[…]*."""
    return text[aside.inner_start : aside.inner_end].strip() in ("...", "…", ". . .")


def _without_comma(text: str, aside: Aside) -> int:
    return aside.end - (text[aside.end - 1] == ",")


_CHANT: Final = 8
"""Words up to which what a crowd chants or a sign says is a part of the sentence that tells of it."""
_CHANTED: Final = re.compile(
    r"(?:\bchant(?:s|ed|ing)?|\b(?:signs?|banners?|placards?|posters?|shirts?|sayings|(?:the|an|a|old) saying)"
    r"(?: (?:that|which|such as|with|words|saying|said|reading|read|the))*),? $"
)


def direct(text: str, start: int, end: int, segments: Sequence[Segment]) -> list[bool]:
    """Tell the quotations that are sentences of their own from fragments that are woven into the sentence."""
    answers: list[bool] = []
    for segment in segments:
        answers.append(_is_direct(text, start, end, segment, after_direct=any(answers[-1:])))
    return answers


def _is_direct(text: str, start: int, end: int, segment: Segment, *, after_direct: bool) -> bool:
    inner = text[segment.inner_start : segment.inner_end].strip()
    words = _WORD.findall(inner)
    if segment.continued:
        return True
    if len(words) <= _CHANT and _CHANTED.search(text, max(start, segment.start - 40), segment.start):
        return False
    closed = segment.open or inner.rstrip("\"”’'").endswith((".", ",", "!", "?", "—", "–", "…", "--"))
    before = text[max(start, segment.start - 10) : segment.start].rstrip()
    after = text[segment.end : min(end, segment.end + 10)].lstrip()[:1]
    named = _NAMES.search(before) is not None or _is_slogan(text, start, segment) or follows_kind(text, segment)
    if named or (inner.endswith(".") and after.islower()) or after == ":":
        return False
    begins = inner[:1].isupper() or inner[:1].isdigit() or not inner[:1].isalpha()
    capitals = sum(word[:1].isupper() for word in words)
    sentence = begins and len(words) > 3 and capitals * 2 <= len(words)
    if not before and sentence and _NOTED.fullmatch(text, segment.end, end):
        return True
    if not before or before[-1] in ".!?":
        return (closed or after in ("", ",")) and (begins or after_direct)
    if before[-1] == ":":
        return begins and (closed or len(words) > 3)
    titled = before[-1] == "," and 1 < len(words) < 2 * capitals
    if titled and ((after == "," and not closed) or (inner.endswith(",") and _RELATIVE.match(text, segment.end, end))):
        return False  # *In his last book, "A Tale of Two Cities", Dickens …*, and *“A Tale of Two Cities,” which …*
    if before[-1] in ",;—–":
        return (begins and (closed or after in ("", ",", "."))) or (after_direct and (closed or after in ("", ".")))
    # 'he said "We shall win."' but not 'the film "Gone With the Wind"'
    return sentence


def _is_slogan(text: str, start: int, segment: Segment) -> bool:
    return _SLOGANS.search(text[max(start, segment.start - 20) : segment.start].rstrip()) is not None


def _is_name(text: str, start: int, end: int, segment: Segment) -> bool:
    """A slogan or title that would break up its sentence, as in *the "Look up. Look out." campaign*."""
    inner = text[segment.inner_start : segment.inner_end]
    before = text[max(start, segment.start - 10) : segment.start].rstrip()
    after = text[segment.end : min(end, segment.end + 10)].lstrip()[:1]
    stopped = _STOP_WITHIN.search(inner) or (inner.endswith(".") and after.islower())
    sentences = stopped and inner[:1].isupper() and (after.islower() or after == ":" or _NAMES.search(before))
    known_by = "," in inner and _NAMES.search(before) and _KINDS.match(text, segment.end, end)
    return bool(sentences or known_by or _is_slogan(text, start, segment)) and len(inner) > len(NAME)


def _final_stop(text: str, segment: Segment, end: int) -> str:
    """The full stop within the marks that also ends the sentence around them, or the comma that ends its clause."""
    after = text[segment.end : min(end, segment.end + 10)].lstrip()[:1]
    last = text[segment.inner_end - 1 : segment.inner_end]
    ends = last in tuple(".!?") and not after.islower() and after not in tuple(".,;:")
    return last if ends or last == "," else ""


def _stand_in(text: str, segment: Segment, end: int) -> str:
    inner = text[segment.inner_start : segment.inner_end].rstrip("\"”’' ")
    stop = inner[-1:] if inner[-1:] in tuple(".,!?") else ""
    after = text[segment.end : min(end, segment.end + 10)].lstrip()[:1]
    if after == ",":
        stop = ""
    elif after.islower() or (stop in tuple("!?") and _CUE_NEXT.match(text, segment.end, end)):
        stop = ","
    elif stop in tuple("!?") or (not stop and (not after or after.isupper())):
        stop = "."
    return f'"{STAND_IN}{stop}"'


_ANSWER: Final = re.compile(
    r"(?:^|(?<=[.!?\"”] ))No\.(?= (?!(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b)[A-Z])"
)


def printable(text: str) -> str:
    """The same length, with odd spaces as blanks and no control characters, which throw the tokenizer.

    Apostrophes are straight, as in what the model has learned from: it reads *won’t* as *wo* and a name. The *No.* of
    an answer has a comma, since it reads that as the short form of *number*.
    """
    text = _ANSWER.sub("No,", text.replace("’", "'"))
    return text if text.isprintable() else "".join(char if char.isprintable() else " " for char in text)
