"""How articles come to the desk: what an ARTICLE names, and what is resumed."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from factcheck.errors import ArticleError
from factcheck.model import State
from factcheck.reading import ReadOptions
from factcheck.review.intake import names_input, read_draft, resolve, take_in
from tests.reading.server import Site, free_port, serving
from tests.reading.test_webpage import FULL, LAST, TITLE, page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factcheck.desk import Desk

FORMER = page(FULL).encode()
NOW = page(FULL.replace("more than an hour", "nearly two hours")).encode()


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as one:
        yield one


def test_an_address_is_read_and_not_looked_up() -> None:
    assert all(map(names_input, ("http://a.example/b", "HTTPS://a.example", "www.a.example", "ftp://a.example")))
    assert not names_input("forth-bridge")


def test_a_page_keeps_its_address_and_is_known_by_its_text(desk: Desk, site: Site) -> None:
    url = site.page("/bridge", FORMER)
    article, record = resolve(url, desk)
    assert record is None
    put = desk.articles.put(article)
    assert put.article.source == url
    again, known = resolve(url, desk)
    assert known == put
    assert again.warnings == ()


def test_a_page_that_has_changed_since_is_resumed_and_said_to_have(desk: Desk, site: Site) -> None:
    url = site.page("/bridge", FORMER)
    put = desk.articles.put(resolve(url, desk)[0])
    site.page("/bridge", NOW)
    article, record = resolve(url, desk)
    assert record is not None
    assert (record.id, article.draft) == (put.id, put.article.draft)
    assert record.article.warnings == (f"The page reads otherwise now. factcheck rebase {put.slug} {url} takes it in.",)
    assert "nearly two hours" in read_draft(put, url).draft.text
    assert desk.articles.get(put.id).article.warnings == ()


def test_a_file_that_was_edited_since_says_how_its_marks_are_kept(desk: Desk, tmp_path: Path) -> None:
    """It stood beside its former self as another article, all unchecked, without a word."""
    file = tmp_path / "bridge.html"
    file.write_bytes(FORMER)
    put = desk.articles.put(resolve(str(file), desk)[0])
    file.write_bytes(NOW)
    article, record = resolve(str(file), desk)
    assert record is None
    (warning,) = article.warnings
    assert f"as {put.slug}" in warning
    assert f"factcheck rebase {put.slug} {file}" in warning
    file.write_bytes(FORMER)
    assert resolve(str(file), desk)[1] == put


def test_an_earlier_article_of_the_archive_is_not_resumed(desk: Desk, site: Site) -> None:
    url = site.page("/bridge", FORMER)
    desk.articles.put(resolve(url, desk)[0], state=State.ARCHIVE)
    site.page("/bridge", NOW)
    article, record = resolve(url, desk)
    assert record is None
    assert "nearly two hours" in article.draft.text


def test_a_page_that_cannot_be_had_now_is_resumed(desk: Desk, site: Site) -> None:
    url = site.page("/bridge", FORMER)
    put = desk.articles.put(resolve(url, desk)[0])
    del site.answers["/bridge"]
    article, record = resolve(url, desk)
    assert record is not None
    assert (record.id, article.title) == (put.id, TITLE)
    assert record.article.warnings == ("It was not read again: 127.0.0.1 has no such page (HTTP 404).",)


def test_private_addresses_stay_private_for_drafts_too(desk: Desk, site: Site) -> None:
    url = site.page("/bridge", FORMER)
    put = desk.articles.put(resolve(url, desk)[0])
    with pytest.raises(Exception, match="inside a private network"):
        read_draft(put, url, ReadOptions(no_private=True))
    with pytest.raises(Exception, match="nobody answers"):
        resolve(f"http://127.0.0.1:{free_port()}/", desk)
    assert LAST in put.article.draft.text


def test_standing_input_that_cannot_be_read_is_no_earlier_one(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def piped(data: bytes) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))

    piped(b"The bridge at Firth was opened in March 1890.\n")
    desk.articles.put(resolve("-", desk)[0])
    piped(b"")
    with pytest.raises(ArticleError, match="is empty"):
        resolve("-", desk)


@pytest.mark.parametrize("left", [None, b""])
def test_a_file_that_cannot_be_read_any_more_is_resumed_and_the_reason_told(
    desk: Desk, tmp_path: Path, left: bytes | None
) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text("The bridge at Firth was opened in March 1890.\n")
    put = desk.articles.put(resolve(str(path), desk)[0])
    path.unlink()
    if left is not None:
        path.write_bytes(left)
    _, record = resolve(str(path), desk)
    assert record is not None
    assert record.id == put.id
    (warning,) = record.article.warnings
    assert warning.startswith("It was not read again: ")
    assert desk.articles.get(put.id).article.warnings == ()


def test_the_warnings_are_of_the_file_that_was_read_just_now(desk: Desk, tmp_path: Path) -> None:
    words = "The café at the Firth was opened in March 1890, “as promised”.\n"
    former, later = tmp_path / "former.txt", tmp_path / "later.txt"
    former.write_bytes(words.encode("cp1252"))
    later.write_bytes(words.encode())
    assert any("Windows-1252" in one for one in take_in(desk, str(former)).article.warnings)
    assert take_in(desk, str(later)).article.warnings == ()
    assert any("Windows-1252" in one for one in take_in(desk, str(former)).article.warnings)
