"""Lines of page furniture on pages that nobody has seen, and sentences that look like them and must not be lost."""

from __future__ import annotations

import pytest

from factcheck.model import Role
from factcheck.reading.menus import is_rubric
from factcheck.reading.shapes import shape

FURNITURE = [
    "Advertisement",
    "ADVERTISEMENT - CONTINUE READING BELOW",
    "Story continues below advertisement",
    "Article continues after this ad",
    "Scroll down to continue reading",
    "Read more: Five bridges that fell, and why",
    "READ ALSO: Ferry workers walk out in Millport",
    "Related: Harbour dredging put off again",
    "Related Stories",
    "[Read: Who owns the harbour?]",
    "See also: Our guide to the election",
    "FOR IMMEDIATE RELEASE",
    "For release: Monday, 5 May 1911",
    "EMBARGOED until 00.01 on 6 May",
    "Press release",
    "Media contact: E. Roux, +33 1 45 68 80 00, roux@example.org",
    "For further information, please contact the harbour office on 0475 0000.",
    "Notes to editors",
    "Sources",
    "External links",
    "References and notes",
    "“Bridge falls at Millport, two drowned” — The Millport Post, May 5, 1911",
    'Jo Bloggs. "Why the bridge fell" — Harbour Wire, 6 May 1911',
    "More from Local News",
    "More on this story",
    "Most read",
    "Trending now",
    "You may also like",
    "You may also be interested in:",
    "Recommended for you",
    "Top Stories",
    "Sign up for our daily newsletter and never miss a story",
    "Subscribe to the Morning Brief for news in your inbox each weekday.",
    "Click here to subscribe",
    "Subscribe",
    "Subscribe: the Morning Brief for £1 a week",
    "Follow us on Facebook and Instagram",
    "Follow Jo Bloggs on Twitter @jobloggs",
    "Share this article",
    "The full report can be found here.",
    "Ticker Security Last Change Change %",
    "HARB HARBOUR WORKS PLC 12.40 -0.31 -2.44%",
    "Editor’s note: This story has been updated with the name of the ferry.",
    "Thanks for reading Harbour Light! This post is public, so feel free to share it.",
    "Join 412 other subscribers",
    "Type your email…",
    "Do you have an opinion on the issues raised here? Submit up to 300 words by email to our letters page.",
    "The Post prints many letters to the editor. We like to hear from you. Here’s our address: letters@example.org",
    "AM-Bridge,2nd Ld-Writethru,0412",
    "BC-Scotland-Bridge,1st Ld",
    "Eds: UPDATES with quote from the mayor. ADDS byline.",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Share",
    "Share on Facebook Tweet WhatsApp Email",
    "Facebook Twitter Pinterest Copy link",
    "Listen 3 min",
    "4 min read",
    "Listen to this article 5 minutes",
    "128 comments",
    "1.2k shares",
    "View comments (14)",
    "Leave a comment",
    "1 of 12",
    "Image 3 / 8",
    "View gallery",
    "Skip to main content",
    "Home News Sport Weather",
    "Home > News > Politics",
    "Menu",
    "Log in",
    "We use cookies to give you the best experience on our site.",
    "By clicking Accept you agree to our terms of use.",
    "Your email address will not be published.",
    "This content is for subscribers only.",
    "This article is more than 3 years old",
    "Powered by Hearthnews",
    "Support independent journalism with a gift today",
    "Already a subscriber? Log in",
    "Do you have a story for us? Write to the newsdesk.",
    "Got a tip? Call the newsroom.",
    "Watch the full video below:",
    "Watch: Crane topples on the quay",
    "Tags: harbour, bridge, council",
    "Topics: Millport | Bridges",
    "Filed under: Local",
    "https://news.example/2024/05/bridge",
    "editor@news.example",
    "harbour-bridge-2.jpg",
    "pic.twitter.com/aBcDeF",
    "— Millport Council (@millport) May 5, 2024",
    "View this post on Instagram",
    "#bridge #millport",
    "date 2024-05-05 or",
    "Retrieved: 2024-05-05T10:00:00Z",
    "* * *",
    "___",
    "•",
    "12",
    "This article was originally published by The Harbour Wire. Read the original article.",
    "A version of this article appears in print on May 5.",
    "This material may not be published, broadcast, rewritten or redistributed without permission.",
    "Disclaimer: The views of our guests are their own.",
]

