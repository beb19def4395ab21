"""The app in a browser of the same machine: ``factcheck serve``. Needs the extra ``web``."""

from __future__ import annotations

from factcheck.web.server import serve

__all__ = ["serve"]
