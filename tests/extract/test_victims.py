"""The unnamed people killed in one event are one actor, however often an article counts them."""

import pytest

from kg.extract.read import read

JOINED = [
    (
        "A bomb killed 12 civilians in Goma on Monday. The blast killed at least 14 people, a doctor said.",
        ("12 civilians", "at least 14 people"),
        True,
        "two tolls of one blast",
    ),
    (
        "A bomb killed 12 civilians and wounded 20 other people in Goma on Monday.",
        ("12 civilians", "20 other people"),
        True,
        "people and no more: whoever was hit",
    ),
    (
        "A bomb killed 12 people and wounded 20 farmers in Goma on Monday.",
        ("12 people", "20 farmers"),
        False,
        "the wounded are told to be others",
    ),
    (
        "A bomb killed 12 people in Goma on Monday. An air strike killed 14 people in Bukavu on Tuesday.",
        ("12 people", "14 people"),
        False,
        "two events",
    ),
    (
        "A bomb killed 12 people in Goma on Monday. The bomb killed 300 people, a doctor said.",
        ("12 people", "300 people"),
        False,
        "too many more",
    ),
    (
        "A bomb killed 12 people and five rebels in Goma on Monday.",
        ("12 people", "five rebels"),
        False,
        "fighters are no bystanders",
    ),
    (
        "A bomb killed 15 civilians, among them 11 children, in Goma.",
        ("15 civilians", "11 children"),
        True,
        "a part of them",
    ),
    (
        "A bomb killed 15 people including a woman and two children in Goma.",
        ("15 people", "two children"),
        True,
        "the second part",
    ),
    (
        "Activists including a doctor fled Goma. A bomb killed a doctor.",
        ("Activists", "a doctor"),
        False,
        "not counted",
    ),
]


@pytest.mark.parametrize(("text", "words", "same", "why"), JOINED)
def test_victims_of_one_event(parse, text: str, words: tuple[str, str], same: bool, why: str) -> None:
    parsed = parse(text)
    reading = read(parsed)
    one, other = (
        next(each for each in reading.mentions if parsed.words(each.span) == each_words) for each_words in words
    )
    if same:
        assert one.referent is not None, why
    assert (one.referent is not None and one.referent == other.referent) is same, why


def test_indices_still_fit_after_victims_were_joined(parse) -> None:
    parsed = parse("A bomb killed 12 civilians in Goma on Monday. The blast killed 14 people, Omar Haddad said.")
    reading = read(parsed)
    for n, referent in enumerate(reading.referents):
        assert all(reading.mentions[m].referent == n for m in referent.mentions)
    targets = [part.referent for event in reading.events for part in event.participants if part.role == "target"]
    assert len(targets) == len(set(targets))


def test_the_dead_of_a_whole_war_are_no_actor(parse) -> None:
    parsed = parse(
        "Shells killed 12 people in Goma. More than 280000 people have died since the war broke out in 2011."
    )
    reading = read(parsed)
    of = {parsed.words(one.span): one.referent for one in reading.mentions}
    assert of["12 people"] is not None
    assert of["More than 280000 people"] is None
