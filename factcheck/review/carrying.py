"""Where the claims of a draft stand in the next one, and what became of each."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.model import Carried, Section, Span
from factcheck.review.aligning import align
from factcheck.review.framing import Edited
from factcheck.review.sentences import sentences, standing
from factcheck.tokens import tokens, unstopped

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from factcheck.model import Claim, ClaimId, ClaimRecord, Draft
    from factcheck.review.aligning import Alignment
    from factcheck.review.sentences import Sentence
    from factcheck.tokens import Token

_KEPT: Final = 0.4
"""Share of a claim's tokens that must be left for it to be the same claim, edited."""
_GONE: Final = 0.2
"""Share under which nothing of it is left; between the two nobody but the checker can tell."""
_FEWEST: Final = 5
"""Tokens that a claim needs to be known again outside the sentence that it stood in."""
_SAME_STRETCH: Final = 0.5
"""Intersection over union, in code points, from which the extraction's claim is the one that was edited."""
_BESIDE: Final = 5
"""So many tokens before and behind a claim can turn what it says."""
_BETWEEN: Final = 3
"""So many sentences behind the one that it stood behind, in one paragraph, a pronoun means what it meant."""
_SAME_SPEAKER: Final = 85
"""Likeness from which a word for a speaker is the same but for a letter, when it has so many letters:"""
_LONG: Final = 5
_ARTICLES: Final = frozenset(("a", "an", "the"))
_DESCRIBED: Final = 3
"""So many words beside a figure tell who a speaker is without it."""
_TURNS: Final = frozenset(
    """
    not no never cannot nobody nothing none nor neither without false falsely wrongly untrue deny denies denied denying
    refuted incorrectly
    """.split()  # noqa: SIM905  # a list
)
"""Words that turn what a claim says, when they come or go beside it."""


_POINTS: Final = frozenset(
    "he she it they his her hers its their theirs this that these those".split()  # noqa: SIM905  # a list
)
"""Words that mean what the sentence before tells of."""


@dataclass(frozen=True, slots=True)
class Place:
    """What became of a claim."""

    state: Carried
    span: Span | None = None
    """Where it stands now; None when it is cut or orphaned."""


