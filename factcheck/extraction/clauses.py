"""Sentences to clauses that can be checked one by one, by the dependency parse.

A claim is a finite clause: the main one, each co-ordinated one, what a reporting verb introduces, and relative
clauses, participles and adverbial clauses that tell something of their own. Its span is its subtree without the claims
that stand at its ends; a clause in mid-sentence stays inside and is a second, nested claim.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Final

from factcheck.extraction.attributions import is_as_said, is_put_in, is_told_between
from factcheck.extraction.beginnings import (
    is_clause_misread,
    is_headline,
    is_main_misread,
    is_plural_misread,
    source_end,
    two_subjects,
)
from factcheck.extraction.cues import PAPERS, SAYING
from factcheck.extraction.edges import is_loose, is_mark, trimmed, without_stand_ins
from factcheck.extraction.facts.calendar import WEEKDAYS
from factcheck.extraction.grammar import (
    FIGURES,
    JOINING,
    NAMED,
    VERBAL,
    comma_before,
    has_figure,
    has_subject,
    is_finite,
    is_noun,
    is_order,
    nominal_subject,
    size,
    stands_in,
)
from factcheck.extraction.heads import Head, heads_of
from factcheck.extraction.labels import asks, behind_heading, behind_label, is_label, speaker_label
from factcheck.extraction.leftovers import leftovers
from factcheck.extraction.reports import (
    has_found,
    is_content,
    is_cue,
    is_denied,
    is_shown_aside,
    saying,
    without_that,
)
from factcheck.extraction.scope import Reach, reaches
from factcheck.extraction.speakers import Speech, according, below_according, claimed, speech, stated
from factcheck.extraction.subjects import is_made, is_share, subject
from factcheck.extraction.tails import halves, tails
from factcheck.extraction.words import words as word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Span, Token

_TELLING: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV", "SYM", "X"})
"""Parts of speech of which a claim has at least one: *yes, that is it* tells nothing."""
_BEING: Final = word_set("is are was were 's ’s 're ’re 'm ’m")
_DAYS: Final = word_set("now today yesterday tonight later") | {day.lower() for day in WEEKDAYS}
"""Words that say by themselves when something was said."""
_OPENING_DAY: Final = word_set("on in at last late early earlier")
_LEADING_IN: Final = word_set("is are was were include includes included following follows")
_EVENTS: Final = word_set("before after during following referencing citing amid")
_COUNTS: Final = frozenset({"CARDINAL", "PERCENT", "MONEY"})
"""Labels of figures that tell how much a paper rests on; that it is of 1912 only tells which one it is."""
_HYPOTHETICAL: Final = word_set("if unless whether")
_ADDING: Final = word_set("including excluding according depending regarding compared given aged pictured meaning")
"""Participles that tell nothing of what they stand behind."""
_NAMED_SO: Final = word_set("called named dubbed known titled entitled identified")
"""Participles behind which a name stands, whatever figures are in it."""
_LEAST: Final = 4
"""Tokens that a phrase without a verb must have to tell something."""
_MANY: Final = 16
"""Tokens that an apposition with a verb has at most; a longer one is a misread sentence."""
_MOST: Final = 30
"""The same for one without a verb: *Ann Lee, head of this and chairman of that,*."""
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
    parts = (one for sentence in sentences for one in _complete(sentence, quoted, fragments or _is_half(sentence)))
    for one in parts:
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


def _is_half(sentence: Span) -> bool:
    """*Airship burns in Leeds; 36 die* without a stop, which needs no verb that is known, as a headline does not."""
    doc = sentence.doc
    joined = sentence[-1].text == ";" or (sentence.start > 0 and doc[sentence.start - 1].text == ";")
    return joined and is_headline(doc[-1])


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
    return _with_repeats(_with_contrasts(found, sentence.doc), sentence.doc)


def _with_contrasts(found: list[Clause], doc: Doc) -> list[Clause]:
    """*It is about what is right, | not what is cheap*, *she left in May, not | when it broke*: one claim each."""
    for half in [one for one in found if _only_contrasts(doc, one.start)]:
        before = [one for one in found if one.start < half.start and one.end in (half.start - 1, half.start)]
        if before:
            found = [replace(one, end=half.end) if one in before else one for one in found if one != half]
    return found


def _with_repeats(found: list[Clause], doc: Doc) -> list[Clause]:
    """*They lied, | they lied*, *I regret it, | I regret*: what is said again, or begun again, is one claim."""
    kept: list[Clause] = []
    for clause in sorted(found, key=lambda one: (one.start, -one.end)):
        before = next((one for one in kept if one.end + 1 == clause.start and doc[one.end].is_punct), None)
        if before is not None and _is_again(doc[clause.start : clause.end], doc[before.start : before.end]):
            kept[kept.index(before)] = replace(before, end=clause.end)
        else:
            kept.append(clause)
    return kept


def _is_again(words: Span, said: Span) -> bool:
    again, whole = [word.lower_ for word in words], [word.lower_ for word in said]
    return again in (whole[: len(again)], whole[-len(again) :])


def _only_contrasts(doc: Doc, start: int) -> bool:
    """Whether a clause is the second half of *…, not just what …*, with *not* or behind it."""
    at = start if doc[start].lower_ == "not" else start - 1
    if at < 1 or doc[at].lower_ != "not" or doc[at - 1].text != ",":
        return False
    return next((word for word in doc[at + 1 :] if word.tag_ != "RB"), doc[at]).tag_ in ("WP", "WRB")


def _told_on(clause: Clause, known: Collection[Clause], doc: Doc) -> Clause:
    """A clause behind a semicolon, with the speaker of what stands before it: *He said it leaked; it would break*.

    *He said it leaked; an engineer estimated the cost at a million* tells by itself who says so.
    """
    if clause.speech is not None or clause.start == 0 or doc[clause.start - 1].text not in JOINING:
        return clause
    verb = doc[clause.start : clause.end].root
    who = nominal_subject(verb) if verb.lower_ in SAYING else None
    if who is not None and is_noun(who):
        return clause
    said = (one.speech for one in known if one.end == clause.start - 1 and one.speech and one.speech.end <= one.start)
    return replace(clause, speech=next(said, None))


def _up_to_cue(clause: Clause, told: Sequence[Reach], doc: Doc) -> Clause:
    """A clause that goes on to its cue, *…, the poll found*, without that."""
    reach = next((one for one in told if clause.start < one.end < clause.end), None)
    if reach is None or doc[reach.end - 1].text != ",":
        return clause
    if clause.speech is not None and not clause.speech.head == reach.speech.head < reach.cue:
        return clause  # another's, or *it is, according to the town, owned by Lee*
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
        or not any(token.pos_ in VERBAL for token in sentence)
        or not (fragments or sentence.text.rstrip().endswith("."))
        or is_cue(saying(root), quoted=False)
    ):
        return found
    return [*found, *_trimmed(sentence.doc, _behind_pointer(sentence), sentence.end, None)]


def _of_sentence(sentence: Span, quoted: bool, fragments: bool) -> Iterator[Clause]:
    tokens = [token for token in sentence if not token.is_punct and not token.is_space]
    if not tokens or (not quoted and (is_question(sentence) or is_order(sentence.root))):
        return
    if not quoted:
        for token in tokens:
            if token.dep_ == "pobj" and below_according(token):
                yield from _introduced(token)
                counts = (word for word in token.subtree if word.ent_type_ in _COUNTS)
                rests = any(token not in (one, one.head) for one in counts) or is_share(token)
                if rests and token.head.head.lower_ == "according":
                    # *according to a poll of 400 voters*, not *according to two engineers*
                    yield from _trimmed(sentence.doc, token.left_edge.i, token.right_edge.i + 1, None)
    heads = heads_of(sentence, quoted)
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
    leads = _leads(heads)
    leading = {lead.token.i for lead in leads.values()}
    opening = _behind_pointer(sentence)
    for head in heads:
        if head.token.i < opening:
            continue
        if head.frame:
            yield from _beside_the_cue(head)
            continue
        if head.token.i in leading:
            continue
        nominal = head.token == sentence.root and head.token.pos_ not in VERBAL and finite and not fragments
        nominal = nominal and not any(is_main_misread(child) for child in head.token.rights)
        start, end = (
            (sentence.start, sentence.end) if nominal else _extent(head, heads, others, leads.get(head.token.i))
        )
        start, end = without_stand_ins(sentence.doc, max(start, opening), end)
        if _only_comes(head.token, start, end, heads) or _leads_in(sentence.doc, start, end):
            continue
        headed = fragments and not quoted
        if (headed and is_label(sentence, start, end)) or (not quoted and asks(sentence, start, end)):
            continue
        for begin, cut in tails(sentence.doc, start, end, head.token.i):
            stop = _before_others(head, heads, cut) if cut < end else cut
            behind = behind_label if headed else behind_heading
            own = begin if quoted else behind(sentence.doc, begin, stop)
            label = sentence.start if headed and is_label(sentence, sentence.start, begin - 1) else begin
            who = head.speech or speaker_label(sentence.doc, label, own)
            yield from _trimmed(sentence.doc, own, stop, who, content=head.content)


def _told_below(tokens: Sequence[Token], heads: Mapping[int, Head]) -> Iterator[tuple[Token, Speech | None]]:
    """What is told within a claim: *when she said the dam had leaked*, *his claim that it had*, *the fact that it had*.

    A fact is told by whoever tells what stands around it.
    """
    for token in tokens:
        if (fact := stated(token)) is not None:
            around = (heads[above.i].speech for above in token.ancestors if above.i in heads)
            yield fact, next(around, None)
        nominal, made = claimed(token), is_made(token)
        if nominal is not None:
            halves_told = any(child.dep_ == "conj" and child.i in heads for child in nominal[0].rights)
            if not (nominal[0].i in heads and halves_told):
                yield nominal
        elif (
            (token.tag_ == "VBG" or is_finite(token) or made)
            and (is_cue(token, quoted=False) or has_found(token))
            and not is_denied(token)
            and (token.i not in heads or not heads[token.i].content or _tells_on(token))
            and not _says_which(token)
            and not any(
                child.tag_ == "MD" or child.lower_ in _HYPOTHETICAL for child in (token.head if made else token).lefts
            )
        ):
            told = speech(token)
            told_of = (child for child in token.children if child.dep_ == "ccomp" and is_content(child))
            if made:
                told_of = (child for child in told_of if is_finite(child))  # not *to declare him the winner*
            if told.head >= 0 and not is_share(token.doc[told.head]):
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


def _only_comes(verb: Token, start: int, end: int, heads: list[Head]) -> bool:
    """*The report comes as …*: what is told stands in the clause behind it; who *came up, exhausted*, did come."""
    if verb.lower_ not in ("come", "comes", "came") or end > verb.i + 2 or start > verb.i:
        return False
    behind = (other.token for other in heads if other.token.dep_ == "advcl" and other.token.head == verb)
    return any(one.i > verb.i and is_finite(one) for one in behind)


def _leads(heads: Sequence[Head]) -> Mapping[int, Head]:
    """The *danger is* of *The danger is that it leaks, say engineers*, read as a thing told by itself.

    By the verb of what it leads to.
    """
    being = [one for one in heads if one.content and one.token.lower_ in _BEING and one.token.i + 1 == one.end]
    return {
        head.token.i: one
        for one in reversed(being)
        for head in heads
        if head.content and one.end <= head.first <= one.end + 1
    }


def _leads_in(doc: Doc, start: int, end: int) -> bool:
    """*Those named by police are:* tells nothing without the list that follows, nor does *here's the thing:*."""
    if end >= len(doc) or doc[end].text != ":":
        return False
    opens = doc[start].lower_ == "here" and doc[start + 1].lower_ in _BEING
    return opens or doc[end - 1].lower_ in _LEADING_IN


