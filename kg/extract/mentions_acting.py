"""Finds the people and bodies that the language model sees and no list of nouns knows: "the bride", "paparazzi"."""

from functools import cache

from kg.extract.mentions import Found, mention_type
from kg.extract.nominals import actor_nouns, phrase_bounds
from kg.extract.place_kinds import place_kind
from kg.model import ActorType, MentionForm, PlaceKind
from kg.nlp import NameSpan, Parsed, Token
from kg.resources import read_table, read_words

RULE = "mentions.acting-by-model"
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "obl:agent"})


def find_acting(parsed: Parsed, taken: frozenset[int]) -> tuple[Found, ...]:
    """The common nouns with their phrases that the model takes for people or bodies, outside the words `taken`."""
    found = []
    for span in parsed.described:
        head = _head(span)
        if (
            span.label not in ("PERSON", "Organisation")
            or head is None
            or head.i in taken
            or head.lemma in actor_nouns()
        ):
            continue
        many = head.tag == "NNS"
        one = ActorType.PERSON if span.label == "PERSON" else ActorType.ORGANIZATION
        actor = ActorType.GROUP if many else one
        first, last = phrase_bounds(parsed, head)
        kind = mention_type(actor, None)
        found.append(Found(first, last, head.i, MentionForm.NOMINAL, kind, actor, None, None, RULE))
    return tuple(found)


def _head(span: NameSpan) -> Token | None:
    """The common noun on which the other words of a span hang, if it has a part in a clause."""
    inside = {token.i for token in span.tokens}
    top = [token for token in span.tokens if token.head is None or token.head.i not in inside]
    if len(top) != 1 or top[0].pos != "NOUN" or top[0].tag not in ("NN", "NNS") or top[0].text[0].isupper():
        return None
    acts = top[0].rel in _ARGUMENTS and top[0].lemma not in _nobodies()
    return top[0] if acts and place_kind(top[0].lemma) is PlaceKind.OTHER else None


@cache
def _nobodies() -> frozenset[str]:
    return (
        frozenset(read_table("nominals.toml")["nobody"]["nouns"])
        | read_words("weapons.txt")
        | read_words("vehicles.txt")
    )
