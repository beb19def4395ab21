"""Words that say that somebody says something."""

from __future__ import annotations

from typing import Final


def _forms(verbs: str) -> frozenset[str]:
    """All forms of regular verbs."""
    forms: set[str] = set()
    for verb in verbs.split():
        stem = verb.removesuffix("e")
        if verb.endswith("y") and verb[-2] not in "aeou":
            forms |= {verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
        elif verb.endswith(("sh", "ch", "ss")):
            forms |= {verb, verb + "es", verb + "ed", verb + "ing"}
        else:
            forms |= {verb, verb + "s", stem + "ed", stem + "ing"}
    return frozenset(forms)


SAYING: Final = _forms(
    "acknowledge add admit advise affirm agree allege announce answer argue assert assure aver boast caution charge claim "
    "clarify comment complain concede conclude confess confide confirm contend counter cry declare deny disclose "
    "emphasize emphasise estimate exclaim explain gush hint imply inform insist interject joke lament maintain mention "
    "muse mutter note observe opine plead pledge predict proclaim promise protest quip rave reason recall reckon recount "
    "reiterate relate remark remind reply report respond retort reveal scoff share shout shriek signal speculate "
    "state stress suggest tease testify tweet urge vow warn whisper yell snap continue recommend guarantee"
) | frozenset(
    ["say", "says", "said", "saying", "tell", "tells", "told", "telling", "write", "writes", "wrote", "written", "writing", "think", "thinks", "thought", "thinking", "hold", "holds", "swear", "swears", "swore", "read", "reads", "quipped", "quipping", "admitted", "admitting", "conceded", "rebutted", "ask", "asks", "asked", "asking", "go-on", "joked", "joking", "told"]
)
"""Verbs whose clause or quotation somebody says."""

QUOTING: Final = (
    SAYING
    | _forms("ask begin describe call label praise slam blast hail dub brand chant laugh smile sigh joke express")
    | frozenset(
        ["began", "went", "called", "calling", "described", "describing", "dubbed", "dubbing", "put", "puts", "puting", "putting", "chanted", "sang"]
    )
)
"""Verbs that may stand beside a quotation, but whose own clause is no reported speech."""

BELIEVING: Final = _forms("believe hope expect fear suspect doubt worry assume consider") | frozenset(
    ["feel", "feels", "felt", "think", "thinks", "thought", "know", "knows", "knew"]
)
"""Verbs of thinking: reported like speech when somebody else's thoughts are told."""

TELLING: Final = frozenset(
    ["tell", "tells", "told", "telling", "inform", "informs", "informed", "remind", "reminds", "reminded", "assure", "assures", "assured", "warn", "warns", "warned", "advise", "advises", "advised", "ask", "asks", "asked", "urge", "urges", "urged"]
)
"""Verbs whose object is the one who is told."""

ANONYMOUS: Final = frozenset(
    ["source", "sources", "insider", "insiders", "official", "officials", "aide", "aides", "friend", "friends", "witness", "witnesses", "person", "people", "man", "woman", "confidante", "confidant", "pal", "pals", "observer", "observers", "resident", "residents", "neighbor", "neighbors", "neighbour", "neighbours", "critic", "critics", "expert", "experts", "analyst", "analysts", "officer", "officers", "spokesman", "spokeswoman", "spokesperson", "spokespeople", "representative", "rep", "employee", "employees", "worker", "workers", "staffer", "staffers", "student", "students", "teacher", "teachers", "parent", "parents", "mother", "father", "victim", "victims", "patient", "patients", "user", "users", "others", "some", "many", "someone", "somebody", "they", "everyone", "onlooker", "bystander", "colleague", "colleagues", "relative", "relatives", "scientist", "scientists", "researcher", "researchers", "supporter", "supporters", "opponent", "opponents", "diplomat", "diplomats", "lawyer", "lawyers", "attorney", "attorneys", "investigator", "investigators", "doctor", "doctors"]
)
"""Heads of names for people without a name."""

INSTITUTIONS: Final = frozenset(
    ["police", "government", "court", "ministry", "department", "agency", "company", "firm", "council", "committee", "report", "study", "survey", "poll", "paper", "newspaper", "statement", "lawsuit", "suit", "complaint", "document", "documents", "evidence", "data", "figures", "records", "affidavit", "indictment", "filing", "letter", "memo", "release", "website", "party", "union", "university", "hospital", "school", "bank", "board", "commission", "office", "group", "organization", "organisation", "association", "team", "club", "league", "army", "military", "navy", "administration", "campaign", "authorities", "prosecutors", "federation", "institute", "magazine", "article", "publication", "site", "outlet", "network", "channel", "station", "embassy", "parliament", "senate", "congress", "church", "charity", "foundation", "tribunal", "jury", "coroner", "investigation", "inquiry", "review", "audit", "analysis", "research", "bureau", "service", "force", "state", "testimony", "warrant", "transcript", "email", "emails", "message", "post", "tweet", "sign", "label"]
)
"""Heads of names for bodies and papers, which count as named sources."""

TITLES: Final = frozenset(
    ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "rev", "reverend", "father", "sister", "sen", "senator", "rep", "representative", "gov", "governor", "president", "vice-president", "chancellor", "minister", "secretary", "king", "queen", "prince", "princess", "pope", "judge", "justice", "captain", "capt", "colonel", "col", "general", "gen", "lieutenant", "lt", "sergeant", "sgt", "major", "maj", "officer", "detective", "inspector", "chief", "coach", "mayor", "councillor", "councilman", "councilwoman", "ambassador", "commissioner", "chairman", "chairwoman", "director", "attorney", "sheriff", "deputy", "prime", "former", "ex-president", "us", "u.s.", "uk", "actor", "actress", "singer", "author", "cardinal", "bishop", "archbishop", "imam", "rabbi", "sheikh"]
)
"""Words before a name that are not part of it."""
