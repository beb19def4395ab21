"""What a backlog consists of: paths become jobs, and each job one article, with its claims when these are ready."""

from __future__ import annotations

import glob
import os
from array import array
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from factcheck.archive.jsonl import SUFFIXES as LISTS
from factcheck.archive.jsonl import BadLine, Line, lines_at, read_lines
from factcheck.archive.leads import Lead, read_day, read_lead, verdict_flaw
from factcheck.errors import ArchiveError, ArticleError, printable
from factcheck.model import Article, Block, Claim, Draft, Role, Section
from factcheck.reading import FORMATS, NOT_YET, SUFFIXES, ReadOptions, is_address, read, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

_JOINT: Final = "\n\n"
_TOLD: Final = 1_000
"""Lines of one file that are told one by one when they cannot be used."""
_KEPT: Final = 1_000_000
"""Bytes of files whose lines are kept as they were read, all files together: to read those of one article anew costs a
tenth of taking it in."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article that is to be taken in."""

    article: Article
    claims: tuple[Claim, ...] | None = None
    """Its claims when they came ready, without facts; None when they have to be pulled out."""
    leads: tuple[Lead, ...] = ()
    """What is known about each of the ready claims."""
    problems: tuple[str, ...] = ()
    """What was wrong without keeping it out."""
    lasting: bool = True
    """Whether its source says which article it is: a line's number does not, when lines come and go."""


@dataclass(frozen=True, slots=True)
class Job:
    """A file, or lines of one, that make an article."""

    path: str
    lines: Sequence[int] = ()
    """Number and offset of each line, in turn; none when the whole file is the article. They are kept for a million
    lines at once, so that it matters how."""
    title: str | None = None
    """Of the article that the lines, which hold ready claims, are put into; None when they hold an article."""
    kept: Sequence[Line] = ()
    """The lines that hold ready claims, when they need not be read again."""

    @property
    def is_guarded(self) -> bool:
        """Whether it is read by a process of its own, which takes long and leaves this one to others."""
        chosen = None if self.lines else FORMATS.get(_suffix(self.path))
        return chosen is not None and chosen.guarded

    def load(self) -> Incoming:
        """Read the article.

        Raises:
            ArticleError: when it cannot be read.
            ArchiveError: when the file cannot be read any more.
        """
        if not self.lines:
            return Incoming(read(self.path))
        lines = self.kept or self._read_again()
        return _story(self.path, lines[0]) if self.title is None else _ready(self.path, self.title, lines)

    def _read_again(self) -> Sequence[Line]:
        places = zip(self.lines[::2], self.lines[1::2], strict=True)
        return [line for line in lines_at(Path(self.path), places) if isinstance(line, Line)]


@dataclass(slots=True)
class _Stories:
    """Lines of one file that follow each other, each of which holds an article."""

    path: str
    lines: array[int]
    """As `Job.lines`."""


