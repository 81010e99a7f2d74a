"""Reads statements whose content is a clause or quoted words: "X said that ...", "..., said X"."""

from kg.extract.cues import Cue, cue_at, cue_words, hearer_of, lost_its_subject
from kg.extract.speakers import Speaker, agent_of, noun_phrase_of, speaker_after, speaker_before
from kg.extract.speakers_narrow import can_speak, is_counted_object, narrowed
from kg.extract.speakers_widen import widened, with_acronym, with_whole_name
from kg.extract.stance import stance_of
from kg.extract.statements_bounds import (
    SUBORDINATE,
    clause_start,
    core_end,
    core_start,
    has_clause,
    has_verb,
    quote_ends_at,
    quote_start,
    shared_speaker,
    tells,
)
from kg.extract.statements_ends import clause_end, result_behind, second_half
from kg.extract.statements_inverted import looks_inverted
from kg.extract.statements_page import Draft, Page, Unit
from kg.extract.statements_trailing import titled_after
from kg.nlp import Token

_SUBORDINATE = frozenset({"ccomp", "xcomp", "acl", "acl:relcl", "csubj", "pcomp"})
_JOINS = frozenset({"CCONJ", "SCONJ", "PUNCT"})
# a quote behind one of these is a part of the clause: 'benefit from "the fact that"'
_LEADS_ON = frozenset({"ADP", "VERB", "AUX", "DET", "SCONJ", "ADJ"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SHORTEST = 3


def read_clause(cue: Cue, unit: Unit, page: Page, floor: int) -> Draft | None:
    """The statement of a verb that takes a clause or quoted words; None where neither is there.

    `floor` is the index of the first word of the unit that belongs to no statement before this one.
    """
    speaker = _subject(cue, unit, page)
    if speaker is not None and speaker.words[-1].i < cue.token.i:
        speaker = narrowed(_widened(speaker, cue.token.i, unit, page), page.tokens, page.names)
        if is_counted_object(speaker, page.tokens) or _is_led_in(speaker, page):
            return None
        speaker = with_whole_name(speaker, cue.token, max(unit.low, floor), page.tokens, page.names)
    inverted = speaker is not None and speaker.head.i > cue.token.i
    core = (core_start(cue, speaker, page), core_end(cue, speaker, unit, page))
    if not inverted or quote_start(core[1], unit.high, page) is not None:
        draft = _middle(cue, speaker, core, unit, page, floor) or read_after(cue, speaker, core, unit, page)
        # '"We hold," he said, "and we will stay."': the quote after the cue goes on with the one before
        cuts = core[0] > floor and quote_ends_at(core[0], page) and (inverted or second_half(core[1], unit, page))
        # "came under fire activists reported as the army advanced": the reason belongs to what they said
        led = (
            draft is not None
            and page.tokens[draft.content[0][0]].lower in SUBORDINATE
            and draft.content[0][0] == core[1]
        )
        if draft is not None and not cuts and not (led and has_verb(floor, core[0], page)):
            return draft
    if core[0] > floor:
        return read_before(cue, speaker, core, unit, page, floor)
    return None


def _is_led_in(speaker: Speaker, page: Page) -> bool:
    """Whether a preposition leads to words that cannot speak: "killed nine on the river said"."""
    first = speaker.words[0].i
    led = first > 0 and any(c.i == first - 1 and c.rel == "case" and c.pos == "ADP" for c in speaker.head.children)
    return led and not speaker.head.rel.startswith("nsubj") and not can_speak(speaker.head, page.names)


def _widened(speaker: Speaker, i: int, unit: Unit, page: Page) -> Speaker:
    """The speaker, with all words since the quote that ends before them, where there is one."""
    end = _after_quote(i, unit, page)
    # "... of the town it said": a pronoun is whole
    return widened(speaker, end, page.tokens) if end > unit.low and speaker.head.pos != "PRON" else speaker


def _subject(cue: Cue, unit: Unit, page: Page) -> Speaker | None:
    body = hearer_of(cue.token)
    if body is not None:
        return noun_phrase_of(body, unit.low, cue.token.i)
    if cue.token.is_passive() and not _is_active(cue.token):
        return agent_of(cue.token)
    own = cue.token.child("nsubj")
    if cue.token.tag == "VBG" and (own is None or not can_speak(own, page.names)):
        # "backed that account saying": the account does not speak
        return None
    named = with_acronym(cue.token, unit.low, page.tokens, page.names)
    before = named or speaker_before(cue.token, page.tokens, max(unit.low, _after_quote(cue.token.i, unit, page)))
    if before is None and cue.token.rel == "conj":
        before = shared_speaker(cue.token, unit.low)
    if "inverted" in cue.verb.takes and looks_inverted(cue.token, unit, page, before):
        titled = titled_after(cue.token, unit.high, page)
        return titled or speaker_after(cue.token, page.tokens, unit.high) or before
    return before


def _is_active(token: Token) -> bool:
    """Whether a finite verb was taken for a participle: "the alliance tweeted on Monday it was"."""
    return (
        token.rel == "acl"
        and token.agent() is None
        and (lost_its_subject(token) or (token.lemma in cue_words("active") and token.child("obj") is None))
    )


def _after_quote(i: int, unit: Unit, page: Page) -> int:
    """The index after the last quoted sentence of the unit before word `i`; a speaker does not reach into it."""
    for quote in reversed(page.quotes):
        if unit.low <= quote.first and quote.last <= i:
            return quote.last if quote.verbal else unit.low
    return unit.low


def _middle(
    cue: Cue, speaker: Speaker | None, core: tuple[int, int], unit: Unit, page: Page, floor: int
) -> Draft | None:
    """The statement cut in two by its cue, without marks: "In the north, he said, the road is open"."""
    low, high = core
    tokens = page.tokens
    if speaker is None or "bare" not in cue.verb.takes or low - floor < 1 or high + 1 >= unit.high:
        return None
    if tokens[high].text != "," or tokens[low - 1].text != "," or tokens[high + 1].pos in ("CCONJ", "SCONJ"):
        return None
    if tokens[high + 1].tag == "VBG" or quote_ends_at(low, page) or not has_clause(high + 1, unit.high, page):
        return None
    end = clause_end(cue, high + 1, unit, page)
    return Draft(
        ((floor, low), (high + 1, end)),
        cue,
        speaker,
        core,
        stance_of(cue, "clause", "quote"),
        "statements.cue-in-the-middle",
    )


def read_after(cue: Cue, speaker: Speaker | None, core: tuple[int, int], unit: Unit, page: Page) -> Draft | None:
    """The statement whose content follows the cue."""
    low, high = core
    start = quote_start(high, unit.high, page)
    if start is not None and _introduces(cue, high, page):
        quote = page.quotes[page.quote_of[start]]
        end = _quoted_end(cue, start, quote.last, unit, page)
        if quote.verbal or end != quote.last or "clause" in cue.verb.takes or "quote" in cue.verb.takes:
            content = (start if end == quote.last else start - 1, end)
            return Draft((content,), cue, speaker, core, stance_of(cue, "clause", "quote"), "statements.cue-then-quote")
    if "clause" not in cue.verb.takes or (speaker is None and cue.token.tag != "VBG"):
        return None
    start = clause_start(cue, high, unit, page)
    lost = start is None and _is_gapped(cue.token, high, unit, page)
    start = high if lost else start
    if start is None or start >= unit.high:
        return None
    if page.tokens[start].tag == "VBG" and ("gerund" in cue.verb.takes or cue_at(page.tokens[start]) is not None):
        # "denied shelling the camp"; "the colonel said noting that": the next saying, not what was said
        return None
    if page.tokens[start].pos == "CCONJ" and start == high and page.tokens[start].lower not in ("both", "either"):
        # "hit the town a monitor said and caused damage": the clause goes on
        return None
    relative = page.tokens[start].tag == "WDT" and start + 1 < unit.high and page.tokens[start + 1].tag in _FINITE
    if page.tokens[low].lower == "what" or relative:
        # "told reporters after the meeting that was held on a boat"
        return None
    if quote_ends_at(low, page) and page.tokens[start - 1].lower != "that" and cue.token.child("ccomp") is None:
        return None
    end = clause_end(cue, start, unit, page)
    # "raids that residents say flattened the market": the participle may be a finite verb
    gap = lost or (cue.token.rel == "acl:relcl" and cue.token.child("ccomp") is not None)
    # "told the agency that rebels and others targeted the road": the participle is finite
    gap = gap or (page.tokens[start - 1].lower == "that" and has_verb(start, end, page))
    gapped = gap or cue.token.rel == "acl:relcl" or (low > 0 and page.tokens[low - 1].tag in ("WP", "WDT"))
    if page.tokens[start].tag in _FINITE and page.tokens[start - 1].lower != "that" and not gapped:
        # "the discrepancies reported could not be explained": no subject, no clause
        return None
    if end <= start or not (gap or tells(start, end, page)):
        return None
    return Draft(((start, end),), cue, speaker, (low, start), stance_of(cue, "clause", "quote"), "statements.said-that")


def _is_gapped(verb: Token, high: int, unit: Unit, page: Page) -> bool:
    """Whether a participle behind the cue may be finite: "the raid, which it said targeted rebels"."""
    if verb.rel != "acl:relcl" or high + 1 >= unit.high or page.tokens[high].tag != "VBN":
        return False
    led = any(child.tag in ("WDT", "WP") and child.i < verb.i for child in verb.children)
    return led and page.tokens[high + 1].lower != "by"


def _introduces(cue: Cue, high: int, page: Page) -> bool:
    """Whether a quote after the adjuncts of the cue is what was said, not a name in them: "told the “Daily” on"."""
    last = page.tokens[high - 1]
    return last in cue.words or last.pos not in ("ADP", "DET", "ADJ", "PART")


def _quoted_end(cue: Cue, start: int, last: int, unit: Unit, page: Page) -> int:
    """The end of words said that begin with a quote: the quote's, or the clause's where the quote is a part of it."""
    i = last
    while i < unit.high and page.tokens[i].pos == "PUNCT":
        i += 1
    if i >= unit.high or page.tokens[last - 1].text in (".", "!", "?", ",") or page.tokens[i].pos == "CCONJ":
        return last
    if page.quotes[page.quote_of[start]].verbal and has_clause(i, unit.high, page):
        return last
    return clause_end(cue, last, unit, page)


def read_before(
    cue: Cue, speaker: Speaker | None, core: tuple[int, int], unit: Unit, page: Page, floor: int
) -> Draft | None:
    """The statement whose content stands before the cue."""
    low, high = core
    takes = cue.verb.takes
    if quote_ends_at(low, page) and ("quote" in takes or "bare" in takes):
        last = low
        while page.quote_of[last - 1] < 0:
            last -= 1
        first = page.quotes[page.quote_of[last - 1]].first
        lead = [t for t in page.tokens[floor:first] if t.pos not in ("PUNCT", "CCONJ")]
        part = bool(lead) and lead[-1].pos in _LEADS_ON and lead[-1].i >= first - 2
        whole = page.quotes[page.quote_of[last - 1]].verbal and not part
        if whole and (not lead or not has_clause(floor, first, page)):
            content = ((first, last), *second_half(high, unit, page))
            return Draft(content, cue, speaker, core, stance_of(cue, "clause", "quote"), "statements.quote-then-cue")
        content = ((floor, low), *(second_half(high, unit, page) or result_behind(high, unit, page)))
        return Draft(content, cue, speaker, core, stance_of(cue, "clause", "quote"), "statements.clause-then-cue")
    handed = cue.words[0].lemma in cue_words("handing")
    trails = handed or (cue.token.tag != "VBG" and speaker is not None and _may_trail(cue, speaker, core, unit, page))
    if "bare" not in takes or speaker is None or not trails:
        return None
    if not has_verb(floor, low, page) or low - floor < _SHORTEST:
        return None
    content = ((floor, low), *result_behind(high, unit, page))
    return Draft(content, cue, speaker, core, stance_of(cue, "clause", "quote"), "statements.clause-then-cue")


def _may_trail(cue: Cue, speaker: Speaker, core: tuple[int, int], unit: Unit, page: Page) -> bool:
    """Whether the cue can stand behind what was said: nothing of its own follows it, and nothing governs it."""
    low, high = core
    token = cue.token
    if token.rel == "acl" and token.is_passive():
        # "breaches of the truce announced by the army"
        return False
    after = page.tokens[high] if high < unit.high else None
    if after is not None and after.pos not in _JOINS and after.tag != "VBG" and after.lower != "without":
        return False
    if page.tokens[low - 1].tag in ("WDT", "WP"):
        # "claimed the attack, which it said"
        return False
    comma = page.tokens[low - 1].text in (",", "—", "–", "-", "--", ";")
    if page.commas and not comma and token.rel == "acl:relcl" and page.quote_of[low - 1] < 0:
        # "the same level the army maintains in the north"
        return False
    if token.lemma in cue_words("opinions") and not comma:
        return False
    ends = all(t.pos == "PUNCT" for t in page.tokens[high : unit.high])
    if token.rel in _SUBORDINATE and token.head is not None and token.head.i < low:
        led = page.tokens[low - 1].tag in ("WDT", "WP", "WRB", "IN", "WP$") or token.child("mark") is not None
        if (
            led
            or token.head.lemma in ("say", "tell")
            or not (
                comma or ends or page.tokens[high].pos in ("PUNCT", "CCONJ") or page.tokens[high].lower == "without"
            )
        ):
            return False
    above = token.head.i if token.head is not None else token.i
    shared = token.rel == "conj" and token.child("nsubj") is None and speaker.head.i < above
    return not shared
