"""The whole way from an article to its claims."""

from __future__ import annotations

import importlib
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.consistency import examine
from factcheck.errors import ExtractError
from factcheck.extraction import Progressed, extract, facts, find_facts, pipeline
from factcheck.extraction.paragraphs import PIECE, paragraphs
from factcheck.extraction.pipeline import DEFAULT
from factcheck.extraction.words import words
from factcheck.model import Article, Block, Draft, Fact, FactKind, Role, Section
from factcheck.reading.endless import MOST
from tests.conftest import HOSTILE
from tests.extraction.build import story

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc

STORY = story(
    (Role.HEADLINE, "Mayor 'knew of leak' at Harrow dam"),
    (Role.BYLINE, "By Bob Stone"),
    "Mayor Ann Lee, 43, knew in May 2019 that the dam leaked, a source said. She sold 12 percent of her land in June.",
    (Role.CAPTION, "The dam near Leeds"),
    "“It was the worst leak in ten years,” engineer Carl Moss said. “I love this town.”",
)


def test_claims_come_in_story_order_with_their_sections() -> None:
    found = extract(STORY).claims
    assert [claim.id for claim in found] == [f"c{number}" for number in range(1, len(found) + 1)]
    assert [claim.start for claim in found] == sorted(claim.start for claim in found)
    text = STORY.draft.text
    assert all(text[claim.start : claim.end] == claim.text for claim in found)
    assert [claim.section for claim in found] == [
        Section.HEADLINE,
        Section.BODY,
        Section.BODY,
        Section.CAPTION,
        Section.BODY,
        Section.BODY,
    ]


def test_claims_carry_facts_kinds_and_priority() -> None:
    by_text = {claim.text: claim for claim in extract(STORY).claims}
    knew = by_text["Mayor Ann Lee, 43, knew in May 2019 that the dam leaked"]
    assert {(fact.kind, fact.text) for fact in knew.facts} >= {
        (FactKind.AGE, "43"),
        (FactKind.DATE, "May 2019"),
        (FactKind.NAME, "Ann Lee"),
        (FactKind.TITLE, "Mayor"),
    }
    assert knew.kinds[:4] == ("name", "age", "date", "title")
    assert "paraphrase" in knew.kinds
    love = by_text["I love this town"]
    assert not love.checkable
    assert by_text["She sold 12 percent of her land in June"].priority > 0.5 > love.priority


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Ann Lee said the council must be strong and act wisely against the leaks in the county.",
            [("the council must be strong", False), ("act wisely against the leaks in the county", False)],
        ),
        (
            "The town should mend the dam now, saving the valley of the river.",
            [("The town should mend the dam now", False), ("saving the valley of the river", False)],
        ),
        (
            "The yard will close in May, ending the work of the town.",
            [("The yard will close in May", True), ("ending the work of the town", True)],
        ),
    ],
)
def test_a_verb_is_judged_with_the_auxiliary_that_it_shares(sentence: str, expected: list[tuple[str, bool]]) -> None:
    assert [(claim.text, claim.checkable) for claim in extract(story(sentence)).claims] == expected


def test_the_word_that_begins_a_sentence_is_no_title() -> None:
    told = story("When French President Sadi Carnot came to the tower, Mr. Carnot was met by a crowd.")
    titles = [fact.text for claim in extract(told).claims for fact in claim.facts if fact.kind is FactKind.TITLE]
    assert set(titles) == {"French President", "Mr."}


def test_every_fact_lies_inside_its_claim() -> None:
    found = [(claim, fact) for claim in extract(STORY).claims for fact in claim.facts]
    assert len(found) == 10
    for claim, fact in found:
        assert claim.start <= fact.start < fact.end <= claim.end
        assert STORY.draft.text[fact.start : fact.end] == fact.text


def test_a_claim_that_ends_with_quoted_words_asserts_a_quotation() -> None:
    (found,) = extract(story("The mayor called the bridge a “rusty old thing.”")).claims
    assert found.text.endswith("a “rusty old thing")
    assert "quote" in found.kinds


