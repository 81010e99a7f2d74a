"""Reads quotes that have no cue of their own: the speaker goes on, or nobody is named."""

from kg.extract.cues import cue_at, cue_words
from kg.extract.quotes import Quote
from kg.extract.speakers import Speaker, noun_phrase_of, speaker_before
from kg.extract.speakers_narrow import can_speak
from kg.extract.stance import stance_of
from kg.extract.statements_attributed import read_quote
from kg.extract.statements_bounds import tells
from kg.extract.statements_page import Draft, Page, Unit
from kg.model import Stance

_SHORTEST = 3
_LONGEST_TAG = 4
_ENDS = frozenset(".!?")
_DASHES = frozenset({"—", "–", "―", "-", "--"})
_MARKS = frozenset({'"', "”", "''", "“"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def read_lone_quotes(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The statements of quoted sentences that no cue claims."""
    claimed = [False] * len(page.tokens)
    for draft in drafts:
        for low, high in draft.content:
            claimed[low:high] = [True] * (high - low)
    found: list[Draft] = []
    for quote in page.quotes:
        if any(claimed[quote.first : quote.last]) or not quote.verbal or not _stands_alone(quote, page):
            continue
        if quote.last - quote.first <= _LONGEST_TAG and any(cue_at(t) for t in page.tokens[quote.first : quote.last]):
            # a mark on the wrong side: "“We stay,” “the mayor said."
            continue
        before = [*drafts, *found]
        spoken = {word for draft in before if draft.cue is not None for word in draft.cue.words}
        found.append(
            _introduced(quote, page)
            or _signed(quote, page)
            or _going_on(quote, page, before)
            or _told_before(quote, page)
            or read_quote(quote, page, spoken)
            or _resumed(quote, page, before)
            or _nobodys(quote)
        )
    return found


def _stands_alone(quote: Quote, page: Page) -> bool:
    """Whether the quote is a sentence by itself rather than a part of one."""
    text = page.parsed.document.text
    before = text[: quote.outer.start].rstrip(" \t\u00a0")
    after = text[quote.outer.end :].lstrip(" \t\u00a0")
    starts = not before or before[-1] in '.!?:\n"”’…,' or page.tokens[quote.first].text[0].isupper()
    last = page.tokens[quote.last - 1].text
    return starts and (last in (".", "!", "?", "…") or not after or after[0] in '.!?\n"“' or after[0].isupper())


def _nobodys(quote: Quote) -> Draft:
    content, core = ((quote.first, quote.last),), (quote.first, quote.first + 1)
    return Draft(content, None, None, core, Stance.ASSERTS, "statements.quote-alone")


def _introduced(quote: Quote, page: Page) -> Draft | None:
    """The statement of a quote that words before a colon introduce, in the paragraph before too: "He went on:"."""
    end = quote.first
    while end and page.tokens[end - 1].pos == "PUNCT" and page.tokens[end - 1].text != ":":
        end -= 1
    if end < _SHORTEST or page.tokens[end - 1].text != ":" or quote.first - end > 1:
        return None
    first = page.parsed.sentence_of(page.tokens[end - 1]).tokens[0].i
    for i in range(end - 2, first - 1, -1):
        cue = cue_at(page.tokens[i])
        speaker = speaker_before(cue.token, page.tokens, first) if cue is not None else None
        if cue is not None and speaker is not None:
            core = (speaker.words[0].i, end)
            content = ((quote.first, quote.last),)
            return Draft(content, cue, speaker, core, stance_of(cue, "clause", "quote"), "statements.cue-then-quote")
    return _presented(quote, page, first, end)


def _presented(quote: Quote, page: Page, first: int, end: int) -> Draft | None:
    """The statement of a quote behind a colon whose sentence holds no word of saying: "The two set out their aims:"."""
    verb = next((t for t in page.tokens[first:end] if t.tag in _FINITE and t.child("nsubj") is not None), None)
    subject = None if verb is None else verb.child("nsubj")
    if verb is None or subject is None or not first <= subject.i < verb.i or not can_speak(subject, page.names):
        return None
    speaker = noun_phrase_of(subject, first, verb.i)
    if speaker is None:
        return None
    core, content = (speaker.words[0].i, end), ((quote.first, quote.last),)
    return Draft(content, None, speaker, core, Stance.ASSERTS, "statements.quote-after-colon")


def _signed(quote: Quote, page: Page) -> Draft | None:
    """The statement of a quote that the name of its speaker signs behind a dash: "“We stayed.” — Amal Haddad"."""
    dash = quote.last
    while dash < len(page.tokens) and page.tokens[dash].text in _MARKS:
        dash += 1
    end = page.names.ends.get(dash + 1)
    if end is None or page.tokens[dash].text not in _DASHES or page.tokens[end - 1].pos != "PROPN":
        return None
    sentences = page.parsed.sentences
    last = page.tokens[end].sentence if end < len(page.tokens) else -1
    if end < len(page.tokens) and page.tokens[end].pos != "PUNCT" and last == page.tokens[end - 1].sentence:
        return None
    if sentences[page.tokens[dash + 1].sentence].paragraph != sentences[page.tokens[quote.first].sentence].paragraph:
        return None
    words = page.tokens[dash + 1 : end]
    content = ((quote.first, quote.last),)
    return Draft(content, None, Speaker(words[-1], words), (dash, end), Stance.ASSERTS, "statements.quote-and-name")


def read_headed(unit: Unit, page: Page) -> Draft | None:
    """The statement of a sentence that the name of its speaker heads: "Idris Bello: We have left the town"."""
    first = unit.low + (page.tokens[unit.low].lower == "the")
    end = page.names.ends.get(unit.low) or page.names.ends.get(first)
    if end is None or end + _SHORTEST >= unit.high or page.tokens[end].text != ":":
        return None
    head = page.tokens[end - 1]
    if head.pos != "PROPN" or not tells(end + 1, unit.high, page):
        return None
    words = page.tokens[unit.low : end]
    return Draft(
        ((end + 1, unit.high),),
        None,
        Speaker(head, words),
        (unit.low, end),
        Stance.ASSERTS,
        "statements.name-and-colon",
    )


def _going_on(quote: Quote, page: Page, drafts: list[Draft]) -> Draft | None:
    """The statement of a quote right behind another statement in the same paragraph: its speaker goes on."""
    best = max((draft for draft in drafts if _end(draft) <= quote.first), key=_end, default=None)
    if best is None or best.speaker is None or not _is_next(best, quote, page):
        return None
    content, core = ((quote.first, quote.last),), (quote.first, quote.first + 1)
    occasion = best.cue or best.occasion
    return Draft(content, None, best.speaker, core, Stance.ASSERTS, "statements.quote-goes-on", occasion)


def _resumed(quote: Quote, page: Page, drafts: list[Draft]) -> Draft | None:
    """The statement of a quote that begins a paragraph, or stands behind a caption: who spoke before it goes on."""
    sentences = page.parsed.sentences
    here = page.parsed.sentence_of(page.tokens[quote.first])
    first = next(one for one in sentences if one.paragraph == here.paragraph).tokens[0].i
    caption = quote.first - 2 > first and page.tokens[quote.first - 2].text == ")"
    if first < quote.first - 1 and not caption:
        return None
    best = max(
        (draft for draft in drafts if draft.core[0] < quote.first and _end(draft) <= quote.first),
        key=_end,
        default=None,
    )
    if best is None or best.speaker is None:
        return None
    there = page.parsed.sentence_of(page.tokens[_end(best) - 1]).paragraph
    if here.paragraph - there > 1:
        return None
    content, core = ((quote.first, quote.last),), (quote.first, quote.first + 1)
    occasion = best.cue or best.occasion
    return Draft(content, None, best.speaker, core, Stance.ASSERTS, "statements.quote-resumed", occasion)


def _is_next(draft: Draft, quote: Quote, page: Page) -> bool:
    """Whether a quote follows a statement in the same paragraph, with nothing told between the two."""
    end = _end(draft)
    here = page.parsed.sentence_of(page.tokens[quote.first]).paragraph
    if page.parsed.sentence_of(page.tokens[draft.content[0][0]]).paragraph != here:
        return False
    rest = page.tokens[end : quote.first]
    if all(t.pos in ("PUNCT", "CCONJ") for t in rest):
        return True
    # "..." said the farmer, who gave no name. "..."
    direct = page.quote_of[draft.content[0][0]] >= 0
    return direct and rest[0].text == "," and not any(t.text in _ENDS for t in rest[:-2])


def _told_before(quote: Quote, page: Page) -> Draft | None:
    """The statement of a quote behind a sentence that tells of its speaker: "A nurse described it. “We had no…”"."""
    i = quote.first - 1
    while i >= 0 and page.tokens[i].text in _MARKS:
        i -= 1
    if i < 0 or page.tokens[i].text != "." or page.quote_of[i] >= 0:
        return None
    sentences = page.parsed.sentences
    sentence = sentences[page.tokens[i].sentence]
    if sentence.paragraph != sentences[page.tokens[quote.first].sentence].paragraph:
        return None
    verb = sentence.root
    subject = verb.child("nsubj") if verb.lemma in cue_words("describing") else None
    if subject is None or not can_speak(subject, page.names) or subject.i > verb.i:
        return None
    speaker = noun_phrase_of(subject, sentence.tokens[0].i, verb.i)
    if speaker is None:
        return None
    content, core = ((quote.first, quote.last),), (speaker.words[0].i, i + 1)
    return Draft(content, None, speaker, core, Stance.ASSERTS, "statements.quote-after-telling")


def _end(draft: Draft) -> int:
    return max(draft.core[1], draft.content[-1][1])
