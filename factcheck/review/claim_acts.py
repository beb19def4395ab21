"""What a checker does to single claims: each act is one committed transaction with its events."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from factcheck.errors import StaleError, UsageError
from factcheck.model import UNCHECKED, Resolution, State, Verdict
from factcheck.review.acts import Act, another_draft, suggested
from factcheck.review.edges import halves, joined, moved
from factcheck.review.files import missing_files, with_sha256
from factcheck.review.leads import leads_of
from factcheck.review.making import claim_span, make_claim
from factcheck.review.naming import present_name
from factcheck.review.opened import Opened
from factcheck.review.orphans import let_go, place_orphan
from factcheck.review.typed import kinds_named, parse_when
from factcheck.review.wording import describe_act

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from factcheck.model import ClaimId, Contact, Correction, Match, Source


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an act did."""

    message: str
    """In plain words; it may hold words of the article, so it is data, never markup."""
    claim: ClaimId | None
    """The claim to look at now; None when there is none, or it is not on the list."""
    done: bool = True
    """Whether anything was changed, which undo takes back."""
    extract: bool = False
    """Whether a block bears claims now that has none yet, so that the article wants to be extracted again."""
    remark: str = ""
    """What the checker should know of it besides, as a sentence of its own; empty when there is nothing. Data, too."""


