"""What a line is by its own shape alone: credits, bylines, time stamps, and the furniture of a page.

Every pattern looks at a short line whose white space is folded. None may take a sentence of the story: a line of
furniture read as story costs the checker one key, a sentence lost costs a claim.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from factcheck.model import Role
from factcheck.reading import stamps

_MAX_WORDS: Final = 60
_REPORTED: Final = re.compile(r"\b(?:said|says|told|tells|added|according to|reported|announced)\b", re.IGNORECASE)
_QUOTED: Final = re.compile(r"[“”\"].{12,}[“”\"]")


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of line."""

    role: Role
    reason: str
    photo: bool = False
    """A credit that belongs to a picture, so that a caption is near."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    shape: Shape
    line: re.Pattern[str]
    words: int
    """Longest line that it may take."""
    even_reported: bool = False
    """Whether it may take a line in which somebody says something."""


def _furniture(reason: str, line: str, words: int = 12, *, even_reported: bool = False) -> _Pattern:
    return _Pattern(Shape(Role.FURNITURE, reason), re.compile(line, re.IGNORECASE), words, even_reported)


_AGENCIES: Final = (
    r"(?:Getty(?: Images?)?|Associated Press|AP(?: Photo)?|Reuters|AFP|PA(?: Media| Wire| Images)?|EPA(?:-EFE)?|UPI|"
    r"Bloomberg(?: News)?|Shutterstock|iStock(?:photo)?|Alamy(?: Stock Photo)?|MEGA|Splash(?: News)?|Backgrid|WireImage|"
    r"FilmMagic|Instagram|Facebook|Twitter|YouTube|Flickr|Wikimedia(?: Commons)?|Unsplash|Pexels|Pixabay|NASA|ZUMA(?: Press)?|"
    r"Xinhua|ANSA|dpa|TASS|Kyodo|Sipa(?: USA)?|Corbis|Redux|Rex(?: Features)?|Adobe Stock|Handout|Courtesy|File|Staff)"
)
_PICTURE: Final = (
    r"(?:file |stock |cover |featured |lead |main |header |aerial )?"
    r"(?:photo(?:graph|grapher|graphy)?|picture|pic|image|illustration|graphic|video|screenshot|screengrab|artwork|map|chart)s?"
)

_CREDITS: Final = (
    _Pattern(
        Shape(Role.CREDIT, "names where a picture is from", photo=True),
        re.compile(
            rf"[(\[]?(?:{_PICTURE}(?:[ /]+(?:credits?|sources?|by|via|courtesy(?: of)?))?|credits?|sources?|via|courtesy(?: of)?)"
            r"\s*[:/|][\s:/|]*\S.{0,90}",
            re.IGNORECASE,
        ),
        9,
    ),
    _Pattern(
        Shape(Role.CREDIT, "names who took a picture", photo=True),
        re.compile(
            rf"[(\[]?(?:{_PICTURE} (?:by|via|courtesy(?: of)?|credits?)|courtesy(?: of)?) (?-i:[A-Z@]).{{0,90}}",
            re.IGNORECASE,
        ),
        12,
    ),
    _Pattern(
        Shape(Role.CREDIT, "names a picture agency", photo=True),
        re.compile(
            rf"[(\[]?(?:(?-i:[A-Z])[\w.'’&-]*[\s/|,]+){{0,6}}{_AGENCIES}(?:\s*(?:[/|,–—-]|via)\s*[^.!?]{{1,50}})?[.)\]]*",
            re.IGNORECASE,
        ),
        9,
    ),
    _Pattern(
        Shape(Role.CREDIT, "names who worked on the story"),
        re.compile(
            r"[(\[—–-]*\s*(?:additional |extra |further |original )?(?:reporting|writing|editing|words|research|production|"
            r"translation|compiled|edited|written|translated|produced|reported|fact[- ]check(?:ed|ing)?)"
            r"(?: (?:and|&) (?:writing|editing|reporting|research))?(?: help)? (?:by|from) (?-i:[A-Z]).{2,250}",
            re.IGNORECASE,
        ),
        45,
        even_reported=True,
    ),
    _Pattern(
        Shape(Role.CREDIT, "names who contributed to the story"),
        re.compile(
            r"[(\[—–-]*\s*.{3,250}\bcontributed (?:to|reporting|additional|from)\b"
            r"(?:.{0,40}\b(?:report|reporting|story|article|piece|coverage)\b.{0,60}|.{0,40})",
            re.IGNORECASE,
        ),
        45,
    ),
    _Pattern(
        Shape(Role.CREDIT, "names where the story is from"),
        re.compile(
            r"(?:with|includes?) (?:files?|reporting|material|additional reporting|input) (?:from|by) .{2,120}",
            re.IGNORECASE,
        ),
        20,
    ),
    _Pattern(
        Shape(Role.CREDIT, "is a copyright line"),
        re.compile(
            r"(?:©|\(c\)\s|copyright\s*(?:©|\(c\)|\d{4}|by\b|[:|-])|.{0,80}(?:©|\ball rights reserved\b)).{0,300}",
            re.IGNORECASE,
        ),
        60,
        even_reported=True,
    ),
)

_NUMBER: Final = r"[\d.,]+\s?[kKmM]?"
_PAGES: Final = (
    _furniture("is a stamp of the program that saved the page", r"date \d{4}-\d\d-\d\d\b.{0,20}"),
    _furniture(
        "is a note of the program that saved the page",
        r"(?:crawled|fetched|scraped|retrieved|saved|archived|downloaded|source url|canonical|url|og:\w+|article:\w+)\b"
        r"\s*(?:on|at|from|[:=])?\s*(?:https?://\S+|\d{4}-\d\d-\d\d.{0,30})",
    ),
    _furniture("is a web or mail address", r"(?:e-?mail:?\s*)?(?:(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S+|\S+@\S+\.\w{2,10})"),
    _furniture("is the name of an image file", r"\S{1,120}\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?)", 1),
    _furniture("is an advertisement's label", r"(?:[-–—\s]*(?:advertis(?:e?ment|ing)|sponsored|promoted|paid|ad)(?: (?:content|post|by .{1,40}|feature))?[-–—\s:.]*)"),
    _furniture(
        "bridges an advertisement",
        r"[(\[]?(?:story|article|content|report|post|text) (?:continues|resumes)\b.{0,60}|(?:scroll|keep scrolling) (?:down )?"
        r"(?:to|for) .{1,50}|continue reading\b.{0,60}|advertis\w+\s*[-–—.:]?\s*(?:continue reading|scroll|story|article)\b.{0,60}",
    ),
    _furniture(
        "points to another story",
        r"[\W_]*(?:read|see|watch|listen|also|also read|see also|read also|more|related|in pictures|in photos|explainer|don['’]t miss|"
        r"must[- ]read|recommended|analysis|opinion|video|live|podcast|gallery|photos|up next|next|previous|quiz)"
        r"(?: (?:more|also|next|on|now|this|here|stories|story|articles?|coverage|content|reading|links?|topics?|posts?|videos?|news|"
        r"headlines|updates?|blog|from|us))*\s*[:|»>]\s*.{0,150}",
        24,
    ),
    _furniture(
        "points to another story",
        r"[\W_]*(?:read|see|view|find|get|learn|discover|watch|hear) (?:more|next|also|the rest|the full|full|all|the original)\b.{0,90}",
        12,
    ),
    _furniture(
        "heads a list of other stories",
        r"(?:related|recommended|more|other|latest|popular|similar|top|trending|featured)(?: (?:stories|story|articles?|coverage|content|"
        r"reading|links?|topics?|posts?|videos?|news|headlines|for you|like this|updates?|now))+[\s:.…]*|"
        r"more (?:from|on|in|about|by|like|for) [^.!?]{1,60}|(?:related|recommended|trending|popular)[\s:]*",
        9,
    ),
    _furniture(
        "asks to sign up, follow or share",
        r"[\W_]*(?:please |click (?:here )?to |to |why not )?(?:sign[- ]?up|subscribe|register (?:for|to|now|here)|join (?:our|us|the conversation|the discussion|"
        r"the debate|thousands|more than .{1,20} subscribers)|get (?:the latest|our|the best|breaking news|unlimited|email|daily|the day['’]s|"
        r"top stories|more (?:news|stories|from)|news|alerts|it on|full access)|download (?:our|the .{0,20}\bapp)|want (?:more|the latest|to (?:read|get|keep|stay) )|"
        r"enjoy(?:ed|ing)? (?:this|our|unlimited)|like (?:this|us|our|what)|stay (?:up[- ]to[- ]date|informed|connected|in the know|tuned|ahead|on top)|"
        r"don['’]t miss|never miss|be the first to|keep up (?:with|to date)|support (?:our|independent|local|quality|us)|donate|"
        r"become a (?:member|subscriber|supporter|patron)|follow (?:us|our|@\w|(?:\w+ ){1,4}on (?:twitter|x|facebook|instagram|tiktok|threads|bluesky|google)\b)|"
        r"find us|connect with|tell us|let us know|have (?:a|you got a|any) (?:tip|story|news|question|view)|do you have (?:a|any|more) (?:tip|story|information|news|question|photos?|views?)|"
        r"got a (?:tip|story|question)|are you (?:affected|in the)|e-?mail (?:us|the|your)|contact (?:us|the (?:author|reporter|writer|newsroom))|send (?:us|your)|"
        r"text us|call us|click (?:here|on|below|to)|tap (?:here|to)|share (?:this|your|on|via|with|article|story|it)|leave a (?:comment|reply)|post a comment|"
        r"comment(?:s)? (?:on|below|are)|log ?in|sign in|create (?:an|your|a free) account|already (?:a |have )|continue with|"
        r"check out (?:our|more|the)|visit (?:our|us)|explore (?:more|our)|shop (?:now|our)|buy (?:now|tickets)|watch (?:live|now|more|below|above|on|the (?:full )?(?:video|clip|trailer|report|interview))|"
        r"listen (?:to (?:this|our|the (?:podcast|article|story|full|latest))|now|live|here)|play (?:video|audio|now|the)|turn on|enable|allow (?:notifications|cookies)|"
        r"for (?:more|the latest|all the latest|breaking) (?:news|stories|information|on|updates|coverage|sports?)|try (?:it|our|us|\d+)|start your|unlock|we want to hear|we(?:['’]d| would) love to hear)"
        r"\b.{0,220}",
        34,
    ),
    _furniture("asks to sign up, follow or share", r".{0,90}\b(?:sign[- ]?up|subscribe|follow) (?:here|now|today|below|for (?:our|free|the)|to (?:our|the|receive|get))\b.{0,60}", 24),
    _furniture(
        "speaks about the website",
        r"(?:we use|this (?:web)?site uses|our (?:web)?site uses) cookies.{0,300}|by (?:clicking|continuing|signing up|subscribing|submitting|providing|using (?:this|our))\b.{0,300}|"
        r"you (?:can|may) (?:also )?(?:unsubscribe|opt out|manage|change your|follow us)\b.{0,200}|your (?:email address|privacy|subscription|browser|support)\b.{0,200}|"
        r"(?:please )?(?:enable|turn on) javascript.{0,200}|to (?:continue|keep) reading\b.{0,200}|this (?:content|article|story|page|video|service|feature) (?:is|may) (?:not |only |no longer |now )?"
        r"(?:available|for subscribers|exclusive|supported|closed|be available|be reserved).{0,150}|(?:this|the) (?:article|story|post) is more than .{1,20} old\.?|"
        r"something went wrong.{0,100}|an error (?:has )?occurred.{0,100}|(?:javascript|your browser) .{0,60}(?:disabled|not support).{0,60}|(?:all )?comments? (?:is|are) (?:now )?(?:closed|moderated|welcome).{0,100}|"
        r"(?:this site is protected by|protected by) recaptcha.{0,150}|(?:powered|hosted|published|brought to you|presented|sponsored) by [^,;]{1,40}|we accept (?:credit|all).{0,80}|"
        r"(?:disclaimer|disclosure|affiliate disclosure|advertiser disclosure)\s*:.{0,400}|(?:we|the site|this site) may (?:earn|receive) (?:a )?commission.{0,200}",
        _MAX_WORDS,
    ),
    _furniture(
        "says where the story was published before",
        r"[(\[]?(?:this|the|an? (?:\w+ )?version of this) (?:article|story|post|piece|report|column|essay|interview|content)\b.{0,40}"
        r"\b(?:originally|first|previously|also|appeared|appears|republished|produced|syndicated|published)\b.{0,40}"
        r"\b(?:by|on|in|at|from|with|under)\b.{1,160}",
        40,
    ),
    _furniture("may not be copied", r".{0,200}\b(?:may not be (?:published|reproduced|republished|redistributed|copied)|reproduction .{0,40}prohibited)\b.{0,200}", _MAX_WORDS),
    _furniture("tells how long it takes", r"(?:listen(?: to (?:this )?(?:article|story))?|read(?:ing time)?|watch|play|estimated(?: reading time)?|time to read)?[\s:(–—-]*\d{1,3}[\s-]*(?:min|mins|minute|minutes|sec|secs)\.?(?: (?:read|listen|watch|video))?\)?"),
    _furniture(
        "counts comments, shares or pictures",
        rf"(?:{_NUMBER}\s*(?:comments?|shares?|likes?|views?|retweets?|repl(?:y|ies)|reactions?|photos?|images?|videos?|votes?|claps?|followers?|reads?|tweets?|reposts?)[\s,|·•]*){{1,5}}|"
        rf"(?:view |show |see |all |read )?(?:comments?|shares?|views?|likes?|retweets?)\s*[:(]?\s*{_NUMBER}\)?",
    ),
    _furniture("counts comments, shares or pictures", r"(?:view|show|see|hide|read|add|load|join|be the first to)(?: all)?(?: \d+)? (?:a )?(?:comments?|images?|photos?|gallery|slideshow|replies)"),
    _furniture("counts the pictures of a gallery", r"(?:(?:image|photo|slide|picture|gallery|page|item|view|video|part)s?\s*)?\d{1,3}\s*(?:of|/)\s*\d{1,3}(?:\s*(?:images?|photos?|slides?|pictures?))?"),
    _furniture("lists topics", r"(?:tags?|topics?|filed (?:under|in)|categor(?:y|ies)|keywords?|explore more on these topics|posted in|labels?|more about)\s*[:|].{0,300}", 40),
    _furniture(
        "belongs to an embedded post",
        r"[—–-]{1,2}\s*[^.!?]{1,60}\(@\w{1,30}\).{0,40}|view (?:this post )?on (?:instagram|twitter|x|facebook|tiktok|youtube)|a post shared by .{1,80}|[@#]\w{1,60}(?:[\s,]+[@#]\w{1,60}){0,20}|"
        r"(?:this )?(?:tweet|post|embed|video) (?:is |was )?(?:unavailable|deleted|not available|loading).{0,20}",
        25,
    ),
    _furniture("is a break between parts", r"(?:end|ends|fin|-30-|###|advert ends|embed ends?|post ends)\.?|end of .{1,30}|skip .{1,40} (?:promotion|and continue reading|post|advert).{0,30}"),
)  # fmt: skip

_BUTTONS: Final = frozenset(
    "share tweet post pin print email e-mail mail save bookmark like copy link url facebook twitter x whatsapp linkedin pinterest reddit tumblr telegram "
    "messenger instagram tiktok youtube snapchat flipboard pocket threads bluesky mastodon viber line sms copied comment comments reply send on to via this "
    "article story page font size text a aa aaa the google news follow us rss feed feeds print-friendly more options icon close button".split()
)
_NAVIGATION: Final = frozenset(
    "home menu search news sport sports business politics world local national international uk us usa europe asia africa opinion comment culture arts "
    "entertainment lifestyle life style health science tech technology travel weather video videos photos photo gallery live podcasts podcast newsletters "
    "newsletter subscribe donate login log in sign up out register account my shop jobs puzzles crossword games obituaries classifieds events more all "
    "sections section skip to main content back top next previous prev close open expand collapse show less load loading view contact about help faq "
    "privacy policy terms conditions cookies cookie settings advertise careers accessibility sitemap edition app apps breaking trending latest popular most "
    "read viewed recommended watch listen play pause mute audio transcript stories features magazine money finance markets economy education environment "
    "climate food fashion books film movies tv music celebrity celebrities royals crime courts letters editorial editorials columnists blogs today's paper "
    "e-paper epaper toggle navigation of use advertisement translate language english save preferences accept decline manage and & the you may also like "
    "us: follow for editors' picks editor's from our partners around web site map".split()
)
_LABELS: Final = _NAVIGATION | frozenset(
    "exclusive analysis explainer explained profile interview review feature investigation special report breaking: update updated just fact check commentary "
    "perspective column guest essay q&a obituary long-read longread spotlight focus region city state nation".split()
)

_NAME: Final = (
    r"(?:(?:de|van|von|der|den|la|le|da|di|bin|al|el|ter|du|dos)\s|(?:al-|O['’]|d['’]|Mc|Mac)?[A-ZÀ-ÖØ-Þ][\w.'’-]*\s)"
)
_NAMES: Final = re.compile(rf"(?:{_NAME}){{2,4}}(?:(?:,|and|&)\s(?:{_NAME}){{2,4}}){{0,3}}")
_BY: Final = re.compile(
    r"(?:[-–—]{1,2}\s*)?(?:(?:written|words|story|text|posted|reported|article|report|interview|review|analysis|opinion|compiled)\s+)?by\b\s*:?\s*(?P<who>.*)|"
    r"(?:authors?|reporter|journalist|contributors?)\s*:\s*(?P<author>.*)",
    re.IGNORECASE,
)
_WHO_ENDS: Final = re.compile(
    r"\s*(?:[|•·,;/(@–—]|\s-\s|\d|\b(?:and|for|in|of|with|at|on|follow|updated|published|posted|special|via)\b)",
    re.IGNORECASE,
)
_JOB: Final = re.compile(
    r"\b(?:reporter|correspondent|editor|writer|columnist|contributor|producer|journalist|author|photographer|staff|news|press|reuters|afp|bureau|"
    r"political|fellow|professor|critic)\b",
    re.IGNORECASE,
)
_BIO: Final = re.compile(
    r"\bfollow (?:him|her|them|me|@?\w+(?: \w+)?) (?:on|@|at)\b|\bcan be (?:reached|contacted|followed|found) (?:at|on|by|via)\b|\b(?:reach|contact|e-?mail) (?:him|her|them|the (?:writer|author|reporter))\b|"
    r"\bon (?:twitter|x|instagram|bluesky)\s*[:@]|"
    r"\bis (?:an?|the|our) (?:[\w-]+ ){0,5}(?:reporter|correspondent|columnist|staff writer|contributor|freelance (?:writer|journalist)|editor|journalist|writer) "
    r"(?:at|for|with|covering|based|who covers|on|and)\b",
    re.IGNORECASE,
)


def fold(text: str) -> str:
    """Put a piece on one line with single spaces; of a very long one only the beginning, for no shape is that long."""
    return " ".join(text[:2000].split())


def shape(line: str) -> Shape | None:
    """Tell what a folded line is by itself, or None where it may be part of the story."""
    words = line.split()
    if not any(character.isalnum() for character in line):
        return Shape(Role.FURNITURE, "holds no letter and no figure")
    if len(words) > _MAX_WORDS or len(line) > 500:
        return None
    if line.isdigit() and len(line) < 4:
        return Shape(Role.FURNITURE, "is a bare number")
    if stamps.is_stamp(line):
        return Shape(Role.DATELINE, "is a date or a time of day")
    if len(words) <= 20 and (stamps.ends_in_stamp(line) or stamps.begins_as_stamp(line)):
        return Shape(Role.DATELINE, "says when the page was published")
    if _is_byline(line, words):
        return Shape(Role.BYLINE, "says by whom it is" if len(words) > 1 else "is a byline without a name")
    said = bool(_REPORTED.search(line) or _QUOTED.search(line))
    for pattern in (*_CREDITS, *_PAGES):
        if len(words) <= pattern.words and (pattern.even_reported or not said) and pattern.line.fullmatch(line):
            return pattern.shape
    return _menu(line, words)


def stands_alone(line: str) -> bool:
    """Whether a line of a run is a block by itself, whatever stands above and below."""
    return shape(fold(line)) is not None


def is_label(line: str) -> bool:
    """Whether a line is a section's name or a kicker above a headline: ``Politics``, ``EXCLUSIVE``."""
    words = line.strip(":|•· ").split()
    known = all(word.strip(",|/>›•").lower() in _LABELS for word in words)
    return 0 < len(words) <= 4 and (known or (line.isupper() and len(words) <= 3))


