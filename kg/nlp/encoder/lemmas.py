"""Lemmas: by a list of irregular forms, by the rules of English endings checked against a vocabulary, else as learned.

The rules of endings are those of school grammars: which consonants double, where an "e" was dropped. They name a few
candidates, and the first that is a known word is taken.
"""

from collections.abc import Collection, Iterable, Mapping

from kg.resources import read_table

_VOWELS = frozenset("aeiou")
_INFLECTED = frozenset({"VBD", "VBN", "VBG", "VBZ", "VBP", "NNS"})
_COMPARED = frozenset({"JJR", "JJS", "RBR", "RBS"})
# what stays as it is: also "Forces" of a name
_PLAIN = frozenset({"NN", "NNP", "NNPS", "VB", "CD", "DT", "JJ", "RB", "IN", "FW"})

_EXACT = frozenset({"NN", "NNP", "NNPS", "CD"})


def keeps_case(penn: str) -> bool:
    """Whether lemmas of this Penn tag keep the capital letters of the form."""
    return penn in ("NNP", "NNPS")


def apply_rule(endings: Mapping[str, str], form: str) -> str:
    """The lemma of a form by the rule of its longest known ending."""
    for size in range(min(5, len(form)), -1, -1):
        rule = endings.get(form[len(form) - size :])
        if rule is not None:
            cut, _, add = rule.partition(" ")
            return form[: len(form) - int(cut)] + add
    return form


class Lemmas:
    """Lemmas of word forms, with a memory of what was asked.

    Args:
        rules: learned from a treebank, by Penn tag: "words" (form to lemma) and "endings".
        vocabulary: common words; a candidate that is one of them wins.
    """

    def __init__(
        self, rules: Mapping[str, Mapping[str, Mapping[str, str]]], vocabulary: Collection[str] = frozenset()
    ) -> None:
        self._endings, self._words = rules["endings"], rules["words"]
        table = read_table("inflections.toml")
        self._exact = frozenset(table["verbs"]["words"])
        self._known = frozenset(vocabulary) | self._exact | frozenset(table["past"])
        self._past = _by_form(table["past"])
        self._present = _by_form(table["present"])
        self._plural: dict[str, str] = _by_form(table["plural"]) | {word: word for word in table["same"]["words"]}
        self._compared = _by_form(table["compared"])
        self._seen: dict[tuple[str, str], str] = {}

    def of(self, form: str, penn: str) -> str:
        """The lemma of a form with this Penn tag, in lower case unless it is a name."""
        found = self._seen.get((form, penn))
        if found is None:
            if len(self._seen) > 200_000:
                self._seen.clear()
            found = self._seen[form, penn] = self._find(form, penn)
        return found

    def _find(self, form: str, penn: str) -> str:
        plain = form if keeps_case(penn) else form.lower()
        if penn in _PLAIN and (plain.isalpha() or penn in _EXACT):
            return plain
        if penn in _INFLECTED and plain[:1].isalpha():
            return self._inflected(plain, penn) if plain[-1:].isalpha() else plain
        known = self._words.get(penn, {}).get(plain)
        if known is not None:
            return known
        if penn in _COMPARED:
            return self._compared.get(plain) or self._first_known((*_without_er(plain), plain), sure=True)
        return apply_rule(self._endings.get(penn, {}), plain) or plain

    def _inflected(self, form: str, penn: str) -> str:
        """The lemma of a verb or of a plural, "co-opted" by its last part."""
        before, hyphen, last = form.rpartition("-")
        if hyphen and last:
            return before + hyphen + self._inflected(last, penn)
        if penn == "NNS":
            return self._singular(form)
        past = penn in ("VBD", "VBN")
        found = (self._past if past else self._present).get(form)
        if found is None and past and form.endswith("s") and not form.endswith("ss"):
            return self._inflected(form, "VBZ")  # "says", its tense mistaken
        if found is not None:
            return found
        if penn == "VBZ" and len(form) > 2 and form.endswith("s"):
            return self._first_known(_without_s(form))
        if penn == "VBG" and len(form) > 4 and form.endswith("ing"):
            return self._first_known(self._exactly(_without_ending(form[:-3])))
        if penn in ("VBD", "VBN") and len(form) > 3 and form.endswith("ed"):
            return self._first_known(self._exactly(_without_ed(form)))
        return form

    def _singular(self, form: str) -> str:
        found = self._plural.get(form)
        if found is not None:
            return found
        if form.endswith("men") and len(form) > 5:
            return form[:-3] + "man"  # "gunmen"
        if not form.endswith("s") or form.endswith("ss") or len(form) < 3:
            return form
        return self._first_known(_without_s(form))

    def _exactly(self, candidates: tuple[str, ...]) -> tuple[str, ...]:
        """The one candidate that is listed for it ("change", not "chang"), else all."""
        return next(((one,) for one in candidates if one in self._exact), candidates)

    def _first_known(self, candidates: tuple[str, ...], *, sure: bool = False) -> str:
        """The first candidate that is a known word; if none is, the first, or when `sure` the last."""
        return next((one for one in candidates if one in self._known), candidates[-1 if sure else 0])


