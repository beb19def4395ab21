"""How an article comes to the desk: from what the checker calls it to a record with claims.

One that is on the desk already is resumed from here, too: nothing that reads or extracts is imported before it is used.
"""

from __future__ import annotations

import os.path
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Final

from factcheck import reading
from factcheck.config import expanded
from factcheck.desk import connect
from factcheck.errors import ArticleError, FactcheckError, UsageError, printable
from factcheck.model import Extraction, State
from factcheck.reading import AS_IS, ReadOptions, is_address
from factcheck.review.article_acts import Review
from factcheck.review.rebase import with_known_roles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.desk import Desk
    from factcheck.extraction import Progressed
    from factcheck.model import Article, ArticleRecord, Original, Rebased
    from factcheck.reading import Stated
    from factcheck.review.claim_acts import Outcome

_EDITED: Final = (
    "Another text of this file is on the desk as {slug}, with its marks: R there, or factcheck rebase {slug} {file}, "
    "takes this one in as its next draft."
)


def names_input(argument: str) -> bool:
    """Whether an ARTICLE is to be read (a file, a URL, standard input) rather than looked up on the desk.

    A file that is there wins over an article of the same name on the desk; what is not there is taken for a file when
    it is written like one.
    """
    if argument == "-" or is_address(argument) or argument.lower().startswith("www."):
        return True
    try:
        there = Path(argument).exists()
    except (OSError, ValueError):
        # Too long for a file name, or with a NUL in it: no file, and perhaps no article either.
        there = False
    suffix = Path(argument).suffix.lower()
    return there or "/" in argument or "\\" in argument or (suffix != "" and suffix in reading.SUFFIXES)


def resolve(argument: str, desk: Desk, options: ReadOptions = AS_IS) -> tuple[Article, ArticleRecord | None]:
    """Find what the checker means by an ARTICLE.

    Args:
        argument: A path, a URL, ``-``, or the id or slug of an article on the desk.
        desk: Where to look it up.
        options: How it is to be read.

    Returns:
        The article, and its record when its text is on the desk already, with the warnings of what was read just now.
        A page goes on changing: one that is under check and reads otherwise now is resumed as it was taken in, with a
        warning that says so, and so is an article whose file or page cannot be read any more. A file that reads
        otherwise now is another article, with a warning.

    Raises:
        ArticleError: when it cannot be read or is not on the desk; the nearest name is suggested.
    """
    if not names_input(argument):
        known = _with_stated(desk.articles.find(argument), options.stated)
        return known.article, known
    try:
        article = reading.read(argument, options)
    except ArticleError as unreadable:
        if argument == "-":
            # It names no article: what came from there before was another text.
            raise
        # The file or page may have gone since it was put on the desk, which keeps the text.
        try:
            known = desk.articles.find(argument)
        except ArticleError:
            raise unreadable from None
        known = _with_warning(known, f"It was not read again: {unreadable.what}.")
        return known.article, known
    record = _of_text(desk, article)
    if record is not None:
        record = _with_stated(record, options.stated)
        return record.article, record
    if is_address(argument):
        former = _former(desk, argument)
        return (former.article, former) if former else (article, None)
    if argument != "-":
        # On the desk a path has to mean the same from every folder.
        article = replace(article, source=os.path.abspath(expanded(argument)))  # noqa: PTH100  # keeps links
        if former := _under_check(desk, article.source):
            told = _EDITED.format(slug=former.slug, file=quote(argument))
            article = replace(article, warnings=(*article.warnings, told))
    return article, None


def stories(
    arguments: Sequence[str], options: ReadOptions = AS_IS
) -> Iterator[tuple[str, str | Article | FactcheckError]]:
    """What the ARTICLEs of a command that takes several stand for.

    Yields:
        An argument, and what it stands for: itself, or for a JSONL file the article of each line in turn, or why a line
        gives none.
    """
    from factcheck.archive.jsonl import SUFFIXES as LISTS

    for argument in arguments:
        path = expanded(argument)
        listed = path.suffix.lower() in LISTS and os.path.isfile(path)  # noqa: PTH113  # Path.is_file fails on a NUL
        if listed and options != AS_IS:
            what = f"{printable(argument)} is a list, which is UTF-8 and says title and date of each article itself"
            todo = "save it as UTF-8 first" if options.encoding else "leave the options out"
            yield argument, UsageError(what, todo)
            continue
        for story in _listed(path, printable(argument)) if listed else (argument,):
            yield argument, story


def _listed(path: Path, name: str) -> Iterator[Article | FactcheckError]:
    from factcheck.archive.incoming import find_jobs

    with suppress(OSError):
        if path.stat().st_size > reading.MAX_BYTES:
            what = f"{name} is larger than {reading.MAX_BYTES // 1_000_000} MB: more articles than anybody checks"
            yield ArticleError(what, "factcheck add takes them into the archive; cut out those that are to be checked")
            return
    backlog = find_jobs([path])
    for job in backlog.jobs:
        if job.title is not None:
            what = f"{name} has claims that were checked before, under {printable(job.title)!r}"
            yield ArticleError(what, "take them into the archive with: factcheck add")
            continue
        try:
            incoming = job.load()
        except FactcheckError as error:
            yield error
        else:
            yield replace(incoming.article, warnings=(*incoming.article.warnings, *incoming.problems))
    yield from map(ArticleError, backlog.problems)
    if not len(backlog.jobs) and not backlog.problems:
        yield ArticleError(f"{name} holds no article", "give one JSON object a line, with a text")


