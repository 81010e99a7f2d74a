"""Mends speakers that the parser read wrong, and leaves out what is said by a thing that cannot speak."""

from collections.abc import Iterable
from dataclasses import replace

from kg.extract.cues import cue_words
from kg.extract.speakers import Speaker, noun_phrase_of, plain
from kg.extract.speakers_narrow import can_speak, narrowed, top_of
from kg.extract.statements_page import Draft, Page
from kg.nlp import Attribution, Token

_TALKING = frozenset({"speaking", "talking", "writing"})
_ARTICLES = frozenset({"A", "An", "The", "One", "Another", "Several"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC"})
_DONE = frozenset({"VBG", "VBN", "VBD"})
_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "DET", "ADP", "NUM", "PART", "PUNCT"})
_LONGEST = 10
_RELATIVE = frozenset({"that", "which", "who"})


def checked(drafts: Iterable[Draft], page: Page) -> list[Draft]:
    """The drafts, each with its speaker mended; those are left out whose speaker is none by list or language model."""
    sources = {word for attribution in page.parsed.attributions for word in attribution.source}
    found = []
    for draft in drafts:
        if draft.speaker is None or draft.cue is None:
            found.append(draft)
            continue
        speaker = _beside_participle(draft, page) or _mended(draft.speaker, page)
        if not _speaks(speaker, page) and page.parsed.attributions and sources.isdisjoint(speaker.words):
            other = _source(draft, page)
            if other is None:
                continue
            speaker = other
        found.append(draft if speaker is draft.speaker else _with_speaker(draft, speaker))
    return found


def _speaks(speaker: Speaker, page: Page) -> bool:
    head = speaker.head
    return can_speak(head, page.names) or (head.pos == "PROPN" and head.name in _NAMES and len(speaker.words) < 3)


def _with_speaker(draft: Draft, speaker: Speaker) -> Draft:
    """The draft with another speaker, whose words are not said: "a group that watches" of "a group that watches it"."""
    first = speaker.words[0].i
    content = tuple((low, min(high, first) if low < first < high else high) for low, high in draft.content)
    return replace(draft, speaker=speaker, content=content, core=(min(draft.core[0], first), draft.core[1]))


def _beside_participle(draft: Draft, page: Page) -> Speaker | None:
    """Who says it in "the town was shelled, with the monitor saying": the noun between "with" and a participle."""
    cue = None if draft.cue is None else draft.cue.words[0]
    if cue is None or cue.tag != "VBG" or cue.i < 2:
        return None
    low = next((i for i in range(cue.i - 2, max(-1, cue.i - _LONGEST), -1) if page.tokens[i].lower == "with"), None)
    words = () if low is None else page.tokens[low + 1 : cue.i]
    head = top_of(words) if words else None
    if head is not None and not can_speak(head, page.names):
        head = words[-1]  # "the official SANA news agency", hung apart by the parser
    plain_words = all(word.pos in _INSIDE and word.text != "," for word in words)
    return Speaker(head, words) if head is not None and plain_words and can_speak(head, page.names) else None


def _mended(speaker: Speaker, page: Page) -> Speaker:
    """The speaker without words of the clause before it, or with the noun that its words only tell more of."""
    cut = _without_lead(_in_one_piece(speaker), page)
    if cut is not speaker or can_speak(cut.head, page.names):
        return cut
    return _teller_of(speaker, page) or _holder_of(speaker, page) or speaker


def _in_one_piece(speaker: Speaker) -> Speaker:
    """The speaker without a word hung on it from afar: "reported by television with the X news agency saying"."""
    words = speaker.words
    gap = next((n for n in range(1, len(words)) if words[n].i - words[n - 1].i > 1), 0)
    if not gap or speaker.head not in words[:gap] or words[gap].pos == "PUNCT":
        return speaker
    return Speaker(speaker.head, words[:gap], speaker.reach)


