"""Sentences to clauses that can be checked one by one, by the dependency parse.

A claim is a finite clause: the main one, each co-ordinated one, what a reporting verb introduces, and relative
clauses, participles and adverbial clauses that tell something of their own. Its span is its subtree without the claims
that stand at its ends; a clause in mid-sentence stays inside and is a second, nested claim.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Final

from factcheck.extraction.cues import QUOTING, SAYING
from factcheck.extraction.edges import is_loose, is_mark, trimmed, without_stand_ins
from factcheck.extraction.grammar import (
    DASHES,
    FIGURES,
    NAMED,
    comma_before,
    has_subject,
    is_finite,
    is_order,
    said_by_misread,
    size,
    stands_in,
)
from factcheck.extraction.insertions import is_as_said, is_put_in
from factcheck.extraction.judging import judged
from factcheck.extraction.labels import asks, behind_heading, behind_label, is_label, speaker_label
from factcheck.extraction.leftovers import leftovers
from factcheck.extraction.reports import (
    contents,
    has_found,
    is_content,
    is_cue,
    is_denied,
    is_said_aside,
    is_shown_aside,
    is_told_of,
    saying,
    shown_aside,
    without_that,
)
from factcheck.extraction.scope import Reach, goes_on, reaches
from factcheck.extraction.speakers import Speech, according, below_according, claimed, speech
from factcheck.extraction.splits import (
    first,
    is_clause_misread,
    is_main_misread,
    is_plural_misread,
    splits,
    summing_up,
)
from factcheck.extraction.subjects import resumed, subject
from factcheck.extraction.tails import halves, tails
from factcheck.extraction.views import held
from factcheck.extraction.words import verbs
from factcheck.extraction.words import words as word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Span, Token

_TELLING: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV", "SYM", "X"})
"""Parts of speech of which a claim has at least one: *yes, that is it* tells nothing."""
_BEING: Final = word_set("is are was were 's ’s 're ’re 'm ’m")
_NOWADAYS: Final = word_set("now today yesterday tonight later")
_SAID_BEFORE: Final = word_set(
    "claim claims charge accusation allegation statement decision ruling verdict finding conclusion"
)
"""Nouns for what was said or decided just before."""
_DISPUTING: Final = verbs("dispute contest refute confirm reject deny challenge welcome")
_LEADING_IN: Final = word_set("is are was were include includes included following follows")
_EVENTS: Final = word_set("before after during following referencing citing amid")
_CONTRASTING: Final = word_set("although though while whereas")
_CONCEDING: Final = word_set("albeit though")
_HYPOTHETICAL: Final = word_set("if unless whether")
_LEAST: Final = 4
"""Tokens that a phrase without a verb must have to tell something."""
_MANY: Final = 12
"""Tokens that an apposition has at most; a longer one is a misread sentence."""
_CROWD: Final = 12
"""Claims within one from which it is none: news has at most some five, and more are a chain that the parser made."""
_CLOSING: Final = 8
"""Tokens at the end of a sentence among which its mark stands, before brackets and quotation marks."""
_WHOLE: Final = 5
"""Words that a sentence must have to be a claim as a whole when its parts make none."""
_LEFT: Final = 1 / 3
"""Share of a sentence's words that lies in its claims, below which the parse is not to be trusted."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a parsed text that asserts something."""

    start: int
    """First token."""
    end: int
    """One past the last token."""
    speech: Speech | None = None


@dataclass(frozen=True, slots=True)
class _Head:
    token: Token
    first: int
    """Where its clause begins, kept as it is asked for once for each claim around it."""
    end: int
    """One past the last token of it, kept for the same reason."""
    speech: Speech | None
    frame: bool
    """It only says that somebody says something: its parts may be claims, it is none."""
    content: bool = False
    """It is what is said."""


@dataclass(frozen=True, slots=True)
class _Others:
    """A quotation, or words that tell whose the ones around them are, which a claim does not begin or end with."""

    head: int
    """The token that heads it."""
    start: int
    end: int
    """One past its last token."""
    source: bool
    """It is ``according to`` and its like."""


