"""Facts decide whether two claims agree: each row is a trap for a program that only looks at the wording."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.archive.atoms import atoms
from factcheck.archive.relation import relate
from factcheck.archive.scoring import Closeness, Likeness
from factcheck.extraction.facts import find_facts
from factcheck.model import Difference, Relation

SAME, NEAR, CONFLICT = Relation.SAME, Relation.NEAR, Relation.CONFLICT


def related(
    here: str,
    there: str,
    closeness: Closeness = Closeness.ALIKE,
    *,
    common: bool = False,
    quoted: bool = False,
    one_event: bool = False,
) -> tuple[Relation, tuple[Difference, ...]]:
    mine, theirs = (atoms(text, find_facts(text), quoted=quoted) for text in (here, there))
    return relate(mine, theirs, Likeness(90.0, 9.0, closeness, common, one_event=one_event))


@pytest.mark.parametrize(
    ("here", "there", "kind", "ours", "theirs"),
    [
        ("The flood killed 45 people", "The flood killed 47 people", "number", "45", "47"),
        ("The flood killed 45 people", "The flood killed sixty people", "number", "45", "sixty"),
        ("Sales grew by 45 per cent", "Sales grew by 47%", "percent", "45 per cent", "47%"),
        ("The rate rose by 2 per cent", "The rate rose by 2 percentage points", "percent", None, None),
        ("It cost $3 million to build", "It cost $3 billion to build", "money", "$3 million", "$3 billion"),
        ("The road is 12 miles long", "The road is 12 kilometres long", "number", "12 miles", "12 kilometres"),
        ("Ada Byrne, 51, was elected", "Ada Byrne, a 41-year-old, was elected", "age", "51", "41-year-old"),
        ("The bridge opened in May 2017", "The bridge opened in June 2017", "date", "May 2017", "June 2017"),
        ("The bridge opened in 2017", "The bridge opened in 2015", "date", "2017", "2015"),
        ("The vote was on Thursday", "The vote was on Tuesday", "date", "Thursday", "Tuesday"),
        ("The vote was on Nov. 18", "The vote was on Nov. 8", "date", "Nov. 18", "Nov. 8"),
        ("The train left at 6:38 p.m.", "The train left at 6:48 p.m.", "date", "6:38 p.m.", "6:48 p.m."),
        ("The sale ends on June 66", "The sale ends on June 30", "date", "June 66", "June 30"),
        ("It rose over the past 36 months", "It rose over the past 12 months", "date", None, None),
        ("A firm from Ohio built the dam", "A firm from Texas built the dam", "name", "Ohio", "Texas"),
        ("Ortega resigned in the night", "Molina resigned in the night", "name", "Ortega", "Molina"),
        ("Work on Sixth Avenue began", "Work on Eighth Avenue began", "name", "Sixth", "Eighth"),
        ("The mayor did not sign the deal", "The mayor signed the deal", "negation", "not sign", "signed"),
        ("The pilot never saw the mast", "The pilot saw the mast", "negation", "never saw", "saw"),
        ("She is no longer eligible to bid", "She remains eligible to bid", "negation", None, None),
        ("Divers failed to find the wreck", "Divers found the wreck", "negation", "failed find", "found"),
        ("A crewed probe went to Mars", "An uncrewed probe went to Mars", "negation", "crewed", "uncrewed"),
        ("Prices rose after the strike", "Prices fell after the strike", "negation", "rose", "fell"),
        ("It is the largest lake in Peru", "It is the smallest lake in Peru", "negation", "largest", "smallest"),
        ("Its length is not 10 miles", "Its length is 10 miles", "negation", "not 10 miles", "10 miles"),
        ("It was up in the first quarter of 2012", "It was up in the third quarter of 2012", "date", None, None),
        ("It was up in the first half of 2012", "It was up in the second half of 2012", "date", None, None),
        ("Caesar was killed in 44 BC", "Caesar was killed in 45 BC", "date", "44 BC", "45 BC"),
        ("The town was buried in AD 79", "The town was buried in AD 97", "date", "AD 79", "AD 97"),
        ("It cost $3-4 million", "It cost $3-5 million", "money", "$3-4 million", "$3-5 million"),
        ("It cost 3 to 4 million euros", "It cost 3 to 5 million euros", "money", None, None),
        ("Sales grew by 10-15%", "Sales grew by 10-16%", "percent", "10-15%", "10-16%"),
        ("It was minus 5 degrees", "It was 5 degrees", "number", "minus 5 degrees", "5 degrees"),
        ("He is 5ft 10in tall", "He is 5ft 11in tall", "number", "5ft 10in", "5ft 11in"),
        ("It took 3½ hours to put out", "It took 3¼ hours to put out", "number", "3½ hours", "3¼ hours"),
        ("The hosts won the final 4-2", "The hosts won the final 2-4", "number", "4-2", "2-4"),
        ("The hosts won the final 4–2", "The hosts won the final 3–2", "number", "4–2", "3–2"),
        ("Sales rose from $3m to $5m", "Sales rose from $5m to $3m", "money", "$3m to $5m", "$5m to $3m"),
        ("10-15 guests fell ill", "20 guests fell ill", "number", "10-15", "20"),
        ("At least 12 guests fell ill", "11 guests fell ill", "number", "12", "11"),
        ("She was the first woman there", "She was the second woman there", "number", "first", "second"),
        ("It cost $1.5bn to build", "It cost $1.5 million to build", "money", "$1.5bn", "$1.5 million"),
        ("Ada Byrne, 48, was elected", "Ada Byrne, 49, was elected", "age", "48", "49"),
        ("John Byrne was elected mayor", "Mary Byrne was elected mayor", "name", "John", "Mary"),
        ("Prices fell 10% in a week", "Prices rose 10% in a week", "negation", "fell", "rose"),
        ("The hosts won the final", "The hosts lost the final", "negation", "won", "lost"),
        ("Output doubled in a year", "Output halved in a year", "negation", "doubled", "halved"),
        ("The bank lent Ghana $300m", "Ghana lent the bank $300m", "order", None, None),
        ("Acme sued Globex over a patent", "Globex sued Acme over a patent", "order", None, None),
        ("Acme sued Globex", "Acme was sued by Globex", "order", "Acme", "Globex"),
        ('She called it "a shameful act"', 'She called it "a noble act"', "quote", "shameful", "noble"),
    ],
)  # fmt: skip
def test_one_other_fact_is_a_conflict(here: str, there: str, kind: str, ours: str | None, theirs: str | None) -> None:
    for mine, yours, a, b in ((here, there, ours, theirs), (there, here, theirs, ours)):
        relation, differences = related(mine, yours)
        assert relation is CONFLICT
        assert differences[0].kind in {kind, "number"} if kind == "age" else differences[0].kind == kind
        if a is not None and b is not None:
            assert (differences[0].here, differences[0].there) == (a, b)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("The flood killed 60 people", "The flood killed sixty people"),
        ("The flood killed 47 people", "The flood killed forty-seven people"),
        ("The hosts won the final 4–2", "The hosts won the final 4-2"),
        ("The bill passed 52-48", "The bill passed 52 to 48"),
        ("It cost $3-4 million", "It cost $3 to $4 million"),
        ("Sales grew by 10-15%", "Sales grew by 10 to 15 per cent"),
        ("It took 3½ hours to put out", "It took 3.5 hours to put out"),
        ("The town was buried in AD 79", "The town was buried in 79 AD"),
        ("It was up in Q3 2012", "It was up in the third quarter of 2012"),
        ("It seats half a million people", "It seats 500,000 people"),
        ("The bill passed 152-148", "The bill passed 152 to 148"),
        ("It cost $1.5bn to build", "It cost $1,500 million to build"),
        ("Byrne was elected mayor", "Ada Byrne was elected mayor"),
        ("President Byrne was elected", "Byrne was elected"),
        ("Sales grew by 45 per cent", "Sales grew by 45%"),
        ("The vote was on Nov. 18", "The vote was on 18 November"),
        ("Ada Byrne, 51, was elected", "Byrne, a 51-year-old, was elected"),
        ("The mayor didn’t sign the deal", "The mayor did not sign the deal"),
        ("Divers failed to find the wreck", "Divers did not find the wreck"),
        ("The probe was uncrewed", "The probe was not crewed"),
        ("Acme sued Globex over a patent", "Globex was sued by Acme over a patent"),
        ("Acme, Globex and Initech signed", "Globex, Acme and Initech signed"),
        ("The U.S. left the pact", "The US left the pact"),
        ("The United States left the pact", "The U.S. left the pact"),
        ("Initech Corp. moved to Cork", "Initech Corporation moved to Cork"),
        ("The Starship can land here", "The Starhip can land here"),
        ('She called it "a shame, in these times"', 'She called it "a shame, in thees times"'),
        ("Work resumed last year", "Work resumed last year"),
        ("“We saw it at once,” she said", '"We saw it at once," she said'),
        ("It emerged on Tuesday that Acme sued Globex", "Acme sued Globex, officials said"),
        ("The lander of OrbitBeyond was late", "The lander of Orbit Beyond was late"),
    ],
)
def test_one_fact_in_two_forms_is_the_same(here: str, there: str) -> None:
    assert related(here, there) == (SAME, ())
    assert related(there, here) == (SAME, ())


@pytest.mark.parametrize(
    ("here", "there", "kind", "text"),
    [
        ("The flood killed 47 people in Ghent", "The flood killed 47 people", "name", "Ghent"),
        ("The bridge opened in May 2017", "The bridge opened in 2017", "date", "May 2017"),
        ("The bridge opened in May", "The bridge opened", "date", "May"),
        ("Some 200 guests saw the fire", "Guests saw the fire", "number", "200"),
        ("The dam held about 450,000 litres", "The dam held 449,000 litres", "number", "450,000 litres"),
        ("More than 40 guests fell ill", "47 guests fell ill", "number", "40"),
        ("Nearly 300 guests fell ill", "297 guests fell ill", "number", "300"),
        ("10-15 guests fell ill", "12 guests fell ill", "number", "10-15"),
        ("It is the second longest bridge", "It is the longest bridge", "number", "second"),
        ("The bridge opened in 1890", "The bridge opened on 4 March 1890", "date", "1890"),
        ("Some of the miners were saved", "All of the miners were saved", "number", "Some"),
        ("Most voters trusted her", "Few voters trusted her", "number", "Most"),
        ("The ship carried 2,224 people", "The ship carried 20 lifeboats", "number", "2,224"),
        ('She said "it was a bad day"', 'She said "it was a bad day here"', "quote", ""),
    ],
)  # fmt: skip
def test_what_only_one_side_says_is_no_contradiction(here: str, there: str, kind: str, text: str) -> None:
    relation, differences = related(here, there)
    assert relation is NEAR
    assert [(difference.kind, difference.here) for difference in differences] == [(kind, text)]
    assert related(there, here)[0] is NEAR


def test_a_month_in_a_name_s_place_contradicts_nothing() -> None:
    relation, differences = related("The mill in Leeds closed in March", "The mill in Leeds closed in Spain")
    assert relation is NEAR
    assert {(one.kind, one.here, one.there) for one in differences} == {("date", "March", ""), ("name", "", "Spain")}


def test_a_verb_whose_stem_is_that_of_a_denial_denies_nothing() -> None:
    here, there = "The keeper noted the roar of the guns", "The keeper heard the roar of the guns"
    assert related(here, there) == related(there, here) == (SAME, ())


@pytest.mark.parametrize(
    ("here", "there", "years", "relation"),
    [
        ("Ada Byrne, 49, runs the mill", "Ada Byrne, 48, runs the mill", 1.0, NEAR),
        ("Ada Byrne, 49, runs the mill", "Ada Byrne, 48, runs the mill", 0.1, NEAR),
        ("Ada Byrne, 49, runs the mill", "Ada Byrne, 48, runs the mill", 2.5, CONFLICT),
        ("Ada Byrne, 48, runs the mill", "Ada Byrne, 49, runs the mill", 1.0, CONFLICT),
        ("Ada Byrne, 49, runs the mill", "Ada Byrne, 48, runs the mill", None, CONFLICT),
        ("Ada Byrne died at the age of 77", "Ada Byrne died at the age of 76", 1.0, CONFLICT),
    ],
)
def test_people_grow_older_between_two_claims(here: str, there: str, years: float | None, relation: Relation) -> None:
    mine, theirs = (atoms(text, find_facts(text)) for text in (here, there))
    assert relate(mine, theirs, Likeness(90.0, 9.0, Closeness.ALIKE, common=False), years)[0] is relation


def test_of_merely_related_claims_only_figures_are_told() -> None:
    here = "The keeper, Ada Byrne, 49, is not recommending a boat"
    there = "Ada Molina, 51, was recommending a horse"
    assert related(here, there, Closeness.LOOSE) == (NEAR, (Difference("age", "49", "51"),))


@pytest.mark.parametrize(
    ("here", "there", "differing"),
    [
        (
            "The jury took just 15 minutes to find them guilty",
            "After a three-day trial the jury in Leeds was out for less than 10 minutes",
            Difference("number", "15 minutes", "10 minutes"),
        ),
        ("The keeper, Ada Byrne, 49, lit it", "Boats hailed Byrne, 52, at dawn", Difference("age", "49", "52")),
    ],
)
def test_figures_for_one_thing_contradict_in_whatever_words_when_the_event_is_one(
    here: str, there: str, differing: Difference
) -> None:
    assert related(here, there, Closeness.LOOSE, one_event=True) == (CONFLICT, (differing,))
    assert related(there, here, Closeness.LOOSE, one_event=True)[0] is CONFLICT
    assert related(here, there, Closeness.LOOSE)[0] is NEAR


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("The jury took 15 minutes over it", "The choir sang for 10 minutes before the jury came"),
        ("The jury took 15 minutes over it", "The jury was out for 15 minutes"),
        ("The jury took less than 15 minutes", "The jury was out for 10 minutes"),
        ("The jury took 15 minutes over it", "The jury was out for 10 days"),
        ("The jury took 15 minutes over it", "The jury was out for 10 minutes, and ate for 15 minutes"),
        ("The jury had 12 members", "The jury heard 10 witnesses"),
        ("The keeper, Ada Byrne, 49, lit it", "Boats hailed Molina, 52, at dawn"),
        ("The jury came at 9, and lunch took 15 minutes", "The jury was out for 10 minutes"),
        ("The jury sat for the first time in May", "To the jury, he was the third to speak"),
        ("The jury granted Globex $15 million", "For its lunch the jury was paid $10"),
        ("The keeper, Ada Byrne, 49, lit it", "Boats hailed Tom Byrne, 52, at dawn"),
    ],
)
def test_figures_for_two_things_of_one_event_do_not(here: str, there: str) -> None:
    assert related(here, there, Closeness.LOOSE, one_event=True)[0] is NEAR
    assert related(there, here, Closeness.LOOSE, one_event=True)[0] is NEAR


def test_between_two_articles_on_one_event_people_grow_older() -> None:
    here, there = "The keeper, Ada Byrne, 52, lit it", "Boats hailed Byrne, 49, at dawn"
    mine, theirs = (atoms(text, find_facts(text)) for text in (here, there))
    likeness = Likeness(40.0, 9.0, Closeness.LOOSE, common=False, one_event=True)
    assert relate(mine, theirs, likeness, 3.1)[0] is NEAR
    assert relate(mine, theirs, likeness, 0.1)[0] is CONFLICT


def test_a_deputy_holds_another_post() -> None:
    here, there = "Ada Molina, deputy keeper of the mill in Leeds", "Jean Ortega, keeper of the mill in Leeds"
    relation, differences = related(here, there)
    assert relation is NEAR
    assert differences == (Difference("name", "Ada Molina", "Jean Ortega"),)
    assert related(here, there.replace("keeper", "deputy keeper"))[0] is CONFLICT


def test_two_hedges_with_two_values_contradict() -> None:
    assert related("It cost about $628,000", "It cost about $1 million")[0] is CONFLICT
    assert related("More than 40 fell ill", "Fewer than 30 fell ill")[0] is CONFLICT


def test_differing_facts_of_unlike_claims_are_no_contradiction() -> None:
    relation, differences = related("Acme hired 45 people", "Globex hired 47 people", Closeness.LOOSE)
    assert relation is NEAR
    assert differences == (Difference("number", "45", "47"),)
    assert related("Acme hired clerks", "Acme hired clerks", Closeness.CLOSE)[0] is NEAR


def test_merely_close_claims_that_each_say_more_may_be_about_two_things() -> None:
    here = "The yard in Belfast said that it would pay 12 riveters for repairs to a funnel"
    there = "The yard in Belfast hired 15 joiners after the launch of a larger ship"
    assert related(here, there, Closeness.CLOSE)[0] is NEAR
    assert related(here, here.replace("12", "15") + ", a boiler and a mast", Closeness.CLOSE)[0] is CONFLICT
    assert related(here, here.replace("12", "15").replace("a funnel", "masts"), Closeness.CLOSE)[0] is CONFLICT


def test_boilerplate_with_other_figures_is_another_day() -> None:
    assert related("Revenue was 35 million", "Revenue was 47 million", common=True)[0] is NEAR
    assert related("He was fired", "He was never fired", common=True)[0] is CONFLICT


def test_when_every_figure_is_another_the_claims_speak_of_another_thing() -> None:
    here = "The index fell 11 points, or 3 per cent, to 912 in May"
    there = "The index fell 25 points, or 5 per cent, to 628 in July"
    assert related(here, there)[0] is NEAR
    assert related(here, here.replace("912", "628"))[0] is CONFLICT


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("Exports rose by 592 million in March", "Exports fell by 592 million in May"),
        ("Ortega won 52 votes on Monday", "Molina won 47 votes on Monday"),
        ("Ghent won the final 4-2", "Cork lost the final 2-4"),
        ("Ortega did not resign", "Molina resigned"),
    ],
)
def test_another_figure_of_another_day_or_person_is_no_contradiction(here: str, there: str) -> None:
    assert related(here, there)[0] is NEAR


def test_words_of_a_quotation_count_more_than_others() -> None:
    here, there = "Our town needs a wider road", "Our town needs a safer road"
    assert related(here, there)[0] is SAME
    assert related(here, there, quoted=True)[0] is CONFLICT


def test_a_headline_in_title_case_names_nobody() -> None:
    relation, differences = related("Council Picks Bold Plan For Harbour", "Council Backs Bold Plan For Harbour")
    assert relation is NEAR
    assert differences == (Difference("name", "Picks", "Backs"),)


def test_a_sentence_made_of_names_names_somebody() -> None:
    here = "Gavrilo Princip shot Archduke Franz Ferdinand in Belgrade"
    relation, differences = related(here, here.replace("Belgrade", "Sarajevo"))
    assert relation is CONFLICT
    assert differences == (Difference("name", "Belgrade", "Sarajevo"),)


def test_text_that_is_not_ours_is_compared_like_any_other() -> None:
    text = "[b] 東京 [/] 👩‍👩‍👧‍👦 e\u0301 שלום has 7 gates " + "x" * 300
    assert related(text, text) == (SAME, ())
    assert related(text, text.replace("7", "8"))[0] is CONFLICT


pieces = st.sampled_from(
    [
        *("Ortega", "Molina", "NASA", "the mayor", "he", "never", "not", "no", "signed", "sold", "rose", "fell", "by"),
        *("and", "45", "47", "$3 million", "12%", "May 2017", "2017", "on Monday", "about", "more than", '"a bad day"'),
        *(
            "was sued by",
            "un",
            "crewed",
            "uncrewed",
            "東京",
            "e\u0301",
            "[/]",
            "👩‍👩‍👧‍👦",
            "66",
            "March",
            ",",
            ".",
            "שלום",
        ),
    ]
)
claims = st.lists(pieces, max_size=9).map(" ".join)


@given(claims)
def test_every_claim_agrees_with_itself(claim: str) -> None:
    assert related(claim, claim) == (SAME, ())


@given(claims, claims)
def test_it_does_not_matter_which_claim_is_here(here: str, there: str) -> None:
    mine, yours = related(here, there)[0], related(there, here)[0]
    assert (mine is SAME) == (yours is SAME)
