"""Tells from the words around a name, or from its first word, that it names a person."""

from dataclasses import dataclass

from kg.extract.capitals import Run
from kg.extract.nominals import actor_nouns
from kg.model import ActorType, PlaceKind
from kg.nlp import Parsed, Token
from kg.resources import read_words

Kind = ActorType | PlaceKind
_BEFORE_NOUN = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PUNCT"})
_NAMING = (
    ("name", "as"),  # "gave his name as Omar"
    ("name", ","),  # "who gave only his first name, Omar"
    ("as", "only"),
    ("himself", "as"),  # "identified himself as Omar"
    ("herself", "as"),
    ("goes", "by"),
    ("name", "is"),
    ("name", "was"),
)
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Vote:
    """What one sign says that a name names, and how strongly."""

    kind: Kind
    weight: float
    rule: str


def told_of_person(parsed: Parsed, run: Run) -> Vote | None:
    """A vote for a person where the words around a name, or a given name in it, tell of one."""
    if run.body is not None or run.place_noun or run.place_of:
        return None
    tokens = parsed.tokens
    before = tuple(token.lower for token in tokens[max(0, run.first - 2) : run.first])
    if before in _NAMING:
        return Vote(ActorType.PERSON, 4.0, "mentions.title")
    first = tokens[run.first : run.last + 1]
    given = len(first) > 1 and run.key.split(" ")[0] in read_words("given_names.txt")
    if _is_described(tokens, run.last):
        return Vote(ActorType.PERSON, 3.5, "mentions.described-person")
    if given and len(first) < 5:
        return Vote(ActorType.PERSON, 2.5, "mentions.given-name")
    return None


def _is_described(tokens: tuple[Token, ...], last: int) -> bool:
    """Whether an age, "who", or a noun for one person stands behind a comma: "Omar, 34,", "Omar, a farmer"."""
    behind = tokens[last + 1 : last + 3 + _MOST_WORDS]
    if len(behind) < 3 or behind[0].text != "," or behind[0].sentence != behind[1].sentence:
        return False
    if behind[1].lower == "who":
        return True
    if behind[1].text.isdigit() and len(behind[1].text) <= 2 and behind[2].text in (",", "."):
        return True
    if behind[1].lower not in ("a", "an", "the", "another", "his", "her", "their"):
        return False
    for n, token in enumerate(behind[2:], 2):
        noun = actor_nouns().get(token.lemma)
        following = behind[n + 1] if n + 1 < len(behind) else None
        goes_on = following is not None and following.pos in ("NOUN", "PROPN", "VERB", "AUX")  # "Goma, a soldier said"
        if noun is not None and not goes_on:
            return noun.one is ActorType.PERSON and token.tag == "NN"
        if token.pos not in _BEFORE_NOUN or token.text == ",":
            return False
    return False
