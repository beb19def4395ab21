"""Reads a Word file back with no help from what wrote it: its text, and on which words each comment stands."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Comment:
    author: str
    initials: str
    date: str | None
    text: str
    words: str
    """Those it stands on."""


@dataclass(frozen=True)
class Read:
    text: str
    styles: tuple[str, ...]
    """Of the paragraphs; empty for one without a style of its own."""
    comments: tuple[Comment, ...]
    spans: tuple[tuple[int, int], ...]
    """Of the comments in the text."""


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


def all_text(data: bytes, form: str) -> str:
    """What a file of any format holds, for looking for words in it."""
    if form != "docx":
        return data.decode("utf-8-sig")
    texts = [name for name in parts(data) if name.startswith("word/") and not name.endswith((".rels", "styles.xml"))]
    return "\n".join("".join(root(data, name).itertext()) for name in texts)


def root(data: bytes, part: str = "word/document.xml") -> Any:
    return etree.fromstring(parts(data)[part])


def read_back(data: bytes, *, accepted: bool = False) -> Read:
    """What the file says, paragraphs with an empty line between them.

    Args:
        data: The file.
        accepted: Whether tracked changes are taken in; else the text is as it was before them.
    """
    text = ""
    styles: list[str] = []
    starts: dict[str, int] = {}
    ends: dict[str, int] = {}
    referred: list[str] = []
    body = root(data).find(f"{W}body")
    skipped = f"{W}del" if accepted else f"{W}ins"
    for paragraph in body.iter(f"{W}p"):
        text += "\n\n" if styles else ""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        styles.append("" if style is None else style.get(f"{W}val"))
        for node in paragraph.iter(
            *(f"{W}{name}" for name in ("t", "delText", "tab", "br", "commentRangeStart", "commentRangeEnd")),
            f"{W}commentReference",
        ):
            name = node.tag.removeprefix(W)
            number = node.get(f"{W}id")
            if name == "commentRangeStart":
                assert number not in starts
                starts[number] = len(text)
            elif name == "commentRangeEnd":
                assert number not in ends
                ends[number] = len(text)
            elif name == "commentReference":
                referred.append(number)
            elif next(node.iterancestors(skipped), None) is None and next(node.iterancestors(f"{W}pPr"), None) is None:
                text += {"tab": "\t", "br": "\n"}.get(name) or node.text or ""
    assert starts.keys() == ends.keys() == set(referred)
    found = {node.get(f"{W}id"): node for node in root(data, "word/comments.xml")}
    assert found.keys() == starts.keys(), "each comment stands on words, and nothing refers to one that is not there"
    return Read(
        text,
        tuple(styles),
        tuple(
            Comment(
                node.get(f"{W}author"),
                node.get(f"{W}initials") or "",
                node.get(f"{W}date"),
                "\n".join(
                    "".join("\n" if part.tag == f"{W}br" else part.text or "" for part in one.iter(f"{W}t", f"{W}br"))
                    for one in node.iter(f"{W}p")
                ),
                text[starts[number] : ends[number]],
            )
            for number, node in found.items()
        ),
        tuple((starts[number], ends[number]) for number in found),
    )
