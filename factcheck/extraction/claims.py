"""From an article to its claims: the paragraphs go through the parser in small batches, and each gives its claims."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from factcheck.extraction import pipeline as pipelines
from factcheck.extraction.checkable import is_checkable
from factcheck.extraction.clauses import Clause, clauses, is_question
from factcheck.extraction.edges import LINKING
from factcheck.extraction.facts import facts_of
from factcheck.extraction.grammar import is_finite, is_order, shared_modal
from factcheck.extraction.interviews import interview
from factcheck.extraction.kinds import kinds_of, names
from factcheck.extraction.paragraphs import Paragraph, paragraphs
from factcheck.extraction.parsed import Parsed
from factcheck.extraction.people import Register
from factcheck.extraction.quotations import announce, quote, speak, written_by
from factcheck.extraction.unnamed import only_withholds
from factcheck.extraction.voices import Voices
from factcheck.extraction.worthiness import check_worthiness
from factcheck.model import Claim, Extraction, Fact, FactKind, Quote, Section

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from spacy.language import Language

    from factcheck.extraction.paragraphs import Unit
    from factcheck.extraction.quotation_marks import Segment
    from factcheck.extraction.voice import Voice
    from factcheck.model import Article, Block

_BATCH: Final = 3000
"""Code points whose names are learned together, after which what is known is reported."""
_SIDE_BY_SIDE: Final = 12
"""Units that go through the parser together, if they are short enough."""
_ENOUGH: Final = 2_500
"""Words and signs after which no more of them are waited for, as each takes memory."""
_TOO_MUCH: Final = 2 * _ENOUGH
"""Words and signs that go through the parser at once at most, but for the last unit of them."""
_TOKEN: Final = re.compile(r"\w+|[^\w\s]")
_BETWEEN: Final = re.compile(r" [^.!?:;]{1,60}, ")
"""What may stand between the two halves of a quoted sentence."""

_LEAD: Final = re.compile(
    rf"(?i)(?:{'|'.join(sorted(LINKING))}|after all|for example|for instance|in fact|of course|indeed|still|instead"
    r"|meanwhile|in addition|at the same time|in other words|on the other hand|in short|overall|then again|similarly"
    r"|likewise|as a result|by contrast|in contrast|to be sure|in the end|then|so|yet|even so), "
)
"""What leads from the sentence before to this one."""
_OPENING: Final = '"“'
_CLOSING: Final = ('"', "”")
_DASHES: Final = ("-", "–", "―", "—")
_LONGEST_CUE: Final = 30
"""Code points behind who says it, among which the cue ends."""


@dataclass(frozen=True, slots=True)
class Progressed:
    """How far an extraction is."""

    done: int
    """Words whose claims are known."""
    total: int
    """Words in all blocks that bear claims."""
    claims: tuple[Claim, ...]
    """Claims that are new since the last report, in story order; their spans are final."""


def extract(
    article: Article, *, pipeline: str | None = None, progress: Callable[[Progressed], None] | None = None
) -> Extraction:
    """Pull claims, facts, quotations and people out of an article.

    Args:
        article: As it was read; only blocks whose role has a section bear claims.
        pipeline: Name of an installed spaCy pipeline, None for the default one.
        progress: Called after each batch of paragraphs; what it raises ends the extraction and is let through.

    Raises:
        ExtractError: The pipeline is not installed.
    """
    nlp = pipelines.load(pipeline or pipelines.DEFAULT)
    reader = _Reader(article)
    total = sum(_words(article, block) for block in article.draft.blocks if block.role.section is not None)
    done = 0
    for parsed in _parsed(nlp, _batches(paragraphs(article.draft))):
        known = len(reader.claims)
        reader.learn(parts for _, parts in parsed)
        for paragraph, parts in parsed:
            reader.read(paragraph, parts)
            done += _words(article, paragraph)
        if progress is not None:
            # a word that was cut in two counts twice
            progress(Progressed(min(done, total), total, tuple(reader.claims[known:])))
    return Extraction(article, tuple(reader.claims), tuple(reader.quotes), reader.register.people())


def _words(article: Article, part: Block | Paragraph) -> int:
    return len(article.draft.text[part.start : part.end].split())


def _batches(cut: Iterable[Paragraph]) -> Iterator[list[Paragraph]]:
    batch: list[Paragraph] = []
    size = 0
    for paragraph in cut:
        batch.append(paragraph)
        size += paragraph.end - paragraph.start
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _parsed(nlp: Language, batches: Iterable[list[Paragraph]]) -> Iterator[list[tuple[Paragraph, list[Parsed]]]]:
    """Each batch with what the model made of it.

    Batches of few long units are parsed with the next ones: the entity recogniser takes a step for each word of the
    longest unit, and a step costs about the same for one unit as for several.
    """
    waiting: list[list[Paragraph]] = []
    for batch in chain(batches, [None]):
        waiting += [batch] if batch else []
        texts = [unit.shown.text for some in waiting for paragraph in some for unit in paragraph.units]
        full = max(len(texts), len(waiting)) >= _SIDE_BY_SIDE or sum(map(_tokens, texts)) >= _ENOUGH
        if waiting and (batch is None or full):
            docs = chain.from_iterable(pipelines.parse(nlp, group) for group in _groups(texts))
            for some in waiting:
                yield [(paragraph, [Parsed(unit, next(docs)) for unit in paragraph.units]) for paragraph in some]
            waiting = []


def _groups(texts: Iterable[str]) -> Iterator[list[str]]:
    """Those that are parsed at once: a quotation that nothing closes may bring many long ones at a time."""
    group: list[str] = []
    size = 0
    for text in texts:
        group.append(text)
        size += _tokens(text)
        if size >= _TOO_MUCH:
            yield group
            group, size = [], 0
    if group:
        yield group


def _tokens(text: str) -> int:
    return sum(1 for _ in _TOKEN.finditer(text))


@dataclass(frozen=True, slots=True)
class _Draft:
    """A claim before its facts are known."""

    start: int
    end: int
    voice: Voice | None
    quoted: bool
    asked: bool
    modal: str = ""
    """The auxiliary that its verb shares with one before it."""


class _Reader:
    """Reads one article from start to end."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._text = article.draft.text
        self._voices = Voices(self._text, Register(self._text, article.draft.blocks))
        self.register = self._voices.register
        self._interview = interview(article.draft)
        self._answering_at: tuple[int, int] | None = None
        """Where whoever answers in it is named, by what is known of the names so far."""
        # Over the whole text, so that "that July" finds its year in an earlier paragraph.
        self._found = facts_of(self._text, article.published)
        self.claims: list[Claim] = []
        self.quotes: list[Quote] = []

    def learn(self, parsed: Iterable[Sequence[Parsed]]) -> None:
        """Take note of the names in paragraphs that are about to be read: a headline's name may be whole only below."""
        for part in chain.from_iterable(parsed):
            known = part.names()
            self.register.learn(name for name in known if self._called(*part.span(name.start, name.end)) is None)
        if self._interview is not None:
            self._answering_at = self._interview.answering(self._text, self.register)

    def _called(self, start: int, end: int) -> int | None:
        """Where the quoted words begin that end what the model takes for a name: *Dubbed “Gypsy Rose”*, no full one."""
        opens = max(self._text.rfind(mark, max(0, start - 1), end) for mark in _OPENING)
        return opens + 1 if opens >= 0 and self._text[end : end + 1] in _CLOSING else None

    def read(self, paragraph: Paragraph, parsed: Sequence[Parsed]) -> None:
        """Take in one parsed paragraph."""
        frames = [part for part in parsed if part.unit.segment is None and not part.unit.aside]
        self._voices.watch(frames, paragraph)
        before = self._voices.last
        written = written_by(self._text, paragraph, self._voices)
        writer = written or self._answering(paragraph)
        apart = (part for part in parsed if part.unit.segment is None)
        own = [(part, draft) for part in apart for draft in self._own(paragraph, part, writer)]
        told_aside = {draft.end: draft.start for part, draft in own if part.unit.aside}
        drafts = [self._before_bracket(draft, told_aside) for _, draft in own]
        if paragraph.row:
            # one statement, of the figures in it
            figures = any(map(str.isdigit, self._text[paragraph.start : paragraph.end]))
            drafts = [_Draft(paragraph.start, paragraph.end, None, quoted=False, asked=False)] if figures else []
        self._voices.last = before
        said = speak(self._text, paragraph, frames, self._voices, written)
        told = (part for part in parsed if part.unit.segment and not self._is_begun(paragraph, part))
        drafts.extend(draft for part in told for draft in self._quoted(part, said))
        drafts = [self._without_cue(_with_fragment(draft, said), said) for draft in drafts]
        drafts = [draft if draft.quoted else _opened(draft, paragraph.segments) for draft in drafts]
        drafts = self._with_asides(drafts, paragraph, (part.unit for part in parsed if part.unit.aside))
        self.quotes.extend(quote(self._text, segment, voice) for segment, voice in said.items())
        facts = self._facts(paragraph, parsed, said)
        drafts.sort(key=lambda draft: (draft.start, -draft.end))
        self._hear(drafts)
        announce(self._text, paragraph, frames, self._voices)
        scores = check_worthiness([self._text[draft.start : draft.end] for draft in drafts])
        for draft, score in zip(drafts, scores, strict=True):
            self.claims.append(self._claim(draft, facts, paragraph.section, score))

    def _before_bracket(self, draft: _Draft, told_aside: Mapping[int, int]) -> _Draft:
        """A claim without the bracket at its end that is all another claim: *It fills a pool (which holds 2 tons)*."""
        inner = told_aside.get(draft.end - 1, draft.start)
        if inner <= draft.start + 1 or self._text[inner - 1] not in "([":
            return draft
        return replace(draft, end=draft.start + len(self._text[draft.start : inner - 1].rstrip()))

    def _with_asides(self, drafts: Sequence[_Draft], paragraph: Paragraph, asides: Iterable[Unit]) -> list[_Draft]:
        """The claims with what stands between dashes behind them, where it is none: *It shut — as many did — and …*."""
        behind: dict[int, int] = {}
        for unit in asides:
            start, end = unit.shown.span(0, len(unit.shown.text))
            before = self._text[paragraph.start : start].rstrip()
            told = any(draft.start < end and start < draft.end for draft in drafts)
            if before.endswith(_DASHES) and not told:
                behind[paragraph.start + len(before.rstrip("".join(_DASHES) + " "))] = end
        return [replace(draft, end=behind.get(draft.end, draft.end)) for draft in drafts]

    def _without_cue(self, draft: _Draft, said: Mapping[Segment, Voice | None]) -> _Draft:
        """A claim that is all quotation but for who says it: *…; ‘no cause for alarm’, says the aide* in a headline."""
        for segment, voice in said.items():
            if voice is None or draft.start != segment.inner_start or not segment.end <= voice.start < draft.end:
                continue
            behind = len(self._text[segment.end : draft.end].split())
            if behind <= 1 + len(voice.speaker.split()) + len((voice.cue or "").split()):
                words = self._text[draft.start : segment.inner_end].rstrip(" ,.;:")
                return replace(draft, end=draft.start + len(words), voice=voice, quoted=True)
        return draft

    def _own(self, paragraph: Paragraph, part: Parsed, writer: Voice | None) -> Iterator[_Draft]:
        """Claims in the paper's own words, or in what it reports, or of whoever wrote the whole paragraph."""
        aside = part.unit.aside
        labelled = writer is not None and self._text.startswith(": ", writer.end)  # a name may be set before the words
        behind = writer.end + len(": ") if writer is not None and labelled else 0
        found: dict[tuple[int, int], _Draft] = {}
        for clause in clauses(part.doc, fragments=paragraph.section is not Section.BODY and not aside, aside=aside):
            voice = self._voices.voice(clause.speech, part, paragraph) if clause.speech else None
            draft = _behind_lead(self._text, self._draft(clause, part, voice or writer, quoted=False))
            if writer is not None and labelled and draft.start == writer.start and draft.end > behind:
                draft = replace(draft, start=behind)
            if writer is not None and paragraph.start < writer.start <= draft.start:
                continue  # the name that ends a pull quote
            if only_withholds(self._text, draft.start):
                continue
            found.setdefault((draft.start, draft.end), draft)
            self._hear([draft])
        yield from found.values()

    def _answering(self, paragraph: Paragraph) -> Voice | None:
        """Who is interviewed, where a paragraph is an answer."""
        answers = self._interview is not None and self._interview.holds(paragraph)
        return self._voices.named(*self._answering_at) if answers and self._answering_at is not None else None

    def _hear(self, drafts: Iterable[_Draft]) -> None:
        for draft in drafts:
            if draft.voice is not None:
                self._voices.hear(draft.voice, draft.start, draft.end)

    def _quoted(self, part: Parsed, said: dict[Segment, Voice | None]) -> Iterator[_Draft]:
        """Claims in a quotation."""
        voice = said.get(part.unit.segment) if part.unit.segment else None
        for clause in clauses(part.doc, quoted=True, fragments=not part.unit.aside, aside=part.unit.aside):
            yield self._draft(clause, part, voice, quoted=True)

    def _is_begun(self, paragraph: Paragraph, part: Parsed) -> bool:
        """Whether a quotation is but the beginning of a sentence: *“The mayor,” Lee said, “has lied”*."""
        segment = part.unit.segment
        if segment is None or any(is_finite(token) for token in part.doc):
            return False
        at = paragraph.segments.index(segment) + 1 if segment in paragraph.segments else len(paragraph.segments)
        following = paragraph.segments[at : at + 1]
        words = self._text[segment.inner_start : segment.inner_end].rstrip()
        goes_on = any(
            self._text[one.inner_start : one.inner_start + 1].islower()
            and _BETWEEN.fullmatch(self._text, segment.end, one.start) is not None
            for one in following
        )
        return goes_on and words.endswith(",") and not any(letter.isdigit() for letter in words)

    @staticmethod
    def _draft(clause: Clause, part: Parsed, voice: Voice | None, *, quoted: bool) -> _Draft:
        sentence = part.doc[clause.start].sent
        asked = is_question(sentence) or is_order(sentence.root)
        modal = shared_modal(part.doc[clause.start : clause.end].root)
        return _Draft(*part.closed(clause.start, clause.end), voice, quoted, asked, modal)

    def _facts(self, paragraph: Paragraph, parsed: Sequence[Parsed], said: Iterable[Segment]) -> list[Fact]:
        text = self._text
        first = bisect_left(self._found, paragraph.start, key=lambda fact: fact.start)
        last = bisect_left(self._found, paragraph.end, key=lambda fact: fact.start)
        facts = [fact for fact in self._found[first:last] if fact.end <= paragraph.end]
        found = (entity for part in parsed for entity in part.entities())
        entities = [(self._called(start, end) or start, end, label) for start, end, label in found]
        facts.extend(names(text, paragraph.start, paragraph.end, entities, self.register, facts))
        facts.extend(Fact(FactKind.QUOTE, one.start, one.end, text[one.start : one.end]) for one in said)
        return sorted(facts, key=lambda fact: (fact.start, -fact.end))

    def _ends_quoted(self, facts: Iterable[Fact], draft: _Draft) -> bool:
        """Whether a claim ends with quoted words; the mark behind them is outside, and so they are no fact of it."""
        quotes = (one for one in facts if one.kind is FactKind.QUOTE and draft.start <= one.start < draft.end < one.end)
        return any(not any(map(str.isalnum, self._text[draft.end : one.end])) for one in quotes)

    def _claim(self, draft: _Draft, facts: Sequence[Fact], section: Section, score: float) -> Claim:
        mine = tuple(fact for fact in facts if draft.start <= fact.start and fact.end <= draft.end)
        text = self._text[draft.start : draft.end]
        reported = draft.voice is not None and not draft.quoted
        quotes = draft.quoted or self._ends_quoted(facts, draft)
        kinds = kinds_of(text, mine, quoted=quotes, reported=reported)
        cue = draft.voice.cue or "" if draft.voice is not None else ""
        speaker = draft.voice.speaker if draft.voice is not None else ""
        told = f"{draft.modal} {text}".lstrip()
        checkable = is_checkable(told, kinds, score, quoted=draft.quoted, reported=reported, cue=cue, speaker=speaker)
        return Claim(
            id=f"c{len(self.claims) + 1}",
            start=draft.start,
            end=draft.end,
            text=text,
            section=section,
            kinds=kinds,
            checkable=checkable and not draft.asked,
            priority=round(score, 3),
            attribution=None if draft.voice is None else draft.voice.attribution(quote=draft.quoted),
            facts=mine,
        )


