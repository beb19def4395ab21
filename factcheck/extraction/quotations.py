"""Which quotations of a paragraph are somebody's words, and whose."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from factcheck.extraction import neighbours, speakers
from factcheck.extraction.attributions import is_as_said, is_found_between
from factcheck.extraction.cues import (
    BELIEVING,
    LIKENING,
    NAMING,
    OPENING,
    QUOTING,
    SAYING,
    TITLES,
    WORDS_OF,
)
from factcheck.extraction.grammar import VERBAL, comma_before, has_subject, is_finite, is_possible, nominal_subject
from factcheck.extraction.people import is_turned
from factcheck.extraction.pull_quotes import pulled_from
from factcheck.extraction.reports import finds, has_found
from factcheck.extraction.subjects import agent, can_speak, subject
from factcheck.extraction.views import held
from factcheck.extraction.words import verbs
from factcheck.extraction.works import is_work
from factcheck.model import Quote, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from factcheck.extraction.paragraphs import Paragraph
    from factcheck.extraction.parsed import Parsed
    from factcheck.extraction.quotation_marks import Segment
    from factcheck.extraction.speakers import Speech
    from factcheck.extraction.voice import Voice
    from factcheck.extraction.voices import Voices

_SIGNATURE: Final = re.compile(
    r"\s*[―—–-]{1,2}\s*([^\W\d_a-z](?:[\w’'.-]*\w|\.)?(?: [^\W\d_](?:[\w’'-]*\w|\.)?){0,3})"
    r"(?:, [^\n\"“”]{1,60})?\.?\s*(?:\n|$)"
)
"""A name, with who that is or where from behind a comma: *— Ann Lee, Leeds*."""
_LINE: Final = 80
"""Code points behind a quotation in which a signature in a line of its own ends."""
_POSTED: Final = re.compile(
    r"\s*+(?:[^\w\s]*+\s*+https?://\S++\s*+){0,9}+"
    r"[—–-]{1,2} ?(?P<name>[^\W_][^\n(@]{0,60}?[^\W_]\.?)[^\w\n(@]*\(@\w{1,30}\)"
)
"""What stands under a post that a page has taken over whole: *— Ann Lee (@annlee)*.

Possessive, as a row of addresses without a signature was divided in every way otherwise, each one doubling the time.
"""
_FULL: Final = r"[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){0,3}"
_LABEL: Final = re.compile(r"\s*([^\W\d_a-z][^:\n(]{1,60}?)(?: \([^:\n()]{1,30}\))?:\s*")
_NAME_BEFORE: Final = re.compile(r"(?:^|[\s—–-])([^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){1,3}): *$")
"""A name of several words and a colon, right before a quotation."""
_NAMES: Final = rf"{_FULL}(?:(?:,| and|, and) {_FULL})*"
_SET_OFF: Final = re.compile(
    rf"(?:\s[—–-]+\s?(?P<name>{_NAMES})"
    r"|(?:(?<![^\n])|[.!?]\s|\s[—–-]+\s?)(?:More from|[Ff]rom) (?P<from>[^\W_][^:;,.\n]{1,60})):\s+$"
)
"""Whose words follow, behind a heading with a dash, or where they are from: *Leaks grow - Ann Lee: “…”*."""
_NAMED_END: Final = re.compile(rf"\s*\n\s*(?P<name>{_FULL}(?<!\.))\.?(?:, [^\n\"“”]{{1,80}})?[\"”]\s*(?:\n|$)")
"""A name in a line of its own that ends a quotation set apart: *“It leaks.*, and below it *Ann Lee, engineer”*."""
_TURN: Final = re.compile(r"([^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){0,3}): (?=\S+ \S+ \S)")
"""A name and a colon before at least three words: *Ann Lee: The dam leaked*."""
_TO: Final = re.compile(
    rf"({_FULL}) to (?:(?:the|an?|his|her|its|their|our|my|your|all|us|them|me|him)\b|[a-z’'-]+s:|[A-Z]\w+:)"
    r"(?:(?<=:)| ?[^:\n\"“”]{0,60}:) (?=\S+ \S)"
)
"""Who speaks to whom in a headline: *Lee to farmers: Dam will break*."""
_SCRIPT: Final = re.compile(r"\s*([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}) ?: ")
_SHOUTS: Final = re.compile(r"\b(?:chants?|cries|shouts?|screams|yells|cheers) of\s$")
_SO_CALLED: Final = re.compile(r"(?:\b(?:so-called|known as(?: the)?)|\(pronounced) $", re.IGNORECASE)
"""What stands before a term, which is nobody's in particular."""
_GOVERNING: Final = (QUOTING | BELIEVING) - OPENING
_CALLING: Final = (
    verbs("describe label characterize characterise criticize criticise denounce deride decry")
    | verbs("portray depict hail accuse condemn dismiss ridicule mock")
) - NAMING
"""Verbs that, in the passive, tell how somebody speaks of somebody; what a thing is named is nobody's word."""
_SHOUTING: Final = verbs("chant cheer cry scream shout sing yell")
_REPORTING: Final = verbs("report")
"""What a paper does with words that it heard somebody say."""
_OTHER_CLAUSE: Final = frozenset({"advcl", "relcl", "acl"})
"""Relations of a clause that is not part of what the verb above it reports."""
_SELF: Final = re.compile(r"(?:I(?:['’]\w+)?|my|me|myself)[,.;!?]?")
_TITLE_CASE: Final = 0.7
_FEW: Final = 7
"""Words up to which a fragment without a speaker is a term held at arm's length."""


