"""Dates that name a day, month, year, season, decade, century or hour: a table of phrases, each with what it means."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from factcheck.extraction.cues import SAYING
from factcheck.extraction.facts import calendar
from factcheck.extraction.facts.calendar import phrase, unresolved
from factcheck.extraction.facts.patterns import (
    DASH,
    DASHES,
    DIGITS,
    FOUR_DIGITS,
    GAP,
    HYPHEN,
    HYPHENS,
    LOOSE,
    PART_OF_DAY,
    STREET,
    TENS,
    group,
    tens,
    words,
)
from factcheck.extraction.given_names import is_given
from factcheck.normalise import ordinal

if TYPE_CHECKING:
    from factcheck.extraction.facts.calendar import Context

_LONG_MONTH: Final = words("|".join(calendar.MONTHS))
_MONTH: Final = rf"(?P<month>{_LONG_MONTH}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_PLAIN_MONTHS: Final = ("January", "February", "July", "September", "October", "November", "December")
_PLAIN_MONTH: Final = rf"(?P<month>{words('|'.join(_PLAIN_MONTHS))})\b"
_NAME_MONTHS: Final = ("March", "April", "May", "June", "August")
"""Those that are names and words, too."""
_NAME_MONTH: Final = rf"(?P<month>{words('|'.join(_NAME_MONTHS))})\b"
_BORNE = re.compile(rf"\b([A-Z][a-z]+){GAP}({words('|'.join(_NAME_MONTHS))})\b(?!{GAP}[0-9])")
"""Where a month may be somebody's last name: *Robert May*."""
_TO: Final = f"{GAP}(?:to|and|or|through|until|till){GAP}"
_TO_MONTH = re.compile(rf"{_TO}{_LONG_MONTH}\b")
_MONTH_TO = re.compile(rf"\b(?:(?:[Ii]n|[Ss]ince|[Uu]ntil|till|[Dd]uring|through){GAP}|{_LONG_MONTH}{_TO})\Z")
"""What stands before a month and hardly ever before somebody."""
_WEEKDAY: Final = words("|".join(calendar.WEEKDAYS))
_SHOW: Final = rf"Night{GAP}{words('Live|Football|Baseball|Lights|Fever|Takeaway|Raw')}"
"""What makes the name of a programme or a film of a day: *Saturday Night Live*."""
_SHORT_WEEKDAY: Final = rf"(?:{_WEEKDAY}|(?:Mon|Tues?|Wed|Thu|Thurs|Fri|Sat|Sun)\b\.?)"
_DAY: Final = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![\w:%]|[.,/][0-9])"
_BEHIND_DAY: Final = (
    "in|at|for|with|when|where|while|before|after|by|on|from|as|because|but|and|respectively|the|he|she|it|they|we|I"
)
"""What a sentence may go on with behind a day that has no month of its own."""
_YEAR: Final = r"(?:1[0-9]{3}|20[0-9]{2})(?![\w%]|[.,:][0-9])"
_OTHER_YEAR: Final = "(?:1[5-9]|20)[0-9]{2}"
_BARE_YEAR: Final = rf"(?<![\w.,:/$£€#-]){_OTHER_YEAR}"


def _behind(*quantifiers: str, year: str = "[0-9]{4}", case: str = "i") -> str:
    """Where a year stands right behind one of these, in either case or, with ``-i``, as they are given."""
    gaps = (quantifier.replace(" ", GAP) for quantifier in quantifiers)
    return "|".join(rf"(?<=\b(?{case}:{words}){GAP}{year})" for words in gaps)


