"""Who has part in the single strikes of a list: those who are told to have part in all of them."""

from dataclasses import replace

from kg.extract.events_draft import Draft
from kg.extract.events_kinds import FROM_AFAR
from kg.model import Participant, Role


def with_parties(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """The drafts; counted strikes without an agent, or target, have that of the counted strikes told last.

    For "the coalition conducted 15 strikes. Near Manbij, three strikes destroyed a bunker".
    """
    found: list[Draft] = []
    whole: Draft | None = None
    for draft in drafts:
        agents = _agents(draft)
        if draft.kind in FROM_AFAR and agents:
            whole = draft if draft.number and draft.real else None
        elif whole is not None and draft.number and draft.real and draft.kind is whole.kind:
            own = {part.referent for part in draft.participants}
            aimed = any(part.role is Role.TARGET for part in draft.participants)
            parts = _agents(whole) if aimed else whole.participants
            given = [replace(part, rule="participants.of-total") for part in parts if part.referent not in own]
            draft = replace(draft, participants=(*draft.participants, *given))
        found.append(draft)
    return tuple(found)


def _agents(draft: Draft) -> list[Participant]:
    return [part for part in draft.participants if part.role is Role.AGENT]
