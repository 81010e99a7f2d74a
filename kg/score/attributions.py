"""Statements against annotated attributions: source, cue and content as pieces of text.

Measures, as the papers on attribution have them (Pareti et al. 2013 and Pareti 2016 on PARC; E. Newell et al. 2018 on
PolNeAR; C. Newell et al. 2018, Citron):

- `content overlap`: contents that share a character, matched one to one, as many as can be, best overlap first.
- `content exact`: pairs of these whose contents begin and end at the same character, spaces, quotation marks and
  punctuation at the ends left aside. Where one is in several pieces, the first begins it and the last ends it.
- `content exact, that aside`: a "that" before a content left aside as well. The corpora have it in the content, a graph
  need not.
- `source overlap`, `source exact`, `cue overlap`, `cue exact`: pairs whose source (cue) agrees as well, over all told
  statements and all gold attributions: a source is right only with its content. Where the gold has none, right if none
  is told.
- `content tokens`, `source tokens`, `cue tokens`: precision and recall over the words inside (Citron's overlap metric),
  without regard to pairs. A word inside two contents counts twice.

Nested attributions are left out on both sides (PolNeAR does not annotate them): those whose content lies wholly inside
the content of another of the same side and is not the same. Left out as well: what has its content wholly inside a
passage of the layer `discard`, and statements that tell no place of their content.

A graph may tell “A,” he said. “B.” as two statements, the attribution corpora have one in two pieces. So a statement
without cue that comes next after one of the same speaker in the same line goes on with it: the two are one.

Classes: the quotation type. Gold: "direct" if all words of the content stand in quotation marks, "indirect" if none do,
else "mixed". Told: its mode.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from kg.model import Span
from kg.score.gold import Gold, GoldArticle
from kg.score.matching import match
from kg.score.quoting import mode_of, quoted_spans
from kg.score.raw_spans import rows_of, to_spans
from kg.score.sheet import ALL, Count, Sheet, Shown, tick_detail, tick_matched
from kg.score.spans import WORD, overlap
from kg.score.told import Told, ToldStatement

Item = TypeVar("Item")

QUESTIONS: tuple[str, ...] = ("statements",)
THAT = "that"
# “… under wraps.” and: under wraps
_ENDS = " \t\r\n\xa0.,;:!?…-–—\"'`“”„‘’«»()[]"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's words in the text: pieces left to right. `named`: a source is told, be it without its place."""

    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    mode: str
    named: bool


def holds(article: GoldArticle) -> bool:
    """Is there anything in the gold to score attributions by?"""
    return "attributions" in article.layers


def score(gold: Gold, told: Told) -> Iterator[Sheet]:
    """One sheet an article.

    Raises:
        InputError: a row of the layer can't be used.
    """
    for article in gold.articles:
        if not holds(article):
            continue
        sheet = Sheet(article.id, article.text)
        discard = to_spans(f"article {article.id}, discard", article.layers.get("discard"), article.text)
        statements = told.article(article.id).statements
        golds = _kept(to_attributions(article), discard, lambda gold: gold.content)
        found = _kept((each for each in statements if each.spans), discard, lambda each: each.spans)
        once: dict[tuple[object, ...], ToldStatement] = {}
        firsts = [once.setdefault((each.spans, each.speaker, each.speaker_spans), each) for each in found]
        again = [_told(each) for each, first in zip(found, firsts, strict=True) if each is not first]
        _score_article(sheet, golds, joined(article.text, tuple(once.values())), again)
        yield sheet


def to_attributions(article: GoldArticle) -> tuple[Attribution, ...]:
    """The gold attributions of an article; what has no content is left out.

    Raises:
        InputError: a row can't be used.
    """
    quoted = quoted_spans(article.text)
    made = []
    for where, row in rows_of(article, "attributions"):
        content, source, cue = (
            to_spans(f"{where}, {part}", row.get(part), article.text) for part in ("content", "source", "cue")
        )
        if content:
            made.append(Attribution(content, source, cue, mode_of(article.text, content, quoted), bool(source)))
    return tuple(made)


def joined(text: str, statements: Sequence[ToldStatement]) -> tuple[Attribution, ...]:
    """What is told, left to right, each statement that goes on with the one before it joined to that."""
    done: list[Attribution] = []
    last: ToldStatement | None = None
    for each in sorted(statements, key=lambda each: each.spans[0].start):
        made = _told(each)
        if last is not None and not each.cue and _goes_on(text, last, each):
            done[-1] = _with(done[-1], made)
        else:
            done.append(made)
        last = each
    return tuple(done)


def _goes_on(text: str, last: ToldStatement, each: ToldStatement) -> bool:
    speakers = [(said.speaker, said.row["speaker_name"]) for said in (last, each)]
    between = text[last.spans[-1].end : each.spans[0].start]
    return (
        speakers[0] == speakers[1] != (None, None) and last.spans[-1].end <= each.spans[0].start and "\n" not in between
    )


def _with(first: Attribution, more: Attribution) -> Attribution:
    mode = first.mode if first.mode == more.mode else "mixed"
    return replace(first, content=(*first.content, *more.content), mode=mode)


def _told(each: ToldStatement) -> Attribution:
    named = bool(each.speaker_spans or each.speaker or each.row["speaker_name"])
    return Attribution(each.spans, each.speaker_spans, each.cue, each.row["mode"] or ALL, named)


