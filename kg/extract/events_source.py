"""Words of place that tell where a speaker is, or what it does, and not where anything happened."""

from typing import Final

from kg.nlp import Token
from kg.resources import read_table

_SAYING: Final = frozenset(read_table("event_words.toml")["saying"]["verbs"])


def is_of_source(token: Token) -> bool:
    """Whether it tells where a speaker is, not what happened: "envoys in Geneva said", "said in Geneva"."""
    child = token
    for head in token.ancestors():
        if child.preposition().startswith("according"):
            return True
        if head.is_verb():
            told = head.lemma in _SAYING or head.lower == "according"
            subject = head.subject()
            if child.rel == "obl" and subject is not None and child.i < subject.i:
                return False  # "In Jericho, medics said that ..."
            return told and child.rel in ("nsubj", "obl", "obj", "iobj", "nmod", "obl:agent", "nsubj:pass")
        child = head
    return False


def is_of_speaker(token: Token, trigger: Token) -> bool:
    """Whether it only tells who speaks: "the monitor, which follows the war in Syria, said that fighting went on"."""
    for clause in token.ancestors():
        if clause.rel not in ("acl", "acl:relcl", "appos") or clause.head is None or clause.head.rel != "nsubj":
            continue
        verb = clause.head.head
        if verb is not None and verb.lemma in _SAYING:
            return clause not in trigger.ancestors() and trigger is not clause
    return False
