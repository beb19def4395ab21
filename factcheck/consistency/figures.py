"""Numbers for one thing that differ: twins with swapped digits, magnitudes, headline and caption against the body."""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from factcheck.consistency.story import TOLERANCE, Doubt, number_of, told_twice
from factcheck.model import FactKind, Section, Span
from factcheck.normalise import number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.consistency.story import Sentence, Story
    from factcheck.model import Fact

_MAGNITUDE: Final = re.compile(
    r"(?i)\s*-?(thousand|million|billion|trillion|(?:lakh )?crores?|lakhs?|bn|mn|tn|cr|[kmb])\b"
)
_TELLING_DIGITS: Final = 4
"""Two numbers of fewer digits are alike by chance."""


def _figures(story: Story) -> list[Fact]:
    return [fact for fact in story.facts if number_of(fact) is not None]


def _digits(fact: Fact) -> str:
    return re.sub(r"\D", "", fact.text)


def twins(story: Story) -> Iterator[Doubt]:
    """Two long numbers that have the same digits in another order: one of them was mistyped."""
    seen: dict[tuple[str, str | None], Fact] = {}
    for fact in _figures(story):
        digits = _digits(fact)
        if len(digits) < _TELLING_DIGITS or len(set(digits)) < 3:
            continue
        key = "".join(sorted(digits)), fact.kind
        other = seen.setdefault(key, fact)
        if other.value != fact.value and _digits(other) != digits and fact.unit == other.unit:
            swaps = sum(a != b for a, b in zip(_digits(other), digits, strict=True))
            if swaps == 2:
                yield told_twice(story, other, fact, "the digits are the same, two have changed places")


def magnitudes(story: Story) -> Iterator[Doubt]:
    """One figure with two magnitudes, as 2.3 million and 2.3 billion gallons."""
    seen: dict[tuple[str, str], Fact] = {}
    for fact in _figures(story):
        scale = _MAGNITUDE.search(fact.text)
        digits = re.sub(r"[^\d.]", "", fact.text[: scale.start()] if scale else "")
        if scale is None or len(digits.replace(".", "")) < 2 or fact.unit is None or digits.endswith("0"):
            continue
        key = digits, fact.unit
        other = seen.setdefault(key, fact)
        before = _MAGNITUDE.search(other.text)
        if before is not None and number(f"1{before[1]}") != number(f"1{scale[1]}"):
            yield told_twice(story, other, fact, "the figure is the same, the magnitude is not")


_LEAST_SHARED: Final = 3
_LEAST_SHARE: Final = 0.5


def sections(story: Story) -> Iterator[Doubt]:
    """A number in headline, dek or caption for which the body has another one with the same noun and like words."""
    facts = _figures(story)
    body = [fact for fact in facts if story.section(fact.start) is Section.BODY]
    for fact in facts:
        sentence = story.sentence(fact.start)
        if sentence is None or sentence.section is Section.BODY:
            continue
        about = story.content(sentence)
        alike = [other for other in body if other.kind is fact.kind and fact.unit and other.unit == fact.unit]
        if not any(_same(story, fact, other) for other in alike):
            for other in alike:
                there = story.sentence(other.start)
                shared = about & story.content(there) if there else frozenset()
                if len(shared) >= max(_LEAST_SHARED, _LEAST_SHARE * len(about)):
                    yield told_twice(story, fact, other, "the words around them are alike")
                    break
        yield from _after_one_verb(story, fact, body)


_WHOSE: Final = re.compile(
    r"[ -]((?!(?:Ave|Avenue|Street|St|Century|Amendment|District|Congress|Circuit)\b)[A-Z][a-z]{2,})"
)


def ordinals(story: Story) -> Iterator[Doubt]:
    """An ordinal in the name of something that has another digit elsewhere: "the 501st Legion"."""
    seen: dict[tuple[str, int], Fact] = {}
    for fact in story.facts:
        whose = _WHOSE.match(story.text, fact.end)
        digits = _digits(fact)
        if fact.unit != "ordinal" or whose is None or len(digits) < 2:
            continue
        other = seen.setdefault((whose[1], len(digits)), fact)
        if sum(a != b for a, b in zip(_digits(other), digits, strict=True)) == 1:
            yield told_twice(story, other, fact, f"both before “{whose[1]}”")


_LEAST_REPEATED: Final = 4
"""Words that two sentences share from which their numbers may be one."""
_LEAST_OWN: Final = 2
"""How many of them are not what the whole story is about: *Florida*, *Latino*, *voters* in a poll of these."""
_THROUGHOUT: Final = 1 / 6
"""Share of a story's sentences that have a word from which the story is about it."""
_SEVERAL: Final = 5
"""Sentences that have it at least, so that none of a short story is."""


_MOST_BEFORE: Final = 50
"""Figures of one kind and noun that a later one is compared with, the nearest ones: more of them are a table."""


