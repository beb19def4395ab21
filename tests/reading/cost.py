"""What reading a file costs, seen from a small process: a child's peak of memory begins with its parent's."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SCRIPT = """
import json, resource, sys
from factcheck.errors import ArticleError
from factcheck.reading import read
try:
    read(sys.argv[1])
    outcome = "read"
except ArticleError as error:
    outcome = error.what.removeprefix(f"{sys.argv[1]} ")
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([outcome, used.ru_utime + used.ru_stime, used.ru_maxrss]))
"""


def cost(data: bytes, suffix: str, folder: Path) -> tuple[str, float, int]:
    """Read a file as the command line does.

    Returns:
        ``read`` or why it was not, CPU seconds, and kilobytes of memory at the peak.
    """
    path = folder / f"story{suffix}"
    path.write_bytes(data)
    done = subprocess.run([sys.executable, "-c", _SCRIPT, path], capture_output=True, check=True)
    outcome, seconds, kilobytes = json.loads(done.stdout)
    return outcome, seconds, kilobytes
