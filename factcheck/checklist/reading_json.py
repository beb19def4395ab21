"""A checklist from JSON, as it was exported and perhaps filled in by a program.

What is of a wrong type or missing is told by its path; words that are not known, such as a misspelled verdict, are left
for whoever takes the rows in.
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from factcheck.checklist.as_json import SCHEMA
from factcheck.checklist.sheet import CONTACT, Named, Row, Sheet
from factcheck.errors import SheetError
from factcheck.model import UNCHECKED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_VERSIONED: Final = re.compile(r"factcheck\.checklist/([0-9]{1,9})")
_OTHERS: Final = {"factcheck.memo/1": "a change memo", "factcheck.calls/1": "a call sheet"}
_TEXTS: Final = ("text", "resolution", "note", "query", "answer", "replacement", "assignee")
_SWITCHES: Final = ("legal", "checkable", "removed")
_NAMED: Final = {True: "named", False: "anonymous"}
_LARGE: Final = 1e6
"""What is as large is no priority, and may be too large to be written with its decimals."""

_WORDS: Final[Mapping[object, str]] = {
    str: "a text",
    int: "a whole number",
    bool: "true or false",
    dict: "an object",
    list: "a list",
}


class WrongError(Exception):
    """Something in a document is not what it has to be."""


def parse(data: bytes, name: str) -> Sheet:
    """Make a checklist of a JSON file's bytes.

    Raises:
        SheetError: when they are none, or of another version.
    """
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise SheetError(f"{name} is not in UTF-8", "save it as UTF-8") from None
    except RecursionError:
        raise SheetError(f"{name} is no checklist", "import one that factcheck exported") from None
    except json.JSONDecodeError as error:
        raise SheetError(f"{name} is no JSON: line {error.lineno}, {error.msg}", "export it again") from None
    except ValueError:  # a number of thousands of digits
        raise SheetError(f"{name} is no checklist", "import one that factcheck exported") from None
    _expect_version(document, name)
    try:
        article, draft = member(document, "article", dict), member(document, "draft", dict)
        return Sheet(
            name,
            tuple(
                _row(f"{part}[{at}]", one)
                for part in ("claims", "lost")
                for at, one in enumerate(member(document, part, list))
            ),
            exact=True,
            slug=member(article, "slug", str, "article."),
            sha256=member(draft, "sha256", str, "draft."),
            draft=member(draft, "number", int, "draft."),
            exported_at=_exported_at(document),
            document=document,
        )
    except WrongError as error:
        raise SheetError(f"{name}: {error}", "export it again, and change only what was recorded") from None


def _exported_at(document: Mapping[str, Any]) -> datetime | None:
    """When a file was exported, as its last block tells; None when it does not."""
    told = document.get("sign_off")
    try:
        at = datetime.fromisoformat(told["at"]) if isinstance(told, dict) else None
    except (KeyError, TypeError, ValueError):
        return None
    return at if at and at.tzinfo else None


def member(document: Mapping[str, Any], key: str, kind: type, path: str = "", *, optional: bool = False) -> Any:
    """What stands under a key, when it is of the type that it has to be.

    Args:
        document: An object.
        key: The key.
        kind: The type; JSON's true is no number here.
        path: Where the object stands, for the message.
        optional: Whether null will do.
    """
    if key not in document:
        raise WrongError(f"{path}{key} is missing")
    value = document[key]
    if optional and value is None:
        return None
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise WrongError(f"{path}{key} is not {_WORDS[kind]}")
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        raise WrongError(f"{path}{key} is too large")
    return value


def objects(document: Mapping[str, Any], key: str, path: str = "") -> Iterator[tuple[Mapping[str, Any], str]]:
    """The objects of a list, each with the path of what stands in it."""
    for at, one in enumerate(member(document, key, list, path)):
        if not isinstance(one, dict):
            raise WrongError(f"{path}{key}[{at}] is not an object")
        yield one, f"{path}{key}[{at}]."


def _expect_version(document: object, name: str) -> None:
    schema = document.get("schema") if isinstance(document, dict) else None
    if schema == SCHEMA:
        return
    if isinstance(schema, str) and schema in _OTHERS:
        raise SheetError(f"{name} is {_OTHERS[schema]}", "only a filled-in checklist comes back")
    version = _VERSIONED.fullmatch(schema) if isinstance(schema, str) else None
    if version is None:
        raise SheetError(f"{name} is no checklist of factcheck", "import one that was exported as JSON or CSV")
    own = int(SCHEMA.rpartition("/")[2])
    if int(version[1]) > own:
        raise SheetError(f"{name} is of a newer factcheck ({schema})", "bring factcheck up to date")
    raise SheetError(f"{name} is of an older factcheck ({schema})", "export it again with this one")


def _row(place: str, claim: object) -> Row:
    if not isinstance(claim, dict):
        raise WrongError(f"{place} is not an object")
    path = f"{place}."
    sources = tuple(
        Named(
            **{key: member(source, key, str, inner) for key in ("name", "kind", "locator", "note")},
            accessed=(member(source, "accessed", str, inner, optional=True) or "") if "accessed" in source else None,
        )
        for source, inner in objects(claim, "sources", path)
    )
    lost = member(claim, "lost", str, path, optional=True) is not None
    verdict = member(claim, "verdict", str, path, optional=True)
    return Row(
        place,
        claim_id=member(claim, "id", int, path),
        number=None if lost else member(claim, "number", int, path),
        revision=member(claim, "revision", int, path),
        verdict=UNCHECKED if verdict is None else verdict,
        sources=sources,
        fixed=_fixed(claim, path),
        told=_told(claim),
        checker=member(claim, "checker", str, path, optional=True) or "",
        checked_at=member(claim, "checked_at", str, path, optional=True) or "",
        **{key: member(claim, key, str, path) for key in _TEXTS},
        **{key: "yes" if member(claim, key, bool, path) else "no" for key in _SWITCHES},
    )


def _fixed(claim: Mapping[str, Any], path: str) -> Mapping[str, str]:
    """What does not come back, as a CSV file tells it."""
    contacts = list(objects(claim, "contacts", path))
    told = {
        f"contact_{part}": "\n".join(" ".join(member(one, part, str, inner).splitlines()) for one, inner in contacts)
        for part in CONTACT
    }
    verdict, reader, at = (
        member(claim, key, str, path, optional=True) or "" for key in ("second", "second_reader", "second_at")
    )
    return {**told, "second_verdict": verdict, "second_reader": reader, "second_at": at.replace("+00:00", "")}


def _told(claim: Mapping[str, Any]) -> Mapping[str, str]:
    """What is read in the draft about a claim, as a CSV file tells it; what is of another form tells nothing."""
    kinds, section, priority = (claim.get(key) for key in ("kinds", "section", "priority"))
    told = {"kinds": ", ".join(map(str, kinds))} if isinstance(kinds, list) else {}
    if isinstance(section, str):
        told["section"] = section
    if isinstance(priority, (int, float)) and abs(priority) < _LARGE:
        told["priority"] = f"{priority:.2f}"
    if "attribution" in claim:
        said = claim["attribution"] or {}
        if isinstance(said, dict):
            is_named = said.get("named")
            named = _NAMED[is_named] if isinstance(is_named, bool) else ""
            told |= {"speaker": str(said.get("speaker") or ""), "person": str(said.get("person") or ""), "named": named}
    return told
