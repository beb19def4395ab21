"""Finding the story among all that a page shows.

trafilatura tells which text is the story's body; its words are taken from the page itself, in page order and each once,
together with what belongs to a story and is no body: headline, dek, byline, date, captions and credits.
"""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING, Final

from factcheck.errors import printable
from factcheck.model import Role
from factcheck.reading import bylines, stamps
from factcheck.reading.cutting import Hint
from factcheck.reading.markup import HEADINGS, Passage, words
from factcheck.reading.parts import Part
from factcheck.reading.shapes import fold, shape

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from lxml.html import HtmlElement

    from factcheck.reading.selfdescribed import SelfDescription

_GRAM: Final = 4
"""Words that are compared together."""
_SHARE: Final = 0.6
"""Of a passage's grams that must stand in the body, which may lack the words of a link or two."""

_MORE: Final = "R in the app, or --whole-page, takes all text that the page shows."
_STUB: Final = 60
_TEASER: Final = 250
"""Words of a story that is hardly whole: of any, and of one that is said to be for subscribers."""
_MAX_HEADLINE: Final = 60
_MIN_DEK: Final = 4
"""Words."""
_MIN_SUBTITLE: Final = 6
_MAX_HEADING: Final = 15
"""Words: a longer sentence is a first paragraph in large letters, and bears claims."""
_RANK: Final = {"h1": 0.3, "h2": 0.1, "h3": 0.1}
"""How much more like the title a heading is than a line in the same words."""
_MAX_BYLINE: Final = 40
"""Words: some say what the writer has done in life."""
_SEVERAL: Final = 2
"""Paragraphs of the story that an element holds before its others are taken for the story, too."""
_LINE: Final = 8
"""Words up to which a passage can stand on a page by chance in the same words."""
_FLOWING: Final = HEADINGS | {"p", "blockquote"}
"""Elements that stand among a story's paragraphs as part of it."""
_LISTS: Final = frozenset({"ul", "ol", "li", "dl", "dt", "dd", "blockquote"})
"""Elements that hold items, and stand among a story's paragraphs themselves."""
_TOLD: Final = 4
"""Words that a line without a stop has at most that tells nothing, such as a name or a button."""
_PICTURED: Final = frozenset({Hint.CAPTION, Hint.CREDIT})
_STOPS: Final = (".", "!", "?", ":", ".”", '."', "?”", "!”", '?"', '!"')


def hint_of(passage: Passage) -> Hint:
    """What a passage's own element says that it is."""
    if passage.is_caption:
        return Hint.CREDIT if passage.is_credit else Hint.CAPTION
    if passage.tag in HEADINGS and not (len(passage.words) > _MAX_HEADING and passage.text.endswith(_STOPS)):
        return Hint.HEADING
    if passage.tag in {"tr", "dt", "dd"}:
        return Hint.TABLE
    return Hint.ITEM if passage.within("li", "dd") or passage.is_pulled else Hint.NONE


def story(seen: Sequence[Passage], matched: set[int], headline: int | None, said: SelfDescription) -> list[Part]:
    """The passages of the story in page order; none where there is no story."""
    body = _body(seen, matched, headline)
    if not body:
        return []
    holding = _holding(seen[index] for index in body)
    top = min(body) if headline is None else min(*body, headline)
    homes = Counter(seen[index].home for index in body)
    opening, second = _opening(seen, body)
    headings = Counter(seen[index].tag for index in body)
    parts: list[Part] = []
    known: set[tuple[str, ...]] = set()
    for index, passage in enumerate(seen[top : _end(seen, body)], start=top):
        if index == headline:
            parts.append(Part(passage.text, Hint.TITLE))
        elif index in body:
            alone = homes[passage.home] == 1
            shown = (index < opening or (index == opening and alone)) and _is_dek(passage, said if alone else None)
            below = bool(parts) and parts[-1].hint is Hint.TITLE and headings[passage.tag] == 1
            if shown or (below and _is_subtitle(passage)):
                parts.append(Part(passage.text, Hint.DEK))
            elif index < second and passage.is_signature and _is_byline(fold(passage.text), signed=True):
                parts.append(Part(passage.text, Hint.BYLINE))
            else:
                parts.append(Part(passage.text, hint_of(passage)))
        elif passage.words in known:
            continue
        elif passage.is_caption or (passage.is_credit and parts and parts[-1].hint in _PICTURED):
            if not passage.is_link and not passage.is_beside(holding):
                parts.append(Part(passage.text, Hint.CREDIT if passage.is_credit else Hint.CAPTION))
        elif index < opening and _is_dek(passage, said):
            parts.append(Part(passage.text, Hint.DEK))
        elif index < opening or (index < second and not passage.is_beside(holding)):
            parts += _signed(passage)
        known.add(passage.words)
    return parts


