"""The heads of a sentence's claims, and who says each: a cue hands its speaker on to what stands below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.extraction.attributions import leading_participle
from factcheck.extraction.beginnings import first, is_main_misread
from factcheck.extraction.cues import CLAIMS, LEARNED, QUOTING, SAYING, TELL, UTTERING, WORDS_OF
from factcheck.extraction.grammar import (
    DASHES,
    VERBAL,
    comma_before,
    has_figure,
    has_subject,
    is_finite,
    is_noun,
    nominal_subject,
    said_by_misread,
    stands_in,
)
from factcheck.extraction.judging import judged
from factcheck.extraction.reports import (
    contents,
    has_found,
    is_cue,
    is_denied,
    is_said_aside,
    is_shown_aside,
    is_told_of,
    saying,
    shown_aside,
)
from factcheck.extraction.scope import goes_on
from factcheck.extraction.speaker_names import name_of
from factcheck.extraction.speakers import Speech, according, below_according, speech
from factcheck.extraction.splits import splits, summing_up
from factcheck.extraction.subjects import can_speak, farthest, is_share, resumed, subject
from factcheck.extraction.views import held
from factcheck.extraction.words import verbs, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Span, Token

_SAID_BEFORE: Final = words(
    "claim claims charge accusation allegation statement decision ruling verdict finding conclusion"
)
"""Nouns for what was said or decided just before."""
_DISPUTING: Final = verbs("dispute contest refute confirm reject deny challenge welcome")
_HAVING: Final = UTTERING | words("bring brings bringing brought have has had offer offers offered")
"""Verbs whose subject is who says what the object is a noun for: *she has one message*."""
_OPENING: Final = words("because when if unless until")
"""What opens the reason or the time of what is told, rather than that of its telling."""
_CONTRASTING: Final = words("although though while whereas")
_OF_VERB: Final = frozenset({"auxpass", "attr", "acomp", "dobj"})
"""What a verb is told with, on which the parser hangs the cue of *it is, the mayor said, a gift*."""
_CONCEDING: Final = words("albeit though")
_SHARES: Final = words("most many some several half all both none few")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a claim, or of what only says that somebody says something."""

    token: Token
    first: int
    """Where its clause begins, kept as it is asked for once for each claim around it."""
    end: int
    """One past the last token of it, kept for the same reason."""
    speech: Speech | None
    """Who says it."""
    frame: bool
    """It only says that somebody says something: its parts may be claims, it is none."""
    content: bool = False
    """It is what is said."""