def _by_form(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {form: lemma for lemma, forms in table.items() for form in forms}


def _without_s(form: str) -> tuple[str, ...]:
    """What a plural or a third person may come from, the likeliest first."""
    if form.endswith("ies"):
        return (form[:-1],) if len(form) == 4 else (form[:-3] + "y", form[:-1])
    if form.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return form[:-2], form[:-1]
    if form.endswith("ses") and len(form) > 5 and form[-4] in "ui":
        return form[:-1], form[:-2]  # "causes", "viruses"
    return (form[:-1], form[:-2]) if form.endswith("es") else (form[:-1],)


def _without_ed(form: str) -> tuple[str, ...]:
    if form.endswith("ied"):
        return (form[:-1],) if len(form) == 4 else (form[:-3] + "y", form[:-1])
    if form.endswith(("eed", "oed", "yed")) and form[-4:-3] not in _VOWELS:
        return form[:-2], form[:-1]
    if form.endswith("eed"):
        return (form[:-1],)
    return _without_ending(form[:-2])


def _without_er(form: str) -> tuple[str, ...]:
    """What a comparative or superlative may come from: "fiercest", "earlier", "bigger"."""
    size = 2 if form.endswith("er") else 3 if form.endswith("est") else 0
    stem = form[: len(form) - size] if size else ""
    if len(stem) < 3:
        return ()
    return (stem[:-1] + "y",) if stem.endswith("i") else _without_ending(stem)


def _without_ending(stem: str) -> tuple[str, ...]:
    """What a verb may be whose form without "ed" or "ing" is this, the likeliest first."""
    last, before = stem[-1], stem[-2:-1]
    if last == before and last not in _VOWELS:
        return _undoubled(stem)
    whole = stem + "e"
    if stem.endswith(("is", "iz", "yz", "ys")) and len(stem) > 4:
        return (whole,)  # "organised"
    if last in "cvuz" or (last == "g" and not stem.endswith("ing")) or (last == "s" and before != "s"):
        return whole, stem  # "forced", "continued", "besieged", "accused"; "focused"
    if last in "lr" and before and before not in _VOWELS | frozenset("lrw"):
        return whole, stem  # "settled", "massacred"
    if stem.endswith("ck"):
        return stem, stem[:-1]  # "attacked"; "panicked"
    if last not in _VOWELS | frozenset("wxy") and before in _VOWELS:
        return (whole, stem) if _dropped_e(stem) else (stem, whole)  # "evacuated"; "visited"
    return stem, whole  # "bombed"; "tasted"


def _undoubled(stem: str) -> tuple[str, ...]:
    """The stem as it is for "shelled" and "passed", with one consonant less for "stopped" and "expelled"."""
    short = _syllables(stem) == 1
    return (stem, stem[:-1]) if stem[-1] in "sz" or (short and stem[-1] in "lf") else (stem[:-1], stem)


def _dropped_e(stem: str) -> bool:
    """Whether a stem of vowel and consonant had an "e": of "fir" it would be "firred", and "creat" is no word."""
    if stem[-3:-2] in _VOWELS:
        return stem.endswith(("iat", "uat"))
    return _syllables(stem) == 1 or stem.endswith(("at", "ir", "ur", "id", "od", "ud", "il", "ol", "ul", "ot", "ut"))


def _syllables(stem: str) -> int:
    return sum(c in _VOWELS and (n == 0 or stem[n - 1] not in _VOWELS) for n, c in enumerate(stem))
