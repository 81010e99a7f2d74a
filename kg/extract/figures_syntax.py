"""What became of counted people by the verb or noun that governs them."""

from kg.extract.figures_there import by_fielding, by_siege
from kg.extract.figures_words import (
    Fate,
    auxiliaries,
    is_shared,
    is_shared_noun,
    kind_of_group,
    kind_of_patient,
    kinds_of,
    word_list,
)
from kg.extract.parties import Counted, type_of_word
from kg.model import FigureKind, PartyType
from kg.nlp import Token
from kg.resources import read_table

_FARTHEST_CLIMB = 5
_FARTHEST_WORD = 25
_HARM = (FigureKind.KILLED, FigureKind.WOUNDED)
_SUBJECTS = ("nsubj", "nsubj:pass")
_WANTED = frozenset(("suspect", "prisoner", "detainee", "inmate"))
_SURRENDER_IDIOMS = (("give", "up"), ("turn", "in"), ("hand", "over"))


def find_by_syntax(counted: Counted) -> Fate | None:
    """What became of the people, climbing from them through lists and collections to a verb or noun that tells."""
    token = counted.anchor
    if token.child("cop") is not None and (among := token.modifiers("among", "amongst")):
        return _by_membership(among[0])  # "among the dead were six children"
    for _ in range(_FARTHEST_CLIMB):
        head = token.head
        if head is None:
            return None
        fate = _by_relation(token, head, counted)
        if fate is not None:
            return fate if abs(fate.word.i - counted.anchor.i) <= _FARTHEST_WORD else None
        climbs = token.rel in ("conj", "appos") or (
            token.rel == "nmod"
            and (token.preposition() in word_list("parts") or (token.preposition() == "of" and _collects(head)))
        )
        if not climbs or head.is_verb():
            return None
        token = head
    return None


def _collects(token: Token) -> bool:
    return token.lemma.lower() in read_table("people.toml")["collections"]["nouns"]


def _by_relation(token: Token, head: Token, counted: Counted) -> Fate | None:
    if (
        token.rel in _SUBJECTS
        and head.i < counted.anchor.i
        and any(one.i < head.i for one in head.dependents(*_SUBJECTS))
    ):
        return None  # "a woman was killed and | twenty villagers were treated", hung on the woman or the killing
    if token.rel == "obj":
        return _by_object(token, head, counted)
    if token.rel == "nsubj:pass":
        for verb in (head, *head.conjuncts()):  # "two men carrying flags were shot and | killed"
            kind = kind_of_patient(verb, counted.head)
            own = verb is head or (verb.tag == "VBN" and verb.child("nsubj", "nsubj:pass", "aux", "obj") is None)
            if own and kind is not None and not is_shared(verb):
                return Fate(kind, verb, "figures.passive", head)
        if head.lemma in word_list("moving_out") and _goes_out(head) and counted.head is not None:
            return _moved_out(counted.head, head)
        if head.lemma in word_list("losing") and counted.head is not None and counted.head.lemma == "life":
            return Fate(FigureKind.KILLED, head, "figures.lives", head)  # "22 lives were lost"
        among = (group for part in head.modifiers("among", "amongst") if (group := _by_membership(part)) is not None)
        return next(among, None) or _by_complement(token, head, counted)  # "three were identified among those killed"
    if token.rel == "nsubj":
        return _by_subject(head, counted)
    if token.rel == "conj" and head.is_verb() and (first := head.child("obj")) is not None and first.i < token.i:
        return _by_object(token, head, counted)  # "killing a couple and their three children"
    if token.rel == "obl":
        return _by_company(token, head)
    # "the lives of 900 people | injured 2,000 others": the preposition hung on the verb
    if token.rel == "nmod" and "of" in (token.preposition(), *(one.preposition() for one in token.dependents("acl"))):
        return _by_noun(head, counted)
    return None


def _by_noun(noun: Token, counted: Counted) -> Fate | None:
    """By a noun that governs them: "the deaths of 12 people", "claimed the lives of 40", "a force of 5,000"."""
    verb = noun.head
    if noun.lemma == "life":
        lost = verb is not None and verb.lemma in word_list("losing")
        return Fate(FigureKind.KILLED, noun, "figures.lives", verb) if lost else None
    if noun.lemma in ("body", "corpse") and not noun.is_plural():
        found = verb is not None and verb.lemma in word_list("finding")
        return Fate(FigureKind.KILLED, noun, "figures.bodies", verb) if found else None
    if noun.lemma == "fate":
        return _by_unknown_fate(noun)
    kind = kinds_of("noun").get(noun.lemma.lower())
    if kind is not None and is_shared_noun(noun):
        return None
    if kind is not FigureKind.STRENGTH:
        return None if kind is None else Fate(kind, noun, "figures.noun-of")
    armed = counted.head is None or type_of_word(counted.head) is PartyType.COMBATANTS
    return Fate(kind, noun, "figures.force") if armed else None