def test_progress_tells_each_claim_once_and_ends_with_all_words() -> None:
    article = story(*(f"In {year} the town built {year - 1900} houses near the river." for year in range(1900, 2000)))
    told: list[Progressed] = []
    found = extract(article, progress=told.append)
    assert len(told) > 1
    assert tuple(claim for step in told for claim in step.claims) == found.claims
    assert [step.done for step in told] == sorted(step.done for step in told)
    assert told[-1].done == told[-1].total == sum(len(part.split()) for part in article.draft.text.split("\n\n"))


def test_long_paragraphs_are_parsed_side_by_side_and_give_the_same_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [f"In {year} the town built {year - 1800} houses near the river." for year in range(1850, 2010)]
    article = story(*(" ".join(lines[at : at + 80]) for at in range(0, len(lines), 80)))
    parse = pipeline.parse
    parsed: list[int] = []

    def counted(nlp: Language, texts: Sequence[str]) -> list[Doc]:
        parsed.append(len(texts))
        return parse(nlp, texts)

    monkeypatch.setattr(pipeline, "parse", counted)
    told: list[Progressed] = []
    together = extract(article, progress=told.append)
    assert parsed == [2]
    assert len(told) == 2, "how far it is is told after each all the same"
    monkeypatch.setattr("factcheck.extraction.claims._SIDE_BY_SIDE", 1)
    assert extract(article) == together
    assert parsed == [2, 1, 1]


def test_an_overlong_paragraph_is_cut_between_sentences_and_where_none_ends_into_short_pieces() -> None:
    told = " ".join(f"In {year} the town built {year - 1800} houses near the river." for year in range(1800, 1950))
    babble = "the river rose and the town said nothing of it " * 150
    draft = story(told, babble.strip(), "x" * 9000).draft
    pieces = [draft.text[one.start : one.end] for one in paragraphs(draft)]
    assert "".join(pieces) == draft.text.replace("\n\n", "")
    assert max(map(len, pieces)) <= PIECE
    whole = [piece for piece in pieces if piece.startswith("In ")]
    assert len(whole) == 2
    assert all(piece.rstrip().endswith("river.") for piece in whole)
    *short, _ = (piece for piece in pieces if piece[0] != "x" and piece not in whole)
    assert len(short) == 2, "what is left is short enough to be parsed at once"
    assert all(len(piece) <= 1250 and piece.endswith(" ") for piece in short)


