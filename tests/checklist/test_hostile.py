"""Every format of every kind, of an article in which every text is as bad as it can be; and the same bytes anywhere."""

from __future__ import annotations

import csv
import dataclasses
import hashlib
import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any, Final

import pytest
from lxml import html

from factcheck.checklist import KINDS, render
from factcheck.checklist.as_csv import undefuse
from factcheck.checklist.entry import visible
from factcheck.checklist.reading import parse
from factcheck.checklist.restoring import restored
from factcheck.model import Block, Finding, Role, Severity, Span
from tests.checklist.conftest import PUBLISHER
from tests.checklist.test_json import validator
from tests.checklist.test_markdown import tokens
from tests.conftest import HOSTILE

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import Checklist

BAD: Final = (
    HOSTILE,
    *('=HYPERLINK("http://x.example","y")', "+1", "-1+cmd|' /C calc'!A0", "@SUM(1)", "\t=1", "\r=1", "'=1", "＝1"),
    "<script>alert(1)</script>\"'><img src=x onerror=alert(1)></style><svg/onload=alert(1)>",
    "javascript:alert(1)",
    "# [x](http://y.example) ![i](j)\n- a\n\n    code\n***b***\n<b>&amp;</b>",
    "| a | b |\n|---|---|\n{{ 7*7 }}{% block main %}",
    "\x1b]0;x\x07\x1b[31m\x9b2J\x00\x7f\x85",
    "\u202eabc\u2066\u2028d",
    "\udfff lone \ud800",
)
TEXTS: Final = ("md", "csv", "json", "html", "claimreview")
"""The formats that are plain text."""
FILES: Final = [(what, name) for what in KINDS for name in TEXTS if name in KINDS[what].formats]
OBEYED: Final = {*map(chr, (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)))}
"""What a terminal obeys, line ends and tabs among it."""
OURS: Final = frozenset({"id", "sha256", "hash", "when", "slug", "deadline", "unit", "what", "only"})
"""Fields whose texts come from factcheck itself."""
TOLD: Final = frozenset({"verdict", "state"})
"""What an event tells in words of ours: a log that has others there is refused."""


def worsened(value: Any, bad: str) -> Any:
    """A value with each text in it that may come from others replaced; enumerations stay."""
    if type(value) is str:
        return bad
    if isinstance(value, tuple):
        return tuple(worsened(one, bad) for one in value)
    if isinstance(value, dict):
        return {key: one if key in TOLD else worsened(one, bad) for key, one in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in dataclasses.fields(value) if field.name not in OURS]
        return dataclasses.replace(value, **{name: worsened(getattr(value, name), bad) for name in names})
    return value


def hostile(checklist: Checklist, bad: str) -> Checklist:
    """The checklist with such a text in each field, the claims' words standing in the article."""
    worse: Checklist = worsened(dataclasses.replace(checklist, findings=()), bad)
    text, blocks, claims = "", [], []
    for record in worse.claims:
        start, end = len(text), len(text) + len(bad)
        blocks.append(Block(start, end, Role.BODY, bad))
        claim = dataclasses.replace(record.claim, id=f"c{record.number}", start=start, end=end, kinds=("name",))
        claims.append(dataclasses.replace(record, claim=claim))
        text += f"{bad}\n\n"
    draft = dataclasses.replace(worse.article.article.draft, text=text, blocks=tuple(blocks))
    article = dataclasses.replace(worse.article.article, draft=draft)
    finding = Finding("date-mismatch", bad, Severity.HIGH, (Span(0, len(bad)),), ("c1",), "")
    judged = dataclasses.replace(finding, dismissed=bad)
    return dataclasses.replace(
        worse,
        article=dataclasses.replace(worse.article, article=article),
        claims=tuple(claims),
        findings=(finding, judged),
        publisher=dataclasses.replace(PUBLISHER, organisation=bad, rating_verified=bad),
    )


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize(("what", "name"), FILES)
def test_no_terminal_obeys_a_file(published: Checklist, what: str, name: str, bad: str) -> None:
    data = render(hostile(published, bad), name, what)
    assert not {*data.decode("utf-8")} & OBEYED - {"\n", "\r", "\t"}


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("what", [what for what, name in FILES if name == "csv"])
def test_no_cell_is_a_formula_and_each_comes_back(published: Checklist, what: str, bad: str) -> None:
    text = render(hostile(published, bad), "csv", what).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert rows
    for row in rows:
        assert not [cell for cell in row.values() if cell.startswith(tuple("=+-@\t\r\n＝＋－＠"))]
        cells = {undefuse(cell) for cell in row.values()}
        assert visible(bad).encode("utf-8", "replace").decode() in cells


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("what", [what for what, name in FILES if name == "md"])
def test_no_text_makes_structure_in_markdown(published: Checklist, what: str, bad: str) -> None:
    parsed = tokens(render(hostile(published, bad), "md", what).decode())
    kinds = {token.type for token in parsed}
    alive = {"link_open", "image", "html_inline", "html_block", "fence", "code_block", "blockquote_open", "table_open"}
    assert not kinds & alive
    assert not kinds & {"em_open", "hr", "s_open", "lheading_open"}


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("what", [what for what, name in FILES if name == "html"])
def test_no_text_is_alive_in_a_page(published: Checklist, what: str, bad: str) -> None:
    page: html.HtmlElement = html.document_fromstring(render(hostile(published, bad), "html", what).decode())
    assert not page.xpath("//script | //img | //iframe | //svg[not(@class='bar')] | //style[2] | //form")
    for one in page.iter():
        for name, value in dict(one.attrib).items():
            assert not str(name).startswith("on")
            assert name != "href" or str(value).startswith(("#", "https://", "http://"))
    shown = " ".join(visible(bad).encode("utf-8", "replace").decode().split())
    assert shown in " ".join(str(page.xpath("string()")).split())


@pytest.mark.parametrize("bad", BAD)
def test_json_brings_everything_back(published: Checklist, bad: str) -> None:
    worse = hostile(published, bad)
    data = render(worse, "json")
    document = json.loads(data)
    validator().validate(document)
    assert document["claims"][0]["note"] == document["article"]["title"] == document["lost"][0]["note"] == bad
    again = restored(parse(data, "out.json"))
    assert [record.claim.text for record in again.claims] == [bad] * len(worse.claims)
    assert again.article.article == worse.article.article


def test_the_same_checklist_gives_the_same_bytes_in_any_process(published: Checklist, tmp_path: Path) -> None:
    """The order in which sets and dictionaries of text happen to be kept must not show."""
    path = tmp_path / "checklist.json"
    path.write_bytes(render(published, "json"))
    script = f"from tests.checklist.test_hostile import printed; printed({str(path)!r})"
    told = [
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert told[0] == told[1]
    assert len(told[0].splitlines()) == len(FILES)


def printed(path: str) -> None:
    """Say what the files of a checklist are, for another process to compare."""
    with open(path, "rb") as file:  # noqa: PTH123  # a name from the command line
        checklist = dataclasses.replace(restored(parse(file.read(), "checklist.json")), publisher=PUBLISHER)
    for what, name in FILES:
        print(what, name, hashlib.sha256(render(checklist, name, what)).hexdigest())
