"""What an article says of a person beside the name."""

from __future__ import annotations

import pytest

from factcheck.extraction.profiles import profile
from factcheck.model import Span

Profile = tuple[tuple[str, ...], tuple[str, ...], tuple[int, ...]]


def of(text: str, name: str = "Ann Lee") -> Profile:
    places, at = [], text.find(name)
    while at >= 0:
        places.append(Span(at, at + len(name)))
        at = text.find(name, at + 1)
    return profile(text, places)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor Ann Lee spoke.", (("Mayor",), (), ())),
        ("former Vice President Ann Lee spoke.", (("former Vice President",), (), ())),
        ("Ann Lee, 48, spoke.", ((), (), (48,))),
        ("Ann Lee (48) spoke.", ((), (), (48,))),
        ("The 48-year-old actress Ann Lee spoke.", (("actress",), (), (48,))),
        ("Ann Lee, 48, a teacher at Hull High School, spoke.", ((), ("a teacher at Hull High School",), (48,))),
        ("said Ann Lee, president of the club.", ((), ("president of the club",), ())),
        ("said Ann Lee, CEO and founder of a bank.", ((), ("CEO and founder of a bank",), ())),
        ("Ann Lee, Hull’s first mayor, spoke.", ((), ("Hull’s first mayor",), ())),
        ("Ann Lee, the mayor said, was late.", ((), (), ())),
        ("Ann Lee, who is mayor, spoke.", ((), (), ())),
        ("Ann Lee, Bob Moss and others spoke.", ((), (), ())),
        ("Ann Lee, 2020, spoke.", ((), (), ())),
        ("Ann Lee, 48, sang. Ann Lee, 47, did not. Ann Lee left.", ((), (), (48, 47))),
        ("Ann Lee", ((), (), ())),
        ("The mayor, Ann Lee,    \nsaid so.", ((), (), ())),
        ("Ann Lee, \u00a0\u00a0\u00a0\u00a0, spoke.", ((), (), ())),
        ("Ann Lee, 3.5 metres", ((), (), ())),
        ("Ann Lee, 30.2 percent, won.", ((), (), ())),
        ("Ann Lee, 12,345 votes, won.", ((), (), ())),
        ("Mary Jones 12, Ann Lee 15, Bob Moss 9.", ((), (), ())),
        ("He met Ann Lee, 48.", ((), (), (48,))),
        ("Ann Lee aged 48, spoke.", ((), (), (48,))),
        ("Ann Lee, aged 48; she spoke.", ((), (), (48,))),
        ("Ann Lee, who is now 48, spoke.", ((), (), (48,))),
        ("Ann Lee, who turned 48, spoke.", ((), (), (48,))),
        ("Ann Lee, 48 years old, spoke.", ((), (), (48,))),
        ("Ann Lee, who is 48 votes ahead, spoke.", ((), (), ())),
    ],
)
def test_titles_roles_and_ages(text: str, expected: Profile) -> None:
    assert of(text) == expected
