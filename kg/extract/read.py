"""Reads one parsed article: what it alone yields, step by step."""

from kg.extract.affiliations import find_affiliations
from kg.extract.cast import find_cast
from kg.extract.cast_spoken import with_speakers
from kg.extract.events import find_events
from kg.extract.events_bounds import bound_events
from kg.extract.figures import find_figures
from kg.extract.margins import with_margins
from kg.extract.statements import find_statements, tie_statements
from kg.extract.ties import find_ties
from kg.extract.ties_fighting import find_fighting, join_ties
from kg.extract.times import find_times
from kg.extract.trim import trim
from kg.extract.victims import join_victims
from kg.model import Reading
from kg.nlp import Parsed


def read(parsed: Parsed) -> Reading:
    """Everything that the article tells; a sentence that no rule understands yields nothing."""
    cast = find_cast(parsed)
    times = find_times(parsed)
    events = bound_events(find_events(parsed, cast, times), parsed.document)
    said = find_statements(parsed, cast, times)
    cast = with_speakers(cast, said, parsed)
    statements = tie_statements(said, events, parsed, cast, times)
    figures = find_figures(parsed, cast, events, statements)
    reading = Reading(
        document=parsed.document,
        mentions=cast.mentions,
        referents=cast.referents,
        affiliations=find_affiliations(parsed, cast),
        ties=join_ties(find_ties(parsed, cast), find_fighting(events, cast)),
        events=events,
        statements=statements,
        figures=figures,
    )
    return with_margins(trim(join_victims(reading)))
