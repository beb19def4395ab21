"""Whether a claim can be checked at all, or is opinion, prediction, taste, a question or an order.

A checker still sees what cannot be checked: that it was said is a fact.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck.extraction.words import words

_OPINION: Final = words("""
    amazing awesome awful bad beautiful best better big bizarre brave brilliant capable careful clever
    close comfortable committed concerned concerning confident cool courageous crazy crucial cruel cute
    dangerous dear delicious delighted despicable determined devastated devastating difficult
    disappointed disappointing disgraceful disgusting disturbing dramatic dreadful easy elegant
    embarrassing encouraging encouraged enjoyable essential ethical evil excellent exciting excited
    extraordinary fabulous fair fantastic fascinating favorite favourite fine foolish fortunate
    frightening frustrated frustrating fun funny generous glad good gorgeous grateful great happy hard
    hilarious honest honored honoured hopeful horrible horrific horrifying huge humble humbled ideal
    important impressed impressive inappropriate incredible incredibly inevitable inexcusable inspiring
    inspirational interesting intense irresponsible joyful kind lovely loving lucky mad magical
    magnificent marvellous meaningful mean miserable naive natural necessary nervous nice nonsense odd
    optimistic outrageous outstanding painful passionate pathetic perfect pessimistic pleasant pleased
    poor positive powerful precious predictable pretty promising proper proud reasonable regrettable
    relieved reckless remarkable resilient ridiculous right sad scared scary selfish sensible serious
    shameful shocked shocking sick silly simple smart sorry special spectacular strange strong stunning
    stupid successful super superb surprised surprising sweet talented tempting terrible terrific
    terrifying thankful thrilled thrilling tough tragic tremendous troubling ugly unacceptable
    unbelievable unfair unfortunate unfortunately unhappy unique unreasonable upset vital warm weak
    weird welcome wild wise wonderful worried worrying worse worst worth worthwhile wrong honestly
    frankly hopefully love loved loves hate hated hates enjoy enjoyed admire dream heart joy shame pity
    disaster nightmare miracle hero mistake honor honour pleasure privilege tragedy blessing disgrace
    fool beauty hope deserve deserves deserved
""")
_MIND: Final = re.compile(
    r"\b(?:I|we|you)(?:['’](?:m|re|d|ve))? (?:(?:really|just|always|still|also|do|don['’]t|didn['’]t|never|would|can|can['’]t|cannot) )*"
    r"(?:think|believe|feel|felt|hope|guess|suppose|love|like|want|wish|care|expect|imagine|trust|understand|mind|enjoy|need|prefer|wonder|fear|thought|hoped|wanted|loved|liked)\b",
    re.IGNORECASE,
)
_OUGHT: Final = re.compile(
    r"\b(?:should|shouldn['’]t|must|mustn['’]t|ought|needs? to|(?:has|have|['’]ve|got) (?:got )?to|let['’]s|would|wouldn['’]t|could|may|might|maybe|perhaps|probably|if)\b",
    re.IGNORECASE,
)
_AHEAD: Final = re.compile(r"\b(?:will|won['’]t|shall|going to|gonna)\b|\b\w+['’]ll\b", re.IGNORECASE)
_PLAN: Final = re.compile(r"\b(?:scheduled|planned|plans?|expected to|due to|set to)\b", re.IGNORECASE)
_HARD: Final = frozenset({"number", "money", "percent", "date", "age"})
_TOKEN: Final = re.compile(r"[\w'’-]+")


def is_checkable(text: str, kinds: frozenset[str], *, quoted: bool, asked: bool) -> bool:
    """Judge one claim by its words.

    Args:
        text: The claim.
        kinds: The kinds of its facts; a figure makes most sentences checkable.
        quoted: It is said by somebody, in quotation marks or in report; the paper's own sentences are given more credit.
        asked: It is a question or an order.
    """
    if asked:
        return False
    words = [word.lower() for word in _TOKEN.findall(text)]
    opinion = sum(word in _OPINION for word in words)
    hard = bool(kinds & _HARD)
    ahead = bool(_AHEAD.search(text))
    if not quoted:
        return hard or not opinion or len(words) > 9 or "name" in kinds
    if ahead or _MIND.search(text):
        return False
    if hard:
        return True
    return not opinion and not _OUGHT.search(text) and len(words) > 3
