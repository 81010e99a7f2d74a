"""Which words of an article speak of one happening, and which of two."""

from datetime import date

import pytest

from kg.extract.cast import find_cast
from kg.extract.events import find_events
from kg.extract.times import find_times

FILLER = "The roads were closed. Nobody came. It rained all day. The shops were shut. "


@pytest.fixture
def triggers_of(parse):
    """For each event, the words that tell of it."""

    def read(text):
        parsed = parse(text, published=date(2019, 3, 13))
        cast = find_cast(parsed)
        events = find_events(parsed, cast, find_times(parsed))
        spans = [sorted((event.trigger, *event.other_triggers)) for event in events]
        return [[parsed.words(span) for span in each] for each in spans]

    return read


CASES = [
    # text, groups of words, why
    (
        "A suicide bomber killed nine in Kano on Monday.\nThe bomber blew himself up at noon, police said.",
        [["killed", "blew himself up"]],
        "the lead told again",
    ),
    (
        FILLER + "Rebels shelled the western suburbs.\nA barrel bomb killed six in Douma in February.",
        [["shelled"], ["barrel bomb"]],
        "'a' speaks of something new",
    ),
    (
        FILLER + "Gunmen abducted a priest in Jos.\nGunmen abducted two nurses in Jos.",
        [["abducted"], ["abducted"]],
        "other victims",
    ),
    (
        "Shooting at the gate wounded three guards.\nThe army launched an offensive in November.",
        [["Shooting"], ["offensive"]],
        "a blow and a campaign",
    ),
    (
        "A bomb killed six in Aden on Monday.\nIn August last year another car bomb killed nine there.",
        [["killed"], ["killed"]],
        "'another'",
    ),
    (
        "NATO air strikes hit Tripoli on Monday.\nThe NATO-led coalition said the strikes destroyed a depot.",
        [["air strikes", "strikes"]],
        "who leads the coalition",
    ),
    (
        "Jets bombed Sirte on Monday.\nMore than 520 air strikes have killed 90 civilians in Sirte since May.",
        [["bombed"], ["air strikes"]],
        "a total",
    ),
    (
        "Jets struck a camp in Idlib on Monday.\nA drone attack killed a commander in February.",
        [["struck"], ["drone attack"]],
        "a finer kind, told as new",
    ),
    (
        "The killing of two priests angered many.\nThe killing of a journalist came later.",
        [["killing"], ["killing"]],
        "other people killed",
    ),
    (
        "Jets struck men who planned a missile attack on Jizan on Monday.\nThat attack killed one person.",
        [["struck"], ["missile attack", "attack"]],
        "'that' points back to the last told",
    ),
    (
        "Shelling hit eastern Aleppo and killed six.\nShelling hit western Aleppo and killed nine.",
        [["Shelling"], ["Shelling"]],
        "east and west",
    ),
    (
        "An army raid in northern Syria killed six people.\nTuesday's strike in the town of Barisha was deadly.",
        [["raid", "strike"]],
        "a weekday's strike is that of the lead",
    ),
    (
        "Warplanes struck a school in Hajin.\nWednesday's attack was the worst in Hajin.",
        [["struck", "attack"]],
        "a weekday's attack is a known one",
    ),
    (
        "Moscow denied any part in the raids.\nThe raids on Idlib killed six people on Monday.",
        [["raids", "raids"]],
        "what one had no part in happened all the same",
    ),
    (
        "Army air raids in northern Syria killed six people.\nThe strikes hit the village of Barisha.",
        [["air raids", "strikes"]],
        "so of several",
    ),
    (
        "A strike in northern Syria killed six people.\nThe strike hit the village of Barisha.",
        [["strike", "strike"]],
        "the village lies in the wide place",
    ),
    (
        "A strike in northern Syria killed six people.\nAnother strike hit the village of Barisha.",
        [["strike"], ["strike"]],
        "another one",
    ),
    (
        FILLER + "A strike on a bus killed 10 people in Aleppo.\nStrikes on the east of the city killed 21 people.",
        [["strike"], ["Strikes"]],
        "each has its own dead",
    ),
    (
        "An air strike killed eleven people in Homs on Friday.\n"
        + FILLER
        + "A raid on the Waer quarter killed eleven civilians.",
        [["air strike", "raid"]],
        "the same toll",
    ),
    (
        "Air strikes killed three people in Homs on Friday.\n"
        + FILLER
        + "An air strike killed three civilians in Homs, police said.",
        [["Air strikes", "air strike"]],
        "a small toll, the same place",
    ),
    (
        "Air strikes killed three people in Homs on Friday.\n"
        + FILLER
        + "An air strike killed two civilians in Homs, police said.",
        [["Air strikes"], ["air strike"]],
        "another toll",
    ),
    (
        "Nine people were killed in an attack in Kano on Monday.\n"
        "A suicide bomber blew himself up in the village of Gezawa, police said.",
        [["attack", "blew himself up"]],
        "the one bomber of the lead, told in full",
    ),
    (
        "Two priests held a wedding of a soldier in Jos.\nPolice opened an inquiry into the fire.",
        [["wedding"], ["inquiry"]],
        "two happenings of no kind",
    ),
    (
        "The army began an offensive in Homs province.\nA car bomb attack killed six in Hama on Monday.\n"
        "The attack was condemned.",
        [["offensive"], ["car bomb attack", "attack"]],
        "'the attack' is the last blow rather than the offensive",
    ),
    (
        "Nine children and 14 women were killed in air raids on Idlib.\nMissile strikes killed 23 civilians in Idlib.",
        [["air raids", "Missile strikes"]],
        "the toll is the sum of two",
    ),
    (
        "Rebels fired rockets at the town of Sarmin.\nThe rockets were launched from a village near Harem.",
        [["fired rockets", "rockets were launched"]],
        "'the rockets' are those told before",
    ),
    (
        "Rebels regained the village of Qasab two days after it was seized by the army.",
        [["regained"], ["seized"]],
        "each side takes the village",
    ),
    (
        "A bomb killed six in Aden on Monday, the latest in a spate of blasts in the port.",
        [["killed"], ["blasts"]],
        "the last of many",
    ),
    (
        "A landmine killed a woman in Azaz on Monday.\nA motorcycle bomb wounded three people in Hasaka.",
        [["killed"], ["wounded"]],
        "two kinds of bombs in two towns",
    ),
    (
        "A series of air strikes killed 20 people in Idlib.\nAn air strike hit a lorry in Sarmada.",
        [["air strikes"], ["air strike"]],
        "one of a series",
    ),
    (
        "More than 300,000 people have been killed since the conflict began.\nThe war has drawn in many states.",
        [["conflict"]],
        "the dead of a war are no killing of their own",
    ),
    (
        "Rebels captured Goma on Monday.\nThey captured Bukavu on Tuesday.",
        [["captured"], ["captured"]],
        "two towns",
    ),
]


@pytest.mark.parametrize(("text", "groups", "why"), CASES, ids=[case[-1] for case in CASES])
def test_one_happening_is_one_event(triggers_of, text, groups, why):
    assert triggers_of(text) == groups, why
