"""Names that are spelled in two ways."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations, takewhile
from typing import TYPE_CHECKING, Final

from rapidfuzz import process
from rapidfuzz.distance import OSA, Levenshtein

from factcheck.consistency.story import Doubt, both
from factcheck.extraction.cues import TITLES
from factcheck.extraction.facts.calendar import MONTHS, WEEKDAYS
from factcheck.extraction.given_names import is_given
from factcheck.model import Role, Section, Span
from factcheck.normalise import STOP_WORDS, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factcheck.consistency.story import Story

_CAPITALISED: Final = re.compile(r"(?<![\w’'])[^\W\d_a-z][\w’'-]{3,}")
_LONGEST: Final = 40
"""Letters of a name; a longer run is none, and to compare it takes time."""
_SHORTEST: Final = 5
"""Letters of a name; a shorter one is like many words by chance."""
_LONG: Final = 8
"""From this length on, two letters may differ."""
_PARTICLES: Final = r"(?:(?:bin|bint|ibn|al|de|del|della|da|dos|di|du|van|von|der|den|la|le|ten|ter|y) )*"
"""Small words within a name."""
_MOST_ALIKE: Final = 200
"""Words that are compared with one name."""
_BEFORE: Final = re.compile(rf"([^\W\d_a-z][\w’-]*) (?:[A-Z]\. )?{_PARTICLES}$")
_AFTER: Final = re.compile(rf" (?:[A-Z]\. )?{_PARTICLES}([^\W\d_a-z][\w-]*)")
_NO_COMPANIONS: Final = TITLES | STOP_WORDS
_CAPITALS: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
"""An ending that makes another name of a word, as in "SpaceX"."""
_INFLECTIONS: Final = (
    *("s", "es", "i", "er", "ed", "ly", "y", "ish", "ese"),
    *(ending + plural for ending in ("n", "an", "ian") for plural in ("", "s")),
)
_NO_NAMES: Final = STOP_WORDS | {word.lower() for word in (*MONTHS, *WEEKDAYS)}


@dataclass(frozen=True, slots=True)
class _Words:
    """The capitalised words of a story that may be names."""

    places: dict[str, list[Span]]
    lower: set[str]
    """The words that also stand in lower case."""

    @classmethod
    def of(cls, story: Story) -> _Words:
        places: defaultdict[str, list[Span]] = defaultdict(list)
        lower: set[str] = set()
        for block in story.extraction.article.draft.blocks:
            if block.role is Role.FURNITURE:
                continue  # the page's words; crossheads and credits are the story's, although they bear no claims
            for found in _CAPITALISED.finditer(story.text, block.start, block.end):
                word = _bare(found[0])
                if len(word) <= _LONGEST and word.lower() not in _NO_NAMES:
                    places[word].append(Span(found.start(), found.start() + len(word)))
            lower.update(re.findall(r"(?<!\w)[a-z]{4,}", story.text[block.start : block.end]))
        return cls(dict(places), lower)

    def count(self, word: str) -> int:
        return len(self.places.get(word, ()))


def _bare(word: str) -> str:
    """A word without the ending of whose something is, and without a mark that closes a quotation."""
    return re.sub(r"['’]s?$", "", word).rstrip("'’-")


def spelling(story: Story) -> Iterator[Doubt]:
    """A name of somebody in the story that stands in another spelling elsewhere in it."""
    found = _Words.of(story)
    full: defaultdict[str, set[str]] = defaultdict(set)
    for person in story.extraction.people:
        for part in person.name.split():
            full[part].add(person.name)
    for one, two in _alike(found, full):
        common, rare = sorted((one, two), key=lambda word: (-found.count(word), not is_given(word), word))
        if (
            rare.lower() not in found.lower
            and _twins(common, rare, inflected=_share_given_name(story, found, common, rare))
            and _one_bearer(story, found, full, common, rare)
        ):
            yield _two_spellings((common, found.places[common]), (rare, found.places[rare]))


def _alike(found: _Words, full: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    """Pairs of words of which one is part of somebody's name, and that may differ in a letter or, if long, in two."""
    told: set[frozenset[str]] = set()
    by_key: defaultdict[str, list[str]] = defaultdict(list)
    by_letter: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(found.places):
        for key in _less_one(word):
            by_key[key].append(word)
        if len(word) >= _LONG - 2 and len(by_letter[word[0]]) < _MOST_ALIKE:
            by_letter[word[0]].append(word)
    folded = {letter: [fold(word) for word in words] for letter, words in by_letter.items()}
    for known in sorted(full):
        if not found.count(known):
            continue
        likely = [other for key in sorted(_less_one(known)) for other in by_key[key][:_MOST_ALIKE]]
        if len(known) >= _LONG - 2:
            words = by_letter[known[0]]
            near = process.extract(
                fold(known), folded.get(known[0], ()), scorer=Levenshtein.distance, score_cutoff=2, limit=None
            )
            likely += [words[at] for _, _, at in sorted(near, key=lambda found: found[2])]
            likely += [other for other in words if "-" in known and "-" in other]  # which may have more parts
        for other in likely:
            pair = frozenset((known, other))
            if other != known and pair not in told:
                told.add(pair)
                yield known, other