class ClaimActs(Opened):
    """What is done to the claims of one article by the checker of the desk.

    What is shown is read anew after each act.
    """

    def mark(
        self,
        claim_id: ClaimId,
        verdict: Verdict | None,
        *,
        seen: int | None = None,
        sources: Sequence[Source] = (),
        note: str | None = None,
    ) -> Outcome:
        """Give a claim a verdict, or take it off, and remember that the checker is there.

        Args:
            claim_id: The claim; opinion may be marked too.
            verdict: None puts it back to unchecked.
            seen: The revision that the checker saw; None does not ask.
            sources: What the verdict rests on, added to those that the claim has.
            note: Put in the place of its note; None leaves that.

        Raises:
            StaleError: when the claim was changed since; nothing is overwritten.
            DeskError: when the desk cannot be written.
        """
        witnessed = list(map(with_sha256, sources))
        with self._acting() as act:
            act.expect(claim_id, seen)
            now = self._desk.claims.recorded(claim_id)
            who = None if verdict is None else self._desk.who
            if (now["verdict"], now["checker"]) != (verdict and verdict.value, who):
                act.mark(claim_id, verdict and verdict.value, who, None if verdict is None else self._desk.now())
            act.add_sources(claim_id, witnessed)
            if note is not None:
                act.change("note", claim_id, {"note": note.strip()})
            self._desk.positions.save(self._id, claim_id)
        return _remarked(self._outcome(act, claim_id, f"{verdict or UNCHECKED} already"), missing_files(sources))

    def mark_copies(self, claim_id: ClaimId) -> Outcome:
        """Give the verdict and the sources of a claim to those that tell the same fact and have no verdict yet.

        Raises:
            UsageError: when the claim has no verdict, or no such copy.
        """
        record = self.claim(claim_id)
        copies = [other for other in self.links_of(claim_id).same if self.claim(other).verdict is None]
        if not copies:
            what = f"#{record.number} is told nowhere else without a verdict"
            raise UsageError(what, "where a fact is told again stands in the panel, under 'also at'")
        if record.verdict is None:
            raise UsageError(f"#{record.number} has no verdict yet", "mark it first, then its copies")
        at = self._desk.now()
        with self._acting() as act:
            act.expect(claim_id, record.revision)
            for other in copies:
                act.expect(other, self.claim(other).revision)
                act.mark(other, record.verdict.value, self._desk.who, at)
                act.add_sources(other, record.sources)
        self.refresh()
        return Outcome(self._done(act), claim_id)

    def second_read(self, claim_id: ClaimId, verdict: Verdict | None, *, seen: int | None = None) -> Outcome:
        """Give what a second reader found about a claim, or take it off.

        Raises:
            UsageError: when nobody has read it first, or this checker has.
            StaleError: when the claim was changed since it was seen.
        """
        who = self._desk.who

        def do(act: Act) -> None:
            now = self._desk.claims.recorded(claim_id)
            if now["verdict"] is None:
                raise UsageError("nobody has read this claim first", "mark it in a first read")
            if now["checker"] == who:
                raise UsageError("you gave this claim its verdict", "somebody else gives it the second read")
            if (now["second"], now["second_reader"]) != (verdict and verdict.value, verdict and who):
                at = self._desk.now() if verdict else None
                values = {"second": verdict and verdict.value, "second_reader": verdict and who, "second_at": at}
                act.change("second-read", claim_id, values)

        return self._do(claim_id, seen, do, f"second read: {verdict or UNCHECKED} already")

    def assign(self, claims: Sequence[ClaimId], who: str) -> Outcome:
        """Say who is to check some claims; an empty name takes that off.

        Raises:
            UsageError: when no claim is named.
        """
        if not claims:
            raise UsageError("no claim is named", "name some by their numbers, or a section")
        with self._acting() as act:
            for claim_id in claims:
                act.expect(claim_id, None)
                act.change("assign", claim_id, {"assignee": who.strip()})
        self.refresh()
        return Outcome(self._done(act) if act.done else "they are assigned so already", claims[0], act.done)

    def note(self, claim_id: ClaimId, text: str, *, seen: int | None = None) -> Outcome:
        """Write a claim's note anew; an empty text takes it off.

        Raises:
            StaleError: when the claim was changed since it was seen.
        """
        return self._change("note", claim_id, {"note": text.strip()}, seen, "note stays as it was")

    def add_source(
        self, claim_id: ClaimId, source: Source, *, also: Iterable[ClaimId] = (), seen: int | None = None
    ) -> Outcome:
        """Put a source under a claim; of a local file that it names, the hash is kept.

        Args:
            claim_id: The claim.
            source: The source.
            also: Further claims that it is put under in the same act.
            seen: The revision of the first claim that the checker saw.

        Raises:
            UsageError: when the source has no name.
            StaleError: when the claim was changed since it was seen.
        """
        witnessed, others = with_sha256(source), [other for other in dict.fromkeys(also) if other != claim_id]

        def do(act: Act) -> None:
            act.add_sources(claim_id, [witnessed])
            for other in others:
                act.expect(other, None)
                act.add_sources(other, [witnessed])

        outcome = self._do(claim_id, seen, do, "source is there already")
        for other in others:
            self._reread(other)
        return _remarked(outcome, missing_files([source]))

    def take_over(self, claim_id: ClaimId, match: Match, *, seen: int | None = None) -> Outcome:
        """Put what an earlier claim's verdict rested on under a claim, marked as leads; never the verdict itself.

        Raises:
            StaleError: when the claim was changed since it was seen.
        """
        leads = leads_of(match)
        return self._do(claim_id, seen, lambda act: act.add_sources(claim_id, leads), "these leads are there already")

    def drop_source(self, claim_id: ClaimId, source: Source, *, seen: int | None = None) -> Outcome:
        """Take a source off a claim; other claims keep it.

        Raises:
            StaleError: when the claim was changed since it was seen.
        """
        return self._do(claim_id, seen, lambda act: act.drop_source(claim_id, source), "source is not there")

    def add_contact(
        self, claim_id: ClaimId, contact: Contact, *, instead: Contact | None = None, seen: int | None = None
    ) -> Outcome:
        """Write down that somebody was asked about a claim.

        Args:
            claim_id: The claim.
            contact: Who, how, when, and what came of it.
            instead: A contact of the claim in whose place this one comes: its outcome is known now.
            seen: The revision that the checker saw.

        Raises:
            UsageError: when nobody is named, ``when`` is no day, or there is nothing to replace.
            StaleError: when the claim was changed since it was seen.
        """
        contact = replace(contact, who=contact.who.strip(), when=parse_when(contact.when), note=contact.note.strip())
        return self._do(
            claim_id, seen, lambda act: act.add_contact(claim_id, contact, instead), "contact stays as it was"
        )

    def drop_contact(self, claim_id: ClaimId, contact: Contact, *, seen: int | None = None) -> Outcome:
        """Take a contact off a claim.

        Raises:
            UsageError: when it is not there.
            StaleError: when the claim was changed since it was seen.
        """
        return self._do(claim_id, seen, lambda act: act.drop_contact(claim_id, contact), "contact is not there")

    def ask(self, claim_id: ClaimId, query: str, answer: str | None = None, *, seen: int | None = None) -> Outcome:
        """Ask the writer something about a claim, or write down the answer; without a question the query is dropped.

        Args:
            claim_id: The claim.
            query: What is asked.
            answer: What came back; None to leave that as it is.
            seen: The revision that the checker saw.

        Raises:
            UsageError: when there is an answer without a question.
            StaleError: when the claim was changed since it was seen.
        """
        return self._do(claim_id, seen, lambda act: act.ask(claim_id, query, answer), "query stays as it was")

    def suggest(self, claim_id: ClaimId, replacement: str, *, seen: int | None = None) -> Outcome:
        """Suggest how a claim's words should read; what is no other than they are takes the suggestion back.

        Where a change has gone into the draft, a new suggestion is decided anew.

        Raises:
            StaleError: when the claim was changed since it was seen.
        """
        told = " ".join(replacement.split())

        def do(act: Act) -> None:
            record = self._desk.claims.get(claim_id)
            same = told == " ".join(record.claim.text.split())
            act.change("suggest", claim_id, suggested(record, "" if same else told))

        return self._do(claim_id, seen, do, "suggestion stays as it was")

    def resolve(self, claim_id: ClaimId, resolution: Resolution, *, seen: int | None = None) -> Outcome:
        """Say what became of a claim: changed, stet, cut, or open again.

        Raises:
            UsageError: when it is to be a query, and nothing is asked.
            StaleError: when the claim was changed since it was seen.
        """
        record = self.claim(claim_id)
        if resolution is Resolution.QUERY is not record.resolution and not record.query:
            raise UsageError(f"nothing is asked about #{record.number} yet", "write down the question")
        return self._change("resolve", claim_id, {"resolution": resolution.value}, seen, f"is {resolution} already")

    def flag_legal(self, claim_id: ClaimId, legal: bool, *, seen: int | None = None) -> Outcome:
        """Say that a lawyer has to see a claim, or that none has.

        Raises:
            StaleError: when the claim was changed since it was seen.
        """
        return self._change("legal", claim_id, {"legal": legal}, seen, "stays as it was")

    def set_checkable(self, claim_id: ClaimId, checkable: bool, *, seen: int | None = None) -> Outcome:
        """Say that a claim is opinion, which wants no check, or that it is not.

        Raises:
            StaleError: when the claim was changed since it was seen.
        """
        what = "checkable" if checkable else "opinion"
        return self._change(what, claim_id, {"checkable": checkable}, seen, "stays as it was")

    def correct(self, claim_id: ClaimId, correction: Correction, *, seen: int | None = None) -> Outcome:
        """Say who says a claim, and what it asserts, where the extraction said something else.

        Raises:
            UsageError: when a kind is none that a claim may have, and this one has not; the nearest is suggested.
            StaleError: when the claim was changed since it was seen.
        """
        own = self.claim(claim_id).claim.kinds
        kinds = None if correction.kinds is None else kinds_named(correction.kinds, own)
        speaker = None if correction.speaker is None else " ".join(correction.speaker.split())
        values = {
            "own_speaker": speaker,
            "own_named": bool(speaker) and correction.named,
            "own_kinds": None if kinds is None else " ".join(kinds),
        }
        return self._change("correct", claim_id, values, seen, "stays as it was")

    def remove(self, claim_id: ClaimId, *, seen: int | None = None) -> Outcome:
        """Say that something is no claim: it leaves the list, keeps its number, and can be restored.

        Raises:
            StaleError: when the claim was changed since it was seen.
        """
        return self._change("not-a-claim", claim_id, {"removed": True}, seen, "was off the list already")

    def restore(self, claim_id: ClaimId, *, seen: int | None = None) -> Outcome:
        """Put a removed claim back on the list.

        Raises:
            StaleError: when the claim was changed since it was seen.
        """
        return self._change("restore", claim_id, {"removed": False}, seen, "was on the list already")

    def add_claim(self, start: int, end: int) -> Outcome:
        """Make a claim of a stretch of the draft, without the white space at its ends.

        Args:
            start: Offset of its first character.
            end: Offset after its last.

        Raises:
            UsageError: when there are no words, or it lies in a block that bears no claims.
            StaleError: when another draft was taken in since.
        """
        claim = make_claim(self.article.article, start, end)
        with self._acting() as act:
            self._expect_draft()
            claim_id = act.put_claim(claim)
        self.refresh()
        return self._outcome(act, claim_id, "is there already")

    def move_edge(self, claim_id: ClaimId, *, left: bool, out: bool, seen: int | None = None) -> Outcome:
        """Let a claim grow or shrink by a word at one edge. A verdict was on other words: it is taken off.

        Raises:
            UsageError: when there is no further word, or another claim has just these.
            StaleError: when the claim was changed since it was seen.
        """
        span = moved(self.article.article.draft, self.claim(claim_id).span, left=left, out=out)
        return self.set_span(claim_id, span.start, span.end, seen=seen)

    def set_span(self, claim_id: ClaimId, start: int, end: int, *, seen: int | None = None) -> Outcome:
        """Give a claim other words of the draft. A verdict was on other words: it is taken off.

        Raises:
            UsageError: when there are no words, they bear no claims, or another claim has just these.
            StaleError: when the claim was changed since it was seen.
        """
        span = claim_span(self.article.article, start, end)
        return self._do(claim_id, seen, lambda act: act.set_span("span", claim_id, span), "has these words already")

    def split(self, claim_id: ClaimId, at: int, *, seen: int | None = None) -> Outcome:
        """Break a claim in two before a word; note, sources and all else stay with the first part.

        Args:
            claim_id: The claim.
            at: Offset of the word that the second part begins with.
            seen: The revision that the checker saw.

        Raises:
            UsageError: when a part would have no word, or another claim has just its words.
            StaleError: when the claim was changed since it was seen.
        """
        record = self.claim(claim_id)
        first, second = halves(self.article.article.draft, record.span, at)
        made = make_claim(self.article.article, second.start, second.end)
        made = replace(made, attribution=record.claim.attribution, priority=record.claim.priority)

        def do(act: Act) -> None:
            act.free(second)
            act.set_span("break", claim_id, first)
            act.put_claim(made)

        outcome = self._do(claim_id, seen, do, "stays as it was")
        self.refresh()
        return outcome

    def merge(
        self, claim_id: ClaimId, other: ClaimId, *, seen: int | None = None, seen_other: int | None = None
    ) -> Outcome:
        """Make one claim of two of a paragraph: the first gets the words, the second leaves the list.

        Args:
            claim_id: The first.
            other: The second.
            seen: The revision of the first that the checker saw.
            seen_other: That of the second, whose verdict leaves the list with it.

        Raises:
            UsageError: when they stand in different paragraphs, or another claim has just these words.
            StaleError: when one of them was changed since it was seen.
        """
        span = joined(self.article.article.draft, self.claim(claim_id).span, self.claim(other).span)

        def do(act: Act) -> None:
            act.expect(other, seen_other)
            act.set_span("merge", claim_id, span)
            act.change("not-a-claim", other, {"removed": True})

        outcome = self._do(claim_id, seen, do, "stays as it was")
        self.refresh()
        return outcome

    def place(self, claim_id: ClaimId, start: int, end: int) -> Outcome:
        """Say that an orphaned claim is the one with these words: what was recorded about it goes over to that.

        A verdict goes along when no word is another; else it is the former one.

        Args:
            claim_id: The orphaned claim.
            start: Offset of the first character of its words in the present draft.
            end: Offset after the last.

        Raises:
            UsageError: when it is not orphaned, or something is recorded about the claim with these words already.
            StaleError: when another draft was taken in since.
        """
        made = make_claim(self.article.article, start, end)
        with self._acting() as act:
            self._expect_draft()
            target = place_orphan(self._desk, act, claim_id, made)
        self.refresh()
        return self._outcome(act, target, "stays as it was")

    def let_go(self, claim_id: ClaimId) -> Outcome:
        """Say that the words of an orphaned claim were cut.

        Raises:
            UsageError: when it is not orphaned.
        """
        with self._acting() as act:
            let_go(self._desk, act, claim_id)
        return Outcome(self._done(act), None)

    def save_position(self, claim_id: ClaimId) -> None:
        """Remember the claim at which this checker is."""
        self._desk.positions.save(self._id, claim_id)

    @contextmanager
    def _acting(self, *, signed_off: bool = False) -> Iterator[Act]:
        """One transaction; when it comes too late, what is shown is brought up to date.

        Args:
            signed_off: Whether it may be done to an article that is signed off, which is archive until it is reopened.
        """
        try:
            with self._desk.writing():
                if not signed_off and self._desk.articles.state(self._id) is State.SIGNED_OFF:
                    raise UsageError(f"{self.article.slug} is signed off", "reopen it to change anything about it")
                yield Act(self._desk, self._id)
        except StaleError:
            self.refresh()
            raise

    def _expect_draft(self) -> None:
        """Refuse offsets that count in another text than the present draft's."""
        if self._desk.articles.get(self._id).draft_id != self.article.draft_id:
            raise another_draft()

    def _do(self, claim_id: ClaimId, seen: int | None, do: Callable[[Act], object], otherwise: str) -> Outcome:
        """Do something to a claim in one act, unless it changed since the checker saw it.

        Args:
            claim_id: The claim.
            seen: The revision that the checker saw; None does not ask.
            do: Does it.
            otherwise: What to say when nothing was changed.
        """
        with self._acting() as act:
            act.expect(claim_id, seen)
            do(act)
        return self._outcome(act, claim_id, otherwise)

    def _change(
        self, what: str, claim_id: ClaimId, values: Mapping[str, object], seen: int | None, otherwise: str
    ) -> Outcome:
        """Change what is recorded about a claim, with one event."""
        return self._do(claim_id, seen, lambda act: act.change(what, claim_id, values), otherwise)

    def _done(self, act: Act) -> str:
        """What an act did, in words."""
        return describe_act(act.events(), partial(present_name, self._desk))

    def _outcome(self, act: Act, claim_id: ClaimId, otherwise: str) -> Outcome:
        record = self._reread(claim_id)
        message = self._done(act) if act.done else f"#{record.number}: {otherwise}"
        return Outcome(message, claim_id if claim_id in self._places else None, act.done)


def _remarked(outcome: Outcome, remark: str) -> Outcome:
    """What was done, and what the checker should know of it."""
    return replace(outcome, remark=remark) if outcome.done else outcome