def clauses(doc: Doc, *, quoted: bool = False, fragments: bool = False, aside: bool = False) -> list[Clause]:
    """All claims of a parsed text, in order, the outer before the inner.

    Args:
        doc: Parsed; stand-ins for quotations in it are part of no claim.
        quoted: The text stands in quotation marks, so that what is reported in it is the speaker's own claim.
        fragments: The text is a headline, a caption or a quotation, which needs no verb.
        aside: The text is an insertion, which tells something only with a subject of its own or a figure.
    """
    sentences = (sentence for sentence in doc.sents if not aside or _tells(sentence))
    found: dict[tuple[int, int], Clause] = {}
    told = [] if quoted else list(reaches(doc))
    for one in (one for sentence in sentences for one in _complete(sentence, quoted, fragments)):
        if any(reach.end <= one.start <= reach.cue < one.end for reach in told):
            continue  # *…, said the mayor* tells nothing by itself
        clause = one if quoted else _told_on(one, found.values(), doc)
        known = found.get((clause.start, clause.end))
        if known is None or known.speech is None:
            found[clause.start, clause.end] = clause
    claims = [_told_before(clause, told) for clause in found.values()]
    claims = [_up_to_cue(clause, told, doc) for clause in claims]
    ordered = sorted(claims, key=lambda clause: (clause.start, -clause.end))
    return [clause for at, clause in enumerate(ordered) if not _is_crowded(clause, ordered, at)]


def _is_crowded(clause: Clause, ordered: Sequence[Clause], at: int) -> bool:
    """Whether many others stand in a clause, which say all that it says; nobody writes so many into one."""
    behind = takewhile(lambda other: other.start < clause.end, islice(ordered, at + 1, None))
    inside = (other for other in behind if other.end <= clause.end)
    return len(list(islice(inside, _CROWD))) == _CROWD


def _complete(sentence: Span, quoted: bool, fragments: bool) -> list[Clause]:
    """The claims of a sentence, with the words behind them that the parse has left out."""
    found = _whole_or_split(sentence, quoted, fragments)
    for left in leftovers(sentence, [(clause.start, clause.end) for clause in found]):
        before = max((clause for clause in found if clause.end == left.behind), key=lambda clause: clause.start)
        found.remove(before)
        own = left.own and left.start - 1 > before.start
        if own:
            found.append(replace(before, end=min(before.end, left.start - 1)))
        found.append(Clause(left.start if own else before.start, left.end, before.speech))
    return found


def _told_on(clause: Clause, known: Collection[Clause], doc: Doc) -> Clause:
    """A clause behind a semicolon, with the speaker of what stands before it: *He said it leaked; it would break*."""
    if clause.speech is not None or clause.start == 0 or doc[clause.start - 1].text != ";":
        return clause
    said = (one.speech for one in known if one.end == clause.start - 1 and one.speech and one.speech.end <= one.start)
    return replace(clause, speech=next(said, None))


def _up_to_cue(clause: Clause, told: Sequence[Reach], doc: Doc) -> Clause:
    """A clause that goes on to its cue, *…, the poll found*, without that."""
    reach = next((one for one in told if clause.start < one.end < clause.end), None)
    if reach is None or clause.speech is not None or doc[reach.end - 1].text != ",":
        return clause
    return replace(clause, end=reach.end - 1, speech=reach.speech)


def _told_before(clause: Clause, told: Sequence[Reach]) -> Clause:
    """A clause with the speaker of the cue that ends its sentence, where nobody else says it."""
    said = next((reach.speech for reach in told if reach.start <= clause.start and clause.end <= reach.end), None)
    if said is None or (clause.speech is not None and not _tells_itself(clause, clause.speech, said)):
        return clause
    return replace(clause, speech=said)


def _tells_itself(clause: Clause, says: Speech, said: Speech) -> bool:
    """*The guests were Ann Lee and Jo Roe, the aide, who knew, told it*: who is told of was read as who tells."""
    return says.cue == said.cue and clause.start <= says.head < clause.end


