"""How many planted errors the findings tell, and how many findings the unchanged stories raise.

    python tests/bench/findings.py [FILE…] [--seed N] [--json]

Without files the stories of ``fixtures/`` are taken. One error at a time is planted, wherever a story has a place
for it:

* name: a letter of a name that one person bears, anywhere in it, at one of several places where it stands
* figure: a digit of a number that stands twice with the same noun, or with none, in two sentences that share a word or
  more: two numbers that share nothing are two things, and a change in one of them is no error
* age: a second age, in one of the forms that news uses, for a person who is named twice
* quotation: a dek that repeats a quotation of the body with a word less, or a word more
* weekday: a day with a date that does not fall on it
* sum: a total in a sentence that is added to the story
* order: a span of time that runs backwards, or a second act dated before the first

An error counts as found when a finding that the unchanged story does not raise touches the place.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import string
from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.consistency import examine
from factcheck.consistency.story import Story
from factcheck.extraction.given_names import is_given
from factcheck.model import FactKind, Role, Severity
from factcheck.reading import blocks, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Article, Extraction, Fact

STORIES = Path(__file__).parents[2] / "fixtures"
MOST = 3
"""Errors of one kind that are planted in one story."""

Change = tuple[int, int, str]
"""What is replaced, as a half-open range of code points, by what."""


def names(story: Extraction, chance: random.Random) -> Iterator[Change]:
    text = story.article.draft.text
    bearers = Counter(part for person in story.people for part in set(person.name.split()))
    for part in sorted(part for part, count in bearers.items() if count == 1 and len(part) >= 4 and part.isalpha()):
        places = [found.start() for found in re.finditer(rf"(?<![\w-]){part}(?![\w-])", text)]
        if len(places) < 2:
            continue
        start, at = chance.choice(places), chance.choice([0, len(part) - 1, chance.randrange(len(part))])
        other = chance.choice([letter for letter in string.ascii_lowercase if letter != part[at].lower()])
        wrong = part[:at] + (other.upper() if part[at].isupper() else other) + part[at + 1 :]
        yield start, start + len(part), wrong


def figures(extraction: Extraction, chance: random.Random) -> Iterator[Change]:
    story = Story(extraction)
    copies: defaultdict[tuple[FactKind, float], list[Fact]] = defaultdict(list)
    for sentence in story.sentences:
        for fact, value in story.figures(sentence):
            copies[fact.kind, value].append(fact)
    for (_, value), facts in copies.items():
        for fact in facts:
            digits = [at for at in range(fact.start, fact.end) if story.text[at].isdigit()]
            if digits and value >= 10 and any(is_copy(story, fact, other) for other in facts if other is not fact):
                at = chance.choice(digits)
                yield at, at + 1, chance.choice([digit for digit in "123456789" if digit != story.text[at]])


def is_copy(story: Story, one: Fact, two: Fact) -> bool:
    """Whether two equal numbers can be of one thing."""
    here, there = story.sentence(one.start), story.sentence(two.start)
    if here is None or there is None or here == there or (one.unit != two.unit and one.unit and two.unit):
        return False
    shared = story.content(here) & story.content(there)
    return len(shared) > (one.unit is not None and one.unit == two.unit)  # the noun itself is shared in any case


AGES = (
    ("", ", {age},"), ("", " ({age})"), ("", ", who is {age},"), ("", ", aged {age},"), ("", ", {age} years old,"),
    ("{age}-year-old ", ""), ("the {age}-year-old ", ""), ("", ", who turned {age} this week,"),
    ("", ", in his {decade}s,"), ("", ", born in {born},"),
)  # fmt: skip
"""What is put before and behind a name to tell an age."""


def ages(story: Extraction, chance: random.Random) -> Iterator[Change]:
    text, published = story.article.draft.text, story.article.published
    speakers = {claim.attribution.person for claim in story.claims if claim.attribution}
    surnames = Counter(person.name.split()[-1] for person in story.people)
    for person in story.people:
        surname = person.name.split()[-1]
        if person.name not in speakers and not is_given(person.name.split()[0]):
            continue  # a ship may pass for a person
        if " " not in person.name or person.probable or surnames[surname] > 1:
            continue
        full = re.search(rf"(?<![\w-]){re.escape(person.name)}(?= [a-z])", text)
        later = re.compile(rf"(?<![\w-])(?:{re.escape(person.name)}|(?<![A-Z]\w\w ){re.escape(surname)})(?= [a-z])")
        again = list(later.finditer(text, full.end())) if full else []
        before, behind = chance.choice(AGES if published else AGES[:-1])
        age, off, born = chance.randint(25, 70), chance.randint(2, 9), published.year if published else 0
        if full and again:
            place = chance.choice(again)
            told = {"age": age + off, "decade": age // 10 * 10 + 20, "born": born - age - off}
            second = before.format(**told) + place[0] + behind.format(**told)
            yield full.end(), place.end(), f", {age},{text[full.end() : place.start()]}{second}"


def quotations(story: Extraction, chance: random.Random) -> Iterator[Change]:
    headline = next((block for block in story.article.draft.blocks if block.role is Role.HEADLINE), None)
    if headline is None:
        return
    for quote in story.quotes:
        words = quote.text[1:-1].split()
        if not 7 <= len(words) <= 30 or re.search(r"[.!?…]", quote.text[1:-2]) or '"' in quote.text[1:-1]:
            continue
        at = chance.randrange(1, len(words) - 1)
        if chance.random() < 0.5:
            words.pop(at)
        else:
            words.insert(at, chance.choice(["very", "never", "always", "largest"]))
        said = quote.speaker if quote.speaker and quote.speaker[0].isupper() else "A witness"
        told = f'{said} said: "{" ".join(words).rstrip(".,")}."'
        yield headline.end, headline.end, f"\n\n{told}"


def weekdays(story: Extraction, chance: random.Random) -> Iterator[Change]:
    published = story.article.published
    text = story.article.draft.text
    ends = [found.end() for found in re.finditer(r"[a-z]{3}\.(?=\n\n[A-Z])", text)]
    if published is None or not ends:
        return
    for _ in range(MOST):
        day = published.replace(day=chance.randint(1, 28))
        wrong = chance.choice([name for name in WEEKDAYS if name != f"{day:%A}"])
        at = chance.choice(ends)
        yield at, at, f" The committee met on {wrong}, {day:%B} {day.day}, {day.year}."


def sums(story: Extraction, chance: random.Random) -> Iterator[Change]:
    ends = [found.end() for found in re.finditer(r"[a-z]{3}\.(?=\n\n[A-Z])", story.article.draft.text)]
    if not ends:
        return
    for _ in range(MOST):
        one, two = chance.randint(3, 60), chance.randint(3, 60)
        wrong = one + two + chance.choice([-3, -2, -1, 1, 2, 3, 10])
        told = chance.choice(
            [
                f" A total of {wrong} people were hurt, {one} men and {two} women.",
                f" The fire destroyed {wrong} houses: {one} in the old town and {two} in the harbour.",
                f" Of the {wrong} passengers, {one} were rescued and {two} died.",
            ]
        )
        at = chance.choice(ends)
        yield at, at, told


def orders(story: Extraction, chance: random.Random) -> Iterator[Change]:
    ends = [found.end() for found in re.finditer(r"[a-z]{3}\.(?=\n\n[A-Z])", story.article.draft.text)]
    if not ends:
        return
    for _ in range(MOST):
        late = chance.randint(1950, 2000)
        early = late - chance.randint(1, 40)
        told = chance.choice(
            [
                f" The hall served as a school from {late} to {early}.",
                f" The founder was born in {late} and died in {early}.",
                f" The station opened in {late} and closed in {early}.",
            ]
        )
        at = chance.choice(ends)
        yield at, at, told


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ERRORS = {
    "name": names,
    "figure": figures,
    "age": ages,
    "quotation": quotations,
    "weekday": weekdays,
    "sum": sums,
    "order": orders,
}


def changed(article: Article, change: Change) -> Article:
    start, end, words = change
    text = article.draft.text[:start] + words + article.draft.text[end:]
    return replace(article, draft=replace(article.draft, text=text, blocks=blocks(text)))


def is_told(before: Extraction, after: Extraction, change: Change) -> bool:
    """Whether a finding is new and touches what was changed."""
    known = {finding.message for finding in before.findings}
    start, stop = change[0], change[0] + max(1, len(change[2]))
    return any(
        finding.message not in known and any(span.start < stop and start < span.end for span in finding.spans)
        for finding in after.findings
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--seed", type=int, default=0, help="another number plants other errors")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--missed", action="store_true", help="print what was not found")
    options = parser.parse_args()
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    raised: Counter[str] = Counter()
    files = options.files or sorted(STORIES.glob("*.txt"))
    for path in files:
        chance = random.Random(f"{path.name}{options.seed or ''}")
        before = examine(read(path))
        raised.update(finding.kind for finding in before.findings if finding.severity is not Severity.LOW)
        raised["reminders"] += sum(finding.severity is Severity.LOW for finding in before.findings)
        for kind, plant in ERRORS.items():
            changes = list(plant(before, chance))
            for change in chance.sample(changes, min(MOST, len(changes))):
                planted[kind] += 1
                told = is_told(before, examine(changed(before.article, change)), change)
                found[kind] += told
                if options.missed and not told:
                    old = before.article.draft.text[change[0] : change[1]][:60]
                    print(f"{kind}: {path.name}: {old!r} -> {change[2][:80]!r} … {change[2][-80:]!r}")
    report = {kind: {"planted": planted[kind], "found": found[kind]} for kind in ERRORS}
    if options.json:
        print(json.dumps({"stories": len(files), "errors": report, "raised_unchanged": dict(raised)}))
        return
    print(f"{'error':12}{'planted':>9}{'found':>7}{'share':>8}")
    for kind, row in report.items():
        print(f"{kind:12}{row['planted']:>9}{row['found']:>7}{row['found'] / max(1, row['planted']):>8.2f}")
    print(f"raised by {len(files)} unchanged stories: {dict(raised)}")


if __name__ == "__main__":
    main()
