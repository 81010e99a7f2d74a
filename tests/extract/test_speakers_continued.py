"""Who goes on speaking. Sentences are ours."""

from collections.abc import Callable

import pytest

from kg.extract.cast import find_cast
from kg.extract.statements import find_statements
from kg.extract.times import find_times
from kg.nlp import Parsed

Parse = Callable[..., Parsed]

# the text, the words for a speaker, whom they mean (None: undecided), why
SPEAKERS = [
    (
        "Police chief Omar Haddad said nine had died. A gunman had run into the market. He said the road was shut.",
        "He",
        "Omar Haddad",
        "who acts in between is no speaker before",
    ),
    (
        "Omar Haddad said a doctor had fled the town. He said the hospital was empty.",
        "He",
        "Omar Haddad",
        "who acts in what was said speaks no word",
    ),
    (
        "The raid hit Goma prompting outrage from relief director Omar Haddad. “The raid is a crime. It was planned "
        "for months. The army had no warning,” he said adding that the school had been hit before.",
        "he",
        "Omar Haddad",
        "the one person named right before, though no subject",
    ),
    (
        "Omar Haddad said the bridge fell. Mayor Idris Bello arrived at noon. “We had no warning,” he said.",
        "he",
        "Idris Bello",
        "who acts later in the article's own words goes on",
    ),
    (
        "Omar Haddad said the bridge was gone. Nadia Salim, a spokeswoman for the council, said help was on its way. "
        "“We have no tents,” she said.",
        "she",
        "Nadia Salim",
        "the later of two",
    ),
    (
        "Nadia Salim, a spokeswoman for the council, said help was on its way. Omar Haddad said the bridge was gone. "
        "“We have no tents,” she added.",
        "she",
        "Nadia Salim",
        "a spokeswoman is she, whoever spoke after her",
    ),
    (
        "The Peace Monitor said six soldiers were killed. Troops of the Tula Brigade stormed the village. "
        "It said two more had died in hospital.",
        "It",
        "the Peace Monitor",
        "a body goes on speaking",
    ),
    (
        "A medical source said six soldiers were killed. It added that two more had died in hospital.",
        "It",
        "a medical source",
        "a source is it",
    ),
    (
        "The minister told reporters the army would buy arms. “We have hired many men. They come from all over the "
        "land. They are young. They work well. We need more of them. We had not hired in years,” said the minister. "
        "“This is what the money is for. It was long due. The army had none. The law is clear. It will be spent "
        "well,” he added.",
        "he",
        "The minister",
        "the words of a long quote lie in between, not others' words",
    ),
    (
        "The minister met President Omar Haddad in Goma. The minister said arms would be bought for Omar Haddad. "
        "According to him, the army had none.",
        "him",
        "The minister",
        "who spoke, in another case",
    ),
    (
        "Army units crossed the Tula (steppe) a military source told the agency. They now held the Tula (steppe) "
        "the source said. It added that a drone had been shot down.",
        "It",
        "a military source",
        "no brackets before an article are of the source",
    ),
    (
        "Diplomats said the talks had failed. They said both sides would meet again.",
        "They",
        "diplomats",
        "many go on speaking",
    ),
    (
        "Several witnesses said the shop had burned down. It said nothing was left.",
        "It",
        None,
        "no body spoke",
    ),
    (
        "The city council did not name the attackers although it said clarity was needed.",
        "it",
        "the city council",
        "the subject of the clause above",
    ),
    (
        "The United States condemns the raid on the camp. The victims were refugees. "
        "We urge the council to find those who did it.",
        "We",
        "United States",
        "a body's own release",
    ),
    (
        "The Peace Monitor said nine soldiers had died. Troops of the Tula Brigade stormed the village. "
        "The group said the toll could rise.",
        "The group",
        "Peace Monitor",
        "who spoke last, not who acted last",
    ),
    (
        "The service known as the White Helmets said nine people had died.",
        "The service known as the White Helmets",
        "White Helmets",
        "by what it is called",
    ),
    (
        "Head of the Tula media office Omar Haddad said the rebels had left. He added that the town was calm.",
        "He",
        "Omar Haddad",
        "the name behind the body of a role",
    ),
]


@pytest.mark.parametrize(("text", "words", "meant", "why"), SPEAKERS, ids=[row[3] for row in SPEAKERS])
def test_who_speaks_goes_on_speaking(parse: Parse, text: str, words: str, meant: str | None, why: str) -> None:
    parsed = parse(text)
    cast = find_cast(parsed)
    found = [
        each.speaker_referent
        for each in find_statements(parsed, cast, find_times(parsed))
        if words in [span.of(text) for span in each.speaker]
    ]
    assert found, why
    name = None if found[-1] is None else cast.referents[found[-1]].name
    assert (name and name.lower().removeprefix("the ")) == (meant and meant.lower().removeprefix("the ")), why


@pytest.mark.parametrize(
    ("text", "maker"),
    [
        ("A tally by the Tula Council said nine people had died.", "Tula Council"),
        ("A report released by the Tula Council said that the bridge was gone.", "Tula Council"),
        ("According to information provided by the Tula Council, nine people had died.", "Tula Council"),
    ],
)
def test_what_tells_is_of_who_made_it(parse: Parse, text: str, maker: str) -> None:
    parsed = parse(text)
    cast = find_cast(parsed)
    (statement,) = find_statements(parsed, cast, find_times(parsed))
    assert statement.speaker_referent is not None
    assert cast.referents[statement.speaker_referent].name.removeprefix("the ") == maker
