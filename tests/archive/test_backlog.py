"""Taking earlier articles in: everything good comes, everything bad is told, and nothing comes twice."""

from __future__ import annotations

import json
import tracemalloc
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from threading import Barrier
from typing import TYPE_CHECKING, Any

import pytest

from factcheck.archive import AddReport, add
from factcheck.archive.incoming import find_jobs
from factcheck.errors import ArchiveError, ArticleError
from factcheck.model import Article, ArticleId, Claim, Extraction, Section, State
from factcheck.reading import ReadOptions, guarded, read, webpage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from factcheck.desk import Desk

ARCHIVED = (State.ARCHIVE,)
STORY = "Cranes for the harbour\n\nThe harbour board bought three cranes.\n\nThey came from Gdansk in May.\n"


class Paragraphs(Executor):
    """Extracts a claim a paragraph, without a model."""

    def __init__(self, fails: Callable[[Article], Exception | None] = lambda _: None) -> None:
        self._fails = fails

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        article: Article = args[0]
        future: Future[Any] = Future()
        error = self._fails(article)
        if error:
            future.set_exception(error)
            return future
        text = article.draft.text
        spans = [(block.start, block.end) for block in article.draft.blocks]
        future.set_result(
            Extraction(
                article,
                tuple(
                    Claim(f"c{number}", start, end, text[start:end], Section.BODY)
                    for number, (start, end) in enumerate(spans, 1)
                ),
            )
        )
        return future


def take_in(desk: Desk, *paths: Path | str, executor: Executor | None = None) -> AddReport:
    return add(list(paths), desk, executor=executor or Paragraphs())


def test_saved_pages_of_a_folder_are_taken_in(desk: Desk, tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in STORY.split("\n\n")[1:])
    (tmp_path / "cranes.HTML").write_text(f"<nav>Home</nav><h1>Cranes for the harbour</h1>{paragraphs}", "utf-8")
    report = take_in(desk, tmp_path)
    assert (report.articles, report.problems) == (1, ())
    (found,) = desk.articles.summaries(ARCHIVED)
    assert found.title == "Cranes for the harbour"


def test_pages_are_read_side_by_side_and_come_in_order(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = Barrier(2, timeout=30)

    def wait(_: object, data: bytes, source: str, options: ReadOptions) -> Article:
        together.wait()
        return webpage.read(data, source, options)

    monkeypatch.setattr(guarded, "read", wait)
    for number in range(4):
        (tmp_path / f"{number}.html").write_text(f"<h1>Crane {number}</h1><p>It came from Gdansk.</p>", "utf-8")
    (tmp_path / "2.txt").write_text("Crane 2b\n\nIt came from Riga.", "utf-8")
    report = add([tmp_path], desk, workers=2, executor=Paragraphs())
    assert (report.articles, report.problems) == (5, ())
    titles = [desk.articles.get(ArticleId(number)).article.title for number in range(1, 6)]
    assert titles == ["Crane 0", "Crane 1", "Crane 2", "Crane 2b", "Crane 3"]


def test_a_web_address_is_told_what_to_do(desk: Desk) -> None:
    report = take_in(desk, "https://paper.example/cranes?id=1")
    assert report.problems == ("https://paper.example/cranes?id=1 is a web address: save the page and add that file",)


def lines(path: Path, *rows: object) -> Path:
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), "utf-8")
    return path


def titles(desk: Desk) -> list[str]:
    return sorted(summary.title for summary in desk.articles.summaries(ARCHIVED))