def _end(seen: Sequence[Passage], body: set[int]) -> int:
    """Where the story ends: behind its last paragraph, or behind the pictures that stand below it."""
    last = max(body)
    containers = _containers(seen[index] for index in body)
    end = last + 1
    for index, passage in enumerate(seen[last + 1 :], start=last + 1):
        own = passage.frame is seen[last].frame and passage.frame is not None
        if own and (passage.is_caption or passage.is_credit) and passage.within("figure"):
            end = index + 1
        elif not (own or not containers.isdisjoint(passage.around)):
            break
    return end


def _opening(seen: Sequence[Passage], body: set[int]) -> tuple[int, int]:
    """Where the first two paragraphs stand: a dek stands before the first, a byline before the second at the latest."""
    long = sorted(index for index in body if len(seen[index].words) > _LINE and seen[index].tag not in HEADINGS)
    deks = takewhile(lambda index: _is_dek(seen[index]), long)
    after = long[sum(1 for _ in deks) :][:2]
    opening = after[0] if after else (long or sorted(body))[0]
    return opening, after[1] if len(after) > 1 else opening


def _holding(paragraphs: Iterable[Passage]) -> set[HtmlElement]:
    """The elements that hold most of some paragraphs."""
    around = Counter(element for passage in paragraphs for element in passage.around)
    most = max(around.values(), default=0)
    return {element for element, count in around.items() if count >= 0.5 * most}


def body_words(tree: HtmlElement, seen: Sequence[Passage]) -> set[int]:
    """Which passages hold words that trafilatura takes for the story's body."""
    from trafilatura import bare_extraction

    # It takes what it does not want out of the tree that it is given.
    given = deepcopy(tree)
    try:
        found = bare_extraction(given, favor_precision=True, include_comments=False, with_metadata=False)
    except Exception:  # noqa: BLE001  # a page that is too strange for it still shows its text
        return set()
    text = getattr(found, "text", None) or ""
    lines = {words(line) for line in text.split("\n")}
    all_words = words(text)
    grams, joined = _grams(all_words), f" {' '.join(all_words)} "
    matched: set[int] = set()
    for index, passage in enumerate(seen):
        own = passage.words
        if len(own) > _LINE:
            shared = _grams(own)
            is_in = len(shared & grams) >= _SHARE * len(shared)
        else:
            is_in = own in lines or (len(own) > 2 and f" {' '.join(own)} " in joined)
        if is_in:
            matched.add(index)
    # A row of few words, such as a table's head, matches nothing by itself.
    tables = {seen[index].table for index in matched} - {None}
    return matched | {index for index, passage in enumerate(seen) if passage.table in tables}


