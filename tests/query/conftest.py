"""A SPARQL server on this machine, started for the tests, and one that answers what a test tells it to."""

import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kg.query import LocalGraph

GOLDEN = Path(__file__).parent / "golden.trig"
Reply = tuple[int, str, str]  # status, media type, body


@pytest.fixture(scope="session", autouse=True)
def _no_proxy() -> Iterator[None]:
    """The servers are on this machine, whatever proxy leads out of it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("no_proxy", "127.0.0.1")
        yield


@pytest.fixture(scope="session")
def golden() -> LocalGraph:
    return LocalGraph(GOLDEN)


@pytest.fixture(scope="session")
def store() -> Iterator[str]:
    """The address of an Oxigraph server whose default graph is the union of all graphs."""
    program = Path(sys.executable).with_name("oxigraph")
    found = str(program) if program.exists() else shutil.which("oxigraph")
    assert found, "the development packages hold oxigraph; install them by: make test"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [found, "serve", "--bind", f"127.0.0.1:{port}", "--union-default-graph"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _await(f"http://127.0.0.1:{port}/")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


@pytest.fixture
def emptied(store: str) -> str:
    """The same server, all graphs dropped."""
    body = b"DROP ALL"
    request = urllib.request.Request(f"{store}/update", body, {"Content-Type": "application/sparql-update"})
    urllib.request.urlopen(request, timeout=10).close()
    return store


@pytest.fixture
def answering() -> Callable[
    [Callable[[int, str], Reply]], AbstractContextManager[tuple[str, list[tuple[str, str, str]]]]
]:
    """`with answering(reply) as (address, asked)`: a server that answers its n-th request as `reply(n, text)` says.

    `asked` grows by what it was asked: method, authorization, text.
    """
    return _answering


@contextmanager
def _answering(reply: Callable[[int, str], Reply]) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    asked: list[tuple[str, str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            asked.append((self.command, self.headers.get("Authorization", ""), self.path + body))
            status, media_type, words = reply(len(asked), self.path + body)
            self.send_response(status)
            self.send_header("Content-Type", media_type)
            if words.startswith("Digest") and not asked[-1][1]:
                self.send_header("WWW-Authenticate", words)
            self.end_headers()
            self.wfile.write(words.encode())

        do_GET = do_POST = answer  # noqa: N815

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *_: None  # type: ignore[method-assign] # a client that hung up
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/sparql", asked
    finally:
        server.shutdown()
        server.server_close()


def _await(address: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(address, timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(f"{address} does not answer")