def _whole_or_split(sentence: Span, quoted: bool, fragments: bool) -> list[Clause]:
    """The claims of a sentence; the sentence itself where a misread parse has left most of it out."""
    found = list(_of_sentence(sentence, quoted, fragments))
    inside = {at for clause in found for at in range(clause.start, clause.end)}
    told = [token for token in sentence if token.is_alpha or token.like_num]
    root = sentence.root
    if (
        quoted
        or len(told) < _WHOLE
        or sum(token.i in inside for token in told) >= _LEFT * len(told)
        or is_question(sentence)
        or is_order(root)
        or any(stands_in(token) for token in sentence)
        or not any(token.pos_ in ("VERB", "AUX") for token in sentence)
        or not (fragments or sentence.text.rstrip().endswith("."))
        or (is_cue(root, quoted=False))
    ):
        return found
    return [*found, *_trimmed(sentence.doc, sentence.start, sentence.end, None)]


def _of_sentence(sentence: Span, quoted: bool, fragments: bool) -> Iterator[Clause]:
    tokens = [token for token in sentence if not token.is_punct and not token.is_space]
    if not tokens or (not quoted and (is_question(sentence) or is_order(sentence.root))):
        return
    if not quoted:
        for token in tokens:
            if token.dep_ == "pobj" and below_according(token):
                yield from _introduced(token)
    heads = _heads(sentence, quoted)
    others = [found for token in sentence if (found := _others(token))]
    if not quoted:
        for content, told in _told_below(tokens, {head.token.i: head for head in heads}):
            yield from _trimmed(content.doc, content.left_edge.i, content.right_edge.i + 1, told, content=True)
    finite = any(is_finite(token) for token in tokens)
    if not finite and not fragments:
        # a sentence without a verb tells something only where it holds something to look up
        lead_in = sentence.text.rstrip().endswith(":")
        if (
            not lead_in
            and len(tokens) >= _LEAST
            and any(token.ent_type_ in FIGURES or token.ent_type_ in NAMED for token in tokens)
        ):
            for start, end in halves(sentence):
                yield from _trimmed(sentence.doc, start, end, None)
        return
    for head in heads:
        if head.frame:
            yield from _beside_the_cue(head)
            continue
        nominal = head.token == sentence.root and head.token.pos_ not in ("VERB", "AUX") and finite and not fragments
        nominal = nominal and not any(is_main_misread(child) for child in head.token.rights)
        start, end = (sentence.start, sentence.end) if nominal else _extent(head, heads, others)
        start, end = without_stand_ins(sentence.doc, start, end)
        if _only_comes(head.token, start, end, heads) or _leads_in(sentence.doc, end):
            continue
        headed = fragments and not quoted
        if (headed and is_label(sentence, start, end)) or (not quoted and asks(sentence, start, end)):
            continue
        for begin, stop in tails(sentence.doc, start, end, head.token.i):
            behind = behind_label if headed else behind_heading
            own = begin if quoted else behind(sentence.doc, begin, stop)
            label = sentence.start if headed and is_label(sentence, sentence.start, begin - 1) else begin
            who = head.speech or speaker_label(sentence.doc, label, own)
            yield from _trimmed(sentence.doc, own, stop, who, content=head.content)


def _told_below(tokens: Sequence[Token], heads: Mapping[int, _Head]) -> Iterator[tuple[Token, Speech]]:
    """What is told within a claim: *when she said the dam had leaked*, *his claim that it had*."""
    for token in tokens:
        nominal = claimed(token)
        if nominal is not None:
            halves_told = any(child.dep_ == "conj" and child.i in heads for child in nominal[0].rights)
            if not (nominal[0].i in heads and halves_told):
                yield nominal
        elif (
            (token.tag_ == "VBG" or is_finite(token))
            and (is_cue(token, quoted=False) or has_found(token))
            and not is_denied(token)
            and (token.i not in heads or not heads[token.i].content or _tells_on(token))
            and not _says_which(token)
            and not any(child.tag_ == "MD" or child.lower_ in _HYPOTHETICAL for child in token.lefts)
        ):
            told = speech(token)
            told_of = (child for child in token.children if child.dep_ == "ccomp" and is_content(child))
            if told.head >= 0:
                yield from ((child, told) for child in told_of if child.i not in heads and size(child) >= _LEAST)


