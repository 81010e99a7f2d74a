"""What one article alone yields: mentions, the referents they speak of, and what is told of them.

Everything points into the article's text by spans and, inside the reading, by index:
`Mention.referent`, `Participant.referent` and their like are indices into `Reading.referents`,
`Statement.about_events`, `Figure.event` and `Figure.said_by` indices into `events` and `statements`.
"""

from dataclasses import dataclass
from datetime import date

from kg.model.document import Document, Span
from kg.model.kinds import (
    ActorType,
    EventKind,
    FigureKind,
    Medium,
    MentionForm,
    MentionType,
    Mode,
    PartyType,
    PlaceKind,
    Role,
    Stance,
    Status,
    TieKind,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name or describe a thing.

    Attributes:
        span: the words ("a commander with the SDF"; a name without its titles: "Adnan Afrin").
        head: the head word ("commander"), or the whole name.
        referent: index into `Reading.referents`; None for types that refer to no actor or place.
    """

    span: Span
    head: Span
    type: MentionType
    form: MentionForm
    referent: int | None
    rule: str


@dataclass(frozen=True, slots=True)
class Referent:
    """One actor or one place as this article speaks of it: a chain of mentions.

    Attributes:
        actor: the class of the actor, None for a place.
        place: the kind of the place, None for an actor.
        name: the best form: the fullest proper name, else the first description.
        named: whether `name` is a proper name. Unnamed referents never merge over articles.
        names: all proper-name forms, sorted, acronyms included.
        known: key of the actor in `kg/data/actors.toml` where a form is listed there, else None.
        within: for places, names of containing places told beside it ("Baghouz, Syria"), nearest first.
        mentions: indices into `Reading.mentions`, in text order.
        rule: what made the chain.
    """

    actor: ActorType | None
    place: PlaceKind | None
    name: str
    named: bool
    names: tuple[str, ...]
    known: str | None
    within: tuple[str, ...]
    mentions: tuple[int, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class When:
    """Days that bound a time, both inclusive; None = open on that side."""

    earliest: date | None
    latest: date | None
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A person's tie to an organisation: "SDF spokesman Adnan Afrin"."""

    person: int
    organisation: int
    role: str | None
    evidence: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie between two actors: "the US-backed SDF"."""

    subject: int
    kind: TieKind
    object: int
    evidence: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor's part in an event. `side` (1, 2) only where the event has sides (fighting)."""

    referent: int
    role: Role
    side: int | None
    evidence: Span
    rule: str


@dataclass(frozen=True, slots=True)
class EventReport:
    """One article's telling of one happening, however many words of it speak of it.

    Attributes:
        trigger: the words that say it best ("counterattack"), in the order of the text the first.
        other_triggers: further words of the article for the same happening.
        name: a proper or descriptive name ("Battle of Baghouz"), for battles.
        background: earlier history, not the news.
        place: index of a place referent.
        weapon: words for the means.
        part_of: index of the battle (an EventReport of this reading) it belongs to.
        evidence: the sentence or clause.
    """

    kind: EventKind
    trigger: Span
    other_triggers: tuple[Span, ...]
    name: str | None
    status: Status
    background: bool
    when: When | None
    place: int | None
    place_evidence: Span | None
    participants: tuple[Participant, ...]
    weapon: Span | None
    part_of: int | None
    evidence: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that somebody said.

    Attributes:
        content: the words said, in pieces where the cue cuts them in two; quotation marks left out.
        cue: the word of saying ("said"), in pieces; empty where there is none.
        speaker: the words for the speaker; empty where the article names none.
        speaker_referent, addressee: indices of actor referents.
        anonymous: an unnamed person speaks.
        about_events, about_actors: what the content speaks of.
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    speaker: tuple[Span, ...]
    speaker_referent: int | None
    mode: Mode
    stance: Stance
    said: When | None
    addressee: int | None
    medium: Medium | None
    anonymous: bool
    about_events: tuple[int, ...]
    about_actors: tuple[int, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One claim of a number of people. `low`/`high` inclusive, None = open.

    Attributes:
        party: the words for whom ("SDF fighters"), None where only a number stands.
        side: index of the actor referent that the people belong to, where known.
        event: index into `Reading.events`; None for a total that covers several, or unknown.
        said_by: index into `Reading.statements`; None = the article's own voice.
        span: the words of the claim ("at least four SDF fighters were killed").
    """

    kind: FigureKind
    low: int | None
    high: int | None
    approximate: bool
    party: Span | None
    party_type: PartyType
    side: int | None
    event: int | None
    said_by: int | None
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that one article alone yields."""

    document: Document
    mentions: tuple[Mention, ...]
    referents: tuple[Referent, ...]
    affiliations: tuple[Affiliation, ...]
    ties: tuple[Tie, ...]
    events: tuple[EventReport, ...]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
