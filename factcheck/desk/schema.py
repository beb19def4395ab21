"""The tables of the desk file, as named migrations. One that was released is never edited: a change is a new one.

The file is meant to be opened with other tools too: times are ISO 8601 in UTC, choices are words, spans count code
points.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlite_utils import Migrations

from factcheck.desk import index

if TYPE_CHECKING:
    from sqlite_utils import Database

MIGRATIONS: Final = Migrations("factcheck")
"""Applied in this order; a file in which one is recorded that is not here is of a newer factcheck."""

_TABLES: Final = """
CREATE TABLE articles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    dek TEXT,
    byline TEXT,
    published TEXT,
    source TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('checking', 'signed-off', 'archive')),
    draft_id INTEGER REFERENCES drafts(id),
    added_at TEXT NOT NULL
);
CREATE INDEX idx_articles_source ON articles(source);
CREATE INDEX idx_articles_state ON articles(state);

CREATE TABLE drafts (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles(id),
    number INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    words INTEGER NOT NULL,
    warnings TEXT NOT NULL,
    extracted_at TEXT,
    text TEXT NOT NULL,
    UNIQUE (article_id, number)
);
CREATE INDEX idx_drafts_sha256 ON drafts(sha256);

CREATE TABLE blocks (
    id INTEGER PRIMARY KEY,
    draft_id INTEGER NOT NULL REFERENCES drafts(id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    role TEXT NOT NULL,
    reason TEXT NOT NULL,
    UNIQUE (draft_id, start)
);

CREATE TABLE claims (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES articles(id),
    draft_id INTEGER NOT NULL REFERENCES drafts(id),
    block_id INTEGER REFERENCES blocks(id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    section TEXT NOT NULL,
    kinds TEXT NOT NULL,
    priority REAL NOT NULL,
    checkable INTEGER NOT NULL,
    speaker TEXT,
    speaker_start INTEGER,
    speaker_end INTEGER,
    person TEXT,
    cue TEXT,
    named INTEGER,
    quote INTEGER,
    verdict TEXT CHECK (verdict IN ('verified', 'disputed', 'unsourced')),
    resolution TEXT NOT NULL DEFAULT 'open' CHECK (resolution IN ('open', 'query', 'changed', 'stet', 'cut')),
    note TEXT NOT NULL DEFAULT '',
    checker TEXT,
    checked_at TEXT,
    manual INTEGER NOT NULL DEFAULT 0,
    removed INTEGER NOT NULL DEFAULT 0,
    hidden INTEGER NOT NULL DEFAULT 0,
    withdrawn INTEGER NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL DEFAULT 0,
    UNIQUE (draft_id, start, "end")
);
CREATE INDEX idx_claims_article ON claims(article_id);
CREATE INDEX idx_claims_block ON claims(block_id);

CREATE TABLE facts (
    id INTEGER PRIMARY KEY,
    claim_id INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    value,
    unit TEXT
);
CREATE INDEX idx_facts_claim ON facts(claim_id);

CREATE TABLE findings (
    id INTEGER PRIMARY KEY,
    draft_id INTEGER NOT NULL REFERENCES drafts(id),
    kind TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('low', 'medium', 'high')),
    message TEXT NOT NULL,
    spans TEXT NOT NULL,
    claims TEXT NOT NULL
);
CREATE INDEX idx_findings_draft ON findings(draft_id);

CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('primary', 'secondary', 'person', 'document', 'other')),
    name TEXT NOT NULL,
    locator TEXT NOT NULL,
    note TEXT NOT NULL,
    UNIQUE (name, kind, locator, note)
);

CREATE TABLE claim_sources (
    claim_id INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
    source_id INTEGER NOT NULL REFERENCES sources(id),
    position INTEGER NOT NULL,
    PRIMARY KEY (claim_id, source_id)
);
CREATE INDEX idx_claim_sources_source ON claim_sources(source_id);

CREATE TABLE positions (
    article_id INTEGER NOT NULL REFERENCES articles(id),
    who TEXT NOT NULL,
    claim_id INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    PRIMARY KEY (article_id, who)
);

