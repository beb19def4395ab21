"""Whether a claim can be checked at all, or is opinion, prediction, taste, a question or an order.

A checker still sees what cannot be checked: that it was said is a fact.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.extraction.acts import tells_act
from factcheck.extraction.cues import FINDING, FORETELLING
from factcheck.extraction.facts.calendar import MONTHS, WEEKDAYS
from factcheck.extraction.words import verbs, words

if TYPE_CHECKING:
    from collections.abc import Collection

_OPINION: Final = words("""
    admirable admire amazing appalled appalling ashamed astonishing awesome awful bad beautiful beauty bizarre blessing
    bold brave brilliant capable careful clever comfortable commendable confident courageous cowardly crazy crucial
    cruel cute dangerous delicious delighted deserve deserved deserves despicable devastated devastating difficult dire
    disappointed disappointing disaster disgrace disgraceful disgusting disheartening disturbing dreadful ecstatic
    elated elegant embarrassing encouraging enjoy enjoyable enjoyed essential ethical evil excellent excited exciting
    extraordinary fabulous fantastic fascinating favorite favourite fool foolhardy foolish fortunate frankly
    frightening frustrated frustrating fun funny furious generous glad good gorgeous grateful great happy hate hated
    hates heartbreaking heartbroken hero hilarious honest honestly honor honored honour honoured hope hoped hopeful
    hopefully horrible horrific horrifying humbled hypocritical ideal idiotic immoral importance important impressed
    impressive imprudent inappropriate incredible inevitable inexcusable innovative inspirational inspiring insulting
    intense interesting irresponsible joy joyful laudable love loved lovely loves loving lucky ludicrous magical
    magnificent marvellous meaningful memorable miracle miserable mistake naive necessary nervous nice nightmare
    nonsense optimistic outrageous outstanding overjoyed painful passionate pathetic perfect pessimistic pity pleasant
    pleased pleasure pointless positive powerful precious predictable pretty privilege promising proper proud prudent
    reasonable reckless regrettable relieved remarkable resilient ridiculous sad scared scary selfish senseless
    sensible shame shameful shocked shocking sickening silly sorry spectacular strange stunning stupid successful sucks
    super superb surprised surprising talented tempting terrible terrific terrifying thankful thoughtless thrilled
    thrilling tough tragedy tragic tremendous troubling ugly unacceptable unbelievable unfair unforgivable unfortunate
    unfortunately unhappy unique unrealistic unreasonable unthinkable unwise upset vile vital weird welcome wicked wise
    wonderful worried worrying worse worst worthwhile wrong
