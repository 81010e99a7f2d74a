"""The golden story of the tests: two small articles, what was read from them and the world behind, made by hand."""

from dataclasses import replace
from datetime import date
from hashlib import sha256

from kg.graph import BuildInfo, Quad, dataset_quads, links, notation_quads, reading_quads, world_quads
from kg.model import (
    Actor,
    ActorType,
    Affiliation,
    Block,
    BlockKind,
    Document,
    Event,
    EventKind,
    EventReport,
    Figure,
    FigureKind,
    Medium,
    Member,
    Mention,
    MentionForm,
    MentionType,
    Mode,
    Part,
    Participant,
    PartyType,
    Place,
    PlaceKind,
    Reading,
    Reason,
    Referent,
    Role,
    Span,
    Stance,
    Statement,
    Status,
    Tie,
    TieKind,
    When,
    World,
)
from kg.resources import read_rules

BASE = "https://example.org/data/"
RULE = min(read_rules())
FIRST = (
    "Fighters of the Northern Front attacked Tal Amara on Tuesday, killing at least four soldiers, an officer said. "
    '"We hold the town," army spokesman Omar Haddad told reporters on Wednesday, "and we will stay." '
    "He denied that a hospital was bombed. The battle for Tal Amara began last week."
)
SECOND = "The Northern Front attacked Tal Amara, activists said."


def make_document(name: str, text: str) -> Document:
    digest = sha256(text.encode()).hexdigest()
    block = Block(BlockKind.PROSE, Span(0, len(text)))
    return Document(
        name, f"{name}.txt", text, "Fight for a town", date(2021, 5, 13), "The Paper", "Ann Writer",
        "https://example.org/a?b=1", None, (block,), digest,
    )  # fmt: skip


