"""A whole checklist from its JSON, strictly: what is restored has to be what was exported."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar

from factcheck.checklist.reading_json import WrongError, member, objects
from factcheck.checklist.restoring_log import MOST_DRAFTS, expect_log, is_moment, is_when
from factcheck.errors import SheetError, printable
from factcheck.model import (
    AS_EXTRACTED,
    Annotation,
    AnnotationKind,
    Article,
    ArticleId,
    ArticleRecord,
    AsideClaim,
    Attribution,
    Block,
    Carried,
    Checklist,
    Claim,
    ClaimId,
    ClaimRecord,
    Contact,
    ContactOutcome,
    ContactWay,
    Correction,
    Draft,
    Event,
    Fact,
    FactKind,
    Finding,
    Person,
    Progress,
    Resolution,
    Role,
    Section,
    Severity,
    Source,
    SourceKind,
    Span,
    State,
    Verdict,
)
from factcheck.reading.links import page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from enum import StrEnum

    from factcheck.checklist.sheet import Sheet

    Object = Mapping[str, Any]

T = TypeVar("T")
Word = TypeVar("Word", bound="StrEnum")

_RECORDED = ("note", "query", "answer", "replacement", "as_written", "assignee")


def restored(sheet: Sheet) -> Checklist:
    """The checklist that a JSON file was made of; its totals are counted anew by whoever takes it in.

    Raises:
        SheetError: when something in it is missing, of a wrong type, or does not fit the rest.
    """
    if sheet.document is None:
        what = f"{sheet.name} is of an article that is not on this desk"
        todo = "'factcheck status' lists those there; only JSON restores an article"
        raise SheetError(f"{what}: {sheet.slug}" if sheet.slug else what, todo)
    only = sheet.document.get("only")
    if only is not None:
        what = f"{sheet.name} holds only some claims of an article that is not on this desk: {printable(str(only))}"
        raise SheetError(what, "export all of its claims where it is, and import that file")
    try:
        return _checklist(sheet.document)
    except WrongError as error:
        what = f"{sheet.name}: {error}"
        raise SheetError(what, "only what was exported as it is can be restored: export it again") from None


def _checklist(document: Object) -> Checklist:
    article = _article(document)
    draft = article.article.draft
    sign_off = member(document, "sign_off", dict)
    claims = tuple(_each(document, "claims", lambda one, path, _: _claim(one, path, None, draft)))
    aside = tuple(
        _each(
            document,
            "aside",
            lambda one, path, at: AsideClaim(
                _claim(one, path, at, draft if member(one, "here", bool, path) else None),
                *(member(one, key, bool, path) for key in ("here", "hidden", "withdrawn", "placed")),
            ),
        )
    )
    lost = tuple(_each(document, "lost", lambda one, path, at: _claim(one, path, at, None)))
    if any(one.lost for one in claims) or not all(one.lost for one in lost):
        raise WrongError("a claim is lost on the list, or stands among the lost ones and is not")
    spans = [one.span for one in (*claims, *(one.record for one in aside if one.here))]
    if len(set(spans)) < len(spans):
        raise WrongError("two claims have the same words of the draft")
    ids = [record.id for record in (*claims, *lost, *(one.record for one in aside))]
    if len(set(ids)) < len(ids):
        raise WrongError("a claim's id stands there twice")
    if [record.number for record in claims] != sorted({record.number for record in claims}):
        raise WrongError("the claims are not in the order of their numbers")
    history = tuple(_each(document, "history", _event))
    expect_log(history, {draft.number: len(draft.text)})
    return Checklist(
        article=article,
        claims=claims,
        people=tuple(_each(document, "people", _person)),
        findings=tuple(_each(document, "findings", _finding)),
        history=history,
        made_by=member(sign_off, "checker", str, "sign_off."),
        made_at=_moment(sign_off, "at", "sign_off."),
        progress=Progress(0, 0, 0, 0, 0),
        lost=lost,
        aside=aside,
    )


def _article(document: Object) -> ArticleRecord:
    about, now = member(document, "article", dict), member(document, "draft", dict)
    text = member(now, "text", str, "draft.")
    if Draft(text, ()).sha256 != member(now, "sha256", str, "draft."):
        raise WrongError("draft.text is not the text that draft.sha256 is of")
    blocks = tuple(
        Block(*_span(one, path, text), _word(Role, one, "role", path), member(one, "reason", str, path))
        for one, path in objects(now, "blocks", "draft.")
    )
    if any(after.start < before.end for before, after in pairwise(blocks)):
        raise WrongError("draft.blocks are not in order")
    draft = Draft(text, blocks, member(now, "number", int, "draft."), _annotations(now, text), _pages(now, text))
    if draft.number < 1:
        raise WrongError("draft.number is not above 0")
    if draft.number > MOST_DRAFTS:
        raise WrongError("draft.number is too large")
    published = member(about, "published", str, "article.", optional=True)
    deadline = member(about, "deadline", str, "article.")
    if deadline and not is_when(deadline):
        raise WrongError(f"article.deadline is {deadline[:40]!r}, which is no day")
    return ArticleRecord(
        ArticleId(member(about, "id", int, "article.")),
        member(about, "slug", str, "article."),
        Article(
            member(about, "title", str, "article."),
            draft,
            member(about, "source", str, "article."),
            member(about, "dek", str, "article.", optional=True),
            member(about, "byline", str, "article.", optional=True),
            None if published is None else _parsed(date.fromisoformat, published, "article.published"),
            _texts(about, "warnings", "article."),
        ),
        _word(State, about, "state", "article."),
        0,
        extracted=member(now, "extracted", bool, "draft."),
        deadline=deadline,
    )


def _annotations(now: Object, text: str) -> tuple[Annotation, ...]:
    """What was written beside the text; a file of before there were any has none."""
    if "annotations" not in now:
        return ()
    return tuple(_annotation(one, path, text) for one, path in objects(now, "annotations", "draft."))


def _annotation(one: Object, path: str, text: str) -> Annotation:
    kind, said = _word(AnnotationKind, one, "kind", path), member(one, "text", str, path)
    if kind is AnnotationKind.LINK and (not said or page(said) != said):
        raise WrongError(f"{path}text is no address of a page on the web")
    return Annotation(*_span(one, path, text), kind, said, member(one, "author", str, path))


def _pages(now: Object, text: str) -> tuple[int, ...]:
    pages = member(now, "pages", list, "draft.") if "pages" in now else []
    if not all(isinstance(at, int) and 0 <= at <= len(text) for at in pages) or sorted(pages) != pages:
        raise WrongError("draft.pages is no list of places in the text")
    return tuple(pages)


def _claim(one: Object, path: str, at: int | None, draft: Draft | None) -> ClaimRecord:
    """A claim with what was recorded.

    Args:
        one: The object.
        path: Where it stands.
        at: Its place in its list, for a claim without a number.
        draft: The draft that its offsets are of, when that is here.
    """
    number = member(one, "number", int, path) if at is None else at + 1
    text = member(one, "text", str, path)
    start, end = _span(one, path, None if draft is None else draft.text)
    if draft is not None and draft.text[start:end] != text:
        raise WrongError(f"{path}text is not what the draft has there")
    former, lost = (member(one, key, str, path, optional=True) for key in ("former", "lost"))
    verdict = member(one, "verdict", str, path, optional=True)
    checked_at, second_at = (member(one, key, str, path, optional=True) for key in ("checked_at", "second_at"))
    second = member(one, "second", str, path, optional=True)
    if lost not in {None, Carried.CUT, Carried.ORPHANED}:
        raise WrongError(f"{path}lost is {lost[:40]!r}, which is not known")
    kinds = _texts(one, "kinds", path)
    if any(kind.split() != [kind] for kind in kinds):
        raise WrongError(f"{path}kinds holds something that is no word")
    claim_id = member(one, "id", int, path)
    if claim_id < 1:
        raise WrongError(f"{path}id is not above 0")
    return ClaimRecord(
        id=ClaimId(claim_id),
        number=number,
        claim=Claim(
            f"c{number}",
            start,
            end,
            text,
            _word(Section, one, "section", path),
            kinds,
            member(one, "checkable", bool, path),
            _number(one, "priority", path),
            _attribution(one, path),
            tuple(_fact(fact, inner) for fact, inner in objects(one, "facts", path)),
        ),
        verdict=None if verdict is None else _word(Verdict, one, "verdict", path),
        resolution=_word(Resolution, one, "resolution", path),
        legal=member(one, "legal", bool, path),
        sources=tuple(_source(source, inner) for source, inner in objects(one, "sources", path)),
        checker=member(one, "checker", str, path, optional=True),
        checked_at=None if checked_at is None else _moment(one, "checked_at", path),
        contacts=tuple(_contact(contact, inner) for contact, inner in objects(one, "contacts", path)),
        second=None if second is None else _word(Verdict, one, "second", path),
        second_reader=member(one, "second_reader", str, path, optional=True),
        second_at=None if second_at is None else _moment(one, "second_at", path),
        correction=_correction(one, path),
        revision=member(one, "revision", int, path),
        removed=member(one, "removed", bool, path),
        manual=member(one, "manual", bool, path),
        former=None if former is None else _word(Verdict, one, "former", path),
        lost=None if lost is None else Carried(lost),
        **{key: member(one, key, str, path) for key in _RECORDED},
    )


def _attribution(one: Object, path: str) -> Attribution | None:
    by = member(one, "attribution", dict, path, optional=True)
    if by is None:
        return None
    path = f"{path}attribution."
    return Attribution(
        member(by, "speaker", str, path),
        *_span(by, path, None),
        member(by, "person", str, path, optional=True),
        member(by, "cue", str, path, optional=True),
        member(by, "named", bool, path),
        member(by, "quote", bool, path),
    )


def _fact(one: Object, path: str) -> Fact:
    value = one.get("value")
    if isinstance(value, bool) or not isinstance(value, int | float | str | None):
        raise WrongError(f"{path}value is neither a number nor a text")
    return Fact(
        _word(FactKind, one, "kind", path),
        *_span(one, path, None),
        member(one, "text", str, path),
        value,
        member(one, "unit", str, path, optional=True),
    )


def _source(one: Object, path: str) -> Source:
    name, locator, note, sha256 = (member(one, key, str, path) for key in ("name", "locator", "note", "sha256"))
    accessed = member(one, "accessed", str, path, optional=True)
    day = None if accessed is None else _parsed(date.fromisoformat, accessed, f"{path}accessed")
    return Source(_word(SourceKind, one, "kind", path), name, locator, note, day, sha256)


def _correction(one: Object, path: str) -> Correction:
    said = member(one, "correction", dict, path, optional=True)
    if said is None:
        return AS_EXTRACTED
    path = f"{path}correction."
    kinds = None if said.get("kinds") is None else _texts(said, "kinds", path)
    return Correction(member(said, "speaker", str, path, optional=True), member(said, "named", bool, path), kinds)


def _contact(one: Object, path: str) -> Contact:
    when = member(one, "when", str, path)
    if not is_when(when):
        raise WrongError(f"{path}when is {when[:40]!r}, which is no day")
    how, outcome = _word(ContactWay, one, "how", path), _word(ContactOutcome, one, "outcome", path)
    return Contact(member(one, "who", str, path), how, when, outcome, member(one, "note", str, path))


def _finding(one: Object, path: str, _: int) -> Finding:
    return Finding(
        member(one, "kind", str, path),
        member(one, "message", str, path),
        _word(Severity, one, "severity", path),
        _spans(one, "spans", path),
        _texts(one, "claims", path),
        member(one, "dismissed", str, path, optional=True) or "",
    )


def _person(one: Object, path: str, _: int) -> Person:
    ages = member(one, "ages", list, path)
    if not all(isinstance(age, int) and not isinstance(age, bool) for age in ages):
        raise WrongError(f"{path}ages holds something that is no whole number")
    return Person(
        member(one, "name", str, path),
        _spans(one, "mentions", path),
        member(one, "probable", bool, path),
        _texts(one, "titles", path),
        _texts(one, "roles", path),
        tuple(ages),
    )


def _event(one: Object, path: str, _: int) -> Event:
    article, claim = (member(one, key, int, path, optional=True) for key in ("article_id", "claim_id"))
    return Event(
        member(one, "id", int, path),
        _moment(one, "at", path),
        member(one, "who", str, path),
        member(one, "what", str, path),
        None if article is None else ArticleId(article),
        None if claim is None else ClaimId(claim),
        member(one, "before", dict, path, optional=True),
        member(one, "after", dict, path, optional=True),
        member(one, "act", int, path),
        member(one, "of", int, path, optional=True),
        member(one, "hash", str, path),
    )


def _each(document: Object, key: str, make: Callable[[Object, str, int], T]) -> Iterator[T]:
    for at, (one, path) in enumerate(objects(document, key)):
        yield make(one, path, at)


def _span(one: Object, path: str, text: str | None) -> tuple[int, int]:
    start, end = member(one, "start", int, path), member(one, "end", int, path)
    if not 0 <= start <= end or (text is not None and end > len(text)):
        raise WrongError(f"{path}start and end are no stretch of the text")
    return start, end


def _spans(one: Object, key: str, path: str) -> tuple[Span, ...]:
    spans = []
    for span in member(one, key, list, path):
        match span:
            case [int(start), int(end)] if 0 <= start <= end:
                spans.append(Span(start, end))
            case _:
                raise WrongError(f"{path}{key} holds something that is no pair of offsets")
    return tuple(spans)


def _texts(one: Object, key: str, path: str) -> tuple[str, ...]:
    texts = member(one, key, list, path)
    if not all(isinstance(text, str) for text in texts):
        raise WrongError(f"{path}{key} holds something that is no text")
    return tuple(texts)


def _word(kind: type[Word], one: Object, key: str, path: str) -> Word:
    said = member(one, key, str, path)
    return _parsed(kind, said, f"{path}{key}")


def _number(one: Object, key: str, path: str) -> float:
    value = one.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise WrongError(f"{path}{key} is not a number from 0 to 1")
    return float(value)


def _moment(one: Object, key: str, path: str) -> datetime:
    said = member(one, key, str, path)
    moment = _parsed(datetime.fromisoformat, said, f"{path}{key}")
    if moment.tzinfo is None:
        raise WrongError(f"{path}{key} tells no offset from UTC")
    if not is_moment(said):
        raise WrongError(f"{path}{key} is {said[:40]!r}, which some zones cannot tell")
    return moment.astimezone(UTC)


def _parsed(parse: Callable[[str], T], said: str, path: str) -> T:
    try:
        return parse(said)
    except (ValueError, OverflowError):
        raise WrongError(f"{path} is {said[:40]!r}, which is not known") from None