_PERSONS: Final = words("people|men|women|children|schoolchildren|adults|boys|girls|patients|pupils|students|voters")
_ROUND: Final = "[0-9]{2}[05]0"
"""What *up to* and *around* make of a count: *up to 1900 men* came, but *up to 1914 men* stayed."""
_QUANTIFIED: Final = (
    _behind("more than", "less than", "fewer than", "at least", "some", "nearly", "almost", "roughly")
    + "|"
    + _behind("up to", year=_ROUND)
)
_GATHERED: Final = (
    *("survey", "poll", "study", "sample", "total", "group"),
    *("crowd", "audience", "population", "crew", "force", "workforce"),
)
_OF_PERSONS: Final = (
    _behind("over", *(f"{gathered} of" for gathered in _GATHERED)) + "|" + _behind("about", "around", year=_ROUND)
)
_SINCE: Final = ("By", "From", "In", "Before", "After", "Since", "since", "Until", "until")
_ABOUT_A_YEAR: Final = _behind(
    "Around", *(f"{since} {about}" for since in _SINCE for about in ("about", "around")), case="-i"
)
"""What no count follows: *By around 1950 women …*, though it was *signed by around 1950 women*."""
_THINGS: Final = (
    rf"(?!{words('levels|figures|prices|rates|results|totals|highs|lows')}\b)[a-z]{{3,}}s\b"
    rf"(?!{GAP}{words('the|a|an|its|his|her|their')}\b)"
)
"""A plural, and no verb with what it does something to: *1945 marks the end*."""
_COUNT: Final = (
    rf"(?!{_ABOUT_A_YEAR})"
    rf"(?:(?:{_OF_PERSONS}|{_QUANTIFIED}){GAP}{_PERSONS}|(?:{_QUANTIFIED}){GAP}{_THINGS})\b"
)
"""What makes a count of a year: *a survey of 1709 pupils*, *more than 1900 farms*, not *more than 2019 levels*."""
_STREET: Final = words(
    f"{STREET}|Dr|Ln|Court|Ct|Place|Pl|Way|Parkway|Pkwy|Highway|Hwy|Circle|Square|Row|Turnpike|Pike|Trail|Alley"
    "|Plaza|Loop"
)
_HOUSE: Final = (
    rf"(?:[0-9]{{2}}00(?:(?:{GAP}{words('and|or|to')}{GAP}|{DASH})[0-9]{{2}}00)?"
    rf"{GAP}blocks?{GAP}{words('of|on|along')}{GAP}(?:the{GAP})?[A-Z0-9]"
    rf"|(?<=\b[Aa]t{GAP})[0-9]{{4}}{GAP}(?:(?:[A-Z][\w.’'-]*|[0-9]{{1,3}}(?:st|nd|rd|th)){GAP}){{1,4}}{_STREET}\b"
    rf"(?!{GAP}[A-Z][a-z]))"
)
"""What makes the number of a house of a year: *the 1900 block of Elm Street*, *at 2010 Elm Ave.*"""
_SEASONS: Final = frozenset((*calendar.SEASONS, "fall"))
_SEASON: Final = rf"(?P<season>{words('|'.join(sorted(_SEASONS)))})"
_ABOUT: Final = (
    rf"(?:\b(?:[Ee]arly|[Ll]ate|[Mm]id){LOOSE}"
    rf"|\b(?:[Tt]he{GAP})?(?:very{GAP})?{words('start|beginning|end|middle|close|turn')}{GAP}of{GAP})"
)
_OF_YEAR: Final = rf"(?P<of>{words('last|this|next')}){GAP}year\b"
_WHICH: Final = (
    rf"(?P<which>{words('[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?|[Tt]hat')}"
    rf"|{words('[Tt]he following|[Tt]he previous|[Tt]he same')})"
)
_PREPOSITION: Final = words(
    "in|since|until|till|by|from|to|through|during|of|before|after|between|and|or|for|ended|the"
    "|In|Since|Until|By|From|During|Before|After|Between|The"
)
_QUARTER: Final = words("[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth")
_WITHIN: Final = rf"(?:(?!\.[”’\"]?{GAP}[“‘\"]?[A-Z])[^!?\n])"
"""What stands in a sentence, character by character: no stop with a capital behind it."""
_ACCOUNT: Final = "[Ee]arnings|[Ss]ales|[Rr]evenues?|[Pp]rofits?|[Ii]ncome|GDP"
"""What is told of a quarter of a firm's year; a game has quarters, too, in which there are hardly any of these."""
_RESULT: Final = "[Ll]oss(?:es)?|[Gg]rowth|[Rr]esults"
"""What a game has, too, but neither net nor in money or per cent."""
_ACCOUNTED: Final = (
    rf"\b(?:{words(_ACCOUNT)}\b|{words('[Nn]et|[Qq]uarterly|[Oo]perating|[Ff]inancial')}{GAP}{words(_RESULT)}\b"
    rf"|(?:[Ee]arned|{words(_RESULT)})\b{_WITHIN}{{0,20}}?(?:[$£€]|[0-9](?:%|{GAP}per{GAP}?cent\b|{GAP}cents\b)))"
)
_ZONE: Final = r"(?:[ECMP][SD]?T|GMT|UTC|BST|CEST)"
_ZONES: Final = frozenset(zone + kind + "t" for zone in "ecmp" for kind in ("", "s", "d")) | {
    "gmt",
    "utc",
    "bst",
    "cest",
}
"""Without one of these no time is told by its zone."""

