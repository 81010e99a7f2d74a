"""One request to a SPARQL endpoint: sent again while the server is busy, refusals in words for a person."""

import ast
import http.client
import re
import time
import urllib.error
import urllib.parse
from dataclasses import dataclass
from itertools import count
from typing import Any

from kg.errors import EndpointError, QueryError

BUSY = frozenset({429, 500, 502, 503, 504})
LONGEST_WAIT = 30.0
LONG = 1500  # characters of a query that an address may hold; longer ones are posted
VIRTUOSO = "SPARQL"  # its realm, of which it says nothing to who comes with basic authentication
DIGEST = re.compile(r'Digest\b.*?\brealm="([^"]*)"', re.IGNORECASE)
MEANINGS = {
    401: "it wants another user, password or token",
    403: "this user may not do that",
    404: "there is no endpoint at this address",
    405: "this address takes no such request; has it another one for updates?",
    413: "the request is too large; try a smaller batch",
    415: "this address takes no SPARQL of this kind; has it another one for updates?",
}


@dataclass(frozen=True, slots=True)
class Response:
    """What came back."""

    address: str
    media_type: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Refusal:
    """What the server said instead. `status` 0: nothing came back.

    Attributes:
        realm: of the digest authentication that it asks for, where it says so.
    """

    status: int
    words: str
    realm: str | None = None


def send(
    address: str,
    text: str,
    verb: str,
    *,
    update_address: str,
    credentials: tuple[str | None, str | None, str | None],
    timeout: int,
    retries: int,
) -> Response:
    """The endpoint's response to a query, or to an update where `verb` is INSERT.

    Waits and sends again, up to `retries` times, where the server is busy or the connection breaks: first a
    second, then twice as long each time. Queries change nothing, and what is inserted twice stands once.

    Raises:
        EndpointError: it refused, or did not answer.
        QueryError: it can't parse the query.
    """
    target = update_address if verb == "INSERT" else address
    wrapper = _wrapper(address, update_address, text, verb, credentials, timeout)
    for attempt in count():
        found = _attempt(wrapper, target)
        if isinstance(found, Refusal) and found.status == 401 and wrapper.user:
            found = _attempt(_with_digest(wrapper, found.realm), target)
        if isinstance(found, Response):
            return found
        if not _may_pass(found) or attempt >= retries:
            raise _error(found, target)
        time.sleep(min(2.0**attempt, LONGEST_WAIT))
    raise AssertionError("the loop above ends by itself")


def _wrapper(
    address: str,
    update_address: str,
    text: str,
    verb: str,
    credentials: tuple[str | None, str | None, str | None],
    timeout: int,
) -> Any:
    import SPARQLWrapper

    # the library would put a second "?" behind "http://…/sparql?default-graph-uri=…"
    address, parameters = _apart(address)
    update_address, more = _apart(update_address)
    wrapper = SPARQLWrapper.SPARQLWrapper(address, updateEndpoint=update_address, agent="conflict-kg")
    for name, value in more if verb == "INSERT" else parameters:
        wrapper.addParameter(name, value)
    user, password, token = credentials
    if token:
        wrapper.addCustomHttpHeader("Authorization", f"Bearer {token}")
    elif user:
        wrapper.setCredentials(user, password or "")
    # the library guesses the verb by patterns that comments and words inside literals lead astray
    wrapper.queryString, wrapper.queryType = text, verb
    wrapper.setReturnFormat(SPARQLWrapper.TURTLE if verb in ("CONSTRUCT", "DESCRIBE") else SPARQLWrapper.JSON)
    wrapper.setMethod(SPARQLWrapper.POST if verb == "INSERT" or len(text) > LONG else SPARQLWrapper.GET)
    wrapper.setOnlyConneg(True)  # else it adds parameters that some servers refuse
    wrapper.setTimeout(timeout)
    return wrapper


def _apart(address: str) -> tuple[str, list[tuple[str, str]]]:
    """An address without its parameters, and these."""
    parts = urllib.parse.urlsplit(address)
    return parts._replace(query="").geturl(), urllib.parse.parse_qsl(parts.query)


def _with_digest(wrapper: Any, realm: str | None) -> Any:
    import SPARQLWrapper

    wrapper.setHTTPAuth(SPARQLWrapper.DIGEST)
    wrapper.setCredentials(wrapper.user, wrapper.passwd, realm or VIRTUOSO)
    return wrapper


def _attempt(wrapper: Any, target: str) -> Response | Refusal:
    from SPARQLWrapper import SPARQLExceptions

    statuses = {
        SPARQLExceptions.QueryBadFormed: 400,
        SPARQLExceptions.Unauthorized: 401,
        SPARQLExceptions.EndPointNotFound: 404,
        SPARQLExceptions.URITooLong: 414,
        SPARQLExceptions.EndPointInternalError: 500,
    }
    try:
        answer = wrapper.query().response
        body = answer.read()
    except SPARQLExceptions.SPARQLWrapperException as error:
        return Refusal(statuses.get(type(error), 400), _said(error), _digest_realm(error.__context__))
    except urllib.error.HTTPError as error:
        return Refusal(error.code, _plain(error.read()) or str(error.reason))
    except urllib.error.URLError as error:
        return Refusal(0, str(getattr(error.reason, "strerror", None) or error.reason))
    except TimeoutError:
        return Refusal(408, f"no answer within {wrapper.timeout:g} seconds")
    except (http.client.HTTPException, ConnectionError) as error:
        return Refusal(0, f"the connection broke: {error or type(error).__name__}")
    return Response(target, str(answer.headers.get_content_type()), body)


def _may_pass(refusal: Refusal) -> bool:
    """Whether the same request may succeed a little later. Virtuoso answers 500 to queries it can't parse, too."""
    return (refusal.status in BUSY and "syntax error" not in refusal.words.lower()) or (
        refusal.status == 0 and refusal.words.startswith("the connection broke")
    )


def _error(refusal: Refusal, target: str) -> EndpointError | QueryError:
    words = f"{target}: {MEANINGS.get(refusal.status, '')}"
    if refusal.status == 400 or "syntax error" in refusal.words.lower():
        return QueryError(f"{target}: the query does not parse: {refusal.words}")
    if refusal.status == 0:
        return EndpointError(f"{target}: can't be reached: {refusal.words}")
    told = f" ({refusal.words})" if refusal.words else ""
    if refusal.status in MEANINGS:
        return EndpointError(f"{words} (HTTP {refusal.status}){told}")
    return EndpointError(f"{target}: it answered HTTP {refusal.status}{told}")


def _said(error: Exception) -> str:
    """The server's own words, which SPARQLWrapper hides behind "Response:" in the form of a Python literal."""
    _, _, literal = str(error).partition("Response:\n")
    return _plain(ast.literal_eval(literal)) if literal else ""


def _digest_realm(error: BaseException | None) -> str | None:
    """The realm of `WWW-Authenticate: Digest realm="SPARQL", …`."""
    if not isinstance(error, urllib.error.HTTPError):
        return None
    wanted = DIGEST.search(error.headers.get("WWW-Authenticate") or "")
    return wanted[1] if wanted else None


def _plain(words: object) -> str:
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else str(words)
    # Virtuoso says the whole query again, after "SPARQL query:"
    return " ".join(text.partition("SPARQL query:")[0].split())[:500]
