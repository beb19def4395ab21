"""What goes through the pipeline comes out as spaCy itself gives it, but where it is bounded or hurried."""

from __future__ import annotations

import gc
import importlib
import tracemalloc
from typing import Any

import pytest

from factcheck.extraction import pipeline

TEXTS = (
    "The Forth Bridge was opened on 4 March 1890 by the Prince of Wales, and cost £3.2m.",
    "",
    " \n ",
    "no stops no capitals " * 40 + "the queen opened the bridge at Queensferry in 1964 said the BBC",
    "Fowler; Baker; Arrol — 57 of 4,600 men died between 1882 and 1889, the *Dundee Courier* wrote.",
)


def test_entities_are_those_that_the_pipeline_itself_finds() -> None:
    nlp = pipeline.load()
    ours = pipeline.parse(nlp, TEXTS)
    recogniser = nlp.get_pipe("ner")
    # mypy knows no parts of pipelines
    theirs = list(recogniser.pipe([nlp.make_doc(text) for text in TEXTS]))  # type: ignore[attr-defined]
    told = [[(one.start, one.end, one.label_) for one in doc.ents] for doc in ours]
    assert told == [[(one.start, one.end, one.label_) for one in doc.ents] for doc in theirs]
    assert sum(map(len, told)) > 5
    assert all(doc.has_annotation("ENT_IOB") for doc in ours if len(doc))


def test_words_are_told_apart_as_by_the_whole_table() -> None:
    """Of the table of words only rows are taken out that tell nothing that is asked."""
    whole = importlib.import_module(pipeline.DEFAULT).load()
    for part in ("lemmatizer", "senter"):
        whole.disable_pipe(part)
    ours, theirs = (pipeline.parse(nlp, TEXTS) for nlp in (pipeline.load(), whole))
    told = [[(word.tag_, word.pos_, word.dep_) for word in doc] for doc in ours]
    assert told == [[(word.tag_, word.pos_, word.dep_) for word in doc] for doc in theirs]
    tables: list[Any] = [nlp.get_pipe("attribute_ruler") for nlp in (pipeline.load(), whole)]
    rows, all_rows = (len(table.patterns) for table in tables)
    assert rows < 0.8 * all_rows


def test_what_was_parsed_leaves_no_memory_behind() -> None:
    nlp = pipeline.load()
    pipeline.parse(nlp, TEXTS)
    gc.collect()
    gc.disable()
    tracemalloc.start()
    try:
        for _ in range(3):
            pipeline.parse(nlp, TEXTS)
        left, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
        gc.enable()
    assert left < 1_000_000, "nothing big waits for the garbage collector"


def test_a_sentence_begins_behind_a_semicolon_that_a_clause_follows_and_behind_no_plain_word() -> None:
    text = "The bridge cost 57 lives; it was opened in 1890 and it still stands no stop here"
    (doc,) = pipeline.parse(pipeline.load(), [text])
    assert [sentence.text for sentence in doc.sents] == [
        "The bridge cost 57 lives;",
        "it was opened in 1890 and it still stands no stop here",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lee was with his wife Ann Poe - the pair tied the knot in 1903.",
            ["Lee was with his wife Ann Poe -", "the pair tied the knot in 1903."],
        ),
        (
            "The yard is owned by the Lee family — its sons build ferries in Leeds.",
            ["The yard is owned by the Lee family —", "its sons build ferries in Leeds."],
        ),
        ("She is pretty cool…It is hard to complain.", ["She is pretty cool…", "It is hard to complain."]),
        ("The dam — the mayor knew it well — had leaked for weeks.", None),
        ("The dam (called the Wall — the builder was German) had leaked.", None),
        ("He had one rule – the ship built in 1904 first.", None),
        ("She sold the Roe – the ship the crew called home.", None),
        ("The club won — their third win this year.", None),
        ("I wanted to - I wanted to leave.", None),
        ("If they are ill–or the mayor is–the dam is closed.", None),
        ("The dam had leaked for weeks - she said.", None),
        ("They waited … and then they left.", None),
        ("Did the town know — the mayor had been told in 1880?", None),
    ],
)
def test_a_sentence_begins_behind_a_dash_alone_or_dots_that_a_clause_follows(
    text: str, expected: list[str] | None
) -> None:
    (doc,) = pipeline.parse(pipeline.load(), [text])
    assert [sentence.text for sentence in doc.sents] == (expected or [text])


