"""Finds ties between two actors: who fights, supports, commands or met whom. Each is read off one clause."""

from collections.abc import Iterator

from kg.extract.cast import Cast
from kg.extract.events_classes import class_words, heads, singular
from kg.extract.namesakes import acting_words
from kg.extract.ties_aims import Found, aims_at, all_of, fighters_of, tie_words
from kg.extract.ties_clashes import backed_against, clashing, drives_off, foes_of
from kg.model import ActorType, Tie, TieKind
from kg.nlp import Parsed, Token, span_of

_ARMED = frozenset({ActorType.ARMED_GROUP, ActorType.MILITARY, ActorType.COALITION, ActorType.GOVERNMENT})
_UNSURE = frozenset({"would", "could", "might", "may", "should", "if", "unless", "will", "to", "must"})
_TOLD_OF = ("appos", "root", "xcomp", "ccomp")


def find_ties(parsed: Parsed, cast: Cast) -> tuple[Tie, ...]:
    """The ties between two actors, left to right, each once."""
    ties: dict[tuple[int, TieKind, int], Tie] = {}
    for token in parsed.tokens:
        for subject, kind, other, rule in _ties_at(parsed, cast, token):
            tie = _tie(cast, subject, kind, other, token, rule)
            if tie is not None:
                ties.setdefault((tie.subject, tie.kind, tie.object), tie)
    return tuple(sorted(ties.values(), key=lambda tie: (tie.evidence, tie.subject, tie.kind, tie.object)))


def _ties_at(parsed: Parsed, cast: Cast, token: Token) -> Iterator[Found]:
    """The ties that a verb, noun or participle tells of."""
    if token.pos == "VERB" and not _is_unsure(token):
        yield from _by_verb(token, cast)
    if token.pos == "VERB":
        yield from aims_at(token, cast)
        yield from backed_against(token)
    if token.pos in ("NOUN", "PROPN", "VERB"):
        yield from _by_noun(cast, token)
        yield from _inside(token)
    if token.lower in tie_words("support_participles") or token.lower in ("led", "allied", "aligned"):
        yield from _by_participle(parsed, cast, token)


def _is_unsure(verb: Token) -> bool:
    """Whether a verb tells of no fact: negated, or after "would", "to", "if"."""
    governor = verb.head
    if (
        governor is not None
        and governor.lemma in acting_words("unsure_verbs")
        and verb.rel in ("xcomp", "advcl", "acl")
    ):
        return True  # "denied supporting the group"
    by_mistake = any(child.lower in ("accidentally", "mistakenly", "inadvertently") for child in verb.children)
    return (
        verb.is_negated()
        or by_mistake
        or any(child.lower in _UNSURE for child in verb.children if child.rel in ("aux", "mark"))
    )


def _subjects(verb: Token) -> tuple[Token, ...]:
    subject = verb.subject()
    return () if verb.is_passive() or subject is None or subject.rel == "csubj" else all_of(subject)


def _pairs(one: tuple[Token, ...], other: tuple[Token, ...], kind: TieKind, rule: str) -> Iterator[Found]:
    for subject in one:
        for target in other:
            yield subject, kind, target, rule


def _objects(verb: Token) -> tuple[Token, ...]:
    return tuple(each for thing in verb.dependents("obj", "iobj") for each in all_of(thing))


def _after(token: Token, *prepositions: str) -> tuple[Token, ...]:
    return tuple(each for thing in token.modifiers(*prepositions) for each in all_of(thing))


def _nearest(verb: Token) -> tuple[Token, ...]:
    """Who stands right before a participle: the rebels of "troops and rebels backed by Norway"."""
    before = [each for each in all_of(verb.head) if each.i < verb.i]
    return (max(before, key=lambda each: each.i),) if before else all_of(verb.head)[:1]


