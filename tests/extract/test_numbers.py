"""Numbers and the bounds that their words give them."""

import pytest

from kg.extract.numbers import find_numbers

BOUNDS = [
    ("At least four soldiers died.", (4, None, False), "a lower bound"),
    ("More than 20 villagers fled.", (21, None, False), "more than is one more, at the least"),
    ("Over 300 villagers fled.", (301, None, False), "over = more than"),
    ("Up to 30 rebels died.", (None, 30, False), "an upper bound"),
    ("As many as 12 rebels died.", (None, 12, False), "an upper bound of three words"),
    ("Fewer than 10 rebels died.", (None, 9, False), "fewer than is one fewer, at the most"),
    ("No fewer than 10 rebels died.", (10, None, False), "the longer phrase wins"),
    ("No more than 10 rebels died.", (None, 10, False), "the longer phrase wins"),
    ("About 100 rebels died.", (100, 100, True), "approximate"),
    ("An estimated 900 rebels died.", (900, 900, True), "approximate"),
    ("Nearly 900 rebels died.", (900, 900, True), "nearly is about"),
    ("Thirteen rebels died.", (13, 13, False), "a word"),
    ("Twenty-two rebels died.", (22, 22, False), "a hyphen"),
    ("One hundred and fifty rebels died.", (150, 150, False), "words that add up"),
    ("Two hundred thousand villagers fled.", (200000, 200000, False), "scales that multiply"),
    ("13,000 villagers fled.", (13000, 13000, False), "a comma"),
    ("13000 villagers fled.", (13000, 13000, False), "no comma"),
    ("3.5 million villagers fled.", (3500000, 3500000, False), "a decimal with its scale"),
    ("Half a million villagers fled.", (500000, 500000, False), "a fraction of a scale"),
    ("A quarter of a million villagers fled.", (250000, 250000, False), "another fraction of a scale"),
    ("A quarter of the 40 villagers fled.", (40, 40, False), "a fraction of no scale"),
    ("Hundreds, if not thousands, of villagers fled.", (200, None, True), "the larger number is only held possible"),
    ("Dozens or even hundreds of villagers fled.", (24, None, True), "the larger number is only held possible"),
    ("Two dozen villagers fled.", (24, 24, False), "dozen is a number"),
    ("More than a dozen villagers fled.", (13, None, False), "a dozen after a bound"),
    ("Dozens of villagers fled.", (24, None, True), "vague"),
    ("Scores of villagers fled.", (40, None, True), "vague"),
    ("Hundreds of villagers fled.", (200, None, True), "vague"),
    ("Thousands of villagers fled.", (2000, None, True), "vague"),
    ("Tens of thousands of villagers fled.", (20000, None, True), "vague"),
    ("Hundreds of thousands of villagers fled.", (200000, None, True), "vague"),
    ("Several villagers fled.", (3, None, True), "vague"),
    ("A few villagers fled.", (3, None, True), "vague"),
    ("Several hundred villagers fled.", (300, None, True), "vague times a scale"),
    ("Ten to fifteen villagers fled.", (10, 15, False), "a range in words"),
    ("Between 10 and 15 villagers fled.", (10, 15, False), "a range with between"),
    ("Some 10-15 villagers fled.", (10, 15, True), "a range with a hyphen"),
    ("Another 40 villagers fled.", (40, 40, False), "another moves nothing"),
    ("40 or more villagers fled.", (40, None, False), "a bound after the number"),
]

NO_NUMBERS = [
    ("Few villagers fled.", "a bare few is next to none"),
    ("Forty percent of them fled.", "a percentage"),
    ("A 22-year-old fighter spoke.", "an age"),
    ("They paid $200 for it.", "money"),
    ("It is 40 km away.", "a distance"),
    ("It began in 2012.", "a year"),
    ("It began on July 29.", "a day"),
    ("Many villagers fled.", "many is no number"),
]


@pytest.mark.parametrize(("text", "expected", "why"), BOUNDS)
def test_bounds(parse, text, expected, why):
    numbers = find_numbers(parse(text))
    assert [(number.low, number.high, number.approximate) for number in numbers] == [expected], why


@pytest.mark.parametrize(("text", "why"), NO_NUMBERS)
def test_what_counts_no_people(parse, text, why):
    assert find_numbers(parse(text)) == (), why


def test_the_old_value_of_a_toll_is_no_range(parse):
    numbers = find_numbers(parse("The toll rose from 10 to 15."))
    assert [(number.low, number.high) for number in numbers] == [(10, 10), (15, 15)]
