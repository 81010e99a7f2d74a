"""A remote SPARQL endpoint: asked and updated over HTTP."""

import json
import os
import re
import urllib.parse
from dataclasses import dataclass, field
from typing import Any

from kg.errors import EndpointError, QueryError
from kg.query.answer import Answer, Cell
from kg.query.cells import literal_cell
from kg.query.http import Response, send
from kg.query.words import query_verb, without_comments

USER, PASSWORD, TOKEN = "KG_USER", "KG_PASSWORD", "KG_TOKEN"
# what may stand before the verb: "PREFIX kg: <https://…#>", "BASE <https://…>"
PROLOGUE = re.compile(r"\A(?:\s*(?:PREFIX\s+[^\s:]*:\s*<[^>]*>|BASE\s*<[^>]*>))*\s*", re.IGNORECASE)
PAGED = 500  # a server that cuts answers short cuts at a multiple of this: 10,000 (Virtuoso), 1,000, …


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A SPARQL endpoint.

    Attributes:
        address: where queries go.
        update_address: where updates go; None: the same address.
        user, password: for basic authentication, or digest where the server wants that; None: what the
            environment says (`KG_USER`, `KG_PASSWORD`).
        token: for bearer authentication; None: what `KG_TOKEN` says.
        timeout: seconds to wait for an answer.
        retries: how often a request is sent again that a busy server turned away.
    """

    address: str
    update_address: str | None = None
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)
    timeout: int = 300
    retries: int = 4

    def __post_init__(self) -> None:
        for address in (self.address, self.update_address):
            if address is not None and urllib.parse.urlsplit(address).scheme not in ("http", "https"):
                raise EndpointError(f"{address}: an endpoint's address begins with http:// or https://")

    def query(self, sparql: str) -> Answer:
        """The endpoint's answer, all of it: an answer that the server cut short is asked for page by page.

        Raises:
            EndpointError: the endpoint refused, did not answer in time, or what it answered can't be read.
            QueryError: it says that the query does not parse.
        """
        text = without_comments(sparql)
        verb = _verb(text)
        if verb in ("CONSTRUCT", "DESCRIBE"):
            return _triples(self._send(text, verb))
        first = _rows(self._send(text, verb))
        if verb == "ASK" or not _may_be_cut(len(first.rows)):
            return first
        return self._rest(text, first)

    def update(self, sparql: str) -> None:
        """Carries out a SPARQL Update."""
        self._send(sparql, "INSERT")

    def _rest(self, text: str, first: Answer) -> Answer:
        """The rows after those of the first answer, as many pages as there are."""
        prologue = PROLOGUE.match(text)
        assert prologue is not None  # noqa: S101 — the pattern matches the empty text
        head, body = text[: prologue.end()], text[prologue.end() :]
        rows, size = list(first.rows), len(first.rows)
        while True:
            page = f"{head}SELECT * WHERE {{ {{ {body}\n}} }} LIMIT {size} OFFSET {len(rows)}"
            found = _rows(self._send(page, "SELECT"))
            order = [found.columns.index(column) for column in first.columns] if found.rows else []
            rows.extend(tuple(row[at] for at in order) for row in found.rows)
            if len(found.rows) < size:
                return Answer(first.columns, tuple(rows))

    def _send(self, text: str, verb: str) -> Response:
        return send(
            self.address,
            text,
            verb,
            update_address=self.update_address or self.address,
            credentials=self._credentials(),
            timeout=self.timeout,
            retries=self.retries,
        )

    def _credentials(self) -> tuple[str | None, str | None, str | None]:
        if self.user or self.token:
            return self.user, self.password, self.token
        return os.environ.get(USER), os.environ.get(PASSWORD), os.environ.get(TOKEN)


def _verb(text: str) -> str:
    verb = query_verb(text)
    if verb not in ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE"):
        raise QueryError(f"a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE, this one with {verb or 'nothing'!r}")
    return verb


def _may_be_cut(rows: int) -> bool:
    return rows > 0 and rows % PAGED == 0


def _rows(response: Response) -> Answer:
    try:
        found = json.loads(response.body)
        if "boolean" in found:
            return Answer(("answer",), ((bool(found["boolean"]),),), "truth")
        columns = tuple(found["head"]["vars"])
        bindings = found["results"]["bindings"]
    except (ValueError, KeyError, TypeError) as error:
        start = response.body[:200].decode("utf-8", "replace")
        raise EndpointError(f"{response.address}: no SPARQL results in JSON came back, but {start!r}") from error
    return Answer(columns, tuple(tuple(_cell(row.get(column)) for column in columns) for row in bindings))


def _cell(term: dict[str, str] | None) -> Cell:
    if term is None:
        return None
    if term["type"] == "bnode":
        return f"_:{term['value'].removeprefix('_:')}"
    if term["type"] == "uri":
        return term["value"]
    return literal_cell(term["value"], term.get("datatype"))


def _triples(response: Response) -> Answer:
    import pyoxigraph

    form: Any = pyoxigraph.RdfFormat.from_media_type(response.media_type) or pyoxigraph.RdfFormat.TURTLE
    try:
        found = sorted(
            tuple(map(str, (each.subject, each.predicate, each.object)))
            for each in pyoxigraph.parse(input=response.body, format=form)
        )
    except (SyntaxError, ValueError) as error:
        raise EndpointError(f"{response.address}: the triples that came back can't be read: {error}") from error
    return Answer(("subject", "predicate", "object"), tuple(found), "triples")