class Jobs:
    """The jobs of a backlog, in order; those of single lines, of which there may be millions, are made late."""

    def __init__(self) -> None:
        self._found: list[Job | _Stories] = []

    def __len__(self) -> int:
        return sum(1 if isinstance(one, Job) else len(one.lines) // 2 for one in self._found)

    def __iter__(self) -> Iterator[Job]:
        for one in self._found:
            if isinstance(one, Job):
                yield one
            else:
                yield from (Job(one.path, tuple(one.lines[at : at + 2])) for at in range(0, len(one.lines), 2))

    def add(self, job: Job) -> None:
        """Take one more in."""
        self._found.append(job)

    def add_story(self, path: str, number: int, offset: int) -> None:
        """Take in a line that holds an article."""
        last = self._found[-1] if self._found else None
        if not isinstance(last, _Stories) or last.path != path:
            last = _Stories(path, array("Q"))
            self._found.append(last)
        last.lines.extend((number, offset))


@dataclass(slots=True)
class Backlog:
    """All jobs of some paths, and what could not become one."""

    jobs: Jobs = field(default_factory=Jobs)
    problems: list[str] = field(default_factory=list)
    kept: int = 0
    """Bytes of files whose lines are kept."""

    def keeps(self, file: str) -> bool:
        """Whether the lines of one more file are to be kept."""
        try:
            size = os.path.getsize(file)  # noqa: PTH202  # as in find_jobs
        except OSError:
            return False  # to read it will tell
        if self.kept + size > _KEPT:
            return False
        self.kept += size
        return True


def find_jobs(paths: Sequence[str | Path], passed_over: Path | None = None) -> Backlog:
    """Look through files, folders and globs, in the order they are given.

    Args:
        paths: A folder is gone through with all below it.
        passed_over: A file that is no article, though it may lie among them.
    """
    backlog = Backlog()
    seen = {os.path.abspath(passed_over)} if passed_over else set()  # noqa: PTH100  # resolve() fails on a bad name
    for path in paths:
        for file in _files(str(path), backlog.problems):
            # The whole path is kept: a name means another file in another folder.
            place = os.path.abspath(file)  # noqa: PTH100  # as above
            if place not in seen:
                seen.add(place)
                if _suffix(file) in LISTS:
                    _add_lines(place, backlog)
                else:
                    backlog.jobs.add(Job(place))
    return backlog


def _files(path: str, problems: list[str]) -> Iterator[str]:
    if is_address(path):
        problems.append(f"{printable(path)} is a web address: save the page and add that file")
        return
    try:
        if Path(path).is_dir():
            below = list(_below(path))
            found = [file for file in below if _suffix(file) in (*SUFFIXES, *LISTS)]
            later = Counter(_suffix(file) for file in below if _suffix(file) in NOT_YET)
            problems += [
                f"{printable(path)}: {count} {suffix} {'file' if count == 1 else 'files'} cannot be read yet: "
                f"save {'it' if count == 1 else 'them'} as .docx, .txt or .md first"
                for suffix, count in sorted(later.items())
            ]
            if not (found or later):
                problems.append(f"{printable(path)} holds no {', '.join((*SUFFIXES, *LISTS))} file")
            yield from found
        elif not Path(path).exists() and glob.has_magic(path):
            matching = sorted(glob.glob(path, recursive=True))  # noqa: PTH207  # Path.glob wants a relative pattern
            if not matching:
                problems.append(f"nothing matches {printable(path)}")
            for each in matching:
                yield from _files(each, problems) if Path(each).is_dir() else [each]
        else:
            yield path
    except (OSError, ValueError) as error:
        problems.append(f"{printable(path)} cannot be read: {printable(str(error))}")


def _below(folder: str) -> Iterator[str]:
    """The files in a folder and below, hidden ones left out, in a fixed order."""
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield str(Path(parent, name))


def _suffix(file: str) -> str:
    return Path(file).suffix.lower()


def _add_lines(file: str, backlog: Backlog) -> None:
    """Make jobs of a file's lines: each article is one, and all ready claims of one article are one."""
    ready: dict[str, tuple[array[int], list[Line]]] = {}
    bad = 0
    try:
        keeping = backlog.keeps(file)
        for line in read_lines(Path(file)):
            problem = line.reason if isinstance(line, BadLine) else _flaw(line)
            if problem or isinstance(line, BadLine):
                bad += 1
                if bad <= _TOLD:
                    backlog.problems.append(_told(file, line.number, str(problem)))
            elif _is_claim(line):
                title = line.text("article") or Path(file).stem
                if title not in ready:
                    ready[title] = array("Q"), []
                    backlog.jobs.add(Job(file, ready[title][0], title, ready[title][1]))
                places, lines = ready[title]
                places.extend((line.number, line.offset))
                if keeping:
                    lines.append(line)
            else:
                backlog.jobs.add_story(file, line.number, line.offset)
    except ArchiveError as error:
        backlog.problems.append(str(error))
    if bad > _TOLD:
        backlog.problems.append(f"{printable(file)}: {bad - _TOLD:,} more lines that cannot be used")


def _told(file: str, number: int, problem: str) -> str:
    return f"{printable(file)}, line {number}: {problem}"


def _is_claim(line: Line) -> bool:
    """Whether a line holds a ready claim rather than an article."""
    return "title" not in line.values and any(key in line.values for key in ("verdict", "source", "article"))


def _flaw(line: Line) -> str | None:
    """Why a line cannot be used; None when it can."""
    if line.text("text") is None or not isinstance(line.values["text"], str):
        return "has no text" if line.values.get("text") in (None, "") else "has a text that is none"
    if "\0" in str(line.values["text"]):
        return "has NUL characters in its text"
    return verdict_flaw(line) if _is_claim(line) else None


def _story(file: str, line: Line) -> Incoming:
    """An article that a line holds; what the line says of it counts more than what its text shows."""
    where = f"{file}, line {line.number}"
    try:
        article = read_bytes(str(line.values["text"]).encode(), where, options=ReadOptions(beside=line.text("title")))
    except ArticleError as error:
        raise ArticleError(f"{printable(where)}: its text cannot be read ({error.what})", error.todo) from error
    day, problem = read_day(line)
    article = replace(
        article,
        published=day or article.published,
        source=line.text("url") or where,
    )
    told = (_told(file, line.number, problem),) if problem else ()
    return Incoming(article, problems=told, lasting=line.text("url") is not None)


def _ready(file: str, title: str, lines: Sequence[Line]) -> Incoming:
    """An article made of ready claims, a paragraph each."""
    days: list[date] = []
    leads: list[Lead] = []
    problems = []
    for line in lines:
        lead, problem = read_lead(line)
        leads.append(lead)
        days += [lead.day] if lead.day else []
        problems += [_told(file, line.number, problem)] if problem else []
        problems += [
            _told(file, line.number, f"has {one} {key} that is no text; it went in without one")
            for one, key in (("a", "source"), ("a", "checker"), ("an", "article"))
            if line.values.get(key) not in (None, "") and line.text(key) is None
        ]
    published = max(days, default=None)
    claims, blocks, texts, at = [], [], [], 0
    for number, line in enumerate(lines, 1):
        text = line.text("text") or ""
        end = at + len(text)
        claims.append(Claim(f"c{number}", at, end, text, Section.BODY, ()))
        blocks.append(Block(at, end, Role.BODY, "a claim that came ready"))
        texts.append(text)
        at = end + len(_JOINT)
    article = Article(title, Draft(_JOINT.join(texts), tuple(blocks)), file, published=published)
    return Incoming(article, tuple(claims), tuple(leads), tuple(problems))
