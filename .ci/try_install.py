"""Try an installed factcheck as its users would: the main job without a screen, then the app itself, headless."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

STORY = """Bridge opens after four years

The Forth Bridge opened on 4 March 1890 after seven years of work. It cost 57 lives, the company said.

"It is 2,467 metres long," the engineer said.
"""


def factcheck(*arguments: str) -> str:
    """Run one command and give back what it printed."""
    command = [str(Path(sys.executable).with_name("factcheck")), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # our own command
    if done.returncode:
        sys.exit(f"{' '.join(arguments)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def main() -> None:
    """Open, extract, mark, export, and look at the paths and keys."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FACTCHECK_DESK"] = str(Path(folder, "desk.db"))
        story = Path(folder, "bridge.txt")
        story.write_text(STORY, "utf-8")
        claims = json.loads(factcheck("extract", str(story), "--json"))["claims"]
        slug = factcheck("open", str(story)).split()[1]
        factcheck("mark", f"{slug}#1", "verified", "--source", "document: the opening programme | p. 1")
        counts = json.loads(factcheck("status", slug, "--json"))["articles"][0]
        out = Path(folder, "out")
        out.mkdir()
        written = factcheck("export", slug, "--format", "md,csv,json,html", "-o", str(out)).split()
        for command in (["--version"], ["--help"], ["where"], ["keys"], ["match", slug, "--json"]):
            factcheck(*command)
        if not claims or counts["verified"] != 1 or len(written) != 4:
            sys.exit(f"{len(claims)} claims, {counts}, {written}")
        print(f"the wheel works: {len(claims)} claims, {counts['verified']} verified, {len(written)} exports")


main()
