"""Whether claims find their places in an edited draft, and what taking one in costs.

    python tests/bench/rebase.py [FILE…] [--json]

Without files the stories of ``fixtures/`` are taken. Each is put on a desk, every claim marked, and its text edited by
script: two paragraphs swapped, sentences reworded, inserted, deleted, repeated, a letter set right, a figure changed.
Where each sentence goes is written down, so that it is known where each claim has to be:

* carried: claims whose words stay, called carried or moved, at just their new place; of a sentence that stands twice
  now and of which nothing tells the two apart the checker is asked, which counts as a miss here ("instead orphaned")
* speaker: claims among these whose speaker the script changed: it cut the sentence that names him, gave him or his verb
  other words, or put another sentence of the story between. Their words stay and their verdicts do not hold, so that to
  re-check is right: "and for other speakers" is what is carried of the rest
* kept: claims whose words changed with a verdict left on them (none is right)
* astray: claims anchored in a place that is not theirs (none is right)
* recheck: claims whose words changed in part, called to re-check
* cut: claims of deleted sentences, called cut
* new: inserted sentences in which a new claim is found

The cost is CPU seconds of the laying over and of the whole rebase, without the extraction, on a draft of 10,000 words.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, replace
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.consistency import examine
from factcheck.desk import connect
from factcheck.model import Carried, Claim, Extraction, Section, Verdict
from factcheck.reading import read
from factcheck.review import Review
from factcheck.review.carrying import Carrying
from factcheck.review.intake import read_draft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from factcheck.model import Article, Attribution, CarriedClaim, ClaimRecord, Rebased

STORIES = Path(__file__).parents[2] / "fixtures"
INSERTED = (
    "The council of Larvik voted for the new bridge by 31 to 12 on 4 June 1988.",
    "Engineers had measured a gap of 14 millimetres in the eastern pier.",
    "The ferry carried 212,000 passengers in its last year.",
    "A second study in Uppsala found the same in 340 patients.",
)
OTHER_WORDS = ("reportedly", "late", "official", "northern", "former", "public", "whole", "second")
_SENTENCE = re.compile(
    r"(?:(?<=[.!?])|(?<=[.!?][\"”’']))(?<!\bMr\.)(?<!\bDr\.)(?<!\bMrs\.)(?<!\b[A-Z]\.)\s+(?=[\"“‘']?[A-Z])"
)
_NUMBER = re.compile(r"\b\d+\b")


@dataclass(frozen=True)
class Piece:
    """A sentence of the edited draft, with where it comes from."""

    text: str
    start: int | None
    """Where it began in the former draft; None when it was inserted."""
    was: str = ""
    """How it read there."""
    copy: bool = False


def pieces(text: str) -> list[list[Piece]]:
    """The paragraphs of a text, each cut into sentences."""
    found = []
    for paragraph in re.finditer(r"[^\n]+", text):
        at, own = paragraph.start(), []
        for part in _SENTENCE.split(paragraph[0]):
            start = text.index(part, at)
            own.append(Piece(part, start, part))
            at = start + len(part)
        found.append(own)
    return found


def edited(text: str, chance: random.Random) -> list[list[Piece]]:
    """Edit a text as an editor would: nothing above the third paragraph, so that the head stays."""
    story = pieces(text)
    body = range(2, len(story))
    if len(body) > 1:
        one, other = chance.sample(body, 2)
        story[one], story[other] = story[other], story[one]
    places = [(at, index) for at in body for index in range(len(story[at])) if len(story[at][index].text.split()) > 7]
    chance.shuffle(places)
    for change in (_reword, _reword, _letter, _letter, _figure, _figure):
        for at, index in places:
            piece = story[at][index]
            if piece.text == piece.was and (told := change(piece.text, chance)) and told != piece.text:
                story[at][index] = replace(piece, text=told)
                places.remove((at, index))
                break
    repeated = [story[at][index] for at, index in places[:2]]
    deleted = {id(story[at][index]) for at, index in places[2:4]}
    story = [[piece for piece in paragraph if id(piece) not in deleted] for paragraph in story]
    for piece in repeated:
        story[chance.choice(body)].append(replace(piece, copy=True))
    for sentence in INSERTED:
        paragraph = story[chance.choice(body)]
        paragraph.insert(chance.randrange(len(paragraph) + 1), Piece(sentence, None))
    return [paragraph for paragraph in story if paragraph]


def _reword(sentence: str, chance: random.Random) -> str:
    words = sentence.split(" ")
    for at in chance.sample(range(1, len(words) - 1), max(1, len(words) // 6)):
        words[at] = chance.choice(OTHER_WORDS)
    return " ".join(words)


def _letter(sentence: str, chance: random.Random) -> str:
    long = list(re.finditer(r"[a-z]{5,}", sentence))
    if not long:
        return sentence
    at = chance.choice(long).start() + 2
    return sentence[:at] + sentence[at + 1 :]


def _figure(sentence: str, chance: random.Random) -> str:
    numbers = list(_NUMBER.finditer(sentence))
    if not numbers:
        return sentence
    found = chance.choice(numbers)
    return f"{sentence[: found.start()]}{int(found[0]) + 1}{sentence[found.end() :]}"


def joined(story: Sequence[Sequence[Piece]]) -> str:
    """The text of an edited draft."""
    return "\n\n".join(" ".join(piece.text for piece in paragraph) for paragraph in story) + "\n"


def laid(story: Sequence[Sequence[Piece]]) -> Iterator[tuple[Piece, int]]:
    """Each piece of an edited draft with where it begins."""
    at = 0
    for paragraph in story:
        for piece in paragraph:
            yield piece, at
            at += len(piece.text) + 1
        at += 1


def check(
    records: Sequence[ClaimRecord], former: str, story: Sequence[Sequence[Piece]], report: Rebased
) -> Counter[str]:
    """Count what became of the claims against what had to."""
    counts: Counter[str] = Counter()
    homes = {piece.start: piece for paragraph in pieces(former) for piece in paragraph if piece.start is not None}
    now = {piece.start: (piece, at) for piece, at in laid(story) if piece.start is not None and not piece.copy}
    copied = {piece.start for piece, _ in laid(story) if piece.copy}
    told = {claim.id: claim for claim in report.claims}
    for record in records:
        claim = told[record.id]
        home = max((start for start in homes if start <= record.span.start), default=0)
        if record.span.end > home + len(homes[home].text):
            # It runs over the end of a sentence: where it has to be nobody wrote down.
            continue
        judged = {*_judged(record, claim, record.span.start - home, now.get(home))}
        twice = " of a sentence that stands twice" if home in copied else ""
        asked = claim.state is Carried.ORPHANED and home in copied
        if "carried of" in judged and not asked and not _speaker_stays(record, homes, story):
            judged |= {f"speaker: {one}" for one in judged & {"carried", "carried of", f"instead {Carried.RECHECK}"}}
        counts.update(f"{one}{twice}" if one == f"instead {Carried.ORPHANED}" else one for one in judged)
    inserted = _ranges(story, lambda piece: piece.start is None)
    stayed = _ranges(story, lambda piece: piece.text == piece.was and not piece.copy)
    counts["new of"] += len(inserted)
    counts["new"] += sum(any(start <= one.span.start < end for one in report.new) for start, end in inserted)
    counts["new where nothing is"] += sum(
        any(start <= one.span.start < end for start, end in stayed) for one in report.new
    )
    return counts


def _speaker_stays(record: ClaimRecord, homes: Mapping[int, Piece], story: Sequence[Sequence[Piece]]) -> bool:
    """Whether who says a claim stands where it stood to it, with no other sentences of the draft between them."""
    said = record.claim.attribution
    if said is None:
        return True
    naming, own = (max(start for start in homes if start <= at) for at in (said.start, record.span.start))
    order = {piece.start: piece for piece, _ in laid(story) if piece.start is not None and not piece.copy}
    if naming not in order or not _names(order[naming], said):
        return False
    places = [*order]
    here, there = places.index(naming), places.index(own)
    between = places[min(here, there) + 1 : max(here, there)]
    first, last = sorted((naming, own))
    return (here <= there) == (naming <= own) and all(start is not None and first < start < last for start in between)


def _names(piece: Piece, said: Attribution) -> bool:
    """Whether a sentence has its words for a speaker and the verb; a letter that was set right is no change."""
    if len(piece.was) - len(piece.text) == 1 and piece.was.count(" ") == piece.text.count(" "):
        return True
    return said.speaker in piece.text and (said.cue or "").lower() in piece.text.lower()


def _judged(record: ClaimRecord, claim: CarriedClaim, offset: int, place: tuple[Piece, int] | None) -> Iterator[str]:
    there = claim.after
    if place is None:
        yield "cut of"
        if claim.state is Carried.CUT:
            yield "cut"
        if there is not None and claim.verdict is not None:
            yield "kept"
        return
    piece, at = place
    starts = [found.start() for found in re.finditer(f"(?={re.escape(record.claim.text)})", piece.text)]
    if piece.text == piece.was:
        starts = [start for start in starts if start == offset]
    astray = there is not None and not at <= there.start < at + len(piece.text)
    if not starts:
        yield "recheck of"
        if claim.state is Carried.RECHECK:
            yield "recheck"
        if there is not None and claim.verdict is not None:
            yield "kept"
    else:
        yield "carried of"
        right = there is not None and there.start - at in starts and there.text == record.claim.text
        astray = astray or (there is not None and there.text == record.claim.text and not right)
        if right and claim.verdict == record.verdict and claim.state in {Carried.CARRIED, Carried.MOVED}:
            yield "carried"
        else:
            yield f"instead {claim.state}"
    if astray:
        yield "astray"


def _ranges(story: Sequence[Sequence[Piece]], wanted: Callable[[Piece], bool]) -> list[tuple[int, int]]:
    return [(at, at + len(piece.text)) for piece, at in laid(story) if wanted(piece)]


def measure(path: Path, folder: Path, seed: int) -> tuple[Counter[str], Rebased]:
    """Put a story on a desk of its own, mark every claim, edit the text, take it in.

    Args:
        path: The story.
        folder: Where the desk and the edited draft go.
        seed: Of the edits.
    """
    chance = random.Random(f"{path.name} {seed}")
    article = read(path)
    with connect(folder / f"{path.stem}-{seed}.db", who="Ada") as desk:
        record = desk.articles.put(article)
        desk.articles.store(record.id, examine(article), complete=True)
        review = Review(desk, record.id)
        for one, verdict in zip(review.claims, cycle(Verdict), strict=False):
            review.mark(one.id, verdict)
        records = review.claims
        story = edited(article.draft.text, chance)
        draft = folder / f"{path.stem}-{seed}.txt"
        draft.write_text(joined(story), encoding="utf-8")
        _, report = review.rebase(examine(read_draft(review.article, str(draft))))
    return check(records, article.draft.text, story, report), report


def cost(folder: Path) -> dict[str, float]:
    """CPU seconds of a rebase of 10,000 words with 800 claims, in which one sentence of ten was edited."""
    chance = random.Random(3)
    words = [f"w{chance.randrange(4000)}" for _ in range(10_000)]
    sentences = [" ".join(words[at : at + 12]).capitalize() + "." for at in range(0, len(words), 12)]
    former = "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4))
    changed = [_reword(one, chance) if chance.random() < 0.1 else one for one in sentences]
    now = "\n\n".join(" ".join(changed[at : at + 4]) for at in range(0, len(changed), 4))
    (folder / "former.txt").write_text(former)
    (folder / "now.txt").write_text(now)
    with connect(folder / "cost.db", who="Ada") as desk:
        record = desk.articles.put(read(folder / "former.txt"))
        desk.articles.store(record.id, _one_a_sentence(record.article), complete=True)
        review = Review(desk, record.id)
        with desk.writing():
            for one in review.claims:
                review.mark(one.id, Verdict.VERIFIED)
        extraction = _one_a_sentence(read(folder / "now.txt"))
        start = time.process_time()
        Carrying(record.article.draft, extraction.article.draft, extraction.claims).places(review.claims)
        middle = time.process_time()
        _, report = review.rebase(extraction)
        end = time.process_time()
    return {"claims": len(report.claims), "laying over": middle - start, "rebase": end - middle}


def _one_a_sentence(article: Article) -> Extraction:
    spans = [(found.start(), found.end() - 1) for found in re.finditer(r"[A-Z][^.]+\.", article.draft.text)]
    return Extraction(
        article,
        tuple(
            Claim(f"c{at}", start, end, article.draft.text[start:end], Section.BODY)
            for at, (start, end) in enumerate(spans, 1)
        ),
    )


RATES = ("carried", "recheck", "cut", "new")
NONE = ("kept", "astray", "new where nothing is")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        for path in arguments.files or sorted(STORIES.glob("*.txt")):
            counts += measure(path, Path(name), arguments.seed)[0]
        spent = cost(Path(name))
    if arguments.json:
        print(json.dumps({"counts": counts, "cost": spent}))
        return
    for rate in RATES:
        print(
            f"{rate:22} {counts[rate]:5} of {counts[f'{rate} of']:5}  {counts[rate] / max(1, counts[f'{rate} of']):.3f}"
        )
    for none in NONE:
        print(f"{none:22} {counts[none]:5}")
    asked = counts[f"instead {Carried.ORPHANED} of a sentence that stands twice"]
    of, carried = counts["carried of"] - asked, counts["carried"]
    print(f"{'carried but for asked':22} {carried / max(1, of):.3f}")
    others, again = counts["speaker: carried of"], counts[f"speaker: instead {Carried.RECHECK}"]
    same = (carried - counts["speaker: carried"]) / max(1, of - others)
    print(f"{'and for other speakers':22} {same:.3f}, of the {others} {again} are to re-check")
    for name, count in sorted(counts.items()):
        if name.startswith("instead"):
            print(f"{name:22} {count:5}")
    seconds = f"{spent['laying over']:.2f} s CPU to lay over, {spent['rebase']:.2f} s in all"
    print(f"{spent['claims']:.0f} claims of 10,000 words: {seconds}")


if __name__ == "__main__":
    main()