class Carrying:
    """Two drafts laid over each other.

    Args:
        former: The draft before.
        new: The draft now.
        found: The claims that the extraction finds in the new draft; they say where an edited claim begins and ends.
    """

    def __init__(self, former: Draft, new: Draft, found: Sequence[Claim]) -> None:
        self._former, self._new = sentences(former), sentences(new)
        self._starts = [one.start for one in self._former]
        self._text = new.text
        self._silent = [Span(block.start, block.end) for block in new.blocks if block.role.section is None]
        self._found = found
        self._said = {claim.span: claim.attribution for claim in found}
        self._found_in = _by_sentence(self._new, [claim.span for claim in found])
        self._former_in: Mapping[int, Sequence[Span]] = {}
        self.alignment: Alignment = align(self._former, self._new)
        """How the sentences belong together."""
        self._maps: dict[int, Mapping[int, int]] = {}
        self._fresh = self._fresh_starts()

    @property
    def shared(self) -> float:
        """Share of the former sentences that are found again, 0…1: little when it is another article."""
        found = len(self.alignment.equal) + len(self.alignment.edited) + len(self.alignment.doubtful)
        return found / len(self._former) if self._former else 1.0

    def places(self, records: Sequence[ClaimRecord], hidden: Collection[ClaimId] = ()) -> Mapping[ClaimId, Place]:
        """What became of each claim; no two of them stand in one place.

        Args:
            records: The claims of the former draft.
            hidden: Those of them that stood in a block that bears none, and may do so again.
        """
        places: dict[ClaimId, Place] = {}
        taken: set[Span] = set()
        self._former_in = _by_sentence(self._former, [record.span for record in records])
        # What stands as it did has its place before what was edited looks for one.
        found = {record.id: self._place(record) for record in records}
        for record in sorted(records, key=lambda one: found[one.id].state is Carried.RECHECK):
            place = found[record.id]
            # The extraction makes claims of one sentence; one of two, made by a checker, stays whole.
            first, last = self._ends(record)
            if place.state is Carried.RECHECK and place.span and first == last:
                place = Place(place.state, self._snapped(place.span, taken))
            # Two claims never stand in one place, and none where no claims are listed.
            silent = () if record.id in hidden else self._silent
            if place.span is not None and (place.span in taken or any(map(place.span.overlaps, silent))):
                place = Place(Carried.ORPHANED)
            places[record.id] = place
            if place.span is not None:
                taken.add(place.span)
        return places

    def new(self, taken: Sequence[Span], *, all_known: bool = True) -> tuple[Claim, ...]:
        """The claims of the extraction that no former claim stands for.

        Args:
            taken: Where former claims stand now.
            all_known: Whether all claims of the former draft had been found; else one that overlaps another may be new.
        """
        spans = sorted(taken)
        if not all_known:
            known = {*spans}
            return tuple(claim for claim in self._found if claim.span not in known)
        return tuple(claim for claim in self._found if self._is_new(claim, spans))

    def _is_new(self, claim: Claim, taken: Sequence[Span]) -> bool:
        span = claim.span
        over = [other for other in taken if other.overlaps(span)]
        if span in over:
            return False
        if not over:
            return True
        first = bisect_right(self._fresh, span.start - 1)
        last = bisect_right(self._fresh, span.end - 1)
        return any(not any(other.start <= at < other.end for other in over) for at in self._fresh[first:last])

    def _fresh_starts(self) -> list[int]:
        """Where the words of the new draft begin that the former did not have, in text order."""
        known: set[int] = set()
        for at in self.alignment.equal.values():
            known.update(token.start for token in self._new[at].tokens)
        for here, at in self.alignment.edited.items():
            of = self._new[at].tokens
            known.update(of[place].start for own, place in self._map(here).items() if self._same(here, own, at, place))
        return [
            token.start
            for one in self._new
            for token in one.tokens
            if token.start not in known and token.word[:1].isalnum()
        ]

    def _same(self, here: int, own: int, at: int, place: int) -> bool:
        return self._former[here].words[own] == self._new[at].words[place]

    def _ends(self, record: ClaimRecord) -> tuple[int, int]:
        """The former sentences that a claim begins and ends in."""
        first = max(bisect_right(self._starts, record.span.start) - 1, 0)
        return first, max(bisect_right(self._starts, record.span.end - 1) - 1, first)

    def _place(self, record: ClaimRecord) -> Place:
        first, last = self._ends(record)
        place = self._found_again(record, first, last)
        if place.span is None and (span := self._suggested(record, first, last)):
            return Place(Carried.RECHECK, span)
        return place

    def _suggested(self, record: ClaimRecord, first: int, last: int) -> Span | None:
        """Where what is suggested for a claim stands in its surroundings, however few of the claim's words it has."""
        words = unstopped(tuple(token.word for token in tokens(record.replacement)))
        if not words:
            return None
        near = {place for at in (first, last) if (place := self.alignment.place(at)) is not None}
        if not near:
            before, behind = self.alignment.around(first)[0], self.alignment.around(last)[1]
            # A sentence that another one became may have this one joined to it.
            others = () if len(words) >= _FEWEST else self.alignment.edited.values()
            near = {at for at in range(len(self._new)) if before <= at <= behind}
            near.difference_update(self.alignment.equal.values(), others)
        found = [span for at, one in enumerate(self._new) if at in near for span in standing(one, words)]
        return found[0] if len(found) == 1 else None

    def _found_again(self, record: ClaimRecord, first: int, last: int) -> Place:
        if any(at in self.alignment.doubtful for at in range(first, last + 1)):
            return Place(Carried.ORPHANED)
        if self.alignment.place(first) is None or self.alignment.place(last) is None:
            return self._elsewhere(record, first, last)
        return self._edited(record, first, last)

    def _edited(self, record: ClaimRecord, first: int, last: int) -> Place:
        """Find a claim through the sentences that it begins and ends in."""
        own = self._tokens(record, first, last)
        mapped = [(token, self._mapped(at, index)) for at, index, token in own]
        there = [(token, other) for token, other in mapped if other is not None]
        if not there:
            return Place(Carried.CUT)
        span = Span(_start(record, *there[0]), _end(record, *there[-1]))
        same = sum(token.word == other.word for token, other in there)
        if span.start < span.end and self._reads(span) == [token.word for token in tokens(record.claim.text)]:
            return self._unchanged(record, span, first, last)
        share = same / len(own)
        if share < _GONE:
            return Place(Carried.CUT)
        if share < _KEPT or span.start >= span.end:
            return Place(Carried.ORPHANED)
        return Place(Carried.RECHECK, span)

    def _unchanged(self, record: ClaimRecord, span: Span, first: int, last: int) -> Place:
        sentences_ = range(first, last + 1)
        places = [place for at in sentences_ if (place := self.alignment.place(at)) is not None]
        edited = any(at in self.alignment.edited for at in sentences_)
        if (edited and self._turned(record, span, first, last, places)) or self._says_another(record, span, places):
            return Place(Carried.RECHECK, span)
        if any(self._edit(at).reframes(span) for at in sentences_ if at in self.alignment.edited):
            return Place(Carried.RECHECK, span)
        moved = any(at in self.alignment.moved for at in sentences_)
        if moved and self._points_elsewhere(record, first):
            return Place(Carried.RECHECK, span)
        return Place(Carried.MOVED if moved else Carried.CARRIED, span)

    def _edit(self, at: int) -> Edited:
        """A sentence that was edited, with the claims there before and now."""
        now = self.alignment.edited[at]
        there = self._former_in.get(at, ()), self._found_in.get(now, ())
        return Edited(self._former[at], self._new[now], self._map(at), *there)

    def _points_elsewhere(self, record: ClaimRecord, first: int) -> bool:
        """Whether a claim that moved begins its sentence with a pronoun, behind another sentence than it stood.

        Within a sentence a pronoun mostly means somebody whom the sentence names, and in a caption what the picture
        shows. A sentence that was put in between in its paragraph takes nothing from it, as in one that did not move.
        """
        before, place = self.alignment.place(first - 1), self.alignment.place(first)
        opening = next((token for token in self._former[first].tokens if token.word.isalnum()), None)
        if opening is None or opening.start < record.span.start or opening.word.lower() not in _POINTS:
            return False
        if record.claim.section is Section.CAPTION:
            return False
        if before is None or place is None or not before < place <= before + _BETWEEN:
            return True
        return place > before + 1 and any(self._new[at].first for at in range(before + 1, place + 1))

    def _turned(self, record: ClaimRecord, span: Span, first: int, last: int, places: Sequence[int]) -> bool:
        """Whether a denial came or went beside a claim that stayed."""
        before = _beside([token for at in range(first, last + 1) for token in self._former[at].tokens], record.span)
        now = _beside([token for place in places for token in self._new[place].tokens], span)
        return _turns(before) != _turns(now)

    def _says_another(self, record: ClaimRecord, span: Span, places: Sequence[int]) -> bool:
        """Whether the speaker of a claim is gone from where it was named: in its sentence or in another.

        Args:
            record: The claim.
            span: Where it stands now.
            places: Its sentences in the new draft, where the speaker may be named now.
        """
        said = record.claim.attribution
        if said is None:
            return False
        at = max(bisect_right(self._starts, said.start) - 1, 0)
        now = self._said.get(span)
        if now is not None and now.person and said.person and not _is_person(now.person, said.person):
            # The same pronoun may mean somebody else behind another sentence.
            return True
        if at in self.alignment.equal:
            return False
        words = _lower(said.speaker)
        home = self.alignment.place(at)
        if home is None:
            # The sentence that named the speaker was cut: what the new draft says of the claim decides.
            known = said.person and now is not None and _is_person(now.person or now.speaker, said.person)
            return now is not None and not known and not _names(_lower(now.speaker), words)
        named = {home, *places}
        return not any(_names([word.lower() for word in self._new[place].words], words) for place in named)

    def _elsewhere(self, record: ClaimRecord, first: int, last: int) -> Place:
        """Look for a claim outside the sentences that are left of its own: they were joined, or divided."""
        words = [token.word for token in tokens(record.claim.text)]
        equal = set(self.alignment.equal.values())
        before, behind = self.alignment.around(first)[0], self.alignment.around(last)[1]
        places = {
            at: spans
            for at, sentence in enumerate(self._new)
            if at not in equal
            and (len(words) >= _FEWEST or self._begins(at, first, last))
            and (spans := standing(sentence, words))
        }
        if not places:
            return Place(Carried.CUT)
        choices = tuple(span for spans in places.values() for span in spans)
        if len(choices) == 1 and before <= next(iter(places)) <= behind:
            turned = self._turned(record, choices[0], first, last, [*places])
            turned = turned or self._says_another(record, choices[0], [*places])
            return Place(Carried.RECHECK if turned else Carried.CARRIED, choices[0])
        return Place(Carried.ORPHANED)

    def _begins(self, at: int, first: int, last: int) -> bool:
        """Whether a sentence of the new draft begins with the whole of a former one, behind what that stood behind."""
        whole = self._former[first].words
        return (
            first == last and self.alignment.place(first - 1) == at - 1 and self._new[at].words[: len(whole)] == whole
        )

    def _snapped(self, span: Span, taken: set[Span]) -> Span:
        """The claim of the extraction that covers much the same stretch, else the stretch itself."""
        best, most = span, _SAME_STRETCH
        for claim in self._found:
            other = claim.span
            shared = min(span.end, other.end) - max(span.start, other.start)
            if shared > 0 and other not in taken:
                likeness = shared / (max(span.end, other.end) - min(span.start, other.start))
                if likeness >= most:
                    best, most = other, likeness
        return best

    def _tokens(self, record: ClaimRecord, first: int, last: int) -> list[tuple[int, int, Token]]:
        """The tokens of a claim, each with its sentence and its place in that."""
        return [
            (at, index, token)
            for at in range(first, last + 1)
            for index, token in enumerate(self._former[at].tokens)
            if record.span.start < token.end and token.start < record.span.end
        ]

    def _reads(self, span: Span) -> list[str]:
        return [token.word for token in tokens(self._text, span.start, span.end)]

    def _mapped(self, at: int, index: int) -> Token | None:
        """The token of the new draft that stands for one of a former sentence."""
        new = self.alignment.place(at)
        if new is None:
            return None
        if at in self.alignment.equal:
            return self._new[new].tokens[index]
        place = self._map(at).get(index)
        return None if place is None else self._new[new].tokens[place]

    def _map(self, at: int) -> Mapping[int, int]:
        """For the tokens of a sentence that was edited, those that are left of it or stand in their place."""
        if at not in self._maps:
            from rapidfuzz.distance import Levenshtein

            new = self._new[self.alignment.edited[at]]
            mapped: dict[int, int] = {}
            for step in Levenshtein.opcodes(self._former[at].words, new.words):
                if step.tag in {"equal", "replace"}:
                    mapped.update(
                        zip(range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True)
                    )
            self._maps[at] = mapped
        return self._maps[at]


