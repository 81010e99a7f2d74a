"""Time words against an article of Wednesday, 13 March 2019."""

from datetime import date

import pytest

from kg.extract.times import find_times, when_of

PUBLISHED = date(2019, 3, 13)  # a Wednesday


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


CASES = [
    # words, earliest, latest, relation, why
    ("Rebels fired on the port on Tuesday.", "2019-03-12", "2019-03-12", "point", "the latest Tuesday"),
    ("Rebels fired on the port on Wednesday.", "2019-03-13", "2019-03-13", "point", "the day of publication itself"),
    ("Rebels fired on the port on Thursday.", "2019-03-07", "2019-03-07", "point", "not in the future"),
    ("They will meet on Thursday.", "2019-03-14", "2019-03-14", "point", "a verb of the future looks ahead"),
    ("The port fell late on Tuesday.", "2019-03-12", "2019-03-12", "point", "parts of a day are the day"),
    ("The port was shelled overnight.", "2019-03-12", "2019-03-13", "point", "either side of midnight"),
    ("The port was shelled overnight Monday.", "2019-03-11", "2019-03-12", "point", "may be after midnight"),
    ("They fought from Monday to Wednesday.", "2019-03-11", "2019-03-13", "point", "both ends"),
    ("They fought from Tuesday night into Wednesday morning.", "2019-03-12", "2019-03-13", "point", "across midnight"),
    ("The port fell yesterday.", "2019-03-12", "2019-03-12", "point", "the day before"),
    ("The port fell last week.", "2019-03-04", "2019-03-10", "point", "Monday to Sunday of the week before"),
    ("The port fell this week.", "2019-03-11", "2019-03-13", "point", "not later than the article"),
    ("The port fell last month.", "2019-02-01", "2019-02-28", "point", "the calendar month before"),
    ("The port fell early this month.", "2019-03-01", "2019-03-10", "point", "its first third"),
    ("The port fell last year.", "2018-01-01", "2018-12-31", "point", "the calendar year before"),
    ("They have fought since early February.", "2019-02-01", "2019-03-13", "since", "from its first day until now"),
    ("They have fought since June.", "2018-06-01", "2019-03-13", "since", "from its first day until now"),
    ("The port fell on Friday 10 June 2016.", "2016-06-10", "2016-06-10", "point", "a date with its weekday"),
    ("The port fell on Sunday March 10.", "2019-03-10", "2019-03-10", "point", "so without a year"),
    ("The war began in September.", "2018-09-01", "2018-09-30", "point", "the latest September that has begun"),
    ("The war began in March.", "2019-03-01", "2019-03-13", "point", "this month, until now"),
    ("The port fell on 10 June.", "2018-06-10", "2018-06-10", "point", "the latest such day"),
    ("The port fell on June 10, 2016.", "2016-06-10", "2016-06-10", "point", "a full date"),
    ("They fought between 3 and 5 May.", "2018-05-03", "2018-05-05", "point", "a range of days"),
    ("The war began in 2013.", "2013-01-01", "2013-12-31", "point", "a year"),
    ("The war began in late August 2013.", "2013-08-21", "2013-08-31", "point", "the last third of a month"),
    ("The port fell three days ago.", "2019-03-10", "2019-03-10", "point", "days are exact"),
    ("The port fell two weeks ago.", "2019-02-24", "2019-03-02", "point", "weeks leave three days on each side"),
    ("Many fled in recent weeks.", "", "2019-03-13", "span", "open to the past"),
    ("They have fought for the past six years.", "2013-03-13", "2019-03-13", "span", "six years back"),
    ("They shelled it for the fourth straight day.", "2019-03-10", "2019-03-13", "span", "today is the fourth"),
    ("They held the port until Sunday.", "", "2019-03-10", "until", "open to the past"),
    ("Fighting on Saturday and Sunday killed six.", "2019-03-09", "2019-03-10", "point", "both days"),
    ("The port fell in August last year.", "2018-08-01", "2018-08-31", "point", "a month of last year"),
    ("Two months of fighting ruined the port.", "2018-12-28", "2019-03-13", "point", "so long until now, roughly"),
    ("It ended a three-week siege of the port.", "2019-02-16", "2019-03-13", "point", "so long until now, roughly"),
    ("Tuesdays strike hit the port.", "2019-03-12", "2019-03-12", "point", "the apostrophe is lost"),
    ("They left before Sunday.", "", "2019-03-09", "before", "the day itself is out"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "earliest", "latest", "relation", "why"), CASES, ids=[case[0] for case in CASES])
