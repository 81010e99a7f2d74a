"""Reads what the language model takes for attributions, where no rule found a statement.

It is believed where the words are a clause or a quote and the cue is a word of saying or thinking, or where they say
what somebody calls for or condemns. Of other nouns it takes too many for things said, as it learnt from reports of
politics: in those alone it is believed for what people want, oppose or make known otherwise as well.
"""

from kg.extract.cues import Cue, Verb, cue_at, cue_words, is_unsaid, verbs, was_said
from kg.extract.quotes import Quote
from kg.extract.speakers import Speaker, agent_of, noun_phrase_of, plain, speaker_before
from kg.extract.speakers_narrow import can_speak, narrowed
from kg.extract.stance import stance_of
from kg.extract.statements_bounds import shared_speaker
from kg.extract.statements_page import Draft, Page, Unit
from kg.extract.statements_whole import Saying, made_whole, sayings
from kg.model import Stance
from kg.nlp import Token

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OPEN = frozenset({"DET", "ADP", "CCONJ", "SCONJ", "PART", "AUX"})
# what leads the words of a cue, the first of these that there is
_LEADING = (("VERB",), ("NOUN", "ADJ"))
_ANY = (*_LEADING, ("ADP", "ADV", "AUX", "PART", "SCONJ", "PRON"))
_EMPTY = frozenset({"PUNCT", "DET", "ADP", "PART", "CCONJ", "SCONJ", "AUX"})
# a word that is one of these to another has its subject, if it has none of its own
_BELOW = frozenset({"advcl", "xcomp", "conj", "obj", "acl", "obl", "nmod", "ccomp", "dep", "parataxis"})
_LISTS = ("clause", "thing", "blaming")
_CALLS = ("urges", "call", "infinitive")
_NAMINGS = ("identity", "as")
_SHORTEST = 3
_FEWEST = 2
_SAID, _MEANT = "statements.read-as-said", "statements.read-as-meant"


