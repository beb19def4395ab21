"""The checklist, the memo and the call sheet as one page each: it needs no script, asks nothing of any network, prints.

Text that is not ours is escaped by the templates, isolated from the reading direction around it, and its control
characters show as their pictures; of addresses only those of the web become links.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from factcheck.checklist import calls as calling
from factcheck.checklist import memo as changing
from factcheck.checklist.entry import (
    RECHECK,
    SIGNS,
    address,
    changes,
    checkers,
    entries,
    lost_entries,
    outcomes_told,
    second_readers,
    sign,
    stamp,
    state_told,
    totals,
    verdict_word,
    visible,
)
from factcheck.checklist.outline import asked_told
from factcheck.checklist.paragraphs import paragraphs
from factcheck.model import UNCHECKED, Verdict
from factcheck.sweep import Sweep

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jinja2 import Environment
    from markupsafe import Markup

    from factcheck.checklist.entry import Entry
    from factcheck.model import Checklist

GRAVITY: Final = (
    Verdict.DISPUTED.value,
    Verdict.UNSOURCED.value,
    RECHECK,
    UNCHECKED,
    Verdict.VERIFIED.value,
)
"""The words of verdicts, the gravest first: of two claims on the same words that one shows."""

_LEGIBLE: Final = 8.0
"""Per cent of the bar in which a sign and a number can be read."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of the article on which the same claims lie."""

    text: str
    claim: Entry | None
    """The gravest of these claims, of two the shorter one; None where none lies."""
    numbers: tuple[int, ...]
    """Of all of them."""
    beginning: tuple[Entry, ...]
    """Those that begin here."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the article."""

    role: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the bar that shows how far the checking is."""

    verdict: str
    sign: str
    count: int
    start: str
    """Per cent of the bar, as SVG wants it."""
    width: str
    middle: str
    legible: bool
    """Whether it is wide enough for sign and number."""


def render(checklist: Checklist) -> bytes:
    """The checklist as a page: the article beside its claims, each linked to the other."""
    listed = entries(checklist)
    laid_out = tuple(_paragraphs(checklist, listed))
    shown = Counter(entry.verdict for entry in listed)
    return _page(
        "checklist.html",
        checklist,
        "Checklist",
        listed=listed,
        lost=lost_entries(checklist),
        paragraphs=laid_out,
        filters=[(_class(word), _sign(word), word, shown[word]) for word in _in_order(shown)],
        scattered=_scattered(laid_out),
        text=checklist.article.article.draft.text,
    )


def render_memo(checklist: Checklist) -> bytes:
    """The change memo as a page."""
    parts = changing.memo(checklist)
    return _page(
        "memo.html",
        checklist,
        "Change memo",
        parts=[(key, changing.HEADINGS[key], records) for key, records in parts.claims().items() if records],
        findings=parts.findings,
        otherwise=parts.otherwise,
        pending=parts.pending,
        asked=changing.ASKED,
        nothing=changing.NOTHING,
        findings_heading=changing.HEADINGS["findings"],
    )


def render_calls(checklist: Checklist) -> bytes:
    """The call sheet as a page."""
    found = calling.calls(checklist)
    return _page(
        "calls.html",
        checklist,
        "Call sheet",
        calls=found,
        nothing=calling.NOTHING,
        quotation=calling.QUOTATION,
        asked_told=asked_told,
    )


def progress_bar(checklist: Checklist) -> tuple[Part, ...]:
    """The bar of all claims by verdict, from left to right."""
    records = (checklist.whole or checklist).claims
    counts = Counter(verdict_word(record) for record in records if not record.removed)
    whole, before, parts = sum(counts.values()), 0, []
    for word in _in_order(counts):
        start, width = 100 * before / whole, 100 * counts[word] / whole
        begins, wide, middle = (f"{number:.3f}%" for number in (start, width, start + width / 2))
        parts.append(Part(word, _sign(word), counts[word], begins, wide, middle, width >= _LEGIBLE))
        before += counts[word]
    return tuple(parts)


def _in_order(counts: Mapping[str, int]) -> list[str]:
    return [word for word in (*map(str, Verdict), RECHECK, UNCHECKED) if counts.get(word)]


def _sign(word: str) -> str:
    return {RECHECK: "↻", UNCHECKED: SIGNS[None], **{str(one): SIGNS[one] for one in Verdict}}[word]


def _class(word: str) -> str:
    return word.replace("-", "")


def _paragraphs(checklist: Checklist, listed: Sequence[Entry]) -> Iterator[Paragraph]:
    """The article in its paragraphs, cut where claims begin and end."""
    draft = checklist.article.article.draft
    sweep = Sweep([entry.record.span for entry in listed], len(draft.text))
    begun: set[int] = set()
    for block in paragraphs(draft):
        stretches = []
        for run in sweep.between(block.start, block.end):
            here = [listed[index] for index in run.claims]
            beginning = tuple(entry for entry in here if entry.record.number not in begun)
            begun |= {entry.record.number for entry in beginning}
            gravest = min(here, key=_gravity) if here else None
            numbers = tuple(entry.record.number for entry in here)
            stretches.append(Stretch(draft.text[run.start : run.end], gravest, numbers, beginning))
        yield Paragraph(block.role.value, tuple(stretches))


def _gravity(entry: Entry) -> tuple[int, int]:
    return GRAVITY.index(entry.verdict), entry.record.claim.end - entry.record.claim.start


def _scattered(paragraphs: Sequence[Paragraph]) -> tuple[int, ...]:
    """The claims with words outside of the one stretch that is gone to, in story order."""
    stretches = [stretch for paragraph in paragraphs for stretch in paragraph.stretches]
    beyond = {
        number
        for stretch in stretches
        for number in stretch.numbers
        if not (stretch.claim in stretch.beginning and stretch.claim and stretch.claim.record.number == number)
    }
    return tuple(sorted(beyond))


def _page(template: str, checklist: Checklist, what: str, **parts: object) -> bytes:
    from markupsafe import Markup

    environment = _environment()
    style = environment.get_template("style.css").render(scattered=parts.get("scattered", ()))
    page = environment.get_template(template).render(
        what=what,
        checklist=checklist,
        record=checklist.article,
        article=checklist.article.article,
        draft=checklist.article.article.draft,
        state=state_told(checklist),
        totals=totals(checklist.progress),
        outcomes=outcomes_told(checklist),
        checkers=checkers(checklist),
        second_readers=", ".join(second_readers(checklist)),
        bar=progress_bar(checklist),
        style=Markup(style),  # noqa: S704  # ours, with nothing but numbers put in
        style_hash=b64encode(sha256(style.encode()).digest()).decode(),
        **parts,
    )
    return page.encode("utf-8", "replace")


@cache
def _environment() -> Environment:
    """The templates with what they call; jinja2 is imported when the first page is made."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("factcheck.checklist", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalized,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"theirs": _theirs, "place": _place, "class": _class, "stamp": stamp}
    environment.globals |= {
        "sign": sign,
        "verdict_word": verdict_word,
        "changes": changes,
        "told": calling.told,
        "as_written": changing.as_written,
        "should_be": changing.should_be,
        "outcome": changing.outcome_told,
    }
    return environment


def _finalized(value: Any) -> Any:
    """What a template is about to write, without a control character in it."""
    return visible(value) if isinstance(value, str) else value


def _theirs(text: str) -> Markup:
    """Text that is not ours, which does not turn around what stands beside it."""
    from markupsafe import Markup

    return Markup("<bdi>{}</bdi>").format(visible(text))


def _place(locator: str) -> Markup:
    """Where a source is; what is an address on the web is a link."""
    from markupsafe import Markup

    found = visible(address(locator))
    link = Markup('<a href="{0}" rel="noopener noreferrer"><bdi>{0}</bdi></a>').format(found) if found else Markup()
    rest = locator[len(found) :]
    return link + (_theirs(rest) if rest else Markup())