def test_time_words_are_resolved(parse, text, earliest, latest, relation, why):
    found = find_times(parse(text, published=PUBLISHED))
    assert [(words.when.earliest, words.when.latest, words.relation) for words in found] == [
        (day(earliest), day(latest), relation)
    ], why


@pytest.mark.parametrize(
    "text",
    [
        "Rebels fired on the port on Tuesday.",
        "The port fell last week.",
        "The war began in September.",
        "The port fell three days ago.",
    ],
)
def test_without_a_date_of_publication_relative_words_stay_unresolved(parse, text):
    assert find_times(parse(text)) == ()


def test_a_full_date_needs_no_date_of_publication(parse):
    (words,) = find_times(parse("The port fell on 10 June 2016."))
    assert (words.when.earliest, words.when.latest) == (date(2016, 6, 10), date(2016, 6, 10))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("A 22-year-old fighter died.", "an age"),
        ("They fought for six years.", "a mere duration"),
        ("They may attack the port.", "the verb, not the month"),
        ("About 2013 people fled.", "a number of people"),
        ("The march reached the port.", "the noun, not the month"),
    ],
)
def test_other_numbers_and_words_are_no_times(parse, text, why):
    assert find_times(parse(text, published=PUBLISHED)) == (), why


ATTACHED = [
    # text, word, the words of its time, why
    ("Rebels shelled the port on Monday, an official said on Tuesday.", "shelled", "Monday", "its own time"),
    ("Rebels shelled the port on Monday, an official said on Tuesday.", "said", "Tuesday", "not that of the shelling"),
    ("An official said on Tuesday that rebels had shelled the port.", "shelled", None, "the time is that of saying"),
    ("Rebels launched an attack on Monday.", "attack", "Monday", "the verb carries the attack"),
    ("Six people were killed on Monday in an attack.", "attack", "Monday", "the verb tells what the attack did"),
    ("The clashes that began on Monday killed six.", "clashes", "Monday", "the clause on the noun"),
    ("Six were killed on Monday and two were injured in a raid.", "raid", "Monday", "one raid befell all of them"),
    (
        "The army took Goma last year and is involved in an offensive near it.",
        "offensive",
        None,
        "what it is involved in goes on",
    ),
    ("The fall of the port would end a four-year campaign.", "fall", None, "so long was the campaign, not the fall"),
    ("He arrived on Monday for an inquiry into the raid.", "raid", None, "the inquiry, not the raid, is on Monday"),
    (
        "It has been calm since Monday, when rebels stormed it.",
        "stormed",
        "since Monday",
        "the clause tells of that day",
    ),
    ("The army took Goma on Monday after besieging it.", "besieging", None, "the siege came before"),
    ("Troops left Homs on Monday, three days after a truce began.", "truce", None, "the truce came before"),
]


@pytest.mark.parametrize(("text", "word", "time", "why"), ATTACHED, ids=[f"{case[1]}: {case[0]}" for case in ATTACHED])
def test_a_time_belongs_to_the_verb_it_hangs_on(parse, text, word, time, why):
    parsed = parse(text, published=PUBLISHED)
    token = next(token for token in parsed.tokens if token.text == word)
    when = when_of(token, find_times(parsed), parsed)
    assert (None if when is None else parsed.words(when.span)) == time, why


def test_what_was_done_since_a_time_was_done_at_its_beginning(parse):
    parsed = parse("Aden has been divided since mid-2012 when rebels seized the port.", published=PUBLISHED)
    token = next(token for token in parsed.tokens if token.text == "seized")
    when = when_of(token, find_times(parsed), parsed)
    assert when is not None
    assert (when.earliest, when.latest) == (day("2012-05-01"), day("2012-08-31"))


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("On Monday it is claimed that jets bombed the port.", True),
        ("On Monday it was said that jets bombed the port.", False),
    ],
)
def test_the_day_of_what_is_merely_claimed_is_that_of_the_event(parse, text, dated):
    parsed = parse(text, published=PUBLISHED)
    bombed = next(token for token in parsed.tokens if token.text == "bombed")
    assert (when_of(bombed, find_times(parsed), parsed) is not None) is dated
