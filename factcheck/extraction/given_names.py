"""First names that English readers take for a man's or a woman's, so that *he* and *she* find the right person."""

from __future__ import annotations

from typing import Final

from factcheck.extraction.words import words

_MEN: Final = words("""
    aaron abbas abdul abdullah abraham adam adel adrian ahmad ahmed akira alan alastair albert alexander alfred
    alfredo algernon ali ambrose amir amit amos anders andre andrei andrew andrzej andré andrés andy angus anil
    anthony antoine antonio anwar archibald arjun arnold arthur arturo ashraf augustus aziz barack barnaby barry
    bashar basil ben benjamin bernard bernie bertram bill billy bjorn björn bob bobby boris brad brandon brendan
    brian bruce bruno bryan calvin carl carlo carlos cecil cedric charles charlie chris christian christopher
    clarence claudio clement clifford clive clyde colin cornelius craig cristian cyril damian dan daniel danny
    dave david declan deepak dennis derek desmond diego dimitri dmitri dmitry dominic don donald doug douglas
    duncan dwight ed eddie edgar edmund edward edwin elias elijah elmer elon emil emilio emmanuel emre enrique
    eric erik ernest ernie ernst ethan eugene ezra faisal farid felix fergus fernando fidel francis franco
    francois frank franklin franz françois fred freddie frederick fritz gabriel gary gaston gavin gennady geoff
    geoffrey george gerald gerard gerry giorgio giovanni giuseppe gonzalo gordon graham greg gregory guillermo
    gustav guy hamid hamza hans harold harry haruki harvey hasan hassan hector heinrich henrik henry herbert
    hermann hideki hiroshi homer horace hosni howard hubert hugh hugo humphrey hussein ian ibrahim idris igor
    imran ira isaac isidore ismail ivan jack jacob jacques jake jamal james jason jean jean-claude jeb jeff
    jeffrey jeremy jerome jerry jesse jim jimmy joe joel joey john johnny jon jonathan jordan jorge jose josef
    joseph josh joshua josé juan julian julius justin jürgen kamal kareem karim karl kazuo keith ken kenji
    kenneth kenny kevin khaled khalid kofi konrad kurt kwame kyle larry lars lawrence leo leon leonard leonid
    lewis liam lionel lloyd lorenzo louis luca ludwig luigi luis luiz luke mahmoud mahmud malcolm manuel marc
    marcel marcus mariano mario mark martin massimo mateo matt matteo matthew maurice maurizio max maxwell
    mehmet melvin michael mickey miguel mike mikhail milton miroslav mitch mitt mohamed mohammad mohammed morris
    moshe muhammad mustafa narendra nasser nathan neil nelson nicholas nick nicolae nicolas nicolás niels nigel
    nikita nikolai noah norman olaf oliver omar orville osama oscar oskar osman oswald otto owen pablo paolo
    patrick paul pavel pedro percy perry pervez pete peter petr phil philip phillip pierre pietro quentin rafael
    rahul raj rajiv ralph ramon ramsay ramzan randy rashid raul ravi ray raymond raúl recep reginald rene rené
    reuben ricardo richard rick rob robbie robert roberto rodney rodrigo roger roland ron ronald ronnie roy
    rudolf rudy rufus rupert russell ryan salman salvador salvatore sam samuel sanjay santiago satoshi scott
    sean sebastian sergei sergey sergio seth shimon shinzo sidney sigmund silas silvio simon slobodan solomon
    spencer stanislav stanley stefan stephen steve steven stuart suleiman sunil suresh sven sylvester tariq ted
    teddy terry theodore thomas tim timothy toby tom tomas tomasz tommy tony travis ulysses umberto vaclav
    vasily vernon victor vijay vikram viktor vince vincent vinod virgil vladimir vladislav walid wallace walter
    warren wayne wesley wilbur wilfred wilhelm william willie winston wojciech woodrow xavier yasser yevgeny
    yitzhak yoshihide yousef yuri yusuf zach zachary zbigniew
""")
_WOMEN: Final = words("""
    abby abigail ada adelaide adele agatha agnes aisha alexandra alice alicia alison alma amanda amelia amina
    aminata amy anastasia andrea angela angelina angie anita ann anna anne annie antoinette april ashley audrey
    augusta ayesha barbara beata beatrice beatrix becky bella benazir bertha bessie beth bethany betsy betty
    beverly bianca billie bonnie brenda bridget brittany camilla carla carly carmen carol caroline carolyn
    carrie catherine cathy cecilia celia charlotte chelsea cheryl chiara christina christine cindy claire clara
    claudia connie constance cora cordelia courtney cristina crystal cynthia daisy dana daniela danielle daphne
    dawn debbie deborah della denise diana diane dilma dolores donna doris dorothy edith eileen ekaterina elaine
    eleanor elena eliza elizabeth ella ellen ellie elsie emily emma emmeline enid erica erin ernestine estelle
    esther ethel eugenie eunice eva evelyn evie fanny fatima fiona flora florence frances francesca françoise
    frida gabriela gail gertrude ginger giulia gladys gloria grace greta gwen gwendolyn hannah harriet hattie
    hazel heather hedwig heidi helen henrietta hilda hillary holly hope ida imogen indira inge ingrid irene
    irina irma isabel isabella ivana ivanka jacqueline jane janet janice janie jean jemima jennifer jenny
    jessica jill joan joanna joanne josephine josie joyce juanita judith judy julia julie juliet karen katarina
    kate katharine katherine kathleen kathryn kathy katie katja keiko kelly khadija kimberly kristen kristi
    kristin kristina lakshmi larissa laura lauren layla leah leila lena leonora lilian lillian lily linda lisa
    liz lizzie lois lorraine lottie louisa louise lucia lucy ludmila luisa lydia mabel madeleine mae magda
    magdalena maggie malala mandy manuela margaret margie marguerite maria mariana marianne marie marilyn marina
    marion martha mary matilda maud maude maureen maya meg megan melania melanie melissa meryl michelle michiko
    mildred millicent minnie miranda miriam molly monica monika muriel myra myrtle nadezhda nadia nancy naomi
    natalia natalie natalya natasha nell nellie nettie nicola nicole nina nora oksana olga olive olivia opal pam
    pamela paola patricia patty paula pauline pearl peg peggy penelope petra philippa phoebe phyllis pilar polly
    priscilla priya queenie rachel raisa ramona rania rebecca reese regina rhoda rita roberta rosa rosalind rose
    rosemary rosie ruth sadie sally samantha samira sandra sara sarah selma serena shannon sharon sheila sheryl
    shirin shirley silvia simone sojourner sonia sonya sophia sophie stacey stella stephanie susan susanna susie
    suzanne svetlana sybil sylvia tamara tammy tanya tatiana tatyana teresa tess thelma theresa tiffany tina
    trudy uma ursula valentina valerie vanessa vera veronica vicky victoria violet virginia vivian vivien
    wangari wendy whitney wilhelmina wilma winifred winnie yasmin yoko yulia yvonne zahra zainab zeynep zoe
""")


def may_be(name: str, pronoun: str) -> bool:
    """Whether *he* or *she* can mean this person: only a first name of the other sex rules it out."""
    first = name.split(maxsplit=1)[0].lower()
    return first not in (_WOMEN if pronoun in ("he", "him", "his") else _MEN if pronoun in ("she", "her") else ())


def is_given(name: str) -> bool:
    """Whether a word is known as a first name."""
    return name.lower() in _MEN or name.lower() in _WOMEN
