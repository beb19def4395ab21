"""Writing in the checker's own editor, as ``VISUAL`` or ``EDITOR`` names it."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from factcheck.errors import UsageError, printable


def command() -> list[str]:
    """How the editor is called, without the file.

    Raises:
        UsageError: when none is named.
    """
    named = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
    try:
        words = shlex.split(named)
    except ValueError:  # an unclosed quotation mark
        words = []
    if not words:
        raise UsageError("no editor is named", "set VISUAL or EDITOR, such as VISUAL=nano")
    return words


def edit(text: str, editor: list[str]) -> str:
    """Let the checker write in an editor, which has the terminal meanwhile.

    The file is for nobody else to read, and goes when the editor ends.

    Returns:
        What was saved, without the line end that editors add.

    Raises:
        UsageError: when the editor cannot be run, or ends with an error; nothing is taken over then.
    """
    with tempfile.TemporaryDirectory(prefix="factcheck-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "note.txt"
        path.write_text(text, "utf-8", errors="replace")
        try:
            done = subprocess.run([*editor, str(path)], check=False)  # noqa: S603  # what the checker chose
        except OSError as error:
            raise UsageError(
                f"{printable(editor[0])} cannot be run: {error.strerror}", "set VISUAL or EDITOR"
            ) from None
        if done.returncode:
            raise UsageError(f"{printable(editor[0])} ended with {done.returncode}", "the text is as it was")
        try:
            return path.read_text("utf-8", errors="replace").removesuffix("\n")
        except OSError:
            raise UsageError(f"{printable(editor[0])} left no text", "the text is as it was") from None
