"""Tells which type of body the words of a name tell of, and which forces only stand behind the name of a town."""

from kg.extract.lexicon import body_nouns, body_of_nouns, fold, name_words, town_names
from kg.model import ActorType
from kg.nlp import Token

_FORCES = frozenset({"unit", "units", "source", "sources"})
_HYPHENS = frozenset({"-", "–"})


def body_of(words: list[str]) -> ActorType | None:
    """The type of body that the words of a name tell of."""
    if len(words) > 1 and words[0] in name_words("ships"):
        return ActorType.MILITARY  # "USS Northern Star"
    body = body_nouns().get(words[-1]) or next((body_nouns().get(w) for w in words[:-1] if w in body_of_nouns()), None)
    if body is None or len(words) == 1:
        return body
    if words[-2] in ("media", "news") and words[-1] in ("center", "centre", "office"):
        return ActorType.MEDIA  # "Tula Media Centre"
    return ActorType.ORGANIZATION if "police" in words and "military" not in words else body  # "Tula Police Command"


def is_heading_of_forces(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a town and the forces there stand side by side, a colon lost: "Homs | Army units", "Homs | Units of"."""
    if first == last or last + 1 >= len(tokens) or tokens[last + 1].sentence != tokens[last].sentence:
        return False
    after = tokens[last + 1].lower
    forces = {"army": _FORCES, "military": _FORCES, "units": frozenset({"of"})}.get(tokens[last].lower, frozenset())
    town = " ".join(fold(token.text) for token in tokens[first:last] if token.text not in _HYPHENS)
    return after in forces and town in town_names()
