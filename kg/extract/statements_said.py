"""Tells when words were said, by the times beside their cue."""

from kg.extract.cues import Cue, cue_words
from kg.extract.statements_page import Draft, Page
from kg.extract.times import TimeWords
from kg.model import When
from kg.nlp import Token

_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_PAST_OR_ING = frozenset({"VBD", "VBN", "VBG"})


def said_when(cue: Cue, draft: Draft, page: Page, times: tuple[TimeWords, ...]) -> When | None:
    """When the words were said: a time that hangs on the cue and stands outside of the content."""
    # "put out a video on Monday calling on": the participle was said when the video was put out
    tellers: tuple[Token | None, ...] = (cue.token, *_beside(cue.token))
    if cue.token.tag == "VBG" or (cue.token.pos == "NOUN" and cue.token.rel.startswith("nsubj")):
        # "reports emerged on Monday that": when they emerged
        tellers = (*tellers, _verb_above(cue.token))
    if cue.token.rel == "acl:relcl" and cue.token.head is not None and cue.token.head.preposition() == "by":
        # "the losses were confirmed on Monday by officials who said"
        tellers = (*tellers, cue.token.head.head)
    for words in times:
        if words.relation != "point" or any(low <= words.first < high for low, high in draft.content):
            continue
        if _is_of_the_speaker(words.first, cue, draft, page):
            # "the army, which took the town in June, said"
            continue
        inside = draft.core[0] <= words.first and words.last < draft.core[1]
        if inside or _teller_above(page.tokens[words.anchor]) in tellers:
            return words.when
    return None


def _beside(cue: Token) -> tuple[Token, ...]:
    """The participles that tell of the same saying: "speaking on Monday, the mayor said"."""
    return tuple(child for child in cue.dependents("advcl") if child.tag in ("VBG", "VBN") and _is_uttering(child))


def signed_when(draft: Draft, times: tuple[TimeWords, ...]) -> When | None:
    """When words without a cue were said: the day that stands beside the name of who signs them."""
    if draft.medium is None:
        return None
    inside = (words for words in times if draft.core[0] <= words.first < draft.core[1] and words.relation == "point")
    return next((words.when for words in inside), None)


def _is_of_the_speaker(i: int, cue: Cue, draft: Draft, page: Page) -> bool:
    """Whether word `i` lies in a clause that tells who the speaker is: "the group, formed in June, said"."""
    if draft.speaker is None:
        return False
    head, verb = draft.speaker.head.i, cue.token.i
    if not (head < i < verb or verb < head < i):
        return False
    led = [t for t in page.tokens[head + 1 : i] if t.tag in _WH or (t.pos == "VERB" and t.tag in _PAST_OR_ING)]
    verbs = [t for t in led if t.pos == "VERB"]
    # "the report, released on Monday, said", "the envoy, speaking on Monday, said": when the words were said
    return bool(led) and not (verbs and all(map(_is_uttering, verbs)))


def _is_uttering(verb: Token) -> bool:
    """Whether a verb beside a speaker tells of the same saying: "released on Monday", never "released a convoy"."""
    object_ = verb.child("obj")
    told = object_ is None or any(object_.lemma in cue_words("nouns", name) for name in ("telling", "persons"))
    return verb.lemma in cue_words("uttering") and told


def _teller_above(token: Token) -> Token | None:
    """The verb that a time hangs on; for "in a video released on Sunday" the verb that the video hangs on."""
    verb = _verb_above(token)
    noun = verb.head if verb is not None and verb.rel == "acl" else None
    if noun is not None and noun.lemma in cue_words("nouns", "telling"):
        return _verb_above(noun)
    return verb


def _verb_above(token: Token) -> Token | None:
    return next((above for above in token.ancestors() if above.is_verb()), None)