def _kept(items: Iterable[Item], discard: Sequence[Span], content: Callable[[Item], Sequence[Span]]) -> list[Item]:
    """Those that are neither nested nor in a discarded passage."""
    whole = [(item, content(item)) for item in items if not inside(content(item), discard)]
    return [
        item
        for item, pieces in whole
        if not any(inside(pieces, others) and not inside(others, pieces) for _, others in whole)
    ]


def inside(pieces: Sequence[Span], others: Sequence[Span]) -> bool:
    """Does each of the pieces lie in one of the others?"""
    return all(any(other.covers(piece) for other in others) for piece in pieces)


def shared(some: Sequence[Span], others: Sequence[Span]) -> float:
    """How far two lists of pieces are the same characters, 0 to 1 (Dice)."""
    both = sum(max(0, min(one.end, two.end) - max(one.start, two.start)) for one in some for two in others)
    return 2 * both / (sum(map(len, some)) + sum(map(len, others))) if both else 0.0


def ends_of(text: str, pieces: Sequence[Span], *, aside: str = "") -> tuple[int, int]:
    """Where the words of the pieces begin and end, without quotation marks and punctuation at the ends.

    Args:
        text: the article.
        pieces: left to right.
        aside: a word that is passed over if they begin with it.
    """
    start, end = pieces[0].start, min(max(piece.end for piece in pieces), len(text))
    while start < end - 1 and text[start] in _ENDS:
        start += 1
    while end > start + 1 and text[end - 1] in _ENDS:
        end -= 1
    first = WORD.match(text, start, end)
    if aside and first and first[0].casefold() == aside and first.end() < end:
        return ends_of(text, [Span(first.end(), end)])
    return start, end


def _score_article(
    sheet: Sheet, golds: Sequence[Attribution], once: Sequence[Attribution], again: Sequence[Attribution]
) -> None:
    """Scores what is told; what is told again is of no use, though it might overlap something else by a word."""
    pairs = match(golds, once, _closeness)
    told = (*once, *again)
    show = partial(_show, sheet.text)
    tick_matched(sheet, "content overlap", golds, told, pairs, show_gold=show, show_told=show)
    for name, right, part in _details(sheet.text):
        shown = partial(_show_part, sheet.text, part)
        tick_detail(sheet, name, golds, told, pairs, right=right, show_gold=shown, show_told=shown)
    ends = [[ends_of(sheet.text, item.content, aside=THAT) for item in items] for items in (golds, told)]
    aside = sum(ends[0][i] == ends[1][j] for i, j in pairs)
    sheet.count("content exact, that aside", Count(aside, len(told), aside, len(golds)))
    for part in ("content", "source", "cue"):
        sheet.count(f"{part} tokens", _tokens(sheet.text, golds, once, again, part))


def _closeness(gold: Attribution, told: Attribution) -> float:
    """Overlap of content; of two that tell the same content, the one with the right source and cue is the closer."""
    alike = shared(gold.content, told.content)
    return alike and alike + (shared(gold.source, told.source) + shared(gold.cue, told.cue)) / 1000


def _details(text: str) -> Iterator[tuple[str, Callable[[Attribution, Attribution], bool], str]]:
    """Name, test and part of each detail of a pair."""

    def exact(gold: Sequence[Span], told: Sequence[Span]) -> bool:
        return ends_of(text, gold) == ends_of(text, told)

    def right(part: str, same: Callable[[Sequence[Span], Sequence[Span]], bool]) -> Callable[..., bool]:
        return lambda gold, each: _agree(gold, each, part, same)

    yield "content exact", right("content", exact), "content"
    for part in ("source", "cue"):
        yield f"{part} overlap", right(part, overlap), part
        yield f"{part} exact", right(part, exact), part


def _agree(
    gold: Attribution, told: Attribution, part: str, same: Callable[[Sequence[Span], Sequence[Span]], bool]
) -> bool:
    one, other = _pieces(gold, part), _pieces(told, part)
    if not one:
        return not other and not (part == "source" and told.named)
    return bool(other) and same(one, other)


def _pieces(item: Attribution, part: str) -> tuple[Span, ...]:
    return {"content": item.content, "source": item.source, "cue": item.cue}[part]


def _tokens(
    text: str, golds: Sequence[Attribution], once: Sequence[Attribution], again: Sequence[Attribution], part: str
) -> Count:
    wanted, told, more = (_bag(text, items, part) for items in (golds, once, again))
    both = (wanted & told).total()
    return Count(both, told.total() + more.total(), both, wanted.total())


def _bag(text: str, items: Sequence[Attribution], part: str) -> Counter[int]:
    """How often each word, by its end, stands inside the part of an item."""
    pieces = {(at, piece) for at, item in enumerate(items) for piece in _pieces(item, part)}
    return Counter(piece.start + word.end() for _, piece in pieces for word in WORD.finditer(piece.of(text)))


def _show(text: str, item: Attribution) -> Shown:
    words = _words(text, item.content)
    return Shown(f"{_words(text, item.source) or 'nobody'}: {words}", item.content[0], item.mode)


def _show_part(text: str, part: str, item: Attribution) -> Shown:
    return Shown(_words(text, _pieces(item, part)) or f"no {part}", item.content[0], item.mode)


def _words(text: str, pieces: Sequence[Span]) -> str:
    return " … ".join(piece.of(text) for piece in pieces)