CREATE TABLE events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    article_id INTEGER REFERENCES articles(id),
    claim_id INTEGER REFERENCES claims(id),
    "before" TEXT,
    "after" TEXT,
    act INTEGER NOT NULL,
    "of" INTEGER,
    hash TEXT NOT NULL
);
CREATE INDEX idx_events_article ON events(article_id, id);
CREATE INDEX idx_events_claim ON events(claim_id);
CREATE INDEX idx_events_act ON events(act);
CREATE TRIGGER events_never_change BEFORE UPDATE ON events BEGIN
    SELECT RAISE(ABORT, 'the log is only ever added to');
END;
CREATE TRIGGER events_never_go BEFORE DELETE ON events BEGIN
    SELECT RAISE(ABORT, 'the log is only ever added to');
END;
"""

_FIRST_INDEX: Final = (
    """
    CREATE TABLE match_texts (
        claim_id INTEGER PRIMARY KEY REFERENCES claims(id),
        skeleton INTEGER NOT NULL,
        normalised TEXT NOT NULL
    )
    """,
    "CREATE INDEX idx_match_texts_skeleton ON match_texts(skeleton)",
    """
    CREATE VIRTUAL TABLE match_words USING fts5(
        terms, content='', detail=none, columnsize=0, tokenize="ascii tokenchars '.-'"
    )
    """,
    "CREATE VIRTUAL TABLE match_terms USING fts5vocab(match_words, 'row')",
)
"""The match index of the first version."""

_SECOND_INDEX: Final = (
    "CREATE TABLE match_texts (claim_id INTEGER PRIMARY KEY REFERENCES claims(id), normalised TEXT NOT NULL)",
    """
    CREATE VIRTUAL TABLE match_keys USING fts5(
        keys, content='', detail=none, columnsize=0, tokenize="ascii tokenchars '_#=.-'"
    )
    """,
    "CREATE TABLE match_stems (stem TEXT PRIMARY KEY, claims INTEGER NOT NULL) WITHOUT ROWID",
    """
    CREATE VIRTUAL TABLE match_titles USING fts5(
        keys, content='', detail=none, columnsize=0, tokenize="ascii tokenchars '_#=.-'"
    )
    """,
    # Claims that are no archive are few; without this, finding them would mean looking at all.
    "CREATE INDEX idx_claims_gone ON claims(id) WHERE removed OR hidden OR withdrawn",
)
"""The match index of the second one."""


_PLACEMENTS: Final = (
    """
CREATE TABLE placements (
    claim_id INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
    draft_id INTEGER NOT NULL REFERENCES drafts(id),
    block_id INTEGER REFERENCES blocks(id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    section TEXT NOT NULL,
    kinds TEXT NOT NULL,
    priority REAL NOT NULL,
    speaker TEXT,
    speaker_start INTEGER,
    speaker_end INTEGER,
    person TEXT,
    cue TEXT,
    named INTEGER,
    quote INTEGER,
    hidden INTEGER NOT NULL,
    facts TEXT NOT NULL,
    PRIMARY KEY (claim_id, draft_id)
)
    """,
    "CREATE INDEX idx_placements_draft ON placements(draft_id)",
    "CREATE INDEX idx_placements_block ON placements(block_id)",
)
"""What the extraction said of a claim in a draft other than the one that it is in."""


_CONTACTS: Final = """
CREATE TABLE contacts (
    claim_id INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    who TEXT NOT NULL,
    how TEXT NOT NULL CHECK (how IN ('phone', 'email', 'in person', 'other')),
    "when" TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('confirmed', 'corrected', 'denied', 'no answer', 'pending')),
    note TEXT NOT NULL,
    PRIMARY KEY (claim_id, position)
)
"""
"""Who was asked about a claim; when, by the checker's clock: a day, or one with hour and minute."""


_ORIGINALS = """
    CREATE TABLE originals (
        draft_id INTEGER PRIMARY KEY REFERENCES drafts(id),
        media_type TEXT NOT NULL,
        url TEXT NOT NULL DEFAULT '',
        sha256 TEXT NOT NULL,
        data BLOB NOT NULL
    )
"""
_ANNOTATIONS = """
    CREATE TABLE annotations (
        id INTEGER PRIMARY KEY,
        draft_id INTEGER NOT NULL REFERENCES drafts(id),
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('comment', 'footnote')),
        author TEXT NOT NULL DEFAULT '',
        text TEXT NOT NULL
    )
"""


