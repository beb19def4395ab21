"""Whole pages as they come out of a browser's copy, in the manner of different sites; all words are ours."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from factcheck.reading import read_bytes

if TYPE_CHECKING:
    from factcheck.model import Article

BROADCASTER = """\
Home
News
Sport
Bridge collapse: Two dead after ferry is hit in Norway
Published
5 hours ago
Share
Share page
Copy link
A rescue team at the scene
Image source, Getty Images
Image caption,
The bridge collapsed at about 14:00 local time
By Jo Bloggs
In Oslo
Two people have died after a bridge collapsed onto a passenger ferry in western Norway, police say.
Another 12 people were taken to hospital following the accident near Bergen.
"It was like an earthquake," one witness told reporters.
It was last inspected in 2019, when engineers found nothing wrong.
Image source, Reuters
Image caption,
Divers searched the fjord until nightfall
Norway has 17,000 bridges.
Related Topics
Norway
More on this story
Norway ferries suspended after storm
"""

TABLOID = """\
Moment bridge COLLAPSES onto ferry killing two as horrified tourists watch on

Two people were killed when the bridge fell on Tuesday afternoon
Police have arrested a 45-year-old engineer on suspicion of fraud

By JO BLOGGS FOR MAILPAPER

Published: 12:01 BST, 5 May 2024 | Updated: 13:00 BST, 6 May 2024

61

View comments

This is the horrifying moment a bridge collapsed onto a ferry packed with tourists, killing two people.

Jo Svensson, 34, said he was 'lucky to be alive' after he jumped from the deck.

+5

View gallery

Pictured: The ferry moments before it was hit by falling concrete

Advertisement

SHARE THIS ARTICLE

RELATED ARTICLES

Previous

1

Next

Tourist, 22, dies in fall from cliff at beauty spot

Share

45 shares

Police said: 'We are treating the deaths as unexplained.'
"""

BROADSHEET = """\
Norway

This article is more than 2 years old

Two dead after bridge collapses on to ferry in Norway

The structure had passed an inspection in 2019. Police arrested an engineer.

Jo Bloggs in Oslo and agencies

Sun 5 May 2024 10.00 BST

Last modified on Sun 5 May 2024 12.00 BST

The collapsed bridge near Bergen on Tuesday. Photograph: Jo Bloggs/AP

Oslo, Norway WIRE —

Two people have died and 12 been injured after a bridge collapsed on to a ferry in western Norway.

skip past newsletter promotion

Sign up to This is the North

after newsletter promotion

Divers were at the site on Tuesday.Credit...Lee Ray/Reuters

The prime minister called it “a national tragedy”.

Jo Bloggs reported from Oslo, and Ann Other from Bergen, Norway.

Explore more on these topics

Share

Most viewed
"""


def read(text: str) -> Article:
    return read_bytes(text.encode(), "page.txt")


def bearing(article: Article) -> list[tuple[str, str]]:
    """The blocks that bear claims."""
    return [
        (block.role.value, article.draft.text[block.start : block.end])
        for block in article.draft.blocks
        if block.role.section
    ]


def test_a_broadcasters_page_without_blank_lines() -> None:
    article = read(BROADCASTER)
    assert article.byline == "Jo Bloggs"
    assert bearing(article) == [
        ("headline", "Bridge collapse: Two dead after ferry is hit in Norway"),
        ("caption", "A rescue team at the scene"),
        ("caption", "Image caption,\nThe bridge collapsed at about 14:00 local time"),
        ("body", "Two people have died after a bridge collapsed onto a passenger ferry in western Norway, police say."),
        ("body", "Another 12 people were taken to hospital following the accident near Bergen."),
        ("body", '"It was like an earthquake," one witness told reporters.'),
        ("body", "It was last inspected in 2019, when engineers found nothing wrong."),
        ("caption", "Image caption,\nDivers searched the fjord until nightfall"),
        ("body", "Norway has 17,000 bridges."),
    ]


def test_a_tabloids_page_with_highlights_above_the_byline() -> None:
    article = read(TABLOID)
    assert (article.byline, article.published) == ("JO BLOGGS FOR MAILPAPER", date(2024, 5, 5))
    assert bearing(article) == [
        ("headline", "Moment bridge COLLAPSES onto ferry killing two as horrified tourists watch on"),
        ("dek", "Two people were killed when the bridge fell on Tuesday afternoon"),
        ("dek", "Police have arrested a 45-year-old engineer on suspicion of fraud"),
        (
            "body",
            "This is the horrifying moment a bridge collapsed onto a ferry packed with tourists, killing two people.",
        ),
        ("body", "Jo Svensson, 34, said he was 'lucky to be alive' after he jumped from the deck."),
        ("caption", "Pictured: The ferry moments before it was hit by falling concrete"),
        ("body", "Police said: 'We are treating the deaths as unexplained.'"),
    ]


def test_a_broadsheets_page_with_rubric_and_appeals() -> None:
    article = read(BROADSHEET)
    assert (article.byline, article.published) == ("Jo Bloggs in Oslo and agencies", date(2024, 5, 5))
    assert article.dek == "The structure had passed an inspection in 2019. Police arrested an engineer."
    assert bearing(article) == [
        ("headline", "Two dead after bridge collapses on to ferry in Norway"),
        ("dek", "The structure had passed an inspection in 2019. Police arrested an engineer."),
        ("caption", "The collapsed bridge near Bergen on Tuesday."),
        (
            "body",
            "Two people have died and 12 been injured after a bridge collapsed on to a ferry in western Norway.",
        ),
        ("caption", "Divers were at the site on Tuesday."),
        ("body", "The prime minister called it “a national tragedy”."),
    ]
