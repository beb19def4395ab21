"""The console script: ``factcheck`` and ``python -m factcheck``."""

from __future__ import annotations

import sys

from factcheck.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
