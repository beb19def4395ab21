"""Somebody who says something in the draft."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import Attribution


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who says something, at the place where the text names them."""

    speaker: str
    start: int
    end: int
    person: str | None
    named: bool
    cue: str | None = None
    one: bool = True
    """Whether it may be one human being, whom *he* or *she* can mean: no body, no paper and no more than one."""

    def attribution(self, *, quote: bool) -> Attribution:
        """What a claim carries."""
        return Attribution(self.speaker, self.start, self.end, self.person, self.cue, self.named, quote)