def _less_one(word: str) -> set[str]:
    """A word, and what is left of it without one of its letters: two that are one letter apart have one in common."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _two_spellings(common: tuple[str, list[Span]], rare: tuple[str, list[Span]]) -> Doubt:
    told = " and ".join(f"“{name}” ({_times(len(places))})" for name, places in (common, rare))
    return Doubt(f"The name is spelled {told}", both(common[1][0], rare[1][0]))


def _one_bearer(story: Story, found: _Words, full: Mapping[str, set[str]], common: str, rare: str) -> bool:
    """Whether two spellings can be of one name, by what stands beside them.

    Where the first letter differs, or one of few letters, words are like by chance: then the same other name has to
    stand beside both, or one is never introduced in full and the other is nowhere named again.
    """
    initial = common[0] == rare[0]
    long = min(len(common), len(rare)) >= _SHORTEST
    if is_given(common) and is_given(rare) and (common.startswith(rare) or rare.startswith(common)):
        return False  # Paula may be Paul's daughter, and Pete is short for Peter
    once = found.count(rare) == 1 and not is_given(rare)
    if (
        once
        and is_given(common)
        and len(common) == len(rare)
        and (initial or long)
        and _precedes_name(story, found.places[rare][0])
    ):
        return True
    if not _one_person(full.get(common, set()), full.get(rare, set())):
        return False
    (before, after), (rare_before, rare_after) = (_companions(story, found.places[word]) for word in (common, rare))
    if before & rare_before or after & rare_after:
        return initial or not (is_given(common) and is_given(rare))
    if (before and rare_before) or (after and rare_after) or (is_given(rare) and not is_given(common)):
        return False
    if initial and long:
        return True
    introduced = [bool(before or after), bool(rare_before or rare_after)]
    last = any(name.split()[-1] in {common, rare} for word in (common, rare) for name in full.get(word, ()))
    alone = introduced[0] != introduced[1] or (long and not introduced[1] and found.count(common) > 2)
    return once and (last or not is_given(common)) and alone and (long or (initial and found.count(common) > 1))


def _precedes_name(story: Story, span: Span) -> bool:
    return re.match(r" (?:[^\W\d_a-z]\. )?[^\W\d_a-z][\w’-]+", story.text[span.end : span.end + 30]) is not None


_TWO_WORDS: Final = re.compile(r"(?<![\w’'-])([^\W\d_a-z][\w’-]{2,})(?= ([^\W\d_a-z][\w’-]+\w)(?![\w-]))")

_MOST_OF_A_WORD: Final = 100
"""Names with one word in common, and the initial of the other, that are compared in pairs: more of them are a list."""


def bodies(story: Story) -> Iterator[Doubt]:
    """A name of two words, of a body or a place, of which one word stands in another spelling: "Untied Nations"."""
    places: defaultdict[tuple[str, str], list[Span]] = defaultdict(list)
    for sentence in story.sentences:
        if sentence.section in {Section.BODY, Section.CAPTION}:
            for found in _TWO_WORDS.finditer(story.text, sentence.start, sentence.end):
                if found[1].lower() in STOP_WORDS or found[2].lower() in STOP_WORDS:
                    continue
                first, second = (_bare(word) for word in found.groups())
                places[first, second].append(Span(found.start(), found.start(2) + len(second)))
    people = {part for person in story.extraction.people for part in person.name.split()}
    by_word: defaultdict[tuple[int, str, str], list[str]] = defaultdict(list)
    for pair in places:
        for at in (0, 1):
            if pair[1 - at] not in people and len(pair[at]) >= _SHORTEST and pair[at] not in people:
                by_word[at, pair[1 - at], pair[at][0]].append(pair[at])
    for (at, shared, _), words in by_word.items():
        for one, other in combinations(words[:_MOST_OF_A_WORD], 2):
            if _twins(one, other):
                pairs = [(word, shared) if at == 0 else (shared, word) for word in (one, other)]
                common, rare = sorted(pairs, key=lambda pair: (-len(places[pair]), pair))
                yield _two_spellings((" ".join(common), places[common]), (" ".join(rare), places[rare]))


_CAPITAL_WITHIN: Final = re.compile(r"[a-z][A-Z]")
_IN_ADDRESS: Final = re.compile(r"[@/_]|\.\w")
"""What stands behind a word that is a part of an address or a handle, which has capitals of its own."""


def capitals(story: Story) -> Iterator[Doubt]:
    """A name with a capital within it that stands without elsewhere: "WikiLeaks" and "Wikileaks"."""
    full: defaultdict[str, set[str]] = defaultdict(set)
    for person in story.extraction.people:
        for part in person.name.split():
            full[part].add(person.name)
    quoted = bytearray(len(story.text))
    for quote in story.extraction.quotes:
        quoted[quote.start : quote.end] = b"\1" * (quote.end - quote.start)
    found = _Words.of(story).places.items()
    own = {word: places for word, spans in found if (places := _in_prose(story.text, spans, quoted))}
    plain = {word.lower(): word for word in own if word[1:].islower()}
    for word in sorted(own):
        other = plain.get(word.lower()) if _CAPITAL_WITHIN.search(word) else None
        if other is not None and _one_person(full.get(word, set()), full.get(other, set())):
            common, rare = sorted((word, other), key=lambda name: (-len(own[name]), name))
            yield _two_spellings((common, own[common]), (rare, own[rare]))


def _in_prose(text: str, spans: Iterable[Span], quoted: bytearray) -> list[Span]:
    """The places of a word in the paper's own words, in no address and no handle."""
    return [
        span
        for span in spans
        if not quoted[span.start]
        and text[max(0, span.start - 1) : span.start] not in tuple("@#/._")
        and not _IN_ADDRESS.match(text, span.end)
    ]