def heads_of(sentence: Span, quoted: bool) -> list[Head]:
    """The heads of a sentence's claims, each before those below it.

    Args:
        sentence: Parsed.
        quoted: It stands in quotation marks, so that what is reported in it is the speaker's own claim.
    """
    heads: list[Head] = []
    quotations = [token for token in sentence if stands_in(token)]
    asides = [token for token in sentence if is_shown_aside(token)]
    overall = None if quoted else next((found for token in sentence if (found := _overall(token))), None)
    sources = ((token, found) for token in sentence if (found := according(token)) is not None)
    openers = {half.i: found for token, found in sources if (half := _half_opened(token)) is not None}
    root = said_by_misread(sentence.root) or sentence.root
    todo: list[tuple[Token, Speech | None, bool]] = [(root, overall, False)]
    around: dict[int, Speech | None] = {}
    while todo:
        token, says, is_content = todo.pop()
        teller = resumed(token)
        if teller is not None:
            says = around.get(teller.i)
        if overall is not None and says is overall:
            against = token.dep_ == "advcl" and any(child.lower_ in _CONTRASTING for child in token.lefts)
            behind = (token.dep_ == "conj" or against) and sentence.root.i < overall.start < first(token)
            # what is told of the speaker, or behind *…, according to the mayor, and* or *although*, is the paper's own
            says = None if behind or below_according(token) else says
        quotes = any(_quotes(token, word) for word in quotations if _governs(token, word))
        cue = saying(_governed(token))
        finds = has_found(cue) and not is_content
        view = None if quoted or is_content else held(cue)
        reports = (is_cue(cue, quoted=quoted or is_content) or finds or view is not None) and not is_denied(token)
        content = contents(cue) if reports else []
        content += [child for child in cue.rights if content and goes_on(child, cue, content[-1])]
        spoken = (_learned_from(cue, overall) or view or speech(cue)) if content else None
        content = content or _conceded(token)
        skip = {child.i for child in content}
        if spoken is not None and spoken.head >= 0 and not quotes and is_share(token.doc[spoken.head]):
            # *40 percent say that it leaks* is told of them, not by them
            todo.extend((child, says, False) for told in content for child in told.rights if _is_of_share(child))
            below = (child for told in content for child in _inner(told, frame=False, skip=set(), quoted=quoted))
            todo.extend((child, says, False) for child in below if child.dep_ == "relcl" and comma_before(child))
            content, spoken = [], None
        frame = bool(content) or quotes or stands_in(token)
        if spoken is not None and says is not None and says is not overall and _is_speaker_again(spoken, token):
            spoken = says
        aside = _aside(token, asides, quoted=quoted)
        mine = speech(aside) if aside is not None and not content else says
        mine = mine or (None if quoted else _announced(token))
        mine = openers.get(token.i) or mine
        around[token.i] = around[cue.i] = mine
        judge = None if quoted or frame else judged(farthest(token))
        heads.append(Head(token, first(token), _behind(token), judge or mine, frame, is_content))
        said = spoken if spoken is not None and spoken.head >= 0 else mine
        todo.extend((child, said, True) for child in content)
        inner = _inner(token, frame=frame, skip=skip, quoted=quoted)
        for child in inner:
            voice = said if content and _gives_reason(child, content) else mine
            own = _leads_over(child, token) or _answers(child) or _comments(child) or _breaks_off(child)
            todo.append((child, None if own else voice, False))
    return heads


def _learned_from(verb: Token, overall: Speech | None) -> Speech | None:
    """The memo of *Reuters has learned that, according to a memo, it leaked*: who has learned it tells nothing."""
    return overall if verb.lower_ in LEARNED else None


def _conceded(verb: Token) -> list[Token]:
    """What *it is true that …* tells."""
    true = verb.pos_ == "AUX" and any(child.dep_ == "acomp" and child.lower_ == "true" for child in verb.rights)
    if not true or not any(child.lower_ == "it" for child in verb.lefts) or is_denied(verb):
        return []
    return [child for child in verb.rights if child.dep_ == "ccomp" and child.left_edge.lower_ == "that"]


def _governed(token: Token) -> Token:
    """The *saying* of *with some saying that it leaks*."""
    if token.lower_ != "with":
        return token
    return next((child for child in token.rights if child.dep_ == "pcomp" and has_subject(child)), token)


def _aside(verb: Token, asides: Sequence[Token], *, quoted: bool) -> Token | None:
    """The cue put into a verb's own clause, or *which officials said would hold*."""
    hung = [*verb.children]
    hung += [below for child in verb.children if child.dep_ in _OF_VERB for below in child.children]
    hung += [below for child in verb.rights if is_main_misread(child) for below in child.lefts]
    said = next((child for child in hung if is_said_aside(child, quoted)), None)
    if said is not None:
        return said
    led_to = summing_up(verb) or verb
    return led_to if is_told_of(led_to) else shown_aside(verb, asides)


def _leads_over(clause: Token, verb: Token) -> bool:
    """The first half of *she had one message: the dam leaks*."""
    end = clause.right_edge.i
    return clause.i < verb.i and any(word.text == ":" for word in verb.doc[end : end + 2])


def _announced(verb: Token) -> Speech | None:
    """Who has said what stands behind a colon: *she brings a new warning: The dam leaks*."""
    doc, start = verb.doc, next((word.i for word in verb.subtree if word.i > 1 and word.nbor(-1).text == ":"), 0)
    if not 1 < start <= verb.i:
        return None
    noun = doc[start - 2]
    if noun.dep_ != "dobj" or noun.lower_ not in CLAIMS | WORDS_OF or noun.head.lower_ not in _HAVING:
        return None
    who = nominal_subject(noun.head)
    return Speech(noun.text, *name_of(who), who.i) if who is not None and can_speak(who) else None