CREDITS = [
    "Source: MEGA",
    "Photo: Jo Bloggs",
    "Photo by Jo Bloggs/Getty Images",
    "(Photo by Jo Bloggs)",
    "Image credit: Harbour Wire",
    "Image: Jo Bloggs / Harbour Wire",
    "Picture: Courtesy of the family",
    "PHOTOGRAPH BY JO BLOGGS",
    "Getty Images",
    "Jo Bloggs/AP",
    "Jo Bloggs / Reuters",
    "Reuters/Jo Bloggs",
    "REUTERS/Jo Bloggs",
    "AP Photo/Jo Bloggs",
    "Jo Bloggs via Getty Images",
    "© 2024 Harbour Wire",
    "Copyright 2024 The Harbour Wire. All rights reserved.",
    "(Reporting by Jo Bloggs; Editing by Ann Other)",
    "Reporting by Jo Bloggs in Millport and Ann Other in Oslo; Editing by Lee Ray",
    "Additional reporting by Jo Bloggs",
    "Jo Bloggs contributed to this report.",
    "Jo Bloggs and Ann Other contributed reporting from Oslo.",
    "Translated by Jo Bloggs",
    "(Reporting by the Oslo bureau; Editing by the news desk)",
]

BYLINES = [
    "By:",
    "By Jo Bloggs",
    "BY JO BLOGGS",
    "By Jo Bloggs and Ann Other",
    "By Jo Bloggs, Political Correspondent",
    "By JO BLOGGS Harbour Wire",
    "By Jo Bloggs | 12 March 2024",
    "Written by Jo Bloggs",
    "-- By Jo Bloggs Follow @jobloggs",
    "By Ludwig van der Berg",
    "Author: Jo Bloggs",
    "By our athletics correspondent in Oslo",
    "By the science desk",
    "From our court reporter",
    "Interview: the weekend team",
]

STAMPS = [
    "Jan. 19 2025, Published 8:00 a.m. ET",
    "Published 8:00 a.m. ET",
    "Published: 5 May 2024",
    "Updated May 5, 2024 at 3:15 PM EDT",
    "Last updated: 2024-05-05T10:00:00Z",
    "(Published Monday, May 6, 2024)",
    "Tuesday, June 19, 2018",
    "19 January 2025",
    "10 p.m.",
    "2:45 p.m.:",
    "3 hours ago",
    "Updated 3 hours ago",
    "Harbour Wire First published May 5, 2024: 1:28 AM ET",
    "Updated 5 May 2024 by Jo Bloggs",
    "05.05.2024, 10:12",
]

