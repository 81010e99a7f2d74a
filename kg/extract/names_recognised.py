"""Fits the names that the shape of words shows to those of a recogniser that can be relied on."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.extract.capitals import Run, is_title_case, run_of
from kg.extract.lexicon import body_nouns, city_names, country_code, fold, name_words, town_names
from kg.extract.names_bodies import is_heading_of_forces
from kg.extract.nominals import actor_nouns
from kg.extract.surnames import given_names
from kg.nlp import NameSpan, Parsed, Token

_LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"})
_PLACES = frozenset({"GPE", "LOC"})
_SITES = _PLACES | {"FAC"}
_EDGES = frozenset({"the", "a", "an", "'s", "’s", ",", "-", "–", '"', "“", "”", "(", ")", "."})
_STOPS = frozenset({".", "?", "!", '"', "”"})
_JOINTS = frozenset({",", "'s", "’s", "/", "and"})


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of the recogniser: its first and last word, and its label."""

    first: int
    last: int
    label: str

    def meets(self, run: Run) -> bool:
        return run.first <= self.last and run.last >= self.first

    def is_in(self, run: Run) -> bool:
        return run.first <= self.first and self.last <= run.last


def with_recognised(parsed: Parsed, runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs with the borders of the recogniser where no list knows better, and its names beside them."""
    if not parsed.sure_names:
        return runs
    names = [name for name in (_trimmed(parsed.tokens, each) for each in _joined(parsed.names)) if name is not None]
    told = {_words(parsed, name) for name in names if not _is_headline(parsed, name)}
    kept: set[int] = set(range(len(runs)))
    added: list[Run] = []
    for name in names:
        if _is_headline(parsed, name) and _words(parsed, name) not in told:
            continue
        near = [n for n in range(len(runs)) if name.meets(runs[n])]
        if not _is_better(parsed.tokens, name, [runs[n] for n in near]):
            if name.label == "ORG" and any(_is_kept(name, runs[n]) for n in near):
                kept.difference_update(n for n in near if runs[n].entry is None and _covers(name, runs[n]))
            continue
        kept.difference_update(n for n in near if not (runs[n].entry is not None and not _covers(name, runs[n])))
        added.append(run_of(parsed, name.first, name.last))
    return _apart(added, (runs[n] for n in sorted(kept)))


def _apart(added: list[Run], kept: Iterable[Run]) -> tuple[Run, ...]:
    """All runs, left to right; of two that overlap the added one."""
    taken = {i for run in added for i in range(run.first, run.last + 1)}
    left = [run for run in kept if taken.isdisjoint(range(run.first, run.last + 1))]
    return tuple(sorted((*added, *left), key=lambda run: run.first))


def _trimmed(tokens: tuple[Token, ...], name: _Name) -> _Name | None:
    """A recognised name without what is no part of it at its edges."""
    first, last = name.first, name.last
    while first < last and (tokens[first].lower in _EDGES or _is_small(tokens, first)):
        first += 1  # "state of Tula"
    while first < last and (tokens[last].lower in _EDGES - {"."} or _is_small(tokens, last)):
        last -= 1  # "Northern Front fighters"
    while first < last and name.label == "PERSON" and tokens[first].lower.rstrip(".") in name_words("titles"):
        first += 1  # "Colonel Omar Haddad"
    if first < last and _is_country_as_owner(tokens[first]):
        first += 1  # "Kenyas Tula Television"
    elif first < last and name.label in _SITES and _is_city_as_owner(tokens[first]):
        first += 1  # "Nairobis Tula district"
    if is_heading_of_forces(tokens, first, last):
        last -= 1
    words = tokens[first : last + 1]
    if name.label not in _LABELS or not any(_has_capital(word) for word in words):
        return None
    if all(word.text in name_words("stop") for word in words):
        return None  # "The", "YouTube"
    return _Name(first, last, name.label)


def _is_country_as_owner(word: Token) -> bool:
    """Whether a word is the name of a country with the "s" of a lost apostrophe: "Kenyas"."""
    name = fold(word.text)
    return name.endswith("s") and country_code(name) is None and country_code(name[:-1]) is not None


def _is_city_as_owner(word: Token) -> bool:
    """Whether a word is the name of a city with the "s" of a lost apostrophe: "Nairobis"."""
    name = fold(word.text)
    return name.endswith("s") and name not in town_names() and name[:-1] in city_names()


def _is_headline(parsed: Parsed, name: _Name) -> bool:
    """Whether a name stands in words that nearly all have a capital, where its borders are not to be seen."""
    sentence = parsed.sentences[parsed.tokens[name.first].sentence]
    return is_title_case(sentence) and sentence.tokens[-1].text not in _STOPS


def _is_small(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word at an edge has no capital, and is no part of a name for another reason: "al-", "Suk-yeol"."""
    joined = at > 0 and tokens[at - 1].text in ("-", "–")
    return tokens[at].text.islower() and not joined and tokens[at].lower not in name_words("particles")


def _has_capital(word: Token) -> bool:
    """Whether a word has a capital, and does not end in small ones: "U.S.", not "U.S.-backed"."""
    return word.text[0].isupper() and not word.text.rpartition("-")[2].islower()


def _words(parsed: Parsed, name: _Name) -> tuple[str, ...]:
    return tuple(token.lower for token in parsed.tokens[name.first : name.last + 1])


def _joined(names: Iterable[NameSpan]) -> list[_Name]:
    """The names, with two that touch and have the same label as one: "Omar", "Haddad"."""
    done: list[_Name] = []
    for each in names:
        name = _Name(each.tokens[0].i, each.tokens[-1].i, each.label)
        if done and done[-1].label == name.label != "NORP" and done[-1].last + 1 == name.first:
            name = _Name(done.pop().first, name.last, name.label)
        done.append(name)
    return done


def _covers(name: _Name, run: Run) -> bool:
    return name.first <= run.first and run.last <= name.last


def _is_common(token: Token) -> bool:
    """Whether a word with a capital is a noun for a body, people or a notion: "the Observatory", "the Caliphate"."""
    listed = token.lower in body_nouns() or token.lower in name_words("notions")
    listed = listed or (token.lower.endswith("s") and token.lower[:-1] in body_nouns())  # "the Observatorys report"
    return listed or token.lemma in actor_nouns() or token.lower in actor_nouns()


def _is_start(tokens: tuple[Token, ...], run: Run, name: _Name) -> bool:
    """Whether the words of a run before a recognised name in it are such as names start with: "Tell", "al-"."""
    starts = name_words("place_starts") | name_words("group_starts") | name_words("particles") | given_names()
    return any(tokens[i].lower in starts for i in range(run.first, name.first))


def _is_rest_of_person(tokens: tuple[Token, ...], run: Run, name: _Name) -> bool:
    """Whether the words of a run outside a recognised person are names that the recogniser saw nothing in."""
    rest = [tokens[i] for i in range(run.first, run.last + 1) if not name.first <= i <= name.last]
    words = [token for token in rest if token.text not in ("-", "–")]
    return (
        bool(words)
        and all(
            token.pos == "PROPN" and not token.name and _has_capital(token) and not _is_common(token) for token in words
        )
        and not any(fold(token.text) in city_names() or token.lower in name_words("titles") for token in words)
    )


def _is_kept(name: _Name, run: Run) -> bool:
    """Whether a listed phrase stands, rather than a recognised name that meets it."""
    if run.entry is None:
        return False
    size, whole = run.last - run.first + 1, name.last - name.first + 1
    # "Northern Herald Press", not "Tula Union Mission in Kenya"
    return not _covers(name, run) or (run.entry.kind == "actor" and run.first == name.first and 2 * size >= whole)


def _is_better(tokens: tuple[Token, ...], name: _Name, runs: list[Run]) -> bool:
    """Whether the borders of a recognised name are to be taken rather than those of the runs that it meets."""
    words = tokens[name.first : name.last + 1]
    if not runs:
        return name.label == "PERSON" or len(words) > 1 or not _is_common(words[0])
    if len(runs) == 1:
        run = runs[0]
        if (run.first, run.last) == (name.first, name.last):
            return False
        if name.label == "PERSON" and name.is_in(run) and _is_rest_of_person(tokens, run, name):
            return False  # "Omar Haddad", of which it saw the surname alone
        if name.is_in(run):  # "Sheikh" + "Omar", but "Tula" in "Tula Province" and in "the Tula Brigade"
            return run.entry is None and run.body is None and not run.place_noun and not _is_start(tokens, run, name)
    if any(_is_kept(name, run) for run in runs):
        return False
    if name.label == "NORP" or (name.label in _PLACES and any(word.text in _JOINTS for word in words)):
        return False  # "Syrian Kurdish", "Tula, Kenya"
    listed = [run for run in runs if run.entry is not None]
    if name.label in _PLACES and listed and listed[0].entry and listed[0].entry.kind != "people":
        return any(word.lower == "of" for word in words)  # "Sea of Kenya", not "Kenyas Tula"
    if any(run.last == name.last and (run.entry is not None) for run in listed):
        # "Bank of Kenya", not "Tula Kenya" and "Turkish Armed Forces"
        return any(word.lower in ("of", "in", "for") for word in words)
    rest = [word for word in words if not any(run.first <= word.i <= run.last for run in listed)]
    if listed and all(word.lower in name_words("directions") for word in rest):
        return False
    return not (name.label == "PERSON" and runs[0].key in city_names() and len(runs) > 1)  # "Homs Omar Haddad"
