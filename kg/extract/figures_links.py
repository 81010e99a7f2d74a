"""What a figure belongs to: whose people they are, and the statement that tells it."""

import re

from kg.extract.cast import Cast
from kg.extract.parties import ARMED, ORGANISED
from kg.model import EventKind, EventReport, Role, Span, Statement
from kg.nlp import Token

# in these only those aimed at suffer; in an assault both sides do
_ONE_SIDED = frozenset(
    (
        EventKind.AIRSTRIKE, EventKind.DRONE_STRIKE, EventKind.SHELLING, EventKind.ROCKET_ATTACK, EventKind.BOMBING,
        EventKind.SUICIDE_BOMBING, EventKind.AMBUSH, EventKind.EXECUTION, EventKind.KILLING, EventKind.CHEMICAL_ATTACK,
    )
)  # fmt: skip

# "an attack in the capital | that killed", against "the rebels had killed"
_CLAIMED = re.compile(r"(responsibility|an?|the|another|both|several|this|that)\b[^.]*\b(that|which)\b", re.IGNORECASE)

# words for fighters that tell nothing of whose they are
_FIGHTERS = frozenset(
    ("fighter", "militant", "soldier", "troop", "terrorist", "jihadist", "extremist", "insurgent", "member")
)


def side_in_event(side: int | None, head: Token | None, event: EventReport, cast: Cast) -> int | None:
    """The side of fighters that only a description tells: the one named force that the event was aimed at."""
    if side is not None or head is None or head.lemma.lower() not in _FIGHTERS or event.kind not in _ONE_SIDED:
        return side
    aimed_at = {
        part.referent
        for part in event.participants
        if part.role is Role.TARGET
        and cast.referents[part.referent].named
        and cast.referents[part.referent].actor in ARMED
    }
    return min(aimed_at) if len(aimed_at) == 1 else side


def find_tellers(text: str, words: Span, statements: tuple[Statement, ...]) -> tuple[int | None, ...]:
    """The statements whose content holds the words, the narrowest; (None,) where the article itself tells it.

    Two speakers of one clause are two statements with the same content, and both tell the figure.
    """
    holding = [
        (sum(len(piece) for piece in statement.content), index)
        for index, statement in enumerate(statements)
        if any(piece.covers(words) for piece in statement.content) and not _is_of_article(text, words, statement)
    ]
    if not holding:
        return (None,)
    narrowest = min(holding)
    content = statements[narrowest[1]].content
    tellers = [index for _, index in sorted(holding) if statements[index].content == content]
    tellers = _innermost(text, tellers, statements)
    named = [index for index in tellers if statements[index].speaker]
    return tuple(named or tellers[:1])


def _is_of_article(text: str, words: Span, statement: Statement) -> bool:
    """Whether it claims an attack as its own, of which the article tells more: "claimed a blast | that killed 12"."""
    cue = " ".join(piece.of(text) for piece in statement.cue).lower()
    if not cue.startswith("claim") or cue.startswith("claiming"):
        return False
    if re.match(r"\s*by\b", text[statement.cue[-1].end :]):
        return True  # "bombers killed three in | an attack claimed by the group"
    piece = next(piece for piece in statement.content if piece.covers(words))
    return bool(_CLAIMED.match(text[piece.start : words.start]))


def _innermost(text: str, tellers: list[int], statements: tuple[Statement, ...]) -> list[int]:
    """Of those who hand speech on the one who speaks himself: "the reporter quoted | a medic as saying".

    Two speakers of one clause share its cue; speech that is handed on has a cue of its own for each, or one that stands
    between them, and the words themselves are those of the nearest.
    """

    def distance(index: int) -> int:
        pieces, cues = statements[index].content, statements[index].cue
        return min(
            (max(cue.start - piece.end, piece.start - cue.end, 0) for cue in cues for piece in pieces), default=0
        )

    nearest = min(distance(index) for index in tellers)
    own = [index for index in tellers if distance(index) == nearest]
    handed = {_hands_on(text, statements[one], statements[other]) for one in own for other in own if one != other}
    return [index for index in own if statements[index] not in handed]


def _hands_on(text: str, one: Statement, other: Statement) -> Statement | None:
    """Which of two speakers with one cue hands on what the other says, None if they say it together."""
    if not one.speaker or not other.speaker or one.speaker[0].start > other.speaker[0].start:
        return None
    first, second = one.speaker[-1].end, other.speaker[0].start
    if not any(first <= cue.start and cue.end <= second for cue in one.cue):
        return None
    by = text[first:second].split()[-1:] == ["by"]  # "a medic was quoted as saying by | the agency"
    return other if by else one


def find_same_tellers(word: Token, before: Token, tellers: tuple[int | None, ...]) -> tuple[int | None, ...]:
    """The tellers of the figure before, where both stand in one list: "said 13 were killed, 93 captured"."""
    top, other = _top(word), _top(before)
    listed = top is other or (top.rel == "ccomp" and other.rel == "ccomp" and top.head is other.head)
    # the second clause hung beside the saying, not below it
    listed = listed or (other.rel == "ccomp" and top is other.head and word.rel == "parataxis" and before.i < word.i)
    return tellers if listed else (None,)


def _top(word: Token) -> Token:
    """The first of the clauses that it is coordinated with."""
    while word.rel in ("conj", "parataxis") and word.head is not None:
        word = word.head
    return word


def find_loser(subject: Token | None, cast: Cast) -> int | None:
    """The organised actor that has or loses the people: "the army lost 12 soldiers"."""
    actor = None if subject is None else cast.actor_at(subject)
    return actor if actor is not None and cast.referents[actor].actor in ORGANISED else None
