"""Who passes the judgement that a sentence of the paper tells of."""

from __future__ import annotations

import pytest

from factcheck.extraction import extract
from tests.extraction.build import story


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Churchill called the pact a total defeat for Britain.", "Churchill"),
        ("Keynes described the treaty as a peace of the victors.", "Keynes"),
        ("Wellington and his officers hailed the battle as the end of the beginning.", "Wellington"),
        ("Nixon has cited a letter showing that he paid the tax.", "Nixon"),
        ("Nixon admitted to hiding the tapes.", "Nixon"),
        ("Lockheed sees profit growth of 3 percent.", "Lockheed"),
        ("Analysts were expecting a loss of $2 billion.", "Analysts"),
        ("Churchill pronounced the bridge open.", "Churchill"),
        ("Rockefeller called the court decision on the Standard Oil resolution a landmark judgment.", "Rockefeller"),
        ("Paris sees a crowd of 3 million.", None),
        ("Nixon wrote of a case against a group of men called the Plumbers.", None),
        ("The pact was described as a defeat.", None),
        ("Churchill called the Admiralty at noon.", None),
        ("Nixon did not describe the tapes as evidence.", None),
    ],
)
def test_a_judgement_has_a_speaker(sentence: str, speaker: str | None) -> None:
    claim = extract(story(sentence)).claims[0]
    assert claim.text == sentence[:-1]
    assert (claim.attribution and claim.attribution.speaker) == speaker
