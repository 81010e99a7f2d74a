"""What became of the people that a number counts: killed, wounded, captured, fled, besieged."""

from kg.extract.figures_after import (
    AUXILIARIES,
    after_the_people,
    find_by_group,
    find_by_hurt,
    find_by_resumption,
)
from kg.extract.figures_before import find_by_noun_before, find_by_verb_before, is_first_of_two, is_shared_before
from kg.extract.figures_mood import is_intended, is_unreal
from kg.extract.figures_people import SAYING
from kg.extract.figures_syntax import find_by_syntax, is_flight
from kg.extract.figures_there import find_by_force, find_by_siege_before
from kg.extract.figures_words import (
    Fate,
    is_shared,
    kind_of_patient,
    kind_of_verb,
    kinds_of,
    word_list,
)
from kg.extract.numbers import Number
from kg.extract.numbers_amounts import number_words
from kg.extract.parties import Counted, is_bare
from kg.model import FigureKind
from kg.nlp import Parsed, Token

_OBJECTS = frozenset(("DT", "PRP$", "RB", "NN", "NNS", "JJ"))
_NEAR_TOLL = 16
_BY_CLIMBING = frozenset(("figures.object", "figures.passive", "figures.lives", "figures.noun-of"))
_FARTHEST_TOLL = 30
_FARTHEST_OTHERS = 8
_BEFORE_NUMBERS = frozenset(("over", "more", "than", "at", "least", "some", "about", "nearly", "almost", "around"))


def find_fate(parsed: Parsed, number: Number, counted: Counted) -> Fate | None:
    """What became of the counted people, or None where the sentence does not tell."""
    if is_shared_before(parsed.tokens[max(0, number.first - 3) : number.first]):
        return None
    fate = (
        find_by_group(parsed, number, counted)
        or _by_loss(number, counted)
        or _by_participle(parsed, counted)
        or find_by_verb_before(parsed, number, counted)
        or find_by_hurt(parsed, counted)
        or find_by_noun_before(parsed, number)
        or find_by_syntax(counted)
        or find_by_resumption(parsed, counted)
        or _by_toll(parsed, number, counted)
        or _by_adjective(counted)
        or _by_clause(parsed, counted)
        or find_by_force(parsed, number, counted)
        or find_by_siege_before(parsed, counted)
    )
    if fate is None or is_unreal(fate) or is_intended(counted) or _is_cut_off(parsed, fate, number):
        return None
    if fate.kind is FigureKind.DISPLACED and _are_envoys(counted, fate):
        return None
    if fate.word.i < number.first - 1 and fate.rule in _BY_CLIMBING and _is_told_by(parsed.tokens, counted):
        return None
    if fate.word.i > number.last:
        amiss = _is_paired(parsed.tokens, fate.word) or _is_carried_along(parsed.tokens, counted, fate.word)
        return None if amiss else fate
    return None if is_first_of_two(parsed.tokens[fate.word.i : number.first]) else fate


def _are_envoys(counted: Counted, fate: Fate) -> bool:
    """Whether they are sent home and not driven from it: "expelled 60 | diplomats", "23 of the other's diplomats"."""
    head = () if counted.head is None else (counted.head,)
    return any(token.lemma.lower() in word_list("envoys") for token in (*head, *fate.word.subtree()))


def _is_told_by(tokens: tuple[Token, ...], counted: Counted) -> bool:
    """Whether they are who tells it, commas lost: "killing four civilians | two residents said"."""
    following = tokens[counted.tokens[-1].i + 1 : counted.tokens[-1].i + 2]
    return any(token.lemma.lower() in SAYING and token.tag in ("VBD", "VBZ", "VBP") for token in following)


def _is_cut_off(parsed: Parsed, fate: Fate, number: Number) -> bool:
    """Whether a verb stands between a noun and the number that it is taken to govern: "the loss | leaves two"."""
    between = parsed.tokens[fate.word.i + 1 : number.first]
    return fate.rule == "figures.noun-of" and any(token.tag in ("VBZ", "VBD", "VBP") for token in between)


def _by_participle(parsed: Parsed, counted: Counted) -> Fate | None:
    """By a word after the people: "16 dead", "20 fighters were reportedly captured", "34 others injured"."""
    tokens, last = parsed.tokens, counted.tokens[-1].i
    if counted.head is not None and is_bare(counted.head) and counted.head.lower in kinds_of("state"):
        return Fate(kinds_of("state")[counted.head.lower], counted.head, "figures.participle")
    auxiliary = False
    for token in after_the_people(tokens, last):
        kind = kinds_of("state").get(token.lower) or (
            kind_of_patient(token, counted.head) if token.tag == "VBN" else None
        )
        if kind is not None and token.i - last > 1 and not auxiliary and token.tag == "VBD" and token.pos == "VERB":
            kind = None
        if kind is not None:
            if _takes_what_follows(tokens, token, auxiliary=auxiliary) or (
                is_shared(token) and _is_paired(tokens, token)
            ):
                return None
            rule = "figures.clause" if token.rel == "acl" and not auxiliary else "figures.participle"
            return Fate(kind, token, rule, _clause_verb(token))
        auxiliary |= token.lower in AUXILIARIES
        adverb = token.tag == "RB" and token.lower.endswith("ly")
        joined = token.lower == "and" and auxiliary  # "were shot and killed"
        if token.lower not in word_list("fillers") and not adverb and not joined:
            return None
    return None