def _tells(sentence: Span) -> bool:
    if sentence[0].dep_ == "cc":
        return False
    opens = sentence[0]
    if opens == sentence.root and opens.tag_ in ("VBN", "VBG") and opens.lower_ not in _ADDING:
        return len(sentence) >= _LEAST  # *the yard — owned by Ann Lee — burnt down*
    return has_subject(sentence.root) or (
        len(sentence) > _LEAST
        and any(token.ent_type_ in FIGURES for token in sentence)
        and any(token.is_alpha for token in sentence)  # a team's record, *(6-5, 3-4)*, belongs to its name
    )


def is_question(sentence: Span) -> bool:
    """Whether a sentence ends in a question mark, or asks what follows: *What we know:*, *Here's how it broke*."""
    if _points_ahead(sentence):
        return True
    text = sentence[-_CLOSING:].text.rstrip("\"”’')* ")
    return text.endswith("?") or (text.endswith(":") and sentence[0].tag_ in ("WP", "WRB", "WDT"))


def _points_ahead(sentence: Span) -> bool:
    """*What we know so far about the dam*, *here's what we know*: signposts, of which nothing can be looked up."""
    if _is_pointer(sentence):
        return _behind_pointer(sentence) == sentence.start
    label = next((at for at, token in enumerate(sentence) if token.text == ":"), -1)  # *Dam breaks: What we know*
    opener = sentence[label + 1] if label + 1 < len(sentence) else sentence[0]
    verb = opener.head
    if opener.lower_ != "what" or verb.lower_ not in ("know", "known") or verb.i < opener.i:
        return False
    alone = verb == sentence.root or (verb.dep_ == "appos" and verb.head == sentence.root)
    return alone and not any(is_finite(token) for token in sentence[: label + 1])