def _without_lead(speaker: Speaker, page: Page) -> Speaker:
    words = speaker.words
    inner = next((n for n in range(len(words) - 1, 0, -1) if words[n].text in _ARTICLES and words[n].pos == "DET"), 0)
    if inner and not any(page.names.ends.get(word.i, 0) > words[inner].i for word in words[:inner]):
        # "Hama A military source": a heading or a lost full stop
        return _from(words[inner:], speaker)
    behind = _behind_place(words, page)
    if behind:
        return _from(words[behind:], speaker)
    first = 0
    while first < len(words) - 1 and _is_time(words[first]):
        # "on Thursday Jordanian state television said"
        first += 1
    if first and words[first].pos in ("NOUN", "PROPN", "ADJ", "DET"):
        return _from(words[first:], speaker)
    if words[0].lower in _TALKING:
        return _name_at_end(speaker, page) or speaker
    if words[0].tag in _DONE and words[0].rel not in ("amod", "compound") and len(words) > 2:
        # "killing nine soldiers state media said"
        rest = _from(words[1:], speaker)
        cut = narrowed(rest, page.tokens, page.names)
        return cut if can_speak(cut.head, page.names) else speaker
    return speaker


def _behind_place(words: tuple[Token, ...], page: Page) -> int:
    """How many words only end a place told before: "in the town of Tula media said", "near Tula village witnesses"."""
    first = words[0].i
    if first == 0 or len(words) < 2:
        return 0
    if first in page.names.places and words[0].lower in cue_words("settled") and words[0].lower != words[-1].lower:
        return 1
    if page.tokens[first - 1].lower not in ("of", "in", "near", "at", "on") or words[0].pos != "PROPN":
        return 0
    ends = (n for n in range(1, len(words)) if words[n].i in page.names.places)
    return next((n for n in ends if words[-1].pos == "NOUN" and words[n].pos in ("NOUN", "ADJ")), 0)


def _name_at_end(speaker: Speaker, page: Page) -> Speaker | None:
    """The name behind who is told: "speaking to the agency Omar Haddad said"."""
    end = speaker.words[-1].i + 1
    named = next((word for word in speaker.words if page.names.ends.get(word.i) == end), None)
    return None if named is None else _from(page.tokens[named.i : end], speaker)


def _is_time(word: Token) -> bool:
    return word.name in ("DATE", "TIME") or word.lower in cue_words("months") or word.lower in ("earlier", "later")


def _from(words: tuple[Token, ...], speaker: Speaker) -> Speaker:
    return Speaker(top_of(words) or words[-1], words, speaker.reach)


def _teller_of(speaker: Speaker, page: Page) -> Speaker | None:
    """The noun whose clause these words are in: "an organisation that monitors the conflict said"."""
    i = speaker.words[0].i - 1
    while i > 0 and page.tokens[i].pos == "ADP":
        i -= 1
    if i < 1 or not page.tokens[i].is_verb():
        return None
    before = i - 2 if page.tokens[i - 1].lower in _RELATIVE else i - 1
    if page.tokens[i].tag != "VBG" and before == i - 1:
        return None
    noun = page.tokens[before]
    if before < 1 or noun.pos not in ("NOUN", "PROPN") or not can_speak(noun, page.names):
        return None
    first = before
    while (
        first > 0 and page.tokens[first - 1].pos in ("ADJ", "NOUN", "PROPN") and page.tokens[first - 1].rel != "nsubj"
    ):
        first -= 1
    if page.tokens[first - 1].pos != "DET":
        return None
    return Speaker(noun, page.tokens[first - 1 : before + 1], speaker.reach)


def _holder_of(speaker: Speaker, page: Page) -> Speaker | None:
    """The noun that a place only tells more of: "the medical source in the city who gave the toll"."""
    noun = speaker.head.head
    if speaker.head.rel != "nmod" or noun is None or noun.pos not in ("NOUN", "PROPN") or noun.i > speaker.head.i:
        return None
    return noun_phrase_of(noun, 0, speaker.words[-1].i + 1) if can_speak(noun, page.names) else None


def _source(draft: Draft, page: Page) -> Speaker | None:
    """Who says it by the language model, if that can speak."""
    own: set[Token] = set(draft.cue.words) if draft.cue is not None else set()
    same: Attribution | None = next((a for a in page.parsed.attributions if own.intersection(a.cue)), None)
    words = plain(same.source) if same is not None else ()
    head = top_of(words) if words else None
    if head is None or _is_time(head) or not can_speak(head, page.names):
        return None
    said = any(low <= head.i < high for low, high in draft.content)
    return None if said and words[0].i > draft.content[0][0] + 1 else Speaker(head, words)
