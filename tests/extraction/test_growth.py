"""That time grows with the length of a text alone, however it is written: CPU times of one run are compared."""

from __future__ import annotations

import re
import time
from itertools import product
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from factcheck.consistency import find
from factcheck.extraction import extract, pipeline
from tests.extraction.build import story

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.language import Language
    from spacy.tokens import Doc

    from factcheck.model import Extraction

_LETTERS = "bcdfgklmnprstvz"
_NAMED = [f"{one}a{two}e".title() for one, two in product(_LETTERS, _LETTERS)]
"""225 names of four letters."""


def examined(text: str) -> tuple[float, Extraction]:
    """CPU seconds for a text, the best of two runs, and what is in it."""
    times = []
    for _ in range(2):
        began = time.process_time()
        found = extract(story(text))
        find(found)
        times.append(time.process_time() - began)
    return min(times), found


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    examined("The dam at Johnstown broke in May 1889.")


@pytest.mark.parametrize(
    "piece",
    [
        "He said 5, ",
        "that he said ",
        "He ran and ",
        "He said: ",
        "“a” b ",
        "“It leaked,” said the mayor, ",
        'He said "the dam leaked and" ',
        "(he said ",
        "May 3, 1889, ",
        "Ann Lee said ",
    ],
)
def test_a_sentence_without_end_costs_no_more_than_its_length(piece: str) -> None:
    """Such a sentence is one paragraph: what is held against each word of it is to be bounded."""
    short, _ = examined(piece * (1_200 // len(piece)))
    long, _ = examined(piece * (4_800 // len(piece)))
    assert long < 7 * short + 0.1  # four times as long


@pytest.mark.parametrize(("piece", "most"), [("He said: ", 1.65), ("who said which ", 2.2), ("Lee noted, ", 1.4)])
def test_a_sentence_of_cues_costs_little_more_than_prose(piece: str, most: float) -> None:
    """What is asked of each word around a claim is asked once a sentence, not once a claim; of equally many words."""
    prose = "The dam above the town broke in May, and the river took the mill. "
    usual, _ = examined(prose * (6_000 // _words(prose)))
    cues, _ = examined(piece * (6_000 // _words(piece)))
    assert cues < most * usual


def test_a_quotation_that_nothing_closes_is_parsed_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes through the parser at once takes memory, some 25 KB a word."""
    taken: list[int] = []
    parse = pipeline.parse

    def watched(nlp: Language, texts: Iterable[str]) -> list[Doc]:
        texts = list(texts)
        taken.append(sum(map(_words, texts)))
        return parse(nlp, texts)

    monkeypatch.setattr(pipeline, "parse", watched)
    extract(story('On May 3: "It ' * 4_000))
    assert max(taken) < 8_000


def _words(text: str) -> int:
    return len(re.findall(r"\w+|[^\w\s]", text))


def test_many_names_cost_no_more_than_their_number() -> None:
    """Each is held against the others: whether it is a fuller form of one, or one that was spelled otherwise."""
    names = [f"{one} {one[:2]}{two.lower()}" for one, two in product(_NAMED, _NAMED[::40])]
    short, _ = examined(" ".join(f"{name} said it leaked." for name in names[:300]))
    long, found = examined(" ".join(f"{name} said it leaked." for name in names[:1_200]))
    assert len(found.people) > 1_000
    assert long < 7 * short + 0.1


def test_long_quotations_cost_no_more_than_their_length() -> None:
    """Two that may be one are laid side by side."""
    words = [f"{name.lower()} and the" for name in _NAMED]
    short, long = (
        examined(f"He said, “The {' '.join(words[:end])}.” She said, “The {' '.join(reversed(words[:end]))}.”")[0]
        for end in (50, 200)
    )
    assert long < 7 * short + 0.1


def test_a_speaker_is_looked_for_in_the_text_once_not_once_a_sentence() -> None:
    """Whether *Detectives* is a name is asked of the whole text."""
    line = "Detectives said that the dam had leaked.\n\n"
    short, _ = examined(line * 400)
    long, _ = examined(line * 3_200)
    assert long < 12 * short + 0.1  # eight times as long


def test_a_name_behind_a_role_is_looked_for_only_in_what_is_new(monkeypatch: pytest.MonkeyPatch) -> None:
    """*The farmer* is the farmer without a name of before, unless a *farmer Ann Lee* was told of since."""
    looked: list[int] = []

    def watched(pattern: str) -> SimpleNamespace:
        compiled = re.compile(pattern)

        def search(text: str, start: int, end: int) -> re.Match[str] | None:
            looked.append(end - start)
            return compiled.search(text, start, end)

        return SimpleNamespace(search=search, finditer=compiled.finditer)

    monkeypatch.setattr("factcheck.extraction.voices.re", SimpleNamespace(compile=watched, escape=re.escape))
    text = "A farmer said that the dam had leaked.\n\n" + "The farmer said that the dam had leaked.\n\n" * 40
    extract(story(text))
    assert looked
    assert sum(looked) < 2 * len(text)