def _tells_on(verb: Token) -> bool:
    """*The mayor said that Lee had told them that it leaked*: somebody else's words, within what is told."""
    return verb.lower_ in SAYING and has_subject(verb)


def _says_which(verb: Token) -> bool:
    """*Voters who say the tax is too high* are only told from others."""
    return (
        verb.dep_ == "relcl"
        and not comma_before(verb)
        and any(child.dep_ == "nsubj" and child.tag_ in ("WP", "WDT") for child in verb.lefts)
    )


def _only_comes(verb: Token, start: int, end: int, heads: list[_Head]) -> bool:
    """*The report comes as …*: what is told stands in the clause behind it."""
    if verb.lower_ not in ("come", "comes", "came") or end > verb.i + 2 or start > verb.i:
        return False
    return any(other.token.dep_ == "advcl" and other.token.head == verb and other.token.i > verb.i for other in heads)


def _leads_in(doc: Doc, end: int) -> bool:
    """*Those named by police are:* tells nothing without the list that follows."""
    return end < len(doc) and doc[end].text == ":" and doc[end - 1].lower_ in _LEADING_IN


def _tells(sentence: Span) -> bool:
    if sentence[0].dep_ == "cc":
        return False
    return has_subject(sentence.root) or (
        len(sentence) > _LEAST
        and any(token.ent_type_ in FIGURES for token in sentence)
        and any(token.is_alpha for token in sentence)  # a team's record, *(6-5, 3-4)*, belongs to its name
    )


def is_question(sentence: Span) -> bool:
    """Whether a sentence ends in a question mark, or asks what follows: *What we know:*."""
    text = sentence[-_CLOSING:].text.rstrip("\"”’')* ")
    return text.endswith("?") or (text.endswith(":") and sentence[0].tag_ in ("WP", "WRB", "WDT"))


def _heads(sentence: Span, quoted: bool) -> list[_Head]:
    heads: list[_Head] = []
    quotations = [token for token in sentence if stands_in(token)]
    asides = [token for token in sentence if is_shown_aside(token)]
    overall = None if quoted else next((found for token in sentence if (found := _overall(token))), None)
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
        cue = saying(token)
        finds = has_found(cue) and not is_content
        view = None if quoted or is_content else held(cue)
        reports = (is_cue(cue, quoted=quoted or is_content) or finds or view is not None) and not is_denied(token)
        content = contents(cue) if reports else []
        content += [child for child in cue.rights if content and goes_on(child, cue, content[-1])]
        frame = bool(content) or quotes or stands_in(token)
        spoken = (view or speech(cue)) if content else None
        if spoken is not None and says is not None and says is not overall and _is_speaker_again(spoken, token):
            spoken = says
        aside = next((child for child in token.children if is_said_aside(child, quoted)), None)
        if aside is None:
            led_to = summing_up(token) or token
            aside = led_to if is_told_of(led_to) else shown_aside(token, asides)
        mine = speech(aside) if aside is not None and not content else says
        around[token.i] = around[cue.i] = mine
        verdict = None if quoted or frame else judged(token)
        heads.append(
            _Head(token, first(token), _behind(token), mine if verdict is None else verdict, frame, is_content)
        )
        said = spoken if spoken is not None and spoken.head >= 0 else mine
        todo.extend((child, said, True) for child in content)
        skip = {child.i for child in content}
        inner = _inner(token, frame=frame, skip=skip, quoted=quoted)
        for child in inner:
            voice = said if content and _gives_reason(child, content) else mine
            own = _answers(child) or _comments(child) or _breaks_off(child)
            todo.append((child, None if own else voice, False))
    return heads


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
    """*It will hold, the mayor said, because it is new*: the reason is what she said, too."""
    behind = comma_before(clause) and all(said.i < clause.head.i < clause.i for said in content)
    return behind and any(child.dep_ == "mark" and child.lower_ == "because" for child in clause.lefts)


