"""Cuts English text into words as the treebanks of Universal Dependencies do: spaCy's rules with a few changes."""

from collections.abc import Iterable
from typing import Any

import spacy
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

JOINED = (
    *("non", "co", "re", "pre", "anti", "pro", "post", "ex", "mini", "semi", "pan", "mid", "de", "bi", "un", "e"),
    *(
        "ultra",
        "super",
        "neo",
        "counter",
        "trans",
        "inter",
        "intra",
        "sub",
        "vice",
        "micro",
        "macro",
        "multi",
        "pseudo",
    ),
)
"""Prefixes that the treebanks do not cut off at the hyphen ("anti-government")."""

RUNS = (r"[!?]{2,}", r"\*{2,}", r"={2,}", r"_{2,}", r"~{2,}", r"<{2,}", r">{2,}", r"\+{2,}", r"#{2,}", r"\.\?+")
"""Marks that are one word when repeated ("!!!", "====")."""


def english() -> Language:
    """A pipeline without parts whose tokenizer cuts words as the treebanks do."""
    nlp = spacy.blank("en")
    tokenizer: Any = nlp.tokenizer
    infixes = [_changed(rule) for rule in _rules(nlp.Defaults.infixes)]
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.prefix_search = compile_prefix_regex([*RUNS, *_rules(nlp.Defaults.prefixes)]).search
    tokenizer.suffix_search = compile_suffix_regex([*RUNS, *_rules(nlp.Defaults.suffixes)]).search
    tokenizer.add_special_case("and/or", [{"ORTH": "and"}, {"ORTH": "/"}, {"ORTH": "or"}])
    return nlp


def _rules(rules: Iterable[Any] | None) -> list[str]:
    return [str(rule) for rule in rules or ()]


def _changed(rule: str) -> str:
    """The rule for hyphens inside words, not after one of the prefixes."""
    if "(?:-|–|—|--|---|——|~)" not in rule:
        return rule
    before = "".join(f"(?<!\\b{prefix})(?<!\\b{prefix.capitalize()})" for prefix in JOINED)
    return rule.replace("(?:-|–|—|--|---|——|~)", f"{before}(?:-|–|—|--|---|——|~)")
