"""Who and where an article speaks of: its mentions, gathered into referents."""

from dataclasses import dataclass, field

from kg.model import Mention, Referent
from kg.nlp import Token


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
