"""First names that English readers take for a man's or a woman's, so that *he* and *she* find the right person."""

from __future__ import annotations

from typing import Final

from factcheck.extraction.words import words

_MEN: Final = words("""
    aaron adam adrian alan albert alexander alfred andrew anthony antonio arthur barack ben benjamin bernard bernie
    bill bob boris brad brandon brian bruce bryan carl carlos charles charlie chris christian christopher colin
    craig dan daniel dave david dennis derek dmitry don donald doug douglas dwight ed eddie edward elijah elon
    emmanuel eric ernest ethan eugene frank franklin fred frederick gary gavin geoffrey george gerald gordon graham
    greg gregory harold harry henry herbert howard hugh ian isaac ivan jack jacob jake james jason jean-claude jeff
    jeffrey jeremy jerry jesse jim jimmy joe joel john johnny jonathan jordan jose joseph josh joshua juan justin
    keith ken kenneth kevin kurt kyle larry lawrence lewis liam louis luke marc marcus mario mark martin matt
    matthew max michael miguel mike mitch mitt mohamed mohammed muhammad nathan neil nicholas nick nigel noah norman
    oliver oscar patrick paul pedro peter phil philip phillip pierre ralph randy ray raymond richard rick rob robert
    roger ron ronald roy russell ryan sam samuel scott sean seth simon stanley stephen steve steven stuart ted terry
    theodore thomas tim timothy tom tony travis victor vincent vladimir walter warren wayne william xavier zach
    zachary
""")
_WOMEN: Final = words("""
    abigail agnes alexandra alice alicia alison amanda amy andrea angela angelina anita ann anna anne annie april
    ashley audrey barbara beatrice becky bethany betty beverly brenda bridget brittany camilla carol caroline
    carolyn catherine charlotte chelsea cheryl christina christine cindy claire clara claudia courtney crystal
    cynthia daisy dana danielle dawn debbie deborah denise diana diane dolores donna doris dorothy edith eileen
    elaine eleanor elena elizabeth ella ellen emily emma erica erin esther eva evelyn fiona florence frances gail
    gloria grace greta hannah heather heidi helen hillary holly ingrid irene isabel isabella ivanka jacqueline jane
    janet janice jean jennifer jessica jill joan joanna joanne josephine joyce judith judy julia julie karen kate
    katherine kathleen kathryn kathy katie kelly kimberly kristen kristi kristin kristina laura lauren leah lilian
    lily linda lisa liz lorraine louise lucy lydia madeleine margaret maria marie marilyn martha mary maureen megan
    melania melanie melissa meryl michelle miranda molly monica nancy naomi natalie natasha nicola nicole nina nora
    olivia pamela patricia paula pauline peggy penelope phyllis priscilla rachel rebecca reese rita rosa rosalind
    rose ruth sally samantha sandra sara sarah serena shannon sharon sheila sheryl shirley sonia sophia sophie
    stacey stella stephanie susan suzanne sylvia tamara tammy tanya teresa theresa tiffany tina ursula valerie
    vanessa vera veronica victoria violet virginia vivian wendy whitney yvonne zoe
""")


def may_be(name: str, pronoun: str) -> bool:
    """Whether *he* or *she* can mean this person: only a first name of the other sex rules it out."""
    first = name.split(maxsplit=1)[0].lower()
    return first not in (_WOMEN if pronoun in ("he", "him", "his") else _MEN if pronoun in ("she", "her") else ())


def is_given(name: str) -> bool:
    """Whether a word is known as a first name."""
    return name.lower() in _MEN or name.lower() in _WOMEN
