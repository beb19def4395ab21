"""The words under which a claim is filed: content words cut to their stem, so that endings do not hide a claim.

The index forgets a claim by the words that it was filed under: once released, a change here needs a migration that
files all claims anew.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeVar

from factcheck.normalise import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")

_UNTOLD: Final = STOP_WORDS | frozenset(
    "no not never nor neither without none longer still yet already remain remains".split()  # noqa: SIM905  # a list
)
"""Words under which no claim is filed: what says nothing about its subject, and what denies or upholds it."""

_IRREGULAR: Final = {
    form: base
    for base, forms in {
        "beat": "beaten", "become": "became", "begin": "began begun", "bite": "bit bitten", "blow": "blew blown",
        "break": "broke broken", "bring": "brought", "build": "built", "buy": "bought", "catch": "caught",
        "choose": "chose chosen", "come": "came", "die": "died dead death dying", "draw": "drew drawn",
        "drive": "drove driven", "eat": "ate eaten", "fall": "fell fallen", "feel": "felt", "fight": "fought",
        "find": "found", "fly": "flew flown", "forget": "forgot forgotten", "freeze": "froze frozen",
        "get": "got gotten", "give": "gave given", "go": "went gone", "grow": "grew grown growth", "hear": "heard",
        "hide": "hid hidden", "hold": "held", "keep": "kept", "know": "knew known", "lead": "led", "leave": "left",
        "lose": "lost loss", "make": "made", "man": "men", "meet": "met", "pay": "paid", "person": "people",
        "rise": "rose risen", "run": "ran", "say": "said", "see": "saw seen", "seek": "sought",
        "sell": "sold sale sales", "send": "sent", "shake": "shook shaken", "shoot": "shot", "show": "shown",
        "sing": "sang sung", "sink": "sank sunk", "speak": "spoke spoken", "spend": "spent", "stand": "stood",
        "steal": "stole stolen", "strike": "struck", "swear": "swore sworn", "swim": "swam swum",
        "take": "took taken", "teach": "taught", "tear": "tore torn", "tell": "told", "think": "thought",
        "throw": "threw thrown", "wear": "wore worn", "win": "won", "withdraw": "withdrew withdrawn",
        "woman": "women", "child": "children", "write": "wrote written",
    }.items()
    for form in forms.split()
}  # fmt: skip
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:st|nd|rd|th)?\Z")
_VOWEL = re.compile("[aeiouy]")
_DOUBLE = re.compile(r"([bdgmnprt])\1$")


@lru_cache(maxsize=8_192)
def stem(word: str) -> str:
    """Cut a folded word to a stem that its inflections and nearest derivations share; numbers stay whole.

    It cuts less than a Porter stemmer: two words with one stem should mean one thing, since a stem also decides
    whether a claim denies what another says.
    """
    if len(word) < 4 or not word.isascii() or not word.isalpha():
        return _IRREGULAR.get(word, word)
    base = _IRREGULAR.get(word) or _singular(word)
    base = _IRREGULAR.get(base, base)
    for ending, least in (("ation", 5), ("ment", 5), ("ion", 5), ("ing", 3), ("ed", 3), ("ly", 4)):
        rest = base.removesuffix(ending)
        if rest is not base and len(rest) >= least and _VOWEL.search(rest):
            base = _DOUBLE.sub(r"\1", rest) if ending in {"ing", "ed"} else rest
            break
    if len(base) > 4:
        base = base.removesuffix("e").replace("our", "or").replace("iz", "is")
    return base.removesuffix("at") if len(base) > 6 else base


def _singular(word: str) -> str:
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def terms(tokens: Iterable[str]) -> tuple[str, ...]:
    """The stems of a normalised text's content words and its numbers, each once, in the order they stand.

    Args:
        tokens: What ``factcheck.normalise.tokens`` gives. Negation is left out: a claim and its denial belong next to
            each other.
    """
    return tuple(dict.fromkeys(filter(None, map(_FILED.__getitem__, tokens))))


def term_set(tokens: Iterable[str]) -> frozenset[str]:
    """The same stems and numbers, in no order."""
    return frozenset(filter(None, map(_FILED.__getitem__, tokens)))


_MOST_WORDS: Final = 100_000
"""Words that are remembered: some 10 MB."""


class ByWord(dict[str, T]):
    """What words tell by themselves, worked out once for each.

    A dictionary, whose look-up is the cheapest there is: each claim that is compared asks for some twenty words.

    Args:
        tell: Works it out.
    """

    def __init__(self, tell: Callable[[str], T]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, word: str) -> T:
        if len(self) >= _MOST_WORDS:
            self.clear()
        self[word] = told = self._tell(word)
        return told


def _filed(word: str) -> str:
    """The stem under which a word is filed, empty for one under which none is."""
    return "" if word in _UNTOLD else stem(word)


_FILED: Final = ByWord(_filed)


def is_number(word: str) -> bool:
    """Whether a word of a normalised text is a number."""
    # Nearly all others begin with a letter, which comes after the digits.
    return word < ":" and _NUMBER.match(word) is not None
