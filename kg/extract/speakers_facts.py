"""Tells which actor a speaker is, whether unnamed, who is told, and by what means."""

from kg.extract.cast import Cast
from kg.extract.cues import Cue, cue_words
from kg.extract.speakers import Speaker
from kg.model import ActorType, Medium, Mention, MentionForm, MentionType
from kg.nlp import Token

_MEDIA = (Medium.INTERVIEW, Medium.TELEVISION, Medium.VIDEO, Medium.TWEET, Medium.STATEMENT, Medium.REPORT)
_SOME = frozenset({"one", "some", "many", "most", "several", "number", "group", "couple", "two", "dozen"})
_CALLED = frozenset({"know", "call", "name", "dub"})
_BESIDE = 8  # words
_MEANS = frozenset({"in", "on", "via", "by", "through", "during", "at", "over", "from", ""})


def voices(speaker: Speaker | None, cast: Cast) -> tuple[Speaker | None, ...]:
    """Each of the speakers of one clause: "rescuers and residents say"."""
    if speaker is None:
        return (None,)
    inside = set(speaker.words)
    others = [c for c in speaker.head.conjuncts() if c in inside and c.pos in ("NOUN", "PROPN", "PRON")]
    others = [c for c in others if not _is_other_name(c)]
    joined = any(word.lower in ("and", "or") and word.rel == "cc" for word in speaker.words)
    if not others or not joined:
        # "the Observatory a local monitor": another name for the same
        return _halves(speaker, cast)
    taken = {word for other in others for word in other.subtree()}
    first = tuple(
        w for w in speaker.words if w not in taken and not (w.rel in ("cc", "punct") and w.i > speaker.head.i)
    )
    found: list[Speaker | None] = [Speaker(speaker.head, first)]
    for other in others:
        words = tuple(w for w in other.subtree() if w in inside and not (w.rel in ("cc", "punct") and w.i < other.i))
        found.append(Speaker(other, words))
    return tuple(found)


def _is_other_name(token: Token) -> bool:
    """Whether "or" only gives another name for the same: "the Free Officers, or FO"."""
    return any(child.rel == "cc" and child.lower == "or" for child in token.children)


def _halves(speaker: Speaker, cast: Cast) -> tuple[Speaker | None, ...]:
    """Two speakers that the parser took for one: "the Observatory and local officials"."""
    for n, word in enumerate(speaker.words):
        if word.lower == "and" and 0 < n < len(speaker.words) - 1 and speaker.words[n - 1] is not speaker.head:
            left, right = speaker.words[:n], speaker.words[n + 1 :]
            if (
                speaker.head in right
                and _is_body(left[-1], cast)
                and (_is_person(speaker.head.lemma) or right[0].pos == "DET")
            ):
                return (Speaker(left[-1], left), Speaker(speaker.head, right))
            if speaker.head in left and len(right) <= 3 and right[-1].is_plural() and _is_person(right[-1].lemma):
                return (Speaker(speaker.head, left), Speaker(right[-1], right))
    return (speaker,)


def _is_body(token: Token, cast: Cast) -> bool:
    """Whether a word names a body by itself, rather than telling of what nation or kind the next word is."""
    if token.lemma in cue_words("nouns", "alone"):
        # "the observatory and opposition fighters"
        return True
    if token.pos not in ("NOUN", "PROPN"):
        # "Local and media sources": two kinds of one noun
        return False
    mention = cast.mention_at(token)
    nation = token.name == "NORP" or (mention is not None and mention.type is MentionType.NATIONALITY)
    return token.text[0].isupper() and not nation


def referent_of(speaker: Speaker, cast: Cast) -> int | None:
    """The actor that speaks: what the head, else its name, leads to; for "the army's statement" its owner."""
    actor = cast.actor_at(speaker.head)
    if actor is not None and cast.referents[actor].named:
        return actor if cast.referents[actor].actor is ActorType.PERSON else _name_at_edge(speaker, cast) or actor
    inside = set(speaker.words)
    for child in speaker.head.dependents("appos", "flat"):
        name = cast.actor_at(child) if child in inside else None
        if name is not None and cast.referents[name].named and child.name != "DATE":
            return name
    called = (child for child in speaker.head.dependents("acl") if child.lemma in _CALLED)
    for word in (word for child in called for word in child.subtree()):
        name = cast.actor_at(word)
        if name is not None and cast.referents[name].named:
            return name  # "the service known as the White Helmets"
    bearer = _name_at_edge(speaker, cast)
    if bearer is not None:
        return bearer
    body = _body_at_end(speaker, cast)
    if body is not None:
        return body
    owner = _owner(speaker, cast) if speaker.head.lemma in cue_words("nouns", "telling") else None
    return actor if owner is None else owner


