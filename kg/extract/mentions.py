"""The words of an article that name or describe a thing, before they are gathered into referents."""

from dataclasses import dataclass

from kg.model import ActorType, MentionForm, MentionType, PlaceKind, Span
from kg.nlp import Parsed, Token


@dataclass(frozen=True, slots=True)
class Found:
    """Words found to name or describe a thing.

    Attributes:
        first, last: indices of its words in `Parsed.tokens`, both inclusive.
        head: index of the head word.
        actor, place: the class of the actor or the kind of the place; both None for what refers to neither.
        key: of a known actor, or the ISO code of a country as a place.
    """

    first: int
    last: int
    head: int
    form: MentionForm
    type: MentionType
    actor: ActorType | None
    place: PlaceKind | None
    key: str | None
    rule: str

    def words(self, parsed: Parsed) -> tuple[Token, ...]:
        """Its words."""
        return parsed.tokens[self.first : self.last + 1]

    def span(self, parsed: Parsed) -> Span:
        """Where it stands in the article."""
        return Span(parsed.tokens[self.first].start, parsed.tokens[self.last].end)

    def text(self, parsed: Parsed) -> str:
        """Its words, cut from the article, in one line."""
        return " ".join(parsed.words(self.span(parsed)).split())


TYPE_OF_ACTOR = {
    ActorType.PERSON: MentionType.PERSON,
    ActorType.CIVILIANS: MentionType.GROUP,
    ActorType.GROUP: MentionType.GROUP,
}


def mention_type(actor: ActorType | None, place: PlaceKind | None) -> MentionType:
    """The type of the mention of such an actor or place."""
    if actor is not None:
        return TYPE_OF_ACTOR.get(actor, MentionType.ORGANISATION)
    return MentionType.PLACE if place is not None else MentionType.QUANTITY