def is_names(line: str) -> bool:
    """Whether a line is one or more full names and no more."""
    return len(line) <= 100 and bool(_NAMES.fullmatch(f"{line} "))


def is_signed(line: str) -> bool:
    """Whether a short line is a full name with a job, a place or a newsroom: a byline when it stands at the top."""
    if len(line.split()) > 12 or line.endswith((".", "?", "!")):
        return False
    match = _NAMES.match(f"{line} ")
    if not match:
        return False
    rest = line[match.end() :] or line
    return bool(_JOB.search(rest)) or bool(re.match(r"(?:in|at|for) [A-Z]", rest))


def is_bio(line: str) -> bool:
    """Whether a line introduces the author to the readers, as the end of a story does."""
    return len(line.split()) <= _MAX_WORDS and not _QUOTED.search(line) and bool(_BIO.search(line))


def _is_byline(line: str, words: list[str]) -> bool:
    match = _BY.fullmatch(line)
    if not match or len(words) > 22 or (len(words) >= 9 and line.endswith((".", "?", "!", "”", '"'))):
        return False
    who = (match["who"] if match["who"] is not None else match["author"]).strip()
    if not who:
        return True
    first = _WHO_ENDS.split(who, maxsplit=1)[0].split()
    if not 1 <= len(first) <= 5 or (len(first) == 1 and len(words) > 6):
        return False
    particles = {
        "de",
        "van",
        "von",
        "der",
        "den",
        "la",
        "le",
        "da",
        "di",
        "bin",
        "al",
        "el",
        "ter",
        "du",
        "dos",
        "staff",
        "admin",
    }
    named = all(word[0].isupper() or word.lower() in particles for word in first)
    return named and first[0].lower().strip(".,") not in stamps.CALENDAR | {"the", "a", "an", "now", "then"}


def _menu(line: str, words: list[str]) -> Shape | None:
    plain = [word.strip(",|/>›»•·():-.…→▼▲").lower() for word in words]
    plain = [word for word in plain if word]
    if all(word in _BUTTONS for word in plain):
        return Shape(Role.FURNITURE, "is a row of buttons")
    if (
        all(word in _NAVIGATION or word.isdigit() for word in plain)
        and (len(plain) > 2 or not line.endswith("."))
        and not line.endswith("?")
    ):
        return Shape(Role.FURNITURE, "is part of a menu")
    crumbs = re.split(r"\s*[>›»|•·]\s*|\s+/\s+", line)
    if (
        len(crumbs) > 2
        and not line.endswith((".", "?", "!"))
        and all(len(crumb.split()) <= 3 for crumb in crumbs)
        and not re.search(r"\d", line)
    ):
        return Shape(Role.FURNITURE, "is a row of links")
    return None