def speak(
    text: str, paragraph: Paragraph, frames: Sequence[Parsed], voices: Voices, writer: Voice | None
) -> dict[Segment, Voice | None]:
    """Give each quotation its speaker.

    What is left out is no quotation: the title of a work, or a word that the paper holds at arm's length.

    Args:
        text: The draft.
        paragraph: Where the quotations stand.
        frames: The paper's own words, parsed.
        voices: The article's speakers so far; it learns who spoke last.
        writer: Who wrote or spoke the whole paragraph.
    """
    said: dict[Segment, Voice | None] = {}
    places = {segment: (frame, *span) for frame in frames for span, segment in frame.stand_ins()}
    goes_on = not any(char.isalnum() for char in _outside(text, paragraph)) or _is_announced(text, paragraph)
    before: Voice | None = None
    for segment, whole in zip(paragraph.segments, paragraph.direct, strict=True):
        if segment.continued and _NAMED_END.match(text, segment.start - 1, paragraph.end + 1):
            continue  # the name below a quotation, within its marks
        if whole:
            follows = goes_on or segment.continued
            voice = _of_whole(text, paragraph, segment, places.get(segment), voices, before=before, goes_on=follows)
            if voice is None and _is_within_sentence(text, paragraph, segment):
                continue
        else:
            if is_work(text, segment) or _SO_CALLED.search(text, max(0, segment.start - 20), segment.start):
                continue
            voice = _of_fragment(paragraph, segment, frames, voices)
            if voice is None and (_is_sentence(text, paragraph, segment) or _tells_of_self(text, segment)):
                voice = before
            voice = voice or writer
            said_by_some = _sounds_said(text, paragraph, segment) or _is_shouted(text, segment)
            if voice is None and not (said_by_some or _is_called(segment, frames)):
                continue
        if voice is not None:
            before = voices.last = voice
        said[segment] = voice
    return said