def _is_speaker_again(spoken: Speech, verb: Token) -> bool:
    """*Lee said it was old and she feared that it would leak*: what she feared is told by Lee, too."""
    return verb.dep_ == "conj" and spoken.head >= 0 and verb.doc[spoken.head].lower_ in ("he", "she", "they", "it")


def _overall(token: Token) -> Speech | None:
    """Who says the whole sentence; *in the mayor's view* belongs to its own clause only."""
    found = according(token)
    return None if found is None or (token.lower_ == "in" and token.head != token.sent.root) else found


def _governs(verb: Token, word: Token) -> bool:
    """Whether a word stands below a verb of saying, or where it would: *"…," the mayor shot back*."""
    if verb.lower_ in QUOTING:
        return word == verb or verb.is_ancestor(word)
    return word.dep_ == "ccomp" and word.head == verb and word.i < verb.i


def _quotes(verb: Token, word: Token) -> bool:
    """Whether a stand-in is for what this verb quotes, not one joined to it: *he pleaded, but she said …*."""
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
    return token.dep_ == "relcl" and not comma_before(token) and not _has_figure(token)


def _beside_the_cue(head: _Head) -> Iterator[Clause]:
    """What an attribution tells in passing: who the speaker is, and the event at which it was said."""
    for child in head.token.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            yield from _introduced(child)
        elif child.lower_ in _EVENTS:
            for thing in child.children:
                if thing.dep_ in ("pobj", "dobj") and size(thing) > _LEAST and _has_figure(thing):
                    yield from _trimmed(thing.doc, thing.left_edge.i, thing.right_edge.i + 1, None)


def _introduced(who: Token) -> Iterator[Clause]:
    """*Ann Lee, the head of the firm,*: what is said of somebody beside the name."""
    for apposition in who.children:
        if apposition.dep_ != "appos" or apposition.i < who.i or not comma_before(apposition):
            continue
        end = apposition.right_edge.i + 1
        if who.doc[end - 1 : end + 1].text.endswith("-"):
            continue  # *Ann Lee, a co-chairman of the board*, read as two of them
        roles = (token for token in apposition.subtree if token.dep_ == "appos" and token.pos_ == "NOUN")
        inner = next((role for role in roles if role.i > apposition.i and comma_before(role)), None)
        if inner is not None and inner.right_edge.i + 1 == end:
            # *Ann Lee, head of the Roebling Works, a maker of wire,*
            yield from _introduced(inner.head)
            end = inner.left_edge.i
        relative = next((token for token in apposition.subtree if token.dep_ == "relcl"), None)
        if relative is not None and relative.right_edge.i + 1 == end:
            end = relative.left_edge.i
        role = apposition.pos_ == "NOUN" and end - apposition.left_edge.i > 1  # *Ann Lee, team captain,*
        if (role or end - apposition.left_edge.i >= _LEAST - 1) and end - apposition.left_edge.i <= _MANY:
            yield from _trimmed(who.doc, who.left_edge.i, end, None)


def _has_figure(token: Token) -> bool:
    return any(word.ent_type_ in FIGURES for word in token.subtree)


def _others(word: Token) -> _Others | None:
    """What stands in a sentence of somebody else's words and of whose words are told, where a word heads it."""
    source = according(word) is not None
    aside = is_put_in(word) or is_as_said(word)
    said = (aside and subject(word) is not None) or is_shown_aside(word)
    if source or said or stands_in(word):
        end = word.right_edge.i + 1
        return _Others(word.i, word.left_edge.i, _behind_its_day(word.doc, end) if said else end, source)
    return None