def _former(desk: Desk, address: str) -> ArticleRecord | None:
    """The latest article that was read from a web address, which now has another text."""
    record = _under_check(desk, address)
    return record and _with_warning(
        record, f"The page reads otherwise now. factcheck rebase {record.slug} {quote(address)} takes it in."
    )


def _under_check(desk: Desk, source: str) -> ArticleRecord | None:
    """The latest article that was read from a file or page; the archive's do not count."""
    records = (desk.articles.get(id_) for id_, _, _ in reversed(desk.articles.from_source(source)))
    return next((record for record in records if record.state is not State.ARCHIVE), None)


def _of_text(desk: Desk, article: Article) -> ArticleRecord | None:
    """What is on the desk with the text of an article, as the checker corrected it: roles, title, date.

    Its warnings are about the file that was read just now; another one may have had the same text.
    """
    record = desk.articles.by_text(article.draft.sha256)
    return record and _with_warnings(record, article.warnings)


def _with_warnings(record: ArticleRecord, warnings: tuple[str, ...]) -> ArticleRecord:
    return replace(record, article=replace(record.article, warnings=warnings))


def _with_warning(record: ArticleRecord, warning: str) -> ArticleRecord:
    return _with_warnings(record, (*record.article.warnings, warning))


def _with_stated(record: ArticleRecord, stated: Stated) -> ArticleRecord:
    """An article on the desk, with a warning when something is said about it that the desk has otherwise."""
    names = {"title": "title", "byline": "byline", "published": "date"}
    others = [
        said for name, said in names.items() if getattr(stated, name) not in (None, getattr(record.article, name))
    ]
    if not others:
        return record
    told = f"On the desk its {' and '.join(others)} stayed as before: factcheck about {record.slug} corrects that."
    return _with_warning(record, told)


def read_or_find(argument: str, desk_path: Path, options: ReadOptions = AS_IS) -> Article:
    """Give the article that an ARTICLE means, touching the desk only when it is no input, and then only to read.

    Raises:
        ArticleError: as `resolve`.
    """
    if names_input(argument) or not os.path.exists(desk_path):  # noqa: PTH110  # Path.exists fails without permission
        return reading.read(argument, options)
    with connect(desk_path, read_only=True) as desk:
        return desk.articles.find(argument).article


def take_in(
    desk: Desk,
    argument: str | Article,
    *,
    options: ReadOptions = AS_IS,
    pipeline: str | None = None,
    progress: Callable[[Progressed], None] | None = None,
) -> ArticleRecord:
    """Put an article on the desk with its claims; one that is there already stays as it is.

    Args:
        desk: The desk.
        argument: A path, a URL, ``-``, or the id or slug of an article on the desk; or an article that was read.
        options: How it is to be read.
        pipeline: The spaCy pipeline; the default one when None.
        progress: Told how far the extraction is.

    Raises:
        ArticleError: when it cannot be read; the desk is left as it was.
        ExtractError: when its claims cannot be pulled out; the desk is left as it was.
    """
    from factcheck.consistency import examine

    if isinstance(argument, str):
        article, record = resolve(argument, desk, options)
    else:
        article, record = argument, _of_text(desk, argument)
    if record is not None and record.extracted:
        return record
    extraction = examine(article, pipeline=pipeline, progress=progress)
    record = record or desk.articles.put(article)
    desk.articles.store(record.id, extraction, complete=True)
    return _with_warnings(desk.articles.get(record.id), article.warnings)


def read_draft(record: ArticleRecord, argument: str, options: ReadOptions = AS_IS) -> Article:
    """Read an edited draft; its paragraphs get the roles that a checker gave to the same words before.

    Raises:
        ArticleError: when it cannot be read.
    """
    return with_known_roles(reading.read(argument, options), record.article)


def read_whole(record: ArticleRecord, page: Original, options: ReadOptions = AS_IS) -> Article:
    """Read the page once more that a draft is the story of, with all that it shows; nothing is fetched.

    Raises:
        ArticleError: when it cannot be read.
    """
    article = reading.read_bytes(page.data, record.article.source, ".html", replace(options, whole_page=True))
    return with_known_roles(replace(article, original=page), record.article)


def take_draft(
    desk: Desk,
    record: ArticleRecord,
    argument: str,
    *,
    options: ReadOptions = AS_IS,
    pipeline: str | None = None,
    progress: Callable[[Progressed], None] | None = None,
    anyway: bool = False,
) -> tuple[Outcome, Rebased]:
    """Read an edited draft of an article and take it in.

    Args:
        desk: The desk.
        record: The article.
        argument: The path of the draft, or ``-``.
        options: How it is to be read.
        pipeline: The spaCy pipeline; the default one when None.
        progress: Told how far the extraction is.
        anyway: Take it even though it has little in common with the present draft.

    Returns:
        What was done, and what became of each claim.

    Raises:
        ArticleError: when it cannot be read.
        UsageError: when the article is not under check, the draft has no words, or looks like another article.
    """
    from factcheck.consistency import examine

    review = Review(desk, record.id)
    article = read_draft(record, argument, options)
    if article.draft.sha256 == record.article.draft.sha256 and not article.draft.annotations:
        return review.rebase(Extraction(article, ()))
    return review.rebase(examine(article, pipeline=pipeline, progress=progress), anyway=anyway)
