"""Lemmas by rules of endings and a list of exceptions."""

from collections.abc import Mapping


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
    """Lemma rules learned from a treebank, with a memory of what was asked."""

    def __init__(self, rules: Mapping[str, Mapping[str, Mapping[str, str]]]) -> None:
        self._endings, self._words = rules["endings"], rules["words"]
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
        known = self._words.get(penn, {}).get(plain)
        return known if known is not None else apply_rule(self._endings.get(penn, {}), plain) or plain
