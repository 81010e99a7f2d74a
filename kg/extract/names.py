"""Finds the names in an article and decides what each names: by the lists, its shape, the words around, and votes."""

from collections import defaultdict
from dataclasses import replace

from kg.extract.capitals import Run, find_runs
from kg.extract.lexicon import (
    city_names,
    country_code_of_people,
    fold,
    government_key,
    known_actors,
    name_words,
    town_names,
)
from kg.extract.mentions import Found, mention_type
from kg.extract.names_persons import Kind, Vote, told_of_person
from kg.extract.names_recognised import with_recognised
from kg.extract.names_rows import row_of, standing_alone
from kg.extract.names_signs import by_shape, by_words_around, is_credited, is_operation, labels_of, speaks_for_operation
from kg.extract.namesakes import acting_words, acts_as_government, is_body_by_model
from kg.extract.place_kinds import based_after, region_names
from kg.model import ActorType, MentionForm, MentionType, PlaceKind
from kg.nlp import Parsed, Token
from kg.resources import read_words

_LABELS: dict[str, tuple[Kind, float]] = {
    "PERSON": (ActorType.PERSON, 1.5),
    "ORG": (ActorType.ORGANIZATION, 1.0),
    "GPE": (PlaceKind.SETTLEMENT, 2.0),
    "LOC": (PlaceKind.REGION, 1.5),
    "FAC": (PlaceKind.FACILITY, 1.0),
}
_SURE = 3.9  # a label to rely on: more than the words around, less than a word for what is named
_PLAIN_UNNAMED = 3.5
_SURNAME = 4.5  # more than a label
_DATELINE = 6.0  # more than any word around
_MOST_BETWEEN = 5
_REGIONS: dict[Kind, Kind] = {PlaceKind.SETTLEMENT: PlaceKind.REGION}
_ENOUGH = 2.0
_ENOUGH_LONG = 1.5


def find_names(parsed: Parsed) -> tuple[Found, ...]:
    """The names of actors and places, left to right, with the names of peoples; none overlap."""
    whole = with_recognised(parsed, find_runs(parsed))
    alone = standing_alone(parsed, whole)
    runs = tuple(each for run in whole for each in _apart(parsed, run, alone))
    runs = tuple(run for run in runs if not is_credited(parsed, run))
    own = {id(run): _votes(parsed, run) for run in runs if run.entry is None}
    tally: dict[str, list[Vote]] = defaultdict(list)
    for run in runs:
        if run.entry is None:
            tally[run.key].extend(own[id(run)])
    for surname in _surnames(tally):
        tally[surname].append(Vote(ActorType.PERSON, _SURNAME, "mentions.surname"))
    decided = {key: _decide(votes, long=" " in key) for key, votes in tally.items()}
    found = []
    for run in runs:
        name = _listed(parsed, run) if run.entry is not None else _voted(parsed, run, own[id(run)], decided[run.key])
        if name is not None:
            found.append(name)
    return tuple(found)


def _apart(parsed: Parsed, run: Run, alone: frozenset[str]) -> tuple[Run, ...]:
    """The places in a run that lost its commas ("Homs Idlib and Hama"), else the run.

    A sure recogniser that takes it for an actor is believed.
    """
    if run.entry is not None or " " not in run.key or run.key in town_names() or run.titled or run.body:
        return (run,)
    if any(vote.weight >= _SURE and isinstance(vote.kind, ActorType) for vote in _votes(parsed, run)):
        return (run,)
    return row_of(parsed, run, alone)


def _surnames(tally: dict[str, list[Vote]]) -> tuple[str, ...]:
    """The last words of the names of persons, and given names before them, that also stand alone."""
    found = []
    for key in sorted(tally):
        first, last = key.split(" ")[0], key.rsplit(" ", 1)[-1]
        alone = [last] if first not in read_words("given_names.txt") else [last, first]
        alone = [word for word in alone if word != key and word in tally]
        decided = _decide(tally[key], long=True) if alone else None
        if decided is not None and decided.kind is ActorType.PERSON:
            found.extend(alone)
    return tuple(found)