def _words(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _one(words: str) -> Span:
    return _words(FIRST, words)


def _mention(text: str, words: str, referent: int, kind: MentionType) -> Mention:
    span = _words(text, words)
    return Mention(span, span, kind, MentionForm.NAME, referent, RULE)


def _actor(kind: ActorType, name: str, *mentions: int) -> Referent:
    return Referent(kind, None, name, True, (name,), None, (), mentions, RULE)


def _town(*mentions: int) -> Referent:
    return Referent(None, PlaceKind.SETTLEMENT, "Tal Amara", True, ("Tal Amara",), None, (), mentions, RULE)


TUESDAY, WEDNESDAY = date(2021, 5, 11), date(2021, 5, 12)
_report = EventReport(
    EventKind.ASSAULT, _one("attacked"), (), None, Status.HAPPENED, False,
    When(TUESDAY, TUESDAY, _one("on Tuesday"), RULE), 2, _one("Tal Amara"),
    (
        Participant(0, Role.AGENT, 1, _one("Fighters of the Northern Front"), RULE),
        Participant(1, Role.TARGET, 2, _one("soldiers"), RULE),
    ),
    None, 2, _one("Fighters of the Northern Front attacked Tal Amara on Tuesday"), RULE,
)  # fmt: skip
_denied = EventReport(
    EventKind.BOMBING, _one("bombed"), (), None, Status.DENIED, False, None, None, None, (), _one("hospital"), None,
    _one("He denied that a hospital was bombed."), RULE,
)  # fmt: skip
_battle = EventReport(
    EventKind.BATTLE, _one("battle"), (_one("attacked"),), "Battle of Tal Amara", Status.HAPPENED, False, None, 2, None,
    (), None, None, _one("The battle for Tal Amara began last week."), RULE,
)  # fmt: skip
_quote = Statement(
    (_one("We hold the town,"), _one("and we will stay.")), (_one("told"),), (_one("Omar Haddad"),), 3, Mode.DIRECT,
    Stance.ASSERTS, When(WEDNESDAY, WEDNESDAY, _one("on Wednesday"), RULE), 4, Medium.STATEMENT, False, (2,), (1,),
    RULE,
)  # fmt: skip
_hearsay = Statement(
    (_one("Fighters of the Northern Front attacked Tal Amara on Tuesday, killing at least four soldiers"),),
    (_one("said"),), (_one("an officer"),), None, Mode.INDIRECT, Stance.ASSERTS, None, None, None, True, (0,), (0,),
    RULE,
)  # fmt: skip
READING = Reading(
    make_document("d1", FIRST),
    (
        _mention(FIRST, "Northern Front", 0, MentionType.ORGANISATION),
        _mention(FIRST, "army", 1, MentionType.ORGANISATION),
        _mention(FIRST, "Tal Amara", 2, MentionType.PLACE),
        _mention(FIRST, "Omar Haddad", 3, MentionType.PERSON),
        _mention(FIRST, "reporters", 4, MentionType.GROUP),
        replace(_mention(FIRST, "Tuesday", 0, MentionType.DATE), referent=None),
    ),
    (
        _actor(ActorType.ARMED_GROUP, "Northern Front", 0),
        _actor(ActorType.MILITARY, "army", 1),
        _town(2),
        _actor(ActorType.PERSON, "Omar Haddad", 3),
        _actor(ActorType.GROUP, "reporters", 4),
    ),
    (Affiliation(3, 1, "spokesman", _one("army spokesman Omar Haddad"), RULE),),
    (Tie(0, TieKind.FIGHTS, 1, _one("Northern Front attacked"), RULE),),
    (_report, _denied, _battle),
    (_quote, _hearsay),
    (Figure(FigureKind.KILLED, 4, None, False, _one("soldiers"), PartyType.COMBATANTS, 1, 0, 1,
            _one("killing at least four soldiers"), RULE),),
)  # fmt: skip
SECOND_READING = Reading(
    make_document("d2", SECOND),
    (
        _mention(SECOND, "Northern Front", 0, MentionType.ORGANISATION),
        _mention(SECOND, "Tal Amara", 1, MentionType.PLACE),
    ),
    (_actor(ActorType.ARMED_GROUP, "Northern Front", 0), _town(1)),
    (),
    (),
    (
        replace(
            _report, trigger=_words(SECOND, "attacked"), status=Status.CLAIMED, when=None, place=1,
            place_evidence=None, participants=(Participant(0, Role.AGENT, 1, _words(SECOND, "Northern Front"), RULE),),
            part_of=None, evidence=Span(0, len(SECOND)),
        ),
    ),
    (),
    (),
)  # fmt: skip


def _members(*pairs: tuple[str, int]) -> tuple[Member, ...]:
    return tuple(Member(document, index) for document, index in pairs)


_BECAUSE = Reason(RULE, "the same name, spelled alike", 0.95)
_FRONT = Part("northern-front", Role.AGENT, 1, _members(("d1", 0), ("d2", 0)))
_ARMY = Part("army", Role.TARGET, 2, _members(("d1", 0)))
_BATTLE = Event(
    "battle-of-tal-amara", EventKind.BATTLE, Status.HAPPENED, "Battle of Tal Amara", None, TUESDAY, "tal-amara",
    (Part("army", Role.AGENT, 2, _members(("d1", 2))),), None, None, _members(("d1", 2)), (),
)  # fmt: skip
_ASSAULT = Event(
    "assault-tal-amara", EventKind.ASSAULT, Status.HAPPENED, "Assault at Tal Amara", TUESDAY, TUESDAY, "tal-amara",
    (_FRONT, _ARMY), None, "battle-of-tal-amara", _members(("d1", 0), ("d2", 0)), ((Member("d2", 0), _BECAUSE),),
)  # fmt: skip
_BOMBING = Event(
    "denied-bombing", EventKind.BOMBING, Status.DENIED, "Bombing", None, None, None, (), "hospital", None,
    _members(("d1", 1)), (),
)  # fmt: skip


def _thing(key: str, kind: ActorType, name: str, *members: tuple[str, int], same: tuple[str, ...] = ()) -> Actor:
    return Actor(key, kind, name, True, ("the Front",) if same else (), same, _members(*members), ())


WORLD = World(
    (
        _thing("army", ActorType.MILITARY, "army", ("d1", 1)),
        _thing("haddad", ActorType.PERSON, "Omar Haddad", ("d1", 3)),
        _thing("northern-front", ActorType.ARMED_GROUP, "Northern Front", ("d1", 0), ("d2", 0),
               same=("http://www.wikidata.org/entity/Q1",)),
        _thing("reporters", ActorType.GROUP, "reporters", ("d1", 4)),
    ),
    (
        Place("narnia", PlaceKind.COUNTRY, "Narnia", True, (), "NN", "Narnia", None, None, 6, 77, None, (), ()),
        Place("tal-amara", PlaceKind.SETTLEMENT, "Tal Amara", True, ("Tell Amara",), "NN", "Narnia", 34.5, -40.25, 1,
              78, "narnia", _members(("d1", 2), ("d2", 1)), ((Member("d2", 1), _BECAUSE),)),
    ),
    (_ASSAULT, _BATTLE, _BOMBING),
    (("d1", "d1"), ("d2", "d1")),
)  # fmt: skip
DOCUMENTS = (READING.document, SECOND_READING.document)


def golden_quads() -> list[Quad]:
    """The whole graph of the story."""
    linked = links(WORLD)
    build = BuildInfo("0.1.0", "small 1.0", ("d1", "d2"))
    return [
        *notation_quads(),
        *dataset_quads(build, base=BASE),
        *world_quads(WORLD, base=BASE),
        *reading_quads(READING, linked["d1"], base=BASE),
        *reading_quads(SECOND_READING, linked["d2"], base=BASE),
    ]


def golden_lines() -> list[str]:
    """The same as sorted lines of N-Quads."""
    return sorted({" ".join(filter(None, quad)) + " .\n" for quad in golden_quads()})
