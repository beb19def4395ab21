"""A suggestion has gone in where the draft has its words, all of them and no others."""

from __future__ import annotations

import pytest

from factcheck.checklist.suggestion import has_gone_in
from factcheck.model import Block, Draft, Role, Span

VOTE = "The council approved the bridge by six votes to three"


@pytest.mark.parametrize(
    ("suggestion", "text", "gone_in"),
    [
        (VOTE, "[The council approved the bridge by six votes to three] on Monday.", True),
        (f"{VOTE}, and two members abstained", f"[{VOTE}], and [two members abstained].", True),
        (f"{VOTE}, and two members abstained.", f"[{VOTE}], and [two members abstained], the clerk said.", True),
        (f"{VOTE}. Two members abstained", f"[{VOTE}]. [Two members abstained] that night.", True),
        (f"“{VOTE},” he said.", f"“[{VOTE}],” he said.", True),
        (f"{VOTE}.”", f"“[{VOTE}]”.", True),
        (f"“{VOTE}.”", f"“[{VOTE}]”.", True),
        (f"“{VOTE}.”", f"[{VOTE}].", False),
        (f"{VOTE}.”", f"[{VOTE}].", False),
        (f"{VOTE}...", f"[{VOTE}].", False),
        (f"In 1879 {VOTE}", f"Nobody doubts it. In 1879 [{VOTE}].", True),
        (f"In 1879 {VOTE}", f"[In 1879] [{VOTE}].", True),
        (f"{VOTE} - or four", f"[{VOTE}] – or four.", True),
        (f"{VOTE}, and two members abstained", f"[{VOTE}], and [two members abstained from the second vote].", False),
        (f"{VOTE}, and two members abstained", f"[{VOTE}]. And two members abstained.", False),
        (f"{VOTE}, and two members abstained", f"[{VOTE}], and two members abstained, it was reported.", False),
        (f"{VOTE}. Two members abstained", f"[{VOTE}]. Two members abstained?", False),
        (f"{VOTE}. Turnout was 90", f"[{VOTE}]. Turnout was 90%.", False),
        (f"In 1879 {VOTE}", f"It is not so that in 1879 [{VOTE}].", False),
        (f"In 1879 {VOTE}", f"Not In 1879 [{VOTE}].", False),
        ("The council approved the bridge", f"[{VOTE}].", False),
        ("by six votes to three", f"[{VOTE}].", False),
        (VOTE, f"[The council put the bridge off]. {VOTE}.", False),
        ("", f"[{VOTE}].", False),
        (".", f"[{VOTE}].", False),
    ],
)
def test_a_suggestion_stands_in_the_place_of_its_claim_or_around_it(suggestion: str, text: str, gone_in: bool) -> None:
    spans: list[Span] = []
    plain = ""
    for part in text.split("["):
        words, closed, rest = part.partition("]")
        if closed:
            spans.append(Span(len(plain), len(plain) + len(words)))
        plain += words + rest
    draft = Draft(plain, (Block(0, len(plain), Role.BODY),))
    claim = next(span for span in spans if "council" in plain[span.start : span.end])
    assert has_gone_in(suggestion, claim, draft, spans) is gone_in
