"""Menus, buttons and rubrics: lines that are made of a page's own small vocabulary and of nothing else."""

from __future__ import annotations

import re
from typing import Final

_BUTTONS_WORDS: Final = (
    "share tweet post pin print email e-mail mail save bookmark like copy link url facebook twitter x whatsapp "
    "linkedin pinterest reddit tumblr telegram messenger instagram tiktok youtube snapchat flipboard pocket threads "
    "bluesky mastodon viber line sms copied comment comments reply send on to via this article story page font size "
    "text a aa aaa the google news follow us rss feed feeds more options icon close button"
)
_BUTTONS: Final = frozenset(_BUTTONS_WORDS.split())
_MENU_WORDS: Final = (
    "home menu search news sport sports business politics world local national international uk us usa u.s europe "
    "asia africa opinion comment culture arts entertainment lifestyle life style health science tech technology "
    "travel weather video videos photos photo gallery live podcasts podcast newsletters newsletter subscribe donate "
    "login log in sign up out register account my shop jobs puzzles crossword games obituaries classifieds events "
    "more all sections section skip to main content back top next previous prev close open expand collapse show "
    "less load loading view contact about help faq privacy policy terms conditions cookies cookie settings "
    "advertise careers accessibility sitemap edition app apps breaking trending latest popular most read viewed "
    "recommended watch listen play pause mute audio transcript stories features magazine money finance markets "
    "economy education environment climate food fashion books film movies tv music celebrity celebrities royals "
    "crime courts letters editorial editorials columnists blogs today's today’s paper e-paper epaper toggle "
    "navigation of use advertisement translate language english preferences accept decline manage and & the you may "
    "also like for editors' editors’ picks editor's editor’s from our partners around web map"
)
_MENU: Final = frozenset(_MENU_WORDS.split())
_RUBRIC_WORDS: Final = (
    "exclusive analysis explainer explained profile interview review feature investigation special report update "
    "updated fact check commentary perspective column guest essay q&a obituary long-read longread spotlight focus "
    "city state nation"
)
_RUBRICS: Final = _MENU | frozenset(_RUBRIC_WORDS.split())


def menu(line: str) -> str | None:
    """Why a folded line is a menu, a row of buttons or of links, or None."""
    plain = [word.strip(",|/>›»•·():-.…!→▼▲").lower() for word in line.split()]
    plain = [word for word in plain if word]
    if all(word in _BUTTONS for word in plain):
        return "is a row of buttons"
    stopped = line.endswith((".", "?", "!"))
    if (
        all(word in _MENU or word.isdigit() for word in plain)
        and (len(plain) > 2 or not stopped)
        and not line.endswith("?")
    ):
        return "is part of a menu"
    crumbs = re.split(r"\s*[>›»|•·]\s*|\s/\s", line)
    short = all(len(crumb.split()) <= 3 for crumb in crumbs)
    if len(crumbs) > 2 and short and not stopped and not any(character.isdigit() for character in line):
        return "is a row of links"
    return None


def is_rubric(line: str) -> bool:
    """Whether a line is a section's name or a kicker above a headline: ``Politics``, ``EXCLUSIVE``."""
    words = [word for word in line.split() if word.strip(":,|/>›•·")]
    known = all(word.strip(":,|/>›•·").lower() in _RUBRICS for word in words)
    return 0 < len(words) <= 4 and (known or (line.isupper() and len(words) <= 2))
