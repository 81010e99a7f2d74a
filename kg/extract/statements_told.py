"""Reads what is told as a noun: "confirmed the toll", "condemned the raid", "claimed responsibility for it"."""

from kg.extract.cues import Cue, claimant_behind, cue_at, cue_words
from kg.extract.statements_page import Unit
from kg.nlp import Token

_PLACES = frozenset({"in", "at", "on", "near", "against", "outside", "inside", "around", "across", "for"})


def told_thing(cue: Cue, unit: Unit) -> list[Token]:
    """What is confirmed, in the passive the subject: "the death toll was confirmed"."""
    if cue.token.lemma == "claim" and cue.token.rel in ("acl", "acl:relcl"):
        return _claimed(cue.token, unit)
    scene = _scene(cue.token)
    if scene:
        return run_of(scene, unit)
    thing = cue.token.child("nsubj:pass") if cue.token.is_passive() else _object(cue) or _behind_terms(cue)
    if thing is None or (thing.i < cue.token.i and not cue.token.is_passive()):
        return []
    if thing.pos == "DET":
        # "rejected any and all excuses"
        thing = next((child for child in thing.conjuncts() if child.pos == "NOUN"), thing)
    if not _may_be_told(cue.token, thing):
        return []
    words = without_relative(thing)
    wish = next((c for c in cue.token.dependents("advcl", "xcomp") if c.i > thing.i and has_to(c)), None)
    if thing.lemma in cue_words("nouns", "call") and wish is not None and thing.i > cue.token.i:
        # "rejected calls by the council to halt the raids", whatever the parser hung the rest on
        last = wish.subtree()[-1].i
        return run_of([t for t in cue.token.subtree() if words[0].i <= t.i <= last and not _is_reason(t, wish)], unit)
    for child in cue.token.children:
        place = child.rel == "obl" and child.preposition() in _PLACES and child.name not in ("DATE", "TIME")
        goal = child.rel == "advcl" and has_to(child)
        first = min(t.i for t in child.subtree())
        if (
            thing.i > cue.token.i
            and first == words[-1].i + 1
            and (place or goal)
            and child.lemma not in cue_words("nouns", "telling") | {"term"}
        ):
            words.extend(without_relative(child))
    return run_of(words, unit)


def _scene(verb: Token) -> list[Token]:
    """What is reported to be going on: "reported families streaming into the clinic", read as a clause."""
    clause = verb.child("ccomp", "xcomp") if verb.lemma == "report" else None
    if clause is None or clause.tag != "VBG" or clause.child("mark", "aux") is not None or cue_at(clause) is not None:
        return []
    own = clause.child("nsubj") or verb.child("obj")
    if own is None or not verb.i < own.i < clause.i:
        return []
    return sorted({*own.subtree(), *clause.subtree()}, key=lambda t: t.i)


def _object(cue: Cue) -> Token | None:
    """What is told, also where the parser takes the noun for a clause: "reported bombardment on the north"."""
    obj = cue.token.child("obj")
    if obj is not None:
        return obj
    clause = cue.token.child("ccomp")
    bare = clause is not None and clause.pos == "NOUN" and clause.child("nsubj", "cop", "mark", "aux") is None
    return clause if bare else None


def _claimed(verb: Token, unit: Unit) -> list[Token]:
    """What is claimed by who stands behind it: "an attack" of "died in an attack claimed by the brigade"."""
    thing, led = verb.head, verb.child("obj")
    if thing is None or thing.i > verb.i or thing.lemma not in cue_words("nouns", "claimed"):
        return []
    relative = verb.rel == "acl:relcl" and led is not None and led.tag in ("WDT", "WP")
    if not relative and claimant_behind(verb) is None:
        return []
    # "in January another attack claimed by": the day may hang on the participle
    own = verb.subtree()
    start = next(t.i for t in own if t.i > thing.i)
    apart = {*own, *thing.dependents("case")}
    words = [t for t in without_relative(thing) if t.i < start and t not in apart]
    if any(t.tag in ("WDT", "WP") for t in words):
        # "bomb attacks many of which have been claimed by"
        words = [t for t in words if t.i <= thing.i]
    while words and words[-1].pos == "PUNCT":
        words.pop()
    return run_of(words, unit)


def _behind_terms(cue: Cue) -> Token | None:
    """What is condemned where the words for how strongly stand first: "condemns in the strongest terms the attack"."""
    terms = next((noun for noun in cue.token.modifiers("in") if noun.lemma in ("term", "word")), None)
    if terms is None or cue.token.lemma not in cue_words("judging"):
        return None
    return next((c for c in terms.children if c.rel == "nmod" and c.i > terms.i), None)


def _is_reason(word: Token, wish: Token) -> bool:
    """Whether a word belongs to what the speaker adds of its own: "... to halt the raids as it believes that"."""
    return word.i > wish.i and wish not in (word, *word.ancestors())


def _may_be_told(verb: Token, thing: Token) -> bool:
    if verb.lemma in cue_words("judging", "greeting"):
        return thing.pos == "NOUN" and thing.lemma not in cue_words("nouns", "persons")
    if verb.lemma in cue_words("judging"):
        # "condemned the murder", never "condemned nine men to death"
        fates = (*verb.modifiers("to"), *(c for c in thing.children if c.lemma in cue_words("sentences")))
        return thing.pos in ("NOUN", "PROPN") and not fates
    if verb.lemma == "announce" and thing.pos == "NOUN" and thing.lemma not in cue_words("nouns", "persons"):
        # whatever is announced is said: "announced the funding of a clinic"
        return True
    # "reported dozens of families streaming"
    some = next(iter(thing.modifiers("of")), None)
    fate = thing.child("acl") or (None if some is None else some.child("acl"))
    if verb.lemma in ("report", "confirm") and fate is not None and fate.tag == "VBN" and thing.child("nummod"):
        # "reported nine nurses killed"
        return fate.lemma in cue_words("fates")
    if verb.lemma == "report" and fate is not None and fate.tag == "VBG" and cue_at(fate) is None:
        # "reported families streaming into the clinic"
        return True
    return thing.lemma in cue_words("nouns", "claimed" if verb.lemma == "claim" else "told")


def without_relative(head: Token) -> list[Token]:
    """The noun phrase; "that killed 12" stays, which tells which one it is, and "which killed 12" goes."""
    dropped: set[Token] = set()
    for inner in head.subtree():
        if (inner.rel == "acl:relcl" and not _tells_which(inner)) or (
            inner.rel == "acl" and inner.tag == "VBG" and cue_at(inner) is not None
        ):
            dropped.update(inner.subtree())
        elif inner.rel == "nmod" and inner.preposition() == "in" and inner.lemma in cue_words("nouns", "telling"):
            # "claimed responsibility for the blast in a statement"
            dropped.update(inner.subtree())
    return [t for t in head.subtree() if t not in dropped]


def _tells_which(verb: Token) -> bool:
    """Whether a relative clause tells which one is meant: "the attack that killed 12", never "that rebels say was"."""
    first = verb.subtree()[0]
    return first.lower == "that" and first.rel in ("nsubj", "nsubj:pass") and cue_at(verb) is None


def run_of(words: list[Token], unit: Unit) -> list[Token]:
    """The words that stand in the unit."""
    return [t for t in words if unit.low <= t.i < unit.high]


def has_to(verb: Token) -> bool:
    """Whether "to" stands before a verb."""
    return any(c.lower == "to" and c.i < verb.i for c in verb.children)