def _is_of_share(clause: Token) -> bool:
    """*Half say it leaks, and 40 percent call it ugly*: the second half tells of another share."""
    who = nominal_subject(clause) if clause.dep_ == "conj" else None
    return who is not None and is_share(who)


def _behind(verb: Token) -> int:
    """One past the last token of a clause, with its *…, albeit for a week* and *…, most of them women*.

    The parser hangs these on whatever stands around the clause.
    """
    doc, end = verb.doc, verb.right_edge.i + 1
    if verb.dep_ == "ccomp" and verb.i < verb.head.i and verb.head.lower_ in SAYING:
        # *he had burns to his arm and a nurse said …*, where she was read as a third thing that was burnt
        who = speech(verb.head)
        return who.start if verb.i < who.start < end <= verb.head.i else end
    if verb.dep_ == "relcl" and end < len(doc) and _goes_on(doc[end], verb):
        return doc[end].right_edge.i + 1
    if verb.dep_ in ("prep", "advcl", "acl") and comma_before(verb):
        end = _with_time(doc, end)
    if verb.dep_ == "advcl" and verb.tag_ == "VBN" and verb.left_edge.i == verb.sent.start:
        end = _up_to_subject(verb, end)
    comma = end - (doc[end - 1].text == ",")
    tail = doc[comma : comma + 3]
    if len(tail) < 3 or tail[0].text != "," or not (tail[1].lower_ in _CONCEDING or _shares_out(doc, comma + 1)):
        return end
    told = tail[1].head if tail[1].head.i > tail[1].i else tail[2]
    return end if is_finite(told) else max(end, told.right_edge.i + 1)


def _up_to_subject(participle: Token, end: int) -> int:
    """Where *Born in Leeds, Ohio, on July 4, 1897, Ann Lee left* ends, whose day the parser hung on the main verb."""
    who = nominal_subject(participle.head)
    if who is None or who.left_edge.i <= end:
        return end
    between = [child for child in participle.head.lefts if end <= child.i < who.left_edge.i and not child.is_punct]
    return who.left_edge.i if all(child.dep_ in ("prep", "npadvmod") for child in between) else end


def _with_time(doc: Doc, end: int) -> int:
    """Where *…, with sales up 3 percent so far this year* ends, whose time the parser hung on the clause before it."""
    stop = end
    while stop < len(doc) and (doc[stop].ent_type_ in ("DATE", "TIME") or doc[stop].lower_ in ("so", "far")):
        stop += 1
    return stop if stop == len(doc) or (doc[stop].is_punct and doc[stop].text != ",") else end


def _goes_on(participle: Token, verb: Token) -> bool:
    """*Crews, who met protests stirred by the strike*: the participle was hung on a word before the clause."""
    alone = participle.tag_ in ("VBN", "VBD") and participle.left_edge == participle
    return (
        alone
        and participle.dep_ in ("acl", "advcl")
        and participle.head.is_ancestor(verb)
        and is_noun(participle.nbor(-1))
    )


def _shares_out(doc: Doc, at: int) -> bool:
    """Whether *most of them* stands at a token."""
    return (doc[at].lower_ in _SHARES or doc[at].like_num) and [word.lower_ for word in doc[at + 1 : at + 3]] == [
        "of",
        "them",
    ]


def _answers(clause: Token) -> bool:
    """*He said that it leaked, which the mayor denied*: that is told by the paper."""
    return (
        clause.dep_ in ("relcl", "advcl")
        and clause.left_edge.lower_ == "which"
        and comma_before(clause)
        and (clause.lower_ in SAYING or clause.lower_ in _DISPUTING)
        and subject(clause) not in (None, clause.left_edge)
        and not any(child.dep_ == "ccomp" for child in clause.children)
    )


