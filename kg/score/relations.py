"""Ties between actors, against the relations of re3d that mean the same."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.model import Span
from kg.resources import read_table
from kg.score.gold import Gold, GoldArticle
from kg.score.matching import match
from kg.score.raw_spans import rows_of, to_span
from kg.score.same_thing import count_same_things, hull
from kg.score.sheet import Count, Fault, Sheet
from kg.score.spans import normal, words_of
from kg.score.told import Told, ToldArticle, ToldTie

QUESTIONS = ("mentions", "affiliations", "relations")
SURE = 0.5
ACTORS = frozenset({"Organisation", "Person"})
NAMED = ACTORS | {"Location"}
SAME = "IsSynonymOf"

Ends = tuple[Span, Span]


@dataclass(frozen=True, slots=True)
class _Relation:
    """A row of the layer: its type, its ends, and how sure its annotators were."""

    type: str
    ends: Ends
    confidence: float


@dataclass(frozen=True, slots=True)
class _Tie:
    """A relation of an article, however often annotated: all the pairs of spans for one pair of words."""

    type: str
    places: tuple[Ends, ...]

    @property
    def cls(self) -> str:
        return str(_rules()[self.type]["relation"])


@dataclass(frozen=True, slots=True)
class _Told:
    """A tie of one class between two actors, as an article tells it, however many words and rows there are for it."""

    subject: str
    cls: str
    object: str
    rows: tuple[ToldTie, ...]

    @property
    def is_affiliation(self) -> bool:
        return all(row.relation is None for row in self.rows)


def holds(article: GoldArticle) -> bool:
    """Is there anything in the gold to score relations by?"""
    return "relations" in article.layers and "entities" in article.layers


def score(gold: Gold, told: Told) -> Iterator[Sheet]:
    """One sheet an article; classes are the relations of the named question.

    Counted are relations with an organisation or a person at both ends. The same relation between the same words counts
    once in an article, so does a tie between the same two actors. They go together if the relation means the same and a
    mention of either actor overlaps the words at its end, whichever way round where the relation has no direction. A
    pronoun that nothing told refers from is overlapped by a tie whose own words hold it. A tie may find several
    relations ("ISIL", "ISIL targets"), but is right once; a relation that two ties tell is found once, and one of them
    is wrong. Left out are told ties that go only with rows that are not counted, and affiliations that go with none:
    re3d takes a person's post for a name of the person.
    """
    for article in gold.articles:
        if not holds(article):
            continue
        sheet, answer = Sheet(article.id, article.text), told.article(article.id)
        kinds = _kinds(article)
        rows = tuple(_relations(article))
        ties = [row for row in rows if row.type != SAME]
        between = [row for row in ties if _between(row, kinds, ACTORS)]
        _score_ties(sheet, "relations", [row for row in between if row.confidence >= SURE], ties, answer)
        _score_ties(sheet, "relations, all annotations", between, ties, answer)
        sames = (row for row in rows if row.type == SAME and row.confidence >= SURE)
        same = [row.ends for row in sames if _between(row, kinds, NAMED)]
        named = [span for span, types in _kinds(article, at_least=SURE).items() if types & NAMED]
        count_same_things(sheet, same, named, answer)
        yield sheet


def _table() -> dict[str, Any]:
    return read_table("score_relations.toml")


def _rules() -> Mapping[str, Mapping[str, Any]]:
    """By relation of re3d: what says the same."""
    rules: Mapping[str, Mapping[str, Any]] = _table()["relations"]
    return rules


def _relations(article: GoldArticle) -> Iterator[_Relation]:
    known = {*_rules(), SAME}
    for where, row in rows_of(article, "relations"):
        ends = (to_span(where, row.get("source"), article.text), to_span(where, row.get("target"), article.text))
        if str(row.get("type")) in known:
            yield _Relation(row["type"], ends, _confidence(row))


def _confidence(row: Mapping[str, Any]) -> float:
    given = row.get("confidence")
    return float(given) if isinstance(given, int | float) else 1.0


def _kinds(article: GoldArticle, *, at_least: float = 0.0) -> dict[Span, frozenset[str]]:
    """The types that the entities at each span have, those of which the annotators were sure enough."""
    kinds: dict[Span, set[str]] = defaultdict(set)
    for where, row in rows_of(article, "entities"):
        span = to_span(where, [row.get("start"), row.get("end")], article.text)
        if _confidence(row) >= at_least:
            kinds[span].add(str(row.get("type")))
    return {span: frozenset(types) for span, types in kinds.items()}


def _between(row: _Relation, kinds: Mapping[Span, frozenset[str]], wanted: frozenset[str]) -> bool:
    return all(kinds.get(span, frozenset()) & wanted for span in row.ends)


def _score_ties(
    sheet: Sheet, measure: str, rows: Iterable[_Relation], annotated: Iterable[_Relation], answer: ToldArticle
) -> None:
    def goes(gold: _Tie, tie: _Told) -> float:
        return float(_goes_with(gold, tie, answer, sheet.text))

    golds, every = _grouped(sheet.text, rows), _grouped(sheet.text, annotated)
    ties = [tie for tie in _told_ties(answer) if _is_decided(tie, golds, every, goes)]
    used = {j for _, j in match(golds, ties, goes)}
    for gold in golds:
        found = any(goes(gold, tie) for tie in ties)
        _count(sheet, measure, gold.cls, Count(gold=1, right_gold=found))
        if not found:
            source, target = gold.places[0]
            words = f"{source.of(sheet.text)} — {gold.type} — {target.of(sheet.text)}"
            sheet.case(measure, Fault.MISSED, hull(source, target), expected=words, cls=gold.cls)
    for j, tie in enumerate(ties):
        _count(sheet, measure, tie.cls, Count(told=1, right_told=j in used))
        if j not in used:
            sheet.case(measure, Fault.INVENTED, _seen(tie, answer), told=_words(tie), cls=tie.cls)


def _is_decided(tie: _Told, golds: Iterable[_Tie], every: Iterable[_Tie], goes: Callable[[_Tie, _Told], float]) -> bool:
    """Can the gold tell whether the tie is right?"""
    if any(goes(gold, tie) for gold in golds):
        return True
    return not tie.is_affiliation and not any(goes(gold, tie) for gold in every)


def _count(sheet: Sheet, measure: str, cls: str, count: Count) -> None:
    sheet.count(measure, count)
    sheet.count(measure, count, cls)


def _grouped(text: str, rows: Iterable[_Relation]) -> list[_Tie]:
    places: dict[tuple[str, tuple[str, ...]], list[Ends]] = defaultdict(list)
    for row in rows:
        names = [normal(span.of(text)) for span in row.ends]
        key = tuple(names if _rules()[row.type]["directed"] else sorted(names))
        places[row.type, key].append(row.ends)
    return [_Tie(type_, tuple(ends)) for (type_, _), ends in places.items()]


def _told_ties(answer: ToldArticle) -> list[_Told]:
    """The ties told; that somebody commands and that it is the commander is one."""
    rows: dict[tuple[str, str, str], list[ToldTie]] = defaultdict(list)
    for tie in (*answer.relations, *answer.affiliations):
        ends = (tie.subject, tie.object)
        subject, object_ = ends if _is_directed(tie) else sorted(ends)
        what = _what(tie)
        rows[subject, _table()["classes"].get(what, what), object_].append(tie)
    return [_Told(*key, tuple(ties)) for key, ties in rows.items()]


def _is_directed(tie: ToldTie) -> bool:
    of_it = (rule["directed"] for rule in _rules().values() if rule["relation"] == tie.relation)
    return bool(next(of_it, True))


def _what(tie: ToldTie) -> str:
    if tie.relation is not None:
        return tie.relation
    role, words = set(words_of(tie.row["role"] or "")), _table()["words"]
    leads = role & set(words["leading"]) and not role & set(words["not_leading"])
    return "leading affiliation" if leads else "affiliation"


def _goes_with(gold: _Tie, tie: _Told, answer: ToldArticle, text: str) -> bool:
    rule = _rules()[gold.type]
    if not any(_what(row) in rule["told"] for row in tie.rows):
        return False
    evidence = tuple(row.span for row in tie.rows if row.span)

    def at(iri: str, span: Span) -> bool:
        there = {mention.refers_to for mention in answer.mentions if mention.span.overlaps(span)} - {None}
        if not there and normal(span.of(text)) in _table()["words"]["pronouns"]:
            return any(words.covers(span) for words in evidence)
        return iri in there

    return any(
        (at(tie.subject, source) and at(tie.object, target))
        or (not rule["directed"] and at(tie.subject, target) and at(tie.object, source))
        for source, target in gold.places
    )


def _seen(tie: _Told, answer: ToldArticle) -> Span | None:
    spans = [row.span for row in tie.rows if row.span]
    return spans[0] if spans else next((m.span for m in answer.mentions if m.refers_to == tie.subject), None)


def _words(tie: _Told) -> str:
    row = tie.rows[0].row
    if tie.rows[0].relation is None:
        return f"{row['person_name']} — {row['role'] or 'no role'} — {row['organisation_name']}"
    return f"{row['subject_name']} — {row['relation']} — {row['object_name']}"
