"""Amounts of money with their currency."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.extraction.facts import ranges
from factcheck.extraction.facts.patterns import DASH, FIGURES, GAP, LOOSE, MAGNITUDE, NUMERALS, Reader, rule, words
from factcheck.model import Fact, FactKind
from factcheck.normalise import CURRENCY, NUMBER

if TYPE_CHECKING:
    from factcheck.model import FactValue

_SIGNS: Final = {
    "$": "USD", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "HK$": "HKD", "NZ$": "NZD",
    "S$": "SGD", "R$": "BRL", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY",
}  # fmt: skip
_MONIES: Final = {
    "dollar": "USD", "us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD", "australian dollar": "AUD",
    "canadian dollar": "CAD", "hong kong dollar": "HKD", "euro": "EUR", "pound sterling": "GBP", "yen": "JPY",
    "yuan": "CNY", "rupee": "INR", "ruble": "RUB", "rouble": "RUB", "swiss franc": "CHF", "peso": "", "krona": "",
    "kroner": "", "kronor": "", "rand": "ZAR", "rupiah": "IDR", "shekel": "ILS", "cent": "", "pence": "GBP",
    "usd": "USD", "eur": "EUR", "gbp": "GBP", "chf": "CHF", "inr": "INR",
}  # fmt: skip
MONEY_WORD: Final = words("|".join(f"{re.escape(name).replace(chr(92) + ' ', ' ')}s?" for name in _MONIES))

_MONEY_SIGNALS: Final = (
    frozenset("$£€¥₹₩₽₺")
    | {form for name in (*_MONIES, "pound") for form in (name.split()[-1], f"{name.split()[-1]}s")}
    | {"rs"}
)
_OF_MONEY: Final = words(
    "public|private|taxpayer|taxpayers|government|state|aid|money|cash|debt|debts|damage|funding|funds|investment|tax|taxes"
    "|sales|profit|profits|losses|loans|savings|fines|bonds|shares|the|its|his|her|their|our"
)
"""What millions of pounds are of that are no weight."""

_MONEY = rule(
    _MONEY_SIGNALS,
    rf"(?<!\w)(?:(?:(?P<sign>{CURRENCY})|(?P<code>USD|EUR|GBP|CHF|INR|Rs\.?)){GAP}?(?P<amount>{FIGURES}{MAGNITUDE}?)"
    rf"(?:{DASH}(?:{CURRENCY})?(?P<most>{FIGURES}{MAGNITUDE}?)(?!/[0-9]))?"
    rf"|(?P<named>{NUMBER}){LOOSE}(?P<money>{MONEY_WORD})\b"
    rf"|(?P<pounds>{NUMBER})(?<=illion){GAP}pounds\b(?!{GAP}of{GAP}(?!{_OF_MONEY}\b)))",
    also=NUMERALS,
)


def _money(found: re.Match[str]) -> Fact:
    """An amount of money; the unit is the currency code, the value the amount in whole currency units."""
    code: str | None = "GBP"
    if found["sign"]:
        amount, code = found["amount"], _SIGNS.get(re.sub(r"\s", "", found["sign"].upper()))
    elif found["money"]:
        amount, code = found["named"], currency(found["money"])
    elif found["code"]:
        amount, code = found["amount"], "INR" if found["code"][0] in "Rr" else found["code"].upper()
    else:
        amount = found["pounds"]
    value = _amount(found, amount)
    if isinstance(value, int | float) and (found["money"] or "").lower() in {"cent", "cents", "pence"}:
        value = value / 100
    return Fact(FactKind.MONEY, *found.span(), found[0], value, code)


def currency(name: str) -> str | None:
    """The code of a currency by its name, such as *dollars*; None where it is that of many."""
    plain = re.sub(r"\s+", " ", name.lower())
    return _MONIES.get(plain) or _MONIES.get(plain.removesuffix("s")) or None


def _amount(found: re.Match[str], amount: str) -> FactValue:
    """The value of an amount: that of a range is text, and the first of two is in the magnitude of the second."""
    if found["most"]:
        return ranges.told(amount, found["most"])
    second = ranges.second_of(found.string, *found.span()) if found["sign"] or found["code"] else None
    return ranges.amount_value(amount) if second is None else ranges.first_value(amount, second["second"])


_SCALES: Final = frozenset({"hundred", "thousand", "million", "billion", "trillion"})
_SCALE: Final = words("|".join(sorted(_SCALES)))
_UNCOUNTED = rule(
    _SCALES | {f"{scale}s" for scale in _SCALES},
    rf"\b(?:(?:(?:{words('several|a few|many|some|tens of|hundreds of')}{GAP})?{_SCALE}s{GAP}of"
    rf"|{words('several|a few|a couple of')}{GAP}{_SCALE}){GAP}(?P<money>{MONEY_WORD})\b(?<!dollar)(?<!euro)"
    rf"|{words('millions|billions|trillions')}{GAP}of{GAP}pounds\b(?!{GAP}of{GAP}(?!{_OF_MONEY}\b)))",
    also=_MONEY_SIGNALS,
)
"""*Millions of dollars*, of which nobody says how many; *hundreds of dollar stores* are no money."""


def _uncounted(found: re.Match[str]) -> Fact:
    code = currency(found["money"]) if found["money"] else "GBP"
    return Fact(FactKind.MONEY, *found.span(), found[0], None, code)


READERS: Final = (Reader(_MONEY, _money), Reader(_UNCOUNTED, _uncounted))
