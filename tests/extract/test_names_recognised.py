"""Borders, types and silence of a recogniser that can be relied on, told apart from those of a weak one."""

from dataclasses import replace

import pytest

from kg.extract.cast import find_cast
from kg.extract.mentions_all import find_mentions
from kg.model import MentionForm
from kg.nlp import NameSpan, Parsed

_KINDS = {"Person", "Organisation", "Group", "Place", "Nationality"}


def recognised(parse, text: str, *names: tuple[str, str]) -> Parsed:
    """An article with these words recognised as names, with these labels, and no others."""
    parsed: Parsed = parse(text)
    spans = []
    for token in parsed.tokens:
        token.name = ""
    for words, label in names:
        start = text.index(words)
        inside = tuple(token for token in parsed.tokens if start <= token.start < start + len(words))
        for token in inside:
            token.name = label
        spans.append(NameSpan(label, inside))
    spans.sort(key=lambda span: span.tokens[0].i)
    return replace(parsed, names=tuple(spans), sure_names=True)


def told(parsed: Parsed) -> list[tuple[str, str]]:
    """The names found in an article, with their types."""
    founds = (found for found in find_mentions(parsed) if found.form is MentionForm.NAME)
    return [(found.text(parsed), found.type.value) for found in founds if found.type.value in _KINDS]


NAMES = [
    (
        "They met at the Tula Support Mission in Kenya yesterday.",
        [("Tula Support Mission in Kenya", "ORG")],
        [("Tula Support Mission in Kenya", "Organisation")],
        "a country inside the name of a body is no place",
    ),
    ("Ships crossed the Sea of Kenya.", [("Sea of Kenya", "GPE")], [("Sea of Kenya", "Place")], "a place all of it"),
    (
        "Rebels left Tula, Kenya at noon.",
        [("Tula, Kenya", "GPE")],
        [("Tula", "Place"), ("Kenya", "Place")],
        "two places, whatever the recogniser joins",
    ),
    (
        "Yesterday Colonel Omar Haddad left.",
        [("Colonel", "PERSON"), ("Omar Haddad", "PERSON")],
        [("Omar Haddad", "Person")],
        "a rank is no part of a name",
    ),
    (
        "Shells hit Nairobis Tula district.",
        [("Nairobis Tula", "GPE")],
        [("Nairobis", "Place"), ("Tula district", "Place")],
        "a city that has lost its apostrophe is no part of a name",
    ),
    (
        "Shells hit the eastern quarters of Nairobi.",
        [("Nairobi", "GPE")],
        [("Nairobi", "Place")],
        "what quarters are of is a city",
    ),
    ("We saw Zumar on the screen.", [("Zumar", "ORG")], [("Zumar", "Organisation")], "a label alone is enough"),
    ("We paid in ZMD for it.", [], [], "what it leaves out is no name: letters"),
    ("We put it in Zarvex last week.", [], [], "what it leaves out is no name: after a preposition"),
    ("A spokesman for the Zumar Brigade left.", [], [("Zumar Brigade", "Organisation")], "a noun for a body is enough"),
    ("She met Zumarian elders.", [("Zumarian", "NORP")], [("Zumarian", "Nationality")], "a people in no list"),
    ("Jets bombed Raqqa again.", [("Raqqa", "ORG")], [("Raqqa", "Place")], "a town taken for a body"),
    ("It is a U.S.-backed offensive.", [("U.S.-backed", "GPE")], [], "a participle is no place"),
    (
        "Heavy Shelling Hits Three Towns Near Northern Front Line\n\nIt was loud.",
        [("Northern Front Line", "ORG")],
        [],
        "borders are not to be seen in a headline",
    ),
    ("Yesterday the Observatory said so.", [("Observatory", "ORG")], [], "a noun with a capital is a description"),
    ("On Monday the Caliphate was far away.", [("Caliphate", "ORG")], [], "a notion"),
    ("It could not verify the Observatorys report.", [("Observatorys", "ORG")], [], "such a noun whose mark is lost"),
    (
        "We met the Chief of Department Brisa Zumar there.",
        [("Brisa Zumar", "PERSON")],
        [("Brisa Zumar", "Person")],
        "an office is no part of a name",
    ),
    (
        "The deputy National Security Adviser Brisa Zumar left.",
        [("Brisa Zumar", "PERSON")],
        [("Brisa Zumar", "Person")],
        "what an adviser deals with",
    ),
    (
        "It was late. Homs Army units shelled the hill.",
        [("Homs Army", "ORG")],
        [("Homs", "Place")],
        "a town before the forces there, a colon lost",
    ),
    (
        "It was late. REUTERS Brisa Zumar A rebel stands in the city.",
        [("Brisa Zumar", "PERSON")],
        [("REUTERS", "Organisation")],
        "who took a picture",
    ),
    (
        "They met there. (Image: Brisa Zumar) It was late.",
        [("Brisa Zumar", "PERSON")],
        [],
        "who took a picture, in brackets",
    ),
    (
        "It was late. AFP 2018 Brisa Zumar said that it was over.",
        [("Brisa Zumar", "PERSON")],
        [("AFP", "Organisation"), ("Brisa Zumar", "Person")],
        "one who says something",
    ),
    ("The Homss governor left.", [("Homss", "ORG")], [("Homss", "Place")], "a town whose mark is lost"),
]

