"""Words that say that somebody says something."""

from __future__ import annotations

from typing import Final

from factcheck.extraction.words import verbs, words

SAYING: Final = verbs("""
    acknowledge add admiT advise affirm agree allege announce answer argue assert assure aveR boast caution charge
    claim clarify comment complain concede conclude confess confide confirm contend continue counter cry declare
    deny disclose emphasize emphasise estimate exclaim explain gush hint imply inform insist interject joke lament
    maintain mention muse mutter note observe opine plead pledge predict proclaim promise protest quiP rave reason
    recall reckon recommend recount reiterate relate remark remind reply report respond retort reveal scoff share
    point posit project forecast reaffirm theorize theorise grouse surmise
    shout shriek signal snaP speculate state stress suggest tease testify tweet urge vow warn whisper yell guarantee
    attest profess gripe decree braG
""") | words("""
    say says said saying tell tells told telling write writes wrote written writing swear swears swore sworn read
    reads ask asks asked asking rebut rebuts rebutted ruled ruling
""")
"""Verbs whose clause or quotation somebody says."""

DENYING: Final = verbs("deny")
"""Verb of saying whose clause is said not to be so."""

FORETELLING: Final = verbs("vow promise pledge guarantee predict forecast project hope expect fear believe") | words("""
    swear swears swore sworn think thinks thought
""")
"""Those of them, and of those of thinking, whose clause with *would* tells what nobody can look up yet."""

QUOTING: Final = (
    SAYING
    | verbs(
        "describe call label praise slaM blast hail duB brand chant laugh smile sigh express characterize characterise "
        "dismiss denounce condemn criticize criticise attack accuse mock deride laud scold demand quote cite urge "
        "cheer complain chide lash rebuke decry lambaste applaud title refeR portray herald tout repeat react "
        "wonder echo bark boom fume grumble growl groan scream demuR gloat sneer ranT recite greet question "
        "elaborate taunt riP ridicule belittle paraphrase thank congratulate salute bemoan ponder mouth lecture "
        "exhort implore beseech entreat instruct order reference specify rail blame name endorse propose talk offer "
        "welcome press encourage pronounce riff"
    )
    | words(
        "begin begins began go goes went put puts putting sing sings sang think thinks thought thinking speak speaks "
        "spoke spoken speaking start starts started"
    )
)
"""Verbs that may stand beside a quotation, but whose own clause is no reported speech."""

OPENING: Final = words("begin begins began start starts started go goes went put puts putting")
"""Those of them that only lead over to a whole quotation: *the show was put on to look “strong”* is nobody's word."""

LIKENING: Final = verbs("view regard rate rank compare liken admire depict portray paint cast revile") | words("""
    see sees saw seeing seen
""")
"""Verbs with an object and, behind *as* or *to*, what somebody takes it for."""

NAMING: Final = verbs("call label duB brand deem pronounce")
"""Verbs with an object and, behind it, what somebody calls it."""

BELIEVING: Final = verbs("believe hope expect fear suspect doubt worry assume consider") | words("""
    feel feels felt think thinks thought
""")
"""Verbs of thinking: reported like speech when somebody else's thoughts are told."""

TELL: Final = words("tell tells told telling")
"""Verbs of saying whose object is who hears it."""

FINDING: Final = words("find finds found") | verbs("show indicate demonstrate")
"""Verbs that report when they stand behind what is found: *…, the records show*."""

LEARNED: Final = words("learned learnt")
"""What a paper *has* done with what it tells: *…, The Post has learned*."""

ANONYMOUS: Final = words("""
    source sources insider insiders official officials aide aides friend friends witness witnesses eyewitness
    eyewitnesses person people man woman confidante confidant pal pals observer observers resident residents
    neighbor neighbors neighbour neighbours critic critics expert experts analyst analysts officer officers
    spokesman spokeswoman spokesperson spokespeople spokesmen spokeswomen spokespersons representative representatives
    rep reps employee employees worker workers staffer
    staffers student students teacher teachers parent parents mother father victim victims patient patients user
    users others some many someone somebody they everyone onlooker bystander colleague colleagues relative relatives
    scientist scientists researcher researchers supporter supporters opponent opponents diplomat diplomats lawyer
    lawyers attorney attorneys investigator investigators doctor doctors driver drivers passenger passengers
    customer customers caller callers girl boy teenager teenagers protester protesters demonstrator demonstrators
    voter voters activist activists survivor survivors gunman suspect soldier soldiers nurse nurses guard guards
    villager villagers local locals fan crowd crowds audience audiences authorities fans tourist tourists migrant
    migrants refugee refugees brother sister son daughter wife husband cousin
    whistleblower whistleblowers whistle-blower whistle-blowers informant informants tipster tipsters
""")
"""Heads of names for people without a name."""

RESEARCHERS: Final = words("researcher researchers scientist scientists author authors co-authors")
"""Those who made a study: they are its voice, and known where it is."""

