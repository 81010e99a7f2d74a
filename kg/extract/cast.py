"""Who and where an article speaks of: its mentions, gathered into referents."""

from dataclasses import dataclass, field

from kg.extract.mentions import Found, mention_type
from kg.extract.nominals import find_nominals
from kg.model import ActorType, Mention, MentionForm, PlaceKind, Referent
from kg.nlp import Parsed, Token


@dataclass(frozen=True, slots=True, eq=False)
class Cast:
    """The mentions and referents of one article, with look-up by word.

    Attributes:
        mentions: in text order.
        referents: actors and places; `Mention.referent` and all later steps point into it.
    """

    mentions: tuple[Mention, ...]
    referents: tuple[Referent, ...]
    _by_offset: dict[int, int] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, mentions: tuple[Mention, ...], referents: tuple[Referent, ...]) -> "Cast":
        """A cast whose words can be looked up: the head of each mention leads to it, then its other words."""
        by_offset: dict[int, int] = {}
        for index, mention in enumerate(mentions):
            by_offset[mention.head.start] = index
        for index, mention in enumerate(mentions):
            for offset in range(mention.head.start, mention.head.end):
                by_offset.setdefault(offset, index)
        return cls(mentions, referents, by_offset)

    def mention_at(self, token: Token) -> Mention | None:
        """The mention whose head this word is, or is part of."""
        index = self._by_offset.get(token.start)
        return None if index is None else self.mentions[index]

    def referent_at(self, token: Token) -> int | None:
        """The referent that this word speaks of, actor or place."""
        mention = self.mention_at(token)
        return None if mention is None else mention.referent

    def actor_at(self, token: Token) -> int | None:
        """The actor that this word speaks of, by index, or None where it is a place or nothing known."""
        index = self.referent_at(token)
        return index if index is not None and self.referents[index].actor is not None else None

    def place_at(self, token: Token) -> int | None:
        """The place that this word speaks of, by index, or None where it is an actor or nothing known."""
        index = self.referent_at(token)
        return index if index is not None and self.referents[index].place is not None else None


_TYPES = {
    "PERSON": (ActorType.PERSON, None),
    "ORG": (ActorType.ORGANIZATION, None),
    "GPE": (None, PlaceKind.SETTLEMENT),
    "LOC": (None, PlaceKind.REGION),
    "FAC": (None, PlaceKind.FACILITY),
}


def find_cast(parsed: Parsed) -> Cast:
    """Who and where the article speaks of."""
    names = []
    for name in parsed.names:
        if name.label in _TYPES:
            actor, place = _TYPES[name.label]
            last = name.tokens[-1].i
            form = MentionForm.NAME
            rule = "mentions.recogniser"
            names.append(
                Found(name.tokens[0].i, last, last, form, mention_type(actor, place), actor, place, None, rule)
            )
    taken = frozenset(i for name in names for i in range(name.first, name.last + 1))
    founds = sorted((*names, *find_nominals(parsed, taken)), key=lambda found: (found.first, -found.last))
    chains: dict[str, list[int]] = {}
    for index, found in enumerate(founds):
        chains.setdefault(found.text(parsed).lower(), []).append(index)
    mentions: list[Mention] = []
    of = {index: n for n, chain in enumerate(chains.values()) for index in chain}
    for index, found in enumerate(founds):
        named = found.form is MentionForm.NAME
        head = found.span(parsed) if named else parsed.tokens[found.head].span
        mentions.append(Mention(found.span(parsed), head, found.type, found.form, of[index], found.rule))
    referents = []
    for chain in chains.values():
        best = founds[chain[0]]
        named = best.form is MentionForm.NAME
        text = best.text(parsed)
        names_ = (text,) if named else ()
        rule = "coreference.same-words"
        referents.append(Referent(best.actor, best.place, text, named, names_, None, (), tuple(chain), rule))
    return Cast.of(tuple(mentions), tuple(referents))
