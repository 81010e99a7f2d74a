"""Whether what a word tells of happened, or is only claimed, denied, planned or imagined."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from kg.model import Status
from kg.nlp import Token
from kg.resources import read_table

_UNREAL: Final = (Status.PLANNED, Status.HYPOTHETICAL, Status.DENIED, Status.CLAIMED)
_HEARSAY: Final = frozenset({"report", "rumour", "rumor", "claim", "allegation", "suggestion", "belief", "suspicion"})
_PARTICIPLES: Final = frozenset({"VBG", "VBN"})


@dataclass(frozen=True, slots=True)
class Judgement:
    """A status, and the rule that found it."""

    status: Status
    rule: str


_HAPPENED: Final = Judgement(Status.HAPPENED, "status.told-as-fact")


@cache
def _words() -> dict[str, Any]:
    tables = read_table("event_words.toml")
    status: dict[str, Any] = tables["status"]
    return status | {
        "tried": tables["tried"],
        "aimed": tables["aimed"]["verbs"],
        "asking": tables["asking"]["verbs"],
        "disowned": tables["disowned"]["nouns"],
        "conduct": tables["conduct"]["verbs"],
        "effects": tables["conduct"]["effects"],
        "saying": tables["saying"]["verbs"],
    }


def status_of(token: Token) -> Judgement:
    """What the words around an event's trigger, and above it in the sentence, make of it.

    Args:
        token: the head of the trigger, a verb ("stormed") or a noun ("the attack").
    """
    own = _by_own_words(token)
    if own is not None:
        return own
    through_noun = False
    for child in [token, *token.ancestors()]:
        head = child.head
        if head is None:
            return _HAPPENED
        if child is token and not token.is_verb() and head.lemma in _words()["verbs"]["ending"]:
            if head.lemma == "blame" and token.rel == "obj" and (head.modifiers("for") or token.modifiers("for")):
                return Judgement(Status.CLAIMED, "status.claimed")  # "blamed a drone strike for the fire"
            return _HAPPENED  # "tried to repel the attack"
        found = _by_governor(child, head, token) or _of_same_breath(child, head)
        if found is not None and found.status is Status.DENIED and through_noun:
            return _HAPPENED  # "deny that many were killed in the shelling"
        if found is not None and found.rule in ("status.asked", "status.denied") and _is_definite(token):
            return _HAPPENED  # "to determine whether its strikes killed civilians", "denied carrying out the attack"
        if found is not None:
            return found
        through_noun = through_noun or (child.rel == "obl" and not child.is_verb())
        if child is token and child.rel == "obl" and _is_definite(token):
            return _HAPPENED  # "to support the troops in their operations"
        if not _passes(child, head):
            return _HAPPENED
    return _HAPPENED


def attempt_of(verb: Token) -> Token | None:
    """The verb of trying that was done ("tried to storm the base"), or what warded it off ("foiled an attempt to")."""
    head, words = verb.head, _words()["tried"]
    if not verb.is_verb() or head is None or not _is_infinitive(verb):
        return None
    if verb.rel == "xcomp" and head.lemma in words["verbs"] and (head.is_past() or head.tag == "VBG"):
        return head
    if verb.rel != "acl" or head.lemma not in words["nouns"] or head.head is None:
        return None
    return head.head if head.rel == "obj" and head.head.lemma in words["warded_off"] else None


def _by_own_words(token: Token) -> Judgement | None:
    """By negation, modality, condition and adverbs that hang on the word itself."""
    words = _words()
    for child in token.children:
        if child.lower in words["adverbs"]["claimed"]:
            return Judgement(Status.CLAIMED, "status.reportedly")
    if any(child.lower == "without" and child.rel in ("case", "mark") for child in token.children):
        return Judgement(Status.DENIED, "status.negated")  # "fell without a fight", "without firing a shot"
    if token.is_verb():
        return _by_verb_group(token)
    if any(
        child.lower in ("no", "neither") and child.rel in ("det", "advmod", "cc:preconj") for child in token.children
    ):
        return Judgement(Status.DENIED, "status.negated")
    if _is_to_be(token):
        return Judgement(Status.PLANNED, "status.future")
    before = {child.lower for child in token.children if child.rel in ("amod", "compound", "det") and child.i < token.i}
    for status in _UNREAL:
        if before.intersection(words["adjectives"].get(status.value, ())):
            return Judgement(status, "status.adjective")
    return None


def _by_verb_group(verb: Token) -> Judgement | None:
    """By what stands in a verb's group: "did not attack", "may have attacked", "will attack", "if they attack"."""
    words = _words()
    if verb.is_negated() or any(_is_none(thing) for thing in verb.dependents("nsubj", "nsubj:pass", "obj")):
        return Judgement(Status.DENIED, "status.negated")
    for child in verb.children:
        if child.rel == "aux" and child.text != "May":  # "since 21 May have killed"
            if child.lower in words["modals"]["hypothetical"]:
                return Judgement(Status.HYPOTHETICAL, "status.modal")
            if child.lower in words["modals"]["planned"]:
                return Judgement(Status.PLANNED, "status.future")
            if child.lemma == "go" or (verb.tag == "VB" and child.lower == "going"):
                return Judgement(Status.PLANNED, "status.future")
        if (
            child.rel == "mark"
            and child.lower in words["modals"]["marks"]
            and not (child.lower == "until" and verb.is_past())
        ):
            return Judgement(Status.HYPOTHETICAL, "status.condition")
        if child.lower in words["adverbs"]["hypothetical"]:
            return Judgement(Status.HYPOTHETICAL, "status.perhaps")
    return None


