"""Who does it and whom it is done to, by a verb: the subject and the object, or in a passive the other way round."""

from kg.extract.events_classes import class_words, singular
from kg.nlp import Token


def is_passive(verb: Token) -> bool:
    """Whether it is passive; a participle with an object is a past tense that the parser took for one."""
    participle = verb.tag == "VBN" or (verb.tag == "VBD" and verb.rel == "advcl" and verb.child("mark") is None)
    bare = participle and verb.rel in ("xcomp", "ccomp", "dep", "advcl") and verb.child("aux", "obj", "nsubj") is None
    if bare:
        return True  # "were reported killed", "the number still besieged"
    if _strikes(verb):
        return False
    return verb.is_passive() and not (verb.rel == "acl" and verb.tag == "VBN" and verb.child("obj") is not None)


def _strikes(verb: Token) -> bool:
    """Whether a participle on fighters has the arms that these strike with: "gunmen of the group shelled with mortars".

    The parser takes the past tense for a participle where much stands between it and its subject.
    """
    if verb.rel != "acl" or verb.tag != "VBN" or verb.agent() is not None or verb.head is None:
        return False
    words = class_words()
    arms = words["weapon"] | words["rocket"] | words["shell"]
    means = [word for each in verb.modifiers("with") for word in (each, *each.modifiers("of"))]
    return singular(verb.head) in words["armed"] and any(singular(word) in arms for word in means)


def patient_of(verb: Token) -> Token | None:
    """Whom or what a verb acts on: the object, or the subject of a passive."""
    if is_passive(verb):
        if verb.rel == "advcl" and verb.head is not None and verb.i > verb.head.i and verb.child("nsubj:pass") is None:
            return None  # "put the number of people besieged there at 500": not the one who puts it
        return verb.child("nsubj:pass") or (verb.head if verb.rel in ("acl", "acl:relcl") else verb.subject())
    thing = verb.child("obj")
    if verb.rel == "acl:relcl" and thing is not None and thing.lower in ("that", "which", "whom", "who"):
        return verb.head  # "a hill that rebels seized"
    return thing


def doer_of(verb: Token) -> Token | None:
    """Who or what does it: the subject, or the agent of a passive."""
    if is_passive(verb):
        return verb.agent()
    if verb.rel == "acl" and verb.tag == "VBN":
        return verb.head
    subject = verb.subject()
    if subject is not None and subject.lower in ("which", "that", "who") and verb.rel == "acl:relcl":
        return verb.head
    return subject or (verb.head if verb.rel == "acl" and verb.head is not None and not verb.head.is_verb() else None)
