"""What happened, as one article tells it: one report for each happening, however often it is told."""

from kg.extract.battles import find_battles
from kg.extract.cast import Cast
from kg.extract.events_draft import Draft, draft_of, is_aim, is_standing, is_stopped
from kg.extract.events_merge import merge_drafts
from kg.extract.events_named import with_names
from kg.extract.events_parts import with_parties
from kg.extract.events_scene import with_scene
from kg.extract.events_told import with_told
from kg.extract.events_tolls import with_tolls
from kg.extract.events_wards import with_wards
from kg.extract.times import TimeWords
from kg.extract.times_relative import with_offsets
from kg.extract.triggers import find_triggers
from kg.model import EventReport
from kg.nlp import Parsed, span_of


def find_events(parsed: Parsed, cast: Cast, times: tuple[TimeWords, ...]) -> tuple[EventReport, ...]:
    """The events of an article, in the order of the words that tell of them first.

    Battles are found among them and carry sides; `part_of` of the others points at the index of their battle.
    """
    drafts = with_told(find_drafts(parsed, cast, times), parsed, cast)
    gathered = find_battles(drafts, parsed, cast)
    order = sorted(range(len(gathered.drafts)), key=lambda i: gathered.drafts[i].triggers[0].token.i)
    index_of = {draft: index for index, draft in enumerate(order)}
    return tuple(
        _report(gathered.drafts[i], parsed, name=gathered.names.get(i), part_of=index_of.get(gathered.parts.get(i, -1)))
        for i in order
    )


def find_drafts(parsed: Parsed, cast: Cast, times: tuple[TimeWords, ...]) -> tuple[Draft, ...]:
    """The happenings that the rules find, and what else the language model takes for one, tellings of one merged."""
    triggers = find_triggers(parsed, cast)
    triggers = tuple(each for each in triggers if not is_aim(each, triggers) and not is_stopped(each))
    told = tuple(draft_of(trigger, parsed, cast, times) for trigger in triggers)
    told = tuple(draft for draft in told if not is_standing(draft))
    told = with_names(with_parties(told), parsed, cast)
    drafts = with_scene(with_wards(with_offsets(told, parsed, times), parsed, cast), parsed, cast)
    return merge_drafts(with_tolls(drafts, parsed), cast, parsed)


def _report(draft: Draft, parsed: Parsed, *, name: str | None, part_of: int | None) -> EventReport:
    shown = draft.shown or draft.first
    return EventReport(
        kind=draft.kind,
        trigger=span_of(shown.words),
        other_triggers=tuple(span_of(trigger.words) for trigger in draft.triggers if trigger is not shown),
        name=name,
        status=draft.status,
        background=draft.background,
        when=draft.when,
        place=draft.where.place if draft.where is not None else None,
        place_evidence=draft.where.evidence if draft.where is not None else None,
        participants=draft.participants,
        weapon=draft.weapon,
        part_of=part_of,
        evidence=parsed.sentences[shown.token.sentence].span,
        rule=draft.rule,
    )
