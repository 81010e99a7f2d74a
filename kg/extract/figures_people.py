"""The people that a number counts, found by the words after it and by syntax."""

from kg.extract.numbers import Number
from kg.extract.parties import BARE, Counted, is_people
from kg.nlp import Parsed, Token

_NOUN_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS", "HYPH"))
SAYING = frozenset(("say", "report", "add", "tell", "announce", "state", "confirm"))
_LONGEST_BRACKET = 5
_OPENERS = frozenset(("the", "these", "those", "its", "their", "our", "his", "them", "whom", "which"))
# what ends the counted phrase, whatever the parser takes it for: "kills 16 | outside bakery"
_ENDS = frozenset(
    (
        "a",
        "an",
        "the",
        "outside",
        "inside",
        "near",
        "in",
        "at",
        "on",
        "during",
        "after",
        "across",
        "around",
        "as",
        "by",
        "amid",
        "over",
    )
)
_SKIPPED_TAGS = frozenset(
    ("JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "NNS", "VBN", "VBG", "HYPH", "POS", "RB", "AFX", "``", "''")
)


def find_counted(parsed: Parsed, number: Number) -> Counted | None:
    """The people that the number counts, or None where it counts other things."""
    tokens = parsed.tokens
    phrase = tokens[number.core : number.last + 1]
    sentence = tokens[number.core].sentence
    head = _noun_after(tokens, number.last + 1, sentence)
    outward = _outward(phrase)
    if number.last + 1 < len(tokens) and tokens[number.last + 1].lower in ("-", "–", "‑"):
        return Counted(None, outward, tokens[number.first : number.last + 1])  # "a 300-strong force"
    if head is None and not _is_ended(tokens, number.last + 1):
        governor = outward.head
        governed = outward.rel in ("nummod", "amod", "compound", "det", "appos") and governor is not None
        if (
            governed
            and governor is not None
            and governor.name not in ("DATE", "TIME")
            and governor.pos in ("NOUN", "PROPN")
            and governor.i > number.last
            and not any(
                (token.is_verb() and token.rel != "cop") or token.lower == "and"
                for token in tokens[number.last + 1 : governor.i]
            )
        ):
            head = governor if is_people(governor) else None
            if head is None:
                return None
        elif _counts_something(tokens, number.last + 1, sentence):
            return None
    if head is not None and _is_teller(head, number):
        head = None
    if head is None and (family := _family_before(tokens, number)) is not None:
        return Counted(family, family, tokens[family.i : number.last + 1])
    whole = tokens[number.first : (head.i if head is not None else number.last) + 1]
    anchor = outward
    if head is not None and (outward.head is head or not _hangs_below(head, phrase)):
        anchor = head
    return Counted(head, anchor, whole)


def _is_teller(noun: Token, number: Number) -> bool:
    """Whether a single one behind several is who tells of them, commas lost: "15 injured | a reporter said"."""
    verb = noun.head
    several = (number.low or number.high or 0) > 1
    says = verb is not None and verb.lemma.lower() in SAYING
    return several and noun.tag == "NN" and noun.rel == "nsubj" and says


def _family_before(tokens: tuple[Token, ...], number: Number) -> Token | None:
    """The family or crew whose size the number is: "a | family of six"."""
    before = tokens[max(0, number.first - 2) : number.first]
    sized = len(before) == 2 and before[1].lower == "of" and before[0].lower in ("family", "crew")
    return before[0] if sized else None


def _is_ended(tokens: tuple[Token, ...], i: int) -> bool:
    return i < len(tokens) and tokens[i].lower in _ENDS


def _outward(phrase: tuple[Token, ...]) -> Token:
    """The word of the number by which it hangs on the rest."""
    inside = {token.i for token in phrase}
    for token in reversed(phrase):
        if token.head is None or token.head.i not in inside:
            return token
    return phrase[-1]


def _hangs_below(head: Token, phrase: tuple[Token, ...]) -> bool:
    """Whether the noun hangs on the number: "dozens of villagers"."""
    inside = {token.i for token in phrase}
    return any(ancestor.i in inside for ancestor in head.ancestors())


def _noun_after(tokens: tuple[Token, ...], i: int, sentence: int) -> Token | None:
    """The word for people that follows a number: "16 | Turkish-backed Syrian militiamen", "dozens | of villagers"."""
    found: Token | None = None
    if i < len(tokens) and tokens[i].lower in ("of", "more", "other", "others", "of the", "and"):
        if tokens[i].lower == "others" or (tokens[i].lower == "more" and not _more_of(tokens, i)):
            return tokens[i]
        if tokens[i].lower == "and":
            return None
        i += 1
        if i < len(tokens) and tokens[i].lower in _OPENERS:
            i += 1  # "15 of the wounded", "six of them children"
            if i < len(tokens) and tokens[i].lower in BARE:
                return tokens[i]
    for token in tokens[i : i + 8]:
        if token.sentence != sentence or token.lower in ("including", "among"):  # "kill 22 | including civilians"
            break
        if found is None and _is_in_brackets(tokens, token.i):
            continue  # "23 ISIS | (Daesh) | militants"
        if found is not None and (token.tag not in _NOUN_TAGS or token.lower in ("hostage", "prisoner", "captive")):
            break  # "took 900 civilians | hostage"
        if token.lower in BARE and token.tag != "JJ" and not _modifies(token) and token.pos in ("VERB", "AUX"):
            break
        if is_people(token) and token.pos in ("NOUN", "PROPN", "ADJ", "NUM", "X", "VERB"):
            if found is not None and not token.is_plural() and found.is_plural():
                break  # "13 fighters Tuesday"
            found = token
        elif found is None and _joins_adjectives(tokens, token.i):
            continue  # "120 sick | and | wounded people"
        elif (token.tag not in _SKIPPED_TAGS and not _modifies(token) and not _is_acronym(tokens, token.i)) or (
            found is not None and found.is_plural()
        ):
            break
        elif token.is_plural() and token.pos == "NOUN":
            return None  # "8 rebel vehicles": they count something else
    return found if found is None or not _is_modifier(tokens, found) else None


def _is_in_brackets(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether it is part of another name in brackets, or one of the brackets."""
    first = next((n for n in range(i, max(-1, i - _LONGEST_BRACKET), -1) if tokens[n].lower == "("), None)
    if first is None:
        return False
    last = next((n for n in range(first, first + _LONGEST_BRACKET) if n < len(tokens) and tokens[n].lower == ")"), -1)
    return i <= last


def _modifies(token: Token) -> bool:
    """Whether it is an adjective before the people, or joined to one: "sick and | wounded people"."""
    return token.rel == "amod" or (token.rel == "conj" and token.head is not None and token.head.rel == "amod")


def _joins_adjectives(tokens: tuple[Token, ...], i: int) -> bool:
    if tokens[i].lower not in ("and", ",") or not 0 < i < len(tokens) - 1:
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    return before.rel == "amod" and (after.rel == "amod" or after.head is before)


def _is_acronym(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether it is the name "IS" that the tagger took for a verb: "about 100 | IS | fighters"."""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    return tokens[i].text == "IS" and following is not None and not following.text.isupper() and is_people(following)


def _more_of(tokens: tuple[Token, ...], i: int) -> bool:
    if i + 1 < len(tokens) and tokens[i + 1].lower in BARE:
        return False  # "500 more | injured"
    return i + 1 < len(tokens) and (is_people(tokens[i + 1]) or tokens[i + 1].tag in ("JJ", "NN", "NNS", "NNP"))


def _is_modifier(tokens: tuple[Token, ...], noun: Token) -> bool:
    """Whether the noun only modifies what is counted: "10 rebel positions", "two police stations"."""
    following = tokens[noun.i + 1] if noun.i + 1 < len(tokens) else None
    if following is None or following.sentence != noun.sentence:
        return False
    return (
        noun.rel in ("compound", "amod", "nmod:poss")
        and noun.head is not None
        and noun.head.i > noun.i
        and noun.head.pos in ("NOUN", "PROPN")
        and not is_people(noun.head)
        and (not noun.is_plural() or following.tag == "POS")
    )


def _counts_something(tokens: tuple[Token, ...], i: int, sentence: int) -> bool:
    """Whether a noun that means no people follows directly: "16 villages", "40 armoured vehicles"."""
    for token in tokens[i : i + 4]:
        if token.sentence != sentence or token.lower in BARE:
            return False
        if token.tag in ("NNS", "NN") and not is_people(token):
            return token.name not in ("DATE", "TIME")
        if token.tag not in ("JJ", "NN", "NNP", "HYPH", "VBN", "VBG", "POS") and token.lower != "of":
            return False
    return False
