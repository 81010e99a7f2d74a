"""Finds the runs of capitalised words that can be names, and the listed phrases among them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.extract.lexicon import (
    Entry,
    body_nouns,
    body_of_nouns,
    city_names,
    fold,
    known_actors,
    name_words,
    named_phrases,
)
from kg.extract.names_bodies import body_of, is_heading_of_forces
from kg.extract.nominals import actor_nouns
from kg.extract.place_kinds import place_nouns
from kg.extract.surnames import given_names, is_month_as_surname, is_noun_as_surname, is_surname
from kg.model import ActorType
from kg.nlp import Parsed, Sentence, Token

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_HYPHENS = frozenset({"-", "–"})
_OWNERS = frozenset(
    {
        "people",
        "women",
        "men",
        "children",
        "workers",
        "farmers",
        "prisoners",
        "lawyers",
        "peoples",
        "doctors",
        "martyrs",
    }
)
_NO_NAME = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "PART", "AUX", "INTJ", "NUM", "ADV"})
_ENTRIES = ("country", "actor", "region")
_WITH_NOUN = frozenset({"river", "region", "capital"})
_SMALL_IN_HEADLINE = 0.1
_MOST_WORDS = 7
# "Abu Omar Haddad"
_NOT_CITIES = frozenset({"abu", "umm", "ibn", "bin", "ben", "al", "el", "san", "santa", "de", "da"})
# "Deir ez-Zor", "Khan esh-Shih", "Jisr ed-Damour": the article takes the sound of the letter behind it
ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ed", "es", "esh", "ez", "ul"})


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words that may be a name.

    Attributes:
        first, last: indices of its words.
        key: the words folded, without hyphens: what two spellings have in common.
        text: the words.
        entry: the listed phrase it is, if it is one.
        titled: a title or a role stands before it.
        body: the type of body that a word of it names ("Brigade"), if one does.
        place_noun: the last word, where it names a kind of place ("Airport"), or "".
        place_of: the noun of "the village of" before it, or "".
    """

    first: int
    last: int
    key: str
    text: str
    entry: Entry | None
    titled: bool
    body: ActorType | None
    place_noun: str
    place_of: str


def find_runs(parsed: Parsed) -> tuple[Run, ...]:
    """The runs of an article, left to right; none overlap."""
    tokens = parsed.tokens
    folds = [fold(token.text) for token in tokens]
    plain = {token.text for token in tokens if token.text.islower()}
    inside = frozenset(token.text for token in tokens if token.pos == "PROPN" and _has_neighbour(tokens, token))
    shouting = frozenset(sentence.index for sentence in parsed.sentences if is_title_case(sentence))
    phrases = named_phrases()
    runs: list[Run] = []
    i = 0
    while i < len(tokens):
        hit = phrases.at(tokens, folds, i) if tokens[i].text[0].isalnum() else None
        if hit is not None and _goes_on(tokens, hit[1], hit[0]):
            hit = None
        if hit is not None and not _in_capitals(tokens, i, hit[1]):
            end = max(_body_end(tokens, hit[1], hit[0]), _place_end(tokens, hit[1], hit[0]))
            if end > hit[1]:  # "Turkish Red Crescent", "Euphrates River": a name that starts with a listed one
                runs.append(_run(tokens, folds, i, end, None))
            else:
                runs.append(_run(tokens, folds, i, hit[1], hit[0]))
            i = runs[-1].last + 1
            continue
        if tokens[i].sentence not in shouting and _may_start(tokens, i, plain, inside):
            end = _run_end(tokens, folds, i)
            runs.extend(_cut(tokens, folds, i, end, plain))
            i = end + 1
            continue
        i += 1
    return tuple(runs)


def _goes_on(tokens: tuple[Token, ...], last: int, entry: Entry) -> bool:
    """Whether a listed actor of one word is only the start of a longer Arabic name: "Fatah al-Tula"."""
    behind = tokens[last + 1 : last + 4]
    if entry.kind != "actor" or len(entry.words) > 1 or len(behind) < len(_ARTICLE_NAME):
        return False
    return behind[0].text in ARTICLES and behind[1].text in _HYPHENS and behind[2].text[0].isupper()


_ARTICLE_NAME = ("al", "-", "Name")


def _has_neighbour(tokens: tuple[Token, ...], token: Token) -> bool:
    """Whether a word stands inside a sentence, or starts it before another name: its capital is its own."""
    if token.i and tokens[token.i - 1].sentence == token.sentence:
        return True
    return token.i + 1 < len(tokens) and tokens[token.i + 1].pos == "PROPN" and tokens[token.i + 1].text[0].isupper()


