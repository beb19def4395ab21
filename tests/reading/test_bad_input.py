"""Files that cannot be read, and strange ones that can: each gives one clear line or a story, never a crash."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest

from factcheck.errors import ArticleError, FactcheckError, UsageError
from factcheck.reading import AS_IS, FORMATS, MAX_BYTES, SUFFIXES, read, read_bytes
from factcheck.reading.decode import MAX_LINE
from tests.conftest import HOSTILE

STORY = "Bridge falls at Millport\n\nThe old bridge fell into the river on Monday. Nobody was hurt.\n"


def refusal(argument: str | Path, *, stdin: bytes | None = None) -> FactcheckError:
    """The error for an argument: one line that a terminal can show, with something to do."""
    with pytest.raises(FactcheckError) as caught:
        read(argument, stdin=None if stdin is None else io.BytesIO(stdin))
    message = str(caught.value)
    assert message.isprintable() or "\u200d" in message
    assert "Traceback" not in message
    assert caught.value.todo
    assert caught.value.exit_code in {1, 2}
    return caught.value


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_a_story_is_read_from_a_path_and_from_standard_input(story: Path) -> None:
    for argument in (story, str(story)):
        article = read(argument)
        assert (article.title, article.source, article.draft.text) == ("Bridge falls at Millport", str(story), STORY)
    assert read("-", stdin=io.BytesIO(STORY.encode())).source == "-"


def test_the_formats_are_one_table() -> None:
    assert {".txt", ".md", ".markdown"} <= set(FORMATS)
    assert set(SUFFIXES) == set(FORMATS)
    assert all(suffix in entry.suffixes for suffix, entry in FORMATS.items())


def test_a_suffix_in_capitals_and_an_unknown_one_are_read(tmp_path: Path) -> None:
    for name in ("STORY.TXT", "story", "story.draft"):
        (tmp_path / name).write_text(STORY, encoding="utf-8")
        assert read(tmp_path / name).draft.text == STORY
    (tmp_path / "STORY.MD").write_text("# Bridge falls\n", encoding="utf-8")
    assert read(tmp_path / "STORY.MD").draft.text == "Bridge falls"


def test_a_missing_file_suggests_the_nearest_name(story: Path) -> None:
    assert "did you mean" in refusal(story.with_name("storey.txt")).todo
    assert str(story) in refusal(story.with_name("storey.txt")).todo
    assert str(story) in refusal(story.with_name("story.md")).todo
    story.with_name("it.txt").write_text(STORY, encoding="utf-8")
    for other in ("quite-another.txt", "missing.txt", "東京.txt"):
        assert "did you mean" not in refusal(story.with_name(other)).todo
    assert "folder" in refusal(story.parent / "no" / "story.txt").todo
    assert isinstance(refusal(story / "below-a-file.txt"), ArticleError)


def test_a_link_to_nothing_is_not_suggested_for_itself(tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "gone.txt")
    assert refusal(link).what == f"{link} is a link to a file that is not there"


def test_an_address_without_its_beginning_is_a_file_if_it_is_there(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert refusal("www.paper.example/story").todo == "if it is a web address, write https://www.paper.example/story"
    (tmp_path / "www.paper.example").mkdir()
    story.rename(tmp_path / "www.paper.example" / "story.txt")
    monkeypatch.chdir(tmp_path)
    assert read("www.paper.example/story.txt").draft.text == STORY


def test_a_folder_is_not_a_story(tmp_path: Path) -> None:
    assert "folder" in refusal(tmp_path).what
    assert "folder" in refusal(".").what


@pytest.mark.parametrize("argument", ["", "  "])
def test_no_name_is_wrong_usage(argument: str) -> None:
    assert isinstance(refusal(argument), UsageError)


@pytest.mark.parametrize("suffix", [".json", ".CSV", ".xlsx"])
def test_a_checklist_is_no_story_and_is_imported(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"story{suffix}"
    path.write_text('{"article": {"title": "The bridge"}}', encoding="utf-8")
    assert "table, not a story" in refusal(path).what
    assert "factcheck import" in refusal(path).todo


@pytest.mark.parametrize("suffix", [".doc", ".odt", ".RTF"])
def test_formats_that_come_later_say_what_to_do(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"story{suffix}"
    path.write_text(STORY, encoding="utf-8")
    assert ".txt or .md" in refusal(path).todo


def test_the_bytes_tell_the_format_where_no_name_does(tmp_path: Path) -> None:
    markup = f"\ufeff \n<!DOCTYPE html>\n<h1>Bridge falls</h1><p>{STORY}</p>"
    (tmp_path / "story").write_text(markup, encoding="utf-8")
    for article in (read("-", stdin=io.BytesIO(markup.encode())), read(tmp_path / "story")):
        assert "<" not in article.draft.text
        assert article.title == "Bridge falls"
    begun = b"<?xml version='1.0'?><html><body><p>The old bridge fell.</p></body></html>"
    assert read("-", stdin=io.BytesIO(begun)).draft.text == "The old bridge fell."
    assert "markup" in refusal_of_text(tmp_path, markup).what


def refusal_of_text(folder: Path, text: str) -> FactcheckError:
    path = folder / "page.txt"
    path.write_text(text, encoding="utf-8")
    return refusal(path)


def test_a_list_of_articles_is_for_the_archive(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    path.write_text('{"text": "a"}\n', encoding="utf-8")
    assert "add" in refusal(path).todo


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b" \r\n\t \xc2\xa0\n", "white space"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "picture"),
        (b"\x7fELF" + bytes(range(256)) * 8, "no text"),
        ("“Bridge” falls\n\n“It fell.”".encode() + b"\xff\xfe", "damaged"),
        (b"Bridge\x00 falls", "NUL"),
    ],
)
def test_bytes_that_are_no_story(tmp_path: Path, data: bytes, word: str) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(data)
    error = refusal(path)
    assert word in error.what
    assert str(path) in error.what
    assert word in refusal("-", stdin=data).what


def test_a_word_file_under_another_name_is_told_and_one_without_a_name_is_read_as_such(tmp_path: Path) -> None:
    data = b"PK\x03\x04" + bytes(64)
    (tmp_path / "story.txt").write_bytes(data)
    assert "no text but a Word document" in refusal(tmp_path / "story.txt").what
    assert "damaged" in refusal("-", stdin=data).what


def test_a_file_without_permission(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "may not be read" in refusal(story).what


def test_why_a_file_cannot_be_read_is_no_advice(tmp_path: Path) -> None:
    error = refusal(tmp_path / ("x" * 300 + ".txt"))
    assert error.what.endswith("cannot be read (File name too long)")
    assert error.todo == "check the path and its permissions"


def test_a_disk_that_fails(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", fail)
    assert "Input/output error" in str(refusal(story))


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert "larger than" in refusal(path).what
    assert "larger than" in refusal("-", stdin=b"a" * (MAX_BYTES + 1)).what
    with pytest.raises(ArticleError, match="larger than"):
        read_bytes(b"a" * (MAX_BYTES + 1), "a.txt")


@pytest.mark.parametrize(
    "name", ["\x1b[31mred\x1b[0m.txt", "[b]x[/].txt", "two\nlines.txt", "\u202egnp.txt", "a\udcff.txt"]
)
def test_names_are_shown_safely(tmp_path: Path, name: str) -> None:
    for message in (str(refusal(tmp_path / name)), str(refusal(f"{name}\x00"))):
        assert "\x1b" not in message
        assert "\u202e" not in message
        assert message.encode("utf-8")


def test_a_very_long_name_gives_a_short_line() -> None:
    assert len(str(refusal("a" * 100_000 + ".txt"))) < 400


@pytest.mark.parametrize(
    "text",
    [
        "Bridge [b] falls [/] [@click=app.quit]\n\n" + HOSTILE + " was there.",
        "\x1b[31mBridge\x1b[0m \x07falls \x1b]0;title\x07\n\nIt was old. It fell.",
        "הגשר נפל\n\n\u202eIt was 40% gone\u202c, he said.\n\nגשר.",
        "👩‍👩‍👧‍👦 Families 🇺🇸 rose 12%\n\nZ͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A fell.",
        "Zero\u200bwidth\u200d\u2060 \ufeffin the middle\n\n\u200b\n\nIt fell.",
        "GDP was $" + "9" * 1000 + " in " + "1" * 500 + ".",
        "One\u2028Two\u2029Three\x85Four\x0cFive",
        "x",
        "?",
    ],
)
def test_strange_texts_are_kept_as_they_are(tmp_path: Path, text: str) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(text.encode())
    article = read(path)
    assert article.draft.text == text
    assert article.draft.blocks
    assert article.title


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize("part", ["word ", "x", "[", "A. ", "<a ", "- ", "“It”, ", "photo: Reuters "])
def test_the_longest_line_takes_no_time(suffix: str, part: str) -> None:
    line = part * (MAX_LINE // len(part))
    began = time.process_time()
    article = FORMATS[suffix].read(line.encode(), "a", AS_IS)
    assert time.process_time() - began < 3  # 0.1 s on a quiet machine
    assert article.draft.text.split() == line.split()


@pytest.mark.parametrize(
    ("part", "times", "told"),
    [
        ("The bridge at the Firth was painted again. ", 13_800, "it has 124,200 words and signs, and 110,000 are the"),
        ("*a b", 50_000, "it has 150,000 words and signs, and 110,000 are the most"),
        ("Men came. ", 12_500, "it has 12,500 lines and sentences, and 12,000 are the most"),
        ("Men came\n\n", 12_500, "it has 12,500 lines and sentences, and 12,000 are the most"),
    ],
)
def test_what_no_claims_can_be_taken_out_of_in_time_is_refused(part: str, times: int, told: str) -> None:
    with pytest.raises(ArticleError) as caught:
        read_bytes((part * times).encode(), "a", ".txt")
    assert told in caught.value.what
    assert caught.value.todo == "cut it into parts, such as chapters, and give each as a file"


def test_the_length_of_a_book_can_be_read() -> None:
    sentence = (
        "In the spring the foreman told them that the second of the towers would be open by the end of the year. "
    )
    text = "\n\n".join([sentence * 5] * 760)
    assert read_bytes(text.encode(), "a", ".txt").draft.words == 83_600


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_five_megabytes_in_one_line_are_refused(suffix: str) -> None:
    data = b"Headline\n\n" + b"word " * 1_000_000
    with pytest.raises(ArticleError, match=r"line 3 alone has 5,000,000 characters: break it into paragraphs"):
        read_bytes(data, "a", suffix)


@pytest.mark.parametrize("text", ["- a\n" * 600_000, "a\n" * 100_001])
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_more_than_any_article_is_refused_at_once(tmp_path: Path, text: str, suffix: str) -> None:
    path = tmp_path / f"long{suffix}"
    path.write_text(text, "utf-8")
    error = refusal(path)
    assert "is no article: it has " in error.what
    assert " lines" in error.what


def test_a_comment_that_is_never_closed_costs_no_more_than_its_length(tmp_path: Path) -> None:
    times = []
    for count in (5_000, 20_000):
        path = tmp_path / "open.md"
        path.write_text("# Title\n\nThe mayor said 47.\n\n" + "<!-- \n\n" * count, "utf-8")
        start = time.process_time()
        assert "47" in read(path).draft.text
        times.append(time.process_time() - start)
    assert times[1] < 10 * times[0] + 0.2
