"""Tells who is told what is said: "told reporters", "said in an interview with the channel", "asked by the agency"."""

from kg.extract.cast import Cast
from kg.extract.cues import Cue, cue_at, cue_words
from kg.extract.speakers import Speaker
from kg.nlp import Token

_OCCASIONS = frozenset(
    {
        "interview",
        "phone",
        "telephone",
        "remark",
        "comment",
        "statement",
        "call",
        "conversation",
        "letter",
        "message",
        "email",
        "note",
    }
)
_TALKING = frozenset({"speak", "talk", "write", "address", "brief"})
_OUTLET_CLAUSES = ("advcl", "acl", "parataxis")


def addressee_of(cue: Cue, speaker: Speaker | None, cast: Cast) -> int | None:
    """The actor that is told, or None."""
    own = set(speaker.words) if speaker is not None else set()
    token = cue.token
    handing = _handing(token) if token.tag == "VBG" else None
    if handing is not None:
        return _outlet_of(token, handing, own, cast)
    told = _told_object(cue, own) or _told_to(cue, own, cast) or _asked_by(token, own)
    if told is not None:
        return _actor(told, cast)
    before = token.head
    shares = token.rel == "conj" and token.child("nsubj", "nsubj:pass") is None
    if shares and before is not None and (first := cue_at(before)) is not None:
        # "confirmed it to the agency and said"
        return addressee_of(first, speaker, cast)
    return None


def _handing(saying: Token) -> Token | None:
    """The verb of "quoted a source as saying", be the participle hung on what was said."""
    if saying.head is not None and saying.head.lemma in cue_words("handing"):
        return saying.head
    if not any(child.lower == "as" for child in saying.children):
        return None
    return next((above for above in saying.ancestors() if above.lemma in cue_words("handing")), None)


def _outlet_of(saying: Token, handing: Token, own: set[Token], cast: Cast) -> int | None:
    """The agency of "the agency quoted a source as saying": it was told, unless it is who speaks."""
    agents = (handing.agent(), saying.agent(), *saying.modifiers("by"), *reversed(handing.dependents("nsubj")))
    outlet = next((agent for agent in agents if agent is not None), None)
    return None if outlet is None or outlet in own else cast.actor_at(outlet)


def _told_object(cue: Cue, own: set[Token]) -> Token | None:
    """The object of a verb that takes who is told: "told reporters", "urged both sides to"."""
    token = cue.token
    if token.lemma in ("call", "appeal"):
        on = any(child.lower in ("on", "upon") and child.rel == "compound:prt" for child in token.children)
        return token.child("obj") if on else _told_to_do(token)
    if "person" not in cue.verb.takes and "urges" not in cue.verb.takes:
        return None
    for child in token.dependents("obj", "iobj", "dep", "obl:npmod"):
        if child not in own and child.i > token.i and child.name not in ("DATE", "TIME"):
            return child
    return _told_to_do(token) if "urges" in cue.verb.takes else None


def _told_to_do(token: Token) -> Token | None:
    urged = next((child for child in token.dependents("ccomp", "xcomp", "advcl") if child.i > token.i), None)
    subject = urged.child("nsubj") if urged is not None else None
    to = urged is not None and any(child.lower == "to" for child in urged.children)
    # "urge the council to send help", its object hung on the deed
    return subject if subject is not None and to and subject.i > token.i else None


def _told_to(cue: Cue, own: set[Token], cast: Cast) -> Token | None:
    """Who stands behind "to", "on" or "with": "said to the BBC", "called on", "in a letter to the council"."""
    token = cue.token
    for child in token.modifiers():
        if child in own:
            continue
        preposition = child.preposition()
        calls = "call" in cue.verb.takes and preposition in ("on", "upon")
        if preposition == "to" or calls or (token.lemma == "plead" and preposition == "with"):
            return child
        if child.lemma in _OCCASIONS:
            inner = next((c for c in child.modifiers("with", "to") if cast.actor_at(c) is not None), None)
            if inner is not None:
                return inner
    thing = token.child("obj")
    if thing is not None and thing.lemma in cue_words("nouns", "telling"):
        # "released a statement to the agency"
        return next((c for c in thing.modifiers("to") if cast.actor_at(c) is not None), None)
    return None


def _asked_by(token: Token, own: set[Token]) -> Token | None:
    """Who is told by another verb beside: "speaking to the agency, he said", "asked by the agency"."""
    for child in token.children:
        if child.rel not in _OUTLET_CLAUSES or not child.is_verb() or child in own:
            continue
        if child.lemma in _TALKING and child.tag == "VBG":
            return next(iter(child.modifiers("to")), None)
        if child.lemma == "ask" and child.tag == "VBN":
            return child.agent()
    return None


def _actor(token: Token, cast: Cast) -> int | None:
    """The actor told; for "an agency reporter" the agency."""
    if token.lemma in ("reporter", "correspondent", "journalist", "photographer"):
        for child in token.dependents("compound", "nmod:poss", "amod"):
            if cast.actor_at(child) is not None and cast.actor_at(child) != cast.actor_at(token):
                return cast.actor_at(child)
    return cast.actor_at(token)
