"""Reads speech that has lost its marks: in a report "I" and "we" are the words of who spoke right before."""

from kg.extract.statements_page import Draft, Page, Unit
from kg.model import Stance

_FIRST = frozenset({"i", "we", "my", "our", "me", "us", "ourselves", "myself", "mine", "ours"})


def with_unmarked(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The statements with those of sentences in the first person that go on with a statement right before them.

    Only in an article that has lost its marks: "... he told AFP. I hid there." What such a sentence says "we" do ("we
    warn that") is then a part of it.
    """
    if page.quotes or page.commas:
        return drafts
    found: list[Draft] = []
    before: Draft | None = None
    for unit in page.units:
        own = [draft for draft in drafts if unit.low <= draft.core[0] < unit.high]
        told = [draft for draft in own if not is_own_voice(draft)]
        if told or not is_first_person(unit.low, unit.high, page) or before is None or not _is_near(before, unit, page):
            found.extend(own)
            before = told[-1] if told else None
            continue
        before = Draft(
            ((unit.low, unit.high),),
            None,
            before.speaker,
            (unit.low, unit.low + 1),
            Stance.ASSERTS,
            "statements.speech-goes-on",
            before.cue or before.occasion,
        )
        found.append(before)
    return found


def is_own_voice(draft: Draft) -> bool:
    """Whether "I" or "we" says it."""
    return draft.speaker is not None and draft.speaker.head.lower in ("i", "we")


def is_first_person(low: int, high: int, page: Page) -> bool:
    """Whether words `low` to `high` hold "I", "we" or the like."""
    words = page.tokens[low:high]
    return any(word.lower in _FIRST and word.text != "US" for word in words)


def _is_near(before: Draft, unit: Unit, page: Page) -> bool:
    """Whether a statement ends right before a sentence, in its paragraph, and somebody says it."""
    here = page.parsed.sentence_of(page.tokens[unit.low]).paragraph
    there = page.parsed.sentence_of(page.tokens[before.core[0]]).paragraph
    return before.speaker is not None and here == there