def is_place_noun(token: Token) -> bool:
    """Whether a word with a capital only says what kind of place a name stands for: "River", "Airport"."""
    return _is_capital(token) and token.lower in place_nouns()


def is_title_case(sentence: Sentence) -> bool:
    """Whether nearly all words of a sentence have a capital, as in a headline."""
    words = [token for token in sentence.tokens if token.text.isalpha() and token.pos not in _NO_NAME]
    small = sum(token.text[0].islower() for token in words)
    return len(words) - small >= 5 and small <= len(words) * _SMALL_IN_HEADLINE


def _in_capitals(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a short word stands in a line of capitals, so that "IS" may be the verb."""
    if first != last or len(tokens[first].text) > 4 or not tokens[first].text.isupper():
        return False
    around = [tokens[n].text for n in (first - 1, last + 1) if 0 <= n < len(tokens)]
    return all(len(text) > 3 and text.isupper() and text.isalpha() for text in around)


def _is_capital(token: Token) -> bool:
    return token.text[0].isupper() and token.text not in name_words("stop")


def _may_start(tokens: tuple[Token, ...], i: int, plain: set[str], inside: frozenset[str]) -> bool:
    """Whether a name may start at a word: it has a capital for another reason than the start of a sentence."""
    token = tokens[i]
    if _ORDINAL.fullmatch(token.text):
        return i + 1 < len(tokens) and tokens[i + 1].text[0].isupper() and tokens[i + 1].lower in body_nouns()
    if token.lower in ARTICLES and i + 2 < len(tokens) and tokens[i + 1].text == "-":
        return tokens[i + 2].text[0].isupper() and tokens[i + 2].text not in name_words("stop")  # "in al-Bab"
    if not _is_capital(token) or (token.pos in _NO_NAME and not token.name):
        return False
    starts = i == 0 or tokens[i - 1].sentence != token.sentence or tokens[i - 1].text in ('"', "“", "''", "``", ":")
    if not starts:
        return True
    if (
        i + 1 < len(tokens)
        and tokens[i + 1].text[0].isupper()
        and (token.pos in ("PROPN", "NOUN") or token.lower in name_words("titles"))
    ):
        return True
    return (token.pos == "PROPN" or token.text in inside) and token.lower not in plain


def _run_end(tokens: tuple[Token, ...], folds: list[str], first: int) -> int:
    """The last word of the run of capitalised words that starts at `first`."""
    particles = name_words("particles")
    end = at = first
    has_body = has_of = False
    while at + 1 < len(tokens) and tokens[at + 1].sentence == tokens[first].sentence:
        at += 1
        token = tokens[at]
        if token.text in _HYPHENS or token.text == "&":
            if tokens[at - 1].end != token.start and token.text != "&":
                break
            continue
        if _is_capital(token) or (token.text == "24" and end == at - 1) or is_month_as_surname(tokens, folds, at):
            if _listed_break(tokens, folds, at):
                break
            end = at
            continue
        has_body = has_body or folds[end] in body_of_nouns()
        has_of = has_of or (has_body and token.lower in ("of", "for"))
        if token.lower in particles or (token.text in ("'s", "’s", "'", "’") and folds[at - 1] in _OWNERS):
            continue
        if (
            has_body
            and token.lower in ("of", "for", "the", "and", "on", "in")
            and (token.lower != "and" or (has_of and at - end == 1))
        ):
            continue
        break
    return end


def _listed_break(tokens: tuple[Token, ...], folds: list[str], at: int) -> bool:
    """Whether a listed actor starts here, which is then a name of its own."""
    hit = named_phrases().at(tokens, folds, at)
    if hit is None or _is_other_of_family(tokens, folds, at, hit[0]):
        return False
    return hit[0].kind == "actor" and not hit[0].exact


def _is_other_of_family(tokens: tuple[Token, ...], folds: list[str], at: int, entry: Entry) -> bool:
    """Whether a listed surname stands behind another's given name: "Hafez al-Assad" is not Bashar."""
    if entry.kind != "actor" or known_actors()[entry.key].type is not ActorType.PERSON:
        return False
    before = at - 1
    while before >= 0 and (tokens[before].text in _HYPHENS or tokens[before].lower in ARTICLES):
        before -= 1  # "Hafez al-"
    if before < 0 or tokens[before].sentence != tokens[at].sentence:
        return False
    return tokens[before].text[0].isupper() and folds[before] in given_names()


def _body_end(tokens: tuple[Token, ...], last: int, entry: Entry) -> int:
    """The last word of a body whose name goes on after a listed people, country or region, else `last`."""
    if entry.kind == "actor" or last + 1 >= len(tokens):
        return last
    end, at = last, last + 1
    while at < len(tokens) and at - last <= _MOST_WORDS and tokens[at].text[0].isupper() and _is_capital(tokens[at]):
        if tokens[at].lower in name_words("titles") and tokens[at].lower not in body_nouns():
            break
        if tokens[at].lower in body_nouns():
            end = at
            if tokens[at].lower in body_of_nouns() and at + 2 < len(tokens) and tokens[at + 1].lower in ("of", "for"):
                run = at + 2
                while run < len(tokens) and (_is_capital(tokens[run]) or tokens[run].lower in ("and", "the")):
                    end = run if _is_capital(tokens[run]) else end
                    run += 1
                return end
        at += 1
    return end


def _place_end(tokens: tuple[Token, ...], last: int, entry: Entry) -> int:
    """The last noun for a place that goes on a listed river, region or capital ("Euphrates River"), else `last`."""
    end = last
    while entry.kind in _WITH_NOUN and end + 1 < len(tokens) and is_place_noun(tokens[end + 1]):
        end += 1
    return end


def _cut(tokens: tuple[Token, ...], folds: list[str], first: int, last: int, plain: set[str]) -> list[Run]:
    """The names in a run: titles cut off before, a listed country or people cut off behind."""
    titled = _role_before(tokens, first)
    at = first
    if last > first and last + 1 < len(tokens) and tokens[last + 1].lower in name_words("units"):
        return [_run(tokens, folds, first, last, None)]  # "the Sultan Murad brigade"
    while (
        at <= last
        and (folds[at] in name_words("titles") or tokens[at].text in _HYPHENS)
        and not _is_body(folds, at, last)
    ):
        titled = titled or folds[at] in name_words("titles")
        at += 1
    while at < last and at >= 2 and tokens[at - 1].lower in ("of", "for") and folds[at] in name_words("offices"):
        if folds[at - 2] not in name_words("titles"):
            break
        titled, at = True, at + 1  # "Secretary of State Jan Berg"
    if at > last and not (first == last and folds[last] in name_words("surnames_too")):
        return []
    if at > last:
        at, titled = last, _role_before(tokens, first)  # "Haji said": a surname, if the article has the full name
    for n in range(at + 1, last + 1):
        hit = named_phrases().at(tokens, folds, n)
        if hit is not None and _is_other_of_family(tokens, folds, n, hit[0]):
            continue
        if hit is not None and hit[1] <= last and hit[0].kind in _ENTRIES and not _is_body(folds, at, last):
            before = _cut(tokens, folds, at, n - 1, plain) if tokens[n - 1].text not in _HYPHENS else []
            after = [_run(tokens, folds, n, hit[1], hit[0])]
            return [*before, *after, *(_cut(tokens, folds, hit[1] + 1, last, plain) if hit[1] < last else [])]
        city = " ".join(folds[at:n])
        if (
            n < last
            and folds[n] in given_names()
            and city in city_names()
            and city not in _NOT_CITIES
            and city not in given_names()
        ):
            return [*_cut(tokens, folds, at, n - 1, plain), *_cut(tokens, folds, n, last, plain)]  # "Homs Omar Haddad"
        if n < last and folds[n - 1] in name_words("office_ends") and _starts_person(tokens, folds, n, last):
            # "Chief of Department Omar Haddad"
            return [*_cut(tokens, folds, at, n - 1, plain), *_cut(tokens, folds, n, last, plain)]
        inner = folds[n] in name_words("titles") and not is_surname(folds, at, n)
        if inner and n < last and not _is_body(folds, at, last):
            return [*_cut(tokens, folds, at, n - 1, plain), *_cut(tokens, folds, n, last, plain)]
    if is_heading_of_forces(tokens, at, last):
        return _cut(tokens, folds, at, last - 1, plain)
    while last > at and (tokens[last].text in _HYPHENS or (_is_loose(folds[last]) and not is_surname(folds, at, last))):
        last -= 1
    run = _run(tokens, folds, at, last, None, titled=titled)
    return [run] if _can_be_name(tokens, run, plain) else []


def _starts_person(tokens: tuple[Token, ...], folds: list[str], first: int, last: int) -> bool:
    """Whether the rest of a run is a given name and a surname, and no body that is called by one."""
    told = tokens[first].name == "PERSON" and tokens[first - 1].name != "PERSON"
    return (told or folds[first] in given_names()) and tokens[first].text.istitle() and not _is_body(folds, first, last)


def _is_loose(word: str) -> bool:
    """Whether a word with a capital is no part of the name before it: a title, or a noun for people."""
    return word not in body_nouns() and (word in name_words("titles") or word in actor_nouns())


def _is_body(folds: list[str], first: int, last: int) -> bool:
    return last > first and (folds[last] in body_nouns() or any(f in body_of_nouns() for f in folds[first:last]))


def _role_before(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether a role stands right before: "spokesman Omar Haddad"."""
    if first == 0 or tokens[first - 1].sentence != tokens[first].sentence:
        return False
    before = tokens[first - 1]
    if before.lower in name_words("titles") and before.pos in ("NOUN", "PROPN"):
        return True
    noun = actor_nouns().get(before.lemma)
    return noun is not None and noun.one is ActorType.PERSON and before.tag == "NN" and before.lower != "people"


def _can_be_name(tokens: tuple[Token, ...], run: Run, plain: set[str]) -> bool:
    """Whether a run is more than one common word with a capital, and less than a line of a headline."""
    words = run.key.split(" ")
    if words[0] == "operation" and _role_before(tokens, run.first - 1):
        return True  # "a spokesman for Operation Northern Shield"
    if words[0] in name_words("happening_starts") or words[-1] in name_words("happening_ends"):
        return False
    if run.key in name_words("notions"):
        return False
    if set(words) <= name_words("offices") | name_words("remits") and run.body is None:
        return False  # the deputy "National Security" adviser
    if len(words) == 1 and words[0].endswith("s") and words[0][:-1] in body_nouns():
        return False  # the "Observatorys" report
    if run.last - run.first >= _MOST_WORDS and run.body is None:
        return False
    if run.first < run.last:
        return True
    token = tokens[run.first]
    if token.lower.endswith("ed") and token.text.rpartition("-")[2].islower() and "-" in token.text:
        return False  # "U.S.-backed" as one word
    common = token.lower in plain or token.lemma in actor_nouns() or token.lower in {*body_nouns(), *place_nouns()}
    return not common and len(token.text) > 1 and not (token.pos in ("ADJ", "VERB", "ADV") and not token.name)


def run_of(parsed: Parsed, first: int, last: int) -> Run:
    """The run that these words are, in no list."""
    folds = {n: fold(parsed.tokens[n].text) for n in range(first, last + 1)}
    return _run(parsed.tokens, folds, first, last, None)


def _run(
    tokens: tuple[Token, ...],
    folds: Mapping[int, str] | list[str],
    first: int,
    last: int,
    entry: Entry | None,
    *,
    titled: bool = False,
) -> Run:
    words = [folds[n] for n in range(first, last + 1) if tokens[n].text not in _HYPHENS]
    body = None
    if last > first or (titled is False and _ORDINAL.fullmatch(tokens[first].text)):
        body = body_of(words)
    place_noun = words[-1] if last > first and words[-1] in place_nouns() else ""
    told = titled or _role_before(tokens, first)
    if place_noun and is_noun_as_surname(words, None if first == 0 else tokens[first - 1], titled=told):
        place_noun = ""  # "director Helen Lake"
    place_of = ""
    if first >= 2 and tokens[first - 1].lower in ("of", "called") and tokens[first - 2].lemma in place_nouns():
        place_of = "" if _is_named_quarter(tokens, first - 2) else tokens[first - 2].lemma
    elif first >= 1 and tokens[first - 1].lower in place_nouns() and tokens[first - 1].pos == "NOUN":
        place_of = tokens[first - 1].lower if tokens[first - 1].lower in name_words("city") else ""
    text = " ".join(tokens[n].text for n in range(first, last + 1))
    return Run(first, last, " ".join(words), text, entry, titled, body, place_noun, place_of)


def _is_named_quarter(tokens: tuple[Token, ...], noun: int) -> bool:
    """Whether a name before it says which quarter: "the Kora quarter of Tula", not "the London quarter of Soho".

    Several quarters of a city have no name: "the eastern quarters of Nairobi".
    """
    if tokens[noun].is_plural():
        return fold(tokens[noun + 2].text) in city_names()
    if tokens[noun].lower not in name_words("quarters") | {"district"} or not noun:
        return False
    before = tokens[noun - 1]
    return before.pos == "PROPN" and before.text[0].isupper() and fold(before.text) not in city_names()
