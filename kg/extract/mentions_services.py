"""Finds the armed services that stand bare before a rank: "Navy Capt. Omar Haddad", "Army Lt. Gen. Idris Bello"."""

from collections.abc import Iterable
from functools import cache

from kg.extract.mentions import Found, mention_type
from kg.model import ActorType, MentionForm
from kg.nlp import Parsed, Token
from kg.resources import read_table


def with_services(parsed: Parsed, names: Iterable[Found]) -> tuple[Found, ...]:
    """The names with the services that stand bare before a rank and a person, whatever they were taken for."""
    names = tuple(names)
    longer = {i for name in names if name.first < name.last for i in range(name.first, name.last + 1)}
    persons = {name.first for name in names if name.actor is ActorType.PERSON}
    kind = mention_type(ActorType.MILITARY, None)
    services = {
        i: Found(i, i, i, MentionForm.NAME, kind, ActorType.MILITARY, None, None, "mentions.service-before-rank")
        for i in (token.i for token in parsed.tokens if token.text in _services() and token.i not in longer)
        if behind_ranks(parsed.tokens, i + 1) in persons
    }
    return (*(name for name in names if name.first not in services), *services.values())


def behind_ranks(tokens: tuple[Token, ...], at: int) -> int | None:
    """The index behind the ranks that start at word `at`; None where no rank stands there."""
    first = at
    while at < len(tokens) and (_is_rank(tokens[at]) or (at > first and tokens[at].text == ".")):
        at += 1
    return at if at > first else None


def _is_rank(token: Token) -> bool:
    return (token.lower.rstrip(".") in _ranks() and token.text[0].isupper()) or token.lower in ("1st", "2nd", "3rd")


@cache
def _ranks() -> frozenset[str]:
    return frozenset(read_table("roles.toml")["ranks"])


@cache
def _services() -> frozenset[str]:
    return frozenset(read_table("roles.toml")["services"])
