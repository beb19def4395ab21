"""Search, filter, earlier claims, findings, export, help, palette."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input, OptionList

from factcheck.desk import connect
from factcheck.errors import DeskError
from factcheck.model import ArticleId, Extraction, Finding, Match, Role, Section, Severity, Source, SourceKind, Span
from factcheck.review import Review
from factcheck.review.navigate import Filter
from factcheck.tui.screens.earlier import EarlierScreen, MatchesDialog
from factcheck.tui.screens.filter import FilterDialog
from factcheck.tui.screens.findings import FindingsDialog
from factcheck.tui.screens.help import HelpDialog
from factcheck.tui.screens.review import ReviewScreen
from factcheck.tui.widgets.article import ArticlePane
from tests.tui.conftest import Stage, make_article, make_extraction, on_top, said, some_matches, text_of, until
from tests.tui.scenes import SCENES, prepare
from tests.tui.test_editing import type_

if TYPE_CHECKING:
    from factcheck.desk import Desk


def lit(screen: ReviewScreen) -> tuple[Span, ...]:
    """What is lit up in the article."""
    return screen.query_one(ArticlePane)._hits


async def test_go_to_a_number(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("colon", "5", "enter")
        assert screen.current is not None
        assert screen.current.number == 5
        await pilot.press("x", "colon", "5", "enter")
        assert "#5 was taken off the list · X restores it" in said(pilot)
        await pilot.press("colon", "9", "9", "enter")
        assert "there is no claim “99” · the last is #7" in said(pilot)


async def test_search_folds_case_and_accents_and_goes_round(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("slash")
        await type_(pilot, "CAFE")
        await pilot.press("enter")
        assert screen.current is not None
        assert screen.current.number == 6
        assert "Search: “CAFE” 1 of 1" in text_of(pilot)
        await pilot.press("slash")
        await type_(pilot, "million")
        await pilot.press("enter")
        numbers = [screen.current.number]
        for _ in range(2):
            await pilot.press("full_stop")
            numbers.append(screen.current.number)
        await pilot.press("comma")
        numbers.append(screen.current.number)
        assert numbers == [1, 2, 1, 2]
        await pilot.press("escape")
        assert "Search:" not in text_of(pilot)
        assert pilot.app.screen is screen


async def test_a_search_names_the_keys_that_go_on_as_long_as_there_is_room(stage: Stage) -> None:
    stage.put()
    stage.config = replace(stage.config, keys={"search-next": "f5"})
    async with stage.open(size=(60, 16)) as (pilot, _):
        await pilot.press("slash", *"million", "enter")
        assert "Search: “million” 1 of 2" in text_of(pilot)
        assert "f5 next · , back · esc clears" in text_of(pilot)
        await pilot.press("f5")
        assert "Search: “million” 2 of 2" in text_of(pilot)
        await pilot.press("slash", *"which cost 47 million, opened", "enter")
        assert "“which cost 47 million, opened” 1 of 1" in text_of(pilot)
        assert "next ·" not in text_of(pilot)
        assert "esc clears" in text_of(pilot)
        await pilot.resize_terminal(100, 24)
        await until(lambda: "f5 next · , back · esc clears" in text_of(pilot), pilot)


@pytest.mark.parametrize("size", [(60, 16), (80, 24)])
async def test_the_count_of_a_long_filter_can_be_read(stage: Stage, size: tuple[int, int]) -> None:
    stage.put()
    async with stage.open(size=size) as (pilot, screen):
        screen._filter(
            Filter(
                open=True, section=Section.BODY, kind="number", speaker="the county surveyor of Elmside", text="toll"
            )
        )
        await pilot.pause()
        line = next(line for line in text_of(pilot).splitlines() if "Only" in line)
        assert "Only 0 of 7: open · body · number" in line
        assert "…" in line, "what is cut off shows that it is"


async def test_a_search_that_finds_nothing_says_so(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("slash", "left_square_bracket", "slash", "right_square_bracket", "enter")
        assert "“[/]” is not in the article" in said(pilot)


async def test_filter_by_state_and_the_moves_respect_it(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("v", "d", "f", "right", "right", "right", "right", "enter")
        assert [record.number for record in screen.listed] == [2]
        assert "Only 1 of 7: disputed" in text_of(pilot)
        assert screen.current is not None
        assert screen.current.number == 2
        await pilot.press("j")
        assert screen.current.number == 2
        await pilot.press("escape")
        assert len(screen.listed) == 7


async def test_a_filter_that_nothing_passes_says_so(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("f", "shift+tab")
        await type_(pilot, "zzz")
        await pilot.press("enter")
        assert "no claim passes the filter · esc shows all again" in said(pilot)


async def test_a_claim_that_leaves_the_filter_gives_way_to_the_next(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("f", "right", "enter", "j", "v")
        assert [record.number for record in screen.listed] == [1, 3, 5, 6, 7]
        assert screen.current is not None
        assert screen.current.number == 3
        await pilot.press("V", "V", "V", "V", "V")
        assert screen.listed == ()
        assert "No claim passes the filter." in text_of(pilot)
        await pilot.press("v", "j", "n", "x")
        assert stage.verdicts() == "vvv.vvv"
        await pilot.press("z")
        assert stage.verdicts().count("v") == 5


async def test_whom_to_phone_and_what_to_ask_there(stage: Stage) -> None:
    stage.put()
    with connect(stage.config.desk, who="Ann", clock=stage.clock) as desk:
        review = Review(desk, ArticleId(1))
        lund = Source(SourceKind.PERSON, "Maria [b]Lund[/]", "tel. 12")
        for number in (2, 5):
            review.add_source(review.claims[number - 1].id, lund)
    async with stage.open() as (pilot, screen):
        await pilot.press("V", "H")
        shown = " ".join(text_of(pilot).split())
        assert "Maria [b]Lund[/] 2 of 2 open · tel. 12" in shown
        assert "A source 1 of 1 open" in shown
        assert "nobody named 2 of 3 open" in shown, "of the rest, the opinion is asked nobody"
        await pilot.press("enter")
        assert [record.number for record in screen.listed] == [2, 5]
        assert "Only 2 of 7: open · to ask: Maria [b]Lund[/]" in text_of(pilot)
        await pilot.press("f", "enter")
        assert [record.number for record in screen.listed] == [2, 5], "the dialog of the filter leaves it"
        await pilot.press("d", "d")
        assert stage.verdicts() == "vd..d.."
        assert screen.listed == (), "whatever was asked is off the list"
        await pilot.press("H", "down", "enter")
        assert "Only 2 of 7: to ask: Maria [b]Lund[/]" in text_of(pilot), "where nothing is open, all is shown"
        await pilot.press("escape", "H", "escape")
        assert len(screen.listed) == 7


async def test_an_article_without_claims_has_nobody_to_phone(stage: Stage) -> None:
    stage.extraction = Extraction(stage.extraction.article, ())
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("H")
        assert "there is nothing to ask anybody" in said(pilot)


async def test_filter_by_finding_speaker_and_words(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("f", *["tab"] * 5, "right", "enter")
        assert [record.number for record in screen.listed] == [1, 7]
        await pilot.press("escape", "f", *["tab"] * 7)
        await type_(pilot, "A SUORCE")
        await pilot.press("enter")
        assert [record.number for record in screen.listed] == [6]
        await pilot.press("f")
        assert on_top(pilot) is FilterDialog
        await pilot.press("escape")
        assert [record.number for record in screen.listed] == [6], "esc leaves the filter as it was"


@pytest.mark.parametrize(
    ("keys", "chip", "numbers"),
    [
        (["right"] * 4, "disputed", [6]),
        (["tab", "right", "right"], "for Cy", [6]),
        (["tab", "right"], "for Ann", [3]),
        (["tab", "tab", "right"], "query", [6]),
        (["tab", "tab", "left"], "for the lawyer", [6]),
        (["tab"] * 3 + ["right"], "headline", [1]),
        (["tab"] * 4 + ["right"], "date", [2, 4, 6]),
        (["tab"] * 5 + ["right"], "with a finding", [1, 7]),
        (["tab"] * 6 + ["right"], "met before", [2, 4]),
        (["tab"] * 7 + ["A", "space", *"SUORCE"], "said by “A SUORCE”", [6]),
        (["tab"] * 8 + [*"trdaes"], "resting on “trdaes”", [6]),
        (["tab"] * 9 + [*"mllion"], "“mllion”", [1, 2, 3]),
    ],
)
async def test_every_filter_is_set_from_its_row_and_shown_as_a_chip(
    stage: Stage, keys: list[str], chip: str, numbers: list[int]
) -> None:
    prepare(stage, SCENES["review"])
    with connect(stage.config.desk, who="Bo", clock=stage.clock) as desk:
        review = Review(desk, ArticleId(1))
        review.assign([review.claims[2].id], "Ann")
    async with stage.open() as (pilot, screen):
        await pilot.press("f", *keys, "enter")
        assert [record.number for record in screen.listed] == numbers
        assert f"Only {len(numbers)} of 7: {chip}" in text_of(pilot)


async def test_a_filter_is_kept_until_it_is_lifted_and_the_jumps_respect_it(stage: Stage) -> None:
    stage.config = replace(stage.config, state=stage.folder / "state.json")
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("j", "j", "v", "f", *["tab"] * 4, "right", "right", "enter")
        assert "of 7: number" in text_of(pilot)
        await pilot.press("f", "right", "enter")
        assert [record.number for record in screen.listed] == [1, 2, 5, 6, 7]
        await pilot.press("G")
    async with stage.open() as (pilot, screen):
        assert "Only 5 of 7: open · number" in text_of(pilot)
        assert screen.current is not None
        assert screen.current.number == 7
        await pilot.press("J")
        assert screen.current.number == 1
    stage.config = replace(stage.config, checker="Bo")
    async with stage.open() as (pilot, screen):
        assert len(screen.listed) == 7, "it is another's"
    stage.config = replace(stage.config, checker="Ann")
    async with stage.open() as (pilot, screen):
        await pilot.press("escape")
    async with stage.open() as (pilot, screen):
        assert len(screen.listed) == 7


async def test_an_act_that_lifts_the_filter_says_both(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("V", "j", "D", "f", "right", "enter")
        assert [record.number for record in screen.listed] == [3, 5, 6, 7]
        await pilot.press("z", "Z")
        assert "again: #2 disputed" in said(pilot)
        assert len(screen.listed) == 7
        assert "the filter hid #2: all claims are shown again" in text_of(pilot)


async def test_a_kept_filter_goes_to_the_nearest_claim_that_it_lets_through(stage: Stage) -> None:
    stage.config = replace(stage.config, state=stage.folder / "state.json")
    stage.matcher = some_matches
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("f", *["tab"] * 6, "right", "enter")
        assert [record.number for record in screen.listed] == [2, 4]
    with connect(stage.config.desk, who="Ann", clock=stage.clock) as desk:
        review = Review(desk, ArticleId(1))
        review.save_position(review.claims[2].id)
    async with stage.open() as (_, screen):
        assert [record.number for record in screen.listed] == [2, 4], "as soon as earlier claims were looked up"
        assert screen.current is not None
        assert screen.current.number == 4


async def test_claims_of_somebody_who_has_none_any_more_can_be_asked_for(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        screen.wanted = replace(screen.wanted, assignee="Cy")
        await pilot.press("f")
        assert "Cy" in text_of(pilot)
        await pilot.press("enter")
        assert screen.listed == ()


async def test_earlier_claims_are_shown_and_opened(stage: Stage) -> None:
    stage.put()
    stage.put_earlier()
    async with stage.open(size=(120, 40)) as (pilot, screen):
        await pilot.press("j")
        shown = text_of(pilot)
        assert "≠ conflict · then ✓ verified" in shown
        assert "[-52-] {+47+}" in shown
        assert "document: County budget" in shown
        await pilot.press("m")
        assert on_top(pilot) is MatchesDialog
        await pilot.pause()
        assert "number: here 47" in text_of(pilot) or "money: here 47" in text_of(pilot) or "here 47" in text_of(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert on_top(pilot) is EarlierScreen
        await pilot.press("v", "d", "x", "j")
        shown = text_of(pilot)
        assert "Elmside bridge in figures" in shown
        assert "#2" in shown
        await pilot.press("escape")
        assert on_top(pilot) is MatchesDialog, "the others may be read, too"
        await pilot.press("escape")
        assert pilot.app.screen is screen
        assert stage.verdicts() == ".......", "nothing is taken over, nothing is changed"


async def test_an_earlier_article_stands_where_an_article_alone_does(stage: Stage) -> None:
    stage.put()
    stage.put_earlier()
    async with stage.open(size=(160, 50)) as (pilot, screen):
        await pilot.press("vertical_line")
        alone = screen.query_one(ArticlePane).region
        await pilot.press("vertical_line", "vertical_line", "j", "m", "enter")
        assert on_top(pilot) is EarlierScreen
        await pilot.pause()
        region = pilot.app.screen.query_one(ArticlePane).region
        assert (region.x, region.width) == (alone.x, alone.width) == ((160 - 87) // 2, 87)


async def test_no_earlier_claim_is_said_and_the_archive_searched(stage: Stage) -> None:
    stage.put()
    stage.put_earlier()
    async with stage.open(size=(120, 40)) as (pilot, screen):
        await pilot.press("G", "m")
        assert "No earlier claim bears on #7: search the archive" in text_of(pilot)
        await until(lambda: "nothing like it" in text_of(pilot) or "Elmside bridge" in text_of(pilot), pilot)
        await type_(pilot, "what did the bridge cost")
        await until(lambda: "52 million" in text_of(pilot), pilot)
        assert "Earlier claims about “what did the bridge cost”" in text_of(pilot)
        assert "here     what did the bridge cost" in text_of(pilot)
        await pilot.press("down", "enter")
        await until(lambda: on_top(pilot) is EarlierScreen, pilot)
        await pilot.press("escape")
        assert "Earlier claims about “what did the bridge cost”" in text_of(pilot)
        assert isinstance(pilot.app.screen.focused, OptionList), "the next one is a key away"
        await pilot.press("escape")
        assert pilot.app.screen is screen


async def test_the_key_that_leads_to_the_search_does_no_harm_in_it(stage: Stage) -> None:
    stage.put()
    stage.put_earlier()
    async with stage.open(size=(120, 40)) as (pilot, _):
        await pilot.press("G", "m", "slash", *"1/2")
        assert pilot.app.screen.query_one(Input).value == "1/2"


async def test_letters_in_the_search_line_do_nothing_else(stage: Stage) -> None:
    stage.put()
    stage.put_earlier()
    async with stage.open(size=(120, 40)) as (pilot, _):
        await pilot.press("j", "m", "slash")
        await type_(pilot, "tvdx/t")
        assert on_top(pilot) is MatchesDialog
        assert pilot.app.screen.query_one(Input).value == "tvdx/t"
        await until(lambda: "nothing like it is in the archive" in text_of(pilot), pilot)
        await pilot.press("enter", "escape")
        assert stage.verdicts() == "......."


async def test_sources_are_taken_over_as_leads_and_the_verdict_never(stage: Stage) -> None:
    stage.put()
    stage.put_earlier()
    async with stage.open(size=(120, 40)) as (pilot, screen):
        await pilot.press("j", "m")
        await pilot.pause()
        await pilot.press("t")
        assert screen.current is not None
        (lead,) = screen.current.sources
        assert (lead.name, lead.locator) == ("County budget", "page 12")
        assert lead.note == "lead from “Elmside bridge in figures”"
        assert stage.verdicts() == "......."
        assert "source added, County budget · z undoes it" in said(pilot)
        await pilot.press("m")
        await pilot.pause()
        await pilot.press("t")
        assert len(screen.current.sources) == 1
        await pilot.press("z")
        assert len(screen.current.sources) == 0


async def test_a_search_that_fails_says_why(stage: Stage) -> None:
    stage.put()

    def fail(desk: Desk, words: str, article: ArticleId) -> tuple[Match, ...]:
        raise DeskError("the desk is gone", "look for it")

    stage.searcher = fail
    async with stage.open(size=(120, 40)) as (pilot, _):
        await pilot.press("m")
        await until(lambda: "the desk is gone" in text_of(pilot), pilot)
        assert on_top(pilot) is MatchesDialog
        assert "look for it" in text_of(pilot)
        await pilot.press("escape")
        assert on_top(pilot) is not MatchesDialog


async def test_findings_lead_from_one_side_to_the_other(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        assert "! The cost is 45 million here" in text_of(pilot)
        await pilot.press("c")
        assert screen.current is not None
        assert screen.current.number == 1
        assert "high, 1 of 1, side 1 of 2: The cost is" in said(pilot)
        await pilot.press("c")
        assert screen.current.number == 7
        assert "side 2 of 2" in said(pilot)
        await pilot.press("c")
        assert screen.current.number == 1, "after the last finding it begins anew"
        await pilot.press("escape")
        assert "1 of 1" not in said(pilot)
        assert screen.is_current, "Esc ended the walk, not the review"


async def test_the_walk_begins_at_the_side_where_the_cursor_is(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("G", "c")
        assert screen.current is not None
        assert screen.current.number == 7
        assert "side 2 of 2" in said(pilot)
        await pilot.press("c")
        assert screen.current.number == 1


async def test_a_finding_is_dismissed_with_a_reason_and_brought_back(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("C")
        assert "high · #1, #7" in text_of(pilot)
        await pilot.press("x", *"old [b]", "enter")
        assert stage.review().findings[0].dismissed == "old [b]"
        assert "finding dismissed, old [b] · z undoes it" in said(pilot)
        assert screen.findings == ()
        assert "! The cost is 45 million here" not in text_of(pilot)
        await pilot.press("c")
        assert "every finding was dismissed · C lists them" in said(pilot)
        await pilot.press("C")
        assert "dismissed: old [b]" in text_of(pilot)
        await pilot.press("x")
        assert stage.review().findings[0].dismissed == ""
        await pilot.press("z")
        assert stage.review().findings[0].dismissed == "old [b]"


async def test_a_reason_that_is_left_is_kept_and_the_list_comes_back(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("C", "x")
        assert screen.findings[0].message in " ".join(text_of(pilot).replace("│", " ").split())
        await pilot.press("enter")
        assert "dismissed with a reason" in text_of(pilot)
        await pilot.press(*"old", "escape")
        assert on_top(pilot) is FindingsDialog
        assert stage.review().findings[0].dismissed == ""
        assert "Why this is none was begun" in screen.unsafe
        await pilot.press("escape", "C", "x", *"er", "enter")
        assert on_top(pilot) is ReviewScreen
        assert stage.review().findings[0].dismissed == "older"
        assert screen.unsafe == ""


async def test_escape_puts_out_the_lights_of_a_dismissed_finding_first(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("C", "x", *"old", "enter")
        assert lit(screen) == ()
        await pilot.press("C", "enter")
        assert lit(screen) == screen.dismissed[0].spans
        await pilot.press("escape")
        assert lit(screen) == ()
        assert "again leaves" not in said(pilot)
        await pilot.press("escape")
        assert "esc again leaves" in said(pilot)


async def test_a_dismissal_gives_the_lights_back_to_the_search(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("slash")
        await type_(pilot, "million")
        await pilot.press("enter")
        hits = lit(screen)
        assert len(hits) == 2
        await pilot.press("c")
        assert lit(screen) == screen.findings[0].spans
        await pilot.press("C", "x", *"old", "enter")
        assert lit(screen) == hits
        assert "Search: “million”" in text_of(pilot)
        assert "finding dismissed, old" in said(pilot)
        await pilot.press("escape")
        assert lit(screen) == ()
        assert "Search:" not in text_of(pilot)


async def test_after_a_walk_a_search_goes_on_where_it_was(stage: Stage) -> None:
    filler = [(Role.BODY, "The bridge is long and it is wide and it was dear to build. " * 7)] * 9
    opened, closed = (Role.BODY, "It opened on Monday."), (Role.BODY, "It opened on a Tuesday in May.")
    article = make_article((opened, *filler, (Role.BODY, "Tolls ended in 1932."), *filler, closed))
    claims = (
        ("It opened on Monday", Section.BODY),
        ("Tolls ended in 1932", Section.BODY),
        ("It opened on a Tuesday in May", Section.BODY),
    )
    stage.extraction = make_extraction(article, claims)
    stage.put()
    async with stage.open() as (pilot, screen):
        pane = screen.query_one(ArticlePane)
        await pilot.press("slash", *"tolls", "enter")
        top = pane.top_offset()
        await pilot.press("c", "c")
        assert screen.current is not None
        assert screen.current.number in {1, 3}
        assert pane.top_offset() != top
        await pilot.press("escape")
        assert (screen.current.number, pane.top_offset()) == (2, top)
        assert "Search: “tolls”" in text_of(pilot)
        await pilot.press("c", "v", "J")
        number, top = screen.current.number, pane.top_offset()
        await pilot.press("escape")
        assert (screen.current.number, pane.top_offset()) == (number, top), "who went on stays there"
        await pilot.press("escape", "c", "escape")
        assert "Search:" not in text_of(pilot)
        assert screen.current.number in {1, 3}
        assert pane.shows(screen.current.span), "without a search one stays at the finding"


async def test_a_search_ends_the_walk(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("c", "slash")
        await type_(pilot, "million")
        await pilot.press("enter")
        await pilot.press("escape")
        assert "Search:" not in text_of(pilot)
        await pilot.press("slash")
        await type_(pilot, "million")
        await pilot.press("enter", "c", "full_stop", "escape")
        assert "Search:" not in text_of(pilot), "to go to the next hit ends it too"
        assert lit(screen) == ()


async def test_a_finding_is_not_dismissed_by_leaving_the_question(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, _):
        await pilot.press("C", "x", "escape")
        await pilot.press("C", "x", "enter")
        assert stage.review().findings[0].dismissed == ""


async def test_grave_findings_come_first_and_the_list_opens_at_the_claims_own(stage: Stage) -> None:
    grave = stage.extraction.findings[0]
    spans = [Span(claim.start, claim.end) for claim in stage.extraction.claims]
    light = Finding("name", "a light one [b]", Severity.LOW, (spans[0], spans[1]), ("c1", "c2"))
    later = Finding("age", "another grave one", Severity.HIGH, (spans[3],), ("c4",))
    stage.extraction = replace(stage.extraction, findings=(light, later, grave))
    stage.put()
    async with stage.open() as (pilot, screen):
        order = [grave.message, later.message, light.message]
        assert [finding.message for finding in screen.findings] == order
        await pilot.press("j", "C")
        lines = [line for line in text_of(pilot).splitlines() if " ! " in line]
        assert [next(one for one in order if one[:12] in line) for line in lines if "finding" not in line] == order
        await pilot.press("enter")
        assert screen.current is not None
        assert screen.current.number == 1, "from the second claim, the list opened at its own finding"


async def test_help_shows_the_focused_part_and_closes_with_the_key_that_it_swallows(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("question_mark")
        await until(lambda: "The claims." in text_of(pilot), pilot)
        assert on_top(pilot) is HelpDialog
        await pilot.press("q")
        assert pilot.app.screen is screen
        assert pilot.app._exit is False


async def test_help_lists_the_keys_of_the_panel_only_while_it_has_the_focus(stage: Stage) -> None:
    stage.put()
    async with stage.open(size=(80, 100)) as (pilot, screen):

        async def told() -> list[str]:
            await pilot.press("question_mark")
            await until(lambda: "Go to the next claim" in text_of(pilot), pilot)
            lines = text_of(pilot).splitlines()
            await pilot.press("q")
            return [" ".join(line.split()) for line in lines if "the next claim;" in line or "a line" in line]

        assert [line.strip("│ ▁▂▃▄▅▆▇█") for line in await told()] == ["j ↓ Go to the next claim; both panes follow"]
        await pilot.press("tab")
        assert screen.in_panel
        assert [line.strip("│ ▁▂▃▄▅▆▇█") for line in await told()] == [
            "j Go to the next claim; both panes follow",
            "↓ Scroll the claim panel down a line",
            "↑ Scroll the claim panel up a line",
        ]


async def test_the_palette_runs_a_command(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("ctrl+p")
        await type_(pilot, "disputed")
        await until(lambda: "Mark disputed" in text_of(pilot), pilot)
        await pilot.press("enter")
        await until(lambda: pilot.app.screen is screen, pilot)
        await pilot.pause()
        assert stage.verdicts() == "d......"


async def test_the_theme_can_be_changed(stage: Stage) -> None:
    stage.put()
    stage.config = replace(stage.config, state=stage.folder / "state.json")
    async with stage.open() as (pilot, screen):
        await pilot.press("T", "down", "enter")
        assert pilot.app.theme == "factcheck-light"
        assert pilot.app.screen is screen
    async with stage.open() as (pilot, _):
        assert pilot.app.theme == "factcheck-light", "it is kept"


async def test_tab_goes_through_the_panes(stage: Stage) -> None:
    stage.put()
    async with stage.open() as (pilot, screen):
        seen = []
        for _ in range(3):
            await pilot.press("tab")
            seen.append(screen.focused.id if screen.focused else None)
        assert set(seen) == {"article", "claims", "panel"}
        await pilot.press("v")
        assert stage.verdicts() == "v......", "the letters act wherever the focus is"


async def test_an_unknown_theme_is_told_and_the_default_used(stage: Stage) -> None:
    stage.put()
    stage.config = replace(stage.config, theme="[/]", problems=("config.toml, line 2: [b] is no setting",))
    async with stage.open(size=(160, 40)) as (pilot, _):
        assert pilot.app.theme == "factcheck-dark"
        shown = " ".join(text_of(pilot).split())
        assert "there is no theme '[/]'" in shown
        assert "[b] is no setting" in shown


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light", "textual-dark", "nord", "factcheck-light"])
async def test_every_theme_has_the_claim_colours(stage: Stage, theme: str) -> None:
    stage.put()
    stage.config = replace(stage.config, theme=theme)
    async with stage.open() as (pilot, _):
        await pilot.press("v")
        assert pilot.app.theme == theme
        assert "✓" in text_of(pilot)


async def test_nothing_rests_on_colour(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    stage.put()
    async with stage.open() as (pilot, screen):
        await pilot.press("j")
        assert pilot.app.no_color
        assert screen.query_one(ArticlePane).style("article--cursor").reverse
        bars = [line for line in text_of(pilot).splitlines() if "▌" in line[40:]]
        assert len(bars) == 2
        assert "The bridge" in bars[0]
