"""Finds the sides that only a noun before a noun tells of: "coalition airstrikes", "regime shelling"."""

from kg.extract.mentions import Found, mention_type
from kg.extract.namesakes import acting_words
from kg.extract.nominals import actor_nouns
from kg.model import MentionForm
from kg.nlp import Parsed

SIDE = "mentions.side-before-means"


def find_sides(parsed: Parsed, taken: frozenset[int]) -> tuple[Found, ...]:
    """The bare nouns for a side that stand right before a noun for its act or means, outside the words `taken`."""
    found = []
    for token in parsed.tokens:
        if token.lower not in acting_words("sides") or token.i in taken or token.i + 1 >= len(parsed.tokens):
            continue
        head, following = token.head, parsed.tokens[token.i + 1]
        if _holds(parsed, token.i):
            found.append(_side(token.i, token.lower))
            continue
        if head is None or head.i <= token.i or head.i - token.i > 3 or following.pos not in ("NOUN", "ADJ"):
            continue
        if head.lemma in acting_words("side_means") or head.lower in acting_words("state_means"):
            found.append(_side(token.i, token.lower))
    return tuple(found)


def _holds(parsed: Parsed, at: int) -> bool:
    """Whether a noun is who holds a place: "rebel-held Goma"."""
    behind = [token.lower for token in parsed.tokens[at + 1 : at + 3]]
    return len(behind) == 2 and behind[0] in ("-", "–") and behind[1] in ("held", "controlled", "run")


def _side(at: int, word: str) -> Found:
    actor = actor_nouns()[word].many
    kind = mention_type(actor, None)
    return Found(at, at, at, MentionForm.NOMINAL, kind, actor, None, None, SIDE)
