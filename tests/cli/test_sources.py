"""What verdicts rest on, without a screen: sources, contacts, and what the desk demands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

    Factcheck = Callable[..., Done]


def test_the_rules_of_the_desk_keep_the_gate_shut(factcheck: Factcheck, story: Path, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[rules]\nverified = "1 primary"\nanonymous = "two friends"\n', "utf-8")
    slug = factcheck("open", story).out.split()[1]
    factcheck("mark", f"{slug}#1", "verified", "--source", "secondary: The Scotsman")
    factcheck("mark", f"{slug}#2", "verified")
    shut = factcheck("signoff", slug, "--check")
    assert shut.code == 1
    assert "#1 is verified by 1 secondary source; the desk wants 1 primary\n" in shut.out
    assert "config.toml, line 3: anonymous wants a rule such as" in shut.err
    lines = factcheck("status", slug).out.splitlines()
    assert "#1 verified " in lines[1]
    assert "#2 verified (no source) " in lines[2]