_FINDINGS: Final = (
    "ALTER TABLE findings RENAME TO former_findings",
    """
    CREATE TABLE findings (
        id INTEGER PRIMARY KEY,
        draft_id INTEGER NOT NULL REFERENCES drafts(id),
        kind TEXT NOT NULL,
        severity TEXT NOT NULL CHECK (severity IN ('low', 'medium', 'high')),
        message TEXT NOT NULL,
        spans TEXT NOT NULL
    )
    """,
    "INSERT INTO findings SELECT id, draft_id, kind, severity, message, spans FROM former_findings",
    "DROP TABLE former_findings",
    "CREATE INDEX idx_findings_draft ON findings(draft_id)",
)
"""Findings without the claims that they were about when they were found."""

_LINKS: Final = (
    "ALTER TABLE annotations RENAME TO former_annotations",
    _ANNOTATIONS.replace("'footnote')", "'footnote', 'link')"),
    'INSERT INTO annotations SELECT id, draft_id, start, "end", kind, author, text FROM former_annotations',
    "DROP TABLE former_annotations",
    "CREATE INDEX idx_annotations_draft ON annotations (draft_id)",
)
"""Where the words of a draft lead, kept as what else stands beside them."""


@MIGRATIONS()
def m001_desk(db: Database) -> None:
    """Make the tables of the first version.

    Plain SQL, since checks, triggers, AUTOINCREMENT (no id is given twice) and a column without a type (``value``
    keeps 7 and '7' apart) are beyond sqlite-utils' table API.
    """
    db.executescript(_TABLES)
    for statement in _FIRST_INDEX:
        db.execute(statement)


@MIGRATIONS()
def m002_dismissals(db: Database) -> None:
    """Keep the findings that a checker dismissed, each with the reason."""
    db.table("dismissals").create(
        {"article_id": int, "finding": str, "reason": str},
        pk=("article_id", "finding"),
        foreign_keys=[("article_id", "articles", "id")],
        not_null={"reason"},
    )


@MIGRATIONS()
def m003_people(db: Database) -> None:
    """Keep whom an article names, with what it says of them."""
    db.table("people").create(
        {
            "id": int,
            "draft_id": int,
            "name": str,
            "mentions": str,
            "probable": int,
            "titles": str,
            "roles": str,
            "ages": str,
        },
        pk="id",
        foreign_keys=[("draft_id", "drafts", "id")],
        not_null={"draft_id", "name", "mentions", "probable", "titles", "roles", "ages"},
    )
    db.table("people").create_index(["draft_id"])


@MIGRATIONS()
def m004_match_index(db: Database) -> None:
    """File all claims under pairs of words too, and count in how many each word stands, for archives of any size."""
    for table in ("match_terms", "match_words", "match_texts"):
        db.execute(f"DROP TABLE {table}")
    for statement in _SECOND_INDEX:
        db.execute(statement)


@MIGRATIONS()
def m005_ready_claims(db: Database) -> None:
    """Tell claims that came ready from those that were pulled out: their facts are found when they are read."""
    db.execute("ALTER TABLE claims ADD COLUMN ready INTEGER NOT NULL DEFAULT 0")


@MIGRATIONS()
def m006_queries(db: Database) -> None:
    """Keep what the writer was asked and answered, the change that is suggested, and what a lawyer has to see."""
    for column in ("query TEXT NOT NULL DEFAULT ''", "answer TEXT NOT NULL DEFAULT ''"):
        db.execute(f"ALTER TABLE claims ADD COLUMN {column}")
    db.execute("ALTER TABLE claims ADD COLUMN replacement TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE claims ADD COLUMN legal INTEGER NOT NULL DEFAULT 0")


