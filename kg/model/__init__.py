"""Frozen values: documents, readings, and the world of things."""

from kg.model.document import Block, BlockKind, Document, Span
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
    kind_group,
)
from kg.model.reading import (
    Affiliation,
    EventReport,
    Figure,
    Mention,
    Participant,
    Reading,
    Referent,
    Statement,
    Tie,
    When,
)
from kg.model.world import Actor, Event, Member, Part, Place, Reason, World

__all__ = [
    "Actor", "ActorType", "Affiliation", "Block", "BlockKind", "Document", "Event", "EventKind", "EventReport",
    "Figure", "FigureKind", "Medium", "Member", "Mention", "MentionForm", "MentionType", "Mode", "Part",
    "Participant", "PartyType", "Place", "PlaceKind", "Reading", "Reason", "Referent", "Role", "Span", "Stance",
    "Statement", "Status", "Tie", "TieKind", "When", "World", "kind_group",
]  # fmt: skip
