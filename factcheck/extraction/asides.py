"""Insertions that throw the parser off its sentence: ages, brackets, *I guess* and *it emerged*, words between dashes.

They are left out of what the parser sees. A bracket or a pair of dashes may hold a claim of its own, so that its
words are parsed by themselves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_INSERTION: Final = re.compile(
    r"""
    (?P<age> (?<=[^\W\d_]) (?<!January)(?<!February)(?<!March)(?<!April)(?<!June)(?<!July)(?<!August)
             ,\ (?:aged?\ )?(?:[1-9]?\d|1[01]\d)(?=[,.;!?)”"]|\ and\b|$)
             (?:,(?=\ )(?!\ (?:who|whose|whom|which|an?|the|\w+ing)\b|\ [^\W\d_a-z]))? )
  | (?P<hedge> ,\ (?:(?:I|we)\ (?:guess|think|mean|suppose|believe|imagine)|you\ know),(?=\ \w) )
  | (?P<nobody> ,\ it\ (?:(?:has|had|later|since|now|then|also)\ )*
                (?:emerged|transpired|turn(?:s|ed)\ out|seem(?:s|ed)|appear(?:s|ed)|(?:is|was|has\ been)\ (?:widely\ )?
                (?:understood|believed|thought|alleged|claimed|reported|rumou?red|feared|hoped|said))
                (?:,(?=\ \w)|(?:\ (?:last\ night|yesterday|today|tonight|this\ \w+|on\ \w+day))?(?=\.)) )
  | (?P<turn> (?: (?<=[\n"“‘(]) | (?<=[.!?]\ ) | (?<![\s\S]) )
              (?: (?:(?:As\ )?[Ii]t\ )?[Tt]urn(?:s|ed)\ out,\  | Turns\ out\ (?:that\ )?
                  | (?: As\ it\ (?:so\ )?(?:happen|transpire|emerge)(?:s|ed) | As\ luck\ would\ have\ it
                      | Speaking\ of\ which ),\  ) (?=\w) )
  | (?P<link> (?<=\w[.!?…]) (?:https?://|pic\.twitter\.com/|t\.co/)\S+
              (?:\ (?:https?://|pic\.twitter\.com/|t\.co/)\S+)* )
  | (?P<bracket> \ ?[(\[] (?P<in_bracket>[^()\[\]\n]{1,200}) [)\]] )
  | (?P<dash> \ (?P<mark>-|–|―|--)\ (?P<in_dash>[^–—―\n.!?;"“”]{3,160}?)\ (?P=mark)(?=\ )
            | \ ?—\ ?(?P<in_em>[^—\n.!?;"“”]{3,160}?)\ ?—(?=\ ?\w) )
    """,
    re.VERBOSE,
)


_SENTENCE: Final = 200
_OPENED: Final = re.compile(
    r"(?:^|[.!?] )(?:(?:And|But|So|Yet) )?(?:When|If|As|After|Before|Once|While|Until|Since|Because|Although"
    r"|Though|Whereas|Unless)\b[^.!?,]*$",
    re.IGNORECASE,
)
"""*When it came to port, it was reported*: what would be an insertion is the main clause."""
_SUBJECT: Final = re.compile(r" ?(?:(?:the|an?|his|her|its|their|our|he|she|it|they|we)\b|(?!I\b)[^\W\d_a-z])")
"""What a main clause begins with."""
_EDITED: Final = re.compile(
    r"(?!sic\b|laugh|applause|pause|inaudible|crosstalk|cheer)[^\W\d_][\w’'.-]*(?: [\w’'.-]+){0,5}", re.IGNORECASE
)
"""What an editor puts into somebody's words, so that the sentence needs it; not a remark on how they were said."""


@dataclass(frozen=True, slots=True)
class Aside:
    """An insertion in the draft."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    """The words within; empty for an age."""
    closing: bool
    """Belongs to the words before it, so that a claim which ends there takes it in."""
    pausing: bool = False
    """Its dashes end the clause before it, too, so that without it a comma stands there."""


def _is_between(before: str, match: re.Match[str]) -> bool:
    """Whether an insertion stands between a clause and the one that it opens: *When it leaked — in May — she left*."""
    return _OPENED.search(before) is not None and _SUBJECT.match(match.string, match.end()) is not None


def asides(text: str, start: int, end: int, taken: Sequence[tuple[int, int]] = ()) -> Iterator[Aside]:
    """Find the insertions in a stretch of the draft that touch none of the ``taken`` spans."""
    busy = iter([*taken, (end, end)])
    low, high = next(busy)
    for match in _INSERTION.finditer(text, start, end):
        while high <= match.start() and high < end:
            low, high = next(busy)
        if match.end() > low and match.start() < high:
            continue
        kind = match.lastgroup
        if kind == "nobody" and _OPENED.search(text[max(start, match.start() - _SENTENCE) : match.start()]):
            continue
        inner = match.group("in_bracket")
        edited = inner is not None and text[match.start("in_bracket") - 1] == "[" and _EDITED.fullmatch(inner)
        if edited or (inner is not None and inner.isalpha() and text[match.end() : match.end() + 1].isalpha()):
            # *“[The wall] is cracked”*, *“(T)he wall is cracked”*: only the marks are left out
            first, last = match.span("in_bracket")
            yield Aside(first - 1, first, first, first, closing=False)
            yield Aside(last, last + 1, last + 1, last + 1, closing=True)
            continue
        for name in ("in_bracket", "in_dash", "in_em"):
            if match.group(name) is not None:
                bracket = name == "in_bracket"
                first, last = match.span(name)
                pausing = not bracket and _is_between(
                    text[max(start, match.start() - _SENTENCE) : match.start()], match
                )
                yield Aside(match.start(), match.end(), first, last, closing=bracket, pausing=pausing)
                break
        else:
            if kind is not None:
                yield Aside(match.start(), match.end(), match.end(), match.end(), closing=kind == "age")
