"""One act of a checker: what it changes and the events that tell of it, in one transaction."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final, cast

from factcheck.checklist.memo import was_changed
from factcheck.errors import ArticleError, DeskError, StaleError, UsageError
from factcheck.model import Resolution, Role
from factcheck.review.naming import present_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.desk import Desk, Meta
    from factcheck.model import ArticleId, Claim, ClaimId, ClaimRecord, Contact, Event, Source, Span

Values = dict[str, object]
"""What changed, in the words of the log."""


def suggested(record: ClaimRecord, replacement: str) -> Values:
    """What is recorded with a suggestion how a claim should read; an empty one takes the one that is there back.

    That a change went in was said of the suggestion before, or of none: a new one is decided anew.
    """
    anew = was_changed(record) and replacement not in {"", record.replacement}
    return {"replacement": replacement, **({"resolution": Resolution.OPEN.value} if anew else {})}


UNREAD: Final[Values] = dict.fromkeys(
    ("verdict", "checker", "checked_at", "second", "second_reader", "second_at"), None
)
"""What is recorded of the readings of a claim that nobody has read."""


class Act:
    """An act while its transaction is open. Nothing of it stays when a step fails.

    Args:
        desk: The desk, in a ``writing`` block.
        article_id: The article that the act is about.
        of: For undo and redo, the act that is taken back or done again.
    """

    def __init__(self, desk: Desk, article_id: ArticleId, *, of: int | None = None) -> None:
        self._desk = desk
        self._article_id = article_id
        self._of = of
        self._first: int | None = None

    @property
    def done(self) -> bool:
        """Whether anything was changed."""
        return self._first is not None

    def events(self) -> tuple[Event, ...]:
        """The events of this act so far."""
        return () if self._first is None else self._desk.events.of_act(self._first)

    def expect(self, claim_id: ClaimId, seen: int | None) -> None:
        """Refuse to act on a claim that is not here, or has changed since the checker saw it.

        Raises:
            DeskError: when the article has no such claim.
            StaleError: when it has another revision than the one that was seen.
        """
        recorded = self._desk.claims.recorded(claim_id)
        if recorded["withdrawn"] or self._desk.claims.article_of(claim_id) != self._article_id:
            raise not_here(claim_id)
        if seen is not None and recorded["revision"] != seen:
            raise self.stale(claim_id)

    def change(
        self, what: str, claim_id: ClaimId, values: Mapping[str, object], told: Mapping[str, object] | None = None
    ) -> bool:
        """Change what is recorded about a claim; when all of it is so already, nothing is done.

        Args:
            what: The event's word.
            claim_id: The claim.
            values: What is recorded now, in the words of the log.
            told: What else the event tells.

        Returns:
            Whether anything was done.
        """
        now = self._desk.claims.recorded(claim_id)
        values = self._desk.claims.kept(values)
        before = {key: now[key] for key in values}
        if before == values:
            return False
        self._desk.claims.change(claim_id, cast("int", now["revision"]), values)
        # Offsets count in the text of one draft.
        place = {"in": now["draft"]} if "span" in values else {}
        self.log(what, claim_id, before, {**values, **place, **(told or {})})
        return True

    def add_sources(self, claim_id: ClaimId, sources: Sequence[Source]) -> None:
        """Put sources under a claim; of those that it has, it is noted when they were looked at anew.

        Raises:
            UsageError: when one has no name.
        """
        if not all(source.name.strip() for source in sources):
            raise UsageError("a source wants a name", "say who or what it is")
        listed = self._sources(claim_id)
        for source in sources:
            words = self._desk.sources.words(source)
            own = next((own for own in listed if _is_same(own, words)), None)
            if own is None:
                listed.append(words)
            else:
                own.update({key: words[key] for key in _OF_USE if words[key]})
        self.change("source-add", claim_id, {"sources": listed})

    def drop_source(self, claim_id: ClaimId, source: Source) -> None:
        """Take a source off a claim."""
        words = self._desk.sources.words(source)
        self.change(
            "source-drop", claim_id, {"sources": [own for own in self._sources(claim_id) if not _is_same(own, words)]}
        )

    def add_contact(self, claim_id: ClaimId, contact: Contact, instead: Contact | None) -> None:
        """Write down that somebody was asked about a claim, in the place of what was written before, where there is.

        Raises:
            UsageError: when nobody is named, or what is to be replaced is not there.
        """
        if not contact.who.strip():
            raise UsageError("a contact wants a name", "say who was asked")
        words, listed = self._desk.claims.contacts.words(contact), self._contacts(claim_id)
        if instead is None:
            listed.append(words)
        else:
            listed[self._contact_at(listed, instead)] = words
        self.change("contact", claim_id, {"contacts": listed})

    def drop_contact(self, claim_id: ClaimId, contact: Contact) -> None:
        """Take a contact off a claim.

        Raises:
            UsageError: when it is not there.
        """
        listed = self._contacts(claim_id)
        del listed[self._contact_at(listed, contact)]
        self.change("contact-drop", claim_id, {"contacts": listed})

    def _contacts(self, claim_id: ClaimId) -> list[Values]:
        contacts = self._desk.claims.contacts
        return [contacts.words(contact) for contact in self._desk.claims.get(claim_id).contacts]

    def _contact_at(self, listed: Sequence[Values], contact: Contact) -> int:
        words = self._desk.claims.contacts.words(contact)
        if words not in listed:
            raise UsageError("this contact is not there", "look at the claim again")
        return listed.index(words)

    def ask(self, claim_id: ClaimId, query: str, answer: str | None) -> None:
        """Ask the writer about a claim, write the answer down, or drop the query; a claim that was open waits for it.

        Raises:
            UsageError: when there is an answer without a question.
        """
        now = self._desk.claims.recorded(claim_id)
        query = query.strip()
        given = str(now["answer"]) if answer is None else answer.strip()
        if answer and given and not query:
            raise UsageError("there is no question to this answer", "write down what was asked")
        before, then = (Resolution.OPEN, Resolution.QUERY) if query else (Resolution.QUERY, Resolution.OPEN)
        resolution = then.value if now["resolution"] == before else now["resolution"]
        values = {"query": query, "answer": given if query else "", "resolution": resolution}
        self.change("query", claim_id, values)

    def set_span(self, what: str, claim_id: ClaimId, span: Span) -> None:
        """Give a claim other words; a verdict, and a suggestion how they should read, were on the former ones.

        Raises:
            UsageError: when another claim has just these words.
        """
        if self._desk.claims.at(self._article_id, span.start, span.end) != claim_id:
            self.free(span, taken_back=False)
        if self.change(what, claim_id, {"span": [span.start, span.end]}):
            self.set_former(claim_id)
            self.change("suggest", claim_id, {"replacement": ""})

    def mark(self, claim_id: ClaimId, verdict: str | None, who: str | None, at: str | None) -> None:
        """Give a claim a verdict, or take it off.

        Args:
            claim_id: The claim.
            verdict: None puts it back to unchecked.
            who: Whose verdict it is; None without one.
            at: When it was given; None without one.
        """
        values: Values = {"verdict": verdict, "checker": who, "checked_at": at}
        if who is not None and self._desk.claims.recorded(claim_id)["second_reader"] == who:
            # Nobody reads a claim second after themselves.
            values |= dict.fromkeys(("second", "second_reader", "second_at"))
        self.change("mark", claim_id, values)

    def set_former(self, claim_id: ClaimId) -> None:
        """Take a verdict off a claim whose words are others now; it stays as the former one."""
        verdict = self._desk.claims.recorded(claim_id)["verdict"]
        if verdict is not None:
            self.change("mark", claim_id, {**UNREAD, "former": verdict})

    def free(self, span: Span, *, taken_back: bool = True) -> None:
        """Refuse words that are just those of some claim.

        Args:
            span: The words.
            taken_back: Whether those of a claim that was added and taken back are free all the same.

        Raises:
            UsageError: when they are not free.
        """
        taken = self._desk.claims.at(self._article_id, span.start, span.end)
        if taken is None:
            return
        if not self._desk.claims.recorded(taken)["withdrawn"]:
            raise UsageError("another claim has just these words", "it may be off the list: restore it")
        if not taken_back:
            raise UsageError("a claim that was taken back has just these words", "add that one again instead")

    def put_claim(self, claim: Claim) -> ClaimId:
        """Add a claim, or bring back the one that has just its words."""
        known = self._desk.claims.at(self._article_id, claim.start, claim.end)
        if known is None:
            new = self._desk.claims.add(self._article_id, claim)
            after = {"withdrawn": False, "start": claim.start, "end": claim.end, "text": claim.text}
            self.log("claim-add", new, {"withdrawn": True}, after)
            return new
        self.change("claim-add", known, {"withdrawn": False})
        self.change("restore", known, {"removed": False})
        return known

    def log(
        self,
        what: str,
        claim_id: ClaimId | None,
        before: Mapping[str, object] | None,
        after: Mapping[str, object] | None,
    ) -> None:
        """Write an event of this act."""
        event = self._desk.events.append(
            what,
            article_id=self._article_id,
            claim_id=claim_id,
            before=before,
            after=after,
            act=self._first,
            of=self._of,
        )
        self._first = self._first or event

    def set_role(self, what: str, after: Mapping[str, Any]) -> None:
        """Give a block another role: ``block`` says where it begins, ``role`` and ``reason`` what it has then."""
        before = self._block(after["block"])
        if before["role"] != after["role"]:
            self._desk.drafts.set_role(self._article_id, after["block"], Role(after["role"]), after["reason"])
            # Where a block begins counts in the text of one draft.
            place = {"in": self._draft()}
            self.log(what, None, {**before, **place}, {**after, **place})

    def expect_meta(self, seen: Mapping[str, object], values: Mapping[str, object]) -> None:
        """Refuse to correct what somebody else has corrected otherwise since the checker saw it.

        Raises:
            StaleError: when somebody has.
        """
        now = self._meta()
        if any(now[key] not in {seen[key], value} for key, value in values.items()):
            raise corrected_anew()

    def set_meta(self, what: str, values: Mapping[str, object]) -> None:
        """Correct what is said about the article; what is so already is passed over."""
        now = self._meta()
        after = {key: value for key, value in values.items() if now[key] != value}
        if after:
            self._desk.articles.set_meta(self._article_id, **_meta(after))
            self.log(what, None, {key: now[key] for key in after}, after)

    def set_dismissal(self, what: str, after: Mapping[str, Any]) -> None:
        """Dismiss a finding or bring it back: ``finding`` is its name, ``message`` what it says, ``dismissed`` why."""
        before = {**after, "dismissed": self._dismissal(after["finding"])}
        if before != after:
            self._desk.dismissals.set(self._article_id, after["finding"], after["dismissed"])
            # The desk may keep a reason in other characters; the same once more is no act.
            after = {**after, "dismissed": self._dismissal(after["finding"])}
        if before != after:
            self.log(what, None, before, after)

    def turn(self, what: str, event: Event, *, back: bool) -> None:
        """Take an event back, or do it again, provided that things are as it left or found them.

        Raises:
            StaleError: when somebody changed them since.
        """
        before, after = self._told(event.before or {}), self._told(event.after or {})
        there, then = (after, before) if back else (before, after)
        if event.claim_id is not None:
            # What only one side tells, such as the words of an added claim, is no change.
            keys = there.keys() & then.keys()
            now = self._desk.claims.recorded(event.claim_id)
            if any(now[key] != there[key] for key in keys):
                raise self.stale(event.claim_id)
            # A claim that was taken back goes to no other draft: it would be brought back where nobody sees it.
            if "withdrawn" in keys and now["draft"] != self._draft():
                raise another_draft()
            if "span" in keys and (event.after or {}).get("in", 1) != now["draft"]:
                raise another_draft()
            if "span" in keys and "draft" not in keys:
                self._expect_room(event.claim_id, *cast("Sequence[int]", then["span"]))
            self.change(what, event.claim_id, {key: then[key] for key in keys})
        elif "draft" in then:
            self._turn_draft(what, there, then)
        elif "role" in then:
            if there.get("in", 1) != self._draft():
                raise another_draft()
            if self._block(there["block"])["role"] != there["role"]:
                raise StaleError("somebody gave the block another role since", "look at it again, then decide")
            self.set_role(what, then)
        elif "finding" in then:
            if self._dismissal(str(there["finding"])) != there["dismissed"]:
                raise judged_anew()
            self.set_dismissal(what, then)
        elif "file" in then:
            # That a file was taken in changes nothing itself; what came with it are events of their own.
            self.log(what, None, there, then)
        else:
            now = self._meta()
            if any(now[key] != there[key] for key in there):
                raise corrected_anew()
            self.set_meta(what, then)

    def _expect_room(self, claim_id: ClaimId, start: int, end: int) -> None:
        """Refuse words that an extraction which was still going on has made another claim of since the act.

        So are offsets beyond the text: in a log that came from a file, those of another text may have its number.
        """
        if end > len(self._desk.articles.get(self._article_id).article.draft.text):
            raise another_draft()
        if self._desk.claims.at(self._article_id, start, end) not in {None, claim_id}:
            raise StaleError("another claim has just these words now", "look at the article again, then decide")

    def _told(self, values: Mapping[str, Any]) -> Values:
        """What an event tells, in the words of this version: earlier ones told less of a source."""
        told = dict(values)
        if "sources" in told:
            sources = self._desk.sources
            told["sources"] = [sources.words(sources.meant(one)) for one in values["sources"]]
        return told

    def set_draft(self, what: str, number: int) -> None:
        """Bring the article to another of its drafts; its claims are brought there on their own."""
        before = self._draft()
        self._desk.drafts.make_present(self._article_id, number)
        self.log(what, None, {"draft": before}, {"draft": number})

    def _turn_draft(self, what: str, there: Mapping[str, Any], then: Mapping[str, Any]) -> None:
        if self._draft() != there["draft"]:
            raise another_draft()
        self.set_draft(what, then["draft"])

    def stale(self, claim_id: ClaimId) -> StaleError:
        """Tell that somebody else changed a claim, and who."""
        history = self._desk.events.of_claim(claim_id)
        who = history[-1].who if history else ""
        by = f"by {who}" if who and who != self._desk.who else "elsewhere"
        name = present_name(self._desk, claim_id)
        return StaleError(f"{name} was changed {by} since you saw it", "look at it again, then decide")

    def overlaid(self, claim_id: ClaimId) -> StaleError:
        """Tell that somebody else changed a claim since the act that is to be taken back or done again, and who."""
        history = self._desk.events.of_claim(claim_id)
        who = next((event.who for event in reversed(history) if event.who != self._desk.who), "somebody else")
        name = present_name(self._desk, claim_id)
        return StaleError(f"{name} was changed by {who} after that", "change it by hand, as what others did stays")

    def _sources(self, claim_id: ClaimId) -> list[Values]:
        return [self._desk.sources.words(source) for source in self._desk.claims.get(claim_id).sources]

    def _draft(self) -> int:
        """The number of the article's present draft."""
        return self._desk.articles.get(self._article_id).article.draft.number

    def _block(self, start: object) -> Values:
        for block in self._desk.articles.get(self._article_id).article.draft.blocks:
            if block.start == start:
                return {"block": start, "role": block.role.value, "reason": block.reason}
        raise ArticleError(f"no block begins at {start}", "name a block by where it begins")

    def _dismissal(self, finding: str) -> str:
        return self._desk.dismissals.of(self._article_id).get(finding, "")

    def _meta(self) -> Values:
        record = self._desk.articles.get(self._article_id)
        article = record.article
        words = _words(article.title, article.dek, article.byline, article.published)
        return {**words, "deadline": record.deadline}


