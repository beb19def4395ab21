"""Who is let in."""

from __future__ import annotations

import pytest

from factcheck.web.door import Door


@pytest.fixture
def links() -> list[str]:
    return []


@pytest.fixture
def door(links: list[str]) -> Door:
    door = Door(8123, links.append)
    door.invite()
    return door


def token_of(link: str) -> str:
    return link.removeprefix("http://127.0.0.1:8123/?token=")


def test_a_token_lets_in_once_and_a_fresh_link_takes_its_place(door: Door, links: list[str]) -> None:
    session = door.enter(token_of(links[0]))
    assert session is not None
    assert door.knows(session)
    assert len(links) == 2
    assert door.enter(token_of(links[0])) is None
    other = door.enter(token_of(links[1]))
    assert other not in {None, session}
    assert len(token_of(links[0])) >= 43
    assert door.knows(session)


@pytest.mark.parametrize("token", ["", "x", "\udc80", "x" * 10_000])
def test_a_guess_lets_nobody_in(door: Door, links: list[str], token: str) -> None:
    assert door.enter(token) is None
    assert not door.knows(token)
    assert len(links) == 1


def test_before_the_first_link_nothing_lets_in() -> None:
    assert Door(8123, print).enter("") is None


@pytest.mark.parametrize("host", ["127.0.0.1:8123", "localhost:8123"])
def test_our_own_page_is_told_by_its_origin(door: Door, host: str) -> None:
    assert door.is_own_page(host, f"http://{host}")
    for origin in (
        "",
        "null",
        "http://evil.example",
        f"https://{host}",
        "http://127.0.0.1:8124",
        f"http://{host}.evil",
    ):
        assert not door.is_own_page(host, origin)


@pytest.mark.parametrize("host", ["", "127.0.0.1", "localhost", "evil.example:8123", "127.0.0.1:80", "127.0.0.1:8123."])
def test_under_another_name_no_page_is_ours(door: Door, host: str) -> None:
    assert not door.is_own_page(host, f"http://{host}")


def test_a_browser_leaves_the_usual_port_away() -> None:
    assert Door(80, print).is_own_page("localhost", "http://localhost")
