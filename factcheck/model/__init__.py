"""The words of the desk as frozen data, shared by every layer; no input or output happens here.

Offsets are code points into the draft's text, half-open: ``text[start:end]``. Everything is immutable, so a value may
cross a thread or be kept in a cache; a changed claim is a new value with a higher ``revision``.

A dataclass takes half a millisecond to make: those of a module are made when one of them is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.lazily import lazily
from factcheck.model.words import ANSWERED as ANSWERED
from factcheck.model.words import CLAIM_KINDS as CLAIM_KINDS
from factcheck.model.words import IMPORTED as IMPORTED
from factcheck.model.words import NEVER_UNDONE as NEVER_UNDONE
from factcheck.model.words import SIGN_OFF as SIGN_OFF
from factcheck.model.words import UNCHECKED as UNCHECKED
from factcheck.model.words import AnnotationKind as AnnotationKind
from factcheck.model.words import ArticleId as ArticleId
from factcheck.model.words import Carried as Carried
from factcheck.model.words import ClaimId as ClaimId
from factcheck.model.words import ContactOutcome as ContactOutcome
from factcheck.model.words import ContactWay as ContactWay
from factcheck.model.words import FactKind as FactKind
from factcheck.model.words import Relation as Relation
from factcheck.model.words import Resolution as Resolution
from factcheck.model.words import Role as Role
from factcheck.model.words import Section as Section
from factcheck.model.words import Severity as Severity
from factcheck.model.words import SourceKind as SourceKind
from factcheck.model.words import State as State
from factcheck.model.words import Verdict as Verdict

if TYPE_CHECKING:
    from factcheck.model.article import Annotation as Annotation
    from factcheck.model.article import Article as Article
    from factcheck.model.article import Block as Block
    from factcheck.model.article import Draft as Draft
    from factcheck.model.article import Original as Original
    from factcheck.model.checklist import AsideClaim as AsideClaim
    from factcheck.model.checklist import Checklist as Checklist
    from factcheck.model.extraction import Attribution as Attribution
    from factcheck.model.extraction import Claim as Claim
    from factcheck.model.extraction import Extraction as Extraction
    from factcheck.model.extraction import Fact as Fact
    from factcheck.model.extraction import FactValue as FactValue
    from factcheck.model.extraction import Finding as Finding
    from factcheck.model.extraction import Person as Person
    from factcheck.model.extraction import Quote as Quote
    from factcheck.model.outcome import CarriedClaim as CarriedClaim
    from factcheck.model.outcome import ImportChange as ImportChange
    from factcheck.model.outcome import Imported as Imported
    from factcheck.model.outcome import ImportQuestion as ImportQuestion
    from factcheck.model.outcome import NotTaken as NotTaken
    from factcheck.model.outcome import Rebased as Rebased
    from factcheck.model.publisher import NO_PUBLISHER as NO_PUBLISHER
    from factcheck.model.publisher import Publisher as Publisher
    from factcheck.model.record import AS_EXTRACTED as AS_EXTRACTED
    from factcheck.model.record import LEAD as LEAD
    from factcheck.model.record import ArticleRecord as ArticleRecord
    from factcheck.model.record import ArticleSummary as ArticleSummary
    from factcheck.model.record import ClaimRecord as ClaimRecord
    from factcheck.model.record import Contact as Contact
    from factcheck.model.record import Correction as Correction
    from factcheck.model.record import Difference as Difference
    from factcheck.model.record import Event as Event
    from factcheck.model.record import Match as Match
    from factcheck.model.record import Progress as Progress
    from factcheck.model.record import Source as Source
    from factcheck.model.span import Span as Span

__getattr__ = lazily(
    __name__,
    article="Block Annotation Draft Original Article",
    checklist="AsideClaim Checklist",
    extraction="FactValue Fact Attribution Quote Person Claim Finding Extraction",
    outcome="CarriedClaim Rebased ImportChange ImportQuestion Imported NotTaken",
    publisher="Publisher NO_PUBLISHER",
    record="LEAD Source Contact Difference Match Correction AS_EXTRACTED ClaimRecord Progress ArticleSummary "
    "ArticleRecord Event",
    span="Span",
)