def _is_carried_along(tokens: tuple[Token, ...], counted: Counted, verb: Token) -> bool:
    """Whether they are the object of a clause within another's: "a truck carrying 12 men | was destroyed"."""
    first = counted.tokens[0].i
    subjects = verb.dependents("nsubj", "nsubj:pass")
    return first > 0 and tokens[first - 1].tag == "VBG" and any(subject.i < first - 1 for subject in subjects)


def _is_paired(tokens: tuple[Token, ...], token: Token) -> bool:
    """Whether another kind follows that shares the number: "leaving dozens | dead or injured"."""
    after = tokens[token.i + 1 : token.i + 4]
    if after and after[0].text.istitle() and kinds_of("state").get(after[0].lower) and token.text.istitle():
        after = (token, *after)  # "25 Rebels | Killed Injured" in a headline
    joined = len(after) > 1 and (after[0].lower in ("and", "or", "/") or after[0] is token)
    kind = kinds_of("state").get(after[1].lower) if joined else None
    counts = len(after) > 2 and (after[2].tag == "CD" or after[2].lower in number_words())
    counts = counts or (len(after) > 2 and after[2].tag in _OBJECTS)  # "dead and | displaced half of them"
    return kind not in (None, kinds_of("state").get(token.lower)) and not counts


def _takes_what_follows(tokens: tuple[Token, ...], token: Token, *, auxiliary: bool) -> bool:
    """Whether the word is an active verb with an object of its own: "20 rebels killed 5 soldiers"."""
    if _is_list(tokens[token.i + 1 : token.i + 7]):
        return False
    if any(child.i > token.i for child in token.dependents("obj")) and not auxiliary:
        return True
    if token.lower != "dead" and not auxiliary and _counts_others(tokens, token):
        return True
    following = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    if following is None or following.sentence != token.sentence or auxiliary or token.tag in ("VBN", "JJ"):
        return False
    noun = following.head if following.rel == "det" else following
    if noun is not None and noun.rel in ("nsubj", "nsubj:pass") and noun.head is not token:
        return False  # "eight injured | the ministry said"
    return (
        following.pos in ("NUM", "DET", "PRON", "PROPN")
        and following.tag not in ("NNP", "WDT", "WP")
        and token.lower != "dead"
    )


def _counts_others(tokens: tuple[Token, ...], verb: Token) -> bool:
    """Whether a number of others follows whom it befalls: "claimed 900 lives, injured | more than 2,000 others"."""
    after = [token for token in tokens[verb.i + 1 : verb.i + _FARTHEST_OTHERS] if token.sentence == verb.sentence]
    number = next((n for n, token in enumerate(after) if token.lower not in _BEFORE_NUMBERS), len(after))
    if number == len(after) or not (after[number].tag == "CD" or after[number].lower in number_words()):
        return False
    return any(token.lower in ("others", "people") for token in after[number + 1 : number + 3])


def _is_list(after: tuple[Token, ...]) -> bool:
    """Whether the next fate follows, as in headlines: "8 killed | over 40 injured"."""
    for n, token in enumerate(after):
        if token.lower in kinds_of("state"):
            return n > 0 and any(
                before.tag == "CD" or before.lower in ("others", "dozens", "scores") for before in after[:n]
            )
        if token.tag not in ("CD", "IN", "JJR", "JJS", "RB", "NNS", "NN", "JJ", "NNP", "NNPS", "RBR"):
            return False
    return False


def _clause_verb(token: Token) -> Token:
    """The verb whose mood counts: the participle itself, or the light verb above it ("were reported killed")."""
    head = token.head
    if token.rel in ("xcomp", "ccomp") and head is not None and head.lemma in word_list("light"):
        return head
    return token


