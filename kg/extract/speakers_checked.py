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
_ABOUT = frozenset({"on", "about", "over", "against", "at"})
_RANKS = frozenset({"lt", "col", "maj", "gen", "brig", "capt", "sgt", "cpl", "adm", "cmdr", "dr", "rev"})
_RELATIVE = frozenset({"that", "which", "who"})


def checked(drafts: Iterable[Draft], page: Page) -> list[Draft]:
    """The drafts, each with its speaker mended; those are left out whose speaker is none by list or language model."""
    sources = {word for attribution in page.parsed.attributions for word in attribution.source}
    found = []
    for draft in drafts:
        if draft.speaker is None or draft.cue is None:
            found.append(draft)
            continue
        speaker = _beside_participle(draft, page) or _above_participle(draft)
        speaker = speaker or _mended(_behind_clause(draft.speaker, draft.cue.words[0], page), page)
        if not _speaks(speaker, page) and page.parsed.attributions and sources.isdisjoint(speaker.words):
            other = _source(draft, page)
            if other is None:
                continue
            # "Help for the Needy, which says that": who speaks is the noun before
            speaker = speaker if other.head.tag in ("WDT", "WP") else other
        speaker = _with_rank(_with_kind(speaker, page), page)
        found.append(draft if speaker is draft.speaker else _with_speaker(draft, speaker))
    return found


def _speaks(speaker: Speaker, page: Page) -> bool:
    head = speaker.head
    # "Damascus and rebel groups": one of them speaks
    heads = (head, *(other for other in head.conjuncts() if other in speaker.words))
    if any(can_speak(one, page.names) for one in heads):
        return True
    return head.pos == "PROPN" and head.name in _NAMES and len(speaker.words) < 3


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


def _above_participle(draft: Draft) -> Speaker | None:
    """Who says it in "the envoy cast doubt on the findings, saying": never what the clause is about."""
    cue, speaker = draft.cue, draft.speaker
    if cue is None or speaker is None or cue.token.tag != "VBG" or cue.token.head is not speaker.head:
        return None
    about = speaker.head
    if cue.token.rel != "acl" or about.preposition() not in _ABOUT or speaker.words[-1].i > cue.token.i:
        return None
    for above in about.ancestors():
        subject = above.child("nsubj") if above.is_verb() else None
        if subject is not None and subject.i < about.i and subject.tag not in ("WDT", "WP"):
            return noun_phrase_of(subject, 0, above.i)
    return None


def _with_kind(speaker: Speaker, page: Page) -> Speaker:
    """The speaker with what tells its kind, where it was cut off: "media" in "on Tuesday state media said"."""
    words, tokens = speaker.words, page.tokens
    if words[0].pos not in ("NOUN", "PROPN") or words[0].text[0].isupper():
        return speaker
    start = _named_kind(speaker, page) if words[0].lemma in cue_words("nouns", "owned") else words[0].i
    if words[0] is speaker.head and start == words[0].i:
        while (
            start > 0 and tokens[start - 1].lower in cue_words("nouns", "beside") and _is_lead(tokens[start - 1], words)
        ):
            start -= 1
        if start > 0 and tokens[start - 1].name == "NORP" and _is_lead(tokens[start - 1], words):
            start -= 1  # "helped the wounded Syrian regime television said"
    if start == words[0].i or tokens[start].sentence != words[0].sentence:
        return speaker
    return Speaker(speaker.head, (*tokens[start : words[0].i], *words), speaker.reach)


def _is_lead(word: Token, words: tuple[Token, ...]) -> bool:
    """Whether a word hangs on the noun phrase behind it, on a word that does, or beside it on the same verb."""
    inside = set(words)
    if word.rel == "nsubj":
        return any(other.rel == "nsubj" and other.head is word.head for other in words)
    return word.rel in ("compound", "amod", "nmod:poss") and any(above in inside for above in word.ancestors())


def _named_kind(speaker: Speaker, page: Page) -> int:
    """Where the name begins of whose one the speaker is: "the Defence Ministry statement said"."""
    first, tokens = speaker.words[0].i, page.tokens
    if first == 0 or not _is_lead(tokens[first - 1], speaker.words):
        return first
    begins = (i for i in range(max(0, first - _LONGEST), first) if page.names.ends.get(i) == first)
    start = next(begins, first)
    if start < first and tokens[start].pos != "DET" and start > 0 and tokens[start - 1].lower == "the":
        start -= 1
    return start


def _with_rank(speaker: Speaker, page: Page) -> Speaker:
    """The speaker with the name behind a rank, where the full stop ended it: "spokesman Lt. | Col. Omar Haddad"."""
    end = speaker.words[-1].i + 1
    if not _is_rank(speaker.words[-1]):
        return speaker
    while end < len(page.tokens) and (page.tokens[end].text == "." or _is_rank(page.tokens[end])):
        end += 1
    name = page.names.ends.get(end)
    if name is None or page.tokens[end].pos != "PROPN":
        return speaker
    words = (*speaker.words, *page.tokens[speaker.words[-1].i + 1 : name])
    return Speaker(page.tokens[name - 1], words, max(speaker.reach, name))


def _is_rank(word: Token) -> bool:
    return word.lower.removesuffix(".") in _RANKS


def _behind_clause(speaker: Speaker, cue: Token, page: Page) -> Speaker:
    """The speaker right before its verb, behind a clause: "local media" in "killed three nurses local media said"."""
    before = page.tokens[speaker.words[0].i - 1] if speaker.words[0].i else None
    if before is None or before.sentence != cue.sentence or speaker.words[-1].i + 1 != cue.i:
        return speaker
    return narrowed(speaker, page.tokens, page.names)


def _mended(speaker: Speaker, page: Page) -> Speaker:
    """The speaker without words of the clause before it, or with the noun that its words only tell more of."""
    cut = _without_lead(_without_aside(_in_one_piece(speaker), page), page)
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


def _without_aside(speaker: Speaker, page: Page) -> Speaker:
    """The name of a body without what it is, the comma lost: "Norway" in "Norway a key ally of Omar Haddad said"."""
    words = speaker.words
    end = page.names.ends.get(words[0].i, words[0].i + 1)
    named = words[0].pos == "PROPN" and (words[0].i in page.names.ends or end in page.names.places)
    if not named or words[0].name == "PERSON" or end > words[-1].i or speaker.head.i < end:
        return speaker
    if page.tokens[end].lower not in ("a", "an"):
        return speaker
    return Speaker(page.tokens[end - 1], page.tokens[words[0].i : end], speaker.reach)


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
    # "in Damascus reports emerged": a verb to the tagger
    return next((n for n in ends if _is_noun(words[-1]) and (_is_noun(words[n]) or words[n].pos == "ADJ")), 0)


def _is_noun(word: Token) -> bool:
    return word.pos == "NOUN" or (word.pos == "VERB" and word.rel == "nsubj")


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
