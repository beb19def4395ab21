"""What the desk's index finds, and that it is never out of step with the claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from sqlite_utils import Database

from factcheck.desk import connect
from factcheck.desk import terms as module
from factcheck.desk.keys import keys, pair_keys, repeat_keys, stem_key
from factcheck.desk.schema import MIGRATIONS
from factcheck.desk.terms import ByWord, is_number, stem, terms
from factcheck.model import Article, Block, Claim, ClaimId, Draft, Extraction, Role, Section, State
from factcheck.normalise import normalised
from tests.archive.conftest import CROWD
from tests.conftest import HOSTILE

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.archive import CandidateSearch
    from factcheck.desk import Desk
    from tests.archive.conftest import Archive

PIECES = "SELECT count(*) AS pieces FROM match_pieces"
CRANE_AND_FERRY = stem("cranes"), stem("ferries")
WORDS = ["official", "say", "titanic", "20", "boat", "hold", "2224", "person"]
KEYS = [
    *(2557948429, 4241071205, 129344923, 2322626082, 3631121226, 533335303, 2420997644, 886886774),
    *(682829040, 2020157410, 873475729, 2398966891, 4271557297),
    *(1450808730, 3220023085),
]
"""Those of the words, of the pairs of words without numbers, of the whole with and without numbers."""
CLAIM = "The harbour board bought three used cranes from a yard in Gdansk."


def found(desk: Desk, text: str, limit: int = 24) -> list[str]:
    search: CandidateSearch = desk.index
    candidates = search.candidates([normalised(text)], limit=limit)[0]
    return [desk.claims.get(claim_id).claim.text for claim_id, _ in candidates]


def test_shared_rare_words_find_a_claim(archive: Archive) -> None:
    desk = archive(*CROWD, CLAIM)
    assert found(desk, "Used cranes were bought in Gdansk")[0] == CLAIM
    assert found(desk, "Nothing of this sort happened") == []


def test_numbers_alone_do_not_hide_a_claim(archive: Archive) -> None:
    desk = archive("It is 12 to 3", "It is 4 to 7", *CROWD)
    assert sorted(found(desk, "it is 9 to 1")) == ["It is 12 to 3", "It is 4 to 7"]
    assert found(desk, "it is 4 to 7")[0] == "It is 4 to 7"


@pytest.mark.parametrize(
    "text",
    [
        "47%",
        "O'Brien",
        "U.S.",
        "-47",
        "claim:",
        "AND",
        "OR NOT",
        '"',
        "*",
        "NEAR(a b)",
        "terms:cranes",
        "^a",
        "",
        HOSTILE,
        "word " * 5_000,
        "of the and",
        "12 45",
        "東京 שלום",
    ],
)
def test_no_text_is_a_query(archive: Archive, text: str) -> None:
    desk = archive(*CROWD, "cranes", HOSTILE)
    assert isinstance(found(desk, text), list)


def test_it_limits_and_excludes(archive: Archive) -> None:
    desk = archive("Cranes stood still on Monday.", "Cranes fell over on Friday.", *CROWD)
    article = desk.articles.summaries()[0].id
    assert len(desk.index.candidates([normalised("cranes")], limit=1)[0]) == 1
    assert desk.index.candidates([normalised("cranes")], exclude=[article]) == ((),)


@pytest.mark.parametrize(
    ("state", "expected"), [(State.CHECKING, []), (State.SIGNED_OFF, [CLAIM]), (State.ARCHIVE, [CLAIM])]
)
def test_only_what_is_archive_is_found(desk: Desk, state: State, expected: list[str]) -> None:
    article = Article("Cranes", Draft(CLAIM, (Block(0, len(CLAIM), Role.BODY),)), "cranes.txt")
    record = desk.articles.put(article, state=state)
    claim = Claim("c1", 0, len(CLAIM), CLAIM, Section.BODY)
    desk.articles.store(record.id, Extraction(article, (claim,)), complete=True)
    assert found(desk, CLAIM) == expected
    (stored,) = desk.claims.of(record.id)
    desk.claims.change(stored.id, stored.revision, {"removed": True})
    assert found(desk, CLAIM) == []


def test_an_article_tells_its_claims_in_order_and_none_that_was_removed(archive: Archive, desk: Desk) -> None:
    archive(*CROWD)
    article = desk.articles.summaries()[0].id
    first, *_ = rows = desk.claims.of(article)
    assert desk.index.told_by([article]) == {article: [(row.id, row.claim.text) for row in rows]}
    desk.claims.change(first.id, first.revision, {"removed": True})
    assert desk.index.told_by([article])[article] == [(row.id, row.claim.text) for row in rows[1:]]
    assert desk.index.told_by([]) == {}


def test_put_again_and_remove_leave_nothing_behind(archive: Archive) -> None:
    desk = archive(CLAIM, *CROWD)
    (claim_id, _), *_ = desk.index.candidates([normalised(CLAIM)])[0]
    before = dict(desk.index.weights(CRANE_AND_FERRY))
    with desk.writing():
        desk.index.put([(claim_id, "Ferries")])
    assert desk.index.weights(CRANE_AND_FERRY)[CRANE_AND_FERRY[0]] > before[CRANE_AND_FERRY[0]]
    assert desk.index.weights(CRANE_AND_FERRY)[CRANE_AND_FERRY[1]] < before[CRANE_AND_FERRY[1]]
    with desk.writing():
        desk.index.put([(claim_id, CLAIM)])
    assert dict(desk.index.weights(CRANE_AND_FERRY)) == before
    with desk.writing():
        desk.index.remove([claim_id, ClaimId(99_999)])
    assert desk.index.size() == len(CROWD)
    assert desk.index.normalised([claim_id]) == {}
    assert found(desk, "cranes Gdansk") == []


def test_it_goes_back_with_the_transaction(archive: Archive) -> None:
    desk = archive(*CROWD)
    (claim_id, _), *_ = desk.index.candidates([normalised(CROWD[0])])[0]
    weights = dict(desk.index.weights([stem("museum")]))

    def fail() -> None:
        with desk.writing():
            desk.index.remove([claim_id])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert found(desk, CROWD[0]) == [CROWD[0]]
    assert dict(desk.index.weights([stem("museum")])) == weights


def test_a_word_in_a_great_many_claims_is_not_read_to_its_end(archive: Archive) -> None:
    desk = archive(*(f"Cranes number {number} moved" for number in range(30)), CLAIM)
    assert found(desk, CLAIM, limit=3)[0] == CLAIM


def test_among_many_repeats_the_one_with_the_same_numbers_comes_first(archive: Archive) -> None:
    desk = archive(*(f"The pier is {number} feet long, {number + 1} wide" for number in range(100, 140)), *CROWD)
    assert "The pier is 131 feet long, 132 wide" in found(desk, "The pier is 131 feet long, 7 wide", limit=2)
    assert found(desk, "The pier is 131 feet long, 132 wide", limit=1) == ["The pier is 131 feet long, 132 wide"]


def test_of_claims_that_share_the_same_the_latest_come_first(archive: Archive) -> None:
    """In whatever order what they share is added up, which makes a difference of the last bit."""
    words = ["cranes", "ferries", "museum", "orchestra", "swimmer", "bakers", "bridges", "river"]
    rarer = [" ".join(words[:most]) for most in range(1, 8) for _ in range(most)]
    alike = [f"bridges moved ferries {number} swimmer and the river took bakers" for number in range(70, 130)]
    desk = archive(*rarer, *alike[:40])
    archive(*alike[40:], article="A later story")
    asked = normalised("The river, bakers, ferries: a swimmer at bridges, cranes, orchestra")
    candidates = desk.index.candidates([asked], limit=50)[0]
    assert len(candidates) == 50
    assert list(candidates) == sorted(candidates, key=lambda pair: (round(pair[1], 6), pair[0]), reverse=True)
    assert len({share for _, share in candidates}) == len({round(share, 6) for _, share in candidates})


def test_two_common_words_side_by_side_find_a_claim(archive: Archive) -> None:
    apart = [f"Cranes {number} were bought by a museum in {number + 40}" for number in range(40)]
    other = [f"Ferries {number} came to the harbour" for number in range(40)]
    desk = archive(*apart, *other, "The museum harbour opened")
    assert found(desk, "A harbour for the museum: museum harbour")[0] == "The museum harbour opened"


def test_check_finds_what_is_out_of_step(archive: Archive) -> None:
    desk = archive(CLAIM, *CROWD)
    assert desk.index.check() == []
    (claim_id, _), *_ = desk.index.candidates([normalised(CLAIM)])[0]
    with desk.writing():
        desk.index.remove([claim_id])
    assert desk.index.check() == ["1 claim is missing from the match index"]
    with desk.writing():
        assert desk.index.rebuild() == len(CROWD) + 1
    assert desk.index.check() == []
    assert found(desk, "Used cranes were bought in Gdansk")[0] == CLAIM


@pytest.mark.parametrize(
    "spoiled",
    ["DELETE FROM match_postings", "UPDATE match_postings SET claims = zeroblob(length(claims))"],
)
def test_check_finds_lists_that_are_not_right(archive: Archive, spoiled: str) -> None:
    desk = archive("Cranes")
    with Database(desk.path) as base:
        base.execute(spoiled)
    assert desk.index.check() == ["the match index does not list the claims that have a key, or others"]
    with desk.writing():
        desk.index.rebuild()
    assert desk.index.check() == []


def test_what_is_gathered_is_put_in_at_the_end(archive: Archive, desk: Desk) -> None:
    archive(*CROWD)
    (claim_id, _), *_ = desk.index.candidates([normalised(CROWD[0])])[0]
    with desk.writing(), desk.index.gathering():
        desk.index.put([(claim_id, CLAIM)])
        assert found(desk, CLAIM) == []
    assert found(desk, CLAIM) != []
    assert len(set(desk.index.weights([stem("museum"), "zebra"]).values())) == 1


def test_earlier_tells_what_is_known(archive: Archive) -> None:
    desk = archive("Cranes cost $40", verdict="verified", source="Bill of sale", date="2019-05-01", checker="Ada")
    ((claim_id, _),) = desk.index.candidates([normalised("cranes")])[0]
    earlier = desk.index.earlier([claim_id, ClaimId(99)])[claim_id]
    assert (earlier.article, str(earlier.date), earlier.text) == ("An earlier story", "2019-05-01", "Cranes cost $40")
    assert earlier.facts is None
    (record,) = desk.claims.of(earlier.article_id)
    assert [(fact.text, fact.start) for fact in record.claim.facts] == [("$40", 12)]
    assert record.claim.kinds == ("money",)
    assert (earlier.verdict, earlier.checker) == ("verified", "Ada")
    assert [source.name for source in earlier.sources] == ["Bill of sale"]


def test_articles_taken_in_one_by_one_leave_few_pieces_of_the_index(archive: Archive) -> None:
    """Each key is looked for in every piece, so that many would make matching slow."""
    pieces = []
    for number in range(12):
        desk = archive(f"Crane {number} lifted the bell.", article=f"Day {number}")
        with Database(desk.path) as base:
            pieces += [row["pieces"] for row in base.query(PIECES)]
    assert max(pieces) < 4
    assert desk.index.check() == []


def test_keys_stay_as_they_are_on_desks() -> None:
    """Other keys would need a migration that files all claims anew."""
    text = normalised("Officials said the Titanic’s 20 boats couldn't hold 2,224 of its people.")
    assert text == "officials said the titanic 20 boats could not hold 2224 of its people"
    assert list(terms(text.split())) == WORDS
    assert keys([text], [WORDS])[0].tolist() == KEYS


def test_keys_of_many_claims_are_those_of_each() -> None:
    texts = ["the titanic sank", "", "12 45", "the carpathia came at 4 in the morning"]
    found, places = keys(texts, [terms(text.split()) for text in texts])
    for place, text in enumerate(texts):
        own = terms(text.split())
        words = np.array([stem_key(word) for word in own if not is_number(word)], np.uint64)
        pairs = pair_keys(words[:-1], words[1:]).tolist()
        expected = [*map(stem_key, own), *pairs, *repeat_keys(text)]
        assert sorted(found[places == place].tolist()) == sorted(expected)


def test_what_a_word_tells_is_worked_out_once_and_forgotten_when_it_is_too_much(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    monkeypatch.setattr(module, "_MOST_WORDS", 2)
    lengths = ByWord(length)
    assert [lengths[word] for word in ("pier", "boat", "pier", "lifeboat", "pier")] == [4, 4, 4, 8, 4]
    assert asked == ["pier", "boat", "lifeboat", "pier"]
    assert len(lengths) == 2


def test_a_skeleton_has_no_numbers_and_no_frame() -> None:
    skeleton, whole = repeat_keys("the pier is 12 to 3")
    assert repeat_keys("the pier is 4.5 to -7")[0] == skeleton
    assert repeat_keys("the pier is 4.5 to -7")[1] != whole
    assert repeat_keys("it emerged on tuesday that the pier is 12 to 3") == (skeleton, whole)
    assert repeat_keys("the pier was 12 to 3")[0] != skeleton
    assert len(repeat_keys("the pier is long")) == 1


@pytest.mark.parametrize(
    "forms",
    [
        "rescue rescued rescues rescuing",
        "detect detected detection",
        "vapour vapor",
        "study studies studied",
        "organise organized organisation",
        "find found",
        "company companies",
        "announce announcement",
        "rise rose",
    ],
)
def test_stems_join_the_forms_of_a_word(forms: str) -> None:
    assert len({stem(word) for word in forms.split()}) == 1


@pytest.mark.parametrize("words", ["crewed uncrewed", "nation native", "police policy", "station state", "form inform"])
def test_stems_keep_words_apart(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 2


def test_terms_are_what_a_claim_is_about() -> None:
    assert terms(["the", "mayor", "did", "not", "sign", "3", "deals", "3", "deals"]) == ("mayor", "sign", "3", "deal")


@pytest.mark.parametrize(
    ("migration", "filed"),
    [
        ("m004_match_index", ["INSERT INTO match_texts VALUES (1, 7, 'as it was filed then')"]),
        (
            "m015_postings",
            [
                "INSERT INTO match_texts VALUES (1, 'as it was filed then')",
                "INSERT INTO match_keys (rowid, keys) VALUES (1, 'filed')",
                "INSERT INTO match_stems VALUES ('filed', 1)",
                "INSERT INTO match_titles (rowid, keys) VALUES (1, 'title')",
            ],
        ),
    ],
)
def test_the_archive_of_an_earlier_version_is_filed_anew(tmp_path: Path, migration: str, filed: list[str]) -> None:
    path = tmp_path / "desk.db"
    old = Database(path)
    old.execute("PRAGMA application_id = 1178682196")
    MIGRATIONS.apply(old, stop_before=migration)
    old.execute(
        "INSERT INTO articles (id, slug, title, source, state, draft_id, added_at)"
        " VALUES (1, 'cranes', 'Cranes', 'cranes.txt', 'archive', NULL, '2020-01-01T00:00:00+00:00')"
    )
    old.execute(
        "INSERT INTO drafts (id, article_id, number, sha256, words, warnings, text) VALUES (1, 1, 1, '', 1, '[]', ?)",
        [CLAIM],
    )
    old.execute("UPDATE articles SET draft_id = 1")
    old.execute(
        'INSERT INTO claims (id, article_id, draft_id, start, "end", text, section, kinds, priority, checkable)'
        " VALUES (1, 1, 1, 0, ?, ?, 'body', '', 0.5, 1)",
        [len(CLAIM), CLAIM],
    )
    for statement in filed:
        old.execute(statement)
    old.conn.commit()
    old.close()
    with connect(path) as desk:
        assert found(desk, CLAIM) == [CLAIM]
        assert list(desk.problems()) == []
    assert path.with_name(f"desk.db.before-{migration}").exists()


def test_a_claim_that_is_passed_over_hides_no_other(archive: Archive) -> None:
    again = "The harbour board has a man in Gdansk, whom nobody knows"
    desk = archive(CLAIM)
    archive(again, *CROWD, article="A later story")
    own = [desk.articles.find("an-earlier-story").id]
    ((claim_id, share),) = desk.index.candidates([normalised(CLAIM)], exclude=own)[0]
    assert share < 0.5
    assert desk.index.earlier([claim_id])[claim_id].text == again
