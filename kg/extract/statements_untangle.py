"""Puts the statements of one sentence in order, where they reach into one another."""

from dataclasses import replace

from kg.extract.statements_page import Draft
from kg.extract.statements_unmarked import is_own_voice

_HEARSAY = "statements.hearsay"


def untangled(drafts: list[Draft]) -> list[Draft]:
    """The statements, each ended where the next one's speaker begins, without hearsay that somebody named tells.

    One saying may lie in another as a whole ("he said that she said it was over").
    """
    found: list[Draft] = []
    for n, draft in enumerate(drafts):
        if draft.rule == _HEARSAY and any(_holds(other, draft) for other in drafts if other.rule != _HEARSAY):
            # "said that ten clinics were reported damaged"
            continue
        if is_own_voice(draft) and any(_holds(other, draft) for other in drafts if other is not draft):
            # "said that we have called on our friends to": words within what was said
            continue
        found.append(_ended(draft, drafts[n + 1 :]))
    return found


def _holds(one: Draft, other: Draft) -> bool:
    return any(low <= other.core[0] < high for low, high in one.content)


def _ended(draft: Draft, later: list[Draft]) -> Draft:
    """The statement, cut where it ends amid the speaker and cue of a later one: "... while a medic"."""
    low, high = draft.content[-1]
    for other in later:
        start, end = other.core
        if other.cue is None or other.cue.token.rel == "acl:relcl":
            # "said he spoke with a medic who told him that"
            continue
        if low + 1 < start < high <= end and draft.core[1] <= low and other.speaker is not draft.speaker:
            return replace(draft, content=(*draft.content[:-1], (low, start)))
    return draft