""")
"""Words of praise, blame and feeling; none that is as common in plain facts (a *strong* wind)."""
_TERM: Final = re.compile(
    r"\b(?:outstanding (?:shares?|common|stock|debts?|loans?|bonds?|warrants?|balance|fines?|claims?)"
    r"|(?:shares?|stock|debts?|loans?|bonds?|notes?|warrants?) (?:is |are |was |were |currently |still )*outstanding"
    r"|extraordinary (?:gains?|loss(?:es)?|items?|credits?|charges?|profits?|(?:general )?meetings?|sessions?)"
    r"|bad (?:loans?|debts?|weather)|test(?:s|ed|ing)? positive|positive (?:tests?|results?|cases?|samples?)"
    r"|(?:natural|nuclear|air|rail) disasters?"
    r"|disaster (?:relief|aid|assistance|areas?|zones?|recovery|response|fund|declarations?|agency)"
    r"|hate (?:crimes?|speech|groups?|mail)|(?:good|bad) (?:luck|fortune)"
    r"|(?:(?:his|her|its|their|the) (?:\w+ )?|['’]s )blessing"
    r"|intense (?:domestic |public |political |international )?(?:pressure|fighting|shelling|fire|heat)"
    r"|honou?r (?:guards?|roll|killings?)|maids? of honou?r|in honou?r of"
    r"|honou?red (?:for|with|posthumously)"
    r"|(?:reckless|dangerous) (?:driving|endangerment|homicide|conduct|weapons?|drugs?|goods)"
    r"|essential (?:workers?|services?|oils?|ingredients?|elements?|goods|nutrients?|supplies)"
    r"|vital (?:signs|statistics|records|organs)|unfair (?:trade practices?|dismissal|competition)|good faith"
    r"|(?:presidential|mayoral|party|olympic|title|medal) hopeful|beauty (?:contests?|pageants?|salons?|products?)"
    r"|love (?:letters?|songs?|affairs?|story|stories)|pleasure (?:boats?|craft)|perfect game)\b",
    re.IGNORECASE,
)
"""Names of things, in which such a word praises and blames nothing."""
_HEARTENED: Final = re.compile(
    r"\b(?:encouraged|(?<!have )(?<!has )(?<!had )(?:alarmed|amazed|astonished|baffled|disgusted|disheartened|dismayed"
    r"|embarrassed|outraged|saddened))(?=\W*$|[,;:.]| (?:by|that|about|to (?:see|hear|learn|find|know))\b)",
    re.IGNORECASE,
)
"""A feeling; *it has alarmed the town*, *she encouraged them to leave* and *they were encouraged to go* tell acts."""
_KEY: Final = re.compile(r"\b(?:is|are|was|were|be) (?:\w+ )?key (?:to|in|for)\b", re.IGNORECASE)
"""What is thought to be important."""
_MIND: Final = re.compile(
    r"\b(?:I|we|you)(?:['’](?:m|re|d|ve))? "
    r"(?:(?:really|just|always|still|also|much|rather|do|don['’]t|didn['’]t|never|would|can|can['’]t|cannot|fully|wholly|"
    r"strongly|firmly|truly|sincerely|certainly|surely|honestly|definitely|completely|totally|absolutely|kinda|sorta"
    r"|kind of|sort of) )*"
    r"(?:think|believe|feel|felt|hope|guess|suppose|love|like|want|wish|care|expect|anticipate|imagine|trust"
    r"|understand|mind|enjoy|agree|disagree|doubt|need|prefer|wonder|fear|pray|thank|congratulate|applaud|salute"
    r"|assume|assumed|bet|reckon|figured?(?! out)|beg to|dare say"
    r"|apologi[sz]e|thought|hoped|wanted|loved|liked)\b"
    r"|(?<!\()\b(?:I|we) (?:do not|don['’]t|did not|didn['’]t) (?:(?:really|even|yet) )*(?:know|remember|recall)\b"
    r"|(?<!\()\b(?:I|we) (?:can(?:not|['’]t)|could(?: not|n['’]t)|will not|won['’]t) (?:\w+ )?"
    r"(?:comment|say|speculate|recall)\b"
    r"|\b(?:I|we|you) (?:have|had) no (?:\w+ )?(?:idea|clue|doubts?|regrets?|illusions?)\b"
    r"|\b(?:my|our) (?:hearts? (?:(?:go|goes|went) out|bleeds?|breaks?|broke|aches?|(?:is|are|was|were) (?:\w+ )?"
    r"(?:filled|full|broken|heavy|breaking|bleeding|aching|with))|(?:\w+ )?(?:thoughts(?! (?:of|on|about)\b)"
    r"|prayers|condolences|sympath(?:y|ies)))\b"
    r"|\bin (?:my|our) (?:(?:humble|honest|own|considered) )?(?:view|opinion|judge?ment|estimation)\b",
    re.IGNORECASE,
)
"""A speaker's own mind, or what is not in it, which nobody can look up."""
_QUOTED: Final = re.compile(r"(?<!\w)[“\"‘'].*?(?:[”\"’'](?!\w)|\Z)", re.DOTALL)
"""Somebody else's words in the paper's own sentence: a sign may read *“We want it”*."""
_HOPEFULLY: Final = re.compile(r"\bhopefully\b", re.IGNORECASE)
_VERDICT: Final = re.compile(
    r"\b(?:is|are|was|were|(?:is|are|was|were)n['’]t|be|been|['’]s|['’]re)"
    r"(?: (?:not|never|so|very|pretty|really|quite|rather|just|simply|truly|utterly|totally|completely|absolutely|all"
    r"|too|more|most|less|a bit|a little|kind of|somewhat|as|both|frankly|downright|deeply|highly|plain))*"
    r" (?:absurd|appalling|baffling|bizarre|childish|clumsy|concerning|corny|creepy|cringeworthy|deplorable"
    r"|disgraceful|embarrassing|hilarious|hypocritical|iconic|inexcusable|insulting|laughable|legendary|mean|naive"
    r"|nonsense|offensive|outrageous|overrated|pathetic|petty|pointless|refreshing|ridiculous|rude|shady|shameful"
    r"|shocking|sketchy|stunning|stupid|suspect|tacky|tasteless|telling|tiresome|unacceptable|underrated|unfair"
    r"|unforgivable|uninspired|unwise|vulgar|weird|witty"
    r"|(?:(?<=n['’]t )|(?<=not )|(?<=so )|(?<=pretty )|(?<=really ))cool)"
    r"(?: as \w+(?: \w+)?)?\W*$"
    r"|\b(?:has|have|had|['’]s|['’]ve)(?: had| enjoyed| been having)? an? "
    r"(?:(?:pretty|very|really|rather|quite|truly) )?(?:amazing|awful|bad|crazy|dreadful|fantastic|good|great"
    r"|horrible|incredible|lousy|miserable|poor|rough|solid|stellar|strange|strong|terrible|tough|tremendous|wild"
    r"|wonderful) "
    r"(?:career|day|game|life|month|night|run|season|spell|start|summer|time|week|weekend|winter|year)(?: so far)?\W*$",
    re.IGNORECASE,
)
"""What a sentence comes down to, however long it is and whomever it names: *to leave them there is pretty petty*."""
_SAYING_SO: Final = re.compile(
    r"\A(?:I|[Ww]e)(?:['’]d| would| should| must| can| could| will| have to| want to| need to)?"
    r"(?: (?:also|just|only|like to|have))*"
    r" (?:say|said|add|added|mention|mentioned|note|noted|point out|pointed out|stress|tell you|remind you|repeat)"
    r"(?: \w+){0,2}? that\b"
)
"""What leads on to what a speaker says: *I should add that it leaked* tells whether it leaked, not what should be."""
_SHOULD: Final = re.compile(
    r"\b(?:should|shouldn['’]t|must|mustn['’]t|ought|let['’]s)\b"
    r"|(?:(?:\A|[,;:.—–“\"‘] ?|\b(?:and|but|or|so|then|that) )you|['’]d) better (?!than\b|\w+ than\b)\w",
    re.IGNORECASE,
)
"""What is thought right; a thing that *serves you better* or *gets you better sound* is none."""
_OPEN: Final = re.compile(
    r"\b(?:needs? to|(?:has|have|got) to|would|wouldn['’]t|could|may|might|maybe|perhaps|probably|if)\b",
    re.IGNORECASE,
)
_COULD: Final = re.compile(
    r"\bcould (?:still |also |soon |yet |well |even |ultimately |eventually |one day )*"
    r"(?:be|become|have|mean|lead|face|get|take|make|help|cost|end|signal|spell|prompt|spark|trigger|heighten|deepen|fuel|stoke|strain|threaten|affect|pose|undermine|complicate"
    r"|exacerbate|jeopardi[sz]e|derail|hamper|cripple|alter|reshape|shift|swing|tip)\b"
)
_GUESS: Final = re.compile(
    r"\b(?:may|might)\b"
    r"|\b[Ii]f\b(?! any\b| anything\b| not\b).*\b(?:would|could|will)\b|\b(?:would|will)\b.*\bif\b"
    r"|\b(?:will|won['’]t) (?:\w+ly |never |always |ever |also |soon |still )?be (?:so|too|very|more|less) (?!than\b)\w"
)
"""What the paper itself thinks possible, or sees coming; *may* small, since the month is not."""
_UNSAID: Final = re.compile(
    r"\b(?:to|not|n['’]t|never) (?:say|comment(?: on)?|specify|disclose|confirm|reveal|discuss|address|rule out) "
    r"(?:if|whether)\b.*"
)
"""What nobody told: *she declined to say if it would open*."""
_SPAN: Final = r"(?:day|week|month|season|year|decade|century|spring|summer|autumn|fall|winter)"
_GONE: Final = re.compile(
    rf"\b(?:could have been|(?:last|past|earlier this) (?:{_SPAN}|night|{'|'.join(WEEKDAYS + MONTHS)})"
    rf"|(?:{_SPAN}s?|centuries|hours?|minutes?) (?:earlier|ago)|(?:1[0-9]|20[01])[0-9]{{2}})\b"
)
"""Without this, the day of what *could* be is one to come: *it could have consequences in November*."""
_PURPOSE: Final = re.compile(r"\bso that [^,;]*", re.IGNORECASE)
"""What something was done for: *so that the case could be appealed* is no guess."""
_WOULD_HAVE: Final = re.compile(r"\bwould(?:n['’]t)? (?:not )?have\b")
_HAD: Final = re.compile(r"\bhad(?:n['’]t)?\b")
_HAD_FIRST: Final = re.compile(r"Had\b|had (?:it|I|we|you|he|she|they)\b")
_MIGHT_HAVE: Final = re.compile(
    r"\b(?:I|we)(?:['’]d| (?:\w+ly |also |still |never )?(?:could|would|might)(?:n['’]t)?)"
    r"(?: \w+ly| also| still| never| not)*(?:['’]ve| have)(?: \w+ly| also| still| never| not)* "
    r"(?!(?:an?|the|this|that|these|those|some|any|no|my|our|your|his|her|its|their|more|less|many|much|it|them|him|us"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|dinner|lunch|breakfast|supper|tea|coffee|\w+s)\b)[a-z]\w+",
    re.IGNORECASE,
)
"""What a speaker did not do, *we could have won two games*; *we could have two games by May* is to come, and *we’d have
lunch* was a habit."""
_IF: Final = re.compile(r"\bif\b", re.IGNORECASE)
_SEEMING: Final = re.compile(
    r"\b(?:it|this|that|there)(?: can| may| might| would)? (?:(?:seem(?:s|ed)?|feels?|felt|look(?:s|ed)?) "
    r"(?:like|as if|as though|that|to|more)|sound(?:s|ed)? (?:like|as if|as though|more like))\b"
    r"|\bit(?: is|['’]s| was) (?:high |about )?time (?:to|for|that|we)\b"
    r"|\bremains? to be seen\b|\b(?:impossible|hard|difficult|too early|too soon) to (?:know|say|tell|imagine)\b"
    r"|\b(?:premature|too early|too soon) to (?:speculate|guess|judge|predict|conclude|comment|talk|speak"
    r"|draw (?:\w+ )?(?:conclusions?|inferences?|lessons?|parallels?))\b"
    r"|\bit(?: is| was| remains|['’]s) (?:still |now )?unclear\b"
    r"|\A(?:(?:exactly|just) )?(?:(?:whether|why|how|what|who)\b.+|(?:where|when)\b[^,]+)"
    r" (?:is|was|remains?) (?:still |now )?unclear\b"
    r"|\b(?:it|that|this)(?: is| was|['’]s) as (?:if|though)\b"
    r"|\bleaving (?:\w+ ){1,2}to (?:wonder\b|question (?:if|whether|why|how)\b)"
    r"|\b(?:it|this|that|which)(?: is|['’]s| was) (?:\w+ ){0,2}(?:good|great|bad|welcome) news\b"
    r"|\b(?:it|this|that|which)(?: is|['’]s| was)(?:n['’]t)? (?:\w+ ){0,3}big deal\b(?! worth| with| between)"
    r"|\bthere(?: is|['’]s| was) (?:\w+ ){0,2}(?:reason|cause) (?:to|for)\b"
    r"|\braises? (?:\w+ ){0,2}(?:questions|doubts)\b"
    r"|\b(?:does not|doesn['’]t) (?:necessarily )?mean\b"
    r"|\bthere(?: is|['’]s) (?:a|the|every|some|no|little) (?:chance|possibility)\b"
    r"|\bit(?: is|['’]s)(?: \w+)? (?:possible|likely|unlikely|conceivable) that\b"
    r"|\boutliv(?:e|es|ed) (?:its|their) (?:usefulness|purpose)\b"
    r"|\b(?:is|are|was|were|['’]s|['’]re) (?:\w+ )?an? (?:\w+ )?(?:affront|insult|disgrace|mockery|travesty)\b"
    r"|\b(?:do|does|did|done|doing) an? (?:\w+ )?(?:amazing|excellent|fantastic|good|great|poor|terrible) job\b"
    r"|\bthere(?: is|['’]s| was) (?:no ?one|nobody|nothing) (?:better|worse|quite|like"
    r"|(?:brav|clever|cruell|kind|nic|smart|tough|wis)er than)\b",
    re.IGNORECASE,
)
"""How something strikes somebody, or a judgement in a set phrase."""
_FITTING: Final = re.compile(
    r"\bit(?: is|['’]s| was)(?: \w+ly| just| very| quite)? (?:(?:apt|fair|fitting|natural|no surprise|no wonder"
    r"|small wonder|right and proper)|(?<=only )right) (?:that|to|for)\b"
    r"|\b(?:is|are|was|were)(?: \w+ly| always| still| perhaps)? (?:the|an?) (?:ideal|logical|natural|obvious|perfect"
    r"|right|sensible) (?:answer|call|candidate|choice|decision|fit|match|move|person|pick|place|step|successor"
    r"|thing)\b",
    re.IGNORECASE,
)
"""What somebody or something is thought to be good for."""
_STRIKES: Final = re.compile(r"\bseem(?:s|ed)? (?!to have\b)", re.IGNORECASE)
"""What the paper itself thinks of somebody's manner."""
_MADE_TO: Final = re.compile(r"\bma(?:kes?|king|de)(?: [\w’'-]+){1,8} seem\b", re.IGNORECASE)
"""What something does to how another thing looks: *it makes the room seem bigger*."""
_FORECAST: Final = re.compile(
    r"\b(?:will|would|could|may|might)(?: \w+ly| not| also| still)? "
    r"(?:(?:begin|start|continue) to )?"
    r"(?:increase|decrease|rise|grow|fall|drop|decline|shrink|climb|reach(?! out\b)|exceed|surpass|pass|double|triple|"
    r"quadruple|recover|rebound|worsen|weaken|dissipate|subside)\b"
)
"""What is to become of a figure or a storm, which nobody can look up yet."""
_SET: Final = re.compile(
    r"\b(?:fares?|tolls?|fees?|charges?|dut(?:y|ies)|tax(?:es)?|lev(?:y|ies)|tariffs?|fines?|pensions?|minimum wage)"
    r"(?: (?!and\b|or\b)[\w’'-]+){0,4}? will(?: also)? (?:increase|decrease|rise|fall|drop|double|triple)\b",
    re.IGNORECASE,
)
"""What is set by those who take or pay it: with a date, its rise is a plan announced."""
_SURELY: Final = r"(?:likely|probably|undoubtedly|doubtless(?:ly)?|no doubt|surely|certainly|inevitably|presumably)\b"
_LIKELY: Final = re.compile(
    r"\b(?:is|are|['’]s|['’]re)(?:n['’]t| not)?(?: (?:still|also|now|very|quite|highly))? (?:un)?likely"
    r"(?: to (?!have\b|be the\b)|(?= (?:in|by|over|within|next|this|later|soon|before|after|as)\b)|(?=\W*$))"
    r"|\b(?:is|are|['’]s|['’]re|seems?|looks?|appears?)"
    r"(?: (?:almost|all but|virtually|nearly|practically|now|still|also))?"
    r" (?:(?:certain|sure|destined) to (?!have\b)"
    r"|bound to (?:be|become|come|fail|get|go|happen|lead|lose|make|occur|win)\b)"
    rf"|\b(?:will|won['’]t) (?:most |very |still |almost )?{_SURELY}|\b{_SURELY} (?:will|won['’]t)\b"
    r"|\bwould (?:most |very )?(?:likely|probably) (?!have\b)",
    re.IGNORECASE,
)
"""What is thought to come; *more likely to vote* is a share of those who do, and who is *bound to pay* has to."""
_OUTCOME: Final = re.compile(
    r"(?:(?!(?:that|who|whose|which|whether|den(?:y|ies|ied)|will|would)\b)\S+ ){1,12}?(?:(?P<sees>will)|would)"
    r"(?: \w+ly| not| also| never| only| still)? "
    r"(?:win|lose|fail|succeed|prevail|survive|suffer|benefit|minimi[sz]e|undermine|harm|hurt|lead to|result in"
    r"|(?:serve only|only serve) to (?!(?:the|an?|my|our|your|his|her|its|their|those)\b|\w+[^s]s\b)[a-z]+"
    r"|make it (?!clear\b)\w+ (?:for|to))\b"
)
"""What somebody sees coming that nobody can plan; of the past, *she would win the prize* tells what came about."""
_NECESSARY: Final = re.compile(
    r"\bwill(?: also| still| not| always)? (?:have to|need to|be (?:necessary|needed|required|enough|essential))\b"
    r"|\bwon['’]t be enough\b",
    re.IGNORECASE,
)
"""What somebody thinks that others will have to do."""
_MORE_NEEDED: Final = re.compile(
    r"\b(?:more|further|additional|fresh|urgent|immediate|larger|(?:bett|bigg|broad|bold|clean|clear|close|deep|fast|great"
    r"|long|quick|saf|strict|strong|tight|tough|wid)er)\b(?:(?!\bthan\b)[^.;:,]){0,60}?"
    r" (?:is|are|(?P<past>was|were)|['’]s|['’]re) (?:\w+ly |also |still |now )*needed\b",
    re.IGNORECASE,
)
"""What somebody asks for; *a permit is needed* tells a rule, and a paper's *a larger crane was needed* what came."""
_LAYING_DOWN: Final = re.compile(
    r"\b(?:laws?|bills?|rules?|acts?|regulations?|codes?|contracts?|statutes?|constitution|guidelines?|manual|treaty|charter"
    r"|courts?|judges?|rulings?|verdicts?|judge?ments?|decrees?|orders?|ordinances?|bye?-?laws?)\b"
    r"(?!['’]| (?!(?:of|in|on|at|for|from|by|against|to|that|which|who|under|[a-z]+ed|[a-z]+ing)\b)(?-i:[a-z]))",
    re.IGNORECASE,
)
"""What lays down what somebody needs or must: *the law says that a captain needs to hold a licence*; *a law professor*
and *the judge’s wife* do not."""
_MUST: Final = re.compile(r"\bmust(?:n['’]t)?\b", re.IGNORECASE)
_NEEDS: Final = re.compile(
    r"(?:(?!(?:that|who|whose|which|whether|what|if|when|where|to)\b)\S+ ){1,10}?"
    r"(?<!\bno )(?<!\bthe )(?<!\ba )(?<!\bany )[“\"‘']?needs? to (?!know\b)",
    re.IGNORECASE,
)
"""What somebody thinks right, in the main clause: *those who need to travel* are only told from others."""
_GOING_TO: Final = r"going to(?! (?:(?:the|an?|my|our|your|his|her|their)\b|(?-i:[A-Z])))"
"""What is to come; *going to Leeds*, *going to the fair* tells where somebody goes."""
_AHEAD: Final = re.compile(rf"\b(?:will|won['’]t|shall|{_GOING_TO}|gonna)\b|\b\w+['’]ll\b", re.IGNORECASE)
_ARRANGED: Final = re.compile(
    r"\bwill (?:not |also |soon |then |now |again |first |all |both )*be (?:\w+ly )?(?:re)?(?:admitted|allocated"
    r"|allowed|announced|appointed|assigned|auctioned|awarded|banned|barred|broadcast|built|buried|canceled|cancelled|chosen|closed"
    r"|constructed|converted|delivered|demolished|deployed|deported|discussed|displayed|distributed|donated|elected"
    r"|erected|established|evacuated|exhibited|extradited|flown|formed|handed"
    r"|held(?! to account| accountable| responsible)|housed|installed|introduced|launched|located|moved|named|opened"
    r"|paid|permitted|placed|postponed|presented|published|refunded|reimbursed|released|removed|replaced|scheduled"
    r"|screened|scrapped|sent|set up|shipped|shown|shut|signed|sold|spent|split|staged|stationed|streamed|suspended"
    r"|tested|torn down|transferred|transported|unveiled|used|vaccinated)\b",
    re.IGNORECASE,
)
"""What was decided and will be done, *the bridge will be closed*, also where somebody is quoted."""
_PROMISE: Final = re.compile(
    rf"\b(?:{_GOING_TO}|gonna|(?:will(?: not)?|won['’]t) be able to)\b|\b\w+['’]ll\b", re.IGNORECASE
)
"""What somebody says to come; a plain *will* announces a plan."""
_TO_COME: Final = re.compile(r"\b(?:will|won['’]t|would|wouldn['’]t)\b", re.IGNORECASE)
_FORECASTERS: Final = re.compile(
    r"\b(?:analysts?|brokerages?|commentators?|critics|economists?|experts?|forecasters?|investors|meteorologists?|"
    r"observers|opponents|pollsters|pundits|strategists?|supporters|traders)\b",
    re.IGNORECASE,
)
"""Those who have no part in what they say will come."""
_HOPING: Final = verbs("hope wish")
"""What is hoped for has not come about, whatever figures it has."""
_RULING: Final = verbs("rule find")
"""What a court or a panel decides is on record, also where it calls an advertisement offensive."""
_TELLING_OF: Final = re.compile(r"(?:who|which|whose|that (?:is|are|was|were|has|have|had|\w+ed))\b")
"""What somebody or something in the hope is: *that the ship, which carried 300 men, would sail*."""
_FIGURES: Final = frozenset({"number", "money", "percent", "date", "age"})
_TOKEN: Final = re.compile(r"[\w'’-]+")
_FEW: Final = 9
"""Words up to which one word of praise or blame makes a sentence of the paper's own an opinion."""
_SOON: Final = 12
"""Words before its verb up to which a claim is about what that tells."""
_IDLE: Final = 0.5
"""Worth below which a quoted sentence without a figure is talk: the line of check-worthiness."""