def _is_none(thing: Token) -> bool:
    """Whether it is told that there is none of it: "no convoys have entered the town", "killed nobody"."""
    if thing.lower in ("nobody", "none", "nothing"):
        return True
    return any(child.lower in ("no", "neither") and child.rel == "det" for child in thing.children)


def _is_infinitive(verb: Token) -> bool:
    return verb.is_verb() and any(child.lower == "to" and child.pos == "PART" for child in verb.children)


def _by_governor(child: Token, head: Token, trigger: Token) -> Judgement | None:
    """By the word that governs the trigger, or what stands between."""
    if child.rel in ("acl:relcl", "appos", "parataxis"):
        return None
    if child.is_verb():
        return _of_verb(child, head)
    if head.is_verb():
        return _of_noun(child, head, trigger)
    found = _listed(head, "nouns") if child.rel in ("nmod", "acl") else None
    if child is trigger and child.rel in ("nsubj", "obl") and found is None and head.child("cop") is not None:
        found = _of_noun(child, head, trigger)  # "the fall of the port would be a blow"
    return found


def _of_verb(verb: Token, head: Token) -> Judgement | None:
    """By the governor of a verb: "plan to attack", "denied attacking", "accused of attacking", "a threat to attack"."""
    infinitive = _is_infinitive(verb)
    if verb.rel in ("ccomp", "xcomp", "advcl", "csubj", "acl", "dep") and head.is_verb():
        found = _of_clause(verb, head) if verb.rel == "ccomp" or verb.tag == "VBG" else None
        if found is not None:
            return found
        if infinitive and verb.rel != "ccomp":
            return _of_infinitive(verb, head)
        if verb.rel == "xcomp" and head.lemma in _words()["verbs"]["planned"] and verb.tag == "VB":
            return Judgement(Status.PLANNED, "status.plan")
    if verb.rel == "acl" and head.lemma in _HEARSAY and any(child.lower == "that" for child in verb.children):
        return Judgement(Status.CLAIMED, "status.word")  # "a report that a drone carried out the strike"
    if infinitive and verb.rel in ("acl", "xcomp", "advcl", "csubj"):
        found = _listed(head, "nouns") or _listed(head, "adjectives")
        return found or (None if verb.rel == "csubj" else Judgement(Status.PLANNED, "status.purpose"))
    being = any(
        child.rel == "aux:pass" and child.lower == "being" for child in verb.children
    )  # "the risk of being shelled"
    if (verb.tag != "VBG" and not being) or verb.rel not in ("acl", "advcl", "xcomp", "ccomp"):
        return None
    return _listed(head, "nouns") or _listed(head, "adjectives") or _of_charge(verb, head)


def _of_same_breath(verb: Token, head: Token) -> Judgement | None:
    """By a modal verb that bears on what is told with it: "would seal the defeat, driving them out"."""
    if not (verb.is_verb() and head.is_verb()) or verb.child("nsubj", "nsubj:pass", "aux") is not None:
        return None
    if verb.rel == "csubj":  # "regaining the suburbs would stop the attacks"
        return _by_verb_group(head) if _would(head) else None
    bare = verb.rel == "conj" and verb.tag == "VB"
    if not bare and not (verb.rel == "advcl" and verb.tag == "VBG" and verb.i > head.i and verb.child("mark") is None):
        return None
    group = _by_verb_group(head)
    return group if group is not None and group.status in (Status.HYPOTHETICAL, Status.PLANNED) else None