def _is_pointer(sentence: Span) -> bool:
    opens = sentence[0].lower_ == "here" and sentence[1:2].text.lower() in ("'s", "’s", "is")
    return opens and sentence[2:3].text.lower() in ("what", "how", "why", "who", "where", "when")


def _behind_pointer(sentence: Span) -> int:
    """Where *Here's why it broke: its base was sand* begins to tell something; the start of any other sentence."""
    colon = next((token.i for token in sentence if token.text == ":"), None) if _is_pointer(sentence) else None
    tells = colon is not None and any(is_finite(token) for token in sentence.doc[colon + 1 : sentence.end])
    return colon + 1 if colon is not None and tells else sentence.start


def _beside_the_cue(head: Head) -> Iterator[Clause]:
    """What an attribution tells in passing: who the speaker is, and the event at which it was said."""
    for child in head.token.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            yield from _introduced(child)
            yield from _published(child)
        elif child.lower_ in _EVENTS:
            for thing in child.children:
                if thing.dep_ in ("pobj", "dobj") and size(thing) > _LEAST and has_figure(thing):
                    yield from _trimmed(thing.doc, thing.left_edge.i, thing.right_edge.i + 1, None)


def _published(source: Token) -> Iterator[Clause]:
    """*A study published in Leeds in May said …*: when that was, with the figures before it if there are any."""
    for done in source.subtree if source.lower_ in PAPERS else ():
        if done.tag_ != "VBN" or done.lower_ in _ADDING or done.lower_ in _NAMED_SO:
            continue
        if done.dep_ == "acl" and not comma_before(done) and has_figure(done):
            start, end = done.left_edge.i, done.right_edge.i + 1
            figures = any(word.ent_type_ in FIGURES for word in source.doc[source.left_edge.i : start])
            yield from _trimmed(source.doc, source.left_edge.i if figures else start, end, None)
            return