def _by_verb(verb: Token, cast: Cast) -> Iterator[Found]:
    subjects, objects = _subjects(verb), _objects(verb)
    if verb.lemma in tie_words("fight_verbs"):
        against = (*objects, *_after(verb, "against", "with"))  # "rebels clashed with the army"
        yield from _pairs(subjects, against, TieKind.FIGHTS, "ties.fights-against")
        yield from _pairs(subjects, _after(verb, "alongside"), TieKind.ALLIED_WITH, "ties.fights-alongside")
        if not against and len(subjects) == 2:  # "the army and the rebels clashed"
            yield subjects[0], TieKind.FIGHTS, subjects[1], "ties.two-sides-fight"
    elif verb.lemma in tie_words("attack_verbs"):
        yield from _pairs(subjects, objects, TieKind.FIGHTS, "ties.attacks")
        for blow in verb.dependents("obj"):
            if blow.lemma in tie_words("fight_nouns"):  # "repelled an offensive by the rebels"
                by = (*_after(blow, "by"), *(() if verb.is_passive() else _after(verb, "by")))
                yield from _pairs(subjects, by, TieKind.FIGHTS, "ties.wards-off")
        attacked = verb.head if verb.rel == "acl" else verb.child("nsubj:pass")
        yield from _pairs(all_of(verb.agent()), all_of(attacked), TieKind.FIGHTS, "ties.attacks")
    elif verb.lemma in tie_words("drive_verbs") and drives_off(verb):
        yield from _pairs(subjects, objects, TieKind.FIGHTS, "ties.drives-off")
        yield from _pairs(all_of(verb.agent()), all_of(verb.child("nsubj:pass")), TieKind.FIGHTS, "ties.drives-off")
    elif verb.lemma in tie_words("seize_verbs") and any(_is_ground(thing, cast) for thing in objects):
        yield from _pairs(subjects, _after(verb, "from", "of"), TieKind.FIGHTS, "ties.takes-from")
    elif verb.lemma in tie_words("support_verbs"):
        yield from _pairs(subjects, objects, TieKind.SUPPORTS, "ties.backs")
        if verb.tag == "VBN":  # "the rebels, backed by Norway"
            own = all_of(verb.child("nsubj:pass"))
            backed = own or (_nearest(verb) if verb.rel in ("acl", "advcl") else ())
            yield from _pairs(all_of(verb.agent()), backed[:1], TieKind.SUPPORTS, "ties.backed-by")
    elif verb.lemma in tie_words("lead_verbs"):
        yield from _pairs(subjects[:1], objects[:1], TieKind.COMMANDS, "ties.leads")
        if verb.tag == "VBN" and verb.rel == "acl":
            yield from _pairs(all_of(verb.agent()), _nearest(verb)[:1], TieKind.COMMANDS, "ties.led-by")
    elif verb.lemma in tie_words("part_verbs"):
        yield from _pairs(subjects, _after(verb, "to"), TieKind.PART_OF, "ties.belongs-to")
    if verb.lemma in tie_words("against_verbs"):
        yield from _pairs(subjects, _after(verb, "against"), TieKind.FIGHTS, "ties.battle-against")
    if verb.lemma in tie_words("wage_verbs") and any(thing.lemma in tie_words("fight_nouns") for thing in objects):
        yield from _pairs(subjects, _after(verb, "against"), TieKind.FIGHTS, "ties.battle-against")
    if verb.lemma in tie_words("meet_verbs"):
        near = tuple(each for each in subjects if each.head is verb and verb.i - each.i < _NEAR)
        yield from _pairs(near, objects, TieKind.MET_OR_TOLD, "ties.met-or-told")
    if verb.lemma in tie_words("talk_verbs"):
        yield from _pairs(subjects, _after(verb, "with", "to"), TieKind.MET_OR_TOLD, "ties.talks-with")


def _is_ground(thing: Token, cast: Cast) -> bool:
    """Whether it is land or may be: "several villages", "it"."""
    land = class_words()["ground"] | class_words()["building"]
    return (
        any(cast.place_at(word) is not None or singular(word) in land for word in heads(thing)) or thing.pos == "PRON"
    )


def _by_noun(cast: Cast, noun: Token) -> Iterator[Found]:
    if noun.lemma in tie_words("fight_nouns"):
        yield from _between(noun, TieKind.FIGHTS, "ties.clashes-between")
        against = _after(noun, "against")
        yield from _pairs(_wagers(cast, noun), against, TieKind.FIGHTS, "ties.battle-against")
        if noun.lemma in tie_words("clash_nouns"):
            yield from _pairs(clashing(noun), foes_of(noun), TieKind.FIGHTS, "ties.clashes-with")
    elif noun.lemma in tie_words("talk_nouns"):
        yield from _between(noun, TieKind.MET_OR_TOLD, "ties.talks-between")
    elif (
        noun.lemma in tie_words("part_nouns")
        and not _is_listed(noun)
        and noun.rel in ("appos", "root", "xcomp", "ccomp")
    ):
        owner = all_of(noun.head) if noun.rel == "appos" else all_of(noun.child("nsubj"))
        if not noun.is_negated():  # "the brigade, part of the Northern Front"
            yield from _pairs(owner[:1], _after(noun, "of")[:1], TieKind.PART_OF, "ties.part-of")
    elif noun.lemma in tie_words("ally_nouns"):
        owner = all_of(noun.head) if noun.rel == "appos" else all_of(noun.child("nsubj")) if noun.child("cop") else ()
        yield from _pairs(owner[:1], _after(noun, "of")[:1], TieKind.ALLIED_WITH, "ties.ally-of")


def _is_listed(noun: Token) -> bool:
    """Whether a noun is one of a list, or counts people: "rebels, 12 members of the army and farmers"."""
    return noun.is_plural() or noun.child("nummod", "cc") is not None or bool(noun.conjuncts())


