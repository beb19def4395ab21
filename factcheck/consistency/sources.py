"""Stories that lean on sources without a name, and superlatives that nobody stands up for."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from factcheck.consistency.story import Doubt, both, clash, place
from factcheck.extraction.unnamed import is_withheld
from factcheck.model import FactKind, Section, Span
from factcheck.normalise import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.consistency.story import Story
    from factcheck.model import Attribution

_SOURCES: Final = frozenset(
    """
    source insider confidant confidante friend pal official aide witness onlooker bystander eyewitness neighbor
    neighbour employee staffer colleague coworker relative informant tipster associate executive familiar
    anonymous unnamed
    """.split()  # noqa: SIM905  # a list of words in quotes reads badly
)
"""What papers call somebody whom they do not name."""
_PRONOUNS: Final = frozenset({"he", "she", "they"})
_FEWEST_VOICES: Final = 3
"""A story in which sources speak less often does not rest on them."""


def _voices(story: Story) -> list[Attribution]:
    """Who speaks in the body, once for each place in the text where a speaker is named."""
    seen: dict[int, Attribution] = {}
    for claim in story.extraction.claims:
        if claim.attribution is not None and claim.section is Section.BODY:
            seen.setdefault(claim.attribution.start, claim.attribution)
    return [seen[start] for start in sorted(seen)]


def anonymous(story: Story) -> Iterator[Doubt]:
    """A story in which nobody with a name says anything: it rests on one anonymous source, by one label or several."""
    voices = _voices(story)
    if any(voice.named for voice in voices):
        return
    if len(voices) < _FEWEST_VOICES or not any(map(_label, voices)):
        return
    labels: defaultdict[str, list[Attribution]] = defaultdict(list)
    label = ""
    for voice in voices:
        words = " ".join(voice.speaker.split()).lower()
        label = label if label and words in _PRONOUNS else words  # *they* goes on for *a source*
        labels[label].append(voice)
    told = ", ".join(
        f"“{' '.join(same[0].speaker.split())}”{f' ({len(same)} times)' if len(same) > 1 else ''}"
        for same in labels.values()
    )
    many = "" if len(labels) == 1 else f"; {len(labels)} labels: one source or several?"
    yield Doubt(
        f"Nobody with a name says anything in this story; it rests on {told}{many}",
        tuple(Span(same[0].start, same[0].end) for same in labels.values()),
    )


_WITHHELD: Final = re.compile(
    r"(?i)\b(?:(?:did|does) not wish to be (?:named|identified)|(?:asked|wished|declined|refused|not) (?:not )?to be "
    r"(?:named|identified)|(?:on|under) (?:the )?condition of anonymity|requested anonymity|would not be named)\b"
)


def anonymous_opinion(story: Story) -> Iterator[Doubt]:
    """Opinion, or a remark that cannot be checked, from a source without a name: the first one by each label."""
    told: set[str] = set()
    places: list[int] = []
    for claim in story.extraction.claims:
        voice = claim.attribution
        if voice is None or voice.named or claim.checkable or claim.section is not Section.BODY:
            continue
        label = _label(voice) or (voice.speaker.lower() if is_withheld(story.text, voice.end) else None)
        if label is not None and label not in told:
            told.add(label)
            places.append(claim.start)
            yield _opinion(story, Span(voice.start, voice.end), claim.span)
    judged = {claim.start for claim in story.extraction.claims if claim.attribution and claim.attribution.quote}
    for found in _WITHHELD.finditer(story.text):
        sentence = story.sentence(found.start())
        quotes = [q for q in story.extraction.quotes if sentence and sentence.start <= q.start < sentence.end]
        # whole sentences in quotation marks are claims, which were looked at above
        quote = next((q for q in quotes if judged.isdisjoint(range(q.start, q.end))), None)
        if sentence is None or any(sentence.start <= place < sentence.end for place in places):
            continue
        if quote is not None:
            yield _opinion(story, Span(sentence.start, found.end()), Span(quote.start, quote.end))


def _opinion(story: Story, who: Span, what: Span) -> Doubt:
    first, second = both(who, what)
    return Doubt(
        f"{story.quoted(what)} is opinion from somebody without a name, {story.quoted(who)}",
        (first, second) if not first.overlaps(second) else (what,),
    )


def _label(voice: Attribution) -> str | None:
    """The word for an unnamed source in a speaker's words, None when there is none."""
    return next((word for word in tokens(voice.speaker) if word.removesuffix("s") in _SOURCES), None)


_CREDIT: Final = re.compile(
    r"\s*(?:The )?([A-Z][\w’'&.-]*(?: (?:of|and|&|the|[A-Z][\w’'.-]*)){0,5}) (?:first |exclusively |originally )?"
    r"(?:reported|broke|revealed|published)\b"
)
_LAST: Final = 2
"""Sentences at the end of the body in which a credit comes late."""