_OFTEN: Final = 3
"""Times that a name stands in a story of which no person bears it, for another word to be a misprint of it."""
_WITHIN: Final = re.compile(r"[a-z,;:] $")
"""What stands before a word with a capital of its own, not that of a sentence."""


def misprints(story: Story) -> Iterator[Doubt]:
    """A name of a thing or a place that once has a letter too many or too few, or two swapped: "the Lusitnia"."""
    found = _Words.of(story)
    people = {part for person in story.extraction.people for part in person.name.split()}
    names = {
        word
        for word in found.places
        if len(word) > _SHORTEST and word not in people and word.lower() not in found.lower
    }
    by_key: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        if found.count(name) >= _OFTEN:
            for key in _less_one(name):
                by_key[key].append(name)
    for word in sorted(names):
        span = found.places[word][0]
        within = _WITHIN.search(story.text, max(0, span.start - 2), span.start) is not None
        if found.count(word) > 1 or not within or any(_companions(story, [span])):
            continue
        for name in sorted({name for key in _less_one(word) for name in by_key[key][:_MOST_ALIKE]}):
            if _is_misprint(fold(name), fold(word)):
                yield _two_spellings((name, found.places[name]), (word, found.places[word]))


def _is_misprint(name: str, word: str) -> bool:
    """Whether a word is a name but for one letter too many or too few, or two that are swapped.

    Near its end that makes another word of it: *Martin* and *Martian*, *county* and *country*.
    """
    short, long = sorted((name, word), key=len)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(short, long, strict=False)))
    if not 0 < same < len(long) - 3:
        return False
    if len(short) < len(long):
        return short[same:] == long[same + 1 :]
    swapped = short[same : same + 2] == long[same : same + 2][::-1]
    return swapped and short[same + 2 :] == long[same + 2 :]


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _share_given_name(story: Story, found: _Words, one: str, other: str) -> bool:
    """Whether one given name stands before both, which it does before a surname, and not before its plural."""
    before, beside = (_companions(story, found.places[word])[0] for word in (one, other))
    return any(map(is_given, before & beside))


def _twins(one: str, two: str, *, inflected: bool = False) -> bool:
    """Whether two words look like spellings of one name; what differs only in an ending is another word.

    Args:
        one: A name.
        two: What may be the same.
        inflected: Whether they may differ in an ending.
    """
    if one == two or abs(len(one) - len(two)) > 2:
        return False
    folded = fold(one), fold(two)
    if folded[0] == folded[1]:
        return one.casefold().replace("’", "'") != two.casefold().replace("’", "'")
    if folded[0][1:] == folded[1][1:]:
        return True
    if "-" in one and "-" in two:
        parts = [pair for pair in zip(one.split("-"), two.split("-"), strict=False) if pair[0] != pair[1]]
        return len(parts) == 1 and _twins(*parts[0])
    short, long = sorted(folded, key=len)
    ends = not inflected and any(long == short + ending for ending in _INFLECTIONS)
    if ends or {one[len(two) :], two[len(one) :]} & _CAPITALS:
        return False
    distance = Levenshtein.distance(*folded, score_cutoff=2)
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(*folded, strict=False)))
    return OSA.distance(*folded, score_cutoff=1) == 1 or (
        distance == 2 and len(short) >= _LONG and alike < len(short) - 2
    )


def _one_person(known: set[str], other: set[str]) -> bool:
    """Whether the full names that two spellings are part of may be one: they share a part, or one has no other."""
    if not known:
        return True
    parted = any(set(name.split()) & set(twin.split()) for name in known for twin in other)
    alone = [all(" " not in name for name in names) for names in (known, other)]
    return not other or parted or alone[0] != alone[1]


def _companions(story: Story, spans: Iterable[Span]) -> tuple[set[str], set[str]]:
    """The capitalised words right before and right after a name, but for titles, which many people bear."""
    before = (_BEFORE.search(story.text[max(0, span.start - 30) : span.start]) for span in spans)
    after = (_AFTER.match(story.text[span.end : span.end + 30]) for span in spans)
    one, two = (
        {found[1] for found in matches if found and found[1].lower() not in _NO_COMPANIONS}
        for matches in (before, after)
    )
    return one, two