@MIGRATIONS()
def m007_drafts(db: Database) -> None:
    """Keep what claims were in each draft, the verdict that they had on other words, and what became of the rest."""
    db.execute("ALTER TABLE claims ADD COLUMN former TEXT CHECK (former IN ('verified', 'disputed', 'unsourced'))")
    db.execute("ALTER TABLE claims ADD COLUMN lost TEXT CHECK (lost IN ('cut', 'orphaned', 'placed'))")
    for statement in _PLACEMENTS:
        db.execute(statement)


@MIGRATIONS()
def m008_sources(db: Database) -> None:
    """Keep when a source was looked at for a claim, what its file was then, and who was asked.

    Both are of the use of a source: sources themselves stay equal in the same words as before.
    """
    db.execute("ALTER TABLE claim_sources ADD COLUMN accessed TEXT")
    db.execute("ALTER TABLE claim_sources ADD COLUMN sha256 TEXT NOT NULL DEFAULT ''")
    db.execute(_CONTACTS)


@MIGRATIONS()
def m009_second_read(db: Database) -> None:
    """Keep what a second reader found, and who is to check what."""
    db.execute("ALTER TABLE claims ADD COLUMN second TEXT CHECK (second IN ('verified', 'disputed', 'unsourced'))")
    for column in ("second_reader TEXT", "second_at TEXT", "assignee TEXT NOT NULL DEFAULT ''"):
        db.execute(f"ALTER TABLE claims ADD COLUMN {column}")


@MIGRATIONS()
def m010_deadline(db: Database) -> None:
    """Keep when an article has to be checked."""
    db.execute("ALTER TABLE articles ADD COLUMN deadline TEXT NOT NULL DEFAULT ''")


@MIGRATIONS()
def m011_corrections(db: Database) -> None:
    """Keep who says a claim and of what kinds it is by the checker, beside what the extraction says of it."""
    for column in ("own_speaker TEXT", "own_named INTEGER NOT NULL DEFAULT 0", "own_kinds TEXT"):
        db.execute(f"ALTER TABLE claims ADD COLUMN {column}")


@MIGRATIONS()
def m014_originals(db: Database) -> None:
    """Keep the bytes that a draft was read from, what its writer wrote beside the text, and where its pages begin."""
    db.execute("ALTER TABLE drafts ADD COLUMN pages TEXT NOT NULL DEFAULT '[]'")
    db.execute(_ORIGINALS)
    db.execute(_ANNOTATIONS)
    db.execute("CREATE INDEX idx_annotations_draft ON annotations (draft_id)")


@MIGRATIONS()
def m015_postings(db: Database) -> None:
    """Keep the postings of the match index in tables of our own: to read them takes a tenth of the time."""
    for table in ("match_keys", "match_titles", "match_stems", "match_texts"):
        db.execute(f"DROP TABLE {table}")
    for statement in index.SCHEMA:
        db.execute(statement)
    index.Index(db.conn).rebuild()


@MIGRATIONS()
def m016_findings(db: Database) -> None:
    """Leave to the words of a finding which claims it is about: claims are broken, merged and added.

    A new table, since SQLite drops a column from 3.35 on only, and Python 3.11 comes with older ones.
    """
    for statement in _FINDINGS:
        db.execute(statement)


@MIGRATIONS()
def m017_undone(db: Database) -> None:
    """Keep which drafts were taken back: they are no earlier drafts of those that came after them."""
    db.execute("ALTER TABLE drafts ADD COLUMN undone INTEGER NOT NULL DEFAULT 0")
    moves = """
        SELECT article_id, json_extract("before", '$.draft') AS was, json_extract("after", '$.draft') AS now FROM events
        WHERE claim_id IS NULL AND was IS NOT NULL AND now IS NOT NULL ORDER BY id
    """
    for article_id, was, now in db.execute(moves).fetchall():
        for number, undone in ((was, now < was), (now, False)):
            db.execute(
                "UPDATE drafts SET undone = ? WHERE article_id = ? AND number = ?", (int(undone), article_id, number)
            )


@MIGRATIONS()
def m018_links(db: Database) -> None:
    """Take the addresses that words of a draft lead to: in a writer's draft they are sources."""
    for statement in _LINKS:
        db.execute(statement)