_AHEAD = re.compile(
    r"\b(?:will|shall|scheduled|expect(?:s|ed)?|upcoming|due|starts|begins|(?:is|are) set|to be"
    r"|(?:plan|intend|hope)s? to|(?:may|might|must)(?!-| (?:(?:not|well|also|still|even|\w+ly) )*have\b)"
    r"|would(?! (?:not|(?:\w+ly )?have|neither|later|often|always|sometimes|usually|go on to)\b)"
    r"|(?:re)?opens|closes|resumes|expires|premieres|airs|kicks off|gets under way|takes? effect|ha(?:s|ve) until"
    r"|comes? (?:out|into (?:force|effect))|(?:turns|tips? off|kick off) (?=[0-9]|at |on )"
    r"|runs? (?:through|until|till)|(?<!\b[Tt]he )(?<!\ba )(?:plays?|hosts?) (?=(?:at |against )?(?:the )?[A-Z])"
    r"|goes? (?:to the polls|on (?:sale|trial|show|display|air)|into effect))\b|['’]ll\b"
    r"|(?:\b(?:is|are)|['’]re) (?:\w+ly |also |then )*(?:going )?to "
    r"(?!(?:blame|have|the|an?|my|our|your|his|her|its|their)\b)[a-z]"
    r"|\b(?:is|are) (?:on )?$"
    r"|\b(?:when|until|till|once|before|after|if) (?:(?:[\w.’'-]+ ){1,4}?(?:is|are)|(?:he|she|it) [a-z]+s"
    r"|(?:they|we|you) (?:meet|play|face|vote|return|open|close|start|begin|appear|gather|go|leave|arrive|travel|head"
    r"|take))\b(?!.*\b(?:was|were|had|did|(?<!\bis )(?<!\bare )(?<!\bbe )[a-z]+ed)\b)"
)
"""What tells that something is to come; *would not comment*, *would later say* and *might have seen it* are past.
Behind *when*, the present does so, too: *when he is sentenced on Monday*."""
_FROM_A_DAY: Final = re.compile(rf"\b(?:{_WEEKDAY})\b")
"""A day before one that *would* come: *they said on Sunday that they would sail on Monday* counts from that."""
_TELLS: Final = rf"(?:{'|'.join(sorted(verb for verb in SAYING if verb.endswith('ed')))}|said|told|wrote|swore|found)"
_TOLD = re.compile(rf"(?<!\bwho )(?<!\bwhich )(?<!\bthat )\b{_TELLS}\b|\b{_TELLS} (?:(?:on|in|early|late|last) )*$")
"""Who said so; *the court will hear a man who warned of it on Friday* only tells who that is."""
_APART = re.compile(r", (?:on|in|by|from|until|at) $")
"""What stands before a phrase that goes on with what was said: *It will close, the mayor said, on Friday*."""
_PARTED = re.compile("[:;]|, according to ")
_PASSIVE = re.compile(r"\b(?:be|being|get) (?:\w+ly )?\Z")
_IRREGULAR: Final = (
    "fell|rose|sank|began|begun|won|lost|sold|bought|built|held|made|born|found|shot|met|left|came|went|took|taken|ran"
    "|broke|broken|struck|hit|grew|grown|stolen|gave|given|sent|spent|written|wrote|drawn|chosen|shut|hurt|kept|paid"
    "|caught|taught|brought|dealt|swept|threw|thrown|flew|flown|drove|driven|rode|tore|torn|froze|frozen|seen|saw|done"
    "|did|spoke|spoken|chose|swam|sang|sung|hung|hid|hidden|shown|led|fled|heard|stood|became|thought|knew|felt|laid"
)
"""Past tenses and participles that do not end in *ed*."""
_DONE = re.compile(
    r"(?<!\bbe )(?<!\bget )\b(?!(?:scheduled|planned|expected|slated|supposed|required|proposed|projected|needed"
    r"|postponed|delayed|deferred|timed|booked|intended|destined|shed|need|speed|feed|seed|deed)\b)"
    rf"(?:[a-z]{{2,}}ed|{_IRREGULAR})"
    r",? (?:only |first |again |last )?(?:(?:back in|in|on|during) )?(?:early |late |mid-)?$"
)
"""What was done on a day or in a month, right before it: *was sold in January*, whatever month is near."""
_TELLING = re.compile(
    r"\b(?:(?:was|were|had|to have|who|which|that|those|he|she|it|they|we|I) (?:\w+ly |then |later |first )?"
    r"|(?:where|after|because) (?:(?!(?:is|are|has|have|gets?) )[\w’'-]+ ){1,4})\Z"
)
"""What stands before a verb that tells what was done; the one of *will keep it closed* is no such verb."""
_RELATIVE = re.compile(r"\b(?:who|which|that) (?:\w+ly )?\Z")
"""Before what is to come it only tells which one is meant: *The man who may face trial surrendered on Friday*."""
_BRINGS_ABOUT = re.compile(r"\b(?:see|have|keep|leave|remain|stay)\b|(?:,|\band) \Z")
"""Before a participle, what makes it one to come: *that will see the road closed*, *be cleaned and painted*."""
_ASIDE = re.compile(r", (?:who|which|whose|where|when|due|expected|scheduled|set|slated) [^,;:]*,(?= )")
"""A clause between commas, of which the verb behind it does not tell: *The mayor, who will retire, left on Friday*."""
_PAST = re.compile(rf"\b(?:was|were|had|said|told|[a-z]{{3,}}ed|{_IRREGULAR})\b")
_FORMER = re.compile(
    rf"\b(?:after|because|since|as) (?:he|she|it|they|we|I) (?:\w+ly )?(?:was|were|had|[a-z]{{3,}}ed|{_IRREGULAR})\b"
)
"""What came first, and is past when the rest is to come: *The yard closes after it lost its men in March*."""
_OPENING = re.compile(
    r"(?:.*[.!?][\"”’'] )?[\s\"“‘']*(?:(?:And|But|Then|So),? )?"
    r"(?:(?:On|In|By|From|Until|Before|After|During|on|in|by|early|late|the) )*(?:mid-)?"
)
"""What stands before a phrase of time that opens its sentence."""
_COMING = re.compile(
    r"(?:['’]s)?,?"
    rf"(?: (?!(?:said|says|told|tells|was|were|had|has|have|[a-z]{{2,}}ed|{_IRREGULAR}|put|set|cut|let|who|whose|which"
    r"|that|how|what|where)\b)[\w’'-]+,?){1,9}?"
    r"(?:['’]ll| (?:will|shall|(?:is|are) (?:set|due|scheduled|expected|going|to(?! blame))))\b"
)
"""What tells behind such a phrase that it is to come: *On Friday, the crew will sail*; what was said then is past."""
_UP_TO = re.compile(r"\b(?:until|till|to|for|by) \Z")
"""What stands before a day to which something was put off: *The vote, due today, was moved to Friday*."""
_STOP = re.compile(r"(?<![ap]\.m)[.!?]\s|\n\s*\n")
_EVENING: Final = 5
"""The first hour of what may be called night after noon; *1:30 at night* is before dawn."""
_TODAY = re.compile(r"\b(?:today|yesterday|tomorrow|tonight),? \(?$", re.IGNORECASE)
"""What stands before a day of the year in which the story is published, whatever year it told of last."""
_ITS_WEEKDAY = re.compile(rf"\b({_SHORT_WEEKDAY}),?{GAP}\(?(?:the{GAP})?\Z")
"""What stands before a day of the year and tells on which weekday it falls: *Friday (Nov. 18)*."""
_FAR: Final = 500
"""Code points behind a year, about a paragraph, beyond which a day may be of another one."""
_THIS_CENTURY: Final = 30
"""Short years up to this one are of this century: *the ’08 campaign*."""
_NEAR: Final = 60
"""Code points before a phrase within which a word that points ahead counts, but for a clause between commas."""
_SENTENCE: Final = 160
"""Code points before a phrase in which such a clause, and the past tense of its sentence, are looked for."""


