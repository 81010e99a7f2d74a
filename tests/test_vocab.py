"""The vocabulary and the ontology say the same, and no line of code misspells a term."""

import ast
import re
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from kg.resources import ontology_dir, queries_dir
from kg.vocab import CONCEPTS, KG, PREFIXES, SCHEMES, VOCABULARIES, Scheme, Vocabulary, concept

ROOT = Path(__file__).parent.parent
BUILT_IN = {"RDF", "RDFS", "XSD"}
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, RDFS.Datatype)


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    graph = rdflib.Graph()
    for name in ("kg.ttl", "concepts.ttl"):
        graph.parse(ontology_dir() / name)
    return graph


def declared(graph: rdflib.Graph, namespace: str) -> set[str]:
    terms = {str(term) for kind in KINDS for term in graph.subjects(RDF.type, kind)}
    return {term for term in terms if term.startswith(namespace)}


def test_own_terms_are_those_of_the_ontology_both_ways(ontology: rdflib.Graph) -> None:
    assert set(KG.terms().values()) == declared(ontology, KG.namespace)


@pytest.mark.parametrize(
    "vocabulary", [v for v in VOCABULARIES if v.__name__ not in BUILT_IN], ids=lambda v: v.__name__
)
def test_terms_of_others_are_declared_in_the_ontology(vocabulary: type[Vocabulary], ontology: rdflib.Graph) -> None:
    assert set(vocabulary.terms().values()) <= declared(ontology, vocabulary.namespace)


def test_schemes_are_those_of_the_concepts(ontology: rdflib.Graph) -> None:
    schemes = {str(scheme).removeprefix(CONCEPTS) for scheme in ontology.subjects(RDF.type, SKOS.ConceptScheme)}
    assert schemes == {*SCHEMES, "acled", "plover"}


def test_a_term_is_an_iri() -> None:
    assert KG.eventKind == "https://w3id.org/conflict-kg/ontology#eventKind"
    assert concept("status", "denied") == "https://w3id.org/conflict-kg/concept/status/denied"


def test_an_unknown_term_is_an_error() -> None:
    with pytest.raises(AttributeError):
        KG.Batle  # type: ignore[attr-defined]  # noqa: B018


def misspelt(source: str) -> list[str]:
    """Uses of a vocabulary's term that it does not have, also on lines that never run."""
    known = {v.__name__: {*v.terms(), "terms", "namespace", "__name__"} for v in VOCABULARIES}
    return [
        f"{node.value.id}.{node.attr}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
        if node.value.id in known and node.attr not in known[node.value.id]
    ]


def test_a_misspelt_term_on_a_line_that_never_runs_is_found() -> None:
    assert misspelt("def never():\n    return KG.eventKnd, KG.eventKind") == ["KG.eventKnd"]


def test_no_module_misspells_a_term() -> None:
    # modules that take names of rdflib use its own, also closed, namespaces
    ours = [path for path in sorted((ROOT / "kg").rglob("*.py")) if "from kg.vocab" in path.read_text("utf-8")]
    assert len(ours) > 5
    assert {path.name: misspelt(path.read_text("utf-8")) for path in ours} == {path.name: [] for path in ours}


def used_terms(text: str) -> set[str]:
    """Own terms in a query or a shape, prefixed or in full."""
    prefixed = re.findall(r"(?<![\w/#:-])kg:([A-Za-z]\w*)", re.sub(r'(?m)^\s*#.*$|"[^"]*"', "", text))
    return {KG.namespace + name for name in prefixed} | set(re.findall(re.escape(KG.namespace) + r"[A-Za-z]\w*", text))


def asking_files() -> list[Path]:
    return sorted(
        [*queries_dir().glob("*.rq"), *(ontology_dir() / "never").glob("*.rq"), ontology_dir() / "shapes.ttl"]
    )


@pytest.mark.parametrize("path", asking_files(), ids=lambda path: path.name)
def test_queries_and_shapes_use_declared_terms_only(path: Path) -> None:
    assert used_terms(path.read_text("utf-8")) <= set(KG.terms().values())


@pytest.mark.parametrize("path", asking_files(), ids=lambda path: path.name)
def test_prefixes_of_queries_and_shapes_are_ours(path: Path) -> None:
    pairs = re.findall(r"(?im)^\s*@?prefix\s+([\w-]*):\s*<([^>]+)>", path.read_text("utf-8"))
    foreign = {"sh", "shape", "acled", "plover", "ofn"}  # known to no data
    assert {prefix: iri for prefix, iri in pairs if prefix not in foreign} == {
        prefix: PREFIXES.get(prefix) for prefix, _ in pairs if prefix not in foreign
    }


def test_a_term_that_is_not_declared_would_be_found() -> None:
    assert used_terms("SELECT * { ?x a kg:Batle } # kg:Ignored") >= {KG.namespace + "Batle"}


def test_every_own_term_is_used_by_a_query_or_a_shape() -> None:
    used = set().union(*(used_terms(path.read_text("utf-8")) for path in asking_files()))
    assert set(KG.terms().values()) - used == set()


def test_every_scheme_is_used_by_a_query_or_a_shape() -> None:
    text = "".join(path.read_text("utf-8") for path in asking_files())
    schemes: tuple[Scheme, ...] = SCHEMES
    assert [scheme for scheme in schemes if f"concept/{scheme}/" not in text] == []