def test_no_sentence_begins_with_the_zone_behind_a_time_of_day_and_one_does_with_no_name() -> None:
    texts = [
        "He stepped onto the Moon at 10:56 p.m. Eastern time on Sunday, and spoke.",
        "The bomb fell at 8:15 a.m. Hiroshima time on August 6, 1945.",
        "They landed at 4:17 p.m. “It works,” Charles Duke, the capsule communicator, answered.",
        'They landed at 4:17 p.m. "It works," Charles Duke, the capsule communicator, answered.',
        "He left at 2 p.m. The Carpathia came at 4 p.m. and took up 705 people.",
        'He called it "the end at 4 p.m." and left.',
        "The jury met at 2 p.m. Friday and was back shortly after 11 p.m. Jurors acquitted him.",
        "The museum is open from 9 a.m. to 5 p.m. Tickets cost a dime.",
        "He took the 6 p.m. Amtrak train and was there at 9 p.m. Central.",
    ]
    docs = pipeline.parse(pipeline.load(), texts)
    assert [[sentence.text for sentence in doc.sents][1:] for doc in docs] == [
        [],
        [],
        ["“It works,” Charles Duke, the capsule communicator, answered."],
        ['"It works," Charles Duke, the capsule communicator, answered.'],
        ["The Carpathia came at 4 p.m. and took up 705 people."],
        [],
        ["Jurors acquitted him."],
        ["Tickets cost a dime."],
        [],
    ]


def test_no_sentence_ends_with_a_rank_before_a_name() -> None:
    texts = [
        "The fire was out by noon, said Sgt. Thomas Sullivan of the police.",
        "They told Det. John Bonfield that it was Capt. William Ward who had given the order.",
        "Among them were U.S. Reps. Henry Dawes and James Garfield, who voted for it.",
        "Govs. Rutherford Hayes and Samuel Tilden came. Supt. Thomas Byrnes did not.",
    ]
    docs = pipeline.parse(pipeline.load(), texts)
    assert [[sentence.text for sentence in doc.sents][1:] for doc in docs] == [
        [],
        [],
        [],
        ["Supt. Thomas Byrnes did not."],
    ]


def test_a_sentence_ends_with_a_team_or_a_state_that_could_be_a_rank() -> None:
    texts = [
        "The Canadiens beat the Sens. Toronto won the game 3-1.",
        "He likes the Govs. The team won 4 games.",
        "The bill was brought in by Sens. Henry Dawes and James Lane.",
        "He moved to Denver, Col. He sold a mill in Pueblo, Col.",
    ]
    docs = pipeline.parse(pipeline.load(), texts)
    assert [[sentence.text for sentence in doc.sents][1:] for doc in docs] == [
        ["Toronto won the game 3-1."],
        ["The team won 4 games."],
        [],
        ["He sold a mill in Pueblo, Col."],
    ]
    assert [doc[-1].text for doc in docs] == ["."] * len(docs)


def test_a_sentence_without_end_is_cut_at_a_pause_and_one_that_news_may_have_is_not() -> None:
    nlp = pipeline.load()
    (long, endless, without_pause) = pipeline.parse(
        nlp, ["He saw the bridge, " * 16 + "and left.", "He saw the bridge, " * 100, "saw the bridge " * 200]
    )
    assert len(list(long.sents)) == 1
    sentences = list(endless.sents)
    assert max(map(len, sentences)) < 130
    assert all(sentence.text.endswith(",") for sentence in sentences)
    assert max(len(sentence) for sentence in without_pause.sents) <= 160
