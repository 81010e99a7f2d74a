"""Reads statements whose content is no clause: "confirmed the toll", "urged both sides to stop"."""

from kg.extract.cues import Cue, claimant_behind, cue_at, cue_words, guilt_of, lost_its_subject, phrase_at
from kg.extract.speakers import Speaker, agent_of, noun_phrase_of, speaker_before
from kg.extract.speakers_narrow import narrowed
from kg.extract.stance import stance_of
from kg.extract.statements_bounds import shared_speaker
from kg.extract.statements_page import Draft, Page, Unit
from kg.extract.statements_told import has_to, run_of, told_thing, without_relative
from kg.nlp import Token

# the words between "at" and its number
_BOUNDS = 4
# how far "as" may stand behind who is identified
_NEAR = 10


def read_thing(cue: Cue, unit: Unit, page: Page) -> Draft | None:
    """The statement of a verb that takes a noun, an -ing clause or an infinitive as what is said."""
    takes = cue.verb.takes
    for way, find in _WAYS.items():
        if way not in takes:
            continue
        words = _before_next(find(cue, unit))
        if not words or (way == "charge" and words[0].pos == "ADP"):
            # "the attack, which the council blamed on rebels": who is blamed, but not for what
            continue
        speaker = _speaker(cue, unit, page)
        passive = way == "thing" and cue.token.is_passive() and cue.token.lemma in ("confirm", "deny")
        if speaker is None and not passive and not _is_said_along(cue.token):
            continue
        low, high = words[0].i, words[-1].i + 1
        core = (min(cue.token.i, speaker.words[0].i if speaker else cue.token.i), cue.words[-1].i + 1)
        return Draft(((low, high),), cue, speaker, core, stance_of(cue, way), _RULES[way])
    return None


def _before_next(words: list[Token]) -> list[Token]:
    """The words up to the next saying: "identified the dead man as a nurse | adding that"."""
    cut = next((n for n, t in enumerate(words) if n and t.tag == "VBG" and t.lemma == "add"), len(words))
    return words[: cut - (cut < len(words) and words[cut - 1].text == ",")]


def _is_said_along(token: Token) -> bool:
    """Whether a participle tells what its clause's subject says, or what a telling says: "a statement condemning"."""
    tellers = cue_words("nouns", "telling") | cue_words("nouns", "protests")
    about = token.rel == "acl" and token.head is not None and token.head.lemma not in tellers
    # "with a nurse reporting families streaming in"
    beside = any(child.lower == "with" for child in token.children)
    return token.tag == "VBG" and (beside or not about)


def _speaker(cue: Cue, unit: Unit, page: Page) -> Speaker | None:
    if cue.token.is_passive() and not lost_its_subject(cue.token):
        behind = claimant_behind(cue.token) if cue.token.lemma == "claim" and cue.token.agent() is None else None
        return agent_of(cue.token) if behind is None else noun_phrase_of(behind, cue.token.i + 2, unit.high)
    if cue.token.rel == "conj" and cue.token.child("nsubj") is None:
        shared = shared_speaker(cue.token, unit.low)
        if shared is not None:
            return shared
    if cue.token.tag == "VBG" and cue.token.child("nsubj") is None:
        return None
    speaker = speaker_before(cue.token, page.tokens, unit.low)
    return None if speaker is None else narrowed(speaker, page.tokens, page.names)


def _gerund(cue: Cue, unit: Unit) -> list[Token]:
    """What is denied, as in "denied shelling the clinic"."""
    near = cue.token.dependents("xcomp", "ccomp", "advcl")
    clause = next((c for c in near if c.tag == "VBG" and c.i > cue.token.i and cue_at(c) is None), None)
    return [] if clause is None else run_of([t for t in _own(clause) if t.i > cue.token.i], unit)


