"""What is told of people by their being somewhere: fighters that hold a place, people in a town under siege."""

from kg.extract.figures_words import Fate, kinds_of, word_list
from kg.extract.numbers import Number
from kg.extract.parties import Counted, type_of_word
from kg.model import FigureKind, PartyType
from kg.nlp import Parsed, Token


def find_by_force(parsed: Parsed, number: Number, counted: Counted) -> Fate | None:
    """By fighters being there: "some 300 fighters remain in the town", "a 300-strong force"."""
    head, tokens = counted.head, parsed.tokens
    size = tuple(token.lower for token in tokens[number.last + 1 : number.last + 3])
    if len(size) == 2 and size[0] in ("-", "–", "‑") and _is_force(tokens[number.last + 3 : number.last + 7]):
        return Fate(FigureKind.STRENGTH, tokens[number.last + 2], "figures.force")  # "a 300-strong force"
    if head is None or type_of_word(head) is not PartyType.COMBATANTS or not head.is_plural():
        return None
    verb = counted.anchor.head
    if verb is None or not verb.is_verb() or counted.anchor.rel not in ("nsubj", "nsubj:pass"):
        return None
    if verb.lemma == "leave" and verb.child("aux:pass") is not None:
        return Fate(FigureKind.STRENGTH, verb, "figures.fighters-there", verb)  # "some 300 fighters are left"
    inner = verb.child("xcomp")
    if verb.lemma in word_list("light") and inner is not None and inner.lemma.lower() in word_list("holding"):
        return Fate(
            FigureKind.STRENGTH, inner, "figures.fighters-there", verb
        )  # "200 rebels are believed to be hiding"
    if verb.lemma.lower() in word_list("holding") or (
        verb.lemma == "be" and verb.modifiers("in", "inside", "at", "near", "around")
    ):
        return Fate(FigureKind.STRENGTH, verb, "figures.fighters-there", verb)
    return None


def find_by_siege_before(parsed: Parsed, counted: Counted) -> Fate | None:
    """By a siege just told of: "The town is surrounded. | Some 20,000 civilians remain in it."""
    head, verb = counted.head, counted.anchor.head
    if head is None or verb is None or counted.anchor.rel != "nsubj" or type_of_word(head) is PartyType.COMBATANTS:
        return None
    if verb.lemma.lower() not in ("remain", "live", "stay") or not verb.modifiers("in", "inside", "within"):
        return None
    first = max(head.sentence - 1, 0)
    words = (token for sentence in parsed.sentences[first : head.sentence + 1] for token in sentence.tokens)
    besieged = any(token.lemma.lower() in word_list("besieging") for token in words)
    return Fate(FigureKind.BESIEGED, verb, "figures.siege-before", verb) if besieged else None


def _is_force(tokens: tuple[Token, ...]) -> bool:
    """Whether a force is named: "300-strong | rebel force", against "27-member | bloc"."""
    forces = (token for token in tokens if kinds_of("noun").get(token.lemma.lower()) is FigureKind.STRENGTH)
    return next(forces, None) is not None


def by_siege(verb: Token) -> Fate | None:
    """By a siege that they live under: "250,000 people are living under siege"."""
    if verb.lemma.lower() not in word_list("enduring"):
        return None
    siege = next((part for part in verb.modifiers("under") if part.lemma in ("siege", "blockade")), None)
    return None if siege is None else Fate(FigureKind.BESIEGED, siege, "figures.state", verb)


def by_fielding(counted: Counted, verb: Token) -> Fate | None:
    """By a verb of having or sending: "has 5,000 fighters", "deployed 200 troops"."""
    head = counted.head
    if head is None or type_of_word(head) is not PartyType.COMBATANTS or not head.is_plural():
        return None
    if verb.lemma.lower() not in word_list("fielding") or any(
        child.rel in ("acl", "acl:relcl") for child in head.children
    ):
        return None
    return Fate(FigureKind.STRENGTH, verb, "figures.force", verb, verb.subject())
