"""Baseline: the events and statements of the spaCy baselines, dated by the first date that dateparser finds nearby.

    python benchmarks/baselines/dateparser_search.py GOLD -o answers.json

`dateparser.search.search_dates` reads the sentence, relative to the article's day; an article without one gives only
dates that are written out in full. Events of one kind, place and day are one event, in whatever article; for this
alone, an event without a date is of the article's day.
Needs `dateparser` (`pip install dateparser==1.5.0`); nothing else here does.
"""

from datetime import datetime
from typing import Any

from answers import CONFLICT, Answers, parse, run
from quotes import add_said, find_clauses, find_quotes
from spacy.tokens import Span
from spacy_entities import add_entities
from spacy_svo import add_event

from kg.score import Gold, GoldArticle

FULL = {"PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["day", "month", "year"]}


def answer(gold: Gold) -> Answers:
    """Entities, events with one node a happening, reports and statements, with their days."""
    answers = Answers(gold)
    for article, doc in parse(gold):
        add_entities(answers, article, doc)
        days: dict[int, str | None] = {}
        for verb in doc:
            if verb.pos_ == "VERB" and verb.lemma_.lower() in CONFLICT:
                row = add_event(answers, article, verb)
                if row is not None:
                    day = _day(verb.sent, article, days)
                    row |= {"earliest": day, "latest": day}
        for said in (*find_quotes(doc), *find_clauses(doc)):
            day = _day(said.cue.sent, article, days)
            add_said(answers, article, said).update(said_earliest=day, said_latest=day)
    return joined(answers)


def day_in(words: str, published: str | None) -> str | None:
    """The first day that is found in the words."""
    from dateparser.search import search_dates  # type: ignore[import-untyped]

    settings: dict[str, Any] = dict(FULL)
    if published is not None:
        settings = {"RELATIVE_BASE": datetime.fromisoformat(published[:10])}
    found = search_dates(words, languages=["en"], settings=settings) or ()
    return next((moment.date().isoformat() for _, moment in found), None)


def _day(sentence: Span, article: GoldArticle, days: dict[int, str | None]) -> str | None:
    if sentence.start not in days:
        days[sentence.start] = day_in(sentence.text, article.row.get("published"))
    return days[sentence.start]


def joined(answers: Answers) -> Answers:
    """Gives the reports of one kind, place and day one event."""
    rows = {row["event"]: row for row in answers.rows.get("events", ())}
    published = {row["document"]: (row["published"] or "")[:10] for row in answers.rows["documents"]}
    first: dict[tuple[Any, ...], str] = {}
    for report in answers.rows.get("reports", ()):
        event = rows[report["event"]]
        event |= {"earliest": report["earliest"], "latest": report["latest"]}
        same = (event["kind"], report["place_name"], report["earliest"] or published[report["document"]])
        if all(same):
            report["event"] = first.setdefault(same, report["event"])
    kept = {report["event"] for report in answers.rows.get("reports", ())}
    answers.rows["events"] = [row for name, row in rows.items() if name in kept]
    return answers


if __name__ == "__main__":
    run(answer, __doc__)