def read_attributed(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The statements of the attributions whose words and cue no draft claims."""
    taken = [False] * len(page.tokens)
    cues: set[Token] = set()
    for told in drafts:
        cues.update(told.cue.words if told.cue is not None else ())
        for low, high in told.content:
            taken[low:high] = [True] * (high - low)
    found: list[Draft] = []
    for saying in sayings(page.parsed.attributions):
        if not cues.isdisjoint(saying.cue):
            continue
        draft = _to_draft(saying, page, taken)
        if draft is None and page.of_politics:
            draft = _meant_by(saying, page, taken)
        if draft is None:
            continue
        found.append(draft)
        for low, high in draft.content:
            taken[low:high] = [True] * (high - low)
    return found


def read_quote(quote: Quote, page: Page, cues: set[Token]) -> Draft | None:
    """The statement of a quote without a speaker by the rules, by the attributions in it; `cues` are spoken for."""
    for attribution in page.parsed.attributions:
        inside = any(quote.first <= token.i < quote.last for token in attribution.content)
        if not inside or not attribution.source:
            continue
        speaker = _source(attribution.source, page)
        if speaker is None or not _is_close(quote, speaker, page):
            continue
        cue = _cue(attribution.cue) if attribution.cue and cues.isdisjoint(attribution.cue) else None
        low = min(speaker.words[0].i, cue.words[0].i if cue else speaker.words[0].i)
        high = max(speaker.words[-1].i, cue.words[-1].i if cue else speaker.words[-1].i) + 1
        stance = Stance.ASSERTS if cue is None else stance_of(cue, "clause", "quote")
        return Draft(((quote.first, quote.last),), cue, speaker, (low, high), stance, "statements.quote-read-as-said")
    return None


def _is_close(quote: Quote, speaker: Speaker, page: Page) -> bool:
    """Whether the speaker is named in the paragraph of a quote or right before it, and outside of it."""
    here = page.parsed.sentence_of(page.tokens[quote.first]).paragraph
    there = page.parsed.sentence_of(speaker.head).paragraph
    return not quote.first <= speaker.head.i < quote.last and there in (here, here - 1)


def _to_draft(saying: Saying, page: Page, taken: list[bool]) -> Draft | None:
    cue = _cue(saying.cue)
    unit = None if cue is None else _unit_of(cue.token, page)
    if cue is None or unit is None:
        return None
    whole = (made_whole(low, high, saying, unit, page) for low, high in saying.pieces)
    free = [piece for piece in whole if _is_beside(*piece, unit, page) and not any(taken[piece[0] : piece[1]])]
    low, high = max(free, key=lambda piece: piece[1] - piece[0], default=(0, 0))
    rule = _rule(low, high, cue, page) if low < high else None
    if rule is None or any(low <= word.i < high for word in cue.words):
        return None
    speaker = _speaker(saying.source, cue, unit, page)
    if speaker is None and not _may_be_nobodys(low, high, cue, page):
        return None
    if speaker is not None and low <= speaker.head.i < high:
        return None
    core = _core(cue, speaker)
    if core[0] < high and low < core[1]:
        core = (cue.words[0].i, cue.words[-1].i + 1)
    return Draft(((low, high),), cue, speaker, core, _stance(cue.token), rule)


def _meant_by(saying: Saying, page: Page, taken: list[bool]) -> Draft | None:
    """What the model reads in a report of politics, whatever its words are; never what is not said."""
    head = _head(saying.cue, _ANY)
    unit = None if head is None else _unit_of(head, page)
    if head is None or unit is None or any(word.is_negated() for word in saying.cue):
        return None
    whole = (made_whole(low, high, saying, unit, page) for low, high in saying.pieces)
    pieces = tuple(piece for piece in whole if not any(taken[piece[0] : piece[1]]))
    words = [token for low, high in pieces for token in page.tokens[low:high]]
    if all(word.pos in _EMPTY or word.tag in _WH for word in words):
        return None
    cue = Cue(head, saying.cue, Verb(dict.fromkeys(("clause", "quote"), _stance(head))))
    speaker = _speaker(saying.source, cue, unit, page) or _antecedent(saying.source, unit) or _doer(head, unit)
    if speaker is not None and speaker.head in words:
        speaker = None
    core = _core(cue, speaker)
    if any(core[0] < high and low < core[1] for low, high in pieces):
        core = (head.i, head.i + 1)
    return Draft(pieces, cue, speaker, core, _stance(head), _MEANT)


def _head(words: tuple[Token, ...], kinds: tuple[tuple[str, ...], ...]) -> Token | None:
    """The word that leads those of a cue: the last of the first kind that there is."""
    for kind in kinds:
        found = next((word for word in reversed(words) if word.pos in kind), None)
        if found is not None:
            return found
    return None


def _unit_of(word: Token, page: Page) -> Unit | None:
    """The unit of speech that a word stands in."""
    return next((unit for unit in page.units if unit.low <= word.i < unit.high), None)


def _core(cue: Cue, speaker: Speaker | None) -> tuple[int, int]:
    """From the first to the last word of a cue and of who speaks."""
    words = (*cue.words, *(speaker.words if speaker is not None else ()))
    return min(word.i for word in words), max(word.i for word in words) + 1


def _antecedent(source: tuple[Token, ...], unit: Unit) -> Speaker | None:
    """Whom a relative word stands for: "a nurse" of "a nurse who backed the strike"."""
    verb = source[0].head if source and source[0].tag in _WH else None
    while verb is not None and verb.rel != "acl:relcl":
        verb = verb.head
    return None if verb is None or verb.head is None else noun_phrase_of(verb.head, unit.low, source[0].i)


def _doer(head: Token, unit: Unit) -> Speaker | None:
    """Who does what a noun or participle tells: "the mayor's support for", "hinting at a deal, the mayor left"."""
    owner = head.child("nmod:poss") if head.pos == "NOUN" else None
    if owner is not None and unit.low <= owner.i < head.i:
        return noun_phrase_of(owner, unit.low, head.i)
    above = None if head.tag == "VBN" or (head.is_verb() and head.is_passive()) else head
    while above is not None:
        subject = above.child("nsubj")
        if subject is not None and subject.tag not in _WH:
            return noun_phrase_of(subject, unit.low, unit.high)
        above = above.head if above.rel in _BELOW else None
    return None


def _cue(words: tuple[Token, ...]) -> Cue | None:
    """The words of saying with the one that leads them; None where nothing was said."""
    head = _head(words, _LEADING)
    if head is None or (head.lemma in cue_words("handing") and head.lower.endswith("ing")):
        return None
    # "went on to explain": said, as the finite verb tells
    first = next((word for word in words if word.pos == "VERB"), head)
    tellers = (first,) if head.tag == "VB" else (first, head)
    if any(word.is_negated() or (word.is_verb() and not was_said(word)) for word in tellers):
        return None
    known = cue_at(head)
    if (known is not None and is_unsaid(known)) or (known is None and _is_refused(head)):
        return None
    return Cue(head, words, Verb(dict.fromkeys(("clause", "quote"), _stance(head))))


def _stance(verb: Token) -> Stance:
    """The stance that a verb of saying shows first of all."""
    if verb.lemma in cue_words("attributed", "blaming"):
        return Stance.BLAMES
    return next(iter(verbs().get(verb.lemma, Verb({})).takes.values()), Stance.ASSERTS)


def _is_refused(head: Token) -> bool:
    """Whether the rules know the verb and take it for no saying here: "the patrol found that"."""
    return head.lemma in verbs() and (head.tag in _FINITE or (head.tag == "VBN" and head.rel == "acl"))


def _rule(low: int, high: int, cue: Cue, page: Page) -> str | None:
    """By what rule these words are believed to be told by such a word; None where they are not."""
    words = [token for token in page.tokens[low:high] if token.pos != "PUNCT"]
    lemma, takes = cue.token.lemma, verbs().get(cue.token.lemma, Verb({})).takes
    wide = _MEANT if page.of_talk else None
    if len(words) < (_SHORTEST if wide is None else _FEWEST) or words[-1].pos in _OPEN or words[0].tag in ("WDT", "WP"):
        return None
    quote = page.quote_at(low)
    if (words[0].lower != "to" and _is_clause(words)) or (quote is not None and quote.verbal):
        if lemma in cue_words("opinions") or lemma in cue_words("attributed", "thinking"):
            return _MEANT
        named = lemma in cue_words("nouns", "clause") or any(lemma in cue_words("attributed", n) for n in _LISTS)
        return _SAID if named or "clause" in takes or "quote" in takes else wide
    if any(way in takes for way in _CALLS) and any(word.lower == "to" and word.pos == "PART" for word in words):
        return _SAID
    if any(way in takes for way in _NAMINGS) and any(word.lower == "as" for word in words[1:-1]):
        # "named the dead men as Bello and Rahal"
        return _SAID
    doomed = any(word.lemma in cue_words("sentences") for word in words)
    judges = lemma in cue_words("judging") or lemma in cue_words("attributed", "blaming") or "charge" in takes
    if judges:
        return None if doomed else _SAID
    noun = words[0].pos not in ("ADP", "VERB", "PART") and lemma in cue_words("attributed", "attitudes")
    wish = words[0].lower == "to" and lemma in cue_words("attributed", "wishes")
    return wide if wish or noun else None


def _is_clause(words: list[Token]) -> bool:
    """Whether the words are a clause: a finite verb with its subject, that belongs to no noun among them."""
    inside = set(words)
    for verb in words:
        if verb.tag not in _FINITE and not any(child.tag in _FINITE and child in inside for child in verb.children):
            continue
        own = any(child.rel.startswith("nsubj") and child in inside for child in verb.children)
        above: Token | None = verb
        while own and above in inside and above is not None and not above.rel.startswith("acl"):
            above = above.head
        if own and above not in inside:
            return True
    return False


def _may_be_nobodys(low: int, high: int, cue: Cue, page: Page) -> bool:
    """Whether nobody in particular may say these words: "it is claimed the bridge is gone", "reports that it is"."""
    verb = cue.token
    unsure = page.of_talk and verb.is_verb() and verb.lemma not in verbs()
    return (verb.pos == "NOUN" or verb.is_passive() or unsure) and _is_clause(list(page.tokens[low:high]))


def _is_beside(low: int, high: int, unit: Unit, page: Page) -> bool:
    """Whether the words lie in the sentence of their cue, or are a quote right beside it in its paragraph."""
    if low >= high or (unit.low <= low and high <= unit.high):
        return low < high
    between = page.tokens[high : unit.low] if high <= unit.low else page.tokens[unit.high : low]
    near = all(token.pos == "PUNCT" for token in between) and (high <= unit.low or unit.high <= low)
    sentences = page.parsed.sentences
    here, there = (sentences[page.tokens[i].sentence].paragraph for i in (unit.low, low))
    return near and here == there and page.quote_of[low] >= 0


def _speaker(source: tuple[Token, ...], cue: Cue, unit: Unit, page: Page) -> Speaker | None:
    """The source, or the verb's subject where the source is a part of it, or there is none."""
    named, subject = _source(source, page), _subject(cue, unit, page)
    if cue.token.is_verb() and cue.token.is_passive() and source and source[0].i < cue.token.i:
        # "both sides are accused of": they do not speak
        return subject
    if named is None or (subject is not None and set(named.words) < set(subject.words)):
        return subject
    return named


def _source(source: tuple[Token, ...], page: Page) -> Speaker | None:
    """The source as a speaker, without what tells more of it; None where it stands for words elsewhere."""
    words = plain(source)
    while words and words[-1].pos in _OPEN:
        words = words[:-1]
    inside = set(words)
    tops = [word for word in words if word.pos in _NOMINAL and (word.head is None or word.head not in inside)]
    if not tops or tops[0].tag in _WH or words[0].tag in _WH:
        return None
    return narrowed(Speaker(tops[0], words), page.tokens, page.names)


def _subject(cue: Cue, unit: Unit, page: Page) -> Speaker | None:
    """The speaker by the rules, where the model names none; only somebody who can speak."""
    verb = cue.token
    if not verb.is_verb():
        return None
    relative = verb.child("nsubj")
    if verb.rel == "acl:relcl" and verb.head is not None and relative is not None and relative.tag in _WH:
        return noun_phrase_of(verb.head, unit.low, relative.i)
    if verb.is_passive():
        return agent_of(verb)
    shares = verb.child("nsubj") is None and (verb.rel == "conj" or verb.tag == "VBG")
    speaker = shared_speaker(verb, unit.low) if shares else speaker_before(verb, page.tokens, unit.low)
    if speaker is not None and speaker.head.tag in _WH:
        # "the regime, which denied the raid and described it as"
        speaker = _antecedent(speaker.words, unit)
    if speaker is None:
        return None
    speaker = narrowed(speaker, page.tokens, page.names)
    return speaker if can_speak(speaker.head, page.names) else None