_SECOND = re.compile(
    rf"(?:{GAP}(?:to|and|or|through|until|till){GAP}|{GAP}?{DASH}{GAP}?)(?:the{GAP})?"
    rf"(?:{_DAY}{GAP}(?:of{GAP})?{_MONTH}|{_MONTH.replace('<month>', '<month_>')}(?:{GAP}{_DAY})?)"
    rf"(?:,?{GAP}|{GAP}of{GAP})(?P<year>{_YEAR})"
)
"""A second day or month, from the end of the first one on, with a year that holds for both."""


def _before(found: re.Match[str]) -> str:
    return _STOP.split(found.string[max(0, found.start() - _SENTENCE) : found.start()])[-1]


def _way(found: re.Match[str]) -> int:
    """Where the words before a phrase of time, in its sentence, point: 1 to what is to come, -1 back, 0 neither."""
    before = _before(found)
    if _UP_TO.search(before) is None:
        before = _ASIDE.sub("", before)
    before = before[-_NEAR:]
    if before.lower().endswith("since "):
        return -1
    if _OPENING.fullmatch(before) and _COMING.match(found.string, found.end()):
        return 1
    ahead = max((one.start() for one in _AHEAD.finditer(before)), default=-1)
    done = _DONE.search(before)
    if ahead < 0 or (before.startswith("would", ahead) and _FROM_A_DAY.search(before)):
        return -1 if done else 0
    if done and (_TELLING.search(before, 0, done.start()) or _PARTED.search(before, ahead, done.start())):
        return -1  # *The man who may face trial was held on Friday*, *The plan is to mend it: it broke on Friday*
    if _FORMER.search(before, ahead):
        return -1
    if done and _RELATIVE.search(before, 0, ahead) and not _is_brought_about(before, ahead, done.start()):
        return -1
    told = any(not _PASSIVE.search(before, 0, one.start()) for one in _TOLD.finditer(before, ahead))
    return -1 if told and not _APART.search(before) else 1  # *It will close, the mayor said on Friday*


def _is_brought_about(before: str, ahead: int, done: int) -> bool:
    return (_BRINGS_ABOUT.search(before, ahead, done) or _PASSIVE.search(before, 0, done)) is not None


def _year_ahead(found: re.Match[str]) -> int | None:
    """The year of the first of two days or months that is told with the second: *from May to July 2013*."""
    second = _SECOND.match(found.string, found.end())
    if second is None:
        return None
    later = calendar.month_number(second["month"] or second["month_"])
    return int(second["year"]) - (calendar.month_number(found["month"]) > later)


def _on_day(found: re.Match[str], context: Context) -> str | None:
    month, day = calendar.month_number(found["month"]), int(re.sub(r"\D", "", found["day"]))
    year = group(found, "year") or _year_ahead(found)
    if year:
        return calendar.day(int(year), month, day)
    if context.published is None:
        far = found.start() - context.at > _FAR
        today = _TODAY.search(found.string, max(0, found.start() - _NEAR), found.start())
        told = calendar.day(context.year, month, day) if context.year and not far and not today else None
        return told if told is None or _falls_on_its_weekday(found, told) else None
    return calendar.near_day(month, day, context.published, _way(found))


def _falls_on_its_weekday(found: re.Match[str], told: str) -> bool:
    """Whether a day is one of the weekday that is told beside it, if any: in another year it falls on another one."""
    start = min(found.start("month"), found.start("day"))
    weekday = _ITS_WEEKDAY.search(found.string, max(0, start - _NEAR), start)
    return weekday is None or calendar.weekday_number(weekday[1]) == date.fromisoformat(told).weekday()


def _in_month(found: re.Match[str], context: Context) -> str | None:
    month, year = calendar.month_number(found["month"]), group(found, "year") or _year_ahead(found)
    if year:
        return f"{year}-{month:02}"
    which = group(found, "which").split()[-1:]
    if which in (["that"], ["same"], ["following"], ["previous"]):
        if context.year is None:
            return None
        step = 0
        if context.month:
            step = {"following": month <= context.month, "previous": -(month >= context.month)}.get(which[0], 0)
        return f"{context.year + step:04}-{month:02}"
    if context.published is None:
        return None
    of_year = group(found, "of")
    if of_year:
        return f"{context.published.year + calendar.STEPS[of_year]}-{month:02}"
    way = calendar.STEPS[which[0]] if which else _way(found)
    return calendar.near_month(month, context.published, way)