def test_of_an_endless_sentence_the_beginning_is_read_and_the_story_goes_on_behind_it() -> None:
    babble = "the river rose and the town said nothing of it " * (2 * MOST // 47)
    draft = story(f'It rained. Then {babble}and "a flood" came. Bridges fell, "two of them," Ann Lind said.').draft
    *_, before, last = paragraphs(draft)
    assert before.end == len("It rained. ") + MOST
    assert draft.text[last.start : last.end].startswith("Bridges fell")
    assert [draft.text[one.start : one.end] for one in last.segments] == ['"two of them,"']


@pytest.mark.parametrize("length", [4000, 40_000])
def test_what_is_parsed_at_once_is_bounded(monkeypatch: pytest.MonkeyPatch, length: int) -> None:
    parse = pipeline.parse
    sizes: list[int] = []

    def counted(nlp: Language, texts: Sequence[str]) -> list[Doc]:
        sizes.append(sum(map(len, texts)))
        return parse(nlp, texts)

    monkeypatch.setattr(pipeline, "parse", counted)
    extract(story(*["the river rose " * (length // 15)] * (80_000 // length)))
    assert max(sizes) < 20_000


def test_the_facts_of_a_text_are_found_once_for_claims_and_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(text: str, **more: Any) -> tuple[Fact, ...]:
        asked.append(text)
        return find_facts(text, **more)

    monkeypatch.setattr(facts, "find_facts", counted)
    facts.facts_of.cache_clear()
    found = examine(STORY)
    assert any(claim.facts for claim in found.claims)
    assert asked == [STORY.draft.text]


def test_a_progress_callback_may_cancel() -> None:
    class StopError(Exception):
        pass

    def stop(_: Progressed) -> None:
        raise StopError

    with pytest.raises(StopError):
        extract(STORY, progress=stop)


def test_a_missing_pipeline_says_what_to_install() -> None:
    with pytest.raises(ExtractError, match="pip install xx-no-such-pipeline"):
        extract(STORY, pipeline="xx_no_such_pipeline")


@pytest.mark.parametrize("name", ["math", "json", "./no/such/folder"])
def test_what_is_no_pipeline_is_refused(name: str) -> None:
    with pytest.raises(ExtractError):
        extract(STORY, pipeline=name)


@pytest.mark.parametrize(("part", "missing"), [("parser", "no parser"), ("ner", "no entity recogniser")])
def test_a_pipeline_that_lacks_a_part_is_told(tmp_path: Path, part: str, missing: str) -> None:
    nlp = importlib.import_module(DEFAULT).load()
    nlp.remove_pipe(part)
    nlp.to_disk(tmp_path / "pipe")
    with pytest.raises(ExtractError, match=missing) as told:
        extract(STORY, pipeline=str(tmp_path / "pipe"))
    assert DEFAULT in told.value.todo


def test_the_same_article_gives_the_same_claims() -> None:
    assert extract(STORY) == extract(STORY)


@pytest.mark.parametrize(
    "text",
    [
        HOSTILE,
        HOSTILE * 30,
        "He said: “\x1b[31mThe dam\x00 leaked\x07,” and \u200bleft\u202e.",
        "a\ud800b said “c\udfff” in 2020.",
        "\u2028\u2029\x85",
        "9" * 20_000,
        "x" * 20_000,
        "(" * 20_000,
        "שלום עולם 2020 " * 500,
        "👩‍👩‍👧‍👦 " * 500,
        "he said that " * 2_000,
        '"It works," he said. ' * 50,
        "THE MAYOR, ANN LEE, SAID THAT 57 PEOPLE DIED IN 1883. " * 30,
        "the dam leaked for 3 weeks and nobody came " * 300,
        "\n".join(f"LEE: It cost {number} dollars.\nMOSS: It cost {number + 1}." for number in range(100)),
        "\n".join(f"| Hull {number} | {number * 7} | {number / 9:.1f}% |" for number in range(200)),
        "“He said ‘I told you “never” again’ and “ then left. ” " * 100,
        "“" * 500 + "a" + "”" * 500,
        "The dam " + "leaked and " * 1_500,
        "March reported according he said the broke a as voted Ann that but 84 had but claims voted broke the.",
        "State when it would open and they will come.",
        "-Lee said that it leaked: “no”.",
        "That it leaked, he said, was known to all who said that it leaked:",
    ],
)
def test_odd_text_never_raises(text: str) -> None:
    article = story((Role.HEADLINE, text[:200]), text)
    for claim in extract(article).claims:
        assert article.draft.text[claim.start : claim.end] == claim.text


PARTS = tuple(
    part.replace("_", " ").replace("¶", "\n")
    for part in sorted(
        words(
            "“ ” \" ' ’ he_said Ann_Lee ,_43, the_dam_leaked in_2020 . , ( ) — which and ¶ [b] 東京 according_to that"
            " ; ? It_works"
        )
    )
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=25).map(" ".join))
def test_every_span_is_its_text(text: str) -> None:
    article = Article("", Draft(text, (Block(0, len(text), Role.BODY),)), "-")
    found = extract(article)
    for claim in found.claims:
        assert text[claim.start : claim.end] == claim.text
        assert claim.text == claim.text.strip()
        assert claim.text
    for quote in found.quotes:
        assert text[quote.start : quote.end] == quote.text


def test_importing_the_package_imports_no_spacy() -> None:
    code = "import sys, factcheck.extraction; print(sorted({'spacy', 'textual', 'sqlite_utils'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
