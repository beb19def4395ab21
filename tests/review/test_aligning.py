"""Which sentence of an edited draft is which: where two places are as good as each other, nothing is decided."""

from __future__ import annotations

from factcheck.model import Block, Draft, Role
from factcheck.review.aligning import Alignment, align
from factcheck.review.sentences import sentences

FLOOD = "The river Arno rose by 11 metres on 4 November 1966."
ALONE = "The flood damaged a million books in the national library."
CITY = "The water stood in the city for eighteen hours."
HELP = "Volunteers came from many countries to save the books."
NEW = "The city counted the dead for a week."


def laid(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[Alignment, list[str], list[str]]:
    """Two drafts, given by paragraphs, laid over each other, and the sentences of both."""
    former, new = _draft(before), _draft(after)
    words = [[draft.text[one.start : one.end] for one in sentences(draft)] for draft in (former, new)]
    return align(sentences(former), sentences(new)), words[0], words[1]


def _draft(paragraphs: tuple[str, ...]) -> Draft:
    text, blocks = "", []
    for words in paragraphs:
        blocks.append(Block(len(text), len(text) + len(words), Role.BODY))
        text += f"{words}\n\n"
    return Draft(text, tuple(blocks))


def test_a_copy_behind_the_neighbour_of_another_paragraph_is_not_taken_for_the_sentence() -> None:
    alignment, before, _ = laid(
        (FLOOD, ALONE, HELP), (f"{FLOOD.replace('11', '12')} {ALONE}", f"{ALONE} {NEW}", f"{HELP} {CITY}")
    )
    assert alignment.place(before.index(ALONE)) is None
    assert len(alignment.doubtful[before.index(ALONE)]) == 2


def test_the_end_of_the_draft_alone_does_not_tell_a_sentence_from_its_copy() -> None:
    alignment, before, _ = laid((FLOOD, f"{CITY} {HELP}", ALONE), (FLOOD, f"{ALONE} {NEW}", f"{CITY} {HELP} {ALONE}"))
    assert before.index(ALONE) in alignment.doubtful


def test_one_neighbour_does_not_tell_a_sentence_from_its_copy_next_to_it() -> None:
    other = "Nobody in the town had been warned of anything that night."
    alignment, before, _ = laid((f"{other} {ALONE} {HELP}", CITY), (f"{NEW} {ALONE} {ALONE} {HELP}", CITY))
    assert before.index(ALONE) in alignment.doubtful


def test_a_sentence_goes_on_with_what_it_stood_behind_though_a_copy_ends_the_paragraph() -> None:
    alignment, before, after = laid((f"{CITY} {ALONE}", HELP), (f"{CITY} {ALONE} {NEW} {ALONE}", HELP))
    assert alignment.equal[before.index(ALONE)] == after.index(ALONE)
    # What stood behind it in its paragraph says otherwise.
    alignment, before, _ = laid((f"{CITY} {ALONE} {FLOOD}", HELP), (f"{CITY} {ALONE} {NEW} {ALONE} {FLOOD}", HELP))
    assert before.index(ALONE) in alignment.doubtful


def test_a_paragraph_of_one_sentence_is_not_its_copy_at_the_end_of_another_before_what_followed_it() -> None:
    other = "Nobody in the town had been warned of anything that night."
    alignment, before, after = laid(
        (f"{FLOOD} {other}", ALONE, CITY, HELP, NEW), (f"{HELP} {ALONE}", CITY, FLOOD, ALONE, NEW)
    )
    assert alignment.equal[before.index(ALONE)] == len(after) - 2
    # At the end of its neighbour's paragraph it may stand because the two were joined.
    alignment, before, _ = laid((FLOOD, ALONE, CITY, HELP, NEW), (f"{FLOOD} {ALONE}", HELP, ALONE, NEW, CITY))
    assert before.index(ALONE) in alignment.doubtful


def test_its_own_paragraph_tells_a_sentence_from_a_copy_that_stands_where_it_stood_by_the_order() -> None:
    first = "Every bridge of the city but one had been built before 1957."
    last = "The museum opened its doors again a year later."
    alignment, before, after = laid(
        (FLOOD, f"{HELP} {ALONE}", first, last),
        (FLOOD, f"{last.replace('a year', 'two years')} {ALONE}", first, f"{HELP} {ALONE} {HELP}"),
    )
    copy, there = (at for at, words in enumerate(after) if words == ALONE)
    assert alignment.equal[before.index(ALONE)] == there > copy


def test_the_order_in_its_paragraph_tells_a_sentence_from_a_copy_at_the_end() -> None:
    alignment, before, after = laid(
        (FLOOD, f"{ALONE} {CITY} {HELP}", NEW), (NEW, f"{ALONE} It rained. {CITY} {HELP} {ALONE}", FLOOD)
    )
    assert alignment.equal[before.index(ALONE)] == after.index(ALONE)


def test_two_sentences_of_a_paragraph_tell_each_other_from_copies_that_went_apart() -> None:
    alignment, before, after = laid(
        (FLOOD, f"{ALONE} {CITY}", HELP, NEW), (f"{FLOOD} {CITY}", f"{NEW} {ALONE}", HELP, f"{ALONE} {CITY}")
    )
    assert [alignment.equal[before.index(words)] for words in (ALONE, CITY)] == [len(after) - 2, len(after) - 1]


def test_a_sentence_among_those_of_another_paragraph_is_the_copy() -> None:
    added = "The trams ran again within a month of it."
    alignment, before, after = laid(
        (FLOOD, NEW, ALONE, f"{CITY} {HELP}"), (f"{CITY} {HELP} {ALONE}", NEW, f"{added} {ALONE}", FLOOD)
    )
    copy, there = (at for at, words in enumerate(after) if words == ALONE)
    assert alignment.equal[before.index(ALONE)] == there > copy


def test_a_neighbour_of_another_paragraph_does_not_tell_a_sentence_from_its_copy_in_the_same() -> None:
    alignment, before, _ = laid((CITY, ALONE, HELP, FLOOD), (f"{ALONE} {NEW} {ALONE}", HELP, FLOOD, CITY))
    assert before.index(ALONE) in alignment.doubtful


def test_a_sentence_that_another_holds_whole_beside_its_neighbour_is_not_sought_elsewhere() -> None:
    caption = "Books in the mud of the national library"
    alignment, before, _ = laid(
        (FLOOD, f"{CITY} {caption}", HELP, NEW), (FLOOD, f"{CITY} {caption} the day after.", HELP, f"{NEW} {caption}")
    )
    assert before.index(caption) in alignment.doubtful


def test_a_place_goes_to_the_sentence_that_stood_there_not_to_its_twin_that_was_cut() -> None:
    quoted = f"“{ALONE.removesuffix('.')}.”"
    alignment, before, after = laid(
        (FLOOD, f"{CITY} {quoted} {NEW}", HELP, f"{ALONE} Nobody knows how many were lost."),
        (FLOOD, f"{CITY} {ALONE} {NEW}", HELP, "Nobody knows how many were lost."),
    )
    assert alignment.edited[before.index(quoted)] == after.index(ALONE)
    assert alignment.place(before.index(ALONE)) is None


def test_a_place_that_may_be_that_of_either_twin_is_given_to_none() -> None:
    alignment, before, _ = laid(
        (FLOOD, ALONE, f"{ALONE} {CITY}", HELP), (FLOOD, f"{ALONE} {NEW}", HELP, CITY.replace("eighteen", "ten"), ALONE)
    )
    twins = [at for at, words in enumerate(before) if words == ALONE]
    assert all(twin in alignment.doubtful for twin in twins)


def test_a_paragraph_of_one_sentence_is_not_told_from_its_copy_that_became_one() -> None:
    # The sentence of another paragraph was cut, and the copy put in its place.
    alone = "Nobody in the town had been warned of anything that night."
    alignment, before, _ = laid(
        (FLOOD, CITY, alone, HELP, ALONE), (FLOOD.replace("11", "12"), f"{alone} {NEW}", HELP, alone)
    )
    assert alignment.place(before.index(alone)) is None


def test_a_sentence_that_stood_twice_is_not_sought_in_a_paragraph_of_its_own() -> None:
    alignment, before, _ = laid(
        (FLOOD, ALONE, HELP, f"{ALONE} {CITY}"), (FLOOD, f"{ALONE} {NEW}", HELP, CITY.replace("eighteen", "ten"), ALONE)
    )
    assert before.index(ALONE) in alignment.doubtful


def test_a_neighbour_tells_a_sentence_from_its_copy_next_to_it_when_the_other_has_gone_elsewhere() -> None:
    alignment, before, after = laid((f"{CITY} {ALONE}", HELP, NEW), (f"{CITY} {ALONE} {ALONE} {FLOOD}", HELP, NEW))
    assert alignment.equal[before.index(ALONE)] == after.index(ALONE)


def test_two_sentences_that_stay_together_tell_where_each_other_is() -> None:
    said, by = "Nobody in the town had been warned of anything that night.", "The mayor"
    alignment, before, after = laid(
        (FLOOD, f"{CITY} {HELP}", f"{said} {by}", f"{ALONE} {said}"),
        (FLOOD, f"{NEW} {said} {by}", f"{CITY} {HELP}", f"{ALONE} {said}"),
    )
    first, other = (at for at, words in enumerate(before) if words == said)
    there, last = (at for at, words in enumerate(after) if words == said)
    assert (alignment.equal[first], alignment.equal[other]) == (there, last)
    assert alignment.equal[before.index(by)] == after.index(by)


def test_a_copy_is_not_taken_for_the_twin_that_was_cut() -> None:
    said, by = "Nobody in the town had been warned of anything that night.", "The mayor"
    alignment, before, _ = laid(
        (FLOOD, f"{said} {by}", f"{CITY} {HELP}", f"{ALONE} {said}"),
        (FLOOD, by, f"{CITY} {HELP} {said}", f"{ALONE} {said}"),
    )
    assert alignment.place(before.index(said)) is None


def test_of_a_sentence_that_stood_twice_nobody_knows_which_was_edited_and_which_was_cut() -> None:
    edited = ALONE.replace("national library", "city")
    alignment, before, _ = laid((FLOOD, ALONE, NEW, f"{ALONE} {CITY}"), (FLOOD, f"{edited} {CITY}", HELP))
    twins = [at for at, words in enumerate(before) if words == ALONE]
    assert set(twins) <= alignment.doubtful.keys()
    # Its neighbours tell which of them it is.
    alignment, before, after = laid((FLOOD, ALONE, HELP, ALONE, CITY), (FLOOD, HELP, edited, CITY))
    assert alignment.edited == {3: after.index(edited)}
    assert alignment.place(before.index(ALONE)) is None


def test_a_short_line_is_known_by_the_line_behind_it_though_that_comes_again_and_again() -> None:
    line, credit = "The Arno", "Photo: City archive."
    alignment, before, after = laid(
        (FLOOD, credit, HELP, line, credit, CITY, credit), (FLOOD, HELP, CITY, credit, line, credit)
    )
    assert alignment.equal[before.index(line)] == after.index(line)
    alignment, before, _ = laid((FLOOD, line, HELP, NEW, CITY), (f"{NEW} {line} {CITY}", HELP, FLOOD))
    assert alignment.place(before.index(line)) is None


def test_an_abbreviation_before_a_word_that_no_name_begins_with_ends_a_sentence() -> None:
    words = "The water fell in Sept. The rest lay with Gen. Lee. He came from St. Paul. No. 7 was kept by J. I. Smith."
    draft = _draft((words,))
    assert [draft.text[one.start : one.end] for one in sentences(draft)] == [
        "The water fell in Sept.",
        "The rest lay with Gen. Lee.",
        "He came from St. Paul.",
        "No. 7 was kept by J. I. Smith.",
    ]
