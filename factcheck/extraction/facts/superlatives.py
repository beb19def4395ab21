"""Superlatives and claims to be the only or first one, which a desk verifies, qualifies or cuts."""

from __future__ import annotations

import re
from typing import Final

from factcheck.extraction.facts.patterns import GAP, HYPHEN, LOOSE, Reader, rule, span, words
from factcheck.model import Fact, FactKind
from factcheck.normalise import fold

_PLAIN: Final = (
    "big large great small high low old young long short tall wide deep fast slow strong weak rich poor hot cold wet "
    "dry warm cool bright dark loud quiet busy happy deadly bloody wealthy healthy costly dirty clean cheap tough hard "
    "safe rare fierce brave wise broad narrow thick thin steep smart lonely cruel grave heavy light sharp early few"
)


def _superlative(word: str) -> str:
    if word.endswith("y"):
        return f"{word[:-1]}iest"
    if word.endswith("e"):
        return f"{word}st"
    if word in {"big", "hot", "wet", "thin"}:
        return f"{word}{word[-1]}est"
    return f"{word}est"


_EST_WORDS: Final = (*map(_superlative, _PLAIN.split()), "worst", "oldest", "eldest")
_EST: Final = words("|".join(_EST_WORDS))
_RANK: Final = words("second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[2-9]th|2nd|3rd|10th")
_OWNER: Final = rf"(?:{words('the|its|their|his|her|our|a')}|[\w’']{{1,40}}['’]s?)"

_RULES: Final = (
    rule(_EST_WORDS, rf"\b(?:{_RANK}{LOOSE})?(?:(?:all{HYPHEN}time|ever){LOOSE})?{_EST}\b(?:{HYPHEN}ever\b)?"),
    rule(
        ("most", "least"),
        rf"\b{_OWNER}{GAP}(?P<fact>(?:{_RANK}{LOOSE})?{words('most|least')}{GAP}(?:well{LOOSE})?[a-z]{{4,}})\b",
    ),
    rule(("most", "least"), rf"\b{_RANK}{LOOSE}{words('most|least')}{LOOSE}[a-z]{{4,}}\b"),
    rule(
        ("only", "sole", "lone", "best", "top"),
        rf"\b{_OWNER}{GAP}(?P<fact>{words('only|sole|lone|best|top')})(?={GAP}[^\W\d_])",
    ),
    rule(("best", "top"), rf"\bone{GAP}of{GAP}the{GAP}(?P<fact>{words('best|top')})\b"),
    rule(
        ("ever", "unprecedented", "seen"),
        rf"\b(?:first{HYPHEN}ever|the{GAP}first{GAP}ever|unprecedented|never{HYPHEN}before{HYPHEN}seen)\b",
    ),
    rule(
        ("record", "time"),
        rf"\b{words('record|all-time')}{LOOSE}{words('high|low|highs|lows|number|breaking|setting')}\b",
    ),
    rule(("record",), rf"\ba{GAP}(?P<fact>record)(?={GAP}[$£€]?[0-9])"),
    rule(
        ("first",),
        rf"\b(?:{_OWNER}){GAP}(?P<fact>first){GAP}[^\W\d_][^.,;!?\n]{{0,40}}?{GAP}(?:ever|in{GAP}history|of{GAP}its{GAP}kind)\b",
        0,
    ),
)


_NEXT_NAMED = re.compile(rf"{GAP}[A-Z]")
_INSIDE = re.compile(r"[\w,] \Z")
_SMALL = re.compile(r"\b[a-z]{4,}\b")
_LEAST: Final = 3
"""Long words that a line writes small, from which it is no headline that gives each word a capital."""
_NEAR: Final = 200
"""Code points around a superlative that are looked at for them."""


def _is_in_name(text: str, begin: int, end: int) -> bool:
    """Whether a superlative has its capitals as a part of a name: *the film “A Most Happy Yard”*."""
    capital = all(word[0].isupper() for word in text[begin:end].split())
    if not capital or not _NEXT_NAMED.match(text, end) or not _INSIDE.search(text, max(0, begin - 2), begin):
        return False
    before, after = text[max(0, begin - _NEAR) : begin], text[end : end + _NEAR]
    return len(_SMALL.findall(before.rpartition("\n")[2] + after.partition("\n")[0])) >= _LEAST


def _superlative_fact(found: re.Match[str]) -> Fact | None:
    begin, end = span(found)
    if _is_in_name(found.string, begin, end):
        return None
    return Fact(FactKind.SUPERLATIVE, begin, end, found.string[begin:end], fold(found.string[begin:end]))


READERS: Final = tuple(Reader(rule, _superlative_fact) for rule in _RULES)
"""Superlatives; the value is the folded words."""
