"""Taking a backlog of earlier articles into the archive, in committed lots."""

from __future__ import annotations

import os
from collections import defaultdict, deque
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TYPE_CHECKING, Final, ParamSpec, TypeVar

from factcheck.archive.incoming import find_jobs
from factcheck.archive.leads import checked, source
from factcheck.archive.replacing import Places, is_known, note_place, own_articles, remove, take_out_former
from factcheck.archive.uncollected import uncollected
from factcheck.archive.verdicts import apply_verdicts, read_verdicts
from factcheck.errors import ArchiveError, ArticleError, printable
from factcheck.extraction import extract
from factcheck.model import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import Protocol

    from factcheck.archive.incoming import Incoming, Job
    from factcheck.desk import Desk
    from factcheck.model import Article, ClaimId, Extraction, Source

    class Step(Protocol):
        """Tells how far a long job is."""

        def __call__(self, done: int, total: int, /) -> None:
            """Say that so many of the articles are done."""


P = ParamSpec("P")
T = TypeVar("T")

_AHEAD: Final = 2
"""Jobs under way for each worker, so that none waits for the desk."""

_LOT: Final = 2_000
"""Ready claims that are committed together: a fifth of a second, for which another checker's act may have to wait."""

_MANY: Final = 50_000
"""Claims after which the index is put in order."""


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of a backlog."""

    articles: int = 0
    """Taken in."""
    claims: int = 0
    """Of those articles."""
    known: int = 0
    """Articles whose text was on the desk already."""
    verdicts: int = 0
    """Claims that a row of the verdict file gave a verdict."""
    replaced: int = 0
    """Earlier articles whose place others took."""
    problems: tuple[str, ...] = ()
    """What could not be taken in and why, a line each."""

    def lines(self) -> tuple[str, ...]:
        """The report in words, without the problems."""
        told = [f"{_count(self.articles, 'article')} with {_count(self.claims, 'claim')} taken into the archive"]
        if self.known:
            told.append(f"{_count(self.known, 'article')} known already")
        if self.replaced:
            told.append(f"{_count(self.replaced, 'former article')} taken out")
        if self.verdicts:
            told.append(f"{_count(self.verdicts, 'claim')} given an earlier verdict")
        return tuple(told)


@dataclass(frozen=True, slots=True)
class _Taken:
    """An article that can go into the archive."""

    incoming: Incoming
    extraction: Extraction | None = None
    """None when its claims came ready."""


_Outcome = _Taken | str | None
"""An article to store, what is wrong with it, or None when its text is on the desk already."""


def add(
    paths: Sequence[str | Path],
    desk: Desk,
    *,
    verdict_file: Path | None = None,
    workers: int = 1,
    pipeline: str | None = None,
    progress: Step | None = None,
    executor: Executor | None = None,
    replace: bool = False,
) -> AddReport:
    """Take earlier articles into the archive.

    It can be stopped at any moment and called again: what is on the desk is passed over. A file or line that cannot be
    used is told at the end, and nothing of it stays.

    Args:
        paths: Files of any format that can be read, lists of JSON objects, folders and globs.
        desk: Where they go.
        verdict_file: Earlier verdicts on claims of these or other archived articles, JSONL or CSV.
        workers: How many processes pull out claims.
        pipeline: The spaCy pipeline; the default one when None.
        progress: Told how many of the articles are done.
        executor: Pulls out claims elsewhere, in the place of processes of our own.
        replace: Whether an article goes in the place of earlier ones that were read from the same file or URL and say
            something else; ready claims, of those of the same file and title. What was checked on this desk stays.

    Raises:
        ArchiveError: when the verdict file cannot be read; nothing is taken in.
        ExtractError: when no claims can be pulled out at all; what was taken in before stays.
        DeskError: when the desk cannot be written; what was taken in before stays.
    """
    rows = read_verdicts(verdict_file) if verdict_file else None
    backlog = find_jobs(paths, passed_over=verdict_file)
    problems = list(backlog.problems)
    articles = claims = known = replaced = 0
    total = len(backlog.jobs)
    places: Places = defaultdict(set)
    with _pool(executor, workers) as pool:
        done = 0
        for lot in _lots(_extracted(backlog.jobs, desk, pool, workers, pipeline, places, replace=replace)):
            taken = [outcome for outcome in lot if isinstance(outcome, _Taken)]
            stored, former = _store(desk, taken, replace=replace)
            replaced += former
            articles += len(stored)
            claims += sum(stored)
            known += len(taken) - len(stored) + lot.count(None)
            for outcome in lot:
                problems += outcome.incoming.problems if isinstance(outcome, _Taken) else [outcome] if outcome else []
            done += len(lot)
            if progress:
                progress(done, total)
    if replace:
        replaced += take_out_former(desk, places)
    if claims > _MANY:
        with desk.writing():
            desk.index.settle()
    verdicts = 0
    if rows is not None:
        verdicts, unmatched = apply_verdicts(desk, rows)
        problems += unmatched
    return AddReport(articles, claims, known, verdicts, replaced, tuple(problems))


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


class _InPlace(Executor):
    """Does at once what it is given."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001  # handed to whoever asks for the result, as executors do
            future.set_exception(error)
        return future