def _of_whole(
    text: str,
    paragraph: Paragraph,
    segment: Segment,
    place: tuple[Parsed, int, int] | None,
    voices: Voices,
    *,
    before: Voice | None,
    goes_on: bool,
) -> Voice | None:
    """The speaker of a quotation that is a sentence of its own: the surest sign first.

    Args:
        text: The draft.
        paragraph: Where it stands.
        segment: The quotation.
        place: The paper's words around it, with the tokens that stand for it; None where the model saw none.
        voices: The article's speakers so far.
        before: Who spoke last in the paragraph.
        goes_on: Whether it goes on with the words of whoever spoke before the paragraph.
    """
    voice = (
        _signed(text, paragraph, segment, voices)
        or _labelled(text, paragraph, segment, voices)
        or _scripted(text, segment, voices, known=True)
    )
    if voice is not None:
        return voice
    cue = None if place is None else neighbours.beside(place[0].doc, *place[1:])
    if cue is None and (voice := _scripted(text, segment, voices)) is not None:
        return voice
    if place is not None:
        frame, start, _ = place
        if cue is None and before is None:
            cue = neighbours.before(frame.doc, start)
        if cue is not None and cue.head >= 0 and not _is_within_quotation(frame.doc[cue.head], frame, paragraph):
            voice = voices.voice(cue, frame, paragraph)
    voice = voice or _introduced(text, paragraph, segment, voices)
    if voice is None and not _is_subhead(text, paragraph, segment):
        voice = before or (voices.again() if goes_on else None)
    if voice is None and cue is None and place is not None:
        frame, _, end = place
        leading = neighbours.leading_on(frame.doc, end)
        voice = None if leading is None else voices.voice(leading, frame, paragraph)
    return voice


def announce(text: str, paragraph: Paragraph, frames: Sequence[Parsed], voices: Voices) -> None:
    """Take note of whose words a paragraph that ends in a colon announces, whoever spoke in it before."""
    if text[paragraph.start : paragraph.end].rstrip().endswith(":") and frames:
        cue = neighbours.last_cue(frames[-1].doc)
        voices.last = voices.voice(cue, frames[-1], paragraph) if cue is not None else voices.last


def _signed(text: str, paragraph: Paragraph, segment: Segment, voices: Voices) -> Voice | None:
    """The name behind a quotation, or in the next line where nothing else stands: *"…" — Ann Lee*."""
    whole = segment.start == paragraph.start and segment.end == paragraph.end
    match = _SIGNATURE.match(text, segment.end, paragraph.end + _LINE * whole)
    if match is None and whole and segment.open:
        match = _NAMED_END.match(text, segment.end, paragraph.end + 2 * _LINE)
    return None if match is None else voices.named(*match.span(1))


def _labelled(text: str, paragraph: Paragraph, segment: Segment, voices: Voices) -> Voice | None:
    """The person whose name and a colon are all that stands before a quotation, or are set off: *Ann Lee: "…"*."""
    set_off = _SET_OFF.search(text, max(paragraph.start, segment.start - 2 * _LINE), segment.start)
    if set_off is not None:
        return voices.named(*set_off.span(set_off.lastgroup or 0))
    match = _LABEL.fullmatch(text, paragraph.start, segment.start)
    person = None if match is None else voices.register.person(match[1])
    if match is None or person is None:
        return None
    titles = match[1].partition(person)[0].split()  # *Leeds mayor Ann Lee:*, not *The mayor asked Ann Lee:*
    if any(map(is_turned, titles[:1])) or not all(word[0].isupper() or word.lower() in TITLES for word in titles):
        return None
    return voices.named(*match.span(1))


def _introduced(text: str, paragraph: Paragraph, segment: Segment, voices: Voices) -> Voice | None:
    """The person whose full name ends what stands before a quotation: *The leak was no news to Ann Lee: "…"*."""
    match = _NAME_BEFORE.search(text, max(paragraph.start, segment.start - _LINE), segment.start)
    if match is None or voices.register.person(match[1]) != match[1]:
        return None
    return voices.named(*match.span(1))


def _scripted(text: str, segment: Segment, voices: Voices, *, known: bool = False) -> Voice | None:
    """The speaker whom a transcript names in capitals at the beginning of what is quoted from it: *"LEE: Well …"*.

    Args:
        text: The draft.
        segment: The quotation.
        voices: The article's speakers so far.
        known: Whether it must be a person of the article; any other word may be shouted: *"WARNING: …," Ann Lee said*.
    """
    match = _SCRIPT.match(text, segment.inner_start, segment.inner_end)
    if match is None:
        return None
    voice = voices.named(*match.span(1))
    person = voice.person or voices.register.person(voice.speaker.title())
    return None if known and person is None else replace(voice, person=person)


