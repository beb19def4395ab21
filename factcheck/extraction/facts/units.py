"""Units of measure by their names."""

from __future__ import annotations

import re
from typing import Final

from factcheck.extraction.facts.patterns import GAP, LOOSE, longest

_ALIASES: Final = {
    "second": "sec", "minute": "min mins", "hour": "hr hrs", "day": "", "night": "", "week": "", "fortnight": "",
    "month": "", "year": "yr yrs", "decade": "", "century": "centuries",
    "mile": "", "kilometer": "km kms kilometre kilometres", "meter": "metre metres",
    "centimeter": "cm centimetre centimetres",
    "millimeter": "mm millimetre millimetres", "foot": "feet ft", "inch": "inches", "yard": "",
    "microgram": "mcg µg μg", "milligram": "mg mgs", "gram": "gramme grammes", "kilogram": "kg kgs kilo kilos",
    "pound": "lb lbs", "ounce": "oz", "ton": "",
    "tonne": "metric ton metric tons", "nautical mile": "", "square nautical mile": "",
    "acre": "", "hectare": "ha", "degree": "°C °F °",
    "milliliter": "ml millilitre millilitres", "liter": "litre litres", "gallon": "", "barrel": "",
    "calorie": "kcal", "carat": "", "horsepower": "hp", "decibel": "dB",
    "byte": "", "kilobyte": "KB", "megabyte": "MB", "gigabyte": "GB", "terabyte": "TB",
    "hertz": "Hz", "kilohertz": "kHz", "megahertz": "MHz", "gigahertz": "GHz", "volt": "",
    "mph": "", "kph": "km/h kmh", "knot": "", "watt": "", "kilowatt": "kW", "megawatt": "MW", "gigawatt": "GW",
    "square mile": "", "square kilometer": "square kilometre square kilometres sq km km²",
    "basis point": "",
    "square foot": "square feet sq ft ft²", "square meter": "square metre square metres m²", "light-year": "",
    "square inch": "square inches sq in", "square yard": "sq yd",
    "acre-foot": "acre-feet",
    "kilowatt-hour": "kWh", "megawatt-hour": "MWh", "gigawatt-hour": "GWh",
    "cubic meter": "cubic metre cubic metres m³", "cubic kilometer": "cubic kilometre cubic kilometres km³",
    "cubic foot": "cubic feet cu ft ft³", "cubic inch": "cubic inches cu in", "cubic yard": "cu yd", "cubic mile": "",
    "cubic centimeter": "cubic centimetre cubic centimetres",
}  # fmt: skip
"""Units of measure and their other names; each also takes a plural s."""

_SPACED: Final = ("square ", "sq ", "cubic ", "cu ", "metric ")


def _unit_names() -> dict[str, str]:
    """Every name of a unit in lower case with spaces between its words, and the unit."""
    names: dict[str, str] = {}
    for unit, aliases in _ALIASES.items():
        for prefix in _SPACED:
            aliases = aliases.replace(prefix, prefix[:-1] + "_")  # noqa: PLW2901  # an alias may be of two words
        for name in (unit, f"{unit}s", *aliases.split()):
            names[re.sub("[_-]", " ", name).lower()] = unit
    return names


UNITS: Final = _unit_names()
UNIT: Final = longest(UNITS).replace(GAP, LOOSE)
"""Pattern of a unit's name, whose words may be hyphenated or stand on two lines: *a 40-square-mile zone*."""
UNIT_SIGNALS: Final = frozenset(re.split("[^a-z°]", name.lstrip("°µμ") or name)[0] for name in UNITS) | {"°"}


def unit_named(name: str) -> str | None:
    """The unit of measure by its name as it stands in a text; None where it is none."""
    return UNITS.get(re.sub(LOOSE, " ", name.lower()))