def _body(seen: Sequence[Passage], matched: set[int], headline: int | None) -> set[int]:
    """The passages of the body: what matched, but for stray lines, and what stands beside those, however short."""
    top = 0 if headline is None else headline + 1
    paragraphs = {index for index in matched if index >= top and len(seen[index].words) > _LINE} or matched
    first, last = min(paragraphs, default=0), max(paragraphs, default=-1)
    homes = {_kind(seen[index].home) for index in paragraphs if seen[index].tag == "p"}
    holding = _holding(seen[index] for index in paragraphs)
    containers = _containers(seen[index] for index in paragraphs)
    told = f" {' '.join(word for index in paragraphs for word in seen[index].words)} "
    body: set[int] = set()
    known: dict[tuple[str, ...], HtmlElement] = {}
    for index, passage in enumerate(seen[top:], start=top):
        sibling = passage.tag in _FLOWING and _kind(passage.home) in homes
        pulled = passage.is_pulled and f" {' '.join(passage.words)} " not in told
        inset = passage.is_post or passage.is_said_by or pulled
        taken = _belongs(passage, containers)
        if index in matched:
            near = first - 2 <= index <= last + 2
            taken = taken or near or len(passage.words) > _LINE or not containers.isdisjoint(passage.around)
        else:
            among = index < last or (index - 1 in body and passage.tag == "p")
            taken = taken or (first <= index and (sibling or inset) and among)
        parent = passage.home
        if len(passage.words) > _LINE and known.get(passage.words, parent) is not parent:
            continue  # a copy for another width of the window
        if taken and not passage.is_caption and (inset or not passage.is_beside(holding)):
            body.add(index)
            known[passage.words] = parent
    return _without_links(seen, body)


def _containers(paragraphs: Iterable[Passage]) -> set[HtmlElement]:
    """The elements whose very children several of a story's paragraphs are: their other children are the story, too."""
    around = Counter(passage.home for passage in paragraphs if passage.tag == "p")
    return {element for element, count in around.items() if count >= _SEVERAL}


def _belongs(passage: Passage, containers: Container[HtmlElement]) -> bool:
    """Whether it is a paragraph or an item of a list right in what holds the story."""
    if passage.tag not in _FLOWING | _LISTS:
        return False
    outer = dropwhile(lambda element: element.tag in _LISTS, passage.around[1:])
    return next(outer, None) in containers


def _kind(element: HtmlElement) -> tuple[str, str]:
    """What elements that are for the same thing have in common."""
    return str(element.tag), element.get("class") or ""


def _without_links(seen: Sequence[Passage], body: set[int]) -> set[int]:
    """Take out links to other stories, lines that are furniture by themselves, and headings that head nothing."""
    kept: set[int] = set()
    heads_nothing = True
    for index in sorted(body, reverse=True):
        passage = seen[index]
        alone = shape(fold(passage.text)) if passage.table is None else None  # a table's head reads like a menu
        heading = passage.tag in HEADINGS
        title = not heading or passage.within("li")  # a crosshead may link to itself
        linked = passage.is_link and title and not passage.text.endswith(_STOPS)
        if linked or (alone and alone.role is Role.FURNITURE) or (heading and heads_nothing):
            continue
        heads_nothing = False
        kept.add(index)
    return kept