def _opened(draft: _Draft, segments: Iterable[Segment]) -> _Draft:
    """A claim that begins with quoted words and goes on behind them, with the mark that opens them."""
    whole = (one.start for one in segments if one.inner_start == draft.start and one.inner_end < draft.end)
    return replace(draft, start=next(whole, draft.start))


def _behind_lead(text: str, draft: _Draft) -> _Draft:
    """A claim without words that tell nothing, where only a cue ties them to the rest: *After all, she said, …*."""
    lead = _LEAD.match(text, draft.start, draft.end)
    if lead is None or draft.voice is None or not lead.end() <= draft.voice.start < draft.end:
        return draft
    cue = text.find(", ", draft.voice.end, min(draft.end, draft.voice.end + _LONGEST_CUE))
    words = text[lead.end() : cue].split() if cue >= 0 else []
    told = [*draft.voice.speaker.split(), *(draft.voice.cue or "").split()]
    return replace(draft, start=cue + 2) if words and len(words) <= len(told) else draft


def _with_fragment(draft: _Draft, said: Mapping[Segment, Voice | None]) -> _Draft:
    """Give a claim the speaker of the words that it quotes, unless it tells of the speaker itself."""
    for segment, voice in said.items():
        if segment.inner_start <= draft.start and draft.end <= segment.inner_end:
            return replace(draft, voice=voice or draft.voice, quoted=True)
        within = draft.start <= segment.start < draft.end
        if draft.voice is None and voice is not None and within and not draft.start <= voice.start < draft.end:
            return replace(draft, voice=voice)
    return draft