SENTENCES = [
    "By the summer our reporter had left for Oslo.",
    "By Monday the river had risen four metres.",
    "By the time the boats came, two men had drowned.",
    "By 2030 the town wants to halve its waste.",
    "By Trump’s own count, 5,000 people came.",
    "By clicking together like bricks, the blocks held back the flood of 1953.",
    "By providing free meals, the school cut absence by 10 percent.",
    "More than 300 people were taken to hospital.",
    "More from the fund went to roads than to schools in 2021.",
    "Share prices fell by 3 percent on Tuesday.",
    "Share this burden, the mayor told the crowd, and the bridge will stand.",
    "Like this summer's floods, the storm destroyed 3,000 homes.",
    "Follow the money, the auditor said.",
    "Read the bill before you vote, she told the council.",
    "See the damage for yourself, the governor urged reporters.",
    "To continue with the project, the town needs $3 million.",
    "To register for benefits, people must show a passport.",
    "Research by Oslo University found that 3 in 10 bridges leak.",
    "Writing by hand is taught again in two schools.",
    "Reporting by the Harbour Wire showed that the dam had leaked since 2011.",
    "Production by the plant fell by 3 percent in May.",
    "The report published by the ministry on Monday found 12 faults.",
    "This report, published in May by the ministry, counts 12 faults.",
    "The map may not be published until the court has ruled.",
    "Published research shows that 3 in 10 bridges leak.",
    "Updated figures put the toll at 12.",
    "The video shows three men leaving the bank.",
    "A source told the paper that the deal was off.",
    "Sources close to the club put the fee at 3 million euros.",
    "Home prices rose by 4 percent.",
    "References to the dam were cut.",
    "“It shook like a leaf in the wind,” she told Harbour Wire, May 5, 1911.",
    "The mayor said 12 comments were deleted.",
    "Something went wrong at the plant at 3 a.m.",
    "An error occurred in the count of the votes in Millport.",
    "This service is no longer available to people in Millport.",
    "Two donors contributed to the mayor's campaign.",
    "She contributed from her own pocket to the campaign.",
    "He contributed to the party’s war chest.",
    "May 5 was the wettest day since 1911.",
    "“Sign up for the army,” the poster read.",
    "Watch sales fell by 12 percent.",
    "Subscribe buttons were pressed 1,200 times in May.",
    "Sign-up fees cost families $30 a child.",
    "Log in attempts rose to 40 a day.",
    "Related costs rose to $3 million.",
    "Next, the council votes on the budget of $3 million.",
    "Nurses Protest Over Pay",
    "Elon Bloggs Buys Twitter",
    "Mayor Sues Facebook",
    "Copyright-holders were paid $5 million.",
    "Reuters reported the deal first.",
    "The Associated Press called the race at 9 p.m.",
    "Jo Bloggs (@jobloggs) won the prize in 2020.",
    "Follow-up tests found lead in the water.",
    "Contact tracing found 12 cases.",
    "Support for the bridge fell to 41 percent.",
    "Log drivers worked the river until 1967.",
    "Play began at noon and ended in a 2-2 draw.",
    "Print sales fell by 12 percent last year.",
    "Email records show that the mayor knew.",
    "Donate blood and you may save three lives, doctors say.",
    "Correction: the bridge was built in 1911, not in 1912.",
    "Correction officers were told to stay at home.",
    "Embargo on coal exports lifted by the council in May",
    "For release on bail, the men paid $500 each.",
    "Press inquiry into the harbour fund opened on Monday.",
    "Notes to editors of the paper were found in the attic.",
    "No one was hurt.",
    "He won.",
    "It rained.",
    "קרא עוד על הגשר הישן של העיר.",
    "東京で震度4の地震があった。",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_known_by_its_shape(line: str) -> None:
    found = shape(line)
    assert found is not None
    assert found.role is Role.FURNITURE
    assert found.reason


@pytest.mark.parametrize(
    ("role", "line"),
    [(Role.CREDIT, line) for line in CREDITS]
    + [(Role.BYLINE, line) for line in BYLINES]
    + [(Role.DATELINE, line) for line in STAMPS],
)
def test_credits_bylines_and_stamps_are_told_apart(role: Role, line: str) -> None:
    found = shape(line)
    assert found is not None
    assert found.role is role


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_of_the_story_is_never_furniture(line: str) -> None:
    assert shape(line) is None


@pytest.mark.parametrize("line", ["Politics", "World news", "EXCLUSIVE", "Opinion", "UK | Politics"])
def test_a_rubric_is_known(line: str) -> None:
    assert is_rubric(line)


@pytest.mark.parametrize("line", ["Bridge falls", "TWO DIE AS BRIDGE FALLS", "Mayor resigns", "World record broken"])
def test_a_short_headline_is_no_rubric(line: str) -> None:
    assert not is_rubric(line)
