"""The article as the finders of statements see it: units of speech, and which words are quoted."""

from dataclasses import dataclass

from kg.extract.cast import Cast
from kg.extract.cues import Cue, cue_words
from kg.extract.quotes import Quote, find_quotes
from kg.extract.speakers import Speaker
from kg.extract.speakers_narrow import Names, read_names
from kg.model import Medium, Mode, Span, Stance
from kg.nlp import Parsed, Token

_ENDS = frozenset(".!?…")
_MARKS = frozenset({'"', "“", "”", "„", "«", "»", "``", "''", "‘", "’", "'", "‟"})


# kinds of events in the language model's own scheme
_VIOLENT = frozenset({"Conflict", "Life", "Justice", "Disaster"})
# in words: reports of politics have at most one of these events in such a passage, reports of fighting three
_PASSAGE = 100
_LONGER = 150
# in words: longer than nearly all reports of fighting
_LONG = 700
# violent events a passage, fewer than in almost any report of war; words of politics a passage, more than in any
_PEACEFUL = 0.5
_POLITICAL = 2
# no abbreviation is longer
_ABBREVIATED = 4


@dataclass(frozen=True, slots=True)
class Unit:
    """Words `low` to `high` (half-open): a sentence, or all sentences that one quote holds together."""

    low: int
    high: int


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """An article's words, its quotes, its units; `quote_of[i]` is the index of the quote that word `i` stands in.

    `commas` is false for a text that has lost its commas. `of_talk` tells that its news is what people say and want
    rather than what they do to one another; `of_politics`, that it is all about that, at length. Both are false where
    that is not known.
    """

    parsed: Parsed
    tokens: tuple[Token, ...]
    quotes: tuple[Quote, ...]
    quote_of: tuple[int, ...]
    units: tuple[Unit, ...]
    names: Names
    commas: bool
    of_talk: bool
    of_politics: bool = False

    def quote_at(self, i: int) -> Quote | None:
        """The quote that word `i` stands in."""
        return self.quotes[self.quote_of[i]] if self.quote_of[i] >= 0 else None


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """A statement before its fields are told: words by index.

    Attributes:
        content: ranges of word indices, half-open.
        core: the range of the speaker, the cue and what hangs on it.
        occasion: the cue that tells when, to whom and by what means; that of the quote before where a quote goes on.
        medium: the means, where no cue tells it.
        mode: how the words are told, where their marks do not tell it.
    """

    content: tuple[tuple[int, int], ...]
    cue: Cue | None
    speaker: Speaker | None
    core: tuple[int, int]
    stance: Stance
    rule: str
    occasion: Cue | None = None
    medium: Medium | None = None
    mode: Mode | None = None


def read_page(parsed: Parsed, cast: Cast) -> Page:
    """The page of an article."""
    quotes = find_quotes(parsed)
    quote_of = [-1] * len(parsed.tokens)
    for n, quote in enumerate(quotes):
        quote_of[quote.first : quote.last] = [n] * (quote.last - quote.first)
    units = _units(parsed, quotes, quote_of)
    names = read_names(parsed, cast)
    commas, talk, politics = _has_commas(parsed), _is_of_talk(parsed), _is_of_politics(parsed)
    return Page(parsed, parsed.tokens, quotes, tuple(quote_of), units, names, commas, talk, politics)


def _has_commas(parsed: Parsed) -> bool:
    return any(token.text == "," for token in parsed.tokens)


def _is_of_talk(parsed: Parsed) -> bool:
    """Whether a longer text tells of hardly any violence: fewer than one such event a passage, by the model."""
    return len(parsed.tokens) >= _LONGER and _violence(parsed) < 1


def _is_of_politics(parsed: Parsed) -> bool:
    """Whether a longer text tells of no violence to speak of, and is full of words of politics or very long."""
    if len(parsed.tokens) < _LONGER or _violence(parsed) >= _PEACEFUL:
        return False
    political = sum(token.lemma.lower() in cue_words("politics") for token in parsed.tokens)
    return len(parsed.tokens) >= _LONG or political * _PASSAGE >= _POLITICAL * len(parsed.tokens)


