"""The furniture of web pages: what a scraped text holds besides the story.

Each pattern takes a whole short line. None may take a sentence of the story, so the openings are those of appeals to
the reader, and where one could open a sentence more of it is asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from factcheck.reading.menus import menu

_REPORTED: Final = re.compile(
    r"\b(?:said|says|told|tells|added|according to|reported|announced|urged|warned|claimed|revealed)\b", re.IGNORECASE
)
_QUOTED: Final = re.compile(r"[“\"].{12,}[”\"]")


@dataclass(frozen=True, slots=True)
class _Pattern:
    reason: str
    line: re.Pattern[str]
    words: int
    """Longest line that it may take."""


def _lines(reason: str, *alternatives: str, words: int = 12) -> _Pattern:
    return _Pattern(reason, re.compile(rf"[^\w#@©]*(?:{'|'.join(alternatives)})\W*", re.IGNORECASE), words)


_WHAT: Final = (
    r"(?:stories|story|articles?|coverage|content|reading|links?|topics?|posts?|videos?|news|headlines|updates?|blog)"
)
_COUNTED: Final = (
    r"(?:comments?|shares?|likes?|views?|retweets?|repl(?:y|ies)|reactions?|photos?|images?|videos?|votes?|followers?|"
    r"reads?|tweets?|reposts?)"
)
_PIECE: Final = r"(?:article|story|post|piece|column|essay|interview|report|page)"

_ASKED: Final = (
    r"(?:\W*[:|»>→!.,&–—-].{0,220}|[ ](?:to|for|now|here|today|and|or|with|via|on|by|at|below|from|free|"
    r"our|using|if|so|through|as|it|you|your|us|instantly|online|again)\b.{0,220})?"
)
"""What follows *subscribe* or *log in* where they ask for it; *subscribe numbers rose* tells something."""

_PATTERNS: Final = (
    _lines("is a stamp of the program that saved the page", r"date \d{4}-\d\d-\d\d\b.{0,20}"),
    _lines(
        "is a note of the program that saved the page",
        r"(?:crawled|fetched|scraped|retrieved|saved|archived|downloaded|source url|canonical|url|og:\w+|article:\w+)"
        r"\s*(?:on|at|from|[:=])?\s*(?:https?://\S+|\d{4}-\d\d-\d\d.{0,30})",
    ),
    _lines(
        "is the head of a mail",
        r"(?:subject|from|to|cc|sent|reply-to)\s*:.{1,150}",
        r"(?:mime-version|content-(?:type|transfer-encoding|language)|message-id|in-reply-to|return-path|delivered-to|"
        r"x-mailer|user-agent)\s*:.{1,200}",
        words=15,
    ),
    _lines("is a web address", r"(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S+"),
    _lines("is a mail address", r"(?:e-?mail:?\s*)?[\w.+-]+@[\w-]+\.[\w.]{2,20}"),
    _lines("is the name of an image file", r"\S{1,120}\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?)", words=1),
    _lines(
        "is an advertisement's label",
        r"(?:advertisement|advertising|sponsored|promoted|paid|ad)(?: (?:content|post|feature|partner content|by "
        r".{1,40}))?",
        r"advertise?ments?\W+(?:continue reading|scroll|story|article)\b.{0,60}",
    ),
    _lines(
        "bridges an advertisement",
        r"(?:story|article|content|post|text) (?:continues|resumes)(?: (?:below|after|under|following)\b.{0,50})?",
        r"(?:keep )?scroll(?:ing)? (?:down )?(?:to|for) .{1,50}",
        r"continue reading\b.{0,60}",
    ),
    _lines(
        "points to another story",
        r"(?:(?:read|see|watch|listen|also|more|related|recommended|don['’]t miss|must[- ]read)"
        rf"(?: (?:more|also|next|on|now|this|here|from|us|{_WHAT}))*)\s*[:|»>].{{0,150}}",
        words=24,
    ),
    _lines(
        "points to another story",
        r"(?:in pictures|in photos|explainer|analysis|opinion|video|live|podcast|gallery|photos|up next|next|"
        r"previous|quiz)"
        r"\s*[:|»>][^.!?]{0,150}",
        words=20,
    ),
    _lines(
        "points to another story",
        r"(?:read|see|view|find|get|learn|discover|watch|hear) (?:more|next|also|the rest|the full|full|the "
        r"original)\b.{0,90}",
    ),
    _lines(
        "heads a list of other stories",
        rf"(?:related|recommended|more|other|latest|popular|similar|top|trending|featured)(?: (?:{_WHAT}|for you|"
        rf"like this|now))+",
        r"more (?:from|on|in|about|by|like|for) [^.!?]{1,60}",
        r"you (?:may|might) also (?:be interested in|like|enjoy|want to read)\b[^.!?]{0,30}",
        r"related|recommended|trending|popular",
        words=9,
    ),
    _lines(
        "heads the list of what the story was drawn from",
        r"(?:sources?|references?|citations?|external links?|sister links?|further reading|bibliography|footnotes?)"
        r"(?: and (?:notes|references|sources|external links|further reading))?",
        words=5,
    ),
    _lines(
        "asks to sign up or subscribe",
        rf"(?:please |click (?:here )?to |to )?(?:sign[- ]?up|subscribe){_ASKED}",
        r"join (?:[\d,.]+k? |our )?other subscribers\b.{0,60}|type your e-?mail\b.{0,40}",
        r"(?:register|join) (?:now|here|today|for free|our|us|the (?:conversation|discussion|debate))\b.{0,200}",
        r"join (?:thousands|more than .{1,20} subscribers)\b.{0,200}",
        r"get (?:the (?:latest|best|day['’]s|top) .{0,60}(?:inbox|e-?mail|newsletter|app|alerts?|updates?|stories|"
        r"news|headlines)|"
        r"our|breaking news|unlimited|email|top stories|more (?:news|stories)|news|alerts|full access)\b.{0,200}",
        r"download (?:our|the .{0,20}\bapp)\b.{0,160}",
        r"want (?:more (?:news|stories|updates|from|like)|the latest|to (?:read|get|keep|stay|"
        r"know))\b.{0,200}\?.{0,120}",
        r"stay (?:up[- ]to[- ]date|informed|connected|in the know|tuned|ahead|on top)\b.{0,200}",
        r"(?:don['’]t|never) miss (?:out|a|an|any|the latest|our)\b.{0,160}|be the first to (?:know|comment|hear|"
        r"read)\b.{0,120}",
        r"keep up (?:with (?:the latest|our|all)|to date)\b.{0,160}",
        r"support (?:us|our (?:journalism|work|reporting|newsroom)|(?:independent|local|quality) (?:news|"
        r"journalism))\b.{0,200}",
        r"donate(?: (?:now|today|here|to us|to support))?|become a (?:member|subscriber|supporter|patron)\b.{0,160}",
        r"already (?:a (?:member|subscriber)|have an account|subscribed)\b.{0,100}",
        rf"(?:log|sign) ?in{_ASKED}|create (?:an|your|a free) account\b.{0, 120}",
        r"continue with (?:google|facebook|apple|e-?mail)|start your .{0,40}(?:trial|subscription)\b.{0,100}",
        r".{0,90}\b(?:sign[- ]?up|subscribe) (?:here|now|today|below|for (?:our|free|the)|to (?:our|the|receive|"
        r"get))\b.{0,60}",
        words=36,
    ),
    _lines(
        "praises what the paper sells",
        r".{1,300}\b(?:offers?|gives?|brings?) you\b.{1,300}\b(?:check out|visit|download|try|see|go to) (?:the|our) "
        r".{1,60}\b(?:website|app|newsletter)s?\b",
        words=90,
    ),
    _lines(
        "asks to follow, share or write",
        r"follow (?:us|our|@\w|the .{1,30} on|(?:[\w.'’-]+ ){1,5}(?:on|at) (?:twitter|x|facebook|instagram|tiktok|"
        r"threads|bluesky|"
        r"google|linkedin))\b.{0,160}",
        r"(?:find|like) us\b.{0,80}|connect with (?:us|the)\b.{0,80}|let us know\b.{0,120}|tell us\b.{0,120}",
        r"(?:have|got|do you have) (?:you got )?(?:a|an|any|more) (?:tip|story|news|question|view|comment|"
        r"information|photos?)\b.{0,160}",
        r"are you (?:affected|in the)\b.{0,200}|we(?: want|['’]d love| would love) to hear\b.{0,160}",
        r".{1,100}\be-?mail:? \S+@\S+|share or comment on\b.{0,150}|you can now listen to\b.{0,60}",
        r"(?:e-?mail|text|call|write to) us\b.{0,120}|contact (?:us|the (?:author|reporter|writer|newsroom))\b.{0,120}",
        r"send (?:us|your (?:tips?|stor(?:y|ies)|photos?|letters?|questions?))\b.{0,120}",
        r"(?:click|tap) (?:here|on|below|to)\b.{0,120}|share (?:this|on|via|article|story|it on|your (?:thoughts|"
        r"views|story))\b.{0,120}",
        r"share|leave a (?:comment|reply)\b.{0,60}|post a comment\b.{0,60}|comment (?:on this|below)\b.{0,60}",
        r"thank(?:s| you) for (?:reading|subscribing)\b.{0,200}",
        r"enjoy(?:ed|ing)? (?:this|our) (?:article|story|content|post)\b.{0,160}|like (?:this|what "
        r"you)\b.{0,60}\?.{0,100}",
        r".{1,80} can be (?:found|read|seen|viewed|heard|downloaded) (?:here|below)",
        r".{1,80} (?:can be (?:found|read|seen|viewed|heard|downloaded)|is|are)(?: available)? (?:here|below|online|at)"
        r":?\s*https?://\S+",
        r"check out (?:our|more|the)\b.{0,120}|visit (?:our|us)\b.{0,120}|explore (?:more|our)\b.{0,80}|shop "
        r"(?:now|our)\b.{0,80}",
        r"buy (?:now|tickets)\b.{0,60}",
        r"watch (?:live|now|more|below|above|on|the (?:\w+ )?(?:video|clip|trailer|report|interview|"
        r"segment))\b.{0,140}",
        r"listen (?:to (?:this|our|the (?:podcast|article|story|full|latest))|now|live|here)\b.{0,120}|listen to "
        r".{1,90} here",
        r"play (?:video|audio|now)|turn on (?:notifications|javascript)|allow (?:notifications|cookies)",
        r"for (?:more|the latest|all the latest|breaking) (?:news|stories|coverage|updates|sports?)\b.{0,140}",
        words=30,
    ),
    _lines(
        "asks to follow, share or write",
        r"do you have an opinion on\b.{0,300}\be-?mail\b.{0,200}",
        r".{1,80}\bletters? to the editor\b.{1,260}\S@\S+",
        words=60,
    ),
    _lines(
        "speaks about the website",
        r"(?:we|(?:this|our) (?:web)?site) uses? cookies\b.{0,300}",
        r"by (?:clicking|continuing|signing up|subscribing|submitting|using this site|providing "
        r"your)\b.{0,200}\byou\b.{0,200}",
        r"you (?:can|may) (?:also )?(?:unsubscribe|opt out|manage your)\b.{0,200}",
        r"your (?:e-?mail address|privacy choices|browser|subscription|comment)\b.{0,200}",
        r"you must be (?:logged|signed) in\b.{0,120}",
        r"(?:please )?enable javascript\b.{0,200}|to (?:continue|keep) reading\b.{0,200}",
        r"this (?:content|article|story|page|video) is (?:not |only |no longer |now )?"
        r"(?:available|for subscribers|exclusive|supported|closed)\b.{0,150}",
        r"(?:this|the) (?:article|story|post) is more than .{1,20} old",
        r"something went wrong\W*(?:(?:please|try) .{0,60})?|an error (?:has )?occurred\W*(?:(?:please|try|while) "
        r".{0,60})?",
        r"(?:all )?comments? (?:is|are) (?:now )?(?:closed|moderated|welcome|disabled)\b.{0,60}",
        r"the comments below have (?:not )?been moderated\b.{0,60}|privacy (?:notice|policy)\s*:.{0,300}",
        r"(?:this site is )?protected by recaptcha\b.{0,150}|(?:powered|hosted|brought to you|presented|sponsored) "
        r"by [^,;]{1,40}",
        r"we accept (?:credit|all)\b.{0,60}|(?:(?:affiliate|advertiser) )?(?:disclaimer|disclosure)\s*:.{0,400}",
        r".{1,60} may (?:earn|receive) (?:a |an )?(?:affiliate )?(?:commission|compensation)\b.{0,200}",
        words=60,
    ),
    _lines(
        "says where the story was published before",
        rf"(?:a version of )?this {_PIECE} (?:was |has been |is )?(?:(?:originally|first|also|previously) )?"
        r"(?:appeared|appears|published|republished|produced|syndicated|written|adapted|aired)\b.{1,180}",
        r"read the original article.{0,40}",
        words=40,
    ),
    _lines(
        "may not be copied",
        r"(?:this|no part|all) .{0,120}\bmay (?:not )?be (?:published|reproduced|republished|redistributed|"
        r"copied)\b.{0,200}",
        r"reproduction\b.{0,60}\bprohibited\b.{0,60}",
        words=60,
    ),
    _lines(
        "tells how long it takes",
        r"(?:listen(?: to (?:this )?(?:article|story))?|read(?:ing time)?|watch|play|estimated(?: reading time)?)?"
        r"[\s:(–—-]*\d{1,3}[\s-]*(?:min|mins|minutes?|sec|secs)(?: (?:read|listen|watch|video))?",
    ),
    _lines("tells how long it takes", r"\d{1,2}:\d\d(?::\d\d)?\s*[-–—•|]\s*(?:source|video)\b.{0,40}"),
    _lines(
        "counts comments, shares or pictures",
        rf"(?:[\d.,]+\s?[km]?\s*{_COUNTED}[\s,|·•]*){{1,5}}",
        rf"(?:(?:view|show|see|all|read) )?{_COUNTED}\s*[:(]?\s*[\d.,]+\s?[km]?",
        r"(?:view|show|see|hide|read|add|load|join)(?: all)?(?: \d+)?(?: an?)? (?:comments?|images?|photos?|"
        r"gallery|slideshow|replies)",
        r"(?:(?:image|photo|slide|picture|gallery|page|item|video|part)s?\s*)?\d{1,3}\s*(?:of|/)\s*\d{1,3}"
        r"(?:\s*(?:images?|photos?|slides?|pictures?))?",
    ),
    _lines(
        "lists topics",
        r"(?:tags?|topics?|filed (?:under|in)|category|categories|keywords?|explore more on these topics|posted in|"
        r"labels?)\s*[:|].{0,300}",
        words=40,
    ),
    _lines(
        "is a row of a table of prices",
        r"ticker security last change\b.{0,20}",
        r"[a-z.]{1,6} .{2,60} [\d,]+\.\d+ [+−-]?[\d,]+\.\d+ [+−-]?[\d,.]+%",
    ),
    _lines(
        "belongs to a press release",
        r"for (?:immediate |general )?release(?:\s*[:–—-].{0,40})?|embargoed (?:until|till|for|to)\b[^!?]{0,40}",
        r"(?:press|news|media) (?:release|statement|contacts?|inquir(?:y|ies)|enquir(?:y|ies))(?:\s*[:–—-].{0,160})?",
        r"(?:for )?(?:press|news|media|further|more) (?:enquir(?:y|ies)|inquir(?:y|ies)|information),? "
        r"(?:please |contact\b).{0,160}",
        r"notes? (?:to|for) editors?",
        words=30,
    ),
    _lines(
        "speaks about the story itself",
        r"editors?['’]?s? notes?\s*[:–—-].{1,450}[.!?]",
        r"(?-i:Eds)\.?\s*:.{1,450}",
        r"(?:this|the|our) (?:interview|conversation|discussion|transcript|q ?(?:&|and) ?a|chat|exchange) "
        r"(?:has been|was) (?:\w+ly )?(?:edited|condensed|shortened|abridged)\b.{0,160}",
        words=60,
    ),
    _lines(
        "is a wire's slug",
        r"(?-i:(?:[AP]M|BC)-[A-Z][\w.'-]{1,40}(?:,[\w.' /-]{1,40}){0,3},"
        r"(?:\d{2,4}|[\w ]{0,8}(?:Ld|Lead|Writethru|Adv|NewsAlert)\b[\w-]{0,20}))",
    ),
    _lines(
        "belongs to an embedded post",
        r"[—–-]{1,2}\s*.{1,80}\(@\w{1,30}\).{0,40}",
        r"view (?:this post )?on (?:instagram|twitter|x|facebook|tiktok|youtube)|a post shared by .{1,80}",
        r"[@#]\w{1,60}(?:[\s,]+[@#]\w{1,60}){0,20}",
        r"(?:this )?(?:tweet|post|embed|video) (?:is |was )?(?:unavailable|deleted|not available|loading)",
        words=25,
    ),
    _lines(
        "is a break between parts",
        r"end|ends|fin|-?30-?|(?:advert|embed|post|video) ends|(?:after|before) newsletter promotion|skip .{1,40} "
        r"(?:promotion|and continue reading|post|"
        r"advert)\b.{0,30}",
    ),
)

_LINKS: Final = re.compile(
    r"\W*(?:read (?:more|also|next)|see also|related|more (?:on|from|stories|news)|recommended|most (?:read|popular)|"
    r"trending|you (?:may|might) |top stories|latest|don['’]t miss|up next|popular|"
    r"sources?|references?|citations?|external links?|sister links?|further reading|bibliography|footnotes?)\b",
    re.IGNORECASE,
)
_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_CITATION: Final = re.compile(
    r"(?:[^\"“”]{1,80}[.,:] )?[\"“][^\"“”]{8,200}[\"”][.,]?(?: [—–-]+|[,.]) ?[^\"“”!?]{2,60}, "
    rf"(?:{_MONTH} \d{{1,2}}, \d{{4}}|(?:\d{{1,2}} )?{_MONTH} \d{{4}}|\d{{4}})[.)]?"
)
"""A source as lists of them give it: *Ann Lee. "The dam at Leeds" — The Leeds Post, May 5, 1911*."""
_LINKED: Final = re.compile(
    r"(?:['‘](?:[^'‘’\"“”]|['’](?=\w)){4,60}['’]|[\"“][^\"“”]{4,60}[\"”]): (?:\S+ ){3,18}[^\s.!?…:;,\"”]+"
)
"""A story's title below another, which opens as only titles do, with words that somebody said and a colon."""
_HEADLINE_RUBRIC: Final = re.compile(
    r"(?:analysis|opinion|explainer|video|watch|live|listen|in pictures|in photos|gallery|photos|podcast|quiz|"
    r"exclusive)\s*[:|]",
    re.IGNORECASE,
)