def _own(clause: Token) -> list[Token]:
    """The words of a clause without those of a next one joined to it: "denied theft, and the mayor denied it too"."""
    later = [t for t in clause.subtree() if t.rel == "conj" and t.is_verb()]
    # "to release the films and called on them to": the next deed, not the next wish
    # "and enable it to stay": no subject of its own, though read as one
    owned = [t for t in later if any(c.rel == "nsubj" and c.i < t.i for c in t.children)]
    joined = [*owned, *(t for t in later if clause.tag == "VB" and t.tag in ("VBD", "VBZ"))]
    dropped = {word for verb in joined if verb.i > clause.i for word in verb.subtree()}
    return [t for t in clause.subtree() if t not in dropped]


def _infinitive(cue: Cue, unit: Unit) -> list[Token]:
    """What is vowed, as in "vowed to fight on"."""
    # a day between the two may take the clause to itself: "vowed on Tuesday to fight on"
    near = [
        *cue.token.dependents("xcomp", "ccomp", "advcl"),
        *(c for day in cue.token.modifiers() for c in day.children),
    ]
    clause = next((c for c in near if c.i > cue.token.i and c.is_verb() and has_to(c)), None)
    return [] if clause is None else run_of([t for t in _own(clause) if t.i > cue.token.i], unit)


def _urged(cue: Cue, unit: Unit) -> list[Token]:
    """What others are to do, as in "urged the two sides to hold their fire"."""
    obj = cue.token.child("obj", "iobj")
    for clause in (
        *cue.token.dependents("xcomp", "ccomp", "advcl"),
        *(obj.dependents("acl") if obj is not None else ()),
    ):
        if clause.i > cue.token.i and has_to(clause):
            to = next(c for c in clause.children if c.lower == "to")
            return run_of([t for t in _own(clause) if t.i >= to.i], unit)
    return []


def _called(cue: Cue, unit: Unit) -> list[Token]:
    """What is called for, as in "called on the army to withdraw", "called for a ceasefire"."""
    if any(_is_particle(c) or (c.lower == "in" and c.i == cue.token.i + 1) for c in cue.token.children):
        # "called in sick for three days"
        return []
    infinitive = _urged(cue, unit)
    on = cue.token.modifiers("on", "upon", "to") or _glued(cue.token, "on", "upon")
    if on and not infinitive:
        clause = next((c for noun in on for c in noun.dependents("acl", "xcomp") if has_to(c)), None)
        if clause is not None:
            infinitive = run_of([t for t in clause.subtree() if t.lower != "on"], unit)
    if infinitive and (on or cue.token.lemma == "appeal"):
        return infinitive
    wanted = cue.token.modifiers("for") or _led_by_for(cue.token)
    if wanted:
        goal = next(
            (c for c in cue.token.dependents("xcomp", "advcl", "ccomp") if has_to(c) and c.i > wanted[0].i), None
        )
        words = [*wanted[0].subtree(), *(goal.subtree() if goal is not None else ())]
        return run_of([t for t in words if not (t.head is wanted[0] and t.rel == "case")], unit)
    ending = next(
        (c for c in cue.token.dependents("advcl", "ccomp", "xcomp") if c.tag == "VBG" and c.i > cue.token.i), None
    )
    led = ending is not None and any(c.lower == "for" and c.rel == "mark" for c in ending.children)
    # "called for ending the siege"
    led = led or bool(_glued(cue.token, "for"))
    return run_of([t for t in _own(ending) if t.lower != "for" or t.head is not ending], unit) if led and ending else []


def _is_particle(child: Token) -> bool:
    """Whether a word makes another verb of "call": "called off the march", never "called on", "called for"."""
    return child.rel == "compound:prt" and child.lower not in ("on", "upon", "for")


def _glued(verb: Token, *prepositions: str) -> tuple[Token, ...]:
    """The preposition right behind "call", where the parser took the two for one verb."""
    return tuple(c for c in verb.dependents("compound:prt") if c.lower in prepositions and c.i == verb.i + 1)