def _name_at_edge(speaker: Speaker, cast: Cast) -> int | None:
    """The person by name beside a role with its body: "head of the Tula office Omar Haddad", "Omar Haddad head of"."""
    if speaker.head.is_plural():
        return None
    first, last = speaker.words[0], speaker.words[-1]
    name = cast.mention_at(first)
    if (
        name is not None
        and name.span.start == first.start
        and _is_person_by_name(name, cast)
        and _is_person(speaker.head.lemma)
    ):
        after = next((word for word in speaker.words if word.start >= name.span.end), None)
        return None if after is None or after.lower in ("'s", "’s") else name.referent
    name = cast.mention_at(last)
    if name is None or name.span.end != last.end or not _is_person_by_name(name, cast):
        return None
    before = next((word for word in reversed(speaker.words) if word.end <= name.span.start), None)
    return name.referent if before is not None and _is_of_a_body(before, speaker, cast) else None


def _body_at_end(speaker: Speaker, cast: Cast) -> int | None:
    """The body by name right behind what it is: "the state-run news agency SANA", "the rebel group Free Banner"."""
    if speaker.head.is_plural() or speaker.head.lemma not in cue_words("nouns", "voices"):
        return None
    name = cast.mention_at(speaker.words[-1])
    if name is None or name.form is not MentionForm.NAME or name.referent is None:
        return None
    before = next((word for word in reversed(speaker.words) if word.end <= name.span.start), None)
    behind = name.span.end == speaker.words[-1].end and before is speaker.head
    actor = cast.referents[name.referent].actor
    return name.referent if behind and actor not in (None, ActorType.PERSON) else None


def _is_person_by_name(mention: Mention, cast: Cast) -> bool:
    if mention.referent is None or mention.form is not MentionForm.NAME:
        return False
    return cast.referents[mention.referent].actor is ActorType.PERSON


def _is_of_a_body(word: Token, speaker: Speaker, cast: Cast) -> bool:
    """Whether the word before a name is the role itself, or ends what the role is of."""
    if _is_person(word.lemma) and not word.is_plural():
        return True  # "the UN aid chief Omar Haddad"
    if not _is_person(speaker.head.lemma):
        return False
    mention = cast.mention_at(word)
    own = mention is None or mention.referent is None or cast.referents[mention.referent].actor is not ActorType.PERSON
    return own and word.i > speaker.head.i and word.pos in ("NOUN", "PROPN")


def _owner(speaker: Speaker, cast: Cast) -> int | None:
    """Who makes what tells: "the army's statement", "a tally by the monitor", "a report released by the council"."""
    inside = set(speaker.words)
    near = [c for c in speaker.head.dependents("nmod:poss", "compound", "nmod", "amod", "flat") if c in inside]
    makers = [maker for verb in speaker.head.dependents("acl") for maker in (verb.agent(), *verb.modifiers("by"))]
    near.extend(maker for maker in makers if maker is not None)
    for child in near:
        if child.preposition() in ("", "by", "from", "of") and cast.actor_at(child) is not None:
            return cast.actor_at(child)
    # "a UN news release": however the parser hung it
    before = [cast.actor_at(word) for word in speaker.words if word.i < speaker.head.i]
    return next((actor for actor in before if actor is not None and cast.referents[actor].named), None)


def bearer_of(speaker: Speaker, tokens: tuple[Token, ...], cast: Cast) -> int | None:
    """The one named person whom the article gives the role of "the director" before, or None."""
    head = speaker.head
    if head.pos != "NOUN" or head.is_plural() or not _is_person(head.lemma) or speaker.words[0].lower != "the":
        return None
    found: set[int] = set()
    more = {word.lower for word in speaker.words if word is not head and word.pos in ("NOUN", "PROPN", "ADJ")}
    for token in tokens[: head.i]:
        if token.lemma == head.lemma and token is not head:
            beside = tokens[token.i - 1 : token.i] + tokens[token.i + 1 : token.i + 2]
            if not more <= {word.lower for word in tokens[max(0, token.i - _BESIDE) : token.i + _BESIDE]}:
                continue  # "the chief of a team" is no chief of the league
            found.update(_named_beside(token, beside, cast))
    return next(iter(found)) if len(found) == 1 else None


