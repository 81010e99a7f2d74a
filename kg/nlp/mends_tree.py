"""What hangs where in a tree of Universal Dependencies that is being mended."""

from kg.nlp.house import Tree

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
DAYS = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december", "morning",
    "afternoon", "evening", "night", "week", "weekend", "month", "year", "years", "days", "weeks", "months", "hours",
    "day", "today", "yesterday", "hour", "dawn", "noon", "midnight", "time", "now",
})  # fmt: skip
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


def hang(tree: Tree, i: int, head: int, rel: str) -> bool:
    """Hangs a word on another, unless that stands below it."""
    above = head
    while True:
        if above == i:
            return False
        if tree.heads[above] == above:
            break
        above = tree.heads[above]
    tree.heads[i], tree.rels[i] = head, rel
    return True


def case_of(tree: Tree, i: int, below: list[int]) -> int | None:
    """The first preposition before a word, None for none; hedges of a number are none ("around | 600 people")."""
    for child in below:
        if tree.rels[child] == "case" and child < i and tree.words[child] not in _POSSESSIVE:
            counts = tree.tags[child + 1] == "CD" and tree.words[child] in ("around", "about", "over", "under", "some")
            return None if counts else child
    return None


def is_nominal(tree: Tree, i: int) -> bool:
    """Whether it is a noun, a name, a pronoun or a number."""
    return tree.poses[i] in _NOMINAL and tree.tags[i] not in ("WDT", "WP", "EX")


def is_verb(tree: Tree, i: int) -> bool:
    """Whether it is a verb that is no auxiliary."""
    return tree.poses[i] == "VERB"
