"""What somebody did that others could see or hear, as quotations tell it: *I phoned her*, *he never met the mayor*.

Where somebody lived and worked and whose brother he is belongs here, too. Such small facts have neither figure nor
name, and read like talk; yet those who were there can be asked.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck.extraction.words import verbs, words

_ACTS: Final = verbs("""
    answer apologise apologize arrest ask attend bathe borrow bow call climb confiscate cook cough crawl dance dial
    discuss divorce donate download email enroL faint film graduate greet handcuff hand hang hug hurry interview
    invite jump kiss kneel knock laugh lend lock mail marry measure nod order paint park phone photograph post
    propose publish record register rent reply resign retire sail scream search shout shower sign smile smoke sneeze
    swallow sweat talk telephone text toast travel traveL tweet type unlock vaccinate videotape visit vomit vote
    wait walk wash watch wave weigh whisper yell
""")
"""Regular verbs; none with which people praise and blame each other, as *fight*, *play* and *deliver*."""
_PAST: Final = words("""
    ate bit bought drank heard held knelt lent met rang sat saw sent slept sold spat spoke swam told undressed wept woke
    wrote
""")
_OTHER: Final = verbs(
    "bite buy drink eat kneel lend meet ring sell send siT sleep speak spiT swiM tell wake weep write"
) | words("bitten drunk eaten rung spoken swum woken written")
"""Forms that need *did*, *have* or *began* before them, without *seen* and *heard*: *I have seen worse* is no act."""
_MOVING: Final = words("coming driving flying going heading limping riding running rushing stepping")
"""What tells of an act with where to: *was running off the field*."""
_IN_WHO: Final = (
    r"(?!(?:he|she|they|we|it|you|who|whom|whose|that|which|what|to|not|never|would|could|should|might|must|may|can|will"
    r"|shall|do|does|did|has|have|had|is|are|was|were|be|been|being)\b)[a-z]+"
)
"""A word between an article and the noun: *the old man*, and not *the man he (asked)*, *the man could have (asked)*."""
_WHO: Final = (
    r"(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey"
    rf"|(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Tt]he|[Aa]n?) {_IN_WHO}(?: {_IN_WHO}){{0,2}}"
    r"|(?!(?:It|This|That|These|Those|There|What|Nothing|Everything)\b)[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)*)"
)
_HOW: Final = r"(?:(?:just|also|then|both|all|even|once|only|later|soon|first|never|not|\w+ly) )*"
_ONES: Final = r"(?:the|an?|my|our|his|her|their|your|some|this|that|one|two|three)"
_PLACE: Final = (
    rf"(?:home|inside|outside|upstairs|downstairs|(?:back |over |out |up |down |right )*(?:in)?to (?:{_ONES} |[A-Z])"
    r"(?!(?:conclusion|point|end|table|brink|next|same|limit)\b))"
)
_PHRASE: Final = (
    rf"(?:came|went|ran|drove|rode|flew|moved|got|returned) {_PLACE}"
    rf"|(?:came|fell|climbed|got|pulled (?:him|her|them|me)) (?:on|off|out of|onto) {_ONES} (?:\w+ )?"
    r"(?:back|bed|bench|bike|boat|bus|cab|car|chair|ferry|floor|horse|house|ladder|plane|roof|ship|stage|street|table"
    r"|taxi|train|truck|van|wall|water)\b"
    r"|got (?:him|her|them)(?=\W*$|,)"
    r"|got (?:together|married|divorced|engaged|dressed|undressed|sick|shot|stabbed|robbed|arrested|fired|hired|home)\b"
    rf"|(?:got|had|left|made|received) {_ONES} (?:\w+ )?(?:call|letter|text|e-?mail|message|ticket|visit)\b"
    rf"|made (?:{_ONES} )?(?:\w+ )?(?:appointment|arrest|complaint|cop(?:y|ies)|decision|donation|list|offer|payment"
    r"|recording|request|reservation|statement|suggestion|video)s?\b"
    rf"|took (?:{_ONES} )?(?:\w+ )?(?:bath|boat|bus|cab|course|exam|ferry|flight|nap|notes?|oath|photo|photograph"
    r"|picture|pill|plane|selfie|shower|taxi|test|train|video)s?\b"
    r"|shook (?:hands|(?:my|our|his|her|their|your) hands?)\b|sent out\b"
    r"|stood (?:there|outside|in (?:the|a) (?:line|queue))\b"
    r"|(?:lived|worked|served|taught) (?:in|at|for|under|there|here|near|next to|together|abroad)\b(?! silence)"
    r"|worked (?:as|with)\b"
    r"|(?:was|were) born\b|grew up\b(?! fast)|died\b(?! (?:out|down|away))"
    r"|built (?:it|this|that|the|my|our|his|her|their)\b"
    r"|lost (?:my|our|his|her|their) (?:arm|baby|brother|child|dad|daughter|father|home|house|husband|job|leg|mom"
    r"|mother|mum|parents|sister|son|wife)\b"
    r"|(?:is|was|are|were) (?:my|our|his|her|their) (?:\w+ )?(?:aunt|boss|brother|colleague|cousin|daughter|dad"
    r"|employer|father|grand(?:father|mother|son|daughter)|husband|landlord|mom|mother|mum|neighbou?r|nephew|niece"
    r"|roommate|sister|son|teacher|tenant|uncle|wife)s?\b"
    r"|(?:started|began|stopped|kept|finished|was|were) (?P<acting>[a-z]+ing)\b"
    rf"(?P<away> (?:off|out of|into|onto|across|down|up|through|past|towards?|away from|back to) {_ONES} (?!own\b))?"
    r"|(?:was|were) (?:[a-z]+ ){1,2}(?:feet|foot|yards?|met(?:er|re)s?|miles?|blocks?|inch(?:es)?) "
    r"(?:behind|from|away|above|below)\b"
    r"|(?:carried|chased|dragged|grabbed|pushed|shoved) (?:him|her|them|me|us)\b(?! hard\b)"
    r"|(?:see|hear) (?:it|him|her|them|anything|anyone|anybody)\b(?! (?:as|coming|(?:that|this) way)\b)"
    rf"|(?:started|began|finished|completed|opened|closed) {_ONES} (?:\w+ )?"
    r"(?:box|book|door|drawer|envelope|form|gate|letter|process|safe|window)\b"
)
"""What is an act only with what it is done to: *got into the car*, not *got better*."""
_DID = re.compile(
    rf"(?:[^,.;:]{{1,40}}, )?(?P<who>{_WHO}(?:['’](?:d|ve|s)\b)? )?{_HOW}"
    rf"(?:(?P<helped>did|didn['’]t|had|hadn['’]t|have|haven['’]t|has|hasn['’]t) {_HOW})?"
    rf"(?P<verb>(?:{'|'.join(sorted(_ACTS | _OTHER | _PAST))})\b|(?=(?P<phrase>{_PHRASE}))[a-z]+)(?(who)|(?! by\b))"
)
"""Somebody, and what they did; *I* may be left out: *and then talked to them*."""
_IDIOM = re.compile(
    r"(?:met (?:\w+ ){0,3}(?:challenges?|criteria|deadline|demands?|expectations?|goals?|match|moment|needs?|standards?"
    r"|targets?)|answered (?:the (?:bell|call)|back)"
    r"|(?:ask(?:ed)?|w(?:as|ere) asking) (?:for (?:it|more)|a lot|so much|too much)"
    r"|paint(?:ed)? (?:\w+ ){0,3}picture|bought (?:in|into|time)|call(?:ed)? (?:it|this|that)|handed (?:it|us|them)"
    r"|held (?!hands|him|her|them|me)|hung (?:in|on|tough)|jump(?:ed)? (?:at|on|all)|slept on|told you so"
    r"|sold (?:out|short|us|them|ourselves|themselves)|wait(?:ed)? (?:so )?long|spoke (?:volumes|for)"
    r"|walk(?:ed)? (?:all over|the walk)|watch(?:ed)? out|sail(?:ed)? through|sat (?:back|on it)"
    r"|s(?:aw|een) (?:what|how|that|it|this|enough|through)|heard (?:it|that|enough)|signed (?:away|off|on|up))\b"
)


def tells_act(text: str) -> bool:
    """Whether a claim tells first of all of a small act; a word of praise or blame in it is not looked at."""
    found = _DID.match(text)
    if found is None or _IDIOM.match(text, found.start("verb")):
        return False
    verb = found["verb"]
    if found["helped"]:
        return verb in (_ACTS | _OTHER | _PAST | {"see", "hear"}) - {"heard"}
    if found["phrase"] is not None:
        moving = found["away"] is not None and found["acting"] in _MOVING
        told = found["acting"] is None or moving or found["acting"] in _ACTS | _OTHER
        return told and verb not in ("see", "hear")
    return verb in _PAST or (verb in _ACTS and verb.endswith("ed"))