def _is_past(found: re.Match[str]) -> bool:
    before = _before(found)
    after = _STOP.split(found.string[found.end() : found.end() + _NEAR])[0] if _OPENING.fullmatch(before) else ""
    return _PAST.search(before + after) is not None


def _on_weekday(found: re.Match[str], context: Context) -> str | None:
    which = group(found, "which").split()[-1:]
    one_of_many = found.string[max(0, found.start() - 3) : found.start()].endswith((" a ", "\na "))
    if context.published is None or one_of_many or which in (["that"], ["following"], ["previous"], ["same"]):
        return None
    number = calendar.weekday_number(found["weekday"])
    way = _way(found) if which in ([], ["this"]) else 0
    coming = which == ["this"] and way == 0 and number > context.published.weekday() and not _is_past(found)
    ahead = which in (["next"], ["coming"]) or way > 0 or coming
    return calendar.near_weekday(number, context.published, ahead=ahead)


def _in_year(found: re.Match[str], _: Context) -> str | None:
    return found["year"]


def _is_somebody(found: re.Match[str]) -> bool:
    """Whether a month is the last name of somebody whom the text calls by the first one, too: *a letter from May*."""
    start, end = found.span("month")
    text, month = found.string, found["month"]
    surely = _MONTH_TO.search(text, max(0, start - _NEAR), start) or _TO_MONTH.match(text, end)
    return surely is None and month in _last_names(text)


@lru_cache(maxsize=1)
def _last_names(text: str) -> frozenset[str]:
    """The months that a text has as somebody's last name; kept, since it may name many."""
    return frozenset(last for first, last in _BORNE.findall(text) if is_given(first))


def _part_of_month(found: re.Match[str], context: Context) -> str | None:
    return found["only"] or _in_month(found, context)


def _short_year(found: re.Match[str], _: Context) -> str | None:
    return f"{19 if int(found['short']) > _THIS_CENTURY else 20}{found['short']}"


def _era(found: re.Match[str], _: Context) -> str | None:
    """Years before Christ have a minus, as in ISO 8601, but no year 0: 44 BC is ``-0044``."""
    year = int((found["before"] or found["after"]).replace(",", ""))
    return f"{'-' if (found['era'] or '').upper().startswith('B') else ''}{year:04}"


def _quarter(found: re.Match[str], _: Context) -> str | None:
    told = found["quarter"].lower()
    quarter = int(told[1]) if told[0] == "q" else ordinal(told) or 4
    return f"{found['year']}-{3 * quarter - 2:02}/{found['year']}-{3 * quarter:02}"


def _years(found: re.Match[str], _: Context) -> str | None:
    first, last = found["first"], found["last"]
    return f"{first}/{first[: 4 - len(last)]}{last}"


def _fiscal(found: re.Match[str], context: Context) -> str | None:
    """A year of accounts by the number that it bears, whenever it begins."""
    if found["short"]:
        return _short_year(found, context)
    return _years(found, context) if found["last"] else found["first"]


def _decade(found: re.Match[str], _: Context) -> str | None:
    digits = found["decade"]
    if not digits.isdigit():
        digits = str(tens(digits))
    return f"{digits if len(digits) == 4 else f'19{digits}'}s"


def _century(found: re.Match[str], _: Context) -> str | None:
    count = ordinal(found["century"])
    return f"{count}. century" if count else None


def _season(found: re.Match[str], context: Context) -> str | None:
    name, which = group(found, "season"), group(found, "which")
    year = group(found, "year") or group(found, "year_")
    if year:
        return calendar.season(name, int(year))
    if which == "that":
        return calendar.season(name, context.year) if context.year else None
    if context.published is None:
        return None
    return calendar.near_season(name, context.published, calendar.STEPS[which.split()[-1]])


def _clock(found: re.Match[str], _: Context) -> str | None:
    hour, half = int(found["hour"]), group(found, "half")[:1]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{int(found['minute'] or 0):02}"


def _first_clock(found: re.Match[str], context: Context) -> str | None:
    """The 3 of *3 to 5 p.m.*; the 10 of *10 to 2 p.m.* has no value: it may be of the other half of the day."""
    return _clock(found, context) if int(found["hour"]) % 12 < int(found["last"]) % 12 else None


def _bare_clock(found: re.Match[str], _: Context) -> str | None:
    """At 14:30; *at 3:30* has no value where it is not told in which half of the day."""
    hour, part = int(found["hour"]), found["part"]
    if not part and 1 <= hour <= 12 and found["hour"][0] != "0":
        return None
    if part and hour <= 12:
        hour %= 12
        if not part.endswith("morning") and not (part.endswith("night") and hour < _EVENING):
            hour += 12
    return f"{hour:02}:{found['minute']}"


def _noon(found: re.Match[str], _: Context) -> str | None:
    return "00:00" if found[0].lower() == "midnight" else "12:00"


def _iso(found: re.Match[str], _: Context) -> str | None:
    return calendar.day(int(found[1]), int(found[2]), int(found[3]))


def _slashed(found: re.Match[str], _: Context) -> str | None:
    """Day and month are told apart only where one of them is above 12."""
    first, second, year = int(found[1]), int(found[2]), int(found[3])
    if first > 12 or first == second:
        return calendar.day(year, second, first)
    return calendar.day(year, first, second) if second > 12 else None


