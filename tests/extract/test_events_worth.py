"""What speaks for a happening being written down; the language model is played."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from kg.extract.cast import find_cast
from kg.extract.events import find_drafts
from kg.extract.events_worth import are_worth, features
from kg.extract.times import find_times
from kg.resources import read_table
from tests.conftest import Parse
from tests.extract.test_events_told import Played

TEXT = "Rebels shelled Goma on 12 March 2016. The shelling of Bukavu killed 12. The army fled the camp it had taken."
LIKELY = {"shelled": 0.8, "shelling": 0.6, "killed": 0.0, "fled": 0.5, "taken": 0.2}
KINDS = {"fled": "retreat", "taken": "capture_of_place"}


def read(parse: Parse, likely: Mapping[str, float] = LIKELY) -> dict[str, dict[str, float]]:
    """The features of each happening, by its first word."""
    parsed = parse(TEXT)
    words = {word: (0.9, chosen, KINDS.get(word, "shelling")) for word, chosen in likely.items()}
    apart = frozenset({frozenset({"shelled", "shelling"})})
    parsed = replace(parsed, telling=Played(parsed, words, apart=apart))
    drafts = find_drafts(parsed, find_cast(parsed), find_times(parsed))
    assert parsed.telling is not None
    found = features(drafts, parsed.telling)
    return {draft.first.token.text: one for draft, one in zip(drafts, found, strict=True)}


def test_each_feature_has_a_weight_and_each_weight_a_feature(parse: Parse) -> None:
    weights = read_table("events_worth.toml")["weights"]
    assert all(set(found) == set(weights) for found in read(parse).values())


@pytest.mark.parametrize(
    ("name", "word", "other", "why"),
    [
        ("picked", "shelled", "fled", "a reader would rather pick it"),
        ("dated", "shelled", "shelling", "on 12 March"),
        ("outdone", "shelling", "shelled", "another of its kind is likelier"),
        ("like_before", "fled", "shelling", "the shelling is told to be another one"),
        ("definite", "shelling", "shelled", "the shelling"),
    ],
)
def test_a_feature_is_higher(parse: Parse, name: str, word: str, other: str, why: str) -> None:
    found = read(parse)
    assert found[word][name] > found[other][name], why


def test_the_likelier_a_reader_is_to_pick_it_the_more_it_is_worth(parse: Parse) -> None:
    parsed = parse("Rebels shelled Goma on Monday.")

    def worth(chosen: float) -> bool:
        played = Played(parsed, {"shelled": (0.9, chosen, "shelling")})
        drafts = find_drafts(replace(parsed, telling=played), find_cast(parsed), find_times(parsed))
        return are_worth(drafts, played)[0]

    assert [worth(chosen) for chosen in (0.0, 0.9)] == [False, True]
