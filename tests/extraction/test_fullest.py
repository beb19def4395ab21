from __future__ import annotations

from factcheck.extraction.fullest import Names


def names(*all_: str) -> Names:
    made = Names()
    for name in all_:
        made.put(name)
    return made


def test_the_fullest_form_stands_for_a_person() -> None:
    made = names("Clara Barton", "Clara H Barton", "Barton", "Julia Barton")
    assert set(made.fullest()) == {"Clara H Barton", "Julia Barton"}


def test_a_word_before_a_name_is_no_part_of_it() -> None:
    assert set(names("Clara Barton", "Nurse Clara Barton").fullest()) == {"Clara Barton"}


def test_a_name_that_is_given_up_hides_no_other() -> None:
    made = names("Clara Barton", "Clara H Barton")
    made.drop("Clara H Barton")
    made.drop("Clara H Barton")
    assert list(made.fullest()) == ["Clara Barton"]
    assert list(made.holding(["Barton"])) == ["Clara Barton"]


def test_who_is_meant_by_words_is_who_holds_all_of_them() -> None:
    made = names("Clara Barton", "Julia Barton", "Clara Bow")
    assert set(made.holding(["Barton"])) == {"Clara Barton", "Julia Barton"}
    assert list(made.holding(["Bow", "Clara"])) == ["Clara Bow"]
    assert list(made.holding(["Bow", "Barton"])) == []


def test_a_doubled_name_is_fuller_than_half_of_it() -> None:
    assert list(names("Duran Duran", "Duran").fullest()) == ["Duran Duran"]