def _by_toll(parsed: Parsed, number: Number, counted: Counted) -> Fate | None:
    """By a toll whose value the number is: "put the death toll at 16", "the number of wounded rose to 40"."""
    tokens, sentence = parsed.tokens, counted.anchor.sentence
    link = tokens[number.first - 1] if number.first else None
    linked = link is not None and not {link.lower, tokens[number.first].lower}.isdisjoint(word_list("tally_links"))
    if link is None or link.sentence != sentence or not linked:
        return None
    above = _verb_above(counted.anchor)
    for token in reversed(tokens[max(0, number.first - _FARTHEST_TOLL) : number.first]):
        if token.sentence != sentence or token.lower in (";",):
            return None
        if token.lemma.lower() in word_list("tally") and (
            number.first - token.i <= _NEAR_TOLL or (above is not None and above.subject() is token)
        ):
            fate = _tally(tokens, token, number)
            verb = above if above is not None and above.i > token.i else None
            return fate if fate is None or verb is None else Fate(fate.kind, fate.word, fate.rule, verb)
    return None


def _tally(tokens: tuple[Token, ...], tally: Token, number: Number) -> Fate | None:
    before = tokens[tally.i - 1].lower if tally.i else ""
    if tally.lower == "toll" and before not in ("heavy", "injury", "wounded"):
        return Fate(FigureKind.KILLED, tally, "figures.toll", _verb_above(tally))
    after = tokens[tally.i + 1 : number.first]
    if not after or after[0].lower != "of" or (after[-1] is after[0]):
        return None
    for token in after[1:]:
        kind = (
            kinds_of("toll").get(token.lemma.lower())
            or kinds_of("toll").get(token.lower)
            or kinds_of("state").get(token.lower)
            or kind_of_verb(token)
        )
        if kind is not None and kind is not FigureKind.STRENGTH:
            return Fate(kind, token, "figures.toll", _verb_above(tally))
    return None


def _verb_above(token: Token) -> Token | None:
    return next((ancestor for ancestor in token.ancestors() if ancestor.is_verb()), None)


def _by_adjective(counted: Counted) -> Fate | None:
    """By a word inside the noun phrase: "20,000 trapped civilians", and "40 wounded" read as a noun."""
    if counted.head is None:
        return None
    for token in counted.tokens:
        kind = kinds_of("before").get(token.lower)
        if kind is not None and token is not counted.head:
            return Fate(kind, token, "figures.adjective", _negated_verb(counted.anchor))
    verb = _negated_verb(counted.anchor)
    if counted.head.lemma in ("hostage", "prisoner", "captive") and verb is not None:
        taken = verb.lemma in word_list("keeping")
        return Fate(FigureKind.CAPTURED, counted.head, "figures.state", verb) if taken else None
    if counted.head.lemma in ("body", "corpse") and verb is not None:
        found = verb.lemma in word_list("finding") and counted.head.is_plural()
        return Fate(FigureKind.KILLED, counted.head, "figures.bodies", verb) if found else None
    return None


def _by_loss(number: Number, counted: Counted) -> Fate | None:
    """By what is counted: "reported 31 | deaths", "claiming four | martyrs and 13 injured"."""
    if counted.head is None or counted.head.lemma.lower() not in ("death", "fatality", "injury", "martyr"):
        return None
    kind = kinds_of("toll").get(counted.head.lemma.lower())
    verb = counted.anchor.head
    if verb is not None and verb.lemma.lower() in word_list("suffering"):
        return None  # "suffered two injuries"
    year = number.first == number.core and 1900 <= (number.low or 0) < 2100  # "a list of 1971 deaths"
    return None if kind is None or year else Fate(kind, counted.head, "figures.toll", _negated_verb(counted.anchor))


def _negated_verb(token: Token) -> Token | None:
    return token.head if token.head is not None and token.head.is_verb() else None


def _by_clause(parsed: Parsed, counted: Counted) -> Fate | None:
    """By a clause after the people: "the 12 villagers who were killed in the raid"."""
    head = counted.head or counted.anchor
    for clause in head.dependents("acl", "acl:relcl"):
        lemma = clause.lemma.lower()
        own_subject = clause.child("nsubj", "nsubj:pass")
        if own_subject is not None and any(token.tag == "WP$" for token in own_subject.children):
            continue  # "a man whose son was killed"
        if clause.rel == "acl" and _counts_others(parsed.tokens, clause):
            continue
        before = {token.lower for token in clause.subtree() if token.i < clause.i}
        partly = not before.isdisjoint(word_list("partly"))  # "soldiers, | most of whom were wounded"
        passive = clause.is_passive() or (clause.tag == "VBN" and clause.rel == "acl")
        befallen = kind_of_patient(clause, counted.head) if passive and not partly and not is_shared(clause) else None
        if befallen is not None:
            return Fate(befallen, clause, "figures.clause", clause)
        if lemma == "flee" and not is_flight(clause, counted):
            return None
        if lemma in kinds_of("actor") and (own_subject is None or own_subject.tag in ("WP", "WDT")):
            return Fate(kinds_of("actor")[lemma], clause, "figures.clause", clause)
        if kinds_of("state").get(clause.lower) and clause.child("obj") is None and clause.tag != "VBD" and not partly:
            return Fate(kinds_of("state")[clause.lower], clause, "figures.clause", clause)
    return None
