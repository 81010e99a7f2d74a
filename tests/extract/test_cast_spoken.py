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