def furniture(line: str) -> str | None:
    """Why a folded line is page furniture, or None where it may be part of the story."""
    if not any(character.isalnum() for character in line):
        return "holds no letter and no figure"
    words = line.split()
    if line.lstrip("+").isdigit() and len(line) < 4:
        return "is a bare number"
    if _CITATION.fullmatch(line):
        return "names a source of the story"
    spoken = len(words) > 3 and line[0] in "\"'“‘«"
    if not spoken and not _REPORTED.search(line) and not _QUOTED.search(line):
        for pattern in _PATTERNS:
            if len(words) <= pattern.words and pattern.line.fullmatch(line):
                return pattern.reason
    return menu(line)


def has_rubric(line: str) -> bool:
    """Whether a line begins with a kicker as links to other stories do, and headlines too: ``Analysis: Why …``."""
    return bool(_HEADLINE_RUBRIC.match(line))


def is_linked_title(line: str) -> bool:
    """Whether a line of the story's body has the shape of a title, so that it leads to another story."""
    return bool(_LINKED.fullmatch(line))


def heads_links(line: str) -> bool:
    """Whether links to other stories follow a line of furniture: ``Read more:``, ``Related stories``."""
    opening = _LINKS.match(line)
    return opening is not None and len(line[opening.end() :].split()) <= 2
