"""What a graph holds, in a few lines."""

from kg.query.answer import Answer, Cell
from kg.query.ask import Graph, Source, open_source
from kg.query.endpoint import Endpoint
from kg.vocab import KG, SCHEMA, SKOS

CLASSES = "SELECT ?class (COUNT(DISTINCT ?thing) AS ?number) WHERE { ?thing a ?class } GROUP BY ?class"
STATUSES = f"""SELECT ?status (COUNT(DISTINCT ?event) AS ?number) WHERE {{
  ?event a <{KG.Eventuality}> ; <{KG.status}> ?concept . ?concept <{SKOS.notation}> ?status
}} GROUP BY ?status"""
DAYS = f"""SELECT (MIN(?day) AS ?first) (MAX(?day) AS ?last) WHERE {{
  ?document a <{KG.Document}> ; <{SCHEMA.datePublished}> ?day
}}"""
PUBLISHERS = f"SELECT (COUNT(DISTINCT ?name) AS ?number) WHERE {{ ?document <{KG.publisherName}> ?name }}"
COPIES = f"SELECT (COUNT(DISTINCT ?copy) AS ?number) WHERE {{ ?copy <{KG.copyOf}> ?document }}"
TRIPLES = "SELECT (COUNT(*) AS ?number) WHERE { SELECT DISTINCT ?s ?p ?o WHERE { ?s ?p ?o } }"
BUILD = f"""SELECT DISTINCT ?property ?value WHERE {{
  VALUES ?property {{ <{KG.softwareVersion}> <{KG.languageModel}> }} ?build ?property ?value
}} ORDER BY ?property ?value"""
COUNTED = (
    ("actors", KG.Actor), ("places", KG.Place), ("events", KG.Eventuality), ("battles", KG.Battle),
    ("statements", KG.Statement), ("figures", KG.Figure), ("affiliations", KG.Affiliation), ("ties", KG.Tie),
    ("mentions", KG.Mention),
)  # fmt: skip
ACTORS = (
    KG.Person, KG.ArmedGroup, KG.Military, KG.Government, KG.Coalition, KG.MediaOrganization, KG.MonitorOrNGO,
    KG.Party, KG.Organization, KG.Civilians, KG.Group,
)  # fmt: skip


def info(graph: Graph | None = None, *, endpoint: str | Endpoint | None = None) -> Answer:
    """What the graph holds: rows of `what` and `value`, from articles to the build that made it.

    See `ask` for the arguments and errors.
    """
    source = open_source(graph, endpoint=endpoint)
    classes = {str(name): number for name, number in source.query(CLASSES).rows}
    first, last = (source.query(DAYS).rows or ((None, None),))[0]
    rows: list[tuple[Cell, ...]] = [("articles", classes.get(KG.Document, 0))]
    rows += [("  from", first), ("  to", last)] if first is not None else []
    rows += [("  publishers", _number(PUBLISHERS, source)), ("  copies of others", _number(COPIES, source))]
    for name, kind in COUNTED:
        rows.append((name, classes.get(kind, 0)))
        if name == "actors":
            rows += [(f"  {_local(each)}", classes[each]) for each in ACTORS if each in classes]
        if name == "events":
            rows += sorted((f"  {status}", number) for status, number in source.query(STATUSES).rows)
    rows.append(("triples", _number(TRIPLES, source)))
    rows += [(_NAMES[str(name)], value) for name, value in source.query(BUILD).rows]
    return Answer(("what", "value"), tuple(rows))


_NAMES = {KG.softwareVersion: "built by conflict-kg", KG.languageModel: "language model"}


def _number(query: str, source: Source) -> Cell:
    return source.query(query).rows[0][0]


def _local(iri: str) -> str:
    return iri.rpartition("#")[2]
