"""What is remembered from one day to the next."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.config import Config
from factcheck.state import (
    claims_filter,
    layout,
    read_so_far,
    remember_claims_filter,
    remember_layout,
    remember_read_so_far,
    remember_theme,
    theme,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return Config(tmp_path / "config.toml", tmp_path / "desk.db", "Ann", state=tmp_path / "new" / "state.json")


def test_a_filter_is_kept_for_one_article_one_checker_and_one_desk(config: Config) -> None:
    remember_layout(config, "claims below 40")
    remember_claims_filter(config, "bridge", '{"open": true}')
    remember_claims_filter(config, "tunnel", '{"legal": true}')
    assert claims_filter(config, "bridge") == '{"open": true}'
    assert claims_filter(replace(config, checker="Bo"), "bridge") == ""
    assert claims_filter(replace(config, desk=config.desk.with_name("other.db")), "bridge") == ""
    remember_claims_filter(config, "bridge", "")
    assert (claims_filter(config, "bridge"), claims_filter(config, "tunnel")) == ("", '{"legal": true}')
    assert layout(config) == "claims below 40"


def test_how_far_one_has_read_is_kept_for_one_draft_one_checker_and_one_desk(config: Config) -> None:
    remember_claims_filter(config, "bridge", '{"open": true}')
    remember_read_so_far(config, "bridge", "abc", 120)
    assert read_so_far(config, "bridge", "abc") == 120
    assert read_so_far(config, "bridge", "xyz") == 0
    assert read_so_far(config, "tunnel", "abc") == 0
    assert read_so_far(replace(config, checker="Bo"), "bridge", "abc") == 0
    remember_read_so_far(config, "bridge", "xyz", 7)
    assert (read_so_far(config, "bridge", "abc"), read_so_far(config, "bridge", "xyz")) == (0, 7)
    assert claims_filter(config, "bridge") == '{"open": true}'


@pytest.mark.parametrize("spoilt", ["abc", "abc x", "abc -3", "abc 1 2", ""])
def test_a_spoilt_place_is_none(config: Config, spoilt: str) -> None:
    remember_read_so_far(config, "bridge", "abc", 120)
    assert config.state is not None
    config.state.write_text(config.state.read_text("utf-8").replace("abc 120", spoilt), "utf-8")
    assert read_so_far(config, "bridge", "abc") == 0


def test_old_filters_are_forgotten_before_the_file_grows_long(config: Config) -> None:
    remember_layout(config, "claims below 40")
    for number in range(230):
        remember_claims_filter(config, f"story-{number}", '{"open": true}')
    assert claims_filter(config, "story-229") != ""
    assert claims_filter(config, "story-30") != ""
    assert claims_filter(config, "story-29") == ""
    assert layout(config) == "claims below 40"


def test_who_reads_while_it_is_written_finds_a_whole_file(config: Config) -> None:
    remember_layout(config, "first")
    state, over, torn = config.state, threading.Event(), []
    assert state is not None

    def read() -> None:
        while not over.is_set():
            try:
                json.loads(state.read_text("utf-8"))
            except ValueError as error:
                torn.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(400):
        remember_layout(config, f"{number} " * 4000)
    over.set()
    reader.join()
    assert torn == []
    assert [path.name for path in state.parent.iterdir()] == ["state.json"], "nothing is left beside it"


def test_a_link_to_the_file_stays_one(config: Config, tmp_path: Path) -> None:
    assert config.state is not None
    config.state.parent.mkdir()
    (tmp_path / "kept.json").write_text("{}", "utf-8")
    config.state.symlink_to(tmp_path / "kept.json")
    remember_layout(config, "both right 40")
    assert config.state.is_symlink()
    assert "both right 40" in (tmp_path / "kept.json").read_text("utf-8")


def test_what_cannot_be_written_is_not_remembered_and_no_failure(config: Config, tmp_path: Path) -> None:
    (tmp_path / "new").write_text("a file where a folder should be", "utf-8")
    remember_layout(config, "both right 40")
    remember_claims_filter(config, "bridge", '{"open": true}')
    assert layout(config) == ""


def test_a_theme_is_kept_until_the_configuration_names_another(config: Config) -> None:
    assert theme(config) == config.theme
    remember_theme(config, "factcheck-light")
    assert theme(config) == "factcheck-light"
    assert theme(replace(config, theme="factcheck-contrast-dark")) == "factcheck-contrast-dark"
