"""Reading a file in a process of its own, so that a hostile one costs neither the app nor the machine.

The process has limits on its time and memory, gets the bytes on standard input and answers with JSON; it neither writes
files nor asks the network. What it cannot read ends as one line for the checker.
"""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from factcheck.errors import ArticleError, FactcheckError, UsageError, printable
from factcheck.model import Annotation, AnnotationKind, Article, Block, Draft, Role
from factcheck.reading.format import TEXT_ALONE, ReadOptions

if TYPE_CHECKING:
    from factcheck.reading.format import Format

SECONDS: Final = 12
"""Of work, and half as much again of waiting."""
MEGABYTES: Final = 1024
"""Of address space, of which a Python with its libraries takes a third without using it."""
OWN_MEGABYTES: Final = 256
"""Of memory that it fills itself; some 40 of the libraries' own come on top."""


def read(format_: Format, data: bytes, source: str, options: ReadOptions) -> Article:
    """Read a file as `Format.read` does, with limits.

    Raises:
        ArticleError: as the format's reader, or because a limit was reached.
    """
    name = printable(source)
    command = _command(format_.suffixes[0], source, options)
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS * 1.5, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise ArticleError(f"{name} takes too long to read", TEXT_ALONE) from None
    except (OSError, ValueError) as error:
        raise ArticleError(f"{name} cannot be read: {printable(str(error))}", TEXT_ALONE) from None
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        raise ArticleError(_why(name, done.returncode, done.stderr), TEXT_ALONE) from None
    if "error" in answer:
        kind = UsageError if answer["usage"] else ArticleError
        raise kind(answer["error"], answer["todo"])
    return _article(answer)


def _why(name: str, code: int, said: bytes) -> str:
    """Why the process ended without an answer."""
    last = said.decode("utf-8", "replace").strip().rpartition("\n")[2]
    if code < 0 or not last or "MemoryError" in last:
        return f"{name} takes more time or memory to read than any article"
    return f"{name} cannot be read: {printable(last)[:200]}"


def _command(suffix: str, source: str, options: ReadOptions) -> list[str]:
    told = {name: getattr(options, name) for name in ("encoding", "declared", "as_original", "whole_page")}
    # -P: a module that lies in the folder of the draft is never imported.
    return [sys.executable, "-P", "-m", "factcheck.reading.guarded", suffix, source, json.dumps(told)]


def _article(answer: dict[str, Any]) -> Article:
    draft = Draft(
        answer["text"],
        tuple(Block(start, end, Role(role), reason) for start, end, role, reason in answer["blocks"]),
        annotations=tuple(
            Annotation(start, end, AnnotationKind(kind), text, author)
            for start, end, kind, text, author in answer["annotations"]
        ),
        pages=tuple(answer["pages"]),
    )
    published = answer["published"]
    return Article(
        answer["title"],
        draft,
        answer["source"],
        answer["dek"],
        answer["byline"],
        date.fromisoformat(published) if published else None,
        tuple(answer["warnings"]),
    )


def _answer(article: Article) -> dict[str, Any]:
    draft = article.draft
    return {
        "title": article.title,
        "source": article.source,
        "dek": article.dek,
        "byline": article.byline,
        "published": article.published.isoformat() if article.published else None,
        "warnings": article.warnings,
        "text": draft.text,
        "blocks": [(block.start, block.end, block.role.value, block.reason) for block in draft.blocks],
        "annotations": [(*asdict(one).values(),) for one in draft.annotations],
        "pages": draft.pages,
    }


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows has none: there the waiting time is the limit
        return
    wanted = {
        resource.RLIMIT_CPU: SECONDS,
        resource.RLIMIT_AS: MEGABYTES << 20,
        resource.RLIMIT_DATA: OWN_MEGABYTES << 20,
        resource.RLIMIT_CORE: 0,
    }
    for kind, most in wanted.items():
        # macOS refuses limits on memory; where the system's own limit is lower, that holds.
        with suppress(ValueError, OSError):
            hard = resource.getrlimit(kind)[1]
            least = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(kind, (least, least))


def main() -> None:
    """Read what comes on standard input, by the suffix, the source and the options that the arguments tell."""
    from factcheck.reading.files import FORMATS

    suffix, source, options = sys.argv[1:4]
    data = sys.stdin.buffer.read()
    _limit()
    try:
        answer = _answer(FORMATS[suffix].read(data, source, ReadOptions(**json.loads(options))))
    except FactcheckError as error:
        answer = {"error": error.what, "todo": error.todo, "usage": isinstance(error, UsageError)}
    except (MemoryError, RecursionError):
        what = f"{printable(source)} takes more memory to read than any article"
        answer = {"error": what, "todo": TEXT_ALONE, "usage": False}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
