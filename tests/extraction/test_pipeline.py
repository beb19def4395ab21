"""What goes through the pipeline comes out as spaCy itself gives it, but where it is bounded or hurried."""

from __future__ import annotations

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


def test_a_sentence_begins_behind_a_semicolon_that_a_clause_follows_and_behind_no_plain_word() -> None:
    text = "The bridge cost 57 lives; it was opened in 1890 and it still stands no stop here"
    (doc,) = pipeline.parse(pipeline.load(), [text])
    assert [sentence.text for sentence in doc.sents] == [
        "The bridge cost 57 lives;",
        "it was opened in 1890 and it still stands no stop here",
    ]
