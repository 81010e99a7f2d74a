"""Whether the words of a figure name a cause of their own, apart from the happenings told before or beside it."""

from kg.extract.figures_words import kinds_of, word_list
from kg.extract.parties import is_people
from kg.nlp import Sentence, Token

_OPENING = 4
_PLACES = frozenset(("GPE", "LOC", "FAC"))


def turns_away(sentence: Sentence) -> bool:
    """Whether the sentence goes on to another happening: "Meanwhile …", "… in strikes elsewhere"."""
    opening = {token.lower for token in sentence.tokens[:_OPENING]}
    away = word_list("turning")
    return not opening.isdisjoint(away) or any(token.lower == "elsewhere" for token in sentence.tokens)


def comes_of_new(word: Token) -> bool:
    """Whether a participle follows from what somebody not spoken of before did: "snipers opened up, | wounding one"."""
    verb = word.head if word.tag == "VBG" and word.rel in ("advcl", "acl", "xcomp", "conj") else None
    doer = None if verb is None or not verb.is_verb() else verb.subject()
    if doer is None or doer.pos not in ("NOUN", "PROPN") or doer.tag in ("NNP", "NNPS"):
        return False
    article = doer.child("det", "nmod:poss")
    return article.lower in ("a", "an", "another") if article is not None else doer.is_plural()


def is_elsewhere(word: Token, before: tuple[Sentence, ...]) -> bool:
    """Whether the clause has a place of its own that was not told before: "in Mosul two people were killed"."""
    spots = word.modifiers("in", "at", "near")
    spots += tuple(name for spot in spots for name in spot.modifiers("of"))  # "in the town of Rastan"
    places = {spot.lower for spot in spots if spot.name in _PLACES}
    told = {token.lower for sentence in before for token in sentence.tokens}
    return bool(places) and not places <= told


def is_apart(word: Token) -> bool:
    """Whether it stands in a clause with a cause of its own: "on rebels whose campaign has | claimed 800 lives"."""
    clause = next((one for one in (word, *word.ancestors()) if one.rel in ("acl:relcl", "advcl", "root")), word)
    own = clause.child("nsubj")
    if clause.rel == "root" or own is None or own.i > clause.i or own.tag in ("WDT", "WP"):
        return False
    since = any(mark.lower == "since" for mark in clause.dependents("mark"))
    return since or (clause.rel == "acl:relcl" and any(one.tag == "WP$" for one in own.children))


def names_cause(word: Token) -> bool:
    """Whether the verb has a cause of its own that was not told of before: "a mine killed two drivers"."""
    if (
        not word.is_verb()
        or word.is_passive()
        or word.lemma.lower() not in kinds_of("patient").keys() | word_list("losing")
    ):
        return False
    if word.tag == "VBN" and all(child.lemma != "have" for child in word.children):
        return False  # "two people were reported | killed"
    if word.tag == "VBG":
        return False  # "struck a hall as guests were dancing, | killing 32"
    cause = word.subject()
    if cause is None or cause.i > word.i or cause.pos not in ("NOUN", "PROPN") or cause.tag == "NNP":
        return False
    if not is_people(cause) and not cause.name:
        return True  # "whose campaign has claimed 800 lives"
    article = cause.child("det")
    return article.lower in ("a", "an", "another") if article is not None else cause.is_plural()


def tells_cause(word: Token) -> bool:
    """Whether a clause of its own tells what it came of: "five crewmen killed when their helicopter crashed"."""
    return any(
        mark.lower in ("when", "as", "after")
        for clause in word.dependents("advcl")
        if clause.lemma.lower() not in word_list("suffering")  # "died after | sustaining injuries"
        if (subject := clause.child("nsubj")) is None or subject.tag != "PRP"  # "killed as | they queued for bread"
        for mark in clause.dependents("mark", "advmod")
    )
