"""The errors of this package, one small family.

KgError
├── InputError            the input can't be used (exit code 2)
│   ├── ArticleError      one article can't be read; the others go on
│   └── ModelError        the language model can't be loaded
├── GraphError            the graph can't be read, asked or written (exit code 2)
│   ├── QueryError        an unknown question, or one that does not parse
│   └── EndpointError     a remote endpoint refused or did not answer
└── CheckError            the graph breaks a check (exit code 1)
"""


class KgError(Exception):
    """Everything this package raises on purpose."""


class InputError(KgError):
    """The input can't be used."""


class ArticleError(InputError):
    """One article can't be read.

    Args:
        where: the path (or path and row) of the article.
        reason: what is wrong with it, in words for a person.
    """

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason


class ModelError(InputError):
    """The language model can't be loaded."""


class GraphError(KgError):
    """The graph can't be read, asked or written."""


class QueryError(GraphError):
    """An unknown question, or a query that does not parse."""


class EndpointError(GraphError):
    """A remote endpoint refused or did not answer."""


class CheckError(KgError):
    """The graph breaks a check."""