def _votes(parsed: Parsed, run: Run) -> list[Vote]:
    """What the shape of a name, the words around it and the recogniser say of what it names."""
    votes = [
        vote for vote in (by_shape(run), by_words_around(parsed, run), told_of_person(parsed, run)) if vote is not None
    ]
    if is_operation(run) and not speaks_for_operation(parsed, run):
        return []
    labels = labels_of(parsed, run)
    if labels:
        label = labels.most_common(1)[0][0]
        if label in _LABELS:
            kind, weight = _LABELS[label]
            # clubs and companies are called by cities, but towns that are fought over are mistaken for bodies
            doubted = label == "ORG" and run.key in city_names()
            sure = parsed.sure_names and not doubted
            weight = _SURE if sure else weight + _trust(run.key, kind)
            votes.append(Vote(kind, weight, "mentions.recogniser"))
    if run.key in city_names() or (" " in run.key and run.key in town_names()):
        proper = parsed.tokens[run.first].pos == "PROPN"
        weight = _PLAIN_UNNAMED if " " in run.key else 2.0 if proper else 1.5
        votes.append(Vote(PlaceKind.SETTLEMENT, weight if len(run.key) > 3 else 0.5, "mentions.gazetteer"))
    if run.key in _dateline_names(parsed):
        votes.append(Vote(PlaceKind.SETTLEMENT, _DATELINE, "mentions.dateline"))
    if run.key.endswith("s") and run.key not in town_names() and run.key[:-1] in city_names():
        votes.append(Vote(PlaceKind.SETTLEMENT, _PLAIN, "mentions.gazetteer"))  # "Homss governor", a mark lost
    if run.key in region_names():
        votes = [replace(vote, kind=_REGIONS.get(vote.kind, vote.kind)) for vote in votes]
        votes.append(Vote(PlaceKind.REGION, 2.0, "mentions.gazetteer"))
    if parsed.sure_names and not labels.keys() & {*_LABELS, "NORP"}:
        return [vote for vote in votes if vote.weight >= _PLAIN_UNNAMED]
    return votes


def _dateline_names(parsed: Parsed) -> frozenset[str]:
    """What the dateline names: where the article was written."""
    span = parsed.document.dateline
    return frozenset() if span is None else frozenset(fold(name.strip()) for name in parsed.words(span).split(","))


def _trust(key: str, kind: Kind) -> float:
    """How much more than usual the recogniser is to be trusted: long names well, "al-Mazra" as an actor little."""
    words = key.split(" ")
    if words[0] in name_words("particles"):
        return -0.5 if len(words) == 2 and isinstance(kind, ActorType) else 0.0
    if kind is ActorType.ORGANIZATION and 1 < len(words) < 4:
        return -0.2  # two words with capitals and none for a body are as often a person
    return 0.5 if len(words) > 1 else 0.0


def _decide(votes: list[Vote], *, long: bool) -> Vote | None:
    """The kind with the most votes over the article, or none if they are too weak or too even."""
    sums: dict[Kind, float] = defaultdict(float)
    rules: dict[Kind, tuple[float, str]] = {}
    for vote in votes:
        sums[vote.kind] += vote.weight
        rules[vote.kind] = max(rules.get(vote.kind, (0.0, "")), (vote.weight, vote.rule))
    if not sums:
        return None
    places = sum(weight for kind, weight in sums.items() if isinstance(kind, PlaceKind))
    actors = sum(sums.values()) - places
    side = PlaceKind if places > actors else ActorType
    best = max((kind for kind in sums if isinstance(kind, side)), key=lambda kind: (sums[kind], kind.value))
    if max(places, actors) < (_ENOUGH_LONG if long else _ENOUGH):
        return None
    return Vote(best, sums[best], rules[best][1])


def _voted(parsed: Parsed, run: Run, own: list[Vote], decided: Vote | None) -> Found | None:
    """The name that a run is: by what its own place says if that is strong, else by the whole article."""
    strong = max(own, key=lambda vote: vote.weight, default=None)
    if parsed.sure_names and labels_of(parsed, run)["NORP"] and not (strong and strong.weight >= _PLAIN):
        return Found(
            run.first,
            run.last,
            run.last,
            MentionForm.NAME,
            MentionType.NATIONALITY,
            None,
            None,
            None,
            "mentions.people",
        )  # "Okinawan", "Uygurs"
    vote = strong if strong is not None and strong.weight >= _PLAIN else decided
    if vote is None:
        return None
    first, last = run.first, run.last
    actor = vote.kind if isinstance(vote.kind, ActorType) else None
    place = vote.kind if isinstance(vote.kind, PlaceKind) else None
    labelled = parsed.sure_names and parsed.tokens[last].name == "PERSON"
    common = parsed.tokens[last].pos == "NOUN" and not (run.titled or labelled or vote.rule == "mentions.surname")
    if actor is ActorType.PERSON and common:
        return None
    return _name(parsed, first, last, actor, place, None, vote.rule)