def _introduced(who: Token) -> Iterator[Clause]:
    """*Ann Lee, the head of the firm,*: what is said of somebody beside the name."""
    for apposition in who.children:
        if apposition.dep_ != "appos" or apposition.i < who.i or not comma_before(apposition):
            continue
        if any(source_end(above) is not None for above in who.ancestors if above.lower_ == "according"):
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
            yield from _trimmed(who.doc, relative.left_edge.i, end, None)  # *Ann Lee, an engineer who built it,*
            end = relative.left_edge.i
        role = apposition.pos_ == "NOUN" and end - apposition.left_edge.i > 1  # *Ann Lee, team captain,*
        beside = who.doc[apposition.left_edge.i : end]
        most = _MANY if any(is_finite(token) for token in beside) else _MOST
        if (role or len(beside) >= _LEAST - 1) and len(beside) <= most:
            yield from _trimmed(who.doc, who.left_edge.i, end, None)


def _others(word: Token) -> _Others | None:
    """What stands in a sentence of somebody else's words and of whose words are told, where a word heads it."""
    source = according(word) is not None
    aside = is_put_in(word) or is_as_said(word)
    said = (aside and subject(word) is not None) or is_shown_aside(word)
    if source or said or stands_in(word):
        end = (source_end(word) if source else None) or word.right_edge.i + 1
        both = two_subjects(word) if said else None
        start = word.left_edge.i if both is None else both[1].left_edge.i
        if is_told_between(word) and (who := nominal_subject(word)) is not None:
            start = who.left_edge.i  # *In May, Lee told the paper, …*: the month is of what was told
        return _Others(word.i, start, _behind_its_day(word.doc, end) if said else end, source)
    return None


def _behind_its_day(doc: Doc, end: int) -> int:
    """Where *as Lee noted on Thursday,* ends, whatever the parser hung the day on."""
    stop = end
    while stop < len(doc) and doc[stop].ent_type_ in ("DATE", "TIME"):
        stop += 1
    return stop if doc[stop : stop + 1].text == "," else end


