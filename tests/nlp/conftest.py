"""What is said of parses is said of both models: the default one, and the one that travels with the package."""

import pytest

from kg.nlp import DEFAULT_MODEL, OWN_MODEL, Parser


@pytest.fixture(scope="session", params=[DEFAULT_MODEL, OWN_MODEL])
def parser(request: pytest.FixtureRequest) -> Parser:
    return Parser(request.param)