def _named_beside(role: Token, beside: tuple[Token, ...], cast: Cast) -> list[int]:
    """The persons by name that a role stands beside: "director John Doe", "John Doe, director of"."""
    near = [*beside, *(child for child in role.children if child.rel in ("appos", "flat"))]
    if role.head is not None and role.rel in ("compound", "appos", "amod", "nmod"):
        near.append(role.head)
    actors = [cast.actor_at(token) for token in near if token.pos == "PROPN"]
    return [
        n for n in actors if n is not None and cast.referents[n].named and cast.referents[n].actor is ActorType.PERSON
    ]


def keeps_name_back(cue: Cue) -> bool:
    """Whether the speaker spoke "on condition of anonymity"."""
    hidden = cue_words("anonymity")
    return any(word.lower in hidden for child in cue.token.children for word in child.subtree() if child.rel != "ccomp")


def is_anonymous(speaker: Speaker, referent: int | None, cast: Cast) -> bool:
    """Whether an unnamed person, or people, speak: "a commander", "residents"."""
    if referent is not None and cast.referents[referent].named:
        return False
    if any(word.name == "PERSON" and word.pos == "PROPN" for word in speaker.words):
        return False
    some = next((c for c in speaker.head.dependents("nmod") if c.preposition() == "of" and c in speaker.words), None)
    if some is not None and (speaker.head.pos == "NUM" or speaker.head.lemma in _SOME):
        return _is_person(some.lemma)  # "one of his relatives"
    if speaker.head.pos == "NOUN":
        return _is_person(speaker.head.lemma)
    if referent is None:
        return False
    head = next((cast.mentions[m].head for m in cast.referents[referent].mentions), None)
    return head is not None and any(_is_person(word) for word in _lemmas(cast.referents[referent].name))


def _lemmas(name: str) -> list[str]:
    """The head word of a description, plural and singular: "one of his relatives" is of "relatives"."""
    words = name.lower().split()
    for n, word in enumerate(words):
        if n and word in ("with", "in", "at", "from", "of", "for", "named", "who", "belonging"):
            if word == "of" and words[n - 1] in ("one", "some", "many", "several"):
                continue
            words = words[:n]
            break
    return [words[-1], words[-1].removesuffix("s")] if words else []


def _is_person(lemma: str) -> bool:
    return lemma in cue_words("nouns", "persons") and lemma not in cue_words("nouns", "bodies")


def medium_of(cue: Cue, speaker: Speaker | None) -> Medium | None:
    """By what means: "said in a statement", "tweeted", "told state television"."""
    if cue.token.lemma in ("tweet", "retweet"):
        return Medium.TWEET
    own = set(speaker.words) if speaker is not None else set()
    words: list[Token] = []
    for child in cue.token.children:
        # "in a video released on Monday": the participle may have been taken for the noun
        words.extend(noun for noun in child.dependents("obl") if noun.i < child.i and noun.preposition() in _MEANS)
        means = child.rel in ("obl", "nmod") and child.preposition() in _MEANS
        told = child.rel in ("obj", "iobj") and "person" in cue.verb.takes
        if (means or told) and child not in own:
            words.extend((child, *child.dependents("amod", "compound", "nmod:poss")))
            if child.lemma in ("post", "message", "thread"):
                # "in a post on Twitter"
                words.extend(child.modifiers("on"))
    thing = cue.token.child("obj") if "thing" in cue.verb.takes else None
    if thing is not None:
        # "claimed responsibility for the blast in a statement"
        words.extend(word for word in thing.subtree() if word.rel == "nmod" and word.preposition() == "in")
    afloat = speaker is not None and speaker.head.is_plural() and len(speaker.words) == 1  # "reports said"
    if speaker is not None and speaker.head.lemma in cue_words("nouns", "telling") and not afloat:
        words.append(speaker.head)
        words.extend(speaker.head.dependents("amod", "compound"))
    if cue.token.tag == "VBG" and cue.token.head is not None:
        # "issued a statement saying", "put out a video calling on"
        above = cue.token.head
        words.extend((above,) if above.pos == "NOUN" else above.dependents("obj"))
        if above.lemma in ("quote", "cite"):
            # "was quoted on state television as saying"
            words.extend(
                word for child in above.modifiers(*_MEANS) for word in (child, *child.dependents("amod", "compound"))
            )
    if any(word.text == "X" and word.preposition() == "on" for word in words):
        return Medium.TWEET
    lowers = {word.lower for word in words} | {word.lemma for word in words}
    return next((medium for medium in _MEDIA if lowers & cue_words("media", medium.value)), None)