def _breaks_off(clause: Token) -> bool:
    """*He said that it leaked — and they know it*, *— while the mayor denies it*: that is told by the paper."""
    start = first(clause)
    opener = clause.doc[start - 1] if start > 0 and clause.dep_ == "conj" else clause.left_edge
    joins = opener.dep_ == "cc" or (clause.dep_ == "advcl" and opener.lower_ in _CONTRASTING)
    dashed = opener.i > clause.sent.start and opener.nbor(-1).text in DASHES
    return joins and dashed and has_subject(clause)


def _comments(noun: Token) -> bool:
    """*Lee said that it leaked, a claim that cost him his job*: that is told by the paper."""
    return noun.lower_ in _SAID_BEFORE and summing_up(noun) is not None


def _gives_reason(clause: Token, content: Sequence[Token]) -> bool:
    """*It will hold, the mayor said, because it is new*, *it broke, he said, when it rained*: she said that, too."""
    behind = comma_before(clause) and all(said.i < clause.head.i < clause.i for said in content)
    return behind and clause.dep_ == "advcl" and any(child.lower_ in _OPENING for child in clause.lefts)


def _is_speaker_again(spoken: Speech, verb: Token) -> bool:
    """*Lee said it was old and she feared that it would leak*: what she feared is told by Lee, too."""
    return verb.dep_ == "conj" and spoken.head >= 0 and verb.doc[spoken.head].lower_ in ("he", "she", "they", "it")


def _overall(token: Token) -> Speech | None:
    """Who says the whole sentence; *in the mayor's view* belongs to its own clause only."""
    found = according(token)
    if found is None or _half_opened(token) is not None:
        return None
    return None if token.lower_ == "in" and token.head != token.sent.root else found


def _half_opened(source: Token) -> Token | None:
    """*It leaks, but, according to Lee, it will hold*, *it leaks and, in Lee's words, holds*: what is Lee's only."""
    doc, start, end = source.doc, source.left_edge.i, source.right_edge.i + 1
    if not any(word.dep_ == "cc" for word in doc[max(0, start - 2) : start]):
        return None
    behind = next((word for word in doc[end : end + 2] if word.text != ","), source)
    halves = (word for word in (behind, *behind.ancestors) if word.dep_ == "conj" and word.i > source.i)
    return next((half for half in halves if half.pos_ in VERBAL), None)


def _governs(verb: Token, word: Token) -> bool:
    """Whether a word stands below a verb of saying, or where it would: *"…," the mayor shot back*."""
    if verb.lower_ in QUOTING:
        return word == verb or verb.is_ancestor(word)
    return word.dep_ == "ccomp" and word.head == verb and word.i < verb.i


def _quotes(verb: Token, word: Token) -> bool:
    """Whether a stand-in is for what this verb quotes, not one joined to it: *he pleaded, but she said …*.

    What *he admitted to it, writing in a letter “…”* quotes, he wrote.
    """
    doc, end = word.doc, max(0, word.i - 2)  # with its subject and the mark that opens it
    nearer = leading_participle(doc, end - (doc[max(0, end - 1)].text in (",", ":")))
    if nearer is not None and verb.i < nearer.i - 1 and nearer.nbor(-1).text == "," and verb.lower_ not in TELL:
        own = doc[verb.i + 1 : nearer.i - 1]
        if any(one.dep_ in ("dobj", "pcomp", "xcomp", "ccomp") and verb.is_ancestor(one) for one in own):
            return False
    joined = (above for above in word.ancestors if verb.is_ancestor(above))
    return not any(above.dep_ == "conj" and above.lower_ in QUOTING and has_subject(above) for above in joined)


def _inner(top: Token, *, frame: bool, skip: set[int], quoted: bool) -> Iterator[Token]:
    """The claims below a head, not those below other claims."""
    todo = [child for child in top.children if child.i not in skip]
    while todo:
        token = todo.pop()
        if token.i in skip:
            continue
        if (splits(token, top, frame=frame) and not (quoted and _narrows(token))) or resumed(token) is not None:
            yield token
        else:
            todo.extend(token.children)


def _narrows(token: Token) -> bool:
    """A relative clause without comma or figure, which in speech only says whom or what is meant."""
    return token.dep_ == "relcl" and not comma_before(token) and not has_figure(token)
