"""Words right behind a claim that the parse has left out."""

from __future__ import annotations

import pytest

from factcheck.extraction import extract, pipeline
from factcheck.extraction.leftovers import leftovers
from tests.extraction.build import story


@pytest.mark.parametrize(
    ("claim", "rest", "left", "own"),
    [
        ("Hooker used the charts", "they had been given.", "they had been given", False),
        (
            "The act covers coal",
            ", and iron, tin and lead pipes, according to Peel.",
            ", and iron, tin and lead pipes",
            False,
        ),
        ("The act covers coal", ", but no plans to widen it exist.", "no plans to widen it exist", True),
        ("It was their best year but still", "down 10 percent from 1911.", "still down 10 percent from 1911", True),
        ("The dam leaked", ", the engineers said on Monday.", None, False),
        ("The dam leaked", ", according to the engineers.", None, False),
        ("The dam leaked", "too.", None, False),
        ("They found ice on Jupiter's moon", "Europa.", "Europa", False),
    ],
)
def test_what_is_left_over_goes_on_with_the_claim_or_is_one_of_its_own(
    claim: str, rest: str, left: str | None, *, own: bool
) -> None:
    glue = "" if rest.startswith(",") else " "
    (doc,) = pipeline.parse(pipeline.load(), [claim + glue + rest])
    taken = doc.char_span(0, len(claim))
    assert taken is not None
    found = [(doc[one.start : one.end].text, one.own) for one in leftovers(next(doc.sents), [(0, taken.end)])]
    assert found == ([] if left is None else [(left, own)])


def test_a_list_that_the_parser_broke_off_is_whole() -> None:
    text = (
        "Churchill said they apply to letters of complaint, research or scientific notes and findings that don`t have "
        "any end, and Treasury Board letters, agendas and minutes that don`t deal with trade."
    )
    assert [claim.text for claim in extract(story(text)).claims] == [text[len("Churchill said ") : -1]]