def _extent(head: Head, heads: list[Head], others: Sequence[_Others], leading: Head | None) -> tuple[int, int]:
    """The tokens of a claim, without the claims, cues and stand-ins at its ends."""
    token = head.token
    doc = token.doc
    start, end = head.first, head.end
    if head.content and without_that(token.head) == token:
        start = token.head.i + 1
    if leading is not None:
        start = leading.first
    if head.content and head.speech is not None and token.i < head.speech.start < end <= token.head.i:
        end = head.speech.start  # *it works Ann Lee says* in a headline
    if head.content and head.speech is not None and end == head.speech.start:
        end = _before_rank(doc, token.i, end)
    start = _behind_day(head, start)
    if end < len(doc) and is_plural_misread(doc[end]):
        end = doc[end].right_edge.i + 1
    below = [other for other in heads if start <= other.token.i < end and other.token != token and other != leading]
    cuts = [(other.first, other.end) for other in below]
    for other in below:
        # a co-ordinated clause ends the one before it, whatever the parser hung behind
        if other.token.dep_ == "conj" and other.token.i > token.i and not is_clause_misread(token):
            end = min(end, other.first)
    # so does the subject of one behind it, which was read as a second thing of this one: *rich in trout and eels live*
    end = min(
        (one.first for one in heads if one.token.dep_ == "conj" and start < one.first < end <= one.token.i), default=end
    )
    inside = [words for words in others if start <= words.head < end and not _breaks_in(words, token)]
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


def _before_others(head: Head, heads: Sequence[Head], end: int) -> int:
    """Where a claim ends from which a change was cut that belongs to the last claim in it: *…, while B has 4, up 1*."""
    within = (one.first for one in heads if head.token.i < one.first < end <= one.end and one.token.i < end)
    return min(within, default=end)


def _before_rank(doc: Doc, verb: int, end: int) -> int:
    """Where *it sank, Navy Cmdr. Ann Lee said* ends, whose rank the parser hung on what is said."""
    comma = next((at for at in range(end - 1, verb, -1) if doc[at].pos_ != "PROPN"), verb)
    return comma if doc[comma].text == "," else end


def _breaks_in(words: _Others, verb: Token) -> bool:
    """*The dam is, according to the town, owned by Lee*, *pays, according to Lee, $4*: what the verb needs follows."""
    doc, at = verb.doc, words.head
    if not words.source or at < verb.i + 2 or doc[at - 1].text != ",":
        return False
    before = doc[at - 2]
    behind = next((word.i + 1 for word in doc[at : verb.sent.end - 1] if word.text == ","), None)
    return behind is not None and before == verb and (before.pos_ == "AUX" or doc[behind].is_currency)


def _tells_who(verb: Token, cue: Token) -> bool:
    """*…, according to one, a clerk who had seen it*: a clause that only says who the speaker is."""
    return verb.dep_ == "relcl" and verb.head.i > cue.i and not comma_before(verb)


def _behind_day(head: Head, start: int) -> int:
    """Where a content clause begins behind when it was told: *said on Thursday they had*, *said last week it*."""
    doc, who = head.token.doc, nominal_subject(head.token)
    day = doc[start + 1 : who.left_edge.i] if head.content and who is not None else doc[:0]
    cue = start - 2 if start > 1 and doc[start - 1].lower_ in ("late", "early") else start - 1
    told = cue >= 0 and doc[cue].lower_ in SAYING
    named = doc[start].lower_ in _DAYS
    if told and named and who is not None and who.left_edge.i == start + 1:
        return start + 1
    dated = len(day) > 0 and all(word.ent_type_ in ("DATE", "TIME") for word in day)
    opens = named or doc[start].lower_ in _OPENING_DAY
    return start + 1 + len(day) if told and dated and opens else start


def _trimmed(doc: Doc, start: int, end: int, says: Speech | None, *, content: bool = False) -> Iterator[Clause]:
    start, end = trimmed(doc, start, end, content=content)
    words = (token for token in doc[start:end] if any(char.isalnum() for char in token.text))
    tells = any(token.pos_ in _TELLING and token.lower_ not in _BEING for token in doc[start:end])
    if tells and len(list(islice(words, 2))) > 1:
        yield Clause(start, end, says)