@contextmanager
def _pool(executor: Executor | None, workers: int) -> Iterator[Executor]:
    """The executor that pulls out claims; one of our own is closed at the end."""
    if executor is not None:
        yield executor
        return
    # A forked child would inherit the desk's connection and the locks of our threads.
    spawn = get_context("spawn")
    own = _InPlace() if workers == 1 else ProcessPoolExecutor(workers, mp_context=spawn, initializer=leave_with_parent)
    try:
        yield own
    finally:
        own.shutdown(cancel_futures=True)


def _extracted(
    jobs: Iterable[Job],
    desk: Desk,
    pool: Executor,
    workers: int,
    pipeline: str | None,
    places: Places,
    *,
    replace: bool,
) -> Iterator[_Outcome]:
    """For each job in order what became of it; what was found at each place is noted."""
    ahead = 0 if isinstance(pool, _InPlace) else _AHEAD * workers
    under_way: deque[Callable[[], _Outcome]] = deque()
    for job, load in _read_ahead(jobs, workers):
        under_way.append(_begun(job, load, desk, pool, pipeline, places, replace=replace))
        if len(under_way) > ahead:
            yield under_way.popleft()()
    while under_way:
        yield under_way.popleft()()


def _read_ahead(jobs: Iterable[Job], workers: int) -> Iterator[tuple[Job, Callable[[], Incoming]]]:
    """Each job with what loads it; a file that is read by a process of its own is begun before its turn."""
    readers = ThreadPoolExecutor(workers, thread_name_prefix="reading")
    waiting: deque[tuple[Job, Callable[[], Incoming]]] = deque()
    try:
        for job in jobs:
            waiting.append((job, readers.submit(job.load).result if job.is_guarded else job.load))
            if len(waiting) > workers:
                yield waiting.popleft()
        yield from waiting
    finally:
        readers.shutdown(cancel_futures=True)


def _lots(outcomes: Iterable[_Outcome]) -> Iterator[list[_Outcome]]:
    """Outcomes that are stored together: ready claims cost so little that to commit each article would cost more.

    What took a model is committed at once, so that no work is done twice when the process is ended.
    """
    lot: list[_Outcome] = []
    claims = 0
    for outcome in outcomes:
        lot.append(outcome)
        extracted = isinstance(outcome, _Taken) and outcome.extraction is not None
        claims += len(outcome.incoming.claims or ()) if isinstance(outcome, _Taken) else 0
        if extracted or claims >= _LOT or len(lot) >= _LOT:
            yield lot
            lot, claims = [], 0
    if lot:
        yield lot


def _begun(
    job: Job,
    load: Callable[[], Incoming],
    desk: Desk,
    pool: Executor,
    pipeline: str | None,
    places: Places,
    *,
    replace: bool,
) -> Callable[[], _Outcome]:
    """Start on a job; what is given waits for its end."""
    try:
        incoming = load()
    except (ArticleError, ArchiveError) as error:
        problem = str(error)
        return lambda: problem
    note_place(incoming, places)
    if is_known(desk, incoming, replace=replace):
        return lambda: None
    if incoming.claims is not None:
        ready = _Taken(incoming)
        return lambda: ready
    future = pool.submit(pull_out, incoming.article, pipeline)
    return lambda: _ended(job, incoming, future)


def leave_with_parent() -> None:
    """End this worker process when the one that started it ends, however it does: a killed one cannot tell it."""
    parent = parent_process()

    def leave() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    Thread(target=leave, daemon=True).start()


def pull_out(article: Article, pipeline: str | None) -> Extraction:
    """Pull out an article's claims; what worker processes run."""
    return extract(article, pipeline=pipeline)


def _ended(job: Job, incoming: Incoming, future: Future[Extraction]) -> _Outcome:
    try:
        return _Taken(incoming, future.result())
    except BrokenExecutor as error:
        raise ArchiveError("a process that pulls out claims was ended", "add again, with fewer --workers") from error
    except (ValueError, RecursionError, MemoryError) as error:
        return f"{printable(job.path)}: no claims can be pulled out ({printable(str(error)) or type(error).__name__})"


def _store(desk: Desk, lot: Sequence[_Taken], *, replace: bool) -> tuple[list[int], int]:
    """Put articles with their claims and leads into the archive.

    Returns:
        How many claims each has whose text was not known, and how many former articles they replaced.
    """
    stored: list[int] = []
    rests: list[tuple[ClaimId, Source | None]] = []
    former = 0
    if not lot:
        return stored, former
    with uncollected(), desk.writing(), desk.index.gathering():
        for taken in lot:
            article, claims = taken.incoming.article, taken.incoming.claims
            if is_known(desk, taken.incoming, replace=replace):
                continue
            if replace and claims is not None:
                # The same words with other verdicts.
                former += remove(desk, own_articles(desk, taken.incoming))
            if claims is not None:
                ids = desk.articles.put_ready(article, claims, list(map(checked, taken.incoming.leads)))
                rests += zip(ids, map(source, taken.incoming.leads), strict=True)
                stored.append(len(claims))
            elif taken.extraction is not None:
                article_id = desk.articles.put(article, state=State.ARCHIVE).id
                desk.articles.store(article_id, taken.extraction, complete=True)
                stored.append(len(taken.extraction.claims))
        desk.sources.add([(claim_id, found) for claim_id, found in rests if found])
    return stored, former
