"""Patterns of time words, each with the function that says which days they stand for."""

import re

from kg.extract import times_resolve as resolve
from kg.extract.times_resolve import ORDINALS, Resolver

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_LONG_MONTH = r"January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = rf"(?:{_LONG_MONTH}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:1[89]|20)\d\d"
_HOUR = r"(?:early |late |mid-?)?(?:morning|afternoon|evening|night|dawn|midday|noon)"
_PART = r"early|mid|late|(?:the )?(?:beginning|start|middle|end) of"
_NUMBER = (
    r"\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|eighteen|twenty"
    r"|twenty-four|48|72|several|few|couple of|some"
)
_UNIT = r"(?P<unit>hour|day|week|month|year)(?P<many>s)?"
_TO = r"(?:and|to|until|till|through)"
_DATE_1, _DATE_2 = rf"(?P<day>{_DAY})", rf"(?P<day2>{_DAY})"
_MONTH_1, _MONTH_2 = rf"(?P<month>{_MONTH})", rf"(?P<month2>{_MONTH})"
_YEAR_1, _YEAR_2, _IN_YEAR = rf"(?P<year>{_YEAR})\b", rf"(?P<year2>{_YEAR})\b", rf"(?:,? (?P<year>{_YEAR})\b)?"
_WEEKDAY_1, _WEEKDAY_2 = rf"(?P<weekday>{_WEEKDAY})(?: {_HOUR})?", rf"(?P<weekday2>{_WEEKDAY})(?: {_HOUR})?"
_ON_WEEKDAY = rf"(?:{_WEEKDAY},? (?:the )?)?"
_YEAR_WORDS = (
    "in",
    "In",
    "since",
    "Since",
    "until",
    "by",
    "By",
    "of",
    "during",
    "from",
    "the",
    "The",
    "a",
    "its",
    "before",
    "after",
)
_BEFORE_YEAR = "|".join(rf"(?<=\b{word} )" for word in _YEAR_WORDS)
_BEFORE_MONTH = (
    r"[Ii]n|[Ss]ince|until|till|by|[Dd]uring|throughout|from|last|this|next|of|before|after|a|an|the|that|its|their"
    r"|around|between|and"
)
_NO_COUNT = r"(?![,.]\d|%| (?:people|civilians|fighters|troops|soldiers|men|families|members|others))"
_DAY_WORD = (
    r"[Tt]he day before yesterday|[Ll]ast (?:night|evening)|[Tt]his (?:morning|afternoon|evening)|[Tt]oday|[Tt]onight"
    r"|[Yy]esterday(?: morning| afternoon| evening)?|[Tt]omorrow"
)

_FIGHT = r"(?:fighting|battles?|siege|blockade|clashes|combat|offensive|campaign|bombardment|shelling)\b"

_ATTACK = r"(?:(?:air)?strike|attack|assault|raid|bombing|shelling|blast|explosion|ambush|clash|massacre|killing)"

