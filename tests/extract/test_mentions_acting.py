import pytest
from conftest import make_document

from kg.extract.mentions_acting import RULE
from kg.extract.mentions_all import find_mentions
from kg.nlp import DEFAULT_MODEL, Parser


@pytest.mark.parametrize(
    "text",
    [
        "The revolt has uprooted millions of people from their homes.",
        "The mayor said that tens of civilians were injured.",
        "The raids claimed the lives of hundreds of the militants in a matter of weeks.",
    ],
)
def test_the_same_words_are_one_mention(parse, text):
    found = [(one.first, one.last, one.type) for one in find_mentions(parse(text))]
    assert len(found) == len(set(found))


@pytest.fixture(scope="module")
def told():
    own = Parser(DEFAULT_MODEL)  # the general model knows nothing of descriptions

    def tell(text):
        parsed = next(own.parse([make_document(text)]))
        return [one.text(parsed) for one in find_mentions(parsed) if one.rule == RULE]

    return tell


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("The gunmen shot the bride in Homs.", ["the bride"], "a person whom no list has"),
        ("The gunmen shot at the wall in Homs.", [], "a thing acts as little as it suffers"),
        ("The soldiers left Homs.", [], "a noun of the lists is read by them"),
    ],
)
def test_whom_only_the_model_sees(told, text, expected, why):
    assert told(text) == expected, why
