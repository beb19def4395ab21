"""How much a sentence is worth checking: a linear score over its words, their pairs and parts, and a few counts.

The weights were learned from sentences of American election debates that readers had marked as worth checking or not
(CLEF CheckThat! 2024, ClaimBuster, CC BY 4.0) by ``tests/bench/train_worthiness.py``, which writes ``worthiness.json``.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

WEIGHTS_FILE: Final = "worthiness.json"
"""The weights, beside this module."""

PAIR: Final = " & "
"""What ties the names of two counts that stand in one sentence."""
_MOST: Final = 3
"""Occurrences of one feature that count."""
_SHORTEST: Final = 3
_LONGEST: Final = 5
"""Letters of a part of a word."""
_TOKEN: Final = re.compile(r"[a-z]+(?:'[a-z]+)?|0|[$£€%?]")
_LONGEST_WORD: Final = 40
"""Letters of a word that count: what is longer is no word."""
_FIGURE: Final = re.compile(r"\d[\d,.]*")
_NAME: Final = re.compile(r"(?<=[a-z,;:'’] )[A-Z][\w’'-]+")
_COUNTS: Final[Mapping[str, re.Pattern[str]]] = {
    name: re.compile(pattern)
    for name, pattern in {
        "number": r"\d[\d,.]*",
        "number word": r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|"
        r"hundred|thousand|half|third|quarter|dozen|doubled?|twice)\b",
        "percent": r"percent|per cent|%",
        "money": r"[$£€]|\bdollars?\b|\b[bmtr]+illion\b",
        "year": r"\b(?:1[89]|20)\d\d\b",
        "period": r"\b(?:years?|months?|days?|weeks?|decades?|ago|since|last|first|during)\b",
        "superlative": r"\b(?:most|least|best|worst|only|never|ever|every|all|none|nobody|any|\w{3,}est)\b",
        "comparison": r"\b(?:more|less|fewer|than|higher|lower|increas(?:e|es|ed|ing)|cuts?|rises?|rose|risen|fell|"
        r"fallen|grew|grown|lost|gained|up|down|reduced?)\b",
        "past": r"\b(?:was|were|had|did|said|voted|went|took|made|gave|left|got|put|ran|came|told|wrote|spent|paid|"
        r"\w{3,}ed)\b",
        "perfect": r"\b(?:has|have|['’]ve|['’]s) (?:\w+ )?(?:been|\w+ed|had|done|gone|made|lost|seen|taken|given|got|"
        r"become)\b",
        "cause": r"\b(?:because|due to|caused|led to|result)\b",
        "third person": r"\b(?:he|she|they|his|her|their|them|him)\b",
        "I": r"\bi\b",
        "we": r"\b(?:we|us|our)\b",
        "you": r"\byour?\b",
        "negation": r"\b(?:not|no|never|nothing)\b|n['’]t\b",
        "future": r"\b(?:will|won['’]t|shall|going to|gonna)\b|['’]ll\b",
        "ought": r"\b(?:should|must|ought|needs?|ha(?:ve|s) to|got to|let['’]s|let us)\b",
        "hedge": r"\b(?:would|could|may|might|maybe|perhaps|if)\b",
        "mind": r"\b(?:think|believe|feel|hope|want|guess|know|like|love|understand|agree|mean|sure|wish)\b",
        "question": r"\?",
    }.items()
}


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature adds to a sentence's score."""

    line: float
    """The score from which a sentence is worth checking."""
    features: Mapping[str, float]
    """What each occurrence of a count adds."""
    grams: Mapping[str, float]
    """What the presence of a gram adds, before it is shared among the sentence's grams of its sort."""


def check_worthiness(sentences: Sequence[str]) -> list[float]:
    """Score sentences by their words alone, without spaCy.

    Args:
        sentences: Plain text, one statement each.

    Returns:
        One number for each, 0 to 1; from .5 on a checker should look.
    """
    weights = _weights()
    return [_score(text, weights) for text in sentences]


def features(text: str) -> dict[str, float]:
    """The counts that the score is made of, those that are not 0, and which two of them stand in one sentence."""
    low = text.lower()
    found = {name: float(min(_MOST, len(pattern.findall(low)))) for name, pattern in _COUNTS.items()}
    found["name"] = float(min(_MOST, len(_NAME.findall(text))))
    found["length"] = math.log1p(len(low.split()))
    counted = {name: value for name, value in found.items() if value}
    return counted | {f"{one}{PAIR}{two}": 1.0 for one, two in combinations(counted, 2)}


def grams(text: str) -> tuple[set[str], set[str]]:
    """What stands in a sentence: its words and pairs of neighbours, and the parts of its words, marked with ``#``.

    Figures are one word, 0, whatever their value; ``_`` stands for the edge of a word.
    """
    words = _TOKEN.findall(_FIGURE.sub("0", text.lower().replace("’", "'")))
    whole = {*words, *(f"{first} {second}" for first, second in pairwise(words))}
    return whole, set().union(*(_parts(word[:_LONGEST_WORD]) for word in set(words)))


@lru_cache(maxsize=4096)
def _parts(word: str) -> frozenset[str]:
    """The parts of a word; kept, since a story has few words that it has only once."""
    edged = f"_{word}_"
    return frozenset(
        f"#{edged[start : start + size]}"
        for size in range(_SHORTEST, _LONGEST + 1)
        for start in range(len(edged) - size + 1)
    )


def share(sort: Collection[str]) -> float:
    """What each gram of a sort counts: long sentences have more grams, not more worth."""
    return 1 / math.sqrt(len(sort) or 1)


def _score(text: str, weights: Weights) -> float:
    score = sum(weights.features.get(name, 0.0) * value for name, value in features(text).items())
    for sort in grams(text):
        # exact, as the order of a set is not the same in two runs
        score += math.fsum([weights.grams.get(gram, 0.0) for gram in sort]) * share(sort)
    return 1 / (1 + math.exp(weights.line - score))


@lru_cache(maxsize=1)
def _weights() -> Weights:
    data = json.loads(resources.files(__package__).joinpath(WEIGHTS_FILE).read_text("utf-8"))
    return Weights(data["line"], data["features"], data["grams"])
