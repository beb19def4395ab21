"""What the desk demands before sign-off: second reads, and sources such as ``1 primary or 2 secondary``."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from factcheck.model import SourceKind, Verdict
from factcheck.normalise import fold, number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.model import ClaimRecord, Source

_INDEPENDENT: Final = "independent"
_KINDS: Final[Mapping[str, SourceKind]] = {
    **{kind.value: kind for kind in SourceKind},
    **{f"{kind.value}s": kind for kind in (SourceKind.PERSON, SourceKind.DOCUMENT)},
}
_MOST: Final = 99


@dataclass(frozen=True, slots=True)
class Demand:
    """So many sources, of one kind or of any."""

    count: int
    kind: SourceKind | None = None
    independent: bool = False
    """Whether only those count that differ from each other in name and in host."""

    def counted(self, sources: Sequence[Source]) -> int:
        """How many of these sources count; a primary one is as good as a secondary one."""
        kinds = {SourceKind.PRIMARY, SourceKind.SECONDARY} if self.kind is SourceKind.SECONDARY else {self.kind}
        counting = [source for source in sources if self.kind is None or source.kind in kinds]
        return independent(counting) if self.independent else len({fold(source.name) for source in counting})

    def __str__(self) -> str:
        kind = self.kind.value if self.kind else ""
        plain = "" if kind or self.independent else "source" if self.count == 1 else "sources"
        return " ".join(filter(None, (str(self.count), _INDEPENDENT * self.independent, kind, plain)))


@dataclass(frozen=True, slots=True)
class Rule:
    """Several demands of which one must be met."""

    demands: tuple[Demand, ...]

    def met_by(self, sources: Sequence[Source]) -> bool:
        """Whether these sources are enough."""
        return any(demand.counted(sources) >= demand.count for demand in self.demands)

    def __str__(self) -> str:
        return " or ".join(map(str, self.demands))


@dataclass(frozen=True, slots=True)
class Rules:
    """What the desk demands; nothing where there is no rule."""

    verified: Rule | None = None
    """For a verified claim."""
    anonymous: Rule | None = None
    """In its place, for one that an anonymous source says."""
    second_read: bool = False
    """Whether each verdict wants a second reader."""

    def shortfall(self, record: ClaimRecord) -> str:
        """What a verified claim lacks, in words; empty when it lacks nothing, or is not verified."""
        by = record.claim.attribution
        rule = (self.anonymous if by is not None and not by.named else None) or self.verified
        # A lead says where to look, not what was found.
        sources = [source for source in record.sources if not source.is_lead]
        if record.verdict is not Verdict.VERIFIED or rule is None or rule.met_by(sources):
            return ""
        return f"is verified {_counted(sources)}{_apart(sources, rule)}; the desk wants {rule}"

    def wants_second_read(self, record: ClaimRecord) -> bool:
        """Whether a claim has a verdict that nobody but who gave it has read."""
        unread = record.second is None or record.second_reader == record.checker
        return self.second_read and record.verdict is not None and unread


NO_RULES: Final = Rules()
"""Of a desk that demands nothing."""


def parse_rule(text: str) -> Rule:
    """Read a rule: a number, where wanted ``independent``, where wanted a kind; several of these with ``or``.

    Raises:
        ValueError: when it cannot be read; the text says why.
    """
    return Rule(tuple(map(_demand, f" {text.casefold()} ".split(" or "))))


def _demand(text: str) -> Demand:
    count, *words = text.split() or [""]
    wanted = number(count)
    if not isinstance(wanted, int) or not 0 < wanted <= _MOST:
        raise ValueError(f"{count!r} is no number of sources" if count else "a number of sources is missing")
    if words[-1:] in (["source"], ["sources"]):
        words.pop()
    is_independent = words[:1] == [_INDEPENDENT]
    kinds = words[is_independent:]
    if any(kind not in _KINDS for kind in kinds) or len(kinds) > 1:
        raise ValueError(f"{' '.join(kinds)!r} is no kind of source; the kinds are {', '.join(SourceKind)}")
    return Demand(wanted, _KINDS[kinds[0]] if kinds else None, is_independent)


def independent(sources: Sequence[Source]) -> int:
    """How many of these sources differ from each other in name and in the host that they stand on, at most."""
    hosts: dict[str, list[str]] = {}
    for at, source in enumerate(sources):
        # What stands on no host shares none.
        hosts.setdefault(fold(source.name), []).append(host_of(source.locator) or f" {at}")
    # Each name is matched with a host of its own; one that finds all of its hosts taken pushes another name on.
    owners: dict[str, str] = {}

    def seat(name: str, tried: set[str]) -> bool:
        for host in hosts[name]:
            if host not in tried:
                tried.add(host)
                if host not in owners or seat(owners[host], tried):
                    owners[host] = name
                    return True
        return False

    return sum(seat(name, set()) for name in hosts)


def host_of(locator: str) -> str:
    """The host of an address, without ``www``; empty when the locator is none."""
    address = locator.strip()
    if "://" not in address and not address.casefold().startswith("www."):
        return ""
    try:
        host = urlsplit(address if "://" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    return host.rstrip(".").removeprefix("www.")


def _counted(sources: Sequence[Source]) -> str:
    counts = Counter(source.kind for source in sources)
    told = [f"{counts[kind]} {kind.value}" for kind in SourceKind if counts[kind]]
    return f"by {' and '.join(told)} source{'' if len(sources) == 1 else 's'}" if told else "without a source"


def _apart(sources: Sequence[Source], rule: Rule) -> str:
    """How many of the sources are not the same ones, where that is why they are too few."""
    names = len({fold(source.name) for source in sources})
    if sources and any(demand.independent for demand in rule.demands):
        return f" ({independent(sources)} {_INDEPENDENT})"
    return f" (of {names} name{'' if names == 1 else 's'})" if names < len(sources) else ""