def test_files_folders_and_globs(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "old"
    (folder / "deep" / ".hidden").mkdir(parents=True)
    for number, name in enumerate(("a.txt", "deep/b.md", "deep/.hidden/c.txt", ".d.txt", "e.png", "deep/f.TXT"), 1):
        (folder / name).write_text(STORY.replace("three", str(number)), "utf-8")
    report = take_in(desk, folder, folder / "a.txt", str(folder / "**" / "*.md"))
    assert (report.articles, report.known, report.problems) == (3, 0, ())
    assert report.claims == 9
    assert report.lines() == ("3 articles with 9 claims taken into the archive",)


def test_what_of_a_folder_cannot_be_read_yet_is_told_once(desk: Desk, tmp_path: Path) -> None:
    for name in ("a.txt", "b.doc", "c.DOC", "d.odt", "e.png"):
        (tmp_path / name).write_text(STORY, "utf-8")
    report = take_in(desk, tmp_path)
    assert report.articles == 1
    assert report.problems == (
        f"{tmp_path}: 2 .doc files cannot be read yet: save them as .docx, .txt or .md first",
        f"{tmp_path}: 1 .odt file cannot be read yet: save it as .docx, .txt or .md first",
    )


def test_what_is_known_is_passed_over(desk: Desk, tmp_path: Path) -> None:
    story = tmp_path / "a.txt"
    story.write_text(STORY, "utf-8")
    lines(
        tmp_path / "b.jsonl", {"id": 1, "title": "Cranes again", "text": STORY}, {"text": "Two cranes", "article": "X"}
    )
    assert take_in(desk, tmp_path).articles == 2
    size = desk.index.size()
    again = take_in(desk, tmp_path)
    assert (again.articles, again.known, again.problems) == (0, 3, ())
    assert again.lines()[1] == "3 articles known already"
    assert desk.index.size() == size


def test_an_article_under_check_stays_under_check(desk: Desk, tmp_path: Path) -> None:
    story = tmp_path / "a.txt"
    story.write_text(STORY, "utf-8")
    desk.articles.put(read(story))
    assert take_in(desk, story).known == 1
    assert desk.articles.summaries()[0].state is State.CHECKING


def test_articles_as_lines(desk: Desk, tmp_path: Path) -> None:
    path = lines(
        tmp_path / "a.jsonl",
        {"id": "x1", "title": "Cranes", "date": "2019-05-01", "url": "https://paper.example/x1", "text": STORY},
        {"title": "More cranes", "date": "May 3, 2019", "text": STORY.replace("three", "four")},
        {"title": "[b] 東京 [/]", "text": STORY.replace("three", "five")},
    )
    assert take_in(desk, path).problems == ()
    one = desk.articles.find("https://paper.example/x1").article
    assert (one.title, str(one.published), one.draft.text) == ("Cranes", "2019-05-01", STORY)
    assert str(desk.articles.find("more-cranes").article.published) == "2019-05-03"
    assert "[b] 東京 [/]" in titles(desk)


def test_ready_claims_of_one_article_belong_together(desk: Desk, tmp_path: Path) -> None:
    path = lines(
        tmp_path / "ready.jsonl",
        {
            "text": "Cranes cost $40.",
            "article": "Cranes",
            "verdict": "verified",
            "source": "Bill",
            "date": "2019-05-01",
        },
        {"text": "Ferries cost $90.", "article": "Ferries", "verdict": "unchecked", "source": ""},
        {"text": "Cranes are tall.", "article": "Cranes", "verdict": "DISPUTED", "date": "2019-06-02"},
        {"text": "Nobody came.", "verdict": None},
    )
    report = take_in(desk, path)
    assert (report.articles, report.claims, report.problems) == (3, 4, ())
    assert titles(desk) == ["Cranes", "Ferries", "ready"]
    record = desk.articles.find("cranes")
    assert record.article.draft.text == "Cranes cost $40.\n\nCranes are tall."
    assert str(record.article.published) == "2019-06-02"
    assert record.extracted
    one, two = desk.claims.of(record.id)
    assert (one.claim.text, one.verdict, [source.name for source in one.sources]) == (
        "Cranes cost $40.",
        "verified",
        ["Bill"],
    )
    assert [fact.text for fact in one.claim.facts] == ["$40"]
    assert (two.verdict, two.sources) == ("disputed", ())
    assert desk.claims.of(desk.articles.find("ferries").id)[0].verdict is None


def test_bad_lines_are_told_and_the_others_go_in(desk: Desk, tmp_path: Path) -> None:
    path = lines(
        tmp_path / "a.jsonl",
        "[1, 2]",
        "{nothing",
        {"title": "No text"},
        {"title": "Wrong text", "text": ["Cranes"]},
        {"title": "Blank", "text": " \n "},
        {"text": "A claim", "article": "X", "verdict": "true"},
        {"text": "NUL \0 here", "article": "X", "verdict": "verified"},
        {"title": "Bad date", "text": STORY, "date": "yesterday"},
        {"text": "Cranes are tall.", "article": "X", "verdict": "verified", "date": [2019]},
    )
    report = take_in(desk, path)
    assert titles(desk) == ["Bad date", "X"]
    told = {int(problem.split(", line ")[1].split(":")[0]): problem for problem in report.problems}
    assert sorted(told) == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert all(problem.startswith(str(path)) for problem in report.problems)
    assert "is no object" in told[1]
    assert "verified, disputed, unsourced or unchecked" in told[6]
    assert "'yesterday'" in told[8]
    assert desk.articles.find("bad-date").article.published is None


def test_a_text_with_a_title_beside_it_has_no_headline_but_that_one(desk: Desk, tmp_path: Path) -> None:
    first = "The Tay Bridge fell on 28 December 1879."
    path = lines(
        tmp_path / "a.jsonl",
        {"title": "Tay bridge falls", "text": first},
        {"title": "Tay  Bridge Lost", "text": f"Tay bridge lost\n\n{first}"},
        {"text": f"Forth bridge opens\n\n{first.replace('Tay', 'Forth')}"},
    )
    take_in(desk, path)
    articles = [desk.articles.get(ArticleId(number)).article for number in (1, 2, 3)]
    assert [one.title for one in articles] == ["Tay bridge falls", "Tay  Bridge Lost", "Forth bridge opens"]
    roles = [[block.role.value for block in one.draft.blocks] for one in articles]
    assert roles == [["body"], ["headline", "body"], ["headline", "body"]]


@pytest.mark.parametrize("line", [{"text": 5}, {"title": "Cranes", "text": 5.5}, {"text": 5, "article": "X"}])
def test_a_number_is_no_text(desk: Desk, tmp_path: Path, line: object) -> None:
    report = take_in(desk, lines(tmp_path / "a.jsonl", line))
    assert report.articles == 0
    assert [one.rpartition(": ")[2] for one in report.problems] == ["has a text that is none"]


def test_jobs_of_single_lines_are_made_when_they_are_asked_for(tmp_path: Path) -> None:
    story = {"title": "Cranes", "text": "Cranes are tall."}
    path = lines(tmp_path / "a.jsonl", *[story] * 500, {"text": "Cranes are tall.", "article": "X"}, *[story] * 500)
    tracemalloc.start()
    backlog = find_jobs([path])
    assert tracemalloc.get_traced_memory()[0] < 60_000, "a job has some 200 bytes"
    tracemalloc.stop()
    assert len(backlog.jobs) == 1001
    assert [job.title for job in backlog.jobs].index("X") == 500
    assert {job.load().article.title for job in backlog.jobs} == {"Cranes", "X"}


def test_lines_are_kept_up_to_a_size_of_all_files_and_else_read_again(tmp_path: Path) -> None:
    texts = {}
    for name, size in (("small", 10), ("large", 1_000_000), ("little", 20)):
        texts[name] = f"{name} dams leak " * (size // 10)
        line = json.dumps({"article": name, "text": texts[name]})
        (tmp_path / f"{name}.jsonl").write_text(line, "utf-8")
    jobs = list(find_jobs([tmp_path / f"{name}.jsonl" for name in texts]).jobs)
    assert [len(job.kept) for job in jobs] == [1, 0, 1]
    assert [job.load().article.draft.text for job in jobs] == [text.strip() for text in texts.values()]


def test_of_bad_lines_beyond_number_only_some_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("[]\n" * 2500, "utf-8")
    *told, last = find_jobs([path]).problems
    assert len(told) == 1000
    assert last == f"{path}: 1,500 more lines that cannot be used"


def test_bad_files_are_told_and_leave_nothing(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "blank.txt").write_text(" \n", "utf-8")
    (tmp_path / "nul.txt").write_bytes(b"a\0b")
    (tmp_path / "good.txt").write_text(STORY, "utf-8")
    report = take_in(
        desk,
        *(tmp_path / name for name in ("empty", "blank.txt", "nul.txt", "none.txt", "none.jsonl", "good.txt")),
        str(tmp_path / "*.rst"),
        "https://paper.example/1",
        "a\0b",
    )
    assert report.articles == 1
    assert len(report.problems) == 8
    for number, words in enumerate(("holds no", "none.jsonl", "nothing matches")):
        assert words in report.problems[number]
    assert titles(desk) == ["Cranes for the harbour"]


def test_a_story_that_breaks_the_extraction_is_told(desk: Desk, tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(STORY.replace("three", name), "utf-8")
    breaks = Paragraphs(lambda article: ValueError("too long") if "b.txt" in article.source else None)
    report = take_in(desk, tmp_path, executor=breaks)
    assert report.articles == 2
    (problem,) = report.problems
    assert "b.txt" in problem
    assert "too long" in problem


def test_what_was_taken_in_before_a_crash_stays(desk: Desk, tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(STORY.replace("three", name), "utf-8")
    breaks = Paragraphs(lambda article: BrokenProcessPool() if "c.txt" in article.source else None)
    with pytest.raises(ArchiveError, match="was ended"):
        take_in(desk, tmp_path, executor=breaks)
    assert len(titles(desk)) == 2
    report = take_in(desk, tmp_path)
    assert (report.articles, report.known) == (1, 2)


def test_progress_counts_articles(desk: Desk, tmp_path: Path) -> None:
    lines(
        tmp_path / "a.jsonl", {"text": STORY}, {"text": "one", "article": "A"}, {"text": "two", "article": "A"}, "bad"
    )
    (tmp_path / "b.txt").write_text(STORY.replace("three", "four"), "utf-8")
    seen: list[tuple[int, int]] = []
    add([tmp_path], desk, executor=Paragraphs(), progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 3), (3, 3)]  # ready claims are stored with what follows them


@pytest.mark.parametrize("workers", [1, 2])
def test_claims_are_pulled_out_here_or_by_workers(desk: Desk, tmp_path: Path, workers: int) -> None:
    for name in ("Ortega", "Molina"):
        (tmp_path / f"{name}.txt").write_text(
            f"{name} elected mayor\n\n{name} won 52 per cent of the votes.\n", "utf-8"
        )
    report = add([tmp_path], desk, workers=workers)
    assert (report.articles, report.problems) == (2, ())
    texts = [row.claim.text for summary in desk.articles.summaries(ARCHIVED) for row in desk.claims.of(summary.id)]
    assert "Ortega won 52 per cent of the votes" in [text.rstrip(".") for text in texts]


def verdicts(desk: Desk, title: str) -> Sequence[tuple[str, str | None]]:
    return [(row.claim.text, row.verdict) for row in desk.claims.of(desk.articles.find(title).id)]


@pytest.fixture
def ready(desk: Desk, tmp_path: Path) -> Desk:
    path = lines(
        tmp_path / "ready.jsonl",
        *({"text": text, "article": "Cranes"} for text in ("Cranes cost $40.", "Cranes are tall.", "It rained.")),
        {"text": "It rained.", "article": "Weather"},
    )
    take_in(desk, path)
    return desk


def test_a_verdict_file_gives_verdicts(ready: Desk, tmp_path: Path) -> None:
    path = lines(
        tmp_path / "verdicts.jsonl",
        {"article": "cranes", "text": "cranes cost $40", "verdict": "verified", "source": "Bill", "date": "2019-05-01"},
        {"claim": "Cranes are tall.", "verdict": "disputed"},
        {"article": "Weather", "verdict": "unsourced"},
        {"article": "Cranes", "text": "Cranes cost $70.", "verdict": "verified"},
        {"article": "Nowhere", "text": "It rained.", "verdict": "verified"},
        {"verdict": "verified"},
        {"text": "It rained.", "source": ""},
        {"text": "It rained.", "verdict": "wrong"},
        "[]",
    )
    report = add([], ready, verdict_file=path)
    assert report.verdicts == 3
    assert report.lines()[-1] == "3 claims given an earlier verdict"
    assert verdicts(ready, "cranes") == [
        ("Cranes cost $40.", "verified"), ("Cranes are tall.", "disputed"), ("It rained.", None)
    ]  # fmt: skip
    assert verdicts(ready, "weather") == [("It rained.", "unsourced")]
    assert sorted(int(problem.split(", line ")[1].split(":")[0]) for problem in report.problems) == [4, 5, 6, 7, 8, 9]


def test_a_verdict_is_never_overwritten(ready: Desk, tmp_path: Path) -> None:
    row = {"article": "Cranes", "text": "Cranes are tall.", "verdict": "verified"}
    path = lines(tmp_path / "verdicts.jsonl", row, row, {**row, "verdict": "disputed"})
    report = add([], ready, verdict_file=path)
    assert report.verdicts == 1
    (problem,) = report.problems
    assert "is verified already" in problem


def test_verdicts_as_csv(ready: Desk, tmp_path: Path) -> None:
    path = tmp_path / "verdicts.csv"
    path.write_text(
        "\ufeffArticle,Claim,Verdict,Source\r\nCranes,It rained.,disputed,=cmd()\r\n,,verified,\r\n", "utf-8"
    )
    report = add([tmp_path], ready, verdict_file=path)
    assert verdicts(ready, "cranes")[2] == ("It rained.", "disputed")
    assert verdicts(ready, "weather") == [("It rained.", None)]
    assert [problem.split(": ")[1] for problem in report.problems] == ["names neither an article nor a claim"]


def test_a_verdict_file_that_cannot_be_read_stops_before_anything_is_done(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, "utf-8")
    (tmp_path / "bad.csv").write_bytes(b"\xff\xfe\x00")
    for name in ("none.jsonl", "none.csv", "bad.csv"):
        with pytest.raises(ArchiveError):
            add([tmp_path / "a.txt"], desk, verdict_file=tmp_path / name, executor=Paragraphs())
    assert titles(desk) == []


def test_a_changed_article_can_take_the_place_of_the_former(desk: Desk, tmp_path: Path) -> None:
    story = tmp_path / "a.txt"
    story.write_text(STORY, "utf-8")
    take_in(desk, story)
    story.write_text(STORY.replace("three", "four"), "utf-8")
    report = add([story], desk, executor=Paragraphs(), replace=True)
    assert report.lines() == ("1 article with 3 claims taken into the archive", "1 former article taken out")
    assert len(desk.articles.summaries()) == 1
    assert desk.index.size() == 3
    assert list(desk.problems()) == []


def test_ready_claims_replace_those_of_their_own_article_only(desk: Desk, tmp_path: Path) -> None:
    file = lines(tmp_path / "a.jsonl", {"text": "one", "article": "A"}, {"text": "two", "article": "B"})
    take_in(desk, file)
    lines(file, {"text": "one", "article": "A"}, {"text": "three", "article": "B"})
    assert add([file], desk, replace=True).replaced == 1
    assert titles(desk) == ["A", "B"]
    assert sorted(claim.claim.text for one in desk.articles.summaries() for claim in desk.claims.of(one.id)) == [
        "one", "three",
    ]  # fmt: skip


def test_what_was_checked_here_is_not_taken_out(desk: Desk, tmp_path: Path) -> None:
    story = tmp_path / "a.txt"
    story.write_text(STORY, "utf-8")
    record = desk.articles.put(read(str(story)), state=State.SIGNED_OFF)
    story.write_text(STORY.replace("three", "four"), "utf-8")
    assert add([story], desk, executor=Paragraphs(), replace=True).replaced == 0
    with pytest.raises(ArticleError, match="was checked on this desk"):
        desk.articles.remove(record.id)
    assert len(desk.articles.summaries()) == 2


def told(desk: Desk) -> list[tuple[str, str, str, list[str]]]:
    """Title, words, verdict and sources of every archived claim."""
    return sorted(
        (one.title, claim.claim.text, str(claim.verdict), [source.name for source in claim.sources])
        for one in desk.articles.summaries(ARCHIVED)
        for claim in desk.claims.of(one.id)
    )


def test_replacing_takes_out_only_what_is_gone(desk: Desk, tmp_path: Path) -> None:
    stories = [
        {"text": STORY.replace("three", word), "url": f"https://paper.example/{word}"} for word in ("a", "b", "c")
    ]
    file = lines(tmp_path / "a.jsonl", *stories[:2])
    take_in(desk, file)
    lines(file, *stories[1:])
    assert add([file], desk, executor=Paragraphs(), replace=True).replaced == 0
    assert len(desk.articles.summaries()) == 3, "an address that is not in the file says nothing about its article"
    lines(file, {**stories[1], "text": STORY.replace("three", "d")}, stories[2])
    report = add([file], desk, executor=Paragraphs(), replace=True)
    assert (report.articles, report.known, report.replaced) == (1, 1, 1)
    assert list(desk.problems()) == []


def test_lines_without_an_address_replace_nothing(desk: Desk, tmp_path: Path) -> None:
    stories = [{"text": STORY.replace("three", word), "title": word} for word in ("a", "b", "c")]
    file = lines(tmp_path / "a.jsonl", *stories[:2])
    take_in(desk, file)
    lines(file, *stories[1:])
    assert add([file], desk, executor=Paragraphs(), replace=True).replaced == 0
    assert titles(desk) == ["a", "b", "c"]


def test_a_corrected_verdict_on_the_same_words_takes_the_place_of_the_former(desk: Desk, tmp_path: Path) -> None:
    row = {"text": "one", "article": "A", "verdict": "verified", "source": "first", "date": "2020-01-02"}
    file = lines(tmp_path / "a.jsonl", row)
    take_in(desk, file)
    lines(file, {**row, "verdict": "disputed", "source": "second"})
    assert take_in(desk, file).known == 1
    assert add([file], desk, replace=True).replaced == 1
    assert told(desk) == [("A", "one", "disputed", ["second"])]
    assert add([file], desk, replace=True).known == 1
    assert [source.name for source in desk.sources.known()] == ["second"]


def test_two_articles_with_the_same_words_are_two(desk: Desk, tmp_path: Path) -> None:
    rows = [
        {"text": "one", "article": "A", "verdict": "verified", "source": "first"},
        {"text": "one", "article": "B", "verdict": "disputed", "source": "second"},
    ]
    file = lines(tmp_path / "a.jsonl", *rows)
    assert take_in(desk, file).articles == 2
    assert told(desk) == [("A", "one", "verified", ["first"]), ("B", "one", "disputed", ["second"])]
    assert take_in(desk, file).known == 2


def test_a_name_means_another_file_in_another_folder(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder, text in (("p", "one"), ("q", "two")):
        (tmp_path / folder).mkdir()
        lines(tmp_path / folder / "c.jsonl", {"text": text, "article": "A"})
        monkeypatch.chdir(tmp_path / folder)
        assert add(["c.jsonl"], desk, replace=True).replaced == 0
    assert [row[1] for row in told(desk)] == ["one", "two"]


def test_what_is_no_text_is_told(desk: Desk, tmp_path: Path) -> None:
    row = {"text": "one", "article": ["A"], "verdict": "verified", "source": {"name": "X"}}
    report = take_in(desk, lines(tmp_path / "a.jsonl", row))
    assert [problem.split("line 1: ")[1] for problem in report.problems] == [
        "has a source that is no text; it went in without one",
        "has an article that is no text; it went in without one",
    ]
    assert told(desk) == [("a", "one", "verified", [])]