def _by_unknown_fate(fate: Token) -> Fate | None:
    """By their fate being unknown: "the fate of 40 others remains unclear"."""
    above = fate.head
    told = () if above is None else (above, *above.dependents("xcomp", "advcl", "amod", "obj"))
    word = next((one for one in told if one.lemma.lower() in word_list("unknown")), None)
    return None if word is None else Fate(FigureKind.MISSING, word, "figures.state", above)


def _by_object(token: Token, verb: Token, counted: Counted) -> Fate | None:
    lemma = verb.lemma.lower()
    kind = kind_of_patient(verb, counted.head)
    if kind in _HARM and verb.child("aux:pass") is not None:
        return None  # "three were killed and | twenty others suffered", hung on the killing
    if kind is not None and (counted.head is not None or kind in _HARM):
        return None if is_shared(verb) else Fate(kind, verb, "figures.object", verb, verb.subject())
    named = counted.head
    if named is not None and lemma in word_list("losing"):
        fallen = type_of_word(named) is PartyType.COMBATANTS or named.lemma in word_list("lost")
        if named.lemma == "life" or (lemma == "lose" and fallen):
            loser = verb.subject() if lemma == "lose" else None
            return Fate(FigureKind.KILLED, verb, "figures.lives", verb, loser)
        if lemma == "claim" and type_of_word(named) is PartyType.CIVILIANS:
            return Fate(FigureKind.KILLED, verb, "figures.lives", verb)
    if lemma in word_list("forcing") and any(part.lemma in ("home", "house") for part in _sources(token, verb)):
        return Fate(FigureKind.DISPLACED, verb, "figures.forced-to-flee", verb)  # "forced thousands from their homes"
    if lemma in word_list("forcing"):
        for complement in verb.dependents("xcomp", "ccomp", "advcl"):
            if complement.lemma in ("flee", "leave", "abandon", "evacuate") and complement.i > token.i:
                return Fate(FigureKind.DISPLACED, complement, "figures.forced-to-flee", verb)
    if lemma in word_list("letting"):
        for complement in verb.dependents("xcomp", "ccomp", "advcl"):
            if complement.lemma in word_list("going_out"):
                return Fate(FigureKind.EVACUATED, complement, "figures.let-out", verb)
    if named is not None and lemma in word_list("moving_out") and (_goes_out(verb) or _is_carried(verb, named)):
        return _moved_out(named, verb)
    if lemma == "include" and (subject := verb.child("nsubj")) is not None:
        return _by_membership(subject)  # "the dead include 14 children"
    return _by_complement(token, verb, counted) or by_fielding(counted, verb)


def _sources(people: Token, verb: Token) -> tuple[Token, ...]:
    """What they are driven out of, wherever the parser hangs it."""
    return (*verb.modifiers("from", "out of", "of out"), *people.modifiers("from", "out of", "of out"))


def _moved_out(people: Token, verb: Token) -> Fate:
    """Brought out of somewhere, or pulled out dead: "two bodies were brought out of the mine"."""
    if people.lemma in ("body", "corpse"):
        return Fate(FigureKind.KILLED, people, "figures.bodies", verb)
    left = any(part.preposition().startswith(("out", "of", "from", "to")) for part in verb.modifiers())
    if verb.lemma == "take" and type_of_word(people) is PartyType.COMBATANTS and not left:
        return Fate(FigureKind.KILLED, verb, "figures.object", verb)  # "have taken out seven commanders"
    return Fate(FigureKind.EVACUATED, verb, "figures.moved-out", verb)


def _goes_out(verb: Token) -> bool:
    """Whether people are taken out of somewhere: "brought out", "carried out of the town"."""
    return any(child.lower == "out" for child in verb.children) or any(
        part.preposition().startswith("out") for part in verb.modifiers()
    )


def _is_carried(verb: Token, people: Token) -> bool:
    """Whether a convoy takes people away: "a convoy carrying 300 people left", "buses took 300 people to it"."""
    if type_of_word(people) is PartyType.COMBATANTS:
        return False
    vehicle = verb.head if verb.rel in ("acl", "acl:relcl") else verb.subject()
    if vehicle is None or vehicle.lemma not in word_list("vehicles"):
        return False
    if verb.rel not in ("acl", "acl:relcl"):
        return bool(verb.modifiers("to", "from", "into"))
    left = vehicle.head
    return left is not None and left.is_verb() and left.lemma in word_list("departing")


def _by_membership(group: Token) -> Fate | None:
    """By the group that they are part of: "the dead", "those wounded in the raid"."""
    kind = kind_of_group(group)
    if kind is not None:
        return Fate(kind, group, "figures.among")
    for clause in group.dependents("acl", "acl:relcl"):
        kind = kinds_of("state").get(clause.lower)
        if kind is not None:
            return Fate(kind, clause, "figures.among", clause)
    return None


def _by_company(token: Token, verb: Token) -> Fate | None:
    """By those that share a fate: "he was killed along with two other people"."""
    if token.preposition() not in ("along with", "together with", "alongside", "with along", "with together", "with"):
        return None
    beside = token.preposition() != "with" or any(child.lower in ("along", "together") for child in verb.children)
    kind = kinds_of("patient").get(verb.lemma.lower()) if verb.child("aux:pass") is not None and beside else None
    return None if kind is None else Fate(kind, verb, "figures.passive", verb)


