"""Who takes part in an event by other words of the sentence: whom a pronoun means, who is hurt by what goes before."""

from collections.abc import Iterator
from typing import Final

from kg.extract.cast import Cast
from kg.extract.verbs import is_passive, patient_of
from kg.nlp import Token
from kg.resources import read_table

_HARMING: Final = frozenset(read_table("event_words.toml")["participants"]["harming"])
_OWN: Final = frozenset({"its", "their"})
_BODY: Final = frozenset({"it", "they"})
_WHEN: Final = frozenset({"when", "as", "after"})


def antecedent(word: Token, cast: Cast) -> Token | None:
    """The subject before that "its", "their", or a reported "it" or "they" means, where the pronoun itself is open.

    For "the army said it had shelled the port", "the coalition checked whether its strikes had killed civilians".
    """
    if word.pos != "PRON" or word.lower not in _OWN | _BODY or cast.referent_at(word) is not None:
        return None
    if word.lower in _BODY and (word.rel != "nsubj" or word.head is None or word.head.rel != "ccomp"):
        return None
    for verb in word.ancestors():
        subject = verb.child("nsubj", "nsubj:pass") if verb.is_verb() else None
        if subject is None or subject.i >= word.i or subject is word:
            continue
        return subject if cast.actor_at(subject) is not None else None
    return _subject_after(word, cast) if word.lower in _OWN else None


def _subject_after(word: Token, cast: Cast) -> Token | None:
    """The subject that a phrase before it looks ahead to: "in their push, the rebels took a village"."""
    verb = next((head for head in word.ancestors() if head.is_verb()), None)
    subject = None if verb is None else verb.child("nsubj")
    return subject if subject is not None and subject.i > word.i and cast.actor_at(subject) is not None else None


def victims_of(verb: Token) -> Iterator[Token]:
    """Whom a blow kills or hurts, by the verbs beside it: "shelled the town, killing six", "died when jets bombed"."""
    for other in verb.dependents("advcl", "conj", "xcomp"):
        own = other.child("nsubj", "nsubj:pass") is not None
        harmed = other.child("obj")
        if other.lemma in _HARMING and harmed is not None and not own and not is_passive(other):
            yield harmed
    above = verb.head
    marked = any(child.rel in ("mark", "advmod") and child.lower in _WHEN for child in verb.children)
    if above is None or verb.rel != "advcl" or not marked:
        return
    for other in (above, *above.dependents("conj")):
        harmed = other.subject() if other.lemma == "die" else patient_of(other)
        if other.lemma in _HARMING and harmed is not None and (other.lemma == "die" or is_passive(other)):
            yield harmed


def owner_of_gerund(verb: Token) -> Token | None:
    """Whose deed a gerund names that the parser took for a clause: "were hurt in army shelling of the port"."""
    near = [] if verb.head is None else [child for child in verb.head.children if child.i == verb.i - 1]
    owner = next((child for child in near if child.rel in ("obl", "nmod")), None)
    if (
        verb.tag not in ("VBG", "NN")
        or verb.rel not in ("advcl", "acl")
        or owner is None
        or verb.child("aux", "nsubj", "obj")
    ):
        return None
    bare = all(child.rel in ("case", "amod", "compound") for child in owner.children)
    return owner if bare and owner.preposition() in ("in", "by", "during", "from", "of", "amid") else None