def late_credit(story: Story) -> Iterator[Doubt]:
    """The outlet that reported it first, named only at the end, with the sources standing above without it."""
    body = [sentence for sentence in story.sentences if sentence.section is Section.BODY]
    voices = _voices(story)
    if len(body) <= 2 * _LAST or not voices or any(voice.named for voice in voices):
        return
    for sentence in body[-_LAST:]:
        found = _CREDIT.match(story.text, sentence.start, sentence.end)
        if found is not None and found[1] not in story.text[: sentence.start]:
            first = voices[0]
            yield Doubt(
                f"“{found[1]}” reported this, which is said only at the end; “{first.speaker}” speaks without it above",
                both(Span(first.start, first.end), Span(found.start(1), found.end())),
            )


_STRONG: Final = 0.7
"""Share of an assertion's words that stand in another one, from which both assert the same."""
_FEWEST_WORDS: Final = 4


def own_voice(story: Story) -> Iterator[Doubt]:
    """What headline or dek assert in the paper's own voice, and in the body only an anonymous source says."""
    body = [(claim, story.content(claim)) for claim in story.extraction.claims if claim.section is Section.BODY]
    for claim in story.extraction.claims:
        if claim.section not in {Section.HEADLINE, Section.DEK} or claim.attribution is not None:
            continue
        about = story.content(claim)
        if len(about) < _FEWEST_WORDS:
            continue
        same = [other for other, said in body if len(about & said) >= _STRONG * len(about)]
        speakers = [other.attribution for other in same]
        if same and all(speaker is not None and not speaker.named for speaker in speakers):
            said = same[0]
            who = said.attribution.speaker if said.attribution else ""
            yield Doubt(
                f"{story.quoted(claim)} is told as fact; below only “{who}” says so",
                (claim.span, said.span),
            )


_CLAIM_TO_BE: Final = re.compile(r"(?i)\b(first|only|largest|biggest|highest|oldest|longest|worst) ([a-z]{3,})\b")


def broader_above(story: Story) -> Iterator[Doubt]:
    """A superlative in headline or dek that the body narrows: "the first map" above, "the first road map" below."""
    for sentence in story.sentences:
        if sentence.section not in {Section.HEADLINE, Section.DEK}:
            continue
        for found in _CLAIM_TO_BE.finditer(story.text, sentence.start, sentence.end):
            word, noun = (re.escape(group) for group in found.groups())
            below = [
                match
                for match in re.finditer(rf"(?i)\b{word} ((?:[a-z-]+ ){{0,3}}){noun}\b", story.text)
                if story.section(match.start()) is Section.BODY
            ]
            if below and all(match[1] for match in below):
                above, there = Span(*found.span()), Span(*below[0].span())
                yield Doubt(
                    f"{story.quoted(above)} in {place(sentence.section)}, but {story.quoted(there)} in the body",
                    both(above, there),
                )


_QUALIFIED: Final = re.compile(
    r"(?i)\b(?:(?:one|some|many|most|part) of|among|not|\w+n[’']t|hardly) "
    r"(?:(?:the|its|their|his|her|our)|[\w’' ]{1,30}['’]s?) $"
)
"""What stands before a superlative that is qualified or denied: "one of the nation's largest", "not the only one"."""
_AGES: Final = frozenset({"oldest", "eldest", "youngest"})
_KIN: Final = re.compile(
    r" of (?:whom|them|(?:(?:the|his|her|their) )?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)"
    r"(?=[,.;]| (?:children|siblings|brothers|sisters|boys|girls|sons|daughters|kids|born)\b))"
)
"""What makes *the oldest of three children* a plain fact, which nobody has to stand up for."""
_IDLE_ONLY: Final = re.compile(r" (?:way|thing|one|ones|issue|question|reason|problem|hope|choice|option|part|point)\b")
"""What makes *only* a turn of speech."""


def superlatives(story: Story) -> Iterator[Doubt]:
    """A superlative in the paper's own voice: to be verified, qualified or cut."""
    seen: set[int] = set()
    for claim in story.extraction.claims:
        if claim.attribution is not None or not claim.checkable:
            continue
        for fact in claim.facts:
            if (
                fact.kind is FactKind.SUPERLATIVE
                and fact.start not in seen
                and fact.value not in {"best", "top", "worst"}
                and not _QUALIFIED.search(story.text[max(0, fact.start - 50) : fact.start])
                and not (fact.value in _AGES and _KIN.match(story.text, fact.end))
                and not (fact.value == "only" and _IDLE_ONLY.match(story.text, fact.end))
            ):
                seen.add(fact.start)
                seen.update(other.start for other in claim.facts if other.kind is FactKind.SUPERLATIVE)
                yield clash(f"{story.quoted(claim)}: “{fact.text}”, and nobody is named who says so", fact)
