"""Examining an article in a process of its own, so that who looks at it meanwhile waits for nothing.

spaCy keeps the interpreter to itself for tenths of a second at a time: in a thread beside the screen it would make one
key in twenty wait that long. The process gets the article on standard input, tells how far it is on standard output,
and ends when nobody listens any more.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Final

from factcheck.errors import ExtractError, FactcheckError, printable
from factcheck.model import Extraction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcheck.extraction import Progressed
    from factcheck.model import Article

_POLITE: Final = 5
"""So much lower than the screen's is its priority: keys come first."""


def examine(
    article: Article, *, pipeline: str | None = None, progress: Callable[[Progressed], None] | None = None
) -> Extraction:
    """Do what `factcheck.consistency.examine` does, in another process.

    Args:
        article: As it was read.
        pipeline: Name of an installed spaCy pipeline, None for the default one.
        progress: Called as it goes on; what it raises ends the process, and is let through.

    Raises:
        ExtractError: The pipeline is not installed, or the process came to a bad end.
    """
    # -P: a module that lies in the folder of the draft is never imported. Standard error belongs to the screen.
    command = [sys.executable, "-P", "-m", __name__]
    with subprocess.Popen(  # noqa: S603  # our own program
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        try:
            with suppress(OSError):  # it has ended already; there will be no answer
                pickle.dump((article, pipeline), _there(process.stdin))
                _there(process.stdin).close()
            for answer in _answers(_there(process.stdout)):
                if isinstance(answer, Extraction):
                    return answer
                if isinstance(answer, FactcheckError):
                    raise answer
                if progress is not None:
                    progress(answer)
        finally:
            process.kill()
    raise ExtractError(
        "the process that looks for claims came to a bad end", "try again; there may be too little memory"
    )


def _there(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise RuntimeError("it was not asked for")
    return stream


def _answers(stream: IO[bytes]) -> Iterator[Progressed | Extraction | FactcheckError]:
    with suppress(EOFError, OSError, pickle.UnpicklingError):
        while True:
            yield pickle.load(stream)  # noqa: S301  # what our own process says


def main() -> None:
    """Examine what comes on standard input."""
    if hasattr(os, "nice"):
        os.nice(_POLITE)
    from factcheck.consistency import examine as examine_here

    told = sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever a library prints is no answer

    def tell(what: Progressed | Extraction | FactcheckError) -> None:
        pickle.dump(what, told)
        told.flush()

    article, pipeline = pickle.load(sys.stdin.buffer)  # noqa: S301  # what our own process says
    try:
        tell(examine_here(article, pipeline=pipeline, progress=tell))
    except FactcheckError as error:
        tell(error)
    except BrokenPipeError:
        os._exit(0)  # nobody listens any more
    except Exception as error:  # noqa: BLE001  # told to the checker by the other process
        tell(ExtractError(f"the claims cannot be pulled out: {printable(repr(error))[:200]}"))


if __name__ == "__main__":
    main()
