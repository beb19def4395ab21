"""First names that English readers take for a man's or a woman's, so that *he* and *she* find the right person."""

from __future__ import annotations

from typing import Final

from factcheck.extraction.words import words

_MEN: Final = words("""
    aaron abraham adam adrian alan alastair albert alexander alfred alfredo algernon ambrose amos andre andrew angus
    anthony antonio archibald arnold arthur augustus barack barnaby barry basil ben benjamin bernard bernie bertram
    bill bob boris brad brandon brendan brian bruce bryan calvin carl carlos cecil cedric charles charlie chris
    christian christopher clarence clement clifford clive clyde colin cornelius craig cyril dan daniel dave david
    declan dennis derek desmond dmitry dominic don donald doug douglas duncan dwight ed eddie edgar edmund edward
    edwin elias elijah elmer elon emil emmanuel eric ernest ernst ethan eugene ezra felix fergus fernando francis
    francois frank franklin fred frederick fritz gary gaston gavin geoffrey george gerald giovanni giuseppe gordon
    graham greg gregory gustav guy hans harold harry harvey hector heinrich henry herbert hermann homer horace
    howard hubert hugh hugo humphrey ian igor ira isaac isidore ismail ivan jack jacob jacques jake james jason jean
    jean-claude jeff jeffrey jeremy jerome jerry jesse jim jimmy joe joel john johnny jonathan jordan jose josef
    joseph josh joshua juan julian julius justin karl keith ken kenneth kevin konrad kurt kyle larry lars lawrence
    leo leon leonard lewis liam lionel lloyd louis ludwig luke malcolm marc marcel marcus mario mark martin matt
    matthew maurice max maxwell melvin michael miguel mike mikhail milton mitch mitt mohamed mohammed morris
    muhammad nathan neil nicholas nick niels nigel nikita nikolai noah norman olaf oliver omar orville oscar oswald
    otto owen pablo patrick paul pedro percy perry peter phil philip phillip pierre quentin ralph ramsay randy ray
    raymond reginald rene reuben richard rick rob robert rodney roger roland ron ronald roy rudolf rufus rupert
    russell ryan salvador sam samuel scott sean sebastian sergei seth sidney sigmund silas simon solomon spencer
    stanley stefan stephen steve steven stuart sven sylvester ted terry theodore thomas tim timothy tom tomas tony
    travis ulysses vernon victor vincent virgil vladimir wallace walter warren wayne wesley wilbur wilfred wilhelm
    william winston woodrow xavier yuri zach zachary
""")
_WOMEN: Final = words("""
    abigail ada adelaide adele agatha agnes alexandra alice alicia alison alma amanda amelia amy anastasia andrea
    angela angelina anita ann anna anne annie antoinette april ashley audrey augusta barbara beatrice beatrix becky
    bella bertha bessie bethany betty beverly billie bonnie brenda bridget brittany camilla carmen carol caroline
    carolyn catherine cecilia celia charlotte chelsea cheryl christina christine cindy claire clara claudia
    constance cora cordelia courtney crystal cynthia daisy dana danielle daphne dawn debbie deborah della denise
    diana diane dolores donna doris dorothy edith eileen elaine eleanor elena eliza elizabeth ella ellen elsie emily
    emma emmeline enid erica erin ernestine estelle esther ethel eugenie eunice eva evelyn fanny fiona flora
    florence frances frida gail gertrude ginger gladys gloria grace greta gwendolyn hannah harriet hattie hazel
    heather hedwig heidi helen henrietta hilda hillary holly hope ida imogen indira inge ingrid irene irma
    isabel isabella ivanka jacqueline jane janet janice jean jemima jennifer jessica jill joan joanna joanne
    josephine josie joyce judith judy julia julie juliet karen kate katharine katherine kathleen kathryn kathy katie
    kelly kimberly kristen kristi kristin kristina laura lauren leah lena leonora lilian lillian lily linda lisa liz
    lois lorraine louisa louise lucy lydia mabel madeleine mae margaret marguerite maria marianne marie marilyn
    marion martha mary matilda maud maude maureen maya megan melania melanie melissa meryl michelle mildred
    millicent minnie miranda miriam molly monica muriel myra myrtle nadia nancy naomi natalie natasha nell nellie
    nettie nicola nicole nina nora olga olive olivia opal pamela patricia paula pauline pearl peg peggy penelope
    philippa phoebe phyllis priscilla queenie rachel ramona rebecca reese regina rhoda rita roberta rosa rosalind
    rose rosemary ruth sadie sally samantha sandra sara sarah selma serena shannon sharon sheila sheryl shirley
    simone sojourner sonia sophia sophie stacey stella stephanie susan susanna suzanne sybil sylvia tamara tammy
    tanya teresa thelma theresa tiffany tina ursula valentina valerie vanessa vera veronica victoria violet virginia
    vivian vivien wendy whitney wilhelmina wilma winifred yvonne zoe
""")


def may_be(name: str, pronoun: str) -> bool:
    """Whether *he* or *she* can mean this person: only a first name of the other sex rules it out."""
    first = name.split(maxsplit=1)[0].lower()
    return first not in (_WOMEN if pronoun in ("he", "him", "his") else _MEN if pronoun in ("she", "her") else ())


def is_given(name: str) -> bool:
    """Whether a word is known as a first name."""
    return name.lower() in _MEN or name.lower() in _WOMEN