TELLING: Final = words("say says said add adds added announce announces announced") | verbs("report state warn declare")
"""Verbs that a body does even when it is called *it*; *it suggests* and *it means* tell of an event instead."""

CLAIMS: Final = words("""
    claim claims allegation allegations assertion assertions accusation accusations argument arguments contention
    contentions suggestion suggestions conclusions predictions beliefs theories insistence statement statements
    announcement admission acknowledgement acknowledgment confession warning warnings prediction assurance
    assurances complaint complaints remark remarks comment comments revelation revelations denial conclusion finding
    findings testimony report reports belief view theory boast case confidence concern concerns hope hopes fear
    fears doubt doubts opinion suspicion
""")
"""Nouns for what somebody says or thinks, whose *that* clause is theirs."""

WORDS_OF: Final = words("""
    chant chants promise promises pledge pledges call calls answer response reply slogan motto message criticism
    description question vow plea demand threat joke apology cry cries shout shouts catchphrase refrain mantra
    characterization characterisation
""")
"""Nouns that like those for claims may have somebody's very words behind them."""

PHRASES: Final = words("phrase phrases term terms word words slogan line nickname expression catchphrase mantra motto")
"""Nouns that stand right before the words that they tell of: *used the phrase “old guard”*."""

RUMOURS: Final = words("""
    rumor rumors rumour rumours word talk speculation gossip chatter whispers buzz hearsay murmurs rumblings
""")
"""Nouns for what is said by nobody in particular."""

UTTERANCES: Final = words("""
    statement statements email emails e-mail message messages letter letters memo note tweet tweets post posts text
    texts release speech article report leaflet leaflets advertisement advertisements ad ads advert adverts commercial
    commercials telegram notice flyer flyers banner sign video poster posters petition editorial op-ed column
""")
"""What carries words: *a statement saying*."""

UTTERING: Final = verbs(
    "express voice raise issue release publish post tweet email circulate deliver repeat distribute place launch blast "
    "air file"
) | words("""
    put puts putting send sends sent sending make makes made making give gives gave given giving write writes wrote
    written writing
""")
"""Verbs whose subject is the one who says what stands in the object: *issued a statement saying*."""

PAPERS: Final = words("""
    report study survey poll paper statement lawsuit suit complaint document documents evidence data figures records
    affidavit indictment filing letter memo release magazine newspaper article publication investigation inquiry review
    footnote passage excerpt caption headline ruling rulings verdict verdicts judgment judgments judgement judgements
    audit analysis research testimony warrant transcript email emails message post tweet result results findings tests
    reports studies surveys polls analyses filings rules bylaws guidelines regulations trial trials census experiment
    experiments
""")
"""Heads of names for what is written: it shows what it says, whereas a film shows what happened."""

INSTITUTIONS: Final = PAPERS | words("""
    police government court ministry department agency company firm council committee website party union university
    hospital school bank board commission office group organization organisation association team club league army
    military navy administration campaign prosecutors federation institute site outlet network channel
    station embassy parliament senate congress church charity foundation tribunal jury coroner bureau service force
    state sign label account accounts footage video videos
""")
"""Heads of names for bodies and papers, which count as named sources."""

TITLES: Final = words("""
    mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend father sister sen senator rep representative
    gov governor president vice-president chancellor minister secretary king queen prince princess pope judge
    justice captain capt colonel col general gen lieutenant lt sergeant sgt major maj officer detective inspector
    chief coach mayor councillor councilman councilwoman ambassador commissioner chairman chairwoman director
    attorney sheriff deputy prime former ex-president us u.s. uk actor actress singer author cardinal bishop
    archbishop imam rabbi sheikh administrator spokesman spokeswoman spokesperson analyst star goalie goalkeeper
    defenseman defender forward winger midfielder striker quarterback pitcher ceo cfo chairperson founder co-founder
    economist researcher scientist historian reporter editor correspondent host presenter lawyer lawmaker
    congressman congresswoman executive manager commander superintendent principal vice assistant associate acting
    premier speaker leader whip envoy undersecretary comptroller treasurer prosecutor marshal constable brigadier
    admiral corporal private pastor archdeacon abbot nun monk deacon baroness baron count duke duchess earl comedian
    rapper drummer guitarist filmmaker novelist poet painter sculptor biologist physicist chemist astronomer
    geologist psychologist engineer surgeon nurse teacher farmer attorney-general councilor alderman columnist
    activist consultant strategist pollster adm brig cmdr cdr const cpl det insp maj pvt supt atty asst dep hon msgr
""")
"""Words before a name that are not part of it."""

OFFICES: Final = words("""
    president vice-president governor gov minister chancellor premier mayor secretary king queen prince princess
    pope speaker ambassador commissioner sheriff superintendent administrator archbishop emperor
""")
"""Offices with one holder, so that *the mayor* is somebody with a name."""