_PLAIN = 4.0


def _listed(parsed: Parsed, run: Run) -> Found | None:
    """The name that a listed phrase is."""
    entry = run.entry
    assert entry is not None  # noqa: S101 - the caller chose runs with one
    if entry.kind == "actor":
        return _name(
            parsed, run.first, run.last, known_actors()[entry.key].type, None, entry.key, "mentions.known-actor"
        )
    if entry.kind == "people":
        last = run.last
        if entry.key not in ("", "PS") and _is_of_state(
            parsed, last
        ):  # "Norwegian Foreign Minister": the government of Norway
            actor, key, rule = ActorType.GOVERNMENT, government_key(entry.key), "mentions.people-of-state"
            return Found(run.first, last, last, MentionForm.NAME, MentionType.NATIONALITY, actor, None, key, rule)
        if _is_folk(parsed.tokens[last]):
            form, actor = MentionForm.NOMINAL, ActorType.GROUP
            return Found(run.first, last, last, form, MentionType.NATIONALITY, actor, None, None, "mentions.folk")
        return Found(
            run.first, last, last, MentionForm.NAME, MentionType.NATIONALITY, None, None, None, "mentions.people"
        )
    if entry.kind == "country" and based_after(parsed.tokens, run.last):
        return None  # "the Britain-based Observatory" is about no event in Britain
    if entry.kind in ("country", "capital"):
        told = is_body_by_model(parsed, run.first, run.last)
        if told or acts_as_government(parsed, run.first, run.last, capital=entry.kind == "capital"):
            kind = MentionType.ORGANISATION if told else MentionType.PLACE  # what the words alone would name
            head, key = name_head(parsed.tokens, run.first, run.last), government_key(entry.key)
            form, actor, rule = MentionForm.NAME, ActorType.GOVERNMENT, "mentions.country-acts"
            return Found(run.first, run.last, head, form, kind, actor, None, key, rule)
        place = PlaceKind.COUNTRY if entry.kind == "country" else PlaceKind.SETTLEMENT
        country = entry.key if place is PlaceKind.COUNTRY else None
        return _name(parsed, run.first, run.last, None, place, country, "mentions.country")
    place = PlaceKind.RIVER if entry.kind == "river" else PlaceKind.REGION
    return _name(parsed, run.first, run.last, None, place, None, "mentions.region")


def _is_folk(token: Token) -> bool:
    """Whether the name of a people stands for some of it: "600 Kenyans were killed", not "the Kenyans' army"."""
    owns = any(child.lower in ("'s", "’s", "'", "’") for child in token.children)
    return token.is_plural() and token.rel not in ("compound", "amod", "nmod:poss") and not owns


def _is_of_state(parsed: Parsed, last: int) -> bool:
    """Whether the name of a people stands before one who speaks for its state, or what only its forces have."""
    following = parsed.tokens[last + 1 : last + 4]
    if _has_means(parsed, last):
        return True  # "Norwegian airstrikes"
    for token in following:
        if token.lower in acting_words("state_titles"):
            return not token.is_plural()
        if token.lower not in acting_words("state_offices") and not (token.text[0].isupper() and token.pos == "PROPN"):
            return False
    return False


def _has_means(parsed: Parsed, last: int) -> bool:
    """Whether what only the forces of states have stands next, or behind another people: "Norwegian and Dutch jets"."""
    at = last + 1
    while at < len(parsed.tokens) and at - last <= _MOST_BETWEEN:
        token = parsed.tokens[at]
        if token.lower in acting_words("state_means"):
            return True
        if token.lower not in ("and", "or", ",") and country_code_of_people(fold(token.text)) is None:
            return False
        at += 1
    return False


def _name(
    parsed: Parsed, first: int, last: int, actor: ActorType | None, place: PlaceKind | None, key: str | None, rule: str
) -> Found:
    head = name_head(parsed.tokens, first, last)
    return Found(first, last, head, MentionForm.NAME, mention_type(actor, place), actor, place, key, rule)


def name_head(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """The word of a name on which the others hang."""
    for i in range(last, first - 1, -1):
        head = tokens[i].head
        if tokens[i].pos not in ("PUNCT", "PART") and (head is None or not first <= head.i <= last):
            return i
    return last


def folded(parsed: Parsed, first: int, last: int) -> str:
    """The words of a name, folded, joined by blanks, hyphens left out: what two spellings have in common."""
    return " ".join(fold(t.text) for t in parsed.tokens[first : last + 1] if t.text not in ("-", "–", "'s", "’s"))