BODIES = [
    ("A source at Tula Police Command left.", "Tula Police Command", "Organization", "police bear no arms of an army"),
    ("The Tula Military Police Command left.", "Tula Military Police Command", "Military", "but military police do"),
    ("He left the Tula Media Center there.", "Tula Media Center", "MediaOrganization", "a centre of media"),
    ("The sailors left USS Zumar there.", "USS Zumar", "Military", "a warship"),
    ("The town sits between Kenya and Norway.", "Kenya", None, "a country beside which a place lies"),
]


@pytest.mark.parametrize(("text", "words", "expected", "why"), BODIES)
def test_what_a_body_is(parse, text: str, words: str, expected: str | None, why: str) -> None:
    cast = find_cast(recognised(parse, text, (words, "ORG" if expected else "GPE")))
    index = text.index(words)
    found = [m for m in cast.mentions if m.span.start == index and m.referent is not None]
    assert [cast.referents[m.referent].actor for m in found] == [expected], why


@pytest.mark.parametrize(("text", "names", "expected", "why"), NAMES)
def test_names_by_a_sure_recogniser(parse, text: str, names, expected, why: str) -> None:
    found = told(recognised(parse, text, *names))
    places = [each for each in found if each[0] != "U.S."]
    assert places == expected, why


def test_a_weak_recogniser_leaves_out_what_is_a_name(parse) -> None:
    parsed = replace(recognised(parse, "We put it in Zarvex last week."), sure_names=False)
    assert told(parsed) == [("Zarvex", "Place")]


def described(parse, text: str, words: str, label: str) -> Parsed:
    """An article with these words alone described by the model."""
    parsed: Parsed = parse(text)
    start = text.index(words)
    inside = tuple(token for token in parsed.tokens if start <= token.start < start + len(words))
    return replace(parsed, described=(NameSpan(label, inside),))


DESCRIBED = [
    ("It snowed on the zorplings.", "the zorplings", "Organisation", ("Organisation", "nominal"), "a noun in no list"),
    ("We went home.", "We", "Organisation", ("Organisation", "pronoun"), "whom a pronoun means is not known"),
    ("Their tea got cold.", "Their", "Organisation", None, "what somebody has is not him"),
    ("Nobody goes there.", "there", "GPE", ("Place", "nominal"), "a place that no name tells"),
    ("He wrote 14 letters.", "14", "Quantity", ("Quantity", "nominal"), "an amount"),
    ("The green went out.", "The", "Organisation", None, "an article alone is nobody"),
    ("Hamas left.", "Hamas", "Person", None, "a name that the rules know"),
]


@pytest.mark.parametrize(("text", "words", "label", "expected", "why"), DESCRIBED)
def test_mentions_by_the_model_alone(parse, text: str, words: str, label: str, expected, why: str) -> None:
    cast = find_cast(described(parse, text, words, label))
    mentions = [m for m in cast.mentions if m.rule == "mentions.described-by-model"]
    assert [(m.type.value, m.form.value) for m in mentions] == ([expected] if expected else []), why
    assert all(m.referent is None for m in mentions), why


def test_words_by_the_model_alone_lead_to_nobody(parse) -> None:
    parsed = described(parse, "It snowed on the zorplings.", "the zorplings", "Organisation")
    assert find_cast(parsed).mention_at(parsed.tokens[4]) is None


ACTING = [
    ("The zorplings went home.", "The zorplings", "Organisation", "Group", "several that do something"),
    ("The zorpling went home.", "The zorpling", "PERSON", "Person", "one who does something"),
    ("The zorpling fell.", "The zorpling", "Organisation", "Organization", "a body"),
    ("The jets went home.", "The jets", "Organisation", None, "what the model takes for people, but is none"),
    ("The zorpling went home.", "The zorpling", "GPE", None, "a place"),
]


@pytest.mark.parametrize(("text", "words", "label", "expected", "why"), ACTING)
def test_those_whom_the_model_alone_sees_act(
    parse, text: str, words: str, label: str, expected: str | None, why: str
) -> None:
    parsed = described(parse, text, words, label)
    cast = find_cast(parsed)
    index = cast.actor_at(parsed.tokens[1])
    assert (None if index is None else cast.referents[index].actor) == expected, why
