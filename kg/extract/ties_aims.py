"""Finds who fights whom by what they are out for: "efforts to defeat the group", "committed to destroying it"."""

from collections.abc import Iterator
from functools import cache

from kg.extract.cast import Cast
from kg.extract.participants_near import antecedent
from kg.extract.verbs import doer_of
from kg.model import TieKind
from kg.nlp import Token
from kg.resources import read_table

Found = tuple[Token, TieKind, Token, str]
RULE = "ties.out-to-defeat"


@cache
def tie_words(group: str) -> frozenset[str]:
    """A group of the words that tell of ties."""
    return frozenset(read_table("tie_words.toml")[group])


def aims_at(verb: Token, cast: Cast) -> Iterator[Found]:
    """The ties of those who are told to be out to defeat somebody or to strike at him, and of those they help to."""
    if verb.is_negated() or not _is_aim(verb):
        return
    if verb.lemma in tie_words("wage_verbs") and verb.head is not None:
        for doer in _out_for(verb.head, cast):
            yield from ((doer, TieKind.FIGHTS, enemy, RULE) for enemy in _struck_at(verb))
    if verb.lemma not in tie_words("defeat_verbs"):
        return
    first = verb.head if verb.rel == "conj" and verb.head is not None and _is_aim(verb.head) else verb
    above = first.head
    if above is None:
        return
    enemies = tuple(each for thing in (verb, *_shared(verb)) for each in all_of(thing.child("obj")))
    for enemy in enemies:
        for doer in _out_for(above, cast):
            yield doer, TieKind.FIGHTS, enemy, RULE


def _struck_at(verb: Token) -> Iterator[Token]:
    """Whom it means to strike: "committed to carrying out attacks against | the north"."""
    for thing in verb.dependents("obj"):
        if thing.lemma in tie_words("fight_nouns"):
            for enemy in (*thing.modifiers("against"), *verb.modifiers("against")):
                yield from all_of(enemy)


def fighters_of(noun: Token, cast: Cast) -> tuple[Token, ...]:
    """Who wages what a noun names by the words around it: "Iraq in its fight", "supports the army in the fight"."""
    owner = noun.child("nmod:poss")
    meant = None if owner is None else antecedent(owner, cast)
    head = noun.head
    helping = head is not None and head.lemma in tie_words("help_verbs")
    # "backs the rebels in their fight": that of the rebels
    found = () if helping and owner is not None and owner.lower == "their" else all_of(meant)
    if head is None or noun.preposition() != "in":
        return found
    if cast.actor_at(head) is not None:
        return found or (head,)
    if helping:
        alone = owner is not None or not head.is_verb()
        return (*found, *_helped(head), *(() if alone else all_of(doer_of(head))))
    support = head.child("obj")
    if not found and support is not None and support.lemma in tie_words("help_verbs"):
        return tuple(each for word in support.modifiers("for") for each in all_of(word))
    return found


def all_of(token: Token | None) -> tuple[Token, ...]:
    """The word and all that is coordinated with it, however the parser chains them."""
    if token is None:
        return ()
    listed = (other for other in token.dependents("appos") if other.conjuncts())  # "A, B and C", B read as apposition
    return (token, *(each for other in (*listed, *token.conjuncts()) for each in all_of(other)))


def _is_aim(verb: Token) -> bool:
    marks = {child.lower for child in verb.children if child.rel in ("mark", "case", "aux")}
    return bool(marks & {"to", "of", "in", "at", "for"}) and (verb.tag == "VBG" or "to" in marks)


def _shared(verb: Token) -> tuple[Token, ...]:
    """The verbs that share its object: "to degrade and destroy the group"."""
    return () if verb.child("obj") is not None else tuple(each for each in verb.conjuncts() if each.is_verb())


def _helped(word: Token) -> tuple[Token, ...]:
    """Who is helped: "assists the government", "stands by Iraq", "support for Iraq"."""
    beside = word.modifiers("by", "with") if word.is_verb() else word.modifiers("for")
    return (*all_of(word.child("obj")), *(each for other in beside for each in all_of(other)))


def _out_for(above: Token, cast: Cast) -> Iterator[Token]:
    """Who is out for it, by the verb, adjective or noun that the aim hangs on."""
    if above.lower in tie_words("aiming") or above.lemma in tie_words("help_verbs"):
        passive = above.lower in tie_words("aiming") or not above.is_verb()  # "is committed to"
        doer = above.subject() if passive and above.rel != "acl:relcl" else doer_of(above)
        more = [
            each for each in above.dependents("nsubj", "nsubj:pass") if each is not doer
        ]  # "the UK, the coalition are"
        yield from () if above.is_negated() else (word for each in (doer, *more) for word in all_of(each))
        if above.lemma in tie_words("help_verbs"):
            yield from _helped(above)
    elif _is_fight(above):
        yield from _wagers(above, cast)


def _is_fight(word: Token) -> bool:
    return word.pos in ("NOUN", "PROPN") and word.lemma in tie_words("fight_nouns") | tie_words("effort_nouns")


def _wagers(noun: Token, cast: Cast) -> tuple[Token, ...]:
    """Whose effort it is: of those before it, or of those who lead it ("leads efforts in the campaign to ...")."""
    own = ("nmod:poss", "compound")
    before = [child for child in noun.dependents(*own) if child.i < noun.i and cast.actor_at(child) is not None]
    near = fighters_of(noun, cast) or tuple(before)
    above = noun.head
    if near or above is None:
        return near
    if _is_fight(above) and noun.rel == "nmod":
        return _wagers(above, cast)
    leads = above.lemma in tie_words("wage_verbs") and noun.rel in ("obj", "obl")
    return all_of(doer_of(above)) if leads and not above.is_negated() else ()
