"""Whether counted people belong to more than one side."""

from kg.extract.cast import Cast
from kg.extract.parties import ORGANISED, Counted, owner_of
from kg.nlp import Token

_OWNED = ("of", "from", "on", "among")


def are_of_both_sides(counted: Counted, word: Token, cast: Cast) -> bool:
    """Whether they are of two sides: "40 fighters from the SDF and the army", "left 28 fighters dead on both sides"."""
    heads = [one for one in (counted.head, counted.anchor, word, word.head) if one is not None]
    spots = (spot for head in heads for spot in head.modifiers(*_OWNED))
    told = any(
        spot.lemma == "side" and any(child.lower in ("both", "two", "either") for child in spot.children)
        for spot in spots
    )
    owners = () if counted.head is None else counted.head.dependents("compound", "amod", "nmod", "nmod:poss")
    return told or any(_has_companion(owner, cast) for owner in owners) or _is_beside_owner(counted, cast)


def _is_beside_owner(counted: Counted, cast: Cast) -> bool:
    """Whether the second body is hung on the people themselves."""
    owner = None if counted.head is None else owner_of(counted.head, cast)
    beside = () if counted.head is None else counted.head.conjuncts()
    others = {cast.actor_at(one) for one in beside if one.tag in ("NNP", "NNPS")} - {None, owner}
    return owner is not None and any(cast.referents[one].actor in ORGANISED for one in others if one is not None)


def _has_companion(owner: Token, cast: Cast) -> bool:
    """Whether another body is named beside it that they belong to as well."""
    actors = {cast.actor_at(one) for one in (owner, *owner.conjuncts())} - {None}
    return len([one for one in actors if one is not None and cast.referents[one].actor in ORGANISED]) > 1
