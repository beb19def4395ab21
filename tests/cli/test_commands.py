"""The commands, each as a program would call it."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sqlite3
from contextlib import closing
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from factcheck import __version__
from factcheck.checklist import FORMATS, KINDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.config import Config
    from tests.cli.conftest import Done

    Factcheck = Callable[..., Done]


def valid(value: Any, schema: str) -> Any:
    """The value, after a look whether it keeps its schema."""
    text = resources.files("factcheck").joinpath("schemas", f"{schema}.schema.json").read_text("utf-8")
    jsonschema.validate(value, json.loads(text))
    return value


def test_extract_follows_the_contract(factcheck: Factcheck, story: Path, desk_path: Path) -> None:
    done = factcheck("extract", story, "--json")
    assert done.code == 0
    extraction = valid(done.json, "extract")
    text = extraction["text"]
    assert extraction["article"]["title"] == "Forth Bridge opens after seven years"
    assert extraction["article"]["source"] == str(story)
    for row in (*extraction["claims"], *extraction["quotes"]):
        assert text[row["start"] : row["end"]] == row["text"]
    claims = [claim["text"] for claim in extraction["claims"]]
    assert not any("Photo" in claim for claim in claims)
    assert any("57 lives" in claim for claim in claims)
    assert [quote["speaker"] for quote in extraction["quotes"]] == ["the engineer"]
    assert not desk_path.exists()


def test_several_articles_give_one_object_a_line_in_order(factcheck: Factcheck, story: Path, tmp_path: Path) -> None:
    second = tmp_path / "second.txt"
    second.write_text("Krakatoa erupts\n\nThe volcano killed 36,417 people in 1883.\n", "utf-8")
    done = factcheck("extract", second, tmp_path / "missing.txt", story, "--json")
    assert [json.loads(line)["article"]["source"] for line in done.out.splitlines()] == [str(second), str(story)]
    assert done.code == 1
    assert "missing.txt" in done.err


def test_extract_without_json_is_for_people(factcheck: Factcheck, story: Path) -> None:
    done = factcheck("extract", story)
    assert done.code == 0
    assert "Forth Bridge opens after seven years" in done.out
    assert "[the engineer]" in done.out


def test_open_mark_status_and_export(factcheck: Factcheck, story: Path, tmp_path: Path) -> None:
    opened = factcheck("open", story)
    identity, slug = opened.out.split()
    assert (opened.code, identity, slug) == (0, "1", "forth-bridge-opens-after-seven-years")

    marked = factcheck(
        "mark", f"{slug}#2", "disputed", "--source", "primary: Board of Trade report | p. 4", "--note", "It is 2,529 m."
    )
    assert marked.code == 0
    assert "disputed" in marked.out

    status = valid(factcheck("status", slug, "--json").json, "status")
    assert status["articles"][0]["disputed"] == 1
    claim = status["claims"][1]
    assert (claim["number"], claim["verdict"], claim["checker"], claim["note"]) == (
        2,
        "disputed",
        "Ada",
        "It is 2,529 m.",
    )
    assert claim["sources"][0]["name"] == "Board of Trade report"
    assert claim["sources"][0]["locator"] == "p. 4"
    told = re.search(
        r"1 of (\d+) checked, (\d+) open and (\d+) opinion: 0 verified, 1 disputed", factcheck("status").out
    )
    assert told is not None
    wanted, still, opinion = map(int, told.groups())
    assert opinion > 0
    assert factcheck("status", "1").out.count(" opinion ") == opinion, "the screen says the same of them"
    assert (wanted + opinion, still) == (status["articles"][0]["claims"], wanted - 1)

    folder = tmp_path / "out"
    folder.mkdir()
    exported = factcheck("export", slug, "--format", "md,csv,json", "-o", folder)
    assert exported.code == 0
    written = {path.suffix: path.read_bytes() for path in folder.iterdir()}
    assert set(written) == {".md", ".csv", ".json"}
    for data in written.values():
        text = data.decode("utf-8-sig")
        assert "Board of Trade report" in text
        assert "2,529 m." in text
        assert "Ada" in text
    rows = list(csv.DictReader(io.StringIO(written[".csv"].decode("utf-8-sig"))))
    assert len(rows) == status["articles"][0]["claims"]
    valid(json.loads(written[".json"]), "checklist")


def test_some_claims_go_out_and_come_back_without_harm_to_the_others(
    factcheck: Factcheck, story: Path, tmp_path: Path
) -> None:
    _, slug = factcheck("open", story).out.split()
    factcheck("mark", f"{slug}#2", "disputed")
    done = factcheck("export", slug, "--format", "csv,json", "--claims", "disputed", "-o", tmp_path / "part.json")
    before = factcheck("status", slug, "--json").json["claims"]
    assert f"only disputed claims, 1 of {len(before)}\n" in done.err
    assert done.out.split() == [str(tmp_path / "part.csv"), str(tmp_path / "part.json")]
    for name in ("part.csv", "part.json"):
        path = tmp_path / name
        path.write_bytes(path.read_bytes().replace(b"disputed", b"unsourced"))
        assert factcheck("import", path).code == 0
    after = factcheck("status", slug, "--json").json["claims"]
    assert [claim["verdict"] for claim in after].count("unsourced") == 1
    assert [claim["id"] for claim in after] == [claim["id"] for claim in before]
    refused = factcheck("import", tmp_path / "part.json", "--desk", tmp_path / "empty.db")
    assert (refused.code, "holds only some claims" in refused.err) == (1, True)


def test_reviews_are_published_of_a_signed_off_article_with_a_publisher(
    factcheck: Factcheck, story: Path, tmp_path: Path
) -> None:
    _, slug = factcheck("open", story).out.split()
    count = len(factcheck("status", slug, "--json").json["claims"])
    for number in range(1, count + 1):
        factcheck("mark", f"{slug}#{number}", "verified", "--source", "primary: Board of Trade | https://example.org/4")
    export = ("export", slug, "--format", "claimreview", "-o", "-")
    assert f"{slug} is not signed off" in factcheck(*export).err
    done = factcheck("signoff", slug)
    assert done.code == 0, done.out
    refused = factcheck(*export)
    assert (refused.code, refused.out) == (1, "")
    assert "ClaimReview wants organisation and url and articles" in refused.err
    (tmp_path / "config.toml").write_text('[publish]\norganisation = "The Desk"\nurl = "https://desk.example"\n')
    assert "wants articles" in factcheck(*export).err
    page = "https://desk.example/bridge"
    graph = valid(factcheck(*export, "--url", page).json, "claimreview")["@graph"]
    assert (len(graph), {review["url"] for review in graph}) == (count, {page})
    assert factcheck(*export, "--url", "bridge").code == 2
    assert factcheck("export", slug, "--what", "memo", "--format", "claimreview", "-o", "-").code == 2


def test_a_name_for_several_files_loses_the_ending_of_one(factcheck: Factcheck, story: Path, tmp_path: Path) -> None:
    _, slug = factcheck("open", story).out.split()
    done = factcheck("export", slug, "--format", "md,csv", "-o", tmp_path / "a.b.md")
    assert done.out.split() == [str(tmp_path / "a.b.md"), str(tmp_path / "a.b.csv")]
    assert factcheck("export", slug, "--claims", "none", "-o", "-").code == 2


def test_mark_takes_an_id_and_takes_the_verdict_off_again(factcheck: Factcheck, story: Path) -> None:
    factcheck("open", story)
    claim = factcheck("status", 1, "--json").json["claims"][0]
    assert factcheck("mark", claim["id"], "verified", "--json").json["claims"][0]["verdict"] == "verified"
    assert factcheck("mark", claim["id"], "unchecked", "--json").json["claims"][0]["verdict"] is None
    assert factcheck("status", "--json").json["articles"][0]["verified"] == 0


def test_opening_twice_is_one_article(factcheck: Factcheck, story: Path) -> None:
    assert factcheck("open", story).out == factcheck("open", story).out
    assert len(factcheck("status", "--json").json["articles"]) == 1


def test_match_tells_same_from_conflict_and_skips_itself(factcheck: Factcheck, story: Path, tmp_path: Path) -> None:
    earlier = tmp_path / "earlier.jsonl"
    rows = [
        {
            "text": "The Forth Bridge cost 73 lives",
            "verdict": "verified",
            "source": "Memorial list",
            "date": "2020-03-04",
            "article": "The briggers",
        },
        {"text": "The Forth Bridge is 2,467 metres long", "article": "Bridges of Scotland", "date": "2019-01-01"},
    ]
    earlier.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    assert factcheck("add", earlier).code == 0
    queries = tmp_path / "queries.jsonl"
    queries.write_text(
        '{"id": "a", "text": "The Forth Bridge cost 57 lives"}\n'
        '{"id": "b", "text": "The Forth Bridge is 2467 metres long"}\n',
        "utf-8",
    )
    found = valid(factcheck("match", "--claims", queries, "--json").json, "match")
    conflict, same = (claim["matches"][0] for claim in found["claims"])
    assert conflict["relation"] == "conflict"
    assert conflict["verdict"] == "verified"
    assert conflict["sources"][0]["name"] == "Memorial list"
    assert [(d["here"], d["there"]) for d in conflict["differences"] if d["kind"] == "number"] == [("57", "73")]
    assert (same["relation"], same["article"], same["date"]) == ("same", "Bridges of Scotland", "2019-01-01")

    assert factcheck("add", story).code == 0
    own = valid(factcheck("match", story, "--json").json, "match")
    assert not any(m["article"] == "Forth Bridge opens after seven years" for c in own["claims"] for m in c["matches"])


def test_status_passes_over_the_archive(factcheck: Factcheck, story: Path) -> None:
    factcheck("add", story)
    done = factcheck("status")
    assert (done.code, done.out) == (0, "")
    assert "no article is under check" in done.err


def test_status_of_one_article_counts_what_contradicts_the_archive(
    factcheck: Factcheck, story: Path, tmp_path: Path
) -> None:
    slug = factcheck("open", story, "--json").json["articles"][0]["slug"]
    (tmp_path / "earlier.jsonl").write_text(
        '{"text": "The Forth Bridge cost 73 lives", "article": "Before"}\n', "utf-8"
    )
    assert factcheck("status", slug, "--json").json["articles"][0]["conflicts"] == 0
    assert factcheck("add", tmp_path / "earlier.jsonl").code == 0
    status = valid(factcheck("status", slug, "--json").json, "status")
    assert status["articles"][0]["conflicts"] == 1
    assert "1 in conflict with the archive" in factcheck("status", slug).out
    lives = next(claim["number"] for claim in status["claims"] if "57 lives" in claim["text"])
    assert factcheck("mark", f"{slug}#{lives}", "verified", "--note", "counted anew").code == 0
    assert factcheck("status", slug, "--json").json["articles"][0]["conflicts"] == 0
    assert "conflicts" not in factcheck("status", "--json").json["articles"][0], "it takes too long for a list of all"


def test_where_names_the_files(factcheck: Factcheck, desk_path: Path) -> None:
    assert factcheck("where", "--json").json["desk"] == str(desk_path)


def test_keys_prints_the_effective_keys(factcheck: Factcheck, tmp_path: Path) -> None:
    before = {row["id"]: row["keys"] for row in factcheck("keys", "--json").json["keys"]}
    assert before["claim-verify"] == ["v", "1"]
    (tmp_path / "config.toml").write_text('[keys]\nclaim-verify = "f2"\n', "utf-8")
    after = {row["id"]: row["keys"] for row in factcheck("keys", "--json").json["keys"]}
    assert after["claim-verify"] == ["f2"]


def test_keys_tells_all_that_is_wrong_with_the_configuration_and_where(factcheck: Factcheck, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('odd = 1\ntheme = "no such"\n[keys]\nclaim-verifi = "f2"\ntheme = "v"\nclaim-next = 1\n', "utf-8")
    done = factcheck("keys")
    assert done.code == 0
    assert [line.split(": ", 2)[1:] for line in sorted(done.err.splitlines())] == [
        [f"{path}, line 1", "odd is no setting that factcheck knows"],
        [f"{path}, line 2", "there is no theme 'no such'; factcheck-dark is used"],
        [
            f"{path}, line 4",
            "claim-verifi: there is no command 'claim-verifi'; factcheck keys lists them",
        ],
        [f"{path}, line 5", "theme: v is the key of claim-verify already; its default key stays"],
        [f"{path}, line 6", "claim-next wants a key's name in quotation marks"],
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["mark", "1", "true"],
        ["mark", "1"],
        ["match"],
        ["match", "--limit", "0", "x.txt"],
        ["export", "x", "--format", "pdf"],
        ["export", "x", "--format", "md,csv", "-o", "-"],
        ["add"],
        ["review", "-"],
        ["add", "x", "--workers", "0"],
    ],
)
def test_wrong_usage_is_one_line_and_exit_2(factcheck: Factcheck, arguments: list[str]) -> None:
    done = factcheck(*arguments)
    assert done.code == 2
    assert done.out == ""
    assert len(done.err.splitlines()) == 1
    assert done.err.startswith("factcheck: ")
    assert "<" not in done.err  # how Python shows a member of an enum


@pytest.mark.parametrize("arguments", [[], ["demo"], ["review", "story.txt"]])
def test_the_app_wants_a_terminal(factcheck: Factcheck, arguments: list[str]) -> None:
    done = factcheck(*arguments)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "there is no terminal" in done.err


def test_a_demo_without_a_desk_leaves_none(
    factcheck: Factcheck, desk_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desks: list[Path] = []

    def run(config: Config, argument: str) -> int:
        assert Path(argument).is_file()
        assert config.desk.is_file()
        desks.append(config.desk)
        return 0

    monkeypatch.setattr("factcheck.tui.run", run)
    assert factcheck("demo").code == 0
    assert factcheck("--desk", desk_path, "demo").code == 0
    assert [(desk == desk_path, desk.exists()) for desk in desks] == [(False, False), (True, True)]


def test_version_and_help(factcheck: Factcheck) -> None:
    assert factcheck("--version").out == f"factcheck {__version__}\n"
    help_ = factcheck("--help").out
    for command in (
        "demo",
        "review",
        "serve",
        "open",
        "extract",
        "add",
        "match",
        "mark",
        "rebase",
        "status",
        "export",
        "import",
        "where",
        "keys",
        "doctor",
    ):
        assert f"    {command} " in help_


def test_memo_and_call_sheet_are_sent_as_the_checklist_is(factcheck: Factcheck, story: Path, tmp_path: Path) -> None:
    slug = factcheck("open", story).out.split()[1]
    factcheck("mark", f"{slug}#2", "disputed", "--note", "It is 2,529 m.")
    assert "It is 2,529 m." in factcheck("export", slug, "--what", "memo", "-o", "-").out
    assert "# Call sheet: " in factcheck("export", slug, "--what", "calls", "-o", "-").out
    folder = tmp_path / "out"
    folder.mkdir()
    formats = [name for name in FORMATS if name != "claimreview"]
    assert factcheck("export", slug, "--what", "all", "--format", ",".join(formats), "-o", folder).code == 0
    assert {path.name for path in folder.iterdir()} == {
        f"{slug}{'' if what == 'checklist' else f'-{what}'}{FORMATS[name]}"
        for what, kind in KINDS.items()
        for name in kind.formats
        if name in formats
    }
    assert json.loads((folder / f"{slug}-memo.json").read_text("utf-8"))["schema"] == "factcheck.memo/1"
    rest = tmp_path / "rest"
    rest.mkdir()
    assert factcheck("export", slug, "--what", "all", "-o", rest).code == 0
    names = [f"{slug}.md", f"{slug}-memo.md", f"{slug}-calls.md", f"{slug}-draft.docx", f"{slug}-tracked.docx"]
    assert sorted(path.name for path in rest.iterdir()) == sorted(names), "each in a format that it has"
    some = tmp_path / "some"
    some.mkdir()
    named = ("--format", "csv,html", "--format", "csv", "--format", "json")
    assert factcheck("export", slug, "--what", "all", *named, "-o", some).code == 0
    endings = [f"{what}.{name}" for what in ("", "-memo", "-calls") for name in ("csv", "html", "json")]
    assert {path.name.removeprefix(slug) for path in some.iterdir()} == set(endings), "in the formats that were named"
    several = factcheck("export", slug, "--what", "all", "-o", "-")
    assert (several.code, several.err) == (2, "factcheck: several files cannot share stdout: name a folder with -o\n")


def test_a_draft_is_a_word_file_unless_said_otherwise(
    factcheck: Factcheck, story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slug = factcheck("open", story).out.split()[1]
    assert factcheck("export", slug, "--what", "tracked").out == f"{slug}-tracked.docx\n"
    assert (tmp_path / f"{slug}-tracked.docx").read_bytes().startswith(b"PK")
    wrong = factcheck("export", slug, "--what", "draft", "--format", "md")
    assert (wrong.code, wrong.err) == (2, "factcheck: there is no marked-up draft as md: choose from docx\n")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    shown = factcheck("export", slug, "--what", "draft", "-o", "-")
    assert (shown.code, shown.out) == (2, "")
    assert "nothing for a terminal" in shown.err


def test_the_desk_can_be_named_before_and_after_the_command(factcheck: Factcheck, story: Path, tmp_path: Path) -> None:
    factcheck("--desk", tmp_path / "one.db", "open", story)
    factcheck("open", story, "--desk", tmp_path / "two.db")
    assert (tmp_path / "one.db").exists()
    assert (tmp_path / "two.db").exists()


@pytest.mark.parametrize("ask", ["id", "slug", "path"])
def test_an_article_is_known_by_id_slug_and_path(factcheck: Factcheck, story: Path, ask: str) -> None:
    identity, slug = factcheck("open", story).out.split()
    name = {"id": identity, "slug": slug, "path": str(story)}[ask]
    assert factcheck("status", name, "--json").json["articles"][0]["slug"] == slug


def test_a_path_means_the_same_from_every_folder(
    factcheck: Factcheck, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slug = factcheck("open", story.name).out.split()[1]
    folder = story.with_name("elsewhere")
    folder.mkdir()
    monkeypatch.chdir(folder)
    assert factcheck("status", story, "--json").json["articles"][0]["slug"] == slug
    assert factcheck("status", f"../{story.name}", "--json").json["articles"][0]["slug"] == slug
    assert factcheck("status", story.name).code == 1


def test_extract_reads_an_article_on_the_desk_whose_file_is_gone(factcheck: Factcheck, story: Path) -> None:
    slug = factcheck("open", story).out.split()[1]
    story.unlink()
    assert factcheck("extract", slug, "--json").json["article"]["title"] == "Forth Bridge opens after seven years"


def test_findings_are_listed_dismissed_and_brought_back(factcheck: Factcheck, tmp_path: Path) -> None:
    story = tmp_path / "fire.txt"
    story.write_text(
        "Fire in Hull\n\nThe fire destroyed 27 houses: 24 in the old town and 4 in the harbour.\n", "utf-8"
    )
    assert factcheck("open", story).code == 0
    listed = factcheck("findings", "1")
    assert "  1 high   24 and 4 make 28" in listed.out
    assert "(#" in listed.out
    assert factcheck("findings", "1", "--dismiss", "1").code == 2, "a reason is wanted"
    assert factcheck("findings", "1", "--dismiss", "2", "--reason", "x").code == 2
    assert factcheck("findings", "1", "--dismiss", "1", "--reason", "one burnt twice").code == 0
    assert "(dismissed: one burnt twice)" in factcheck("findings", "1").out
    assert "Dismissed: one burnt twice" in factcheck("export", "1", "-o", "-").out
    assert factcheck("findings", "1", "--restore", "1").code == 0
    assert factcheck("findings", "1").out == listed.out


def test_findings_are_numbered_by_gravity_as_in_the_app(factcheck: Factcheck, tmp_path: Path) -> None:
    story = tmp_path / "fire.txt"
    story.write_text(
        "Fire in Hull\n\nThe fire was the largest in the town. A source said it began in a bakery.\n\n"
        "It destroyed 27 houses: 24 in the old town and 4 in the harbour.\n",
        "utf-8",
    )
    assert factcheck("open", story).code == 0
    gravities = [line.split()[1] for line in factcheck("findings", "1").out.splitlines()]
    assert len(set(gravities)) > 1
    assert gravities == sorted(gravities, key=["high", "medium", "low"].index)
    assert factcheck("findings", "1", "--dismiss", "1", "--reason", "one burnt twice").code == 0
    assert "(dismissed: one burnt twice)" in factcheck("findings", "1").out.splitlines()[0]


def test_the_archive_is_searched_by_free_text(factcheck: Factcheck, tmp_path: Path) -> None:
    earlier = tmp_path / "earlier.jsonl"
    rows = [
        {"text": f"The {place} bridge carried {number} trains.", "article": f"Bridges {number}"}
        for number, place in enumerate(("Forth", "Tay", "Severn", "Mersey", "Clifton", "Menai", "Britannia"))
    ]
    earlier.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    assert factcheck("add", earlier).code == 0
    found = factcheck("match", "--text", "how many trains crossed the Tay", "--json").json["claims"][0]["matches"]
    assert (found[0]["text"], found[0]["relation"], len(found)) == ("The Tay bridge carried 1 trains.", "near", 7)
    assert "The Tay bridge" in factcheck("match", "--text", "tay trains", "--limit", "1").out
    nothing = factcheck("match", "--text", "xyzzy")
    assert (nothing.code, nothing.out, nothing.err) == (0, "", "nothing like it is in the archive\n")
    queries = tmp_path / "queries.jsonl"
    queries.write_text('{"id": "q", "text": "trains at the Menai strait"}', "utf-8")
    assert len(factcheck("match", "--claims", queries, "--limit", "6", "--json").json["claims"][0]["matches"]) == 6
    assert factcheck("match", "--text", "a", "--claims", queries).code == 2


def test_articles_are_taken_out_of_the_archive_all_or_none(factcheck: Factcheck, tmp_path: Path) -> None:
    earlier = tmp_path / "earlier.jsonl"
    earlier.write_text('{"text": "one thing", "article": "A"}\n{"text": "another thing", "article": "B"}', "utf-8")
    factcheck("add", earlier)
    gone = factcheck("remove", "a", "nosuch")
    assert (gone.code, gone.err.count("\n")) == (1, 1)
    assert factcheck("remove", "a").out == "a taken out of the archive\n"
    assert factcheck("remove", "a").code == 1
    assert factcheck("doctor").code == 0


def test_doctor_tells_what_is_wrong_and_makes_the_index_anew(
    factcheck: Factcheck, desk_path: Path, tmp_path: Path
) -> None:
    earlier = tmp_path / "earlier.jsonl"
    earlier.write_text('{"text": "one thing", "article": "A"}', "utf-8")
    factcheck("add", earlier)
    assert factcheck("doctor").out == f"{desk_path} is sound\n"
    with closing(sqlite3.connect(desk_path)) as plain, plain:
        plain.execute("DELETE FROM match_texts")
        plain.execute("DELETE FROM blocks")
    sick = factcheck("doctor")
    assert sick.code == 1
    assert "row 1 of claims points to a row of blocks that is not there" in sick.out
    assert "1 claim is missing from the match index" in sick.out
    assert factcheck("doctor", "--rebuild-index").out.startswith("1 claims filed anew\n")
    assert "match index" not in factcheck("doctor").out


def test_rebase_follows_the_contract_and_can_be_undone_by_nothing_less(factcheck: Factcheck, story: Path) -> None:
    slug = factcheck("open", story).out.split()[1]
    claims = factcheck("status", slug, "--json").json["claims"]
    for claim in claims:
        factcheck("mark", claim["id"], "verified")
    draft = story.with_name("draft-2.txt")
    draft.write_text(
        story.read_text("utf-8").replace("57 lives", "73 lives") + "\nA plaque was unveiled in 1890.\n", "utf-8"
    )
    done = factcheck("rebase", slug, draft, "--json")
    assert done.code == 0
    report = valid(done.json, "rebase")
    states = {row["before"]["text"]: row["state"] for row in report["claims"]}
    (changed,) = (row for row in report["claims"] if "57 lives" in row["before"]["text"])
    assert changed["state"] == "recheck"
    assert changed["verdict"] is None
    assert "73 lives" in changed["after"]["text"]
    assert {*states.values()} == {"carried", "recheck"}
    assert any("plaque" in row["text"] for row in report["new"])
    summary = factcheck("status", slug, "--json").json["articles"][0]
    assert (summary["draft"], summary["recheck"]) == (2, 1)
    again = factcheck("rebase", slug, draft)
    assert again.code == 0
    assert "on the desk already" in again.out
    assert factcheck("signoff", slug, "--check").code == 1


def test_what_is_said_about_an_article_that_is_there_already_is_not_dropped_in_silence(
    factcheck: Factcheck, story: Path
) -> None:
    slug = factcheck("open", story).out.split()[1]
    again = factcheck("open", story, "--title", "Another title", "--date", "1890-03-05")
    assert again.code == 0
    assert f"On the desk its title and date stayed as before: factcheck about {slug} corrects that." in again.err
    factcheck("about", slug, "--title", "Another title", "--date", "1890-03-05")
    for name in (story, slug):
        assert factcheck("open", name, "--title", "Another title", "--date", "1890-03-05").err == ""


def test_a_wrong_draft_is_taken_back_and_done_again(
    factcheck: Factcheck, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slug = factcheck("open", story).out.split()[1]
    number = next(
        row["number"] for row in factcheck("status", slug, "--json").json["claims"] if "57 lives" in row["text"]
    )
    factcheck("mark", f"{slug}#{number}", "verified")
    draft = story.with_name("draft-2.txt")
    draft.write_text(story.read_text("utf-8").replace("57 lives", "73 lives"), "utf-8")
    factcheck("rebase", slug, draft)
    listed = factcheck("status", slug).out
    assert f"#{number} to re-check " in listed
    assert ", 1 to re-check" in listed.splitlines()[0]
    monkeypatch.setenv("FACTCHECK_CHECKER", "Ben")
    other = factcheck("undo", slug)
    assert (other.code, other.out) == (1, "")
    assert f"Ben did nothing to {slug} that can be taken back" in other.err
    monkeypatch.setenv("FACTCHECK_CHECKER", "Ada")
    assert factcheck("undo", slug).out == "undone: draft 2 taken in\n"
    back = factcheck("status", slug).out
    assert f"#{number} verified (no source) " in back
    assert "re-check" not in back
    assert factcheck("redo", slug).out == "done again: draft 2 taken in\n"
    assert factcheck("status", slug).out == listed
    assert factcheck("redo", slug).code == 1
    assert factcheck("undo", "nosuch").code == 1


def test_rebase_refuses_what_is_no_draft(factcheck: Factcheck, story: Path) -> None:
    slug = factcheck("open", story).out.split()[1]
    other = story.with_name("other.txt")
    other.write_text("Krakatoa erupts\n\nThe volcano killed 36,417 people in 1883.\n", "utf-8")
    empty = story.with_name("empty.txt")
    empty.write_text("", "utf-8")
    binary = story.with_name("binary.txt")
    binary.write_bytes(bytes(range(256)) * 40)
    for file, told in ((other, "another article"), (empty, ""), (binary, ""), (story.with_name("no.txt"), "no.txt")):
        done = factcheck("rebase", slug, file)
        assert done.code in (1, 2), file
        assert told in done.err
        assert len(done.err.strip().splitlines()) == 1
    assert factcheck("status", slug, "--json").json["articles"][0]["draft"] == 1
    assert factcheck("rebase", slug).code == 2
    assert factcheck("rebase", slug, "--place", "1").code == 2
    assert factcheck("rebase", slug, other, "--anyway").code == 0


def test_the_report_of_a_draft_names_claims_by_their_numbers(factcheck: Factcheck, story: Path) -> None:
    slug = factcheck("open", story).out.split()[1]
    rows = factcheck("status", slug, "--json").json["claims"]
    changed = next(row for row in rows if "57 lives" in row["text"])
    draft = story.with_name("draft-2.txt")
    text = story.read_text("utf-8").replace("57 lives", "73 lives")
    draft.write_text(text.replace("\n\n", "\n\nA plaque was unveiled in 1890.\n\n", 1), "utf-8")
    told = factcheck("rebase", slug, draft).out.splitlines()
    now = {row["id"]: row for row in factcheck("status", slug, "--json").json["claims"]}
    number = now[changed["id"]]["number"]
    assert number == changed["number"] + 1
    assert any(line.startswith(f"to re-check #{number} unchecked {changed['text']} ->") for line in told)
    assert any(line.startswith("new #") and "plaque" in line for line in told)
    back = factcheck("rebase", slug, story).out
    assert any(line.startswith("cut was #") and "plaque" in line for line in back.splitlines())


def test_the_report_of_a_draft_says_why_a_claim_whose_words_stand_is_to_re_check(
    factcheck: Factcheck, tmp_path: Path
) -> None:
    story, edited = tmp_path / "story.txt", tmp_path / "edited.txt"
    story.write_text("The bridge\n\nThe bridge cost 57 million pounds, according to the county.\n", "utf-8")
    edited.write_text("The bridge\n\nThe bridge cost 57 million pounds.\n", "utf-8")
    slug = factcheck("open", story).out.split()[1]
    (line,) = (line for line in factcheck("rebase", slug, edited).out.splitlines() if line.startswith("to re-check"))
    assert line.endswith("The bridge cost 57 million pounds (its words stand, what is said around them changed)")


def test_an_orphaned_claim_is_given_its_place(factcheck: Factcheck, story: Path) -> None:
    slug = factcheck("open", story).out.split()[1]
    row = next(claim for claim in factcheck("status", slug, "--json").json["claims"] if "57 lives" in claim["text"])
    factcheck("mark", row["id"], "verified")
    text = story.read_text("utf-8")
    sentence = text[text.index("It is 2,467") : text.index(".", row["end"]) + 1]
    draft = story.with_name("draft-2.txt")
    draft.write_text(text.replace(sentence, f"{sentence} {sentence}"), "utf-8")
    report = factcheck("rebase", slug, draft, "--json").json
    assert next(one["state"] for one in report["claims"] if one["id"] == row["id"]) == "orphaned"
    assert f"orphaned, id {row['id']} verified {row['text']}\n" in factcheck("status", slug).out
    refused = factcheck("rebase", slug, "--place", row["id"], "--at", row["text"])
    assert (refused.code, "name the claim there by its number" in refused.err) == (2, True)
    second = [one for one in factcheck("status", slug, "--json").json["claims"] if one["text"] == row["text"]][1]
    assert factcheck("rebase", slug, "--place", row["id"], "--at", f"#{second['number']}").code == 0
    placed = factcheck("status", slug, "--json").json["claims"][second["number"] - 1]
    assert (placed["text"], placed["verdict"]) == (row["text"], "verified")
    assert f"id {row['id']} " not in factcheck("status", slug).out
    assert factcheck("undo", slug).code == 0
    assert factcheck("rebase", slug, "--place", row["id"], "--gone").code == 0
    assert f"orphaned: {row['text']}" not in factcheck("signoff", slug, "--check").out


def test_mark_says_whose_verdict_it_takes_the_place_of(
    factcheck: Factcheck, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    factcheck("open", story)
    first = "forth-bridge-opens-after-seven-years#1"
    factcheck("mark", first, "verified")
    monkeypatch.setenv("FACTCHECK_CHECKER", "Ben")
    assert factcheck("mark", first, "disputed").out == "#1 disputed, in the place of Ada's verified\n"


def test_the_log_cuts_a_long_name(factcheck: Factcheck, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    factcheck("open", story)
    slug = "forth-bridge-opens-after-seven-years"
    monkeypatch.setenv("FACTCHECK_CHECKER", "x" * 5_000)
    factcheck("mark", f"{slug}#1", "verified")
    assert factcheck("log", slug).out.split("  ", 1)[1] == f"{'x' * 19}…  #1 verified\n"


def test_the_log_tells_who_did_what(factcheck: Factcheck, story: Path) -> None:
    factcheck("open", story)
    slug = "forth-bridge-opens-after-seven-years"
    factcheck("mark", f"{slug}#1", "verified", "--source", "document: Minutes | page 2")
    factcheck("mark", f"{slug}#1", "unchecked")
    lines = factcheck("log", slug).out.splitlines()
    assert [line.split("Ada", 1)[1].strip() for line in lines] == [
        "#1 verified", "#1: source added, Minutes", "#1 back to unchecked, was verified by Ada",
    ]  # fmt: skip
    document = factcheck("log", slug, "--json").json
    valid(document, "log")
    assert [event["what"] for event in document["events"]] == ["mark", "source-add", "mark"]
    assert document["events"][1]["after"]["sources"][0]["locator"] == "page 2"
    assert factcheck("log", "nosuch").code == 1


def test_a_backup_is_a_desk_like_any_other(factcheck: Factcheck, story: Path, desk_path: Path, tmp_path: Path) -> None:
    factcheck("open", story)
    copy = tmp_path / "copy.db"
    assert factcheck("backup", copy).out == f"{copy}\n"
    assert factcheck("doctor", "--desk", copy).out == f"{copy} is sound\n"
    assert factcheck("status", "--json", "--desk", copy).json == factcheck("status", "--json").json
    factcheck("mark", "1", "verified")
    again = factcheck("backup", copy)
    assert (again.code, "is there already" in again.err) == (1, True)
    assert factcheck("backup", copy, "--force").code == 0
    assert factcheck("status", "--json", "--desk", copy).json == factcheck("status", "--json").json
    itself = factcheck("backup", desk_path, "--force")
    assert (itself.code, "is the desk itself" in itself.err) == (1, True)
    assert factcheck("backup", tmp_path / "nosuch" / "copy.db").code == 1
    assert factcheck("backup", tmp_path).code == 1
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []


def test_a_backup_follows_a_link_as_an_export_does(factcheck: Factcheck, story: Path, tmp_path: Path) -> None:
    factcheck("open", story)
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    link, copy = tmp_path / "last.db", shelf / "2026-03.db"
    link.symlink_to(copy)
    shelf.joinpath(f"{copy.name}-wal").touch()
    assert factcheck("backup", link).out == f"{link}\n", "what it leads to is not there yet, and nothing waits for it"
    shelf.joinpath(f"{copy.name}-wal").unlink()
    assert (link.is_symlink(), copy.is_file()) == (True, True)
    assert "is there already" in factcheck("backup", link).err
    factcheck("mark", "1", "verified")
    assert factcheck("backup", link, "--force").code == 0
    assert (link.is_symlink(), [path.name for path in shelf.iterdir()]) == (True, [copy.name])
    assert factcheck("status", "--json", "--desk", copy).json == factcheck("status", "--json").json


def test_a_backup_may_have_any_name_that_a_desk_can_be_worked_on_under(
    factcheck: Factcheck, story: Path, tmp_path: Path
) -> None:
    factcheck("open", story)
    longest, too_long = tmp_path / ("b" * 247), tmp_path / ("b" * 248)
    assert factcheck("backup", longest).code == 0
    assert factcheck("mark", "1", "verified", "--desk", longest).code == 0
    refused = factcheck("backup", too_long)
    assert (refused.code, "(File name too long): choose another place" in refused.err) == (1, True)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith((".", "bb"))] == [longest.name]


def test_a_backup_goes_nowhere_where_it_would_do_harm(
    factcheck: Factcheck, story: Path, desk_path: Path, tmp_path: Path
) -> None:
    factcheck("open", story)
    to_itself, round_, nowhere = (tmp_path / name for name in ("desk-link.db", "round.db", "nowhere.db"))
    to_itself.symlink_to(desk_path)
    round_.symlink_to(round_)
    nowhere.symlink_to(tmp_path / "nosuch" / "copy.db")
    pipe, used = tmp_path / "pipe.db", tmp_path / "used.db"
    os.mkfifo(pipe)
    used.with_name("used.db-wal").write_bytes(b"waits")
    for path, said in (
        (to_itself, "is the desk itself"),
        (round_, "leads to itself"),
        (nowhere, f"there is no folder {tmp_path / 'nosuch'}"),
        (pipe, "is not an ordinary file"),
        (used, "is a desk in use, or one that was not closed"),
    ):
        done = factcheck("backup", path, "--force")
        assert (done.code, done.out, said in done.err) == (1, "", True)
        assert len(done.err.splitlines()) == 1
    assert pipe.is_fifo()
    assert not used.exists()


def test_a_claim_is_asked_about_changed_and_resolved(factcheck: Factcheck, story: Path, tmp_path: Path) -> None:
    factcheck("open", story)
    claim = "forth-bridge-opens-after-seven-years#2"
    done = factcheck(
        "resolve", claim, "--query", "Which Tuesday?", "--replacement", "It opened on Wednesday", "--legal"
    )
    assert done.out.splitlines() == ["#2: writer asked", "#2: change suggested", "#2 is for the lawyer"]
    assert factcheck("resolve", claim, "--answer", "The 4th", "--as", "changed").out.splitlines() == [
        "#2: answer noted", "#2 changed",
    ]  # fmt: skip
    factcheck("export", "1", "--format", "json", "-o", tmp_path / "out.json")
    row = json.loads((tmp_path / "out.json").read_text("utf-8"))["claims"][1]
    assert (row["query"], row["answer"], row["replacement"], row["legal"], row["resolution"]) == (
        "Which Tuesday?", "The 4th", "It opened on Wednesday", True, "changed",
    )  # fmt: skip
    assert factcheck("resolve", claim).code == 2
    assert factcheck("resolve", claim, "--as", "gone").code == 2
    assert factcheck("resolve", "1", "--answer", "What?").code == 2


def test_the_words_of_a_claim_are_edited(factcheck: Factcheck, story: Path) -> None:
    factcheck("open", story)
    slug = "forth-bridge-opens-after-seven-years"
    before = [claim["text"] for claim in factcheck("status", slug, "--json").json["claims"]]
    number = next(place for place, text in enumerate(before, 1) if "2,467" in text)
    claim = f"{slug}#{number}"
    assert factcheck("edit", claim, "--words", "2,467 metres long").out == f"#{number} has other words\n"
    assert factcheck("edit", claim, "--break-before", "metres").out == f"#{number} broken in two\n"
    texts = [claim["text"] for claim in factcheck("status", slug, "--json").json["claims"]]
    assert texts[number - 1 : number + 1] == ["2,467", "metres long"]
    assert factcheck("edit", claim, "--merge", f"{slug}#{number + 1}").out == f"#{number} merged with the next\n"
    assert factcheck("edit", claim, "--words", "no such words").code == 2
    assert factcheck("edit", claim, "--break-before", "e").code == 2
    assert factcheck("edit", claim).code == 2
    assert factcheck("doctor").code == 0


def test_what_is_a_claim_and_what_is_opinion_is_said(factcheck: Factcheck, story: Path) -> None:
    factcheck("open", story)
    slug = "forth-bridge-opens-after-seven-years"

    def totals() -> tuple[int, str]:
        return len(factcheck("status", slug, "--json").json["claims"]), factcheck("status", slug).out.splitlines()[0]

    count, before = totals()
    assert factcheck("edit", f"{slug}#2", "--no-claim").out == "#2 is no claim\n"
    assert totals()[0] == count - 1
    assert factcheck("edit", f"{slug}#2", "--restore").out == "#2 is a claim again\n"
    assert factcheck("edit", f"{slug}#2", "--opinion").code == 0
    assert totals()[0] == count
    assert "opinion" in totals()[1]
    assert factcheck("edit", f"{slug}#2", "--checkable").code == 0
    assert totals() == (count, before)
    number = next(
        place
        for place, one in enumerate(factcheck("status", slug, "--json").json["claims"], 1)
        if "2,467" in one["text"]
    )
    assert factcheck("edit", slug, "--add", "2,467 metres").code == 0
    assert totals()[0] == count + 1
    assert factcheck("edit", slug, "--add", "no such words").code == 2
    assert factcheck("edit", f"{slug}#{number}", "--add", "2,467").code == 1
    assert factcheck("edit", slug, "--add", "2,467", "--opinion").code == 2
    assert factcheck("doctor").code == 0


def test_a_verdict_is_given_to_copies_too(factcheck: Factcheck, tmp_path: Path) -> None:
    told = tmp_path / "seats.txt"
    told.write_text(
        "Fire destroys the old Opera\n\nThe Opera had 1,730 seats. The fire broke out on 12 March 1881.\n\n"
        "The iron curtain was not lowered. The Opera had 1,730 seats when it burned.\n",
        "utf-8",
    )
    slug = factcheck("open", told).out.split()[1]
    first, second = (
        place
        for place, one in enumerate(factcheck("status", slug, "--json").json["claims"], 1)
        if "1,730" in one["text"]
    )
    out = factcheck("mark", f"{slug}#{first}", "verified", "--source", "document: The plans", "--copies").out
    assert out == f"#{first} verified, with its source\n#{second} verified, with its source\n"
    rows = factcheck("status", slug, "--json").json["claims"]
    assert [rows[at - 1]["sources"][0]["name"] for at in (first, second)] == ["The plans", "The plans"]
    again = factcheck("mark", f"{slug}#{first}", "verified", "--copies")
    assert (again.code, again.out.splitlines()[-1]) == (0, "it is told nowhere else unmarked")
    assert factcheck("mark", f"{slug}#{first}", "unchecked", "--copies").code == 2


def test_the_gate_lists_what_is_open(factcheck: Factcheck, story: Path) -> None:
    factcheck("open", story)
    slug = "forth-bridge-opens-after-seven-years"
    shut = factcheck("signoff", slug)
    claims = factcheck("status", slug, "--json").json["claims"]
    assert shut.code == 1
    assert "#1 is unchecked" in shut.out
    for claim in claims:
        factcheck("mark", claim["id"], "verified")
    for _ in range(9):
        factcheck("findings", slug, "--dismiss", "1", "--reason", "looked at")
    checked = factcheck("signoff", slug, "--check")
    assert (checked.code, checked.out, checked.err) == (0, "", "nothing is open\n")
    assert factcheck("signoff", slug).out == f"{slug} signed off\n"
    assert factcheck("status", "--json").json["articles"][0]["state"] == "signed-off"
    assert factcheck("signoff", slug).code == 2
    assert factcheck("signoff", slug, "--reopen").out == f"{slug} reopened\n"


def test_a_second_read_and_who_checks_what(factcheck: Factcheck, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slug = factcheck("open", story).out.split()[1]
    assert factcheck("mark", f"{slug}#1", "verified").code == 0
    assert factcheck("mark", f"{slug}#1", "verified", "--second").code == 2
    monkeypatch.setenv("FACTCHECK_CHECKER", "Ben")
    assert "second read: disputed" in factcheck("mark", f"{slug}#1", "disputed", "--second").out
    assert factcheck("mark", f"{slug}#1", "disputed", "--second", "--note", "x").code == 2
    assert factcheck("status", slug, "--json").json["claims"][0]["verdict"] == "verified"
    assert "the readers disagree, verified by Ada and disputed by Ben" in factcheck("signoff", slug, "--check").out
    assert factcheck("assign", slug, "Cy", "--claims", "1-2").out == "#1 is for Cy, and so is 1 more\n"
    assert factcheck("assign", slug, "Cy", "--claims", "1-x").code == 2
    assert factcheck("assign", slug, "Cy", "--claims", "99").code == 2


def test_a_filled_in_checklist_comes_back(factcheck: Factcheck, story: Path, tmp_path: Path) -> None:
    slug = factcheck("open", story).out.split()[1]
    sheet = tmp_path / "sheet.csv"
    factcheck("export", slug, "--format", "csv", "-o", sheet)
    rows = list(csv.DictReader(io.StringIO(sheet.read_text("utf-8-sig"), newline="")))
    rows[0]["verdict"], rows[1]["verdict"], rows[2]["verdict"] = "verified", "disputed", "verifid"
    rows[0]["speaker"] = "The bridge keeper"
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    factcheck("mark", f"{slug}#2", "verified")

    tried = factcheck("import", sheet, "--dry-run")
    assert tried.code == 1
    assert "#1    verdict     unchecked -> verified\n" in tried.out
    assert "left  #2 (row 3): the claim was changed since: revision 1 on the desk, 0 in the file; --take 2" in tried.out
    assert "--take 2 writes it all the same: verdict verified -> disputed\n" in tried.out
    assert "left  #3 (row 4): 'verifid' is no verdict: did you mean verified?\n" in tried.out
    assert "not taken  speaker of #1: 'factcheck correct' corrects it\n" in tried.out
    assert factcheck("status", slug, "--json").json["articles"][0]["verified"] == 1

    done = factcheck("import", sheet, "--json")
    report = valid(done.json, "import")
    assert (done.code, report["written"], len(report["changes"]), len(report["questions"])) == (1, True, 1, 2)
    assert [(cell["number"], cell["what"]) for cell in report["not_taken"]] == [(1, "speaker")]
    assert done.err == "sheet.csv taken in, 1 claim changed\n"
    taken = factcheck("import", sheet, "--take", "7, 2-3")
    assert (taken.code, taken.out.splitlines()[0]) == (1, "#2    verdict     verified -> disputed")
    assert "sheet.csv taken in, 1 claim changed" in factcheck("log", slug).out
    totals = factcheck("status", slug, "--json").json["articles"][0]
    assert (totals["verified"], totals["disputed"]) == (1, 1)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nothing.csv"], 1, "factcheck: there is no file nothing.csv: check the path\n"),
        (["."], 1, "factcheck: . is a folder: name the file in it\n"),
        (["bridge.txt"], 1, "has no column claim_id: import a checklist that factcheck exported as CSV or JSON\n"),
        (["bridge.txt", "--take", "x"], 2, "--take 'x' names no claims"),
    ],
)
def test_a_file_that_cannot_come_back_is_told_in_one_line(
    factcheck: Factcheck, story: Path, arguments: list[str], code: int, said: str
) -> None:
    done = factcheck("import", *arguments)
    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert done.err.count("\n") == 1


def test_a_checklist_of_an_article_that_is_not_here_is_told(factcheck: Factcheck, story: Path, tmp_path: Path) -> None:
    slug = factcheck("open", story).out.split()[1]
    sheet = tmp_path / "sheet.csv"
    factcheck("export", slug, "--format", "csv", "-o", sheet)
    done = factcheck("import", sheet, "--desk", tmp_path / "empty.db")
    assert (done.code, done.out) == (1, "")
    assert f"sheet.csv is of an article that is not on this desk: {slug}" in done.err


def test_json_restores_an_article_on_an_empty_desk(factcheck: Factcheck, story: Path, tmp_path: Path) -> None:
    slug = factcheck("open", story).out.split()[1]
    factcheck("mark", f"{slug}#2", "disputed", "--source", "primary: Board of Trade report", "--note", "It is 2,529 m.")
    first, second, empty = tmp_path / "one.json", tmp_path / "two.json", tmp_path / "empty.db"
    factcheck("export", slug, "--format", "json", "-o", first)
    tried = factcheck("import", first, "--dry-run", "--desk", empty)
    assert (tried.code, factcheck("status", "--desk", empty).out) == (0, "")
    done = factcheck("import", first, "--desk", empty, "--json")
    report = valid(done.json, "import")
    assert (done.code, report["restored"], report["written"]) == (0, True, True)
    factcheck("export", slug, "--format", "json", "-o", second, "--desk", empty)
    one, two = (json.loads(path.read_text("utf-8")) for path in (first, second))
    for document in (one, two):
        del document["sign_off"]["at"]
    assert one == two
    assert "is sound" in factcheck("doctor", "--desk", empty).out
    assert "disputed" in factcheck("log", slug, "--desk", empty).out


def test_a_deadline_is_set_and_taken_off(factcheck: Factcheck, story: Path) -> None:
    slug = factcheck("open", story).out.split()[1]
    assert factcheck("deadline", slug, "2026-03-12 18:00").out == "deadline 2026-03-12 18:00\n"
    assert factcheck("status").out.endswith("due 2026-03-12 18:00\n")
    assert factcheck("deadline", slug, "tomorrow").code == 2
    assert factcheck("deadline", slug, "").out == "deadline taken off\n"
    assert "due" not in factcheck("status").out


def test_speaker_and_kinds_are_corrected(factcheck: Factcheck, story: Path, tmp_path: Path) -> None:
    slug = factcheck("open", story).out.split()[1]
    assert factcheck("correct", f"{slug}#2", "--speaker", "Sir John Fowler", "--kinds", "number").code == 0
    sheet, empty = tmp_path / "one.json", tmp_path / "empty.db"
    factcheck("export", slug, "--format", "json", "-o", sheet)
    claim = json.loads(sheet.read_text("utf-8"))["claims"][1]
    assert (claim["attribution"]["speaker"], claim["attribution"]["named"]) == ("Sir John Fowler", True)
    assert claim["kinds"] == ["number"]
    assert factcheck("import", sheet, "--desk", empty).code == 0
    assert factcheck("correct", f"{slug}#2", "--speaker", "a clerk", "--anonymous").code == 0
    assert factcheck("correct", f"{slug}#3", "--speaker", "").code == 0
    told = [line.split("  ")[-1].strip() for line in factcheck("log", slug).out.splitlines()]
    assert told == [
        "#2: said by Sir John Fowler, kinds number",
        "#2: said by a clerk, unnamed",
        "#3: said by the paper itself",
    ]
    assert factcheck("undo", slug).code == factcheck("undo", slug).code == 0
    assert factcheck("correct", f"{slug}#2", "--as-extracted", "--desk", empty).code == 0
    assert factcheck("correct", f"{slug}#2").code == 2
    assert factcheck("correct", f"{slug}#2", "--kinds", "A B").code == 2
    wrong = factcheck("correct", f"{slug}#2", "--kinds", "quotte,date")
    assert (wrong.code, "did you mean quote?" in wrong.err) == (2, True)
    assert json.loads(factcheck("export", slug, "--format", "json", "-o", "-").out)["claims"][1]["kinds"] == ["number"]


def test_an_unanswered_conflict_with_an_earlier_claim_keeps_the_gate_shut(
    factcheck: Factcheck, story: Path, tmp_path: Path
) -> None:
    slug = factcheck("open", story).out.split()[1]
    claims = factcheck("status", slug, "--json").json["claims"]
    claim = next(claim for claim in claims if "57 lives" in claim["text"])
    earlier = {"text": " ".join(claim["text"].split()).replace("57", "73"), "verdict": "verified", "article": "Bridges"}
    ready = tmp_path / "ready.jsonl"
    ready.write_text(json.dumps(earlier) + "\n", "utf-8")
    assert factcheck("add", ready).code == 0
    told = factcheck("signoff", slug, "--check").out
    assert f"#{claim['number']} contradicts “Bridges”, and no note says why" in told
    factcheck("mark", claim["id"], "verified", "--note", "the earlier count was of one year")
    assert "contradicts" not in factcheck("signoff", slug, "--check").out


def test_what_is_known_about_an_article_is_printed_and_corrected(factcheck: Factcheck, story: Path) -> None:
    slug = factcheck("open", story, "--byline", "Ann [b]", "--date", "1890-03-05").out.split()[1]
    told = factcheck("about", slug).out
    for line in ("byline    Ann [b]\n", "date      1890-03-05\n", "title     Forth Bridge opens", "sha256 "):
        assert line in told
    assert factcheck("about", slug, "--title", "The bridge", "--date", "", "--byline", "").code == 0
    told = factcheck("about", slug).out
    assert "title     The bridge\n" in told
    assert "date " not in told
    assert "byline" not in told
    for wrong in (("--date", "May"), ("--title", " ")):
        refused = factcheck("about", slug, *wrong)
        assert (refused.code, refused.out) == (2, "")
    assert "is no day" in factcheck("open", story, "--date", "May").err


def test_what_a_claim_is_dated_by_is_read_anew(factcheck: Factcheck, tmp_path: Path) -> None:
    story = tmp_path / "harbour.txt"
    story.write_text("Harbour opens\n\nThe harbour of Elmside was opened last year by the mayor.\n", "utf-8")
    slug = factcheck("open", story).out.split()[1]

    def dates() -> set[object]:
        checklist = factcheck("export", slug, "--format", "json", "-o", "-").json
        facts = (fact for claim in checklist["claims"] for fact in claim["facts"])
        return {fact["value"] for fact in facts if fact["kind"] == "date"}

    assert dates() == {None}
    factcheck("about", slug, "--date", "1890-03-05")
    assert dates() == {"1889"}


def test_each_line_of_a_list_is_an_article(factcheck: Factcheck, tmp_path: Path) -> None:
    stories = tmp_path / "stories.jsonl"
    forth = {"title": "Forth crossed", "date": "1890-03-04", "text": "The Forth Bridge opened on 4 March 1890."}
    lines = [forth, {"text": "The Tay Bridge fell on 28 December 1879."}, {"text": "It fell.", "verdict": "verified"}]
    stories.write_text("\n".join([*map(json.dumps, lines), "{", '{"text": ""}']), "utf-8")
    opened = factcheck("open", stories)
    assert (opened.code, opened.out.count("\n")) == (1, 2)
    for told in ("claims that were checked before", "factcheck add", "line 4: is not JSON", "line 5: has no text"):
        assert told in opened.err
    assert "Forth crossed" in factcheck("export", opened.out.split()[1], "-o", "-").out
    assert factcheck("open", stories).out == opened.out, "known articles stay as they are"
    extracted = factcheck("extract", stories, "--json")
    assert [json.loads(line)["article"]["published"] for line in extracted.out.splitlines()] == ["1890-03-04", None]
    titled = factcheck("open", stories, "--title", "One for all")
    assert (titled.code, titled.out) == (2, "")
    assert "leave the options out" in titled.err
    assert "save it as UTF-8 first" in factcheck("open", stories, "--encoding", "cp1252").err
    stories.write_text("\n", "utf-8")
    assert "holds no article" in factcheck("open", stories).err
    with stories.open("wb") as file:
        file.truncate(20_000_001)
    for command in ("open", "extract"):
        refused = factcheck(command, stories)
        assert (refused.code, refused.out) == (1, "")
        assert "is larger than 20 MB: more articles than anybody checks: factcheck add takes them" in refused.err
