"""What became of counted people by words beside them: a group, what they suffered, a passive further on."""

from kg.extract.figures_words import Fate, is_shared, kind_of_group, kind_of_patient, kinds_of, word_list
from kg.extract.numbers import Number
from kg.extract.numbers_amounts import number_words
from kg.extract.parties import Counted
from kg.model import FigureKind
from kg.nlp import Parsed, Token

FARTHEST = 9
AUXILIARIES = frozenset(("was", "were", "been", "be", "being", "is", "are"))
_FARTHEST_GROUP = 14
_NEAR_GROUP = 4
_TURNS = ("not", "whether", "if", "that", "because")
_RESUMING = AUXILIARIES | {"have", "has", "had", "died", "fled", "surrendered"}
_SPOTS = ("on", "in", "at", "from", "near", "aboard")


def after_the_people(tokens: tuple[Token, ...], last: int) -> tuple[Token, ...]:
    """The words after the people, without a part told in between: "16 people | , two of them nurses, | died"."""
    after = [token for token in tokens[last + 1 : last + 1 + 2 * FARTHEST] if token.sentence == tokens[last].sentence]
    opening = [token.lower for token in after[:3] if token.lower not in (",", "-", "--", "–", "—", "(")]
    if opening and opening[0] in word_list("parts") | word_list("partly"):
        whole = opening[0] == "among" and opening[1:2] not in (["them"], ["whom"], ["which"])  # "among 18 | dead"
        for n, token in enumerate(after):
            if token.lower in kinds_of("state") and not whole and _is_of_part(after[:n]):
                continue
            if token.lower in _RESUMING or token.lower in kinds_of("state"):
                return tuple(after[n : n + FARTHEST])
            if (token.is_verb() and token.lower not in word_list("parts")) or token.tag in ("WP", "WDT"):
                return ()
        return ()
    return tuple(after[:FARTHEST])


def _is_of_part(before: list[Token]) -> bool:
    """Whether a number stands right before, so that the word tells of the part: "including 80 seriously | wounded"."""
    words = [token for token in before if not (token.tag == "RB" and token.lower.endswith("ly"))]
    return bool(words) and (words[-1].tag == "CD" or words[-1].lower in number_words())


def find_by_group(parsed: Parsed, number: Number, counted: Counted) -> Fate | None:
    """By the group that they are told to be among, before or after them."""
    return _by_group_before(parsed, number) or _by_group_after(parsed, counted)


def _by_group_before(parsed: Parsed, number: Number) -> Fate | None:
    """By the group that they are told to be among before them: "among the dead were a child and two women"."""
    before = [
        t
        for t in parsed.tokens[max(0, number.first - _FARTHEST_GROUP) : number.first]
        if t.sentence == parsed.tokens[number.first].sentence
    ]
    if before and before[-1].lemma.lower() == "include":  # "those killed | included 11 people"
        group = next((word for word in before[-_NEAR_GROUP:-1] if kind_of_group(word) is not None), None)
        kind = None if group is None else kind_of_group(group)
        return None if group is None or kind is None else Fate(kind, group, "figures.among")
    being = next((n for n in range(len(before) - 1, -1, -1) if before[n].lower in AUXILIARIES), None)
    if being is None or any(token.is_verb() or token.lower in _TURNS for token in before[being + 1 :]):
        return None
    for n, token in enumerate(before[:being]):
        if token.lower in ("among", "amongst"):
            group = next((word for word in before[n + 1 : being] if kind_of_group(word) is not None), None)
            kind = None if group is None else kind_of_group(group)
            return None if group is None or kind is None else Fate(kind, group, "figures.among")
    return None


def _by_group_after(parsed: Parsed, counted: Counted) -> Fate | None:
    """By the group that they are told to be among after them: "ten were among at least 48 people | killed"."""
    after = after_the_people(parsed.tokens, counted.tokens[-1].i)
    words = [token for token in after if token.lower not in word_list("fillers")]
    if not words or words[0].lower not in ("among", "amongst"):
        return None
    if not any(token.lower in AUXILIARIES for token in after if token.i < words[0].i):
        return None
    for token in parsed.tokens[words[0].i + 1 : words[0].i + FARTHEST]:
        kind = kind_of_group(token)
        if kind is not None:
            return Fate(kind, token, "figures.among")
        if token.is_verb() or token.sentence != counted.anchor.sentence:
            return None
    return None


def find_by_hurt(parsed: Parsed, counted: Counted) -> Fate | None:
    """By what they suffer: "12 received wounds", "35 people suffered from suffocation"."""
    after = after_the_people(parsed.tokens, counted.tokens[-1].i)
    verb = next((token for token in after if token.lower not in word_list("fillers")), None)
    if verb is None or verb.lemma.lower() not in word_list("suffering"):
        return None
    hurts = any(token.lemma.lower() in word_list("hurts") for token in parsed.tokens[verb.i + 1 : verb.i + 5])
    return Fate(FigureKind.WOUNDED, verb, "figures.hurt", verb) if hurts else None


def find_by_resumption(parsed: Parsed, counted: Counted) -> Fate | None:
    """By a passive after a phrase of place: "25 others on a bus | were wounded", hung elsewhere by the parser."""
    last = counted.tokens[-1].i
    after = [token for token in parsed.tokens[last + 1 : last + FARTHEST] if token.sentence == counted.anchor.sentence]
    being = next((n for n, token in enumerate(after) if token.is_verb() or token.tag in ("WDT", "WP", ",", "CC")), None)
    if not being or after[0].lower not in _SPOTS or after[being].lower not in AUXILIARIES:
        return None
    verb = next((token for token in after[being + 1 :] if token.lower not in word_list("fillers")), None)
    if verb is not None and verb.lower in kinds_of("state") and verb.tag == "JJ":
        return Fate(kinds_of("state")[verb.lower], verb, "figures.state")  # "were assumed | dead"
    kind = None if verb is None else kind_of_patient(verb, counted.head)
    if verb is None or kind is None or verb.tag != "VBN" or verb.child("nsubj:pass") is not None or is_shared(verb):
        return None
    return Fate(kind, verb, "figures.passive", verb)