def _violence(parsed: Parsed) -> float:
    """The violent events a passage, by the model."""
    violent = sum(happening.kind.partition(".")[0] in _VIOLENT for happening in parsed.happenings)
    return violent * _PASSAGE / max(1, len(parsed.tokens))


def _units(parsed: Parsed, quotes: tuple[Quote, ...], quote_of: list[int]) -> tuple[Unit, ...]:
    """Sentences, joined where the parser cut inside a quote, and cut where a quote begins after a full stop."""
    tokens = parsed.tokens
    if not tokens:
        return ()
    starts = [sentence.tokens[0].i for sentence in parsed.sentences]
    opening = {quote.first for quote in quotes}
    cuts = {0}
    for i in starts[1:]:
        if not _is_inside(i, quote_of) and not _is_title_stop(parsed, i):
            moved = _moved(i, parsed, opening, quote_of)
            if moved is not None:
                cuts.add(moved)
    cuts.update(i for i in range(1, len(tokens)) if quote_of[i] < 0 and quote_of[i - 1] < 0 and _begins(parsed, i))
    for quote in quotes:
        before = quote.first - 2 if quote.first and tokens[quote.first - 1].text in _MARKS else quote.first - 1
        if quote.verbal and before >= 0 and tokens[before].text in _ENDS and quote_of[before] != quote_of[quote.first]:
            cuts.add(before + 1)
    order = sorted(cuts)
    return tuple(Unit(low, high) for low, high in zip(order, [*order[1:], len(tokens)], strict=True) if low < high)


def _moved(i: int, parsed: Parsed, opening: set[int], quote_of: list[int]) -> int | None:
    """Where the sentence that the parser begins at word `i` truly begins, for its marks; None where none does."""
    tokens = parsed.tokens
    if not _same_paragraph(parsed, i - 1, i):
        return i
    if i in opening and tokens[i - 1].text in _MARKS:
        # the opening mark was left at the end of the sentence before
        return i - 1
    if quote_of[i - 1] >= 0 and tokens[i].text in _MARKS and quote_of[i] < 0 and i + 1 < len(tokens):
        # the closing mark was put at the start of the next sentence
        starts = tokens[i + 1].text[0].isupper() and not _goes_on(tokens, i + 1)
        return i + 1 if starts else None
    if tokens[i - 1].text in _MARKS and i > 1 and quote_of[i - 2] >= 0 and tokens[i - 2].text not in _ENDS:
        # "“We held” Idris Bello told us": no full stop, no end
        return None
    if tokens[i].text[0].islower() and tokens[i - 1].text not in _ENDS and tokens[i - 1].text not in _MARKS:
        # a line that breaks within a sentence
        return None if tokens[i - 1].text not in (":", ";") else i
    if tokens[i - 1].text == "," or (quote_of[i - 1] < 0 and tokens[i - 1].lower in ("said", "says", "told")):
        return None
    heading = parsed.sentences[tokens[i - 1].sentence].tokens
    if tokens[i - 1].text == ":" and all(word.pos in ("PROPN", "PUNCT") for word in heading):
        # the name of a speaker heads the sentence, "Idris Bello: We have left the town"
        return None
    if tokens[i].lower in cue_words("days") and tokens[i - 1].pos in ("NOUN", "PROPN"):
        # "... in the city Tuesday on the eve of the feast"
        return None
    return None if quote_of[i - 1] >= 0 and tokens[i].text in ",." else i


def _begins(parsed: Parsed, i: int) -> bool:
    """Whether a sentence begins at word `i` though the parser went on: "nine died. Rebels held", "(Reuters) The"."""
    stop, word = parsed.tokens[i - 1], parsed.tokens[i]
    if i > 1 and stop.text in _MARKS and parsed.tokens[i - 2].text == "." and stop.end < word.start:
        # "mined the town before they left.” The army": a quote that ends within a sentence ends it
        return word.text[0].isupper() and not _goes_on(parsed.tokens, i)
    if not word.text[0].isupper() or i < 2:
        return False
    last = parsed.tokens[i - 2]
    ended = stop.text == "." and stop.start == last.end and stop.end < word.start and _may_end(last)
    return ended or (stop.text == ")" and word.pos in ("ADP", "ADV", "DET", "PRON"))


