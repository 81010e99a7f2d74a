"""Statements against articles annotated whole: what was said, and who, how, when and to whom."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from kg.model import Span
from kg.score.annotation import Annotation, GoldStatement
from kg.score.gold import Gold, GoldArticle
from kg.score.matching import Pairs, match
from kg.score.sheet import Sheet, Shown, tick_detail, tick_matched
from kg.score.spans import normals, token_f1
from kg.score.told import Told, ToldArticle, ToldStatement

QUESTIONS = ("actors", "mentions", "statements")
ENOUGH = 0.5
_SAME_SPEAKER = 0.001  # decides between equals alone
# "he said": that tells no speaker, unless it is resolved
PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "who", "this", "that", "one"})


def holds(article: GoldArticle) -> bool:
    """Is there anything in the gold to score statements by?"""
    return article.whole is not None


def score(gold: Gold, told: Told) -> Iterator[Sheet]:
    """One sheet an article: content, and content with each detail.

    A statement is found if its words agree with token F1 ≥ 0.5, one to one. Classes are the modes.
    """
    for article in gold.articles:
        if article.whole is None:
            continue
        sheet = Sheet(article.id, article.text)
        _score_article(sheet, article.whole, told, told.article(article.id))
        yield sheet


def match_statements(
    golds: Sequence[GoldStatement],
    told: Sequence[ToldStatement],
    same_speaker: Callable[[GoldStatement, ToldStatement], bool],
) -> Pairs:
    """Which told statement is which gold one, by the words of the content; of those that are alike, by the speaker."""

    def likeness(gold: GoldStatement, each: ToldStatement) -> float:
        alike = token_f1(gold.content, each.content)
        # "The monitor and officials said …": two statements of the same words
        return alike + _SAME_SPEAKER * same_speaker(gold, each) if alike >= ENOUGH else 0.0

    return match(golds, told, likeness)


def speaker_test(
    whole: Annotation, told: Told, article: ToldArticle, text: str
) -> Callable[[GoldStatement, ToldStatement], bool]:
    """Tells whether a told statement has the speaker of a gold one, by any of its names or by the words for it here."""

    def same(gold: GoldStatement, each: ToldStatement) -> bool:
        said = normals((each.row["speaker_name"], *(span.of(text) for span in each.speaker_spans)))
        said |= told.names(article, each.speaker)
        actor = whole.actor(gold.speaker)
        if actor is None:
            return bool(said & normals((gold.speaker_words,))) if gold.speaker_words else not said
        return bool(said & ((actor.names | normals((gold.speaker_words,))) - PRONOUNS))

    return same


def _score_article(sheet: Sheet, whole: Annotation, told: Told, article: ToldArticle) -> None:
    golds, found = whole.statements, article.statements
    right_speaker = speaker_test(whole, told, article, sheet.text)
    pairs = match_statements(golds, found, right_speaker)
    tick_matched(
        sheet, "content", golds, found, pairs,
        show_gold=lambda gold: Shown(gold.content, _first(gold), gold.mode),
        show_told=lambda each: Shown(each.content, each.spans[0] if each.spans else None, each.row["mode"]),
    )  # fmt: skip
    for detail in _details(whole, told, article, right_speaker):
        tick_detail(
            sheet, f"content + {detail.name}", golds, found, pairs, right=detail.right,
            show_gold=partial(_show_gold, detail),
            show_told=partial(_show_told, detail),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Detail:
    name: str
    right: Callable[[GoldStatement, ToldStatement], bool]
    of_gold: Callable[[GoldStatement], str | None]
    of_told: Callable[[ToldStatement], str | None]


def _details(
    whole: Annotation,
    told: Told,
    article: ToldArticle,
    right_speaker: Callable[[GoldStatement, ToldStatement], bool],
) -> tuple[_Detail, ...]:
    def speaker(gold: GoldStatement) -> str:
        actor = whole.actor(gold.speaker)
        names = dict.fromkeys(words for words in (actor and actor.name, gold.speaker_words) if words)
        return " = ".join(names) or "nobody"

    def right_addressee(gold: GoldStatement, each: ToldStatement) -> bool:
        return _same_addressee(whole, gold, told, article, each)

    def addressee(gold: GoldStatement) -> str | None:
        actor = whole.actor(gold.to)
        return actor.name if actor else None

    return (
        _Detail("speaker", right_speaker, speaker, lambda each: each.row["speaker_name"] or "nobody"),
        _Detail("mode", lambda g, t: bool(g.mode == t.row["mode"]), lambda gold: gold.mode, lambda t: t.row["mode"]),
        _Detail(
            "stance", lambda g, t: bool(g.stance == t.row["stance"]), lambda g: g.stance, lambda t: t.row["stance"]
        ),
        _Detail("date", lambda gold, each: gold.date == day_said(each), lambda gold: gold.date, day_said),
        _Detail("addressee", right_addressee, addressee, lambda each: each.row["addressee_name"]),
    )


def _show_gold(detail: _Detail, gold: GoldStatement) -> Shown:
    return Shown(f"{detail.of_gold(gold)}: {gold.content}", _first(gold), gold.mode)


def _show_told(detail: _Detail, each: ToldStatement) -> Shown:
    return Shown(f"{detail.of_told(each)}: {each.content}", None, each.row["mode"])


def day_said(each: ToldStatement) -> str | None:
    """The day of the words, if the graph tells one day."""
    earliest, latest = each.row["said_earliest"], each.row["said_latest"]
    return earliest if earliest == latest else None


def _same_addressee(
    whole: Annotation, gold: GoldStatement, told: Told, article: ToldArticle, each: ToldStatement
) -> bool:
    names = told.names_by_label(article, each.row["addressee_name"])
    actor = whole.actor(gold.to)
    return bool(names & actor.names) if actor else not names


def _first(gold: GoldStatement) -> Span | None:
    return gold.spans[0] if gold.spans else None