def _by_sentence(all_: Sequence[Sentence], spans: Iterable[Span]) -> Mapping[int, Sequence[Span]]:
    """For the place of each sentence the spans that have words of it."""
    starts = [one.start for one in all_]
    found: dict[int, list[Span]] = {}
    for span in spans:
        for at in range(max(bisect_right(starts, span.start) - 1, 0), bisect_right(starts, span.end - 1)):
            found.setdefault(at, []).append(span)
    return found


def _beside(tokens_: Sequence[Token], span: Span) -> set[str]:
    """The words that stand next to a claim."""
    before = [token.word.lower() for token in tokens_ if token.end <= span.start]
    behind = [token.word.lower() for token in tokens_ if token.start >= span.end]
    return {*before[-_BESIDE:], *behind[:_BESIDE]}


def _turns(words: set[str]) -> set[str]:
    """The words among these that turn what stands beside them."""
    return {"not" if word.endswith("n't") else word for word in words if word in _TURNS or word.endswith("n't")}


def _names(sentence: Sequence[str], speaker: Sequence[str]) -> bool:
    """Whether a sentence has the words for a speaker, each the same, or a long one the same but for a letter.

    An article tells nothing, and a figure does not in a description that has a name's worth of words beside it.
    """
    sentence, speaker = [_telling(words) for words in (sentence, speaker)]
    plain = sum(not word[:1].isdigit() for word in speaker) >= _DESCRIBED
    return any(
        all(_same_word(here, there, figures=plain) for here, there in zip(sentence[at:], speaker, strict=False))
        for at in range(len(sentence) - len(speaker) + 1)
    )


def _is_person(name: str, other: str) -> bool:
    """Whether two names may be one person's: the shorter, perhaps a surname alone, is the end of the longer."""
    shorter, longer = sorted((_lower(name), _lower(other)), key=len)
    return bool(shorter) and _names(longer[-len(shorter) :], shorter)


def _lower(text: str) -> list[str]:
    return [token.word.lower() for token in tokens(text)]


def _telling(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in _ARTICLES]


def _same_word(here: str, there: str, *, figures: bool) -> bool:
    from rapidfuzz import fuzz

    if here == there or (figures and here[:1].isdigit() and there[:1].isdigit()):
        return True
    return max(len(here), len(there)) >= _LONG and fuzz.ratio(here, there) >= _SAME_SPEAKER


def _start(record: ClaimRecord, token: Token, there: Token) -> int:
    """Where a claim begins now, of which a token stands elsewhere; it may begin within the token."""
    return there.start + (max(record.span.start - token.start, 0) if token.word == there.word else 0)


def _end(record: ClaimRecord, token: Token, there: Token) -> int:
    return there.end - (max(token.end - record.span.end, 0) if token.word == there.word else 0)
