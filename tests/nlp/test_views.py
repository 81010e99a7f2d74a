"""The same sentences give rules the same view, whatever parser stands behind them.

Written by hand: for each sentence what a verb says of subject, object and the nouns after prepositions.
"""

from collections.abc import Callable

import pytest

from kg.nlp import Parsed, Token

Parse = Callable[..., Parsed]

# sentence, verb, subject, object, nouns after prepositions
VIEWS = [
    ("Rebels captured the town of Azaz on Monday.", "captured", "rebels", "town", {"on": "monday"}),
    ("Omar Haddad visited Mosul on Sunday.", "visited", "haddad", "mosul", {"on": "sunday"}),
    ("General Omar Haddad told Reuters that the army had left.", "told", "haddad", "reuters", {}),
    ("The army left Aleppo in March 2016.", "left", "army", "aleppo", {"in": "march"}),
    ("The village was captured by government troops.", "captured", "village", "", {"by": "troops"}),
    ("The attack was claimed by the Taliban.", "claimed", "attack", "", {"by": "taliban"}),
    ("At least 12 civilians were killed in Aleppo.", "killed", "civilians", "", {"in": "aleppo"}),
    ("More than 30 people were killed in Hama.", "killed", "people", "", {"in": "hama"}),
    ("Turkey sent its troops to Syria in August 2016.", "sent", "turkey", "troops", {"to": "syria", "in": "august"}),
    ("Fighters from Ahrar al-Sham stormed the base.", "stormed", "fighters", "base", {}),
    ("Militants carried out an attack.", "carried", "militants", "attack", {}),
    ("The spokesman denied that the army used chemical weapons.", "used", "army", "weapons", {}),
    ("The soldiers entered the city and raised a flag.", "raised", "soldiers", "flag", {}),
    ("The strikes killed seven people, the ministry said.", "killed", "strikes", "people", {}),
    ("Residents fled the town, an activist said.", "said", "activist", "", {}),
    ("The US-led coalition bombed the airport.", "bombed", "coalition", "airport", {}),
    ("The rebels who captured the town withdrew on Friday.", "captured", "who", "town", {}),
    ("The Syrian Observatory for Human Rights said eight people died.", "died", "people", "", {}),
    ("President Bashar al-Assad's forces attacked the village.", "attacked", "forces", "village", {}),
    ("The army wants to retake the town.", "retake", "army", "town", {}),
    ("Russian jets bombed a market, killing 12 women.", "killing", "jets", "women", {}),
    ("The monitor said rebels shelled a school near Homs.", "shelled", "rebels", "school", {}),
    ("They fled because of the fighting.", "fled", "they", "", {"because of": "fighting"}),
    ("Islamic State claimed responsibility for the bombing.", "claimed", "state", "responsibility", {}),
    ("Colonel John Dorrian declined to comment.", "declined", "dorrian", "", {}),
    ("The men were in Idlib.", "were", "men", "", {"in": "idlib"}),
    ("Police arrested three men in Istanbul.", "arrested", "police", "men", {}),
    ("The group seized the airport last week.", "seized", "group", "airport", {}),
    ("The town was hit by two rockets on 4 October 2016.", "hit", "town", "", {"by": "rockets", "on": "october"}),
    ("Hezbollah has not confirmed the report.", "confirmed", "hezbollah", "report", {}),
]


def view(verb: Token) -> tuple[str, str, dict[str, str]]:
    subject, obj = verb.subject(), verb.child("obj")
    places = {noun.preposition(): noun.lower for noun in verb.modifiers() if noun.preposition()}
    return subject.lower if subject else "", obj.lower if obj else "", places


@pytest.mark.parametrize(("text", "verb", "subject", "obj", "places"), VIEWS)
def test_who_does_what_where(
    parse: Parse, text: str, verb: str, subject: str, obj: str, places: dict[str, str]
) -> None:
    found = view(next(token for token in parse(text).tokens if token.lower == verb))
    assert found[:2] == (subject, obj)
    assert places.items() <= found[2].items()


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("Soldiers shelled and bombed the city.", ["shell", "bomb"]),
        ("The men fled before the troops struck.", ["flee", "strike"]),
        ("Rebels were killed and wounded.", ["be", "kill", "wound"]),
        ("It seized the village and has besieged the town.", ["seize", "have", "besiege"]),
    ],
)
def test_verbs_have_their_lemmas(parse: Parse, text: str, lemmas: list[str]) -> None:
    assert [token.lemma for token in parse(text).tokens if token.is_verb()] == lemmas


@pytest.mark.parametrize(
    ("text", "head", "parts"),
    [
        ("Omar Haddad left.", "Haddad", {"omar"}),
        ("General Omar Haddad left.", "Haddad", {"general", "omar"}),
        ("The Syrian Army left.", "Army", {"syrian"}),
        ("Islamic State left.", "State", {"islamic"}),
    ],
)
def test_a_name_is_headed_by_its_last_word(parse: Parse, text: str, head: str, parts: set[str]) -> None:
    parsed = parse(text)
    left = next(token for token in parsed.tokens if token.lower == "left")
    subject = left.subject()
    assert subject is not None
    assert subject.text == head
    assert parts <= {child.lower for child in subject.dependents("compound", "amod")}


HOSTILE = [
    "", "   \t\u00a0 ", "Rebels", ".", "word " * 3000, "x" * 20_000, "💥 Rebels 🇸🇾 took Kobani 👍🏽 \u200b.",
    "REBELS KILLED 12 SOLDIERS IN ALEPPO", "\ufffd\x07 abc \u202eabc", "قال الجيش. 军队进入城市。", '"' * 300,
    "e\u0301" * 200, "a-b-c-" * 100, "The army\u2028left \x85 it",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_can_be_read(parse: Parse, text: str) -> None:
    parsed = parse(text)
    assert all(token.span.of(text) == token.text for token in parsed.tokens)
    assert sum(len(sentence.tokens) for sentence in parsed.sentences) == len(parsed.tokens)
    assert all(sum(token.head is None for token in one.tokens) >= 1 for one in parsed.sentences)
