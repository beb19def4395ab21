"""The configuration file: what it sets, and that a bad one is told and never stops the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.config import DEFAULT_PIPELINE, load
from factcheck.model import Publisher
from factcheck.rules import NO_RULES

if TYPE_CHECKING:
    from pathlib import Path


def written(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, "utf-8")
    return path


def test_no_file_means_defaults(tmp_path: Path) -> None:
    config = load(path=tmp_path / "none.toml", env={"FACTCHECK_CHECKER": "Jo"})
    assert config.pipeline == DEFAULT_PIPELINE
    assert config.checker == "Jo"
    assert config.advance
    assert config.problems == ()


def test_file_sets_each_entry(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        'desk = "d.db"\nchecker = " Ada "\npipeline = "other"\nadvance = false\ntheme = "t"\nexport_dir = "out"\n'
        'keymap = "vim"\n'
        '[keys]\nclaim-verify = "y"\n',
    )
    config = load(path=path, env={})
    assert (str(config.desk), config.checker, config.pipeline, config.advance) == ("d.db", "Ada", "other", False)
    assert config.keymap == "vim"
    assert (config.theme, str(config.export_dir), dict(config.keys)) == ("t", "out", {"claim-verify": "y"})


def test_file_sets_the_rules_of_the_desk(tmp_path: Path) -> None:
    path = written(
        tmp_path, '[rules]\nverified = "1 primary or 2 secondary"\nanonymous = "nobody"\nsecond_read = true\n'
    )
    config = load(path=path, env={})
    assert str(config.rules.verified) == "1 primary or 2 secondary"
    assert config.rules.anonymous is None, "a rule that cannot be read stops nothing"
    assert config.rules.second_read
    assert load(path=tmp_path / "none.toml", env={}).rules == NO_RULES
    assert not NO_RULES.second_read


def test_file_tells_who_publishes(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        '[publish]\norganisation = " The Desk "\nurl = "ftp://x.org"\narticles = "https://x.org/c/"\n'
        'rating_disputed = "False"\nrating_verified = 1\ncolour = "red"\n',
    )
    config = load(path=path, env={})
    assert config.publisher == Publisher("The Desk", "", "https://x.org/c/", rating_disputed="False")
    assert [problem.partition(", line ")[2] for problem in config.problems] == [
        '3: url wants an address such as "https://example.org/"',
        "6: rating_verified wants some text in quotation marks",
        "7: colour is not known; there are organisation, url, articles, rating_verified and rating_disputed",
    ]


def test_what_is_remembered_has_a_file_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "none.toml"
    assert load(path=path, env={"FACTCHECK_STATE": str(tmp_path / "s.json")}).state == tmp_path / "s.json"
    assert load(path=path, env={}).state is not None


def test_command_line_wins_over_environment_and_environment_over_file(tmp_path: Path) -> None:
    path = written(tmp_path, 'desk = "file.db"\n')
    env = {"FACTCHECK_DESK": str(tmp_path / "env.db")}
    assert load(path=path, env={}).desk.name == "file.db"
    assert load(path=path, env=env).desk.name == "env.db"
    assert load(path=path, env=env, desk=tmp_path / "line.db").desk.name == "line.db"


def test_environment_names_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, 'checker = "Ada"\n')
    assert load(env={"FACTCHECK_CONFIG": str(path)}).checker == "Ada"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("checker = 3\n", 1, "quotation marks"),
        ('\n\nadvance = "yes"\n', 3, "true or false"),
        ('ascii = "yes"\n', 1, "ascii wants true or false"),
        ('keymap = "emacs"\n', 1, "keymap wants one of default, vim, prodigy"),
        ('keys = "v"\n', 1, "[keys]"),
        ('[keys]\nclaim-verify = "v"\nclaim-dispute = 4\n', 3, "claim-dispute"),
        ('theme = "t"\ncolour = "red"\n', 2, "colour"),
        ('rules = "1 primary"\n', 1, "wants a table: [rules]"),
        ('[rules]\nverified = "1 primary"\nanonymous = "2 apart"\n', 3, "anonymous wants a rule such as"),
        ('theme = "t"\nrules.verified = "few"\n', 2, "'few' is no number of sources"),
        ("[rules]\nverified = 2\n", 2, "verified wants a rule such as"),
        ('[rules]\nverified = "1"\nsecond_read = "yes"\n', 3, "second_read wants true or false"),
        ('[rules]\n\ndisputed = "1 primary"\n', 3, "disputed is no rule"),
        ('theme = "t"\n[publish]\ntheme = 1\n', 3, "theme is not known"),
        ('checker = "Jo"\nkeys = { undo = 1 }\n', 2, "undo wants a key's name"),
        ('checker = "Jo"\n[odd.one]\nx = 1\n', 2, "odd is no setting"),
    ],
)
def test_a_bad_entry_is_told_with_its_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    config = load(path=written(tmp_path, text), env={"FACTCHECK_CHECKER": "Jo"})
    assert len(config.problems) == 1
    assert f"line {line}:" in config.problems[0]
    assert says in config.problems[0]
    assert config.checker == "Jo"


def test_a_name_is_what_can_be_read_of_it(tmp_path: Path) -> None:
    nowhere = tmp_path / "none.toml"
    assert load(path=nowhere, env={"FACTCHECK_CHECKER": "B\u202eo\x07\n"}).checker == "Bo"
    system = load(path=nowhere, env={}).checker
    assert load(path=nowhere, env={"FACTCHECK_CHECKER": "\x1b\n"}).checker == system
    path = written(tmp_path, 'checker = "\\u001bAda\\u0007"\n')
    assert load(path=path, env={}).checker == "Ada"


@pytest.mark.parametrize("data", [b"checker = \n", b"\xff\xfe", b"[keys\n"])
def test_a_broken_file_is_told_and_the_defaults_are_used(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(data)
    config = load(path=path, env={})
    assert len(config.problems) == 1
    assert "defaults" in config.problems[0]
    assert config.pipeline == DEFAULT_PIPELINE


def test_a_folder_in_its_place_is_told_once(tmp_path: Path) -> None:
    config = load(path=tmp_path, env={})
    assert config.problems == (f"{tmp_path}: Is a directory; the defaults are used",)