def is_checkable(
    text: str, kinds: Collection[str], worth: float, *, quoted: bool, reported: bool, cue: str = "", speaker: str = ""
) -> bool:
    """Judge one claim by its words; the paper's own sentences are given the most credit, quotations the least.

    Args:
        text: The claim.
        kinds: The kinds of its facts; a figure makes most sentences checkable.
        worth: Its check-worthiness, 0 to 1.
        quoted: It stands in quotation marks.
        reported: Somebody says it, in the paper's words.
        cue: The verb that says so: what somebody *vowed* to come is a promise, what somebody *said* a plan.
        speaker: Who says so: what *analysts* say to come is no plan of theirs.
    """
    text = _SAYING_SO.sub("", " ".join(text.split()))  # a claim may go over lines
    words = _TOKEN.findall(text)
    opinion = _judges(text) or any(said.search(text) for said in (_HEARTENED, _KEY))
    figures = any(kind in _FIGURES for kind in kinds)
    forecast = _FORECAST.search(text) is not None and not ("date" in kinds and _SET.search(text))
    laid_down = reported and _LAYING_DOWN.search(speaker) is not None
    thought = _SHOULD.search(_MUST.sub("", text) if laid_down else text)
    if forecast or thought or _SEEMING.search(text) or _is_unreal(text):
        return False
    needed = _MORE_NEEDED.search(text)
    asked_for = needed is not None and (quoted or reported or not needed["past"])
    if cue.lower() not in _RULING and not figures and _tells_first(_FITTING, text):
        return False
    if (_NECESSARY.search(text) or asked_for or _tells_first(_LIKELY, text)) and not figures:
        return False
    outcome = None if figures else _OUTCOME.match(text)
    if outcome is not None and (reported or outcome["sees"]):
        return False
    if quoted:
        if any(said.search(text) for said in (_MIND, _MIGHT_HAVE)):
            return False
        if (ahead := len(_AHEAD.findall(text))) > 0:
            return ahead == len(_ARRANGED.findall(text)) and not opinion and _IF.search(text) is None
        return figures or (not opinion and not _OPEN.search(text) and (worth >= _IDLE or tells_act(text)))
    strikes = _STRIKES.search(_MADE_TO.sub("", text))
    if strikes or (not figures and cue.lower() not in _RULING and _VERDICT.search(text)):
        return False
    if reported:
        if _MIND.search(text) or (_PROMISE.search(text) and "date" not in kinds):
            return False
        if cue.lower() in _HOPING and not _TELLING_OF.match(text):
            return False
        if (cue.lower() in FORETELLING or _FORECASTERS.search(speaker)) and _TO_COME.search(text):
            return figures
        needs = _NEEDS.match(text) is not None and not laid_down
        decided = cue.lower() in _RULING and (laid_down or cue.lower() not in FINDING)
        return figures or decided or not (opinion or needs)
    if (_MIND.search(_QUOTED.sub("", text)) or _HOPEFULLY.search(text)) and not figures:
        return False
    held = _UNSAID.sub("", _PURPOSE.sub("", text))
    if not figures and (_GUESS.search(held) or _COULD.search(held)):
        return False
    if _is_only_dated(kinds) and _COULD.search(held) and not _GONE.search(text):
        return False
    return figures or not opinion or len(words) > _FEW or "name" in kinds


def _is_only_dated(kinds: Collection[str]) -> bool:
    """Whether all that a claim has of figures is a date."""
    return _FIGURES.intersection(kinds) == {"date"}


def _is_unreal(text: str) -> bool:
    """What would have been, had something else been: *had it rained, the dam would have burst*."""
    if not _WOULD_HAVE.search(text):
        return False
    return _HAD_FIRST.match(text) is not None or bool(_IF.search(text) and _HAD.search(text))


def _tells_first(thought: re.Pattern[str], text: str) -> bool:
    """Whether a claim tells first of all what is thought: a clause far behind only says what is meant."""
    found = thought.search(text)
    return found is not None and text.count(" ", 0, found.start()) <= _SOON


def _judges(text: str) -> bool:
    """Whether a claim has a word of praise, blame or feeling that is no part of a name: *Great Britain*."""
    words = _TOKEN.findall(_TERM.sub(" ", text))
    capital = [word[0].isupper() for word in words]
    titled = sum(capital) > len(words) / 2  # every word has a capital
    return any(
        word.lower() in _OPINION and (titled or not capital[at] or (at == 0 and not any(capital[1:2])))
        for at, word in enumerate(words)
    )
