"""Words that any story may use: sharing them says little about whether two claims are about one thing.

A list and not the archive's own counts, since an archive of a few hundred claims cannot know which of its words are
rare and which it merely happened to use once.
"""

# ruff: noqa: SIM905  # a list of words reads best as text

from __future__ import annotations

from typing import Final

from factcheck.desk.terms import stem

GENERIC: Final = frozenset(
    stem(word)
    for word in """
    ability able absolute accept access accord account achieve across act action active actual add addition address
    admit adult advance advantage advice affair affect afternoon age agency ago agree agreement ahead aim allow almost
    alone along already alternative although altogether always amazing amount analysis announce announcement annual
    another answer anybody anyone anything anyway apart apparent appeal appear appearance apply approach area argue
    argument arise arrange arrive article ask aspect assess associate assume atmosphere attack attempt attend attention
    attitude attract audience author authority available average avoid aware away bad base basic basis beautiful become
    begin beginning behave behaviour behind believe belief belong benefit best better beyond big bit black board body
    book bottom boy branch brave break brief bright brilliant bring broad brother build building business busy buy call
    campaign capable capacity care career careful carry case catch cause celebrate central century certain chair
    challenge chance change chapter character charge check chief child choice choose city civil claim class clear client
    close club colleague collect collection colour come comment commit committee common communicate community company
    compare comparison compete competition complain complete complex computer concept concern conclude condition
    conference confidence confirm connect consequence consider considerable consist constant contact contain content
    context continue contract contribute control conversation cost couple country course cover create crisis critic
    critical criticise criticism cross crowd culture current cut daily damage danger dark data daughter day deal dear
    debate decade decide decision deep define degree deliver demand department depend describe design desire despite
    destroy detail determine develop development die difference different difficult difficulty direct direction director
    discover discuss discussion display distance document doubt dozen draw dream dress drive drop due ear early earn
    earlier easy eat economy edge edit education effect effective effort eight either element eleven else emerge
    emphasis employ empty enable encourage end energy enjoy enough ensure enter entire environment equal escape
    especially essential establish estimate evening event eventual ever every everybody everyone everything everywhere
    evidence exact examine example excellent except exchange excite exclusive exercise exist expand expect expectation
    expensive experience expert explain explanation express extend extent extra extreme eye face fact factor fail
    failure fair faith fall familiar family famous fan far fast father fear feature feel feeling field fifth fight
    figure file fill final find fine finish firm first fit five fix floor focus follow food foot force foreign forget
    form formal former forward four free freedom fresh friend front full fun function fund fundamental future gain game
    general generation get girl give glad go goal good government grand great ground group grow growth guess guy habit
    half hand handle hang happen happy hard hardly hate head health healthy hear heart heavy help hide high highlight
    history hit hold home honest hope hot hour house however huge human hundred hurt husband idea identify image imagine
    immediate impact importance important impossible impress improve improvement inch include incident increase
    incredible indeed independent indicate individual industry influence inform information initial inside insist
    inspire instance instead intend intense intention interest interested interview introduce involve island issue item
    job join judge jump keep key kid kill kind know knowledge lack lady land language large last late latest later laugh
    lead leader leading learn least leave left legal less lesson let letter level lie life light like likely limit line
    link list listen literal little live local location long look lose loss lot love low luck lucky machine main
    maintain major majority make man manage management manager manner many mark market massive match material matter
    maybe mean meaning measure media medium meet meeting member memory mention mere message method middle mile million
    mind minister minor minute miss mistake mix model modern moment money month mood moral morning mother motion move
    movement much music name narrow nation national natural nature near nearby nearly necessary need negative
    neighbourhood nervous network never new news next nice night nine nobody none normal note nothing notice number
    obvious occasion occur odd offer office officer official often old one online open operate operation opinion
    opportunity oppose opposite option order ordinary organise organisation original other otherwise outside overall
    owner page pain paint pair paper parent park part participant particular partner party pass past path pattern pay
    peace people percent perfect perform performance perhaps period permanent permit person personal phone photo picture
    piece place plan plant play player pleasant please plenty point police policy political poor popular population
    portion position positive possible possibility post potential power powerful practical practice precise prefer
    prepare presence present president press pressure pretty prevent previous price prime principle prior private
    probable problem procedure process produce product profession professional program programme progress project
    promise promote prompt proper property proportion propose protect proud prove provide public publish pull purpose
    push put quality quarter question quick quiet quite quote race raise range rapid rare rate rather reach react
    reaction read ready real reality realise really reason reasonable recall receive recent recently recognise
    recommend record recover red reduce refer reflect regard region regular reject relate relation relationship relative
    release relevant relief rely remain remark remarkable remember remind remove repeat replace report reporter
    represent representative request require research resource respect respond response responsible responsibility rest
    result retain return reveal review rich ride right ring rise risk road role room rough round row rule run rush sad
    safe sale sample save say scale scene schedule school science scientist season seat second secret section secure
    security see seek seem select self sell send senior sense sentence separate series serious serve service session set
    settle seven several severe shape share sharp shift shock short shot shout show shut side sight sign signal
    significant silence similar simple single sister sit site situation six size skill skin sky sleep slight slow small
    smart smile social society soft solid solution solve somebody somehow someone something sometimes somewhat somewhere
    son soon sorry sort sound source space speak special specific speech speed spend spirit split spokesman spokeswoman
    spot spread staff stage stand standard star start state statement station stay step stick still stock stone stop
    store story straight strange strategy street strength stress strong structure struggle student study stuff style
    subject submit succeed success successful sudden suffer sufficient suggest suggestion suit summer super supply
    support suppose sure surely surface surprise surround survey survive system table take talk task teach teacher team
    technical technique technology television tell ten tend term terrible test text thank theme theory thing think third
    thought thousand threat threaten three throw tie tight time tiny title today together tomorrow tonight top topic
    total touch tough toward town track trade tradition traditional train training transfer travel treat treatment trend
    trip trouble true trust truth try turn twenty twice two type typical ultimate understand unique unit unless unlike
    upset urge use useful usual valuable value variety various vast version victim video view viewer visible visit voice
    volume vote wait wake walk wall want warm warn wash waste watch water way weak wear week weekend weight welcome well
    white whole wide wife wild win window winter wish woman wonder wonderful word work worker world worry worse worst
    worth wrong write writer yard yeah year yes yesterday yet young youth zone
    """.split()
)
"""Stems of the commonest content words of English prose."""