def written_by(text: str, paragraph: Paragraph, voices: Voices) -> Voice | None:
    """Who wrote or spoke a whole paragraph.

    A post on a social network is told by the line below it, a pull quote by the name that ends it, a turn in a
    transcript and a headline that passes on what somebody says by the name and the colon before it.
    """
    match = _POSTED.match(text, paragraph.end)
    if match is not None:
        return voices.named(*match.span("name"))
    pulled = pulled_from(text, paragraph.start, paragraph.end) if paragraph.section is Section.BODY else None
    if pulled is not None and (voice := voices.named(*pulled)).person is not None:
        return voice
    headed = paragraph.section in (Section.HEADLINE, Section.DEK)
    label = (_TO.match(text, paragraph.start, paragraph.end) if headed else None) or _TURN.match(
        text, paragraph.start, paragraph.end
    )
    if label is None:
        return None
    voice = voices.named(*label.span(1))
    shouted = voices.register.person(label[1].title()) if label[1].isupper() else None  # *LEE: The dam leaked*
    voice = replace(voice, person=voice.person or shouted)
    return voice if voice.person is not None else None


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
    """The speaker of a verb of saying that the fragment's words depend on, or that follows them."""
    for frame in frames:
        words = [token for token in frame.within(segment.inner_start, segment.inner_end) if not token.is_space]
        if words:
            said = (
                neighbours.by_behind(words[-1])
                or _above(words, frame, segment, paragraph)
                or neighbours.after(words[-1])
                or neighbours.introducing(words[0])
                or neighbours.closing(words[-1])
            )
            return None if said is None else voices.voice(said, frame, paragraph)
    return None


def _is_called(segment: Segment, frames: Sequence[Parsed]) -> bool:
    """Whether a fragment is what somebody is called, by whomever: *she was described as “a saint”*."""
    words = next((found for frame in frames if (found := frame.within(segment.inner_start, segment.inner_end))), None)
    if words is None or words[0].text[:1].isupper():
        return False  # a name
    below = words[0]
    for here in words[0].ancestors:
        if here.pos_ == "VERB":
            passive = here.tag_ == "VBN" and not any(child.dep_ == "nsubj" for child in here.lefts)
            called = here.lower_ in _CALLING and below.dep_ in ("oprd", "attr", "prep")
            return passive and called and agent(here) is None
        below = here
    return False


def _is_within_quotation(token: Token, frame: Parsed, paragraph: Paragraph) -> bool:
    """Whether a word that was taken for a speaker is itself quoted, as in *called him "a man I know"*."""
    at = frame.sources[token.i]
    last = bisect_right(paragraph.segments, at, key=lambda segment: segment.inner_start) - 1
    return last >= 0 and at < paragraph.segments[last].inner_end


