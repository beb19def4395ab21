"""English words that decide how two claims are compared, in one place so that they are easy to read and to add to."""

# ruff: noqa: SIM905  # lists of words read best as text

from __future__ import annotations

from typing import Final

NEGATIVE: Final = frozenset("no not never none nobody nothing nowhere neither nor without cannot unable".split())
"""Words that deny what follows."""

DENYING: Final = frozenset("fail refus declin deny lack".split())
"""Stems of verbs that do."""

OPPOSITES: Final = tuple(
    tuple(pair.split("/"))
    for pair in """
    accept/reject acquire/sell acquit/convict add/remove alive/dead all/none allow/ban allow/forbid above/below
    approve/reject approve/veto arrive/leave back/oppose before/after begin/end best/worst better/worse bigger/smaller
    biggest/smallest boost/cut boy/girl brother/sister buy/sell close/open day/night decline/rise decrease/increase
    deny/admit deny/confirm die/live down/up drop/rise earlier/later earliest/latest east/west eastern/western
    enter/leave everyone/nobody expand/shrink export/import fail/pass fail/succeed fall/increase fall/rise
    fastest/slowest father/mother female/male fewer/more fewest/most first/last forbid/permit gain/lose gain/loss
    grow/shrink guilty/innocent her/his high/low higher/lower highest/lowest hire/fire husband/wife include/exclude
    inside/outside larger/smaller largest/smallest later/never least/most left/right less/more longer/shorter
    longest/shortest lose/win lower/raise majority/minority man/woman maximum/minimum north/south northern/southern
    often/rarely old/young older/younger oldest/youngest oppose/support over/under plus/minus poorest/richest
    private/public profit/loss safe/unsafe start/stop strengthen/weaken strong/weak stronger/weaker surplus/deficit
    true/false widen/narrow double/halve always/never daughter/son public/secret top/bottom
    """.split()
)
"""Pairs of words that exclude each other."""

CALENDAR: Final = frozenset(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun
    """.split()
)
"""Words that belong to dates."""

TITLES: Final = frozenset("mr mrs ms miss dr sir lord lady dame prof gov sen rep gen capt sgt lt col".split())

NO_NAMES: Final = CALENDAR | TITLES
"""Capitalised words that are no name by themselves."""

RANKS: Final = frozenset(
    "deputy vice assistant acting interim former retired honorary incoming outgoing junior ex co".split()
)
"""Words that make another post of a post: two may hold both."""

COMMON_OPENERS: Final = frozenset("police man woman former new late trace water officer".split())
"""Words that often begin a sentence without an article, and so are capitalised without being names."""

SHORTENED: Final = frozenset("corp inc ltd gov sen rep gen prof dept univ assn".split())
"""Forms that stand for a longer word which begins with them."""

SHORT_NAMES: Final = {
    ("united", "states"): "us",
    ("united", "kingdom"): "uk",
    ("united", "nations"): "un",
    ("european", "union"): "eu",
}
"""Long names, and the short ones that mean the same."""

MEASURES: Final = frozenset(
    """
    mile kilometre kilometer metre meter foot inch yard centimetre centimeter millimetre millimeter hectare acre tonne
    ton kilogram gram pound ounce stone litre liter gallon pint barrel second minute hour day week month year decade
    century degree celsius fahrenheit mph kmh watt kilowatt megawatt gigawatt volt hertz kilohertz megahertz gigahertz
    byte kilobyte megabyte gigabyte terabyte microgram milligram milliliter millilitre carat horsepower decibel ordinal
    USD GBP EUR JPY
    """.split()
)
"""Units between which a value changes its meaning; what is merely counted (people, goals) may go by two names."""
