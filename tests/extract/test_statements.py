"""What is said, and by whom. Sentences are ours."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.cast import Cast, find_cast
from kg.extract.statements import find_statements, tie_statements
from kg.extract.times import find_times
from kg.model import EventKind, EventReport, Span, Statement, Status, When
from kg.nlp import Parsed, Parser
from kg.resources import read_rules
from tests.conftest import make_document

Parse = Callable[..., Parsed]
NOBODY = Cast.of((), ())


def read(parsed: Parsed, cast: Cast = NOBODY) -> tuple[Statement, ...]:
    return find_statements(parsed, cast, find_times(parsed))


def told(parsed: Parsed) -> list[tuple[str, str, str, str]]:
    """(speaker, cue, content, mode) of each statement."""
    text = parsed.document.text
    return [
        (
            " … ".join(span.of(text) for span in statement.speaker),
            " ".join(span.of(text) for span in statement.cue),
            " … ".join(span.of(text) for span in statement.content),
            statement.mode.value,
        )
        for statement in read(parsed, find_cast(parsed))
    ]


STATEMENTS = [
    (
        "According to reports dozens of farmers and their children have fled the valley.",
        [("reports", "According to", "dozens of farmers and their children have fled the valley", "indirect")],
        "a count behind who tells it, the comma lost",
    ),
    ("He had called in sick for the previous three days.", [], "nothing is called for"),
    (
        "Omar Haddad recalled the moment of the blast. “I ran to the door and saw smoke.”",
        [("Omar Haddad", "", "I ran to the door and saw smoke.", "direct")],
        "a quote behind a sentence that tells of its speaker",
    ),
    ("The mayor visited the site. “It was a nice day.”", [("", "", "It was a nice day.", "direct")], "nobody's"),
    (
        '"The bridge is gone," the mayor said.',
        [("the mayor", "said", "The bridge is gone", "direct")],
        "quote, speaker, cue",
    ),
    (
        "“We will not leave,” said Major Idris Bello, a spokesman for the army.",
        [("Major Idris Bello, a spokesman for the army", "said", "We will not leave", "direct")],
        "quote, cue, speaker with apposition",
    ),
    (
        'The mayor told reporters: "The bridge is gone."',
        [("The mayor", "told", "The bridge is gone.", "direct")],
        "cue first",
    ),
    (
        '"We hold the hill," she said, "and we will stay there."',
        [("she", "said", "We hold the hill … and we will stay there.", "direct")],
        "the cue cuts a quote in two: one statement",
    ),
    (
        '"We hold the hill," she said. "The road is open."',
        [("she", "said", "We hold the hill", "direct"), ("she", "", "The road is open.", "direct")],
        "a second sentence of the same speaker: a row of its own",
    ),
    (
        '"The number of the dead has risen to forty."',
        [("", "", "The number of the dead has risen to forty.", "direct")],
        "nobody",
    ),
    (
        "The mayor said that the bridge was gone.",
        [("The mayor", "said", "the bridge was gone", "indirect")],
        "with that",
    ),
    (
        "The mayor said on Monday the bridge was gone.",
        [("The mayor", "said", "the bridge was gone", "indirect")],
        "without that, a day between",
    ),
    (
        "The bridge was destroyed overnight, the mayor said.",
        [("the mayor", "said", "The bridge was destroyed overnight", "indirect")],
        "behind the clause",
    ),
    (
        "Shells hit the market in Aden the health ministry said.",
        [("the health ministry", "said", "Shells hit the market in Aden", "indirect")],
        "the comma is lost",
    ),
    (
        "Nine people were wounded in the blast said the head of the clinic.",
        [("the head of the clinic", "said", "Nine people were wounded in the blast", "indirect")],
        "the comma is lost, the verb first",
    ),
    (
        "In the north, the colonel said, troops have taken two villages.",
        [("the colonel", "said", "In the north … troops have taken two villages", "indirect")],
        "in the middle",
    ),
    (
        'The army said it had met "fierce resistance" in the suburb.',
        [("The army", "said", 'it had met "fierce resistance" in the suburb', "mixed")],
        "a part is quoted",
    ),
    (
        "At least nine people were killed, according to the ministry.",
        [("the ministry", "according to", "At least nine people were killed", "indirect")],
        "according to, behind",
    ),
    (
        "According to the ministry, nine people were killed.",
        [("the ministry", "According to", "nine people were killed", "indirect")],
        "according to, before",
    ),
    (
        "Rescuers and residents said the school was empty.",
        [
            ("Rescuers", "said", "the school was empty", "indirect"),
            ("residents", "said", "the school was empty", "indirect"),
        ],
        "two speakers of one clause are two rows",
    ),
    (
        "The governor said the road was cut and added that help was coming.",
        [
            ("The governor", "said", "the road was cut", "indirect"),
            ("The governor", "added", "help was coming", "indirect"),
        ],
        "two verbs, one speaker",
    ),
    (
        "The governor said the road was cut, adding that help was coming.",
        [
            ("The governor", "said", "the road was cut", "indirect"),
            ("The governor", "adding", "help was coming", "indirect"),
        ],
        "adding",
    ),
    (
        "The group claimed responsibility for the attack.",
        [("The group", "claimed", "responsibility for the attack", "indirect")],
        "a claim of responsibility",
    ),
    (
        "The alliance tweeted on Wednesday it was still bombing the ridge.",
        [("The alliance", "tweeted", "it was still bombing the ridge", "indirect")],
        "tweeted, taken for a participle",
    ),
    (
        "The minister urged both sides to stop firing.",
        [("The minister", "urged", "to stop firing", "indirect")],
        "a call",
    ),
    (
        "The pilot reportedly ejected over the lake.",
        [("", "reportedly", "ejected over the lake", "indirect")],
        "hearsay",
    ),
    (
        "The agency quoted a farmer as saying the well was dry.",
        [
            ("a farmer", "quoted as saying", "the well was dry", "indirect"),
            ("The agency", "quoted as saying", "the well was dry", "indirect"),
        ],
        "quoted as saying: both say it",
    ),
    (
        'The mayor went on:\n"Nobody is left in the village."',
        [("The mayor", "went on", "Nobody is left in the village.", "direct")],
        "a colon before the paragraph of the quote",
    ),
    (
        'The mayor said the village was empty. "Nobody is left."',
        [
            ("The mayor", "said", "the village was empty", "indirect"),
            ("The mayor", "", "Nobody is left.", "direct"),
        ],
        "a quote right behind what the same speaker said",
    ),
    (
        "The mayor said nine people had died. Later the mayor said that nine people had died.",
        [("The mayor", "said", "nine people had died", "indirect")],
        "the same thing twice is one statement",
    ),
    (
        "The mayor said nine people had died in the flood. Later the mayor said ten people had died in the flood.",
        [
            ("The mayor", "said", "nine people had died in the flood", "indirect"),
            ("the mayor", "said", "ten people had died in the flood", "indirect"),
        ],
        "another number is another statement",
    ),
    (
        "“We have to vote,” said the father of two, who gave no name. “They will fire us.”",
        [
            ("the father of two", "said", "We have to vote", "direct"),
            ("the father of two", "", "They will fire us.", "direct"),
        ],
        "a relative clause between two quotes",
    ),
    (
        "The fort fell in a raid from Dura, a small village near the border, a commander with the militia said.",
        [
            (
                "a commander with the militia",
                "said",
                "The fort fell in a raid from Dura, a small village near the border",
                "indirect",
            )
        ],
        "an apposition that the parser swallowed",
    ),
    (
        "She was shot while buying bread for her mother Amnesty International said.",
        [("Amnesty International", "said", "She was shot while buying bread for her mother", "indirect")],
        "a name behind a noun, the comma lost",
    ),
    (
        "Three men died in a raid near central Aden local media reported.",
        [("local media", "reported", "Three men died in a raid near central Aden", "indirect")],
        "a plain plural behind a place, the comma lost",
    ),
    (
        "Nine rebels were killed according to Amal Haddad women were among the wounded.",
        [("Amal Haddad", "according to", "Nine rebels were killed", "indirect")],
        "the name ends where the next sentence begins",
    ),
    (
        "Turkey said the raid had failed; the council of the town put the number of those who fled at 2,000.",
        [
            ("Turkey", "said", "the raid had failed", "indirect"),
            ("the council of the town", "put", "the number of those who fled at 2,000", "indirect"),
        ],
        "a semicolon ends what is said; a number that is put",
    ),
    (
        "The governor said the road was cut and called for a truce.",
        [
            ("The governor", "said", "the road was cut", "indirect"),
            ("The governor", "called", "a truce", "indirect"),
        ],
        "another saying behind and",
    ),
    (
        "The militia reported earlier on Friday it had left the ridge.",
        [("The militia", "reported", "it had left the ridge", "indirect")],
        "a finite verb taken for a participle",
    ),
    (
        "The Britain-based observatory and local fighters said a bomb exploded in the suburb.",
        [
            ("The Britain-based observatory", "said", "a bomb exploded in the suburb", "indirect"),
            ("local fighters", "said", "a bomb exploded in the suburb", "indirect"),
        ],
        "a body and its witnesses",
    ),
    (
        "The union condemned the murder of three priests.",
        [("The union", "condemned", "the murder of three priests", "indirect")],
        "what is condemned may be anything",
    ),
    (
        'The president hailed the retreat as "a great victory" on Monday.',
        [("The president", "hailed", 'the retreat as "a great victory"', "mixed")],
        "hailed as",
    ),
    (
        "The army asked residents to stay away from the bridge.",
        [("The army", "asked", "to stay away from the bridge", "indirect")],
        "a request",
    ),
    (
        "Idris Bello: We have taken the town.",
        [("Idris Bello", "", "We have taken the town", "indirect")],
        "a name heads the sentence",
    ),
    (
        'The two leaders set out their aims: "Our people form the strongest part of the trade. We will stay."',
        [("The two leaders", "", "Our people form the strongest part of the trade. We will stay.", "direct")],
        "presented before a colon",
    ),
    (
        "The rebels said in a statement posted on Telegram on Tuesday that they had left.",
        [("The rebels", "said", "they had left", "indirect")],
        "a participle of the medium before that",
    ),
    (
        "The inquiry found that the raid had killed nine people. The patrol found that the road was mined.",
        [("The inquiry", "found", "the raid had killed nine people", "indirect")],
        "what an inquiry finds is said, what a patrol finds is not",
    ),
    (
        "A crash in the town killed at least 27 people on Monday activists said.",
        [("activists", "said", "A crash in the town killed at least 27 people on Monday", "indirect")],
        "a plain plural behind a day, the comma lost",
    ),
    (
        "Clinics have been hit by strikes that may amount to crimes the United Nations said without laying blame.",
        [
            (
                "the United Nations",
                "said",
                "Clinics have been hit by strikes that may amount to crimes",
                "indirect",
            )
        ],
        "without doing something",
    ),
    (
        "A resident of the town backed that account saying he heard blasts for an hour.",
        [("A resident of the town", "saying", "he heard blasts for an hour", "indirect")],
        "an account does not speak",
    ),
    (
        "State media accused rebels of using gas on Saturday against troops.",
        [("State media", "accused", "rebels of using gas on Saturday against troops", "indirect")],
        "a participle takes no object",
    ),
    (
        '"There is new shelling and it is heavy" Idris Bello of the Aden based Front group told Reuters.',
        [("Idris Bello of the Aden based Front group", "told", "There is new shelling and it is heavy", "direct")],
        "all that stands between a quote and its cue",
    ),
    (
        "State media reported that rebels damaged the station while a local activist in the town said it was not hit.",
        [
            ("State media", "reported", "rebels damaged the station", "indirect"),
            ("a local activist in the town", "said", "it was not hit", "indirect"),
        ],
        "one statement ends where the next speaker begins",
    ),
    (
        "The office said that up to ten clinics were reported to have been damaged.",
        [("The office", "said", "up to ten clinics were reported to have been damaged", "indirect")],
        "hearsay that somebody named tells",
    ),
    (
        "Earlier the reporter noted that a shell hit the market.",
        [("the reporter", "noted", "a shell hit the market", "indirect")],
        "a time before the speaker",
    ),
    (
        "Strikes had killed at least 14 people as they were crossing the river the Syrian Observatory for Human Rights "
        "(SOHR) said on Friday.",
        [
            (
                "the Syrian Observatory for Human Rights (SOHR)",
                "said",
                "Strikes had killed at least 14 people as they were crossing the river",
                "indirect",
            )
        ],
        "a name and its acronym, the comma lost",
    ),
    (
        "The car was destroyed before it reached the district said the source stressing that nobody was hurt.",
        [
            ("the source", "said", "The car was destroyed before it reached the district", "indirect"),
            ("the source", "stressing", "nobody was hurt", "indirect"),
        ],
        "a clause of the next saying is none of this one",
    ),
    (
        "Local and media sources said that aircraft hit a plant.",
        [("Local and media sources", "said", "aircraft hit a plant", "indirect")],
        "two kinds of one noun",
    ),
    ("The gaps in the figures reported could not be explained.", [], "a clause without subject"),
    ("The raid killed 60 people on the river said.", [], "those who died do not speak"),
    ("The chancellor told reporters after the meeting that was held on a boat.", [], "a relative clause"),
    ("Aden: The town has fallen.", [], "a place heads the sentence"),
    ("The court condemned nine men to death.", [], "a sentence, no judgement"),
    ("Two others reported missing were found.", [], "a fate, no saying"),
    ("The army hopes to take the town by June.", [], "a hope was not said"),
    ("There was no immediate comment from the army.", [], "no comment"),
    ("The raid is believed to have killed nine people.", [], "nobody believes it by name"),
    ("No group has claimed responsibility for the attack.", [], "nobody"),
    ("When asked about the raid, the colonel responded angrily.", [], "no words of his are told"),
    ("The blast claimed nine lives, and Turkey Denies Plans.", [], "claimed lives, and a headline"),
    (
        "We condemn the attack on the school.",
        [("We", "condemn", "the attack on the school", "indirect")],
        "a press release speaks of itself as we",
    ),
    (
        "Residents said they heard explosions, and that power went out.",
        [("Residents", "said", "they heard explosions, and that power went out", "indirect")],
        "a second clause with that",
    ),
    (
        "The bridge was mined, one officer said on condition that he not be identified.",
        [("one officer", "said", "The bridge was mined", "indirect")],
        "what the speaker asked for is not what was said",
    ),
    (
        "A senior official, speaking on condition of anonymity as he may not talk, told reporters the convoy was hit.",
        [("A senior official", "told", "the convoy was hit", "indirect")],
        "an aside between speaker and cue",
    ),
    (
        "The militia said it held the ridge and warned of further raids.",
        [
            ("The militia", "said", "it held the ridge", "indirect"),
            ("The militia", "warned", "further raids", "indirect"),
        ],
        "a warning of something",
    ),
    (
        "The army has rejected calls to halt the raids.",
        [("The army", "rejected", "calls to halt the raids", "indirect")],
        "a call, with what is called for",
    ),
    (
        "The front is regarded by the ministry as the strongest force in the valley.",
        [("the ministry", "regarded", "the strongest force in the valley", "indirect")],
        "as what it is seen",
    ),
    (
        "The mayor told reporters Monday the bridge was gone.",
        [("The mayor", "told", "the bridge was gone", "indirect")],
        "a bare day between who is told and what",
    ),
    (
        "The general said he would not talk, state media reported.",
        [
            ("state media", "reported", "The general said he would not talk", "indirect"),
            ("The general", "said", "he would not talk", "indirect"),
        ],
        "one saying inside another",
    ),
    (
        "State television reported the ship was seized, citing a port official.",
        [
            ("State television", "reported", "the ship was seized", "indirect"),
            ("a port official", "citing", "the ship was seized", "indirect"),
        ],
        "citing: both say it",
    ),
    ("The fleet is said to be near the strait.", [], "nobody says so"),
    ("He left without saying who had won.", [], "not said, though saying"),
    ("The mine claimed the life of a farmer.", [], "claimed is no word of saying here"),
    ('The so-called "emirate" lost its last village.', [], "a scare quote"),
    ("The minister will say that the war is over.", [], "not yet said"),
    ("The minister did not say whether the road was open.", [], "not said"),
    ("The soldiers took the hill at dawn.", [], "the article's own voice"),
    ("The captured general is called the Fox.", [], "a name"),
]


@pytest.mark.parametrize(("text", "expected", "why"), STATEMENTS, ids=[row[2] for row in STATEMENTS])
def test_statements(parse: Parse, text: str, expected: list[tuple[str, str, str, str]], why: str) -> None:
    assert told(parse(text)) == expected, why


def test_what_something_is_declared_to_be_is_said_of_it(parse: Parse) -> None:
    parsed = parse("The union has declared the whole province of Goma a disaster area.")
    if parsed.pairs is None:
        pytest.skip("the small model reads a clause without a verb there")
    content = "the whole province of Goma a disaster area"
    assert told(parsed) == [("The union", "declared", content, "indirect")]


STANCES = [
    ("The army said the town had fallen.", "asserts"),
    ("The army denied that the town had fallen.", "denies"),
    ("The army denied shelling the town.", "denies"),
    ("The army rejected the accusations.", "denies"),
    ("The rebels accused the army of shelling the town.", "blames"),
    ("The rebels blamed the army for the blast.", "blames"),
    ("The mayor held the army responsible for the deaths.", "blames"),
    ("The mayor held the rebels responsible for the attack.", "blames"),
    ("The mayor holds the rebels accountable for the blast.", "blames"),
    ("The rebels said the raid was carried out by either jets or drones of the army.", "asserts"),
    ("The rebels threatened to blow up the dam.", "threatens"),
    ("The rebels vowed to fight on.", "threatens"),
    ("The rebels vowed on Tuesday to crush the army.", "threatens"),
    ("The envoy called for a ceasefire.", "calls_for"),
    ("The envoy called on the army to withdraw.", "calls_for"),
    ("“Please stay away from the bridge,” the mayor said.", "calls_for"),
    ("The army issued an ultimatum stating that it would storm the town.", "threatens"),
]


@pytest.mark.parametrize(("text", "stance"), STANCES, ids=[row[0] for row in STANCES])
def test_stance(parse: Parse, text: str, stance: str) -> None:
    assert [statement.stance.value for statement in read(parse(text))] == [stance]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The mayor said on Tuesday that the bridge was gone.", date(2021, 6, 8)),
        ("On Tuesday the mayor said that the bridge was gone.", date(2021, 6, 8)),
        ("In a video released on Tuesday, the mayor said the bridge was gone.", date(2021, 6, 8)),
        ("The mayor issued a statement on Tuesday saying that the bridge was gone.", date(2021, 6, 8)),
        ("The mayor said that the bridge was hit on Tuesday.", None),
        ("The army, which took the town on Tuesday, said that the bridge was gone.", None),
        ("The group, formed in June 2015, said that the bridge was gone.", None),
        ("The council, which released a convoy on Tuesday, said that the bridge was gone.", None),
        ("The council, citing a report released on Tuesday, said that the bridge was gone.", None),
        ("The report, released on Tuesday, said that the bridge was gone.", date(2021, 6, 8)),
        ("Speaking on Tuesday, the mayor said that the bridge was gone.", date(2021, 6, 8)),
        ("Reports emerged on Tuesday that the bridge was gone.", date(2021, 6, 8)),
    ],
)
def test_the_day_of_saying_stands_with_the_cue(parse: Parse, text: str, day: date | None) -> None:
    (statement,) = read(parse(text, published=date(2021, 6, 9)))
    assert (statement.said.latest if statement.said else None) == day


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("The army said in a statement that the town had fallen.", "statement"),
        ("The army issued a statement saying that the town had fallen.", "statement"),
        ("The army put out a video calling on the garrison to surrender.", "video"),
        ("The group claimed responsibility for the blast in a statement.", "statement"),
        ("The army tweeted that the town had fallen.", "tweet"),
        ("In a post on Twitter, the army said the town had fallen.", "tweet"),
        ("General Bello was quoted on state television as saying that the town had fallen.", "television"),
        ("The general said in an interview that the town had fallen.", "interview"),
        ("The general told state television that the town had fallen.", "television"),
        ("The army statement said the town had fallen.", "statement"),
        ("The army said the town had fallen.", None),
    ],
)
def test_medium(parse: Parse, text: str, medium: str | None) -> None:
    (statement,) = read(parse(text))
    assert statement.medium == medium


@pytest.mark.parametrize(
    ("text", "anonymous"),
    [
        ("A commander said the town had fallen.", True),
        ("Residents said the town had fallen.", True),
        ("One of the residents said the town had fallen.", True),
        ("Colonel Idris Bello said the town had fallen.", False),
        ("The rebels said the town had fallen.", False),
        ("The ministry said the town had fallen.", False),
    ],
)
def test_anonymity_is_of_unnamed_persons(parse: Parse, text: str, anonymous: bool) -> None:
    parsed = parse(text)
    assert [statement.anonymous for statement in read(parsed, find_cast(parsed))] == [anonymous]


def test_a_quote_that_goes_on_was_told_to_the_same_on_the_same_day(parse: Parse) -> None:
    text = '"The bridge is gone," Idris Bello told The Associated Press on Tuesday. "Nobody can cross."'
    parsed = parse(text, published=date(2021, 6, 9))
    first, second = read(parsed, find_cast(parsed))
    assert first.addressee is not None
    assert second.addressee == first.addressee
    assert second.said == first.said
    assert second.cue == ()


def make_report(kind: EventKind, trigger: Span, day: When) -> EventReport:
    happened = Status.HAPPENED
    return EventReport(kind, trigger, (), None, happened, False, day, None, None, (), None, None, trigger, "test")


def test_a_statement_that_speaks_is_of_who_made_it(parse: Parse) -> None:
    parsed = parse("The Taliban said in a statement that the road was open. The statement said the bridge was gone.")
    first, second = read(parsed, find_cast(parsed))
    assert first.speaker_referent is not None
    assert second.speaker_referent == first.speaker_referent


@pytest.mark.parametrize(
    ("text", "maker"),
    [
        ("The Taliban issued a statement on Monday. The statement said the bridge was gone.", "Taliban"),
        ("A statement was issued by the Taliban. The statement said the bridge was gone.", "Taliban"),
        ("The Taliban read a statement on Monday. The statement said the bridge was gone.", None),
    ],
)
def test_a_statement_that_speaks_is_of_who_issued_it(parse: Parse, text: str, maker: str | None) -> None:
    parsed = parse(text)
    cast = find_cast(parsed)
    referent = read(parsed, cast)[-1].speaker_referent
    named = None if referent is None else cast.referents[referent].name
    assert named == maker


@pytest.mark.parametrize(
    "text",
    [
        "The town keeps a shrine in a legend that states it will be the place of the last battle.",
        "A truce agreed in Geneva was meant to begin on Friday.",
        "A ceasefire agreed by both sides says fighters must leave the town.",
        "The bombing confirmed that the group is active in the city.",
        "The army held a parade in the town.",
        "The rebels held a hospital whose staff were responsible for the camp.",
    ],
)
def test_what_is_nobody_says_nothing(parse: Parse, text: str) -> None:
    assert read(parse(text)) == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Rockets hit a market in Marib, the ministry said, killing nine people.",
            ["Rockets hit a market in Marib", "killing nine people"],
        ),
        ("He will stay in the city, the governor said, pointing at the ruins.", ["He will stay in the city"]),
        (
            'The planes "struck targets" near the town of Sirte the statement said destroying two depots.',
            ['The planes "struck targets" near the town of Sirte', "destroying two depots"],
        ),
    ],
)
def test_what_came_of_the_deed_is_said_too(parse: Parse, text: str, content: list[str]) -> None:
    parsed = parse(text)
    (statement,) = read(parsed)
    assert [parsed.words(span) for span in statement.content] == content


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "The rest are from foreign militias the Libyan Observatory for Human Rights said.",
            "the Libyan Observatory for Human Rights",
            "The rest are from foreign militias",
        ),
        (
            "A drone strike hit a farm killing two brothers and injuring a third the official agency SABA said.",
            "the official agency SABA",
            "A drone strike hit a farm killing two brothers and injuring a third",
        ),
        ("Gunmen had fled, Human Rights Watch said.", "Human Rights Watch", "Gunmen had fled"),
    ],
)
def test_a_name_is_of_the_speaker_as_a_whole(parse: Parse, text: str, speaker: str, content: str) -> None:
    parsed = parse(text)
    (statement,) = read(parsed, find_cast(parsed))
    assert [parsed.words(span) for span in statement.speaker] == [speaker]
    assert [parsed.words(span) for span in statement.content] == [content]


def test_statements_are_tied_to_what_lies_in_their_content(parse: Parse) -> None:
    text = "The mayor said the shelling had stopped. The siege goes on."
    parsed = parse(text, published=date(2021, 6, 9))
    day = When(date(2021, 6, 9), date(2021, 6, 9), Span(0, 3), "times.test")
    events = tuple(
        make_report(kind, Span(text.index(word), text.index(word) + len(word)), day)
        for kind, word in ((EventKind.SHELLING, "shelling"), (EventKind.SIEGE, "siege"))
    )
    (statement,) = tie_statements(read(parsed), events, parsed, NOBODY)
    assert statement.about_events == (0,)
    assert statement.said is not None, "said on the day: it happened, was told and published on it"
    assert statement.said.earliest == date(2021, 6, 9)


def said_days(parsed: Parsed, text: str, **days: int) -> list[int | None]:
    """The days of June on which the statements were said, where each of these words happened on such a day."""
    events = tuple(
        make_report(
            EventKind.SHELLING,
            Span(text.index(word), text.index(word) + len(word)),
            When(date(2021, 6, day), date(2021, 6, day), Span(0, 3), "times.test"),
        )
        for word, day in days.items()
    )
    tied = tie_statements(read(parsed), events, parsed, NOBODY)
    return [statement.said.latest.day if statement.said and statement.said.latest else None for statement in tied]


@pytest.mark.parametrize(
    ("text", "days", "expected", "why"),
    [
        (
            "The shelling hit a market. A medic said nine men died. The mayor said ten men died.",
            {"shelling": 9},
            [9, 9],
            "the news of the day",
        ),
        ("The shelling hit a market. A medic said nine men died.", {"shelling": 8}, [None], "older news"),
        ("The shelling hit a market. The mayor had said nine men died.", {"shelling": 9}, [None], "said before"),
        ("The shelling hit a market. The mayor says it is over.", {"shelling": 9}, [None], "a lasting opinion"),
        (
            "The shelling hit a market. It followed a crash that the army said was a mistake.",
            {"shelling": 9},
            [None],
            "known before, told of in passing",
        ),
        (
            "The shelling hit a market. The mayor said the raid was worse.",
            {"shelling": 9, "raid": 2},
            [None],
            "of another day",
        ),
    ],
)
def test_what_is_said_of_the_news_of_the_day_was_said_on_it(
    parse: Parse, text: str, days: dict[str, int], expected: list[int | None], why: str
) -> None:
    assert said_days(parse(text, published=date(2021, 6, 9)), text, **days) == expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("The council said a shell hit the mill on Wednesday.", [9], "what it tells happened on the day"),
        ("The council said a shell hit the mill on Monday.", [None], "on another day"),
        ("The council said the mill opens on Wednesday.", [None], "nothing has happened yet"),
        (
            "The losses were confirmed on Tuesday by officials who said nine men had died.",
            [8, 8],
            "who confirmed said so when they did",
        ),
    ],
)
def test_the_day_of_what_is_said(parse: Parse, text: str, expected: list[int | None], why: str) -> None:
    assert said_with_times(parse(text, published=date(2021, 6, 9))) == expected, why


def said_with_times(parsed: Parsed) -> list[int | None]:
    """The days of June on which the statements were said, by the times in the text alone."""
    cast, times = find_cast(parsed), find_times(parsed)
    tied = tie_statements(find_statements(parsed, cast, times), (), parsed, cast, times)
    return [statement.said.latest.day if statement.said and statement.said.latest else None for statement in tied]


def test_who_spoke_on_a_day_went_on_to_speak_on_it(parse: Parse) -> None:
    text = (
        "Omar Haddad said on Monday the mill was gone. Haddad added that the road was cut. Idris Bello said it was not."
    )
    assert said_with_times(parse(text, published=date(2021, 6, 9))) == [7, 7, None]


@pytest.mark.parametrize(
    ("text", "mode", "why"),
    [
        ("We ask that the team can be sent at once Haddad said.", "direct", "the first person"),
        ("The president said These raids by the army are a crime.", "direct", "a capital in mid-sentence"),
        ("The president said these raids by the army are a crime.", "indirect", "no capital"),
        ("The raids by the army are a crime Haddad said.", "indirect", "the third person"),
        ("In Goma, the president said These raids by the army are a crime.", "indirect", "a text with its marks"),
    ],
)
def test_words_that_lost_their_marks(parse: Parse, text: str, mode: str, why: str) -> None:
    assert [statement.mode.value for statement in read(parse(text))] == [mode], why


def test_a_lead_told_again_at_more_length_is_one_statement(parse: Parse) -> None:
    text = (
        "At least 22 people died in a raid on a mill in Goma the council said. "
        "A raid by jets killed at least 22 people in a mill in the northern town of Goma at dawn the council said. "
        "At least nine people died in a raid on a mill in Goma the council said."
    )
    assert len(read(parse(text))) == 2


def test_every_rule_is_declared(parse: Parse) -> None:
    used = {statement.rule for text, *_ in STATEMENTS for statement in read(parse(text))}
    assert len(used) >= 9
    assert used <= set(read_rules())


PIECES = ['"', "“", "”", ",", ".", " said ", " he ", " that ", "according to ", "adding ", "The army ", "denied ", "\n"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=16))
def test_spans_of_any_text_are_in_order_and_inside(parser: Parser, pieces: list[str]) -> None:
    text = "".join(pieces)
    parsed = next(parser.parse([make_document(text)]))
    for statement in read(parsed):
        assert statement.content
        assert all(span.end <= len(text) for span in (*statement.content, *statement.cue, *statement.speaker))
        assert all(a.end <= b.start for a, b in pairwise(statement.content))
