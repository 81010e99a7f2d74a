"""The lexicon of triggers, and the words that it finds."""

import pytest

from kg.extract.cast import find_cast
from kg.extract.triggers import find_triggers
from kg.model import EventKind
from kg.resources import read_table


def test_the_lexicon_has_words_for_every_kind_and_for_nothing_else():
    assert {EventKind(kind) for kind in read_table("triggers.toml")} == set(EventKind)


CASES = [
    # text, trigger words, kind, why
    ("Militants staged a counter-attack.", ["counter attack"], "counterattack", "a hyphen inside"),
    ("Rebels blew up a bridge near the town.", ["blew up"], "bombing", "a particle"),
    ("Rebels took 12 villagers hostage.", ["took hostage"], "kidnapping", "an object and its predicate"),
    ("Rebels took the town.", ["took"], "capture_of_place", "a place is captured"),
    ("Rebels captured six soldiers.", ["captured"], "arrest", "people are caught"),
    ("Troops launched an offensive.", ["offensive"], "assault", "the noun, not the verb that carries it"),
    ("The militia declared an autonomous region in the north.", ["declared region"], "other", "no violence"),
    ("The coalition opened an inquiry into the leak.", ["inquiry"], "other", "what a verb opens"),
    ("Syria's conflict broke out in 2011.", ["conflict"], "other", "a war that a verb tells of"),
    ("The five-year conflict goes on.", ["conflict"], "other", "a war that has its years told"),
    ("Hundreds of civilians are trapped in the town.", ["trapped"], "other", "people shut in"),
    ("He served in Operation Northern Lion.", ["Operation Northern Lion"], "other", "a mere name of a campaign"),
    (
        "Planes dropped barrels containing chlorine.",
        ["dropped barrels"],
        "chemical_attack",
        "poison in what is dropped",
    ),
    ("Rebels infiltrated the town of Harasta.", ["infiltrated"], "assault", "a stealthy attack"),
    (
        "Gunmen fired a mortar round that landed in the market.",
        ["fired round"],
        "shelling",
        "where it lands is the same",
    ),
    ("Gunmen were negotiating a truce deal.", ["negotiating"], "talks", "what is negotiated is no second one"),
    ("Rebels used chemical weapons in Jobar.", ["used"], "chemical_attack", "what was used"),
    ("He was blamed for the use of toxic gas.", ["use"], "chemical_attack", "the use of it"),
    ("A court sentenced the editor to six years.", ["sentenced"], "other", "a sentence"),
    ("The man was charged with fraud.", ["charged"], "other", "a charge in court"),
    ("Envoys welcomed the adoption of Resolution 99.", ["adoption"], "other", "a resolution"),
    ("The country held an election in May.", ["election"], "other", "what is held"),
    ("They stayed neutral in the conflict wracking the country since 2011.", ["conflict"], "other", "what a war does"),
    ("Prices rose since the outbreak of the war.", ["war"], "other", "its outbreak"),
    ("They condemned the massacre carried out by warplanes.", ["massacre"], "airstrike", "who carried it out"),
    ("The army struck the base on Friday.", ["struck"], "airstrike", "a state strikes from afar"),
    ("Rebels struck the base on Friday.", ["struck"], "assault", "others on the ground"),
    ("Rebel forces struck the base on Friday.", ["struck"], "assault", "so do forces of no state"),
    ("Three people were killed in attacks with rocket shells on the town.", ["attacks"], "rocket_attack", "with what"),
    ("The council met on Friday.", ["met"], "talks", "a body that meets"),
    ("The army's air force struck the town.", ["struck"], "airstrike", "who flies"),
    ("A drone strike killed six.", ["drone strike"], "drone_strike", "the means before the noun; a killing beside it"),
]


@pytest.mark.parametrize(("text", "words", "kind", "why"), CASES, ids=[case[0] for case in CASES])
def test_triggers(parse, text, words, kind, why):
    parsed = parse(text)
    found = [trigger for trigger in find_triggers(parsed, find_cast(parsed)) if trigger.kind is not EventKind.KILLING]
    # one tokenizer cuts at hyphens, another does not
    assert [" ".join(word.text for word in trigger.words).replace("-", " ") for trigger in found] == words, why
    assert [trigger.kind for trigger in found] == [EventKind(kind)], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The besieged town was quiet.", "a participle before a noun tells of no event"),
        ("He arrived well in advance.", "a fixed phrase"),
        ("Unions called a general strike.", "a strike of workers"),
        ("The general oversees military operations in the region.", "a standing task"),
        ("Lawyers spoke of the conflict of interests.", "no war is told of"),
        ("They used attack, bomber and fighter aircraft.", "what the aircraft are"),
        ("The use of force was debated.", "no poison"),
        ("The bill charged too much.", "no court"),
        ("He spoke at a news conference.", "where words are said"),
        ("Firefighters fought a forest fire.", "no fighting side is told"),
    ],
)
def test_other_senses_are_no_triggers(parse, text, why):
    parsed = parse(text)
    assert find_triggers(parsed, find_cast(parsed)) == (), why