def _may_end(word: Token) -> bool:
    """Whether a full stop behind a word is no sign of an abbreviation."""
    if word.lower in ("said", "says") or word.text.isdigit():
        return True
    return len(word.text) > _ABBREVIATED and word.text.isalpha() and word.lower not in cue_words("abbreviations")


def _is_inside(i: int, quote_of: list[int]) -> bool:
    return quote_of[i] >= 0 and quote_of[i - 1] == quote_of[i]


def _is_title_stop(parsed: Parsed, i: int) -> bool:
    """Whether the full stop before word `i` is that of a title: "Navy Capt. John Doe"."""
    tokens = parsed.tokens
    stop, title = tokens[i - 1], tokens[i - 2 if tokens[i - 1].text == "." and i > 1 else i - 1]
    ends = stop.text == "." or title.text.endswith(".")
    return ends and title.lower.rstrip(".") in cue_words("abbreviations") and tokens[i].text[0].isupper()


def _goes_on(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether after a closing mark the same sentence goes on with its speaker: '... ," Cook said'."""
    for token in tokens[i : i + 12]:
        if token.text in _ENDS or token.text in _MARKS:
            return False
        if token.lower in ("said", "says", "told", "added", "say"):
            return True
    return False


def _same_paragraph(parsed: Parsed, a: int, b: int) -> bool:
    sentences = parsed.sentences
    return sentences[parsed.tokens[a].sentence].paragraph == sentences[parsed.tokens[b].sentence].paragraph


def content_spans(page: Page, content: tuple[tuple[int, int], ...]) -> tuple[Span, ...]:
    """The spans of ranges of words, one a paragraph at most, without marks, commas and "and" at their ends."""
    spans: list[Span] = []
    for low, high in content:
        low, high = trimmed(page, low, high)
        if low >= high:
            continue
        quote = page.quote_at(low)
        if quote is not None and page.quote_at(high - 1) is quote and len(quote.pieces) > 1:
            first, last = page.tokens[low].start, page.tokens[high - 1].end
            for piece in quote.pieces:
                start, end = max(piece.start, first), min(piece.end, last)
                if start < end:
                    spans.append(Span(start, end))
        else:
            glued = quote is not None and low == quote.first
            start = quote.pieces[0].start if glued and quote is not None else page.tokens[low].start
            spans.append(Span(start, page.tokens[high - 1].end))
    return tuple(spans)


def trimmed(page: Page, low: int, high: int) -> tuple[int, int]:
    """A range without what does not belong to the words said at either end."""
    tokens = page.tokens
    while low < high and (tokens[low].pos == "PUNCT" or _joins(page, low)) and tokens[low].text not in "([$":
        if tokens[low].text in _MARKS and _half_quoted(page, low, high):
            break
        low += 1
    if (
        low + 1 < high
        and tokens[low].lower == "that"
        and tokens[low].rel != "det"
        and (tokens[low].pos == "SCONJ" or tokens[low + 1].pos in ("DET", "PRON"))
    ):
        low += 1
    while low < high and _trails(tokens[high - 1]):
        if tokens[high - 1].text in _MARKS and _half_quoted(page, low, high):
            break
        if (
            page.quote_of[high - 1] >= 0
            and tokens[high - 1].text in _ENDS
            and page.quote_of[low] == page.quote_of[high - 1]
        ):
            break
        high -= 1
    return low, high


def _trails(word: Token) -> bool:
    """Whether a last word only joins what was said to what follows it."""
    return (word.pos in ("PUNCT", "CCONJ") and word.text not in ")]%") or word.lower == "while"


def _joins(page: Page, i: int) -> bool:
    """Whether a word only joins what was said to what went before; quoted words are kept as they are."""
    word = page.tokens[i]
    # "both the mayor and the judge were safe"
    return word.pos == "CCONJ" and page.quote_of[i] < 0 and word.lower not in ("both", "either", "neither")


def _half_quoted(page: Page, low: int, high: int) -> bool:
    """Whether a quote that starts or ends here covers only a part of the range."""
    inside = [page.quote_of[i] for i in range(low, high) if page.tokens[i].pos != "PUNCT"]
    return bool(inside) and any(n >= 0 for n in inside) and len(set(inside)) > 1
