"""The lists of the world's actors and countries, and their look-up."""

import pycountry
import pytest

from kg.extract.lexicon import army_of, country_of_people, fold, government_key, known_actors, split_phrase
from kg.resources import read_rules, read_table


def test_every_country_code_is_one_of_the_standard() -> None:
    known = {country.alpha_2 for country in pycountry.countries} | {"XK"}
    assert set(read_table("countries.toml")) <= known


def test_every_alias_names_one_actor_only() -> None:
    owners: dict[str, set[str]] = {}
    for key, actor in known_actors().items():
        for form in (*(() if key.startswith("government-of-") else (actor.name,)), *actor.aliases):
            owners.setdefault(form, set()).add(key)
    assert {form: sorted(keys) for form, keys in owners.items() if len(keys) > 1} == {}


def test_same_as_is_given_once() -> None:
    ends = [end for actor in known_actors().values() for end in actor.same_as]
    assert len(ends) == len(set(ends))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("U.S.", "us"), ("Erdoğan", "erdogan"), ("People’s", "people's"), ("AL-BAB", "al-bab")],
)
def test_fold(text: str, expected: str) -> None:
    assert fold(text) == expected


def test_phrases_are_cut_as_the_tokenizer_cuts() -> None:
    assert split_phrase("People's Al-Quds Army") == ("People", "'s", "Al", "Quds", "Army")


def test_governments_and_armies_have_keys() -> None:
    assert government_key("NO") == "government-of-norway"
    assert army_of("SY") == "syrian-arab-army"
    assert army_of("KE") == "armed-forces-of-kenya"
    assert country_of_people("norwegian") == "Norway"
    assert country_of_people("martian") is None


def test_rules_are_declared() -> None:
    rules = read_rules()
    for rule in ("mentions.known-actor", "coreference.surname", "ties.clashes-between", "affiliations.employer"):
        assert 0 < rules[rule]["confidence"] <= 1