def repeats(story: Story) -> Iterator[Doubt]:
    """A number in the body for which a later sentence, about the same by its words, has another with the same noun."""
    seen: defaultdict[tuple[FactKind, str | None], deque[tuple[Fact, Sentence, frozenset[str]]]]
    seen = defaultdict(lambda: deque(maxlen=_MOST_BEFORE))
    throughout = _throughout(story)
    for sentence in story.sentences:
        if sentence.section is not Section.BODY or _AGAINST.search(story.text, sentence.start, sentence.end):
            continue
        here = [fact for fact in story.facts_in(sentence) if number_of(fact) is not None and fact.unit]
        if not here or len(here) > _MOST_IN_SENTENCE:
            continue
        about = story.content(sentence)
        if len(about) < _LEAST_REPEATED:
            continue
        for fact in here:
            alike = [
                (other, there, words)
                for other, there, words in seen[fact.kind, fact.unit]
                if len(about & words) >= _LEAST_REPEATED
            ]
            if any(_same(story, fact, other) for other, _, _ in alike):
                continue
            for other, there, words in alike:
                like = 2 * len(about & words) >= min(len(about), len(words))
                own = len(about & words - throughout) >= _LEAST_OWN
                if like and own and _led(story, fact) == _led(story, other) and not _of_others(story, sentence, there):
                    yield told_twice(story, other, fact, "the words around them are alike")
                    break
        for fact in here:
            seen[fact.kind, fact.unit].append((fact, sentence, about))


def _throughout(story: Story) -> frozenset[str]:
    """The words that sentences all over a story have."""
    among = Counter(word for sentence in story.sentences for word in story.content(sentence))
    least = max(_SEVERAL, _THROUGHOUT * len(story.sentences))
    return frozenset(word for word, sentences in among.items() if sentences >= least)


_MOST_IN_SENTENCE: Final = 4
"""A sentence with more figures is a table or a score sheet."""
_LED: Final = re.compile(r"(\w+)[ \u00a0]$")


def _led(story: Story, fact: Fact) -> str:
    """The word before a number."""
    found = _LED.search(story.text[max(0, fact.start - 30) : fact.start].lower())
    return found[1] if found else ""


def _of_others(story: Story, one: Sentence, two: Sentence) -> bool:
    """Whether two sentences each name what the other does not; a figure that both give makes them tell of one thing."""
    here, there = ({(fact.kind, fact.value) for fact, _ in story.figures(sentence)} for sentence in (one, two))
    if here & there:
        return False
    first, second = (
        story.people_in(sentence).union(_NAMED.findall(story.text, sentence.start, sentence.end))
        for sentence in (one, two)
    )
    return bool(first - second and second - first)


_NAMED: Final = re.compile(r"(?<=[a-z0-9,;:'’] )[^\W\d_a-z][\w’'-]+")
"""A capitalised word within a sentence."""
_AGAINST: Final = re.compile(
    r"(?i)\b(?:if|previous(?:ly)?|earlier|another|other|than|compared|from|up|down|rose|fell|increased?|decreased?|raised"
    r"|later|last|former(?:ly)?|instead|while|whereas|respectively|second|third|also|additional|more)\b"
)
"""What sets one figure against another."""


def _after_one_verb(story: Story, fact: Fact, body: Sequence[Fact]) -> Iterator[Doubt]:
    """A number above that stands right after a verb which the body puts before one other number only."""
    verb = _verb(story, fact)
    if verb is None or fact.unit == "time":
        return
    done = [other for other in body if other.kind is fact.kind and _verb(story, other) == verb]
    if len({other.value for other in done}) == 1 and not any(_same(story, fact, other) for other in done):
        yield told_twice(story, fact, done[0], f"both after “{_said(story, done[0])}”")


_VERB: Final = re.compile(
    r"(?!(?:record|records|second|third|hundred|thousand|around|round|behind|beyond|toward|towards|besides|and|its|this|his"
    r"|was|has|versus|plus|minus|perhaps|roughly|pages?|years?|age[ds]|games?|times?|points?|shares?) )"
    r"\b([a-z]{3,}?)(?:ed|es|s|d)(?: (?:about|over|nearly|almost|more than|at least|h[ie][mr]|them|up))? $"
)


def _verb(story: Story, fact: Fact) -> str | None:
    """The stem of the verb right before a number, as in "fined him $100"; None when no such word stands there."""
    found = _VERB.search(story.text[max(0, fact.start - 30) : fact.start].lower())
    return found[1] if found else None


def _said(story: Story, fact: Fact) -> str:
    """The word that a number's verb is, as it stands."""
    found = _VERB.search(story.text[max(0, fact.start - 30) : fact.start].lower())
    return found[0].split()[0] if found else ""


def _same(story: Story, one: Fact, two: Fact) -> bool:
    """Whether two numbers agree: as they stand, rounded, or as the sum of the second and one beside it."""
    if not isinstance(one.value, int | float) or not isinstance(two.value, int | float):
        return False
    sentence = story.sentence(two.start)
    near = story.facts_in(sentence) if sentence else ()
    parts = [fact.value for fact in near if fact is not two and fact.kind is two.kind]
    sums = [two.value, *(two.value + part for part in parts if isinstance(part, int | float))]
    return any(abs(one.value - value) <= TOLERANCE * max(abs(one.value), abs(value)) for value in sums)


_PLAIN: Final = re.compile(r"[A-Za-z]+|[0-9,]+")


def side_by_side(story: Story) -> Iterator[Doubt]:
    """Two numbers for one noun next to each other, where an edit left both."""
    facts = _figures(story)
    for one, two in pairwise(facts):
        between = story.text[one.end : two.start]
        if one.kind is not FactKind.NUMBER or two.kind is not FactKind.NUMBER or between not in {" ", "\u00a0"}:
            continue
        if two.unit is None or one.unit not in {None, two.unit}:
            continue
        if not _PLAIN.fullmatch(one.text) or not _PLAIN.fullmatch(two.text):
            continue
        if re.search(r"[^\W\d_a-z][\w.-]* $", story.text[max(0, one.start - 30) : one.start]):
            continue
        run = Span(one.start, two.end)
        yield Doubt(f"{story.quoted(run)}: two numbers side by side, which one holds?", (run,))