def _of_charge(verb: Token, whom: Token) -> Judgement | None:
    """By the verb above the person, where a gerund hangs on them: "accused the rebels | of shelling a school"."""
    above = whom.head
    said_of = any(child.lower == "of" and child.rel in ("mark", "case") for child in verb.children)
    if above is None or not above.is_verb() or not said_of or whom.rel not in ("obj", "nsubj:pass"):
        return None
    return Judgement(Status.CLAIMED, "status.claimed") if above.lemma in _words()["verbs"]["claimed"] else None


def _of_clause(verb: Token, head: Token) -> Judgement | None:
    """By the verb that a clause or a gerund is said, denied, claimed or planned with."""
    words = _words()["verbs"]
    if head.lemma in words["denied"]:
        return Judgement(Status.DENIED, "status.denied")
    if head.lemma in words["claimed"]:
        return Judgement(Status.CLAIMED, "status.claimed")
    if verb.rel == "ccomp" and head.lemma in _words()["asking"]:
        return Judgement(Status.HYPOTHETICAL, "status.asked")
    if verb.rel == "ccomp":
        return _by_speaker(head) if head.lemma in _words()["saying"] else None
    if head.lemma in words["hypothetical"]:
        return Judgement(Status.HYPOTHETICAL, "status.fear")
    bound = verb.tag == "VBG" and any(child.lower == "to" for child in verb.children if child.rel in ("mark", "case"))
    if head.lemma in words["planned"] and (verb.rel in ("xcomp", "dep") or bound):
        return Judgement(Status.PLANNED, "status.plan")  # "plan to attack", "is committed to attacking"
    return None


def _of_infinitive(verb: Token, head: Token) -> Judgement | None:
    """For "alleged to have attacked", "failed to take", "began to shell", "crossed the river to take the town"."""
    verbs = _words()["verbs"]
    perfect = any(child.lower == "have" and child.rel == "aux" for child in verb.children)
    if head.lemma in verbs["claimed"] or (perfect and head.is_passive()):
        return Judgement(Status.CLAIMED, "status.claimed")
    if head.lemma in verbs["denied"]:
        return Judgement(Status.DENIED, "status.denied")
    if head.lemma in verbs["hypothetical"]:
        return Judgement(Status.HYPOTHETICAL, "status.fear")
    if head.lemma in verbs["transparent"] and verb.rel == "xcomp":
        return None
    return Judgement(Status.PLANNED, "status.plan" if head.lemma in verbs["planned"] else "status.purpose")


def _of_noun(noun: Token, head: Token, trigger: Token) -> Judgement | None:
    """By the verb that governs a noun: "launched an attack" as real as the launching, "planned an attack" not yet."""
    words = _words()
    verbs = words["verbs"]
    if noun.rel in ("obj", "obl", "nsubj:pass") and head.lemma not in verbs["ending"]:
        if head.lemma in verbs["denied"] and noun.rel == "obj" and not (noun is not trigger and _is_part(noun)):
            return Judgement(Status.DENIED, "status.denied")
        if head.lemma in verbs["hypothetical"] and noun.rel in ("obj", "nsubj:pass"):
            return Judgement(Status.HYPOTHETICAL, "status.fear")
        if head.lemma in verbs["under_way"] and _goes_on(head) and noun is trigger:
            return Judgement(Status.PLANNED, "status.plan")  # "a deal is being negotiated"
        committed = head.lemma == "commit" and noun.rel == "obj"  # "committed massacres"
        if head.lemma in verbs["planned"] and noun.rel in ("obj", "nsubj:pass") and noun is trigger and not committed:
            return Judgement(Status.PLANNED, "status.plan")
        if (head.lemma in words["aimed"] and noun.preposition() == "for") or _is_aimed_at(noun, head):
            return Judgement(Status.PLANNED, "status.plan")
    carried = head.lemma in words["conduct"] or head.lemma in words["effects"] or head.child("cop") is not None
    if noun is not trigger or head.lemma in verbs["ending"] or head.lemma in verbs["perceived"]:
        return None
    group = _by_verb_group(head)
    open_ = noun.rel == "nsubj" and not any(child.rel in ("det", "nmod:poss") for child in noun.children)
    if open_ and group is not None and group.status in (Status.HYPOTHETICAL, Status.PLANNED):
        return group  # "fighting could spread to the north"
    if noun.rel == "nsubj" and _would(head):
        return group  # "the port's fall would seal the defeat"
    if group is None or not (carried or (noun.rel == "nsubj" and head.child("cop") is not None)):
        return None
    definite = _is_definite(noun)
    if noun.rel == "nsubj" and (definite or group.status is Status.DENIED) and group.rule != "status.modal":
        return None  # "the attack will be remembered", "the attack did not kill anybody"
    if noun.rel == "nsubj" and definite and not any(child.lower == "would" for child in head.children):
        return None  # "the attack could reignite the war"
    if noun.rel == "obl" and (group.status is Status.DENIED or (definite and head.is_past())):
        return None  # "six may have been killed in the strike"
    return group


