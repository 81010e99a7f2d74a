"""Actors against articles annotated whole: who is there, of which type, tied to whom, and each as one node."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kg.model import Span
from kg.score.annotation import Annotation, GoldActor, GoldAffiliation
from kg.score.gold import Gold, GoldArticle
from kg.score.matching import Pairs, match
from kg.score.one_node import Found, count_nodes, count_nodes_over_articles
from kg.score.sheet import Count, Sheet, Shown, tick_detail, tick_matched
from kg.score.spans import occurrences, words_of
from kg.score.statements import PRONOUNS
from kg.score.told import Told, ToldArticle, ToldTie, values_of

QUESTIONS = ("actors", "mentions", "affiliations")

_WORD = re.compile(r"\w+")
_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_SMALL = 3
# "Around 600 Syrians including 136 children" does not speak of children alone
_NEXT_HEAD = frozenset({"including", "among", "from", "in", "on", "at", "with", "near", "by", "and"})
# "deputy commander" is not "commander", though all the words of the one are in the other
_OTHER_OFFICE = frozenset({"deputy", "vice", "assistant", "former", "ex", "acting", "under"})


def holds(article: GoldArticle) -> bool:
    """Is there anything in the gold to score actors by?"""
    return article.whole is not None


def score(gold: Gold, told: Told) -> Iterator[Sheet]:
    """One sheet an article.

    An actor is found if the article mentions a told actor that shares a name with it, or, where the told actor has no
    proper name, that is mentioned at one of its forms; one to one. Classes are the types.
    """
    wholes = ((article, article.whole) for article in gold.articles if article.whole is not None)
    found = [_find(article, whole, told, told.article(article.id)) for article, whole in wholes]
    sheets = {each.article.id: Sheet(each.article.id, each.article.text) for each in found}
    for each in found:
        sheet = sheets[each.article.id]
        _score_actors(sheet, each, told)
        count_nodes(sheet, each, told)
        _score_affiliations(sheet, each, told)
    count_nodes_over_articles(sheets, found, named=is_proper)
    yield from sheets.values()


def is_proper(name: str) -> bool:
    """Is it a proper name: "Islamic State", "al-Qaida", "SDF", but not "the Syrian army", "A bomber", "AFP reporter"?

    Apart from an article before it, its last word begins with a capital letter, and so do all of more than three
    letters ("Syrian Observatory for Human Rights").
    """
    words = _WORD.findall(_ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name)
    return bool(words) and words[-1][0].isupper() and all(len(w) <= _SMALL or not w[0].islower() for w in words)


def likeness(actor: GoldActor, told: Told, article: ToldArticle, iri: str, text: str) -> float:
    """How well a told actor goes with one of the gold: the names that they share, and the places where both stand.

    Each name counts 1, the places together less than 1: "people" of one sentence are told from those of another by
    where they stand. A told actor without a proper name needs no name shared, if it is mentioned at a form of the gold
    one, both with the same beginning or end: "A suicide bomber" for "A suicide bomber on a motorcycle".
    """
    shared = len((actor.names & told.names(article, iri)) - PRONOUNS)
    forms = [span for form in actor.forms for span in occurrences(text, form)]
    mentions = [mention for mention in article.mentions if mention.refers_to == iri]
    together = sum(any(_share_an_edge(mention.span, form, text) for form in forms) for mention in mentions)
    if not shared and any(is_proper(name) for name in _told_names(told, iri)):
        return 0.0
    return shared + together / (1 + together)


def _share_an_edge(one: Span, other: Span, text: str) -> bool:
    """Do both begin with the same word, or end with it, the longer one without a further phrase before it?"""
    first, second = _bare(one, text), _bare(other, text)
    if first.start == second.start:
        return True
    before = words_of(text[min(first.start, second.start) : max(first.start, second.start)])
    return first.end == second.end and not _NEXT_HEAD & set(before)


def _bare(span: Span, text: str) -> Span:
    """The span without an article before its words."""
    article = _ARTICLE.match(text, span.start, span.end)
    return Span(article.end(), span.end) if article and article.end() < span.end else span


def _told_names(told: Told, iri: str) -> tuple[str, ...]:
    thing = told.actors.get(iri)
    return (thing.name, *values_of(thing.row["aliases"])) if thing else ()


def _find(article: GoldArticle, whole: Annotation, told: Told, answer: ToldArticle) -> Found:
    mentioned = (mention.refers_to for mention in answer.mentions)
    iris = tuple(dict.fromkeys(iri for iri in mentioned if iri is not None and iri in told.actors))

    def alike(actor: GoldActor, iri: str) -> float:
        return likeness(actor, told, answer, iri, article.text)

    return Found(article, whole, answer, iris, match(whole.actors, iris, alike))


def _score_actors(sheet: Sheet, found: Found, told: Told) -> None:
    def show_gold(actor: GoldActor) -> Shown:
        first = next((span for form in actor.forms for span in occurrences(sheet.text, form)), None)
        return Shown(f"{actor.name} ({actor.type})", first, actor.type)

    def show_told(iri: str) -> Shown:
        first = next(mention.span for mention in found.told.mentions if mention.refers_to == iri)
        thing = told.actors[iri]
        return Shown(f"{thing.name} ({thing.kind or 'of no type'})", first, thing.kind or "of no type")

    golds, iris, pairs = found.whole.actors, found.iris, found.pairs
    tick_matched(sheet, "actors", golds, iris, pairs, show_gold=show_gold, show_told=show_told)
    _count_named(sheet, golds, [_told_names(told, iri) for iri in iris], pairs)
    tick_detail(
        sheet, "actors + type", golds, iris, pairs,
        right=lambda actor, iri: actor.type == told.actors[iri].kind,
        show_gold=show_gold,
        show_told=show_told,
    )  # fmt: skip


def _count_named(sheet: Sheet, golds: Sequence[GoldActor], told: Sequence[tuple[str, ...]], pairs: Pairs) -> None:
    """Counts those with a proper name; their misses and inventions stand among those of all actors."""
    found, used = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, actor in enumerate(golds):
        if any(is_proper(name) for name in actor.forms):
            sheet.count("named actors", Count(gold=1, right_gold=i in found))
    for j, names in enumerate(told):
        if any(is_proper(name) for name in names):
            sheet.count("named actors", Count(told=1, right_told=j in used))


@dataclass(frozen=True, slots=True)
class _Ends:
    """Whether an affiliation told has the ends of one of the gold."""

    found: Found
    alike: Callable[[GoldActor, str], float]

    def __call__(self, gold: GoldAffiliation, tie: ToldTie) -> float:
        ends = ((gold.person, tie.subject), (gold.org, tie.object))
        actors = ((self.found.whole.actor(id_), iri) for id_, iri in ends)
        if not all(actor is not None and self.alike(actor, iri) > 0 for actor, iri in actors):
            return 0.0
        return 1.5 if same_role(gold.role, tie.row["role"]) else 1.0


def _score_affiliations(sheet: Sheet, found: Found, told: Told) -> None:
    golds, ties = found.whole.affiliations, found.told.affiliations
    names = {actor.id: actor.name for actor in found.whole.actors}

    def show_gold(gold: GoldAffiliation) -> Shown:
        words = f"{names[gold.person]}, {gold.role or 'no role'}, {names[gold.org]}"
        return Shown(words, gold.evidence[0] if gold.evidence else None)

    def show_told(tie: ToldTie) -> Shown:
        first = next((each.span for each in found.told.mentions if each.refers_to == tie.subject), None)
        row = tie.row
        return Shown(f"{row['person_name']}, {row['role'] or 'no role'}, {row['organisation_name']}", first)

    ends = _Ends(found, lambda actor, iri: likeness(actor, told, found.told, iri, sheet.text))
    pairs = match(golds, ties, ends)
    tick_matched(sheet, "affiliations", golds, ties, pairs, show_gold=show_gold, show_told=show_told)
    tick_detail(
        sheet, "affiliations + role", golds, ties, pairs,
        right=lambda gold, tie: same_role(gold.role, tie.row["role"]),
        show_gold=show_gold,
        show_told=show_told,
    )  # fmt: skip


def same_role(gold: str | None, told: str | None) -> bool:
    """Are both one role: the same words, or one told longer ("minister" and "foreign minister"); or is there none?

    A word that makes another office of it ("deputy") must be in both.
    """
    first, second = frozenset(words_of(gold or "")), frozenset(words_of(told or ""))
    if not first or not second:
        return not first and not second
    return (first <= second or second <= first) and not (first ^ second) & _OTHER_OFFICE