_OF_USE: Final = ("accessed", "sha256")
"""What is told of the use of a source for a claim: the source is the same one without it."""


def _is_same(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    return all(one[key] == other[key] for key in one.keys() - _OF_USE)


def judged_anew() -> StaleError:
    """Somebody else has dismissed a finding, or brought it back, since the act."""
    return StaleError("somebody judged the finding anew since", "look at it again, then decide")


def corrected_anew() -> StaleError:
    """Somebody else has corrected the article's data since the act, or since they were seen."""
    return StaleError("somebody corrected the article's data since", "look at them again, then decide")


def went_on() -> StaleError:
    """Somebody else has worked on with the draft since the act."""
    return StaleError("somebody went on with this draft since", "look at the article again, then decide")


def another_draft() -> StaleError:
    """The article is at another draft than the one that the act was done in."""
    return StaleError("another draft was taken in since", "look at the article again, then decide")


def not_here(claim_id: ClaimId) -> DeskError:
    """An article has no such claim."""
    return DeskError(f"there is no claim {claim_id} in this article", "name it as ARTICLE#number")


def _words(title: str, dek: str | None, byline: str | None, published: date | None) -> Values:
    """An article's data in the words of the log."""
    day = published.isoformat() if published else None
    return {"title": title, "dek": dek, "byline": byline, "published": day}


def _meta(values: Mapping[str, object]) -> Meta:
    """An article's data from the words of the log."""
    day = values.get("published")
    return cast("Meta", {**values, **({"published": date.fromisoformat(day)} if isinstance(day, str) else {})})