def _goes_on(verb: Token) -> bool:
    """Whether it is not yet done: "is being negotiated", "are negotiating"."""
    forms = [child.lower for child in verb.children if child.rel in ("aux", "aux:pass")]
    return "being" in forms or (verb.tag == "VBG" and any(form in ("is", "are", "'re", "’re") for form in forms))


def _is_to_be(noun: Token) -> bool:
    """Whether it is told when or where it is to be: "a meeting | to be held on Monday"."""
    return any(
        verb.rel in ("acl", "acl:relcl") and verb.tag == "VBN" and _is_infinitive(verb) and verb.is_passive()
        for verb in noun.children
    )


def _is_aimed_at(noun: Token, head: Token) -> bool:
    """For "an offensive aimed at the liberation of the port"."""
    return head.lemma == "aim" and noun.preposition() == "at"


def _is_definite(noun: Token) -> bool:
    """Whether it speaks of a known event: "the attack", "its strikes"."""
    shown = ("the", "this", "that", "these", "those")
    return not noun.is_verb() and any(
        child.lower in shown or child.rel == "nmod:poss" for child in noun.children if child.i < noun.i
    )


def _is_part(noun: Token) -> bool:
    """Whether what is denied is but a part in it: "denied any role in the raids" (but not "in any attack")."""
    inner = [child for child in noun.children if child.rel == "nmod"]
    named = any(child.rel in ("det", "nmod:poss") and child.lower != "any" for each in inner for child in each.children)
    return noun.lemma in _words()["disowned"] and named


def _would(verb: Token) -> bool:
    """Whether it tells what would follow, not what later did ("the raid would later be called a mistake")."""
    later = any(child.lower in ("later", "eventually", "soon", "ultimately") for child in verb.children)
    return not later and verb.tag == "VB" and any(c.rel == "aux" and c.lower == "would" for c in verb.children)


def _listed(head: Token, part: str) -> Judgement | None:
    """By a noun or adjective above: "the threat of an attack", "ready to attack"."""
    lists = _words()[part]
    for status in _UNREAL:
        if head.lemma in lists.get(status.value, ()):
            return Judgement(status, f"status.{'word' if part == 'nouns' else 'adjective'}")
    return None


def _by_speaker(verb: Token) -> Judgement | None:
    """A claim where a party to the war alone says it: "the opposition says", "militants said"."""
    speaker = verb.subject()
    if speaker is not None and speaker.lemma in _words()["distant"]["speakers"]:
        return Judgement(Status.CLAIMED, "status.party-says")
    return None


def _passes(child: Token, head: Token) -> bool:
    """Whether what stands above the governor still bears on the trigger."""
    if child.rel in ("acl:relcl", "parataxis", "appos", "conj") and child.is_verb() and child.rel != "conj":
        return False
    if child.is_verb() and child.rel == "advcl" and not _is_infinitive(child) and child.tag not in _PARTICIPLES:
        return False
    if child.rel == "acl" and child.tag == "VBN":
        return False  # "claimed to have freed a man kidnapped last year"
    if child.rel == "ccomp":
        return head.lemma in _words()["saying"] and head.rel in ("ccomp", "xcomp")
    if child.is_verb():
        return child.rel in ("xcomp", "conj", "advcl", "acl") and child.i != head.i
    # a noun lets through what bears on the verb that it depends on only where that verb carries it
    return child.rel in ("nmod", "conj") or (
        head.is_verb() and (head.lemma in _words()["conduct"] or head.lemma in _words()["effects"])
    )