def _grams(text: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {text[at : at + _GRAM] for at in range(max(1, len(text) - _GRAM + 1))}


def _likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """How many of their words two texts share, 0 to 1."""
    shared = sum((Counter(one) & Counter(other)).values())
    return 2 * shared / max(1, len(one) + len(other))


def find_headline(seen: Sequence[Passage], said: SelfDescription) -> int | None:
    """The passage that says what the page says that its title is, a heading rather than others; else its first <h1>."""
    best, found = 0.7, None
    titles = [words(title) for title in said.titles]
    for index, passage in enumerate(seen):
        if len(passage.words) <= _MAX_HEADLINE and not passage.is_link:
            likeness = max((_likeness(passage.words, title) for title in titles), default=0.0)
            likeness += _RANK.get(passage.tag, 0.0)
            if likeness > best:
                best, found = likeness, index
    return found if found is not None else next((at for at, one in enumerate(seen) if one.tag == "h1"), None)


def _signed(passage: Passage) -> Iterator[Part]:
    """What a passage at the top of the story has of byline and date."""
    for raw in passage.text.split("\n"):
        line = fold(raw)
        if stamps.is_stamp(line) or stamps.begins_as_stamp(line) or stamps.ends_in_stamp(line):
            yield Part(raw)
        elif _is_byline(line, signed=passage.is_signature):
            yield Part(raw, Hint.BYLINE)


def _is_dek(passage: Passage, said: SelfDescription | None = None) -> bool:
    """Whether the page shows it as its dek, or says of itself in its words what it is about."""
    described = said and any(_likeness(passage.words, words(one)) > 0.85 for one in said.descriptions)
    return _MIN_DEK <= len(passage.words) <= _MAX_HEADLINE and (bool(described) or passage.is_dek)


def _is_subtitle(passage: Passage) -> bool:
    """Whether a heading right below the headline, the only one of its rank, is a dek: a crosshead is shorter."""
    return passage.tag in HEADINGS and _MIN_SUBTITLE <= len(passage.words) <= _MAX_HEADLINE


def _is_byline(line: str, *, signed: bool) -> bool:
    own = words(line)
    if not 2 <= len(own) <= _MAX_BYLINE:
        return False
    named = own[0] == "by" or bylines.is_names(line) or bylines.is_signed(line)
    return bylines.is_byline(line) or (signed and named)


def doubts(seen: Sequence[Passage], parts: Sequence[Part], said: SelfDescription) -> list[str]:
    """What makes one doubt that this is the whole story."""
    if not parts:
        return ["No story was found on the page, and all text that it shows was taken: it may be for subscribers."]
    taken = {part.text for part in parts}
    count = sum(len(words(part.text)) for part in parts)
    left = sum(len(one.words) for one in seen if one.text not in taken and one.is_prose)
    if count < (_TEASER if said.paid else _STUB):
        return [
            f"Only {count} words of a story were found: the rest may be for subscribers, or come by scripts. {_MORE}"
        ]
    if left > max(2 * count, _TEASER):
        return [f"The page shows {left:,} more words of running text than the {count:,} that were taken. {_MORE}"]
    others = _others(seen, taken)
    if others:
        begins = " ".join(others[0].text.split()[:6])
        return [f"The page shows more articles beside this one: “{printable(begins)} …”. {_MORE}"]
    among = list(_left_among(seen, taken))
    if among:
        count, begins = sum(len(one.words) for one in among), " ".join(among[0].text.split()[:6])
        return [f"Of what stands among its paragraphs {count:,} words were left out: “{printable(begins)} …”. {_MORE}"]
    return []


def _others(seen: Sequence[Passage], taken: Container[str]) -> list[Passage]:
    """Running text of other articles that stand beside the story's in the same way, as on the front of a blog."""
    own = next((one.article for one in seen if one.text in taken and one.is_prose and one.article is not None), None)
    if own is None:
        return []
    beside = {*own.itersiblings("article", preceding=True)} | {*own.itersiblings("article")}
    beside = {one for one in beside if _kind(one) == _kind(own)}
    told = {one.article for one in seen if one.text in taken}
    return [one for one in seen if one.is_prose and one.article in beside - told]


def _left_among(seen: Sequence[Passage], taken: Container[str]) -> Iterator[Passage]:
    """What stands in the elements that hold the story and looks like a part of it, but was not taken."""
    story = [one for one in seen if one.text in taken and len(one.words) > _LINE]
    containers, holding = _containers(story), _holding(story)
    for one in seen:
        tells = len(one.words) > _TOLD and not one.within("aside")
        tells = tells or (len(one.words) > 1 and one.text.endswith(_STOPS))
        elsewhere = containers.isdisjoint(one.around) or one.is_beside(holding, asides=False)
        named = one.is_caption or one.is_credit or one.is_signature or one.is_pulled
        if tells and not (elsewhere or named or one.is_link or one.text in taken or shape(fold(one.text))):
            yield one
