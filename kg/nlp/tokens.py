"""The one view of syntax that the rules read: words of an article in Universal Dependencies.

Whatever parser stands behind it, the relations are those of UD v2 (`nsubj`, `nsubj:pass`, `obj`, `obl`,
`obl:agent`, `nmod`, `case`, `ccomp`, ...), and the offsets are those of the article.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from kg.model import Document, Span


@dataclass(slots=True, eq=False)
class Token:
    """A word. Built once by the parser; nothing writes into it afterwards.

    Attributes:
        i: index in `Parsed.tokens`.
        start, end: character offsets into the article.
        pos: universal tag ("NOUN"); tag: Penn tag ("NNS"); rel: relation to the head, in UD.
        name: type of the name it belongs to by the recogniser ("PERSON", "ORG", "GPE", ...), or "".
        head: the governing word; None for the root of a sentence.
        children: dependents in text order.
    """

    i: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    rel: str
    name: str
    start: int
    end: int
    sentence: int
    head: "Token | None" = None
    children: "list[Token]" = field(default_factory=list)

    def __repr__(self) -> str:
        return f"{self.text}/{self.pos}/{self.rel}"

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def is_past(self) -> bool:
        return self.tag in ("VBD", "VBN")

    def is_verb(self) -> bool:
        return self.pos in ("VERB", "AUX")

    def is_plural(self) -> bool:
        return self.tag in ("NNS", "NNPS")

    def child(self, *rels: str) -> "Token | None":
        """The first dependent with one of these relations."""
        for child in self.children:
            if child.rel in rels:
                return child
        return None

    def dependents(self, *rels: str) -> "tuple[Token, ...]":
        """The dependents with one of these relations, in text order."""
        return tuple(child for child in self.children if child.rel in rels)

    def subject(self) -> "Token | None":
        """The active or passive subject, the own one or, for a conjoined or open complement verb, the shared one."""
        own = self.child("nsubj", "nsubj:pass", "csubj")
        if own is not None:
            return own
        if self.head is not None and self.head.is_verb() and self.rel in ("conj", "xcomp", "advcl"):
            return self.head.subject()
        if self.rel in ("acl", "acl:relcl"):
            return self.head
        return None

    def is_passive(self) -> bool:
        return any(child.rel in ("nsubj:pass", "aux:pass") for child in self.children) or (
            self.tag == "VBN" and self.rel in ("acl", "amod")
        )

    def agent(self) -> "Token | None":
        """Who does it, in a passive: "by rebels"."""
        return self.child("obl:agent")

    def preposition(self) -> str:
        """What prepositions stand before it, lower case and joined ("because of"); "" for none."""
        return " ".join(
            child.lower for child in self.children if child.rel == "case" and child.lower not in ("'s", "’s")
        )

    def modifiers(self, *prepositions: str) -> "tuple[Token, ...]":
        """The noun dependents (obl, nmod) that stand after one of these prepositions; all of them if none is named."""
        return tuple(
            child
            for child in self.children
            if child.rel in ("obl", "nmod", "obl:agent") and (not prepositions or child.preposition() in prepositions)
        )

    def is_negated(self) -> bool:
        """Whether "not", "never", "no" or "n't" hangs on it."""
        return any(child.lower in ("not", "n't", "n’t", "never", "no", "neither") for child in self.children)

    def conjuncts(self) -> "tuple[Token, ...]":
        """The words coordinated with it that hang on it."""
        return self.dependents("conj")

    def subtree(self) -> "list[Token]":
        """The word and all below it, in text order."""
        found, open_ = [], [self]
        while open_:
            token = open_.pop()
            found.append(token)
            open_.extend(token.children)
        found.sort(key=lambda token: token.i)
        return found

    def ancestors(self) -> "Iterator[Token]":
        """The governing words, nearest first."""
        token = self.head
        while token is not None:
            yield token
            token = token.head

    def lowers(self, rels: tuple[str, ...] = ("amod", "compound", "det", "nummod")) -> tuple[str, ...]:
        """The lower-case dependents with these relations."""
        return tuple(child.lower for child in self.children if child.rel in rels)


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence: its words, and which paragraph it stands in."""

    index: int
    paragraph: int
    tokens: tuple[Token, ...]
    root: Token

    @property
    def span(self) -> Span:
        return Span(self.tokens[0].start, self.tokens[-1].end)


@dataclass(frozen=True, slots=True, eq=False)
class NameSpan:
    """A name as the recogniser found it; `label` in the scheme of OntoNotes ("PERSON", "ORG", "GPE", "DATE", ...)."""

    label: str
    tokens: tuple[Token, ...]

    @property
    def span(self) -> Span:
        return Span(self.tokens[0].start, self.tokens[-1].end)


