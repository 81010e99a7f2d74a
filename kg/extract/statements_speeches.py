"""Reads speeches set out without marks: "The minister said:", and then the paragraphs of what he said."""

from itertools import pairwise

from kg.extract.cues import Cue, cue_at
from kg.extract.speakers import Speaker, speaker_before
from kg.extract.statements_bounds import quote_start
from kg.extract.statements_page import Draft, Page
from kg.extract.statements_trailing import titled_after
from kg.extract.statements_unmarked import is_first_person, is_own_voice
from kg.model import Mode, Stance
from kg.nlp import Token

_NEAR = 10
_FEWEST = 5
_MARKS = frozenset({'"', "“", "”", "„", "«", "‘", "'", "``"})
_TELLS = frozenset({"say", "add", "continue", "tell", "state", "conclude", "comment", "declare", "write"})
# what follows a speech in a press release
_NOTES = frozenset(
    {"notes", "note", "further", "ends", "end", "background", "contact", "media", "follow", "press", "editors"}
)


def with_speeches(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The statements with the speeches that a colon leads to; what "I" and "we" say in them is a part of them."""
    found: list[Draft] = []
    high = 0
    for colon in page.tokens:
        if colon.text != ":" or colon.i < high or page.quote_of[colon.i] >= 0:
            continue
        speech = _speech(colon, page, drafts)
        if speech:
            found.extend(speech)
            high = speech[-1].content[-1][1]
    return [*(draft for draft in drafts if not any(_is_part(draft, speech) for speech in found)), *found]


def _is_part(draft: Draft, speech: Draft) -> bool:
    """Whether a speech makes a statement needless: its own beginning, or what the speaker says of himself in it."""
    low, high = speech.content[0][0], speech.content[-1][1]
    inside = low <= draft.content[0][1] - 1 < high
    same = draft.cue is not None and speech.cue is not None and draft.cue.token is speech.cue.token
    return inside and (same or is_own_voice(draft) or draft.speaker is None)


def _speech(colon: Token, page: Page, drafts: list[Draft]) -> list[Draft]:
    """The statements of the speech behind a colon, one a paragraph; the cue is that of the first."""
    start = colon.i + 1
    if start >= len(page.tokens) or quote_start(start, len(page.tokens), page) is not None:
        return []
    found = _teller(colon, page)
    if found is None or page.tokens[start].text in _MARKS or not page.tokens[start].text[0].isupper():
        return []
    cue, speaker = found
    core = (min(cue.token.i, speaker.words[0].i), start)
    return [
        Draft(
            (paragraph,),
            None if n else cue,
            speaker,
            (paragraph[0], paragraph[0] + 1) if n else core,
            Stance.ASSERTS,
            "statements.speech-set-out",
            cue if n else None,
            mode=Mode.DIRECT,
        )
        for n, paragraph in enumerate(_paragraphs(colon, page, drafts))
    ]


def _teller(colon: Token, page: Page) -> tuple[Cue, Speaker] | None:
    """The word of saying and the speaker in the sentence before a colon."""
    first = page.parsed.sentence_of(colon).tokens[0].i
    for word in reversed(page.tokens[max(first, colon.i - _NEAR) : colon.i]):
        cue = cue_at(word)
        if cue is None or word.lemma not in _TELLS or (word.lemma != "tell" and word.child("obj") is not None):
            continue
        speaker = titled_after(word, colon.i, page) or speaker_before(word, page.tokens, first)
        return None if speaker is None else (cue, speaker)
    return None


def _paragraphs(colon: Token, page: Page, drafts: list[Draft]) -> tuple[tuple[int, int], ...]:
    """The words of the speech, a range a paragraph: from the colon on to where somebody else speaks, or notes begin."""
    starts = [colon.i + 1]
    for before, word in pairwise(page.tokens[colon.i :]):
        if before is not colon and _paragraph(before, page) != _paragraph(word, page):
            starts.append(word.i)
    ranges = list(pairwise([*starts, len(page.tokens)]))
    set_out = _paragraph(colon, page) != _paragraph(page.tokens[colon.i + 1], page)
    found: list[tuple[int, int]] = []
    for n, (low, high) in enumerate(ranges):
        first_person = is_first_person(low, high, page)
        if high - low < _FEWEST or page.tokens[low].lower in _NOTES or page.quote_of[low] >= 0:
            break
        if page.tokens[low].pos == "PUNCT" or page.tokens[low].text in _MARKS or _is_told_of(low, high, drafts):
            break
        if n and not set_out and not first_person:
            break
        found.append((low, high))
    # "said: nobody was hurt." is read as a sentence
    return tuple(found) if set_out or len(found) > 1 else ()


def _paragraph(word: Token, page: Page) -> int:
    return page.parsed.sentence_of(word).paragraph


def _is_told_of(low: int, high: int, drafts: list[Draft]) -> bool:
    """Whether the article tells in these words who said something: they are its own again."""
    return any(
        low <= draft.core[0] < high
        and draft.cue is not None
        and draft.cue.token.lemma in _TELLS
        and draft.cue.token.is_past()
        and not is_own_voice(draft)
        for draft in drafts
    )
