"""Which claims can be looked up at all."""

from __future__ import annotations

import pytest

from factcheck.extraction.checkable import is_checkable


@pytest.mark.parametrize(
    ("text", "kinds", "checkable"),
    [
        ("The dam leaked for weeks", (), True),
        ("The dam could be a danger to the valley", (), False),
        ("The leak may signal the end of the firm", (), False),
        ("The dam opened on 3 May", ("date",), True),
        ("The engineers could hear the water behind the wall", (), True),
        ("They could have told the town", (), False),
        ("If it rains on, the lower road would flood", (), False),
        ("It seems like a devastating blow to the town", (), False),
        ("This can feel more like a punishment", (), False),
        ("The town should close the road", (), False),
    ],
)
def test_the_papers_own_guesses_are_not_checkable_but_its_reports_are(
    text: str, kinds: tuple[str, ...], *, checkable: bool
) -> None:
    assert is_checkable(text, kinds, 0.5, quoted=False, reported=False) is checkable