_TABLE: tuple[tuple[str, str, Resolver], ...] = (
    # "between 3 and 5 May 2016", "from 3 to 5 May"
    ("times.day-range", rf"(?:between|from) {_DATE_1} {_TO} {_DATE_2} {_MONTH_1}{_IN_YEAR}", resolve.day_range),
    # "from May 30 to June 2", "between May 3 and May 5, 2016"
    (
        "times.day-range",
        rf"(?:between|from) {_MONTH_1} {_DATE_1} {_TO} {_MONTH_2} {_DATE_2}\b{_IN_YEAR}",
        resolve.day_range,
    ),
    # "from 30 May to 2 June"
    (
        "times.day-range",
        rf"(?:between|from) {_DATE_1} {_MONTH_1} {_TO} {_DATE_2} {_MONTH_2}{_IN_YEAR}",
        resolve.day_range,
    ),
    # "May 3-5", "between May 3 and 5"
    (
        "times.day-range",
        rf"(?:between )?{_MONTH_1} {_DATE_1}(?:\s?[-–]\s?| to | and ){_DATE_2}\b(?![,.]\d){_IN_YEAR}",
        resolve.day_range,
    ),
    # "3-5 May"
    ("times.day-range", rf"{_DATE_1}\s?[-–]\s?{_DATE_2} {_MONTH_1}{_IN_YEAR}", resolve.day_range),
    # "10 June 2016", "Friday the 10th of June, 2016"
    ("times.full-date", rf"{_ON_WEEKDAY}{_DATE_1}(?: of)? {_MONTH_1},? {_YEAR_1}", resolve.full),
    # "June 10, 2016", "Friday June 10 2016"
    ("times.full-date", rf"{_ON_WEEKDAY}{_MONTH_1} {_DATE_1},? {_YEAR_1}", resolve.full),
    # "2016-06-10"
    ("times.full-date", r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", resolve.iso),
    # "late August 2013", "at the end of August 2013", "August of 2013"
    ("times.month-year", rf"(?:(?P<part>{_PART})[ -])?{_MONTH_1}(?:,| of)? {_YEAR_1}", resolve.month_year),
    # "on 10 June", "the 10th of June"
    ("times.month-day", rf"{_ON_WEEKDAY}{_DATE_1}(?: of)? {_MONTH_1}(?![\w'’-])", resolve.month_day),
    # "June 10", "Friday June 10"
    ("times.month-day", rf"{_ON_WEEKDAY}{_MONTH_1} {_DATE_1}\b(?![,.:]\d|[%:])", resolve.month_day),
    # "from 2011 to 2016", "between 2011 and 2016", "2011-2016"
    ("times.year-range", rf"(?:between|from) {_YEAR_1} {_TO} {_YEAR_2}", resolve.year_range),
    ("times.year-range", rf"{_YEAR_1}\s?[-–]\s?{_YEAR_2}", resolve.year_range),
    # "in the summer of 2014"
    ("times.season", rf"(?P<season>spring|summer|autumn|fall|winter)(?: of|,)? {_YEAR_1}", resolve.year),
    # "since late 2013"
    ("times.year", rf"(?P<part>{_PART})[ -]{_YEAR_1}{_NO_COUNT}", resolve.year),
    # "in 2013", "the 2013 offensive"
    ("times.year", rf"(?:{_BEFORE_YEAR}){_YEAR_1}{_NO_COUNT}", resolve.year),
    # "from Monday to Wednesday", "between Monday and Wednesday"
    (
        "times.weekday-range",
        rf"(?:between|from) {_WEEKDAY_1} {_TO} (?:early |late )?{_WEEKDAY_2}",
        resolve.weekday_range,
    ),
    # "Tuesday night into Wednesday morning"
    (
        "times.weekday-range",
        rf"{_WEEKDAY_1},? (?:(?:and )?(?:in)?to|through|until) (?:early |late )?{_WEEKDAY_2}",
        resolve.weekday_range,
    ),
    # "on Saturday and Sunday"
    ("times.weekday-range", rf"(?<=\b[Oo]n ){_WEEKDAY_1} and {_WEEKDAY_2}(?! night)", resolve.weekday_range),
    # "overnight into Wednesday"
    ("times.into-weekday", rf"overnight (?:in)?to (?:early )?{_WEEKDAY_1}", resolve.into_weekday),
    # "overnight Monday", "on Monday overnight"
    ("times.weekday-overnight", rf"(?P<night>overnight) (?:on )?(?P<weekday>{_WEEKDAY})", resolve.weekday),
    ("times.weekday-overnight", rf"(?P<weekday>{_WEEKDAY}) (?P<night>overnight)", resolve.weekday),
    # "Tuesdays strike": the apostrophe may be lost; but "on Tuesdays"
    (
        "times.weekday",
        rf"(?<!on )(?<!every )(?P<weekday>{_WEEKDAY})s(?= (?:deadly |air |drone |bomb |car |suicide )*{_ATTACK})",
        resolve.weekday,
    ),
    # "late on Tuesday", "last Friday", "Tuesday night"
    (
        "times.weekday",
        rf"(?:(?:late|early|earlier|later) (?:on )?)?(?:(?P<which>last|next|this|past) )?{_WEEKDAY_1}",
        resolve.weekday,
    ),
    # "the day before yesterday", "last night", "this morning", "earlier today"
    ("times.day-word", rf"(?:(?:late|early|earlier|later) )?(?P<word>{_DAY_WORD})", resolve.day_word),
    ("times.overnight", r"(?P<word>[Oo]vernight)", resolve.day_word),
    # "in late August last year"
    (
        "times.month-of-year",
        rf"(?:(?P<part>{_PART})[ -])?{_MONTH_1},? (?:of )?(?P<which>last|this) year",
        resolve.month_of_unit,
    ),
    # "a four-month siege", "after five weeks of heavy fighting"
    (
        "times.so-long",
        rf"(?P<number>(?i:{_NUMBER}))[ -](?P<unit>day|week|month|year)(?:s|-long)?"
        rf"(?: of(?= (?:\w+ )?{_FIGHT})|(?= {_FIGHT}))",
        resolve.so_long,
    ),
    # "early last month", "later this week", "last year", "at the end of last month"
    (
        "times.calendar-unit",
        rf"(?:(?P<part>{_PART}) |earlier |later )?(?P<which>[Ll]ast|[Tt]his|[Nn]ext|coming) "
        r"(?P<unit>weekend|week|month|year)(?!-)",
        resolve.unit,
    ),
    # "over the weekend"
    ("times.weekend", r"(?:over|at|on|during) the weekend", resolve.the_weekend),
    # "two weeks ago", "a year ago"
    ("times.ago", rf"(?P<number>{_NUMBER}) {_UNIT} ago", resolve.ago),
    # "for the past six years", "in the last 24 hours", "over the past week"
    (
        "times.past-span",
        rf"(?:the|these) (?:past|last|previous) (?:(?P<number>{_NUMBER}|many)[ -])?{_UNIT}(?! of )",
        resolve.past,
    ),
    # "in recent weeks"
    (
        "times.recent",
        r"(?:in|over|during|for|of) (?:the )?(?:more )?recent (?:hours|days|weeks|months|years)",
        resolve.recent,
    ),
    # "for the fourth straight day"
    (
        "times.straight-day",
        rf"for (?:the|a) (?P<ordinal>{'|'.join(ORDINALS)}) (?:straight|consecutive|successive|running) {_UNIT}",
        resolve.straight,
    ),
    # "in September", "since early February", "last March", "the September agreement"
    (
        "times.month",
        rf"(?:(?P<part>{_PART})[ -]|\b(?:{_BEFORE_MONTH}) )(?P<month>{_LONG_MONTH})(?! \d| Day|['’])",
        resolve.bare_month,
    ),
)

PATTERNS: tuple[tuple[str, re.Pattern[str], Resolver], ...] = tuple(
    (rule, re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)"), resolver) for rule, pattern, resolver in _TABLE
)
WORTH_A_LOOK = re.compile(
    rf"{_WEEKDAY}|{_LONG_MONTH}|{_MONTH} \d|\b{_YEAR}\b|\d-\d\d-|\b(?i:ago|overnight|yesterday|today|tomorrow|tonight"
    rf"|{_FIGHT}|last|past|next|previous|weekend|recent|straight|consecutive|running"
    r"|this (?:morning|afternoon|evening|week|month|year))\b"
)