_MONTHS: Final = frozenset(name.lower() for name in calendar.MONTHS) | frozenset(
    ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec")
)
_PLAIN: Final = frozenset(name.lower() for name in _PLAIN_MONTHS)
_NAMES: Final = frozenset(name.lower() for name in _NAME_MONTHS)
_WEEKDAYS: Final = frozenset(name.lower() for name in calendar.WEEKDAYS)
_PLURAL: Final = frozenset("s")
"""What is left of "1990s" beside the digits."""

RULES: Final = (
    phrase(
        _on_day,
        _MONTHS,
        # also *Sept.11*
        rf"\b(?:{_SHORT_WEEKDAY},?{GAP})?{_MONTH}(?:{GAP}(?:the{GAP})?|(?<=[a-z]\.))(?P<day>{_DAY})",
        rf"(?:{DASH}{_DAY}|{GAP}(?:to|and|or|through){GAP}{_DAY}(?=,?{GAP}{_YEAR}))?",
        rf"(?:,?{GAP}(?P<year>{_YEAR}))?",
        also=DIGITS,
    ),
    phrase(
        _on_day,
        _MONTHS,
        rf"(?:\b{_SHORT_WEEKDAY},?{GAP})?(?:\bthe{GAP})?(?<![\w.,:/$£€-])(?:{_DAY}{DASH})?(?P<day>{_DAY}){GAP}",
        rf"(?:of{GAP})?{_MONTH}(?!\w)(?:,?{GAP}(?P<year>{_YEAR}))?",
        also=DIGITS,
        hint=rf"[0-9](?:st|nd|rd|th)?{GAP}(?:of{GAP})?[A-S]",
    ),
    phrase(
        _on_day,
        _MONTHS,
        # the second day of *May 3 and 4*, and no count as in *on May 3 and 4 men*
        rf"\b{_MONTH}{GAP}{_DAY}(?:,{GAP}{_DAY}){{0,6}},?{GAP}(?:to|and|or|through){GAP}(?P<fact>(?P<day>{_DAY}))",
        rf"(?=[.,;:)]|{GAP}(?:{_BEHIND_DAY})\b|$)",
        also=DIGITS,
    ),
    *(
        phrase(
            _on_day,
            _MONTHS,
            # those between: *June 2, 4, 6 and 13*
            rf"\b{_MONTH}{GAP}{_DAY}(?:,{GAP}{_DAY}){{{before}}},{GAP}(?P<fact>(?P<day>{_DAY}))",
            rf"(?=(?:,{GAP}{_DAY}){{0,6}},?{GAP}(?:and|or){GAP}{_DAY}(?:[.,;:)]|{GAP}(?:{_BEHIND_DAY})\b|$))",
            also=DIGITS,
        )
        for before in range(4)
    ),
    phrase(
        _on_day,
        _MONTHS,
        # the first day of *3 and 4 May*
        rf"(?<![\w.,:/$£€-])(?P<fact>(?P<day>{_DAY})){GAP}(?:to|and|or){GAP}{_DAY}{GAP}{_MONTH}(?!\w)",
        rf"(?:,?{GAP}(?P<year>{_YEAR}))?",
        also=DIGITS,
        hint=rf"[0-9](?:st|nd|rd|th)?{GAP}[A-S]",
    ),
    phrase(
        _in_month,
        _MONTHS,
        rf"{_ABOUT}?\b{_MONTH},?{GAP}(?:of{GAP})?(?:(?P<year>{_YEAR})|{_OF_YEAR})",
        also=FOUR_DIGITS | {"year"},
    ),
    phrase(_in_month, _PLAIN, rf"(?<!May )\b(?:{_WHICH}{GAP})?{_ABOUT}?{_PLAIN_MONTH}"),
    phrase(_in_month, _NAMES, rf"(?:\b{_WHICH}{GAP}|{_ABOUT}){_NAME_MONTH}"),
    phrase(
        _in_month,
        _NAMES,
        rf"\b{_PREPOSITION}{GAP}(?P<fact>{_NAME_MONTH})(?!{GAP}(?:of{GAP})?(?!{_WEEKDAY})[A-Z][a-z])(?!{GAP}on\b)",
        unless=_is_somebody,
    ),
    phrase(
        _on_weekday,
        _WEEKDAYS,
        rf"\b(?:(?:{_WHICH}|[Ee]arly|[Ll]ate){GAP})?(?P<weekday>{_WEEKDAY})\b(?:{GAP}{PART_OF_DAY}\b)?",
        rf"(?!{GAP}{words('Times|Telegraph|Mirror|Express|Mail|Post|Herald')}|{GAP}{_SHOW}\b)",
    ),
    phrase(
        _in_year,
        FOUR_DIGITS,
        # not the sides of *1920 x 1080*
        rf"(?P<about>{_ABOUT})?(?<![x×] )(?!{_HOUSE})(?P<year>{_BARE_YEAR})"
        rf"(?![\w%]|[.,:/][0-9]|{DASH}[0-9]|{GAP}[x×]{GAP}[0-9])"
        rf"(?(about)|(?!{_COUNT}))",
    ),
    phrase(
        _in_year,
        FOUR_DIGITS,
        rf"\b(?:[Pp]re|[Pp]ost){HYPHEN}(?P<fact>(?P<year>{_OTHER_YEAR}))(?![\w%/]|[.,:][0-9]|{DASH}[0-9])",
        also=HYPHENS,
    ),
    phrase(
        _in_year,
        FOUR_DIGITS,
        rf"\b(?:[Ee]arly|[Ll]ate|[Mm]id){HYPHEN}(?P<year>{_OTHER_YEAR})(?![\w%/]|[.,:][0-9]|{DASH}[0-9])",
        also=HYPHENS,
    ),
    phrase(
        _in_year,
        FOUR_DIGITS,
        rf"\b{words('in|since|by|from|until|before|after|year|In|Since|By|From|Until|Before|After')}{GAP}(?P<fact>(?P<year>1[0-4][0-9]{{2}}))"
        rf"(?=[.,;:)](?![0-9])|{GAP}{words('and|when|as|to|at|by|after|but|the|he|she|it|they|was|were|with|under|during')}\b|$)",
    ),
    phrase(
        _short_year,
        frozenset("'’‘"),
        rf"\b{words('in|of|since|the|summer|winter|spring|fall|autumn|back in')}{GAP}",
        r"(?P<fact>['’‘](?P<short>[0-9]{2}))(?![\w’'‘%]|[.,:][0-9])",
        also=DIGITS,
    ),
    phrase(
        _era,
        frozenset({"bc", "bce", "ad", "ce", "c", "d"}),
        rf"\b(?:(?:AD|A\.D\.){GAP}(?P<before>[0-9]{{1,4}})(?![\w%]|[.,:][0-9])",
        rf"|(?P<after>[0-9]{{1,4}}|[0-9]{{1,2}},[0-9]{{3}}){GAP}?(?P<era>BCE?|B\.C\.(?:E\.)?|AD|A\.D\.|CE|C\.E\.)(?!\w))",
        also=DIGITS,
    ),
    phrase(
        _part_of_month,
        frozenset({"week", "weeks", "weekend", "day", "days", "months", "half"}),
        rf"\b(?:[Tt]he{GAP})?{words('[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ff]inal|[Oo]pening|[Cc]losing')}{GAP}"
        rf"{words('weeks|week|weekend|days|day|months|half')}{GAP}of{GAP}(?:{_MONTH}(?!\w)(?:,?{GAP}(?P<year>{_YEAR}))?",
        rf"|(?P<only>{_OTHER_YEAR})(?![\w%]|[.,:][0-9]))",
    ),
    phrase(
        _in_year,
        frozenset({"christmas", "easter", "thanksgiving", "halloween", "ramadan", "passover"}),
        rf"\b{words('Christmas|Easter|Thanksgiving|Halloween|Ramadan|Passover')}{GAP}(?:of{GAP})?(?P<year>{_YEAR})",
        also=FOUR_DIGITS,
    ),
    phrase(
        _quarter,
        frozenset({"quarter", "q"}),
        rf"(?:\b[Tt]he{GAP})?\b(?:(?P<quarter>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal|[Ll]ast|Q[1-4])"
        rf"(?:{LOOSE}quarter|(?<=Q[1-4]))(?:{GAP}of)?(?:{GAP}fiscal)?{GAP}(?P<year>{_YEAR}))",
        also=FOUR_DIGITS,
    ),
    phrase(
        unresolved,
        frozenset({"quarter"}),
        rf"{_ACCOUNTED}{_WITHIN}{{0,60}}?{GAP}the{GAP}(?P<fact>{_QUARTER}{LOOSE}quarter)\b(?!-|{GAP}of\b)",
    ),
    phrase(
        unresolved,
        frozenset({"quarter"}),
        rf"(?<!\w){_QUARTER}{LOOSE}quarter(?={GAP}(?:net{GAP}|adjusted{GAP}|same-store{GAP})?{words(f'{_ACCOUNT}|{_RESULT}')}\b)",
    ),
    phrase(unresolved, frozenset({"q"}), r"(?<=[a-z] )Q[1-4](?![\w:)])", also=DIGITS),
    phrase(
        _fiscal,
        frozenset({"fiscal", "financial", "fy"}),
        rf"\b(?:(?:[Ff]iscal|[Ff]inancial)(?:{GAP}year)?{GAP}|FY{GAP}?)",
        rf"(?:(?P<first>{_OTHER_YEAR})(?:[-–/](?P<last>[0-9]{{2}}))?|(?<=FY)['’]?(?P<short>[0-9]{{2}}))(?![\w%/-]|[.,:][0-9])",
        also=DIGITS,
    ),
    phrase(
        _years,
        FOUR_DIGITS,
        rf"(?P<first>{_BARE_YEAR})(?:{DASH}|/)(?P<last>(?:1[5-9]|20)[0-9]{{2}}|[0-9]{{2}}|[0-9])",
        r"(?![\w%/]|[.,:-][0-9])",
        also=DASHES | {"/"},
    ),
    phrase(
        _decade,
        FOUR_DIGITS,
        rf"(?:\b[Tt]he{GAP})?{_ABOUT}?(?<![\w$£€.,])(?P<decade>(?:1[0-9]|20)[0-9]0)['’]?s\b",
        also=_PLURAL,
    ),
    phrase(
        _decade,
        DIGITS | TENS,
        rf"(?:(?<!\w)['’‘]|\b[Tt]he{GAP}{_ABOUT}?['’‘]?)(?P<decade>[2-9]0(?=['’]?s\b)",
        rf"|{words('|'.join(sorted(TENS)))})(?:['’]?s)?\b",
        also=_PLURAL | TENS,
        hint=r"[2-9]0['’]?s|ties",
    ),
    phrase(
        _century,
        frozenset({"century", "centuries"}),
        rf"(?:\b[Tt]he{GAP})?{_ABOUT}?\b(?P<century>[0-9]{{1,2}}(?:st|nd|rd|th)|twenty{HYPHEN}first",
        rf"|{words('fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth')}",
        rf"|{words('seventeenth|eighteenth|nineteenth|twentieth')})(?:{LOOSE}[Cc]entur(?:y|ies)\b|(?={GAP}(?:and|or|to){GAP}(?:the{GAP})?{_ABOUT}?(?:[0-9]{{1,2}}(?:st|nd|rd|th)",
        rf"|[a-z]{{5,11}}th){LOOSE}[Cc]entur))",
    ),
    phrase(
        _season, _SEASONS, rf"\b(?P<which>[Ll]ast|[Tt]his(?:{GAP}(?:past|coming))?|[Nn]ext|[Tt]hat){GAP}{_SEASON}\b"
    ),
    phrase(
        _season,
        _SEASONS,
        rf"(?:{_ABOUT}|\bthe{GAP})?\b(?i:{_SEASON}){GAP}(?:of{GAP})?(?:(?P<year>{_OTHER_YEAR})[-–/][0-9]{{2}}(?![\w%-])|(?P<year_>{_YEAR}))",
        also=FOUR_DIGITS,
    ),
    phrase(
        _clock,
        frozenset({"m", "am", "pm"}),
        r"(?<![\w.,:/])(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5][0-9]))?",
        rf"{GAP}?(?P<half>[ap]\.m\.|[apAP][mM]\b)(?:{GAP}{_ZONE}\b)?",
        also=DIGITS,
    ),
    phrase(
        _first_clock,
        frozenset({"m", "am", "pm"}),
        rf"(?P<between>\b[Bb]etween{GAP})?(?<![\w.,:/$£€–—-])",
        r"(?P<fact>(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5][0-9]))?)",
        # not *Game 3 – 5 p.m.*
        rf"(?=(?:{GAP}{words('to|until|till|through')}{GAP}|{DASH}|(?(between){GAP}and{GAP}|(?!)))",
        rf"(?P<last>1[0-2]|0?[1-9])(?:[:.][0-5][0-9])?{GAP}?(?P<half>[ap]\.m\.|[apAP][mM]\b))",
        also=DIGITS,
    ),
    phrase(
        _clock,
        frozenset({":"}),
        r"(?<![\w.,:/])(?P<hour>[01]?[0-9]|2[0-3]):(?P<minute>[0-5][0-9])(?![\w:]|[.,][0-9])",
        rf"{GAP}?(?:{_ZONE}|local{GAP}time)\b",
        also=DIGITS,
    ),
    phrase(
        _clock,
        FOUR_DIGITS,
        # *2340 GMT*
        r"(?<![\w.,:/$£€-])(?P<hour>[01][0-9]|2[0-3])(?P<minute>[0-5][0-9])",
        rf"{GAP}(?:{_ZONE}|local{GAP}time)\b",
        also=_ZONES | {"local"},
    ),
    phrase(
        _bare_clock,
        frozenset({":"}),
        # a goal is told by a clock, too: *scored at 7:14*
        r"\b(?i:at|by|until|till|around|about|before|after|from|since)",
        rf"{GAP}(?P<fact>(?P<hour>[01]?[0-9]|2[0-3]):(?P<minute>[0-5][0-9])(?![\w:/]|[.,][0-9])",
        rf"(?:{GAP}(?P<part>in{GAP}the{GAP}(?:morning|afternoon|evening)|at{GAP}night)",
        rf"|(?={GAP}(?:(?:on{GAP})?{_WEEKDAY}|on{GAP}(?:{words('|'.join(calendar.MONTHS))}|{_DAY}{GAP}{words('|'.join(calendar.MONTHS))})|today|yesterday|tomorrow|(?:the{GAP}(?:next|following|same)|that|this){GAP}",
        r"(?:morning|afternoon|evening|night|day))\b)))",
        also=DIGITS,
    ),
    phrase(_noon, frozenset({"midnight", "noon", "midday"}), r"\b(?:[Mm]idnight|[Nn]oon|[Mm]idday)\b"),
    phrase(
        _iso,
        FOUR_DIGITS,
        r"(?<![\w/-])((?:1[5-9]|20)[0-9]{2})-([01][0-9])-([0-3][0-9])(?![\w/-])",
        also=frozenset("-"),
    ),
    phrase(
        _slashed,
        FOUR_DIGITS,
        r"(?<![\w/.-])([0-3]?[0-9])[/.]([0-3]?[0-9])[/.]((?:19|20)[0-9]{2})(?![\w/-])",
        also=frozenset("/."),
        hint="[0-9][/.][0-9]",
    ),
    phrase(
        unresolved,
        frozenset({"christmas", "boxing", "thanksgiving", "easter", "friday", "year", "july"}),
        rf"\b(?:{words('Christmas Eve|Christmas Day|Boxing Day|Thanksgiving Day|Easter Sunday|Easter Monday')}",
        rf"|Good{GAP}Friday|(?:[Tt]he{GAP})?Fourth{GAP}of{GAP}July|New{GAP}Year['’]s{GAP}(?:Eve|Day))\b",
    ),
)
"""The phrases; which of two that overlap holds is decided by their length."""