def _led_by_for(verb: Token) -> tuple[Token, ...]:
    """The noun behind "for", where the parser took the two words for one verb: "called for a truce"."""
    obj = verb.child("obj")
    if obj is None or not any(child.lower == "for" and verb.i < child.i < obj.i for child in verb.children):
        return ()
    return (obj,)


def _charged(cue: Cue, unit: Unit) -> list[Token]:
    """The blamed and the deed, as in "accused the army of shelling the camp", "blamed the rebels for the blast"."""
    guilt = guilt_of(cue.token) if cue.token.lemma == "hold" else None
    obj = cue.token.child("obj", "nsubj:pass") or (guilt.child("nsubj") if guilt is not None else None)
    if obj is None or (cue.token.is_passive() and cue.token.agent() is None):
        return []
    deed = next(
        (
            c
            for c in (*cue.token.children, *obj.children, *(guilt.children if guilt is not None else ()))
            if c.i > cue.token.i and any(m.lower in ("of", "for") for m in c.children)
        ),
        None,
    )
    if cue.token.is_passive():
        return run_of([t for t in deed.subtree() if t.i > deed.children[0].i], unit) if deed is not None else []
    on = next((c for c in (*cue.token.modifiers("on"), *obj.modifiers("on")) if c.name not in ("DATE", "TIME")), None)
    if deed is None and cue.token.lemma == "blame":
        deed = on
    if deed is None and (cue.token.lemma == "accuse" or obj.pos == "PRON"):
        return []
    words = sorted({*obj.subtree(), *(deed.subtree() if deed is not None else ())}, key=lambda t: t.i)
    return run_of([t for t in words if t.i > cue.token.i], unit)


def _named(cue: Cue, unit: Unit) -> list[Token]:
    """What it is called, as in "calling it a diversion from the main campaign"."""
    obj = next((c for c in cue.token.dependents("obj", "nsubj") if c.i > cue.token.i), None)
    near = (
        *cue.token.dependents("xcomp", "ccomp", "obj"),
        *(obj.dependents("obj", "xcomp") if obj is not None else ()),
    )
    name = next((c for c in near if c.i > cue.token.i and c is not obj), None)
    if obj is not None and obj.lower.endswith(("self", "selves")):
        # "a man who calls himself Abu Omar": his name, not his words
        return []
    if obj is None or name is None or obj.i < cue.token.i or name.pos not in ("NOUN", "PROPN", "ADJ"):
        return []
    # "called the raid a crime", "called it a crime": the pronoun tells nothing
    first = obj.i + 1 if obj.pos == "PRON" else obj.subtree()[0].i
    above = {t for t in cue.token.subtree() if t.i >= first}
    return run_of(sorted(above | set(name.subtree()), key=lambda t: t.i), unit)


def _identified(cue: Cue, unit: Unit) -> list[Token]:
    """Who is named as whom, as in "identified one of the dead as a nurse"."""
    obj = cue.token.child("obj")
    if obj is None or obj.i < cue.token.i or cue.token.is_passive():
        return []
    words = [t for t in cue.token.subtree() if t.i >= obj.subtree()[0].i]
    return run_of(words, unit) if any(t.lower == "as" and obj.i < t.i < obj.i + _NEAR for t in words) else []


def _as(cue: Cue, unit: Unit) -> list[Token]:
    """As what it is seen, in "is regarded by the ministry as the strongest force"."""
    obj = cue.token.child("obj")
    near = (*cue.token.children, *(obj.children if obj is not None else ()))
    said = next((c for c in near if c.i > cue.token.i and _opener(c) is not None), None)
    if said is None or (said is obj and not cue.token.is_passive()):
        return []
    if obj is not None and obj.pos != "PRON" and cue.token.i < obj.i < said.i and not cue.token.is_passive():
        # "described the vote as a farce", not "described it as a farce": the pronoun tells nothing
        first = obj.subtree()[0].i
        return run_of([t for t in cue.token.subtree() if first <= t.i <= said.subtree()[-1].i], unit)
    return run_of([t for t in said.subtree() if t is not _opener(said)], unit)


