"""PDF files with the lines that a test needs and no more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LOCK = (
    "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
    f"/O <{'41' * 32}> /U <{'42' * 32}> >> /ID [<{'43' * 16}> <{'43' * 16}>]"
)
MARK = "\x7f"
"""A letter that says that it is U+F0B7, as the fonts do in which word processors set the marks of lists."""
STEP = 12
"""Points between two lines."""


@dataclass(frozen=True)
class At:
    """A line of letters in Helvetica; lengths in points."""

    text: str
    down: float
    """From the top of the page."""
    left: float = 72
    size: float = 10


def column(*lines: str, down: float = 100, left: float = 72, indent: float = 0) -> list[At]:
    """Lines below each other; one that begins with ``>`` is indented."""
    return [
        At(line.removeprefix(">"), down + STEP * number, left + indent * line.startswith(">"))
        for number, line in enumerate(lines)
    ]


def pdf(*pages: Sequence[At], title: str = "", author: str = "", locked: bool = False) -> bytes:
    """A PDF with these pages."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [127 /uniF0B7] >> >>"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", font]
    kids = []
    for lines in pages:
        content = "".join(
            f"BT /F {line.size} Tf {line.left} {800 - line.down} Td ({_escaped(line.text)}) Tj ET\n" for line in lines
        ).encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R "
            b"/Resources << /Font << /F 3 0 R >> >> >>" % len(objects)
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    objects.append(f"<< /Title ({title}) /Author ({author}) >>".encode())
    return put_together(objects, f"/Root 1 0 R /Info {len(objects)} 0 R {_LOCK if locked else ''}")


def put_together(objects: Sequence[bytes], trailer: str) -> bytes:
    """The file that has these objects, numbered from 1."""
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer << /Size {size} {trailer} >>\nstartxref\n{len(out)}\n%%EOF"
    return bytes(out) + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