@dataclass(frozen=True, slots=True, eq=False)
class Attribution:
    """Words that the language model takes for what somebody said, with the words for that and for who it was.

    Attributes:
        content: what was said.
        cue: the words of saying; none where there are none.
        source: who said it; none where nobody is told.
    """

    content: tuple[Token, ...]
    cue: tuple[Token, ...] = ()
    source: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Happening:
    """A word that the language model takes for one that tells of an event; `kind` in its own scheme ("Life.Die")."""

    word: Token
    kind: str


class Pairs(Protocol):
    """What the language model says of two words, each given by its index."""

    def place(self, word: int, candidates: Sequence[int]) -> int | None:
        """The candidate that names the place of what a word tells of; None for none."""


class Telling(Protocol):
    """What the language model reads from the article as a whole; words are given by their indices."""

    def sure(self, word: int) -> float:
        """How likely the word tells of a happening, whatever its kind."""

    def kind(self, word: int) -> str:
        """The kind of happening that the word most likely tells of."""

    def chosen(self, word: int) -> float:
        """How likely a reader would name the happening by this word."""

    def kinds_of(self, words: Sequence[int]) -> dict[str, float]:
        """How likely each kind is, of all kinds, for what these words tell of together."""

    def likeness(self, word: int, others: Sequence[int]) -> list[float]:
        """How likely each of the others tells of one happening with a word: above 0 rather than not."""


class Asked(Protocol):
    """What an article answers about one happening, by the language model; words are given by their indices."""

    def places(self, candidates: Sequence[int]) -> list[float]:
        """How likely each word names its place; what they lack to 1 is for none."""

    def parties(self, candidates: Sequence[int], *, suffering: bool) -> list[float]:
        """How likely each word names who does, or who suffers it: above 0 rather than not."""


class Asking(Protocol):
    """An article that the language model can be asked about."""

    def about(self, word: int, spots: Sequence[int], acting: Sequence[int]) -> Asked:
        """What it answers about what a word tells of; `spots` are words for places, `acting` those for actors."""


@dataclass(frozen=True, slots=True, eq=False)
class Parsed:
    """An article's prose, parsed: the words of all prose paragraphs in text order.

    Attributes:
        document: the article.
        tokens: its words.
        sentences: of those words.
        names: as the recogniser found them.
        attributions: as the language model found them; none if it knows nothing of attributions.
        described: names and descriptions of people, bodies, places, arms, times and amounts as the language model found
            them; none if it knows nothing of them.
        happenings: words that tell of events as the language model found them; none if it knows nothing of them.
        pairs: what the language model says of pairs of words; None if it knows nothing of them.
        telling: what the language model reads from the article as a whole; None if it does not.
        asking: what it can be asked about each happening; None if it can't.
        sure_names: whether the recogniser is good enough that its borders and what it leaves out tell something.
        headline: the words of a title that stands in the text, parsed apart; their indices are their own.
    """

    document: Document
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[NameSpan, ...]
    attributions: tuple[Attribution, ...] = ()
    described: tuple[NameSpan, ...] = ()
    happenings: tuple[Happening, ...] = ()
    pairs: Pairs | None = None
    telling: Telling | None = None
    asking: Asking | None = None
    sure_names: bool = False
    headline: "Parsed | None" = None

    def words(self, span: Span) -> str:
        """The words of a span, cut from the article."""
        return span.of(self.document.text)

    def place_of(self, word: Token, candidates: Sequence[Token]) -> Token | None:
        """The candidate that names the place of what a word tells of, by the language model.

        None where none of them does, where the model knows nothing of places (`pairs` is None then), and for candidates
        in another paragraph than the word.
        """
        place = self.pairs.place(word.i, [one.i for one in candidates]) if self.pairs else None
        return None if place is None else self.tokens[place]

    def sentence_of(self, token: Token) -> Sentence:
        return self.sentences[token.sentence]

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The words that lie inside a span (binary search, so cheap)."""
        first = _first_at_or_after(self.tokens, span.start)
        last = first
        while last < len(self.tokens) and self.tokens[last].end <= span.end:
            last += 1
        return self.tokens[first:last]


def _first_at_or_after(tokens: tuple[Token, ...], offset: int) -> int:
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        if tokens[middle].start < offset:
            low = middle + 1
        else:
            high = middle
    return low


def span_of(tokens: "list[Token] | tuple[Token, ...]") -> Span:
    """The span from the first to the last of these words."""
    return Span(min(token.start for token in tokens), max(token.end for token in tokens))
