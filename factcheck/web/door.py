"""Who may come in: only the browser that was given the link, only from our own page, only under our own name.

Any page that somebody visits may send requests to 127.0.0.1. The `Host` gives away a name of theirs that points here,
the `Origin` a page of theirs that opens a socket; and neither has the session.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_BYTES = 32
"""Of randomness in a token and in a session."""


def _secret() -> str:
    return secrets.token_urlsafe(_BYTES)


def _same(given: str, known: str) -> bool:
    return secrets.compare_digest(given.encode("utf-8", "replace"), known.encode())


@dataclass(slots=True)
class Door:
    """The lock of one server.

    Args:
        port: Where the server listens.
        announce: Told the link that lets one browser in, whenever there is a new one.
    """

    port: int
    announce: Callable[[str], None]
    _token: str = field(init=False, default_factory=_secret, repr=False)
    _sessions: list[str] = field(init=False, default_factory=list, repr=False)

    @property
    def cookie(self) -> str:
        """The name of the session's cookie: browsers do not keep the cookies of two ports apart."""
        return f"factcheck-{self.port}"

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names under which the server answers."""
        names = ("127.0.0.1", "localhost")
        # A browser leaves the usual port away.
        return tuple(f"{name}:{self.port}" for name in names) + (names if self.port == 80 else ())

    def invite(self) -> None:
        """Make a new link; the former one opens nothing any more."""
        self._token = _secret()
        self.announce(f"http://127.0.0.1:{self.port}/?token={self._token}")

    def enter(self, token: str) -> str | None:
        """Use a token up.

        Returns:
            A session; None when the token is not the present one.
        """
        if not _same(token, self._token):
            return None
        session = _secret()
        self._sessions.append(session)
        self.invite()
        return session

    def knows(self, session: str) -> bool:
        """Whether a session was given out here."""
        return any(_same(session, known) for known in self._sessions)

    def is_own_page(self, host: str, origin: str) -> bool:
        """Whether a request under this host comes from a page of this server."""
        return host in self.hosts and origin == f"http://{host}"