def _opener(noun: Token) -> Token | None:
    """The "as" before a noun or adjective: "as the strongest force", whatever the parser took it for."""
    if noun.is_verb() and not noun.text.isupper():
        return None
    first = noun.subtree()[0]
    return first if first.lower == "as" and first.rel in ("case", "mark") and first is not noun else None


def _toll(cue: Cue, unit: Unit) -> list[Token]:
    """The number given, as in "put the death toll at 16", "gave a lower toll of 31"."""
    obj = cue.token.child("obj")
    if obj is None or obj.i < cue.token.i or obj.lemma not in cue_words("nouns", "toll"):
        return []
    words = without_relative(obj)
    if cue.token.lemma in ("put", "estimate"):
        # "put the number of those who fled in March at 2,000": whatever the parser hung it on
        below = cue.token.subtree()
        led = [t for t in below if t.tag == "CD" and _is_led_by_at(t, below)]
        at = next(
            (t for t in (*below, *led) if t.i > obj.i and _counts(t) and (t.preposition() == "at" or t in led)), None
        )
        if at is None:
            return []
        above = {*obj.subtree(), *at.subtree()}
        words = [t for t in cue.token.subtree() if obj.i < t.i < at.i and t not in above]
        words = sorted({*above, *words}, key=lambda t: t.i)
    return run_of(words, unit)


def _is_led_by_at(number: Token, words: list[Token]) -> bool:
    """Whether "at" stands before a number, but for words of its bounds: "at more than 2,000"."""
    before = [word for word in words if number.i - _BOUNDS <= word.i < number.i]
    at = next((word.i for word in reversed(before) if word.lower == "at"), None)
    return at is not None and not any(word.i > at and word.pos in ("NOUN", "PROPN", "VERB") for word in before)


def _counts(token: Token) -> bool:
    return token.tag == "CD" or any(child.tag == "CD" for child in token.children)


def _warned(cue: Cue, unit: Unit) -> list[Token]:
    """Of what is warned, as in "warned of further raids"."""
    danger = next(iter(cue.token.modifiers("of", "about", "against")), None)
    if danger is None or danger.i < cue.token.i:
        return []
    return run_of([t for t in danger.subtree() if not (t.head is danger and t.rel == "case")], unit)


def _phrased(cue: Cue, unit: Unit) -> list[Token]:
    """Of what is said by a phrase: "raised concerns over the raids", "spoke out against the raids"."""
    found = phrase_at(cue.token)
    if found is None:
        return []
    _, word, noun = found
    words = [t for t in cue.token.subtree() if word.i <= t.i <= noun.i] if "whole" in cue.verb.takes else []
    first = min((t.i for t in without_relative(word)), default=word.i)
    lead = [t for t in cue.token.subtree() if first <= t.i < word.i] if words else []
    led = max(t.i for t in noun.children if t.i < noun.i and t.pos in ("ADP", "SCONJ") and t.i > word.i)
    own = [t for t in without_relative(noun) if t.i > led]
    return run_of(sorted({*lead, *words, *own}, key=lambda t: t.i), unit)


_WAYS = {
    "charge": _charged, "urges": _urged, "call": _called, "naming": _named, "identity": _identified, "as": _as,
    "toll": _toll, "thing": told_thing, "gerund": _gerund, "infinitive": _infinitive, "danger": _warned,
    "whole": _phrased, "behind": _phrased,
}  # fmt: skip
_RULES = {
    "thing": "statements.told-of-a-thing", "gerund": "statements.denied-doing", "infinitive": "statements.vowed-to",
    "urges": "statements.urged-to", "call": "statements.called-for", "charge": "statements.accused-of",
    "naming": "statements.called-it", "identity": "statements.identified-as",
    "as": "statements.described-as", "toll": "statements.put-the-toll-at",
    "danger": "statements.warned-of", "whole": "statements.phrase-of-saying", "behind": "statements.phrase-of-saying",
}  # fmt: skip