def _behind_its_day(doc: Doc, end: int) -> int:
    """Where *as Lee noted on Thursday,* ends, whatever the parser hung the day on."""
    stop = end
    while stop < len(doc) and doc[stop].ent_type_ in ("DATE", "TIME"):
        stop += 1
    return stop if doc[stop : stop + 1].text == "," else end


def _extent(head: _Head, heads: list[_Head], others: Sequence[_Others]) -> tuple[int, int]:
    """The tokens of a claim, without the claims, cues and stand-ins at its ends."""
    token = head.token
    doc = token.doc
    start, end = head.first, head.end
    if head.content and without_that(token.head) == token:
        start = token.head.i + 1
    if head.content and head.speech is not None and token.i < head.speech.start < end <= token.head.i:
        end = head.speech.start  # *it works Ann Lee says* in a headline
    start = _behind_day(head, start)
    if end < len(doc) and is_plural_misread(doc[end]):
        end = doc[end].right_edge.i + 1
    below = [other for other in heads if start <= other.token.i < end and other.token != token]
    cuts = [(other.first, other.end) for other in below]
    for other in below:
        # a co-ordinated clause ends the one before it, whatever the parser hung behind
        if other.token.dep_ == "conj" and other.token.i > token.i and not is_clause_misread(token):
            end = min(end, other.first)
    inside = [words for words in others if start <= words.head < end]
    cuts.extend((words.start, words.end) for words in inside)
    for words in inside:
        if (
            words.source
            and words.head > token.i
            and not any(is_finite(later) and not _tells_who(later, doc[words.head]) for later in doc[words.head : end])
        ):
            end = words.head
            break
    changed = True
    while changed:
        changed = False
        while end > start and is_loose(doc[end - 1]):
            end -= 1
        while start < end and (is_loose(doc[start]) or is_mark(doc[start], end, content=head.content)):
            start += 1
        for left, right in cuts:
            if left <= start < right <= token.i:
                start, changed = right, True
            elif token.i < left < end <= right:
                end, changed = left, True
    return start, end


def _behind(verb: Token) -> int:
    """One past the last token of a clause, with its *…, albeit for a week*, whatever the parser hung that on."""
    doc, end = verb.doc, verb.right_edge.i + 1
    comma = end - (doc[end - 1].text == ",")
    tail = doc[comma : comma + 3]
    if len(tail) < 3 or tail[0].text != "," or tail[1].lower_ not in _CONCEDING:
        return end
    told = tail[1].head if tail[1].head.i > tail[1].i else tail[2]
    return end if is_finite(told) else max(end, told.right_edge.i + 1)


def _tells_who(verb: Token, cue: Token) -> bool:
    """*…, according to one, a clerk who had seen it*: a clause that only says who the speaker is."""
    return verb.dep_ == "relcl" and verb.head.i > cue.i and not comma_before(verb)


def _behind_day(head: _Head, start: int) -> int:
    """Where a content clause begins behind the day on which it was said: *said on Thursday they had*, *says now he*."""
    doc, who = head.token.doc, subject(head.token)
    day = doc[start + 1 : who.left_edge.i] if head.content and who is not None else doc[:0]
    told = start > 0 and doc[start - 1].lower_ in SAYING
    if told and doc[start].lower_ in _NOWADAYS and who is not None and who.left_edge.i == start + 1:
        return start + 1
    told = told and doc[start].lower_ in ("on", "in", "at")
    dated = len(day) > 0 and all(word.ent_type_ in ("DATE", "TIME") for word in day)
    return start + 1 + len(day) if told and dated else start


def _trimmed(doc: Doc, start: int, end: int, says: Speech | None, *, content: bool = False) -> Iterator[Clause]:
    start, end = trimmed(doc, start, end, content=content)
    words = (token for token in doc[start:end] if any(char.isalnum() for char in token.text))
    tells = any(token.pos_ in _TELLING and token.lower_ not in _BEING for token in doc[start:end])
    if tells and len(list(islice(words, 2))) > 1:
        yield Clause(start, end, says)
