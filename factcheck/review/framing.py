"""Whether the sentence around a claim says something else of it now, though the claim itself reads as it did.

*Some doubt that the bridge cost 47 million* has every word of *The bridge cost 47 million*, and is another claim; so
are *at the age of 77 or 78*, and what somebody else is now said to say. What another claim of the sentence tells is no
matter of this one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from factcheck.model import Span
    from factcheck.review.sentences import Sentence
    from factcheck.tokens import Token

_SILENT: Final = frozenset(
    """
    a an the and but or while whereas although though which who whom whose that as because so since when where after
    before also then
    """.split()  # noqa: SIM905  # a list
)
"""Words that say nothing of a claim beside them: articles, and what joins another claim to it."""
_GOVERNED: Final = frozenset(("a", "an", "the", "that"))
"""Those that may stand between a claim and the word that says how it is meant: *doubt that …*."""
_DASHES: Final = frozenset("-–—")
_SAME_WORD: Final = 80
"""Likeness from which a word is the same but for a slip; of four letters at least one may be another, or two change
places."""
_LONG: Final = 4


@dataclass(frozen=True, slots=True)
class Edited:
    """A sentence before and after it was edited."""

    former: Sentence
    new: Sentence
    mapped: Mapping[int, int]
    """For its tokens those of the new sentence that are left of them or stand in their place."""
    claims_before: Sequence[Span]
    """All claims of the former draft."""
    claims: Sequence[Span]
    """Those that the extraction finds in the new one."""

    def reframes(self, now: Span) -> bool:
        """Whether a claim that stands at a place now, in the words that it had, is said in another way."""
        put_in = self._put_in()
        came = [token for token in put_in if _tells(token)]
        kept = self.mapped.keys()
        went = [token for at, token in enumerate(self.former.tokens) if at not in kept and _tells(token)]
        framed = Counter(token.word.lower() for token in came if not _within(token, (*self.claims, now)))
        unframed = Counter(token.word.lower() for token in went if not _within(token, self.claims_before))
        # Words that only changed their order, as in *said the captain*, say the same.
        return framed != unframed or self._grew(now, put_in) or self._goes_on(now)

    def _put_in(self) -> list[Token]:
        """The words that it did not have; a dateline before it and a sentence behind it are none of its own."""
        tokens, places = self.new.tokens, self._places
        first = min(places, default=0)
        if first and tokens[first - 1].word in _DASHES:
            tokens = tokens[first:]
        last = self.mapped.get(len(self.former.tokens) - 1)
        behind = () if last is None else self.new.tokens[last + 1 :]
        opening = next((token for token in behind if token.word[:1].isalnum()), None)
        if opening is not None and self._begins(opening):
            tokens = tokens[: len(tokens) - len(behind)]
        taken = {self.new.tokens[place].start for place in places}
        return [token for token in tokens if token.start not in taken]

    @property
    def _places(self) -> Mapping[int, int]:
        """For places of the new sentence those of the former one whose words are left there, or were replaced."""
        return {there: here for here, there in self.mapped.items()}

    def _grew(self, now: Span, put_in: Sequence[Token]) -> bool:
        """Whether the extraction makes one claim of it with words that were put in; a sentence behind it is none."""
        if now in self.claims:
            return False
        whole = [claim for claim in self.claims if claim.start <= now.start and now.end <= claim.end]
        inside = [token for token in put_in if token.word[:1].isalnum() and _within(token, whole)]
        return any(not self._begins(token) for token in inside[:1])

    def _begins(self, token: Token) -> bool:
        """Whether a sentence begins with a word, behind a line that has no full stop."""
        at = self.new.tokens.index(token)
        if not token.word[:1].isupper() or at == 0:
            return False
        return not self.new.tokens[at - 1].word[:1].isalnum() or self.mapped.get(len(self.former.tokens) - 1) == at - 1

    def _goes_on(self, now: Span) -> bool:
        """Whether other words go on with the claim where it ended, or before it begins, without a mark between them."""
        others = [claim for claim in self.claims if not claim.overlaps(now)]
        tokens = self.new.tokens
        inside = [at for at, token in enumerate(tokens) if now.start < token.end and token.start < now.end]
        if not inside:
            return False
        ways = (range(inside[-1] + 1, len(tokens)), _SILENT), (range(inside[0] - 1, -1, -1), _GOVERNED)
        for way, passed in ways:
            for at in way:
                token = tokens[at]
                if not token.word[:1].isalnum() or _within(token, others) or self._begins(token):
                    break
                if token.word.lower() not in passed:
                    if self._is_other(at, inside[-1] if at > inside[-1] else inside[0], passed):
                        return True
                    break
        return False

    def _is_other(self, at: int, edge: int, passed: Collection[str]) -> bool:
        """Whether another word stands beside a claim: put in, or in the place of one that stood there."""
        here, own = self._places.get(at), self._places.get(edge)
        if here is None or own is None:
            return True
        between = self.former.tokens[min(here, own) + 1 : max(here, own)]
        beside = all(token.word.lower() in passed for token in between) and _tells(self.former.tokens[here])
        return beside and not _same(self.former.tokens[here], self.new.tokens[at])


def _tells(token: Token) -> bool:
    return token.word[:1].isalnum() and token.word.lower() not in _SILENT


def _within(token: Token, claims: Sequence[Span]) -> bool:
    return any(claim.start <= token.start and token.end <= claim.end for claim in claims)


def _same(here: Token, there: Token) -> bool:
    """Whether two words are one, but for a slip; of a figure each digit counts."""
    from rapidfuzz import fuzz
    from rapidfuzz.distance import OSA

    one, other = here.word.lower(), there.word.lower()
    if one == other:
        return True
    if any(map(str.isdigit, one + other)):
        return False
    return fuzz.ratio(one, other) >= _SAME_WORD or (len(one) >= _LONG and OSA.distance(one, other) == 1)
