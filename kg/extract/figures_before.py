"""What became of counted people by the word right before their number: "killing 32", "the death of five"."""

from kg.extract.figures_after import FARTHEST
from kg.extract.figures_words import Fate, is_shared, is_shared_noun, kind_of_patient, kind_of_verb, kinds_of, word_list
from kg.extract.numbers import Number
from kg.extract.parties import Counted
from kg.model import FigureKind
from kg.nlp import Parsed, Token

_HEADLINE_VERBS = {
    **dict.fromkeys(("kills", "kill", "killing"), FigureKind.KILLED),
    **dict.fromkeys(("wounds", "wound", "wounding", "injures", "injure", "injuring"), FigureKind.WOUNDED),
}
_BY_FORCE = frozenset((FigureKind.KILLED, FigureKind.WOUNDED))
# right before a number they are verbs: a killing is "of 12 people"
_NO_NOUNS = frozenset(("kills", "killing", "wounding", "injures", "injuring"))


def find_by_verb_before(parsed: Parsed, number: Number, counted: Counted) -> Fate | None:
    """By a verb right before the number: "killing 32 people", "wounded another 40"."""
    before = parsed.tokens[number.first - 1] if number.first else None
    if before is None or before.sentence != counted.anchor.sentence:
        return None
    if before.i and _counts(parsed.tokens[before.i - 1]) and before.lower in kinds_of("state"):
        return None  # "among 25 injured | eight were in a bad state"
    if before.lower == "dead" and number.first > 1 and parsed.tokens[number.first - 2].lemma in word_list("felling"):
        return Fate(FigureKind.KILLED, before, "figures.verb-number", parsed.tokens[number.first - 2])
    if _is_past_after_and(parsed.tokens, before) or _is_past_beside(parsed.tokens, before):
        return Fate(kinds_of("state")[before.lower], before, "figures.verb-number")
    if not before.is_verb():  # "Army Kills 12 Rebels" in a headline, read as a noun
        titled = before.text[0].isupper() and before.lower in ("kill", "kills", "injure", "injures")
        plain = titled or before.lower in _NO_NOUNS or before.child("case", "det") is None
        kind = _HEADLINE_VERBS.get(before.lower) if plain else None
        return None if kind is None else Fate(kind, before, "figures.verb-number")
    kind = kind_of_patient(before, counted.head) or _HEADLINE_VERBS.get(before.lower)
    if kind not in (FigureKind.KILLED, FigureKind.WOUNDED, FigureKind.DISPLACED) and counted.head is None:
        return None
    if kind is None or before.child("aux:pass") is not None or is_shared(before):
        return None
    return Fate(kind, before, "figures.verb-number", before)


def _counts(token: Token) -> bool:
    """Whether it is a number that may count people: no day of a month, "an attack on May 25 | killed seven"."""
    return token.tag == "CD" and token.name != "DATE"


def find_by_noun_before(parsed: Parsed, number: Number) -> Fate | None:
    """By a noun right before "of" and the number, or a gerund used as one: "the death of 12", "killing of 40"."""
    noun, of = parsed.tokens[max(0, number.first - 2) : number.first] if number.first > 1 else (None, None)
    if noun is None or of is None or of.lower != "of" or noun.sentence != of.sentence:
        return None
    kind = kinds_of("noun").get(noun.lower) or kinds_of("noun").get(noun.lemma.lower())
    return None if kind in (None, FigureKind.STRENGTH) or is_shared_noun(noun) else Fate(kind, noun, "figures.noun-of")


def _is_past_after_and(tokens: tuple[Token, ...], word: Token) -> bool:
    """Whether a past tense read as an adjective goes on with a verb: "killed 12 villagers and | wounded dozens"."""
    if word.tag != "JJ" or kinds_of("state").get(word.lower) not in _BY_FORCE or word.i < 2:
        return False
    and_, last = tokens[word.i - 1], tokens[word.i - 2]
    if and_.lower != "and" or last.sentence != word.sentence or last.lower in kinds_of("state"):
        return False  # "killed and wounded 40" tells neither
    before = tokens[max(0, word.i - FARTHEST) : word.i - 2]
    return any(token.is_past() and kind_of_verb(token) is not None for token in before)


def _is_past_beside(tokens: tuple[Token, ...], word: Token) -> bool:
    """Whether a past tense read as another word has its subject or helper right before it: "had | wounded five"."""
    if word.is_verb() or word.i == 0 or kinds_of("state").get(word.lower) not in _BY_FORCE:
        return False
    return (
        word.lower.endswith("ed")
        and tokens[word.i - 1].pos in ("NOUN", "PROPN", "AUX", "ADV")
        and tokens[word.i - 1].sentence == word.sentence
    )


def is_shared_before(words: tuple[Token, ...]) -> bool:
    """Whether two kinds of harm share the number behind them: "killing and injuring | scores", "Kills Injures | 70"."""
    if len(words) != 3:
        return False
    beside = words[1].lower in _HEADLINE_VERBS and words[2].lower in _HEADLINE_VERBS  # the sign between is lost
    if not beside and words[1].lower not in ("and", "or", "/"):
        return False
    kinds = {
        kinds_of("state").get(word.lower) or kind_of_verb(word) or _HEADLINE_VERBS.get(word.lower)
        for word in (words[1] if beside else words[0], words[2])
    }
    return kinds == set(_BY_FORCE)


def is_first_of_two(words: tuple[Token, ...]) -> bool:
    """Whether a word of another kind stands between the word and the number: "killed | and wounded 40 people"."""
    if len(words) != 3 or words[1].lower not in ("and", "or", "/"):
        return False
    return kinds_of("state").get(words[2].lower) not in (None, kinds_of("state").get(words[0].lower))