def _by_complement(token: Token, verb: Token, counted: Counted) -> Fate | None:
    """By a complement: "left 20 homeless", "took an estimated 900 civilians hostage", "were reported killed"."""
    if verb.lemma.lower() not in word_list("light") | word_list("forcing"):
        return None
    for complement in (
        *verb.dependents("xcomp", "ccomp", "obj", "advcl", "obl:npmod", "obl"),
        *token.dependents("acl", "amod", "xcomp", "advcl"),
    ):
        if complement.i < counted.anchor.i:
            continue  # "left two dead and | eight others hurt"
        kind = kinds_of("state").get(complement.lower)
        if kind is not None and not is_shared(complement):
            return Fate(kind, complement, "figures.state", verb)
        if complement.lemma in ("flee", "evacuate") and verb.lemma in word_list("forcing"):
            return Fate(FigureKind.DISPLACED, complement, "figures.forced-to-flee", verb)
        if complement is not token and complement.is_verb() and complement.child("aux:pass") is not None:
            kind = kinds_of("patient").get(complement.lemma.lower())
            if kind is not None:
                return Fate(kind, complement, "figures.passive", verb)  # "are believed to have been killed"
    return None


def _by_subject(verb: Token, counted: Counted) -> Fate | None:
    lemma = verb.lemma.lower()
    kind = kinds_of("actor").get(lemma)
    particle = verb.child("compound:prt")
    if lemma == "flee" and not is_flight(verb, counted):
        return None
    if kind is not None and not (lemma == "evacuate" and verb.child("obj") is not None):
        return Fate(kind, verb, "figures.subject", verb)
    obj = verb.child("obj")
    if lemma == "lose" and obj is not None and obj.lemma == "life":
        return Fate(FigureKind.KILLED, verb, "figures.lives", verb)  # "12 sailors lost their lives"
    above = verb.head
    let = above is not None and above.lemma in word_list("letting") and above.i < counted.anchor.i
    if let and lemma in word_list("going_out") and verb.rel in ("ccomp", "xcomp"):
        return Fate(FigureKind.EVACUATED, verb, "figures.let-out", above)  # "the deal let 1,500 fighters leave"
    if lemma == "board" and obj is not None and obj.lemma in word_list("vehicles"):
        return Fate(FigureKind.EVACUATED, verb, "figures.left", verb)  # "400 fighters boarded buses"
    if lemma in ("leave", "abandon", "cross") or (lemma == "escape" and obj is not None):
        return _by_leaving(verb, counted)
    if (
        obj is not None
        and obj.lower == "themselves"
        and particle is not None
        and (lemma, particle.lower) in _SURRENDER_IDIOMS
    ):
        return Fate(FigureKind.SURRENDERED, verb, "figures.subject", verb)
    if lemma == "lay" and obj is not None and obj.lemma in ("arm", "weapon"):
        return Fate(FigureKind.SURRENDERED, verb, "figures.subject", verb)  # "300 rebels laid down their arms"
    for among in verb.modifiers("among", "amongst"):  # "14 children were among those killed"
        return _by_membership(among)
    if verb.tag == "VBN" and obj is None and lemma in kinds_of("patient"):
        return Fate(kinds_of("patient")[lemma], verb, "figures.participle", verb)
    kind = kinds_of("state").get(verb.lower)
    if kind is not None and obj is None and verb.tag != "VBD":
        return Fate(kind, verb, "figures.state", verb)
    return by_siege(verb)


def is_flight(verb: Token, counted: Counted) -> bool:
    """Whether people flee from war: not fighters who run, nor suspects who leave the scene."""
    place, head = verb.child("obj"), counted.head
    if head is not None and (type_of_word(head) is PartyType.COMBATANTS or head.lemma in _WANTED):
        return False
    return place is None or place.lemma != "scene"


def _by_leaving(verb: Token, counted: Counted) -> Fate | None:
    """By leaving a place: an evacuation where a deal or a convoy is spoken of, else flight where civilians leave."""
    place = verb.child("obj")
    if verb.tag in ("VB", "VBZ", "VBP") and not auxiliaries(verb):
        return None
    if place is not None and not (place.lemma.lower() in word_list("left") or place.pos == "PROPN"):
        return None
    ways = (
        ("into", "to", "over") if verb.lemma == "cross" else ("for", "from", "before", "after", "under", "since", "in")
    )
    if place is None and not verb.modifiers(*ways):
        return None
    root = next((above for above in verb.ancestors() if above.rel == "root"), verb)
    if verb.lemma != "escape" and any(token.lemma in word_list("evacuating") for token in root.subtree()):
        return Fate(FigureKind.EVACUATED, verb, "figures.left", verb)
    if counted.head is None or type_of_word(counted.head) is PartyType.COMBATANTS:
        return None
    return Fate(FigureKind.DISPLACED, verb, "figures.left", verb)