def _above(words: Sequence[Token], frame: Parsed, segment: Segment, paragraph: Paragraph) -> Speech | None:
    """The outermost speaker: who tells that somebody said it."""
    first = words[0]
    outermost: Speech | None = None
    inner: Speech | None = None
    spoken = False
    below = under = first
    for here in (first, *first.ancestors):
        if outermost is not None and (below.dep_ in _OTHER_CLAUSE or _stands_alone(below)):
            break
        outside = not segment.inner_start <= frame.sources[here.i] < segment.inner_end
        cues = _GOVERNING if outermost is None else SAYING
        cues -= BELIEVING if is_possible(here) else frozenset()
        shows = finds(here) or (outermost is None and has_found(here))
        likens = outermost is None and (_likens(here, below) or (below.dep_ == "dobj" and _likens(here, under)))
        governs = (here.lower_ in cues and not _is_unsaid(here, below)) or shows or likens
        if governs and _is_called_aside(here) and _is_within_quotation(here.nbor(), frame, paragraph):
            governs = False  # by whomever
        thing = any(child.dep_ == "det" for child in here.lefts)  # *calling the dam attack a “crime”*, read as a verb
        if outside and here.pos_ in VERBAL and governs and not thing:
            said = speakers.speech(here)
            told = said.head >= 0 and not _is_within_quotation(frame.doc[said.head], frame, paragraph)
            if told and (here.i < first.i or below.dep_ in ("ccomp", "dobj")):
                if here.lower_ in BELIEVING or (here.tag_ == "VB" and has_subject(here) and not is_finite(here)):
                    # *Lee said it was closed because she feared a “flood”*, *Lee called for her to say “no”*
                    inner = inner or said
                elif not (spoken and here.lower_ in _REPORTING):
                    outermost = said
                    # *the firm charged a “hidden fee”* may be in the words of whoever tells that it did
                    spoken = here.lower_ in NAMING | _SHOUTING or (here.lower_ in SAYING and below.dep_ == "ccomp")
        for child in (here, *here.children):
            if _is_within_quotation(child, frame, paragraph):
                continue  # *a “bully, I think, of the old school”*
            reports = child.lower_ in QUOTING or is_found_between(child)
            aside = reports and child != here and (child.dep_ == "parataxis" or is_as_said(child))
            beside = speakers.speech(child) if aside else speakers.according(child)
            if beside is not None and beside.head >= 0:
                return outermost if spoken else beside  # *according to the Gazette, Lee called it “old”*
        view = held(here) if outside and outermost is None and here.i < first.i else None
        if view is not None and below.dep_ in ("ccomp", "acomp"):
            outermost = view
        nominal = speakers.claimed(here) if outside else None
        if nominal is not None and nominal[0] == below and outermost is None:
            return nominal[1]
        if outside and outermost is None and not _is_judged(here, below, words[-1]):
            said_by = _uttered(here)
            # *her promise of “peace”*, and *her “peace” promise*
            outermost = said_by if said_by is not None and said_by.head < first.i else None
        below, under = here, below
    return outermost or inner


def _is_called_aside(verb: Token) -> bool:
    """*Dubbed “the Lady”, she won*, *the ship, branded “safe”, sank*: who is called so calls nobody."""
    opens = verb.is_sent_start is True or verb.nbor(-1).text == ","
    return opens and verb.lower_ in NAMING and verb.tag_ in ("VBN", "VBD")


def _stands_alone(clause: Token) -> bool:
    """*Lee said it leaked, and the mayor called it “old”*: the second half is told by nobody else."""
    who = nominal_subject(clause)
    return clause.dep_ == "conj" and who is not None and (who.pos_ != "PRON" or clause.lower_ in SAYING)


def _is_unsaid(verb: Token, below: Token) -> bool:
    """*They did not answer the call for a “new start”*: the words are others'.

    Nor are they of whoever *did not go so far as to call it “rash”*; who *did not hesitate to* does say so.
    """
    over = verb.head if verb.head.lower_ == "go" and verb.dep_ == "advcl" else verb
    return below.dep_ not in ("ccomp", "xcomp") and any(child.dep_ == "neg" for child in over.lefts)


def _likens(verb: Token, below: Token) -> bool:
    """Whether a word stands for what somebody takes another for: *admires*, or *defends him as a “strong leader”*."""
    if verb.lower_ not in LIKENING:
        who = subject(verb) if below.dep_ == "prep" and below.lower_ == "as" else None
        return who is not None and can_speak(who) and any(_is_aim(child) for child in verb.rights)
    return (below.dep_ == "prep" and below.lower_ in ("as", "to")) or any(left.lower_ == "as" for left in below.lefts)


def _is_aim(child: Token) -> bool:
    """Whom a verb is about: *pounded the mayor*, *went after the mayor*."""
    return child.dep_ == "dobj" or (child.dep_ == "prep" and child.lower_ in ("after", "at", "against"))


