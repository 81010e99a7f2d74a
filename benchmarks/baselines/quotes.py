"""What is said, found plainly: quotation marks with the nearest reporting verb, and the clauses of reporting verbs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from answers import REPORTING, SUBJECTS, Answers, label
from spacy.tokens import Doc, Span, Token

from kg.score import GoldArticle

# “We will not leave,”; "We will not leave,"
QUOTED = re.compile(r"“[^“”\n]+”|\"[^\"\n]+\"")
SHORTEST = 4
CLAUSES = frozenset({"ccomp"})


@dataclass(frozen=True, slots=True)
class Said:
    """Words said, the verb that reports them and its subject; spans are of characters."""

    mode: str
    start: int
    end: int
    cue: Token
    speaker: Token | None


def find_quotes(doc: Doc) -> Iterator[Said]:
    """Quotations of at least four words with the nearest reporting verb of their sentences that is outside of them.

    The way of textacy's `direct_quotations`: the speaker is the subject of that verb. What has no such verb is no
    direct quotation.
    """
    quotes = [match.span() for match in QUOTED.finditer(doc.text)]
    for start, end in quotes:
        words = doc.char_span(start, end, alignment_mode="expand")
        if words is None or len(words.text.split()) < SHORTEST:
            continue
        cues = [token for token in _around(words) if _reports(token) and not _inside(token, quotes)]
        cue = min(cues, key=lambda token: (_distance(token, words), token.i), default=None)
        if cue is not None:
            yield Said("direct", start + 1, end - 1, cue, subject_of(cue))


def find_clauses(doc: Doc) -> Iterator[Said]:
    """Clauses that are objects of a reporting verb and hold no quotation mark: "the army said that it had left"."""
    quotes = [match.span() for match in QUOTED.finditer(doc.text)]
    for cue in doc:
        if not _reports(cue) or _inside(cue, quotes):
            continue
        for clause in (child for child in cue.children if child.dep_ in CLAUSES):
            words = _without_cue(doc, clause, cue)
            if words and not any(words.start_char < end and start < words.end_char for start, end in quotes):
                yield Said("indirect", words.start_char, words.end_char, cue, subject_of(cue))


def add_said(answers: Answers, article: GoldArticle, said: Said) -> dict[str, Any]:
    """Adds a statement, with its speaker as an actor; gives the row, for the date."""
    row: dict[str, Any] = {
        "document": answers.document(article), "mode": said.mode, "stance": "asserts",
        "content": article.text[said.start : said.end], "content_spans": f"{said.start}-{said.end}",
        "cue": said.cue.text, "cue_spans": f"{said.cue.idx}-{said.cue.idx + len(said.cue)}",
    }  # fmt: skip
    if said.speaker is not None:
        name = label(said.speaker)
        words = said.speaker.doc[said.speaker.left_edge.i : said.speaker.i + 1]
        row |= {"speaker": answers.thing("actors", name), "speaker_name": name}
        row |= {"speaker_spans": f"{words.start_char}-{words.end_char}"}
    answers.add("statements", "statement", **row)
    return answers.rows["statements"][-1]


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb."""
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


def _around(words: Span) -> Iterator[Token]:
    """The words of the sentences that hold the quotation."""
    yield from words.doc[words[0].sent.start : words[-1].sent.end]


def _reports(token: Token) -> bool:
    return token.pos_ == "VERB" and token.lemma_.lower() in REPORTING


def _inside(token: Token, quotes: list[tuple[int, int]]) -> bool:
    return any(start <= token.idx < end for start, end in quotes)


def _distance(token: Token, words: Span) -> int:
    return words.start - token.i if token.i < words.start else token.i - words.end + 1


def _without_cue(doc: Doc, clause: Token, cue: Token) -> Span | None:
    """The words of the clause on its own side of the verb, without "that" and without marks around them."""
    start, end = clause.left_edge.i, clause.right_edge.i + 1
    if start <= cue.i < end:
        start, end = (start, cue.i) if clause.i < cue.i else (cue.i + 1, end)
    while start < end and (doc[start].is_punct or doc[start].is_space or doc[start].lower_ == "that"):
        start += 1
    while start < end and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return doc[start:end] if start < end else None
