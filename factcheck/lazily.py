"""Packages that import what they offer when it is first asked for, so that the window need not wait for it."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def lazily(package: str, **names: str) -> Callable[[str], object]:
    """Make a package's ``__getattr__``, which Python calls for a name that the package does not have yet.

    The package says the same to type checkers by imports under ``TYPE_CHECKING``. A name must not be that of a module.

    Args:
        package: Its ``__name__``.
        names: By module of the package, the names that are found there, divided by blanks.
    """
    modules = {name: f"{package}.{module}" for module, found in names.items() for name in found.split()}

    def get(name: str) -> object:
        if name not in modules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found: object = getattr(import_module(modules[name]), name)
        setattr(sys.modules[package], name, found)
        return found

    return get
