"""What is imported when: the start must stay quick, and spaCy must wait until somebody extracts."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = (
    "textual", "spacy", "sqlite_utils", "rapidfuzz", "numpy", "dateparser", "docx", "lxml", "jinja2", "pypdfium2",
    "aiohttp",
)  # fmt: skip


def loaded_after(code: str) -> set[str]:
    """The heavy modules that a fresh interpreter has loaded after it ran the code."""
    show = "print()\nprint(json.dumps(sorted(sys.modules)))"
    script = f"import json, sys\ntry:\n    {code}\nexcept SystemExit:\n    pass\n{show}"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    modules = json.loads(done.stdout.splitlines()[-1])
    return {name for name in HEAVY if name in modules}


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_import_nothing_heavy(option: str) -> None:
    assert loaded_after(f"from factcheck.cli import main; main([{option!r}])") == set()


@pytest.mark.parametrize("package", ["extraction", "consistency", "archive", "reading", "checklist", "review", "tui"])
def test_no_package_imports_spacy_before_it_is_needed(package: str) -> None:
    assert "spacy" not in loaded_after(f"from factcheck.{package} import *")


@pytest.mark.parametrize("package", ["extraction", "consistency", "archive", "reading", "checklist", "review", "tui"])
def test_nothing_but_serve_imports_the_server(package: str) -> None:
    code = f"from factcheck.{package} import *; import factcheck.cli.browser, factcheck.cli.screen"
    assert "aiohttp" not in loaded_after(code)


@pytest.mark.parametrize("package", ["extraction", "consistency", "archive", "reading", "checklist", "review", "desk"])
def test_the_core_does_not_import_textual(package: str) -> None:
    assert "textual" not in loaded_after(f"from factcheck.{package} import *")


def test_what_writes_an_export_waits_until_one_is_made() -> None:
    assert loaded_after("import factcheck.checklist, factcheck.tui.app").isdisjoint({"docx", "lxml", "jinja2"})


def test_check_worthiness_is_at_hand_without_spacy() -> None:
    code = "from factcheck.extraction import check_worthiness; assert len(check_worthiness(['It cost 57 lives.'])) == 1"
    assert "spacy" not in loaded_after(code)