def _is_judged(above: Token, below: Token, last: Token) -> bool:
    """Whether words tell what somebody's statement is, not what it says: *Lee's claim is “true”*.

    The same where the parser takes what it is called for an apposition: *called Lee's remarks “a wake-up call”*.
    """
    if above.pos_ == "AUX":
        return below.dep_ in ("acomp", "attr") and not any(child.lower_ in WORDS_OF for child in above.lefts)
    if below.dep_ == "prep" and below.lower_ == "as" and above.head.lower_ in QUOTING:
        return True  # *denounced Lee's remarks as “false”*
    if above.dep_ != "dobj" or above.head.lower_ not in NAMING or comma_before(below):
        return False
    # *called her claim of a right to it “bold”*, but *called his promise of “peace” a lie*
    return below.dep_ != "prep" or not any(word.is_alpha for word in last.doc[last.i + 1 : above.head.right_edge.i + 1])


def _uttered(above: Token) -> Speech | None:
    """Whose words a noun, or a noun with *is*, has behind it: *her promise of “…”*, *her answer was “…”*."""
    if above.pos_ == "AUX":
        noun = next((child for child in above.lefts if child.dep_ == "nsubj"), None)
        return None if noun is None else speakers.uttered(noun)
    return speakers.uttered(above)


def _is_sentence(text: str, paragraph: Paragraph, segment: Segment) -> bool:
    """Whether a fragment begins a sentence, which goes on in the paper's words."""
    stop = text[max(paragraph.start, segment.start - 3) : segment.start].rstrip("\"”’' ")[-1:]
    return stop in tuple(".!?") and text[segment.inner_start : segment.inner_start + 1].isupper()


def _tells_of_self(text: str, segment: Segment) -> bool:
    """Whether a fragment is told by somebody of themselves: *it is “as deep as I’ve seen”*."""
    words = text[segment.inner_start : segment.inner_end].split()
    titled = sum(word[:1].isupper() for word in words) >= _TITLE_CASE * len(words)
    return not titled and any(_SELF.fullmatch(word) for word in words)


def _sounds_said(text: str, paragraph: Paragraph, segment: Segment) -> bool:
    """Whether a fragment without a speaker is somebody's words all the same."""
    if paragraph.section in (Section.HEADLINE, Section.DEK):
        return True
    words = text[segment.inner_start : segment.inner_end].split()
    capitals = sum(word[:1].isupper() for word in words)
    return len(words) > _FEW and capitals < _TITLE_CASE * len(words)


def _is_shouted(text: str, segment: Segment) -> bool:
    """Whether a fragment is what a crowd shouts, whoever it is: *left to chants of “Peace Now”*."""
    return _SHOUTS.search(text, max(0, segment.start - 30), segment.start) is not None


def _is_subhead(text: str, paragraph: Paragraph, segment: Segment) -> bool:
    """Whether a few words in single marks are all of a paragraph: a heading, from what somebody says below it."""
    alone = paragraph.start == segment.start and not any(map(str.isalnum, text[segment.end : paragraph.end]))
    return (
        alone
        and not segment.continued
        and text[segment.start] in "'‘"
        and len(text[segment.start : segment.end].split()) <= _FEW
    )


def _is_within_sentence(text: str, paragraph: Paragraph, segment: Segment) -> bool:
    """Whether words that nobody says stand among the paper's own like a name: *the slogan "Save water." is old*."""
    before = text[paragraph.start : segment.start]
    named = paragraph.section in (Section.HEADLINE, Section.DEK)
    return not named and before[-1:] == " " and before[-2:-1].isalnum()


def quote(text: str, segment: Segment, voice: Voice | None) -> Quote:
    """A quotation as it leaves the extraction."""
    words = text[segment.start : segment.end]
    if voice is None:
        return Quote(segment.start, segment.end, words)
    return Quote(segment.start, segment.end, words, voice.speaker, voice.start, voice.end, voice.person, voice.cue)
