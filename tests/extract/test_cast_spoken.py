"""Pronouns that speak refer to whom their statements are of. Sentences are ours."""

from collections.abc import Callable

from kg.extract.read import read
from kg.model import MentionForm
from kg.nlp import Parsed

Parse = Callable[..., Parsed]


def test_a_pronoun_that_speaks_refers_to_its_speaker(parse: Parse) -> None:
    text = "Omar Haddad said a doctor had fled the town. He said the hospital was empty."
    reading = read(parse(text))
    names = {
        mention.span.of(text): reading.referents[mention.referent].name
        for mention in reading.mentions
        if mention.form is MentionForm.PRONOUN and mention.referent is not None
    }
    assert names == {"He": "Omar Haddad"}
    for n, referent in enumerate(reading.referents):
        assert referent.mentions == tuple(i for i, each in enumerate(reading.mentions) if each.referent == n)


def test_a_described_speaker_begins_where_its_statement_found_it_to(parse: Parse) -> None:
    text = "A blast shook the city and created panic among residents activists said. They said nine had died."
    reading = read(parse(text))
    for statement in reading.statements:
        assert statement.speaker_referent is not None
        assert reading.referents[statement.speaker_referent].name == "activists"
    assert "residents activists" not in {mention.span.of(text) for mention in reading.mentions}