def _inside(verb: Token) -> Iterator[Found]:
    """The tie that "the alliance, in which the brigade is the main part" or "of which it is a part" tells of."""
    whole = verb.head
    if verb.rel != "acl:relcl" or whole is None or verb.lemma not in tie_words("part_nouns"):
        return
    if (
        verb.child("cop") is None
        or verb.is_negated()
        or not any(each.lower == "which" and each.preposition() in ("in", "of") for each in verb.subtree())
    ):
        return
    for part in all_of(verb.child("nsubj"))[:1]:
        yield part, TieKind.PART_OF, whole, "ties.part-of"


def _between(noun: Token, kind: TieKind, rule: str) -> Iterator[Found]:
    sides = _after(noun, "between")  # "clashes between rebels and the army"
    if not sides and noun.rel == "nsubj" and noun.head is not None:
        sides = _after(noun.head, "between")  # "clashes erupted between them"
    if len(sides) == 2:
        yield sides[0], kind, sides[1], rule


def _wagers(cast: Cast, noun: Token) -> tuple[Token, ...]:
    """Who fights, in "the army's war against", "rebels launched an offensive against"."""
    misread = noun.pos != "VERB" and noun.child("cop") is None  # "US strikes against": no subject of theirs
    rels = ("nmod:poss", "compound", "amod", *(("nsubj",) if misread else ()))
    own = tuple(child for child in noun.dependents(*rels) if child.i < noun.i and cast.actor_at(child) is not None)
    if own:
        return own[:1]
    by = _after(noun, "by")
    if by:
        return by
    near = fighters_of(noun, cast)
    if near:
        return near
    verb = noun.head
    if (
        verb is not None
        and verb.lemma in tie_words("wage_verbs")
        and noun.rel in ("obj", "obl")
        and not _is_unsure(verb)
    ):
        return _subjects(verb)
    return ()


def _by_participle(parsed: Parsed, cast: Cast, token: Token) -> Iterator[Found]:
    """The tie that "Norway-backed rebels" tells of."""
    if token.i < 2 or parsed.tokens[token.i - 1].text not in ("-", "–"):
        return
    backer = parsed.tokens[token.i - 2]
    if cast.actor_at(backer) is None:
        return
    head = token.head
    steps = 0
    while head is not None and cast.actor_at(head) is None and steps < 2:
        head, steps = head.head, steps + 1
    if head is None or head.i < token.i or head.i - token.i > 6:
        return
    if token.lower in tie_words("support_participles"):
        yield backer, TieKind.SUPPORTS, head, "ties.x-backed"
    elif token.lower == "led":
        yield backer, TieKind.COMMANDS, head, "ties.x-led"
    else:
        yield backer, TieKind.ALLIED_WITH, head, "ties.x-allied"


def _tie(cast: Cast, subject: Token, kind: TieKind, other: Token, trigger: Token, rule: str) -> Tie | None:
    one, two = cast.actor_at(subject), _actor_hit(cast, other, kind)
    if one is None or two is None or one == two or not _can_be(cast, one, kind, two, rule):
        return None
    if max(subject.i, other.i, trigger.i) - min(subject.i, other.i, trigger.i) > _FAR:
        return None
    return Tie(one, kind, two, span_of((subject, other, trigger)), rule)


def _actor_hit(cast: Cast, token: Token, kind: TieKind) -> int | None:
    """The actor that a word speaks of, or, in fighting, the one whose positions it names."""
    actor = cast.actor_at(token)
    if actor is not None or kind is not TieKind.FIGHTS or token.lemma not in tie_words("held_nouns"):
        return actor
    near = [child for child in token.children if child.rel in ("compound", "nmod:poss")]
    owners = (cast.actor_at(child) for child in (*near, *token.modifiers("of", "for")))
    return next((owner for owner in owners if owner is not None), None)


_FAR = 30
_NEAR = 12


def _can_be(cast: Cast, one: int, kind: TieKind, two: int, rule: str) -> bool:
    """Whether actors of these types can have such a tie."""
    first, second = cast.referents[one], cast.referents[two]
    types = {first.actor, second.actor}
    if ActorType.CIVILIANS in types or (kind is not TieKind.MET_OR_TOLD and ActorType.MEDIA in types):
        return False
    if kind is TieKind.FIGHTS:
        if rule in ("ties.attacks", "ties.takes-from", "ties.drives-off", "ties.wards-off"):
            return types <= _ARMED
        return types <= _ARMED | {ActorType.PERSON, ActorType.GROUP, ActorType.PARTY} and bool(types & _ARMED)
    if kind is TieKind.PART_OF:
        return ActorType.PERSON not in types
    if kind in (TieKind.SUPPORTS, TieKind.COMMANDS):
        return second.actor is not ActorType.PERSON
    return True
