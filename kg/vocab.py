# ruff: noqa: N815 - the terms are named as RDF names them
"""The terms of the graph, mirrored once: what `ontology/` declares stands here as constants, and nothing else.

Each vocabulary is a class whose annotations are its terms, so that a misspelt term is an error of the type checker
and an `AttributeError`. The names are those of RDF (`KG.eventKind`), not of Python. Tests hold this module and the
ontology together both ways.
"""

from typing import ClassVar, Literal, get_args

Scheme = Literal[
    "event-kind", "figure-kind", "medium", "mention-type", "mode", "party-type", "place-kind", "role", "stance",
    "status", "tie-kind",
]  # fmt: skip

CONCEPTS = "https://w3id.org/conflict-kg/concept/"
DATA = "https://w3id.org/conflict-kg/data/"


class Vocabulary:
    """A closed namespace: every annotated name becomes the IRI `namespace + name`."""

    namespace: ClassVar[str]

    def __init_subclass__(cls, *, namespace: str) -> None:
        cls.namespace = namespace
        for name in cls.__annotations__:
            setattr(cls, name, namespace + name)

    @classmethod
    def terms(cls) -> dict[str, str]:
        """The IRI of each term by its name, in the order of this file."""
        return {name: cls.namespace + name for name in cls.__annotations__}


class KG(Vocabulary, namespace="https://w3id.org/conflict-kg/ontology#"):
    """The project's own terms."""

    # what is read, and where the words stand
    Document: str
    Evidence: str
    Mention: str
    Resolution: str
    # actors
    Actor: str
    Person: str
    Organization: str
    ArmedGroup: str
    Military: str
    Government: str
    Coalition: str
    MediaOrganization: str
    MonitorOrNGO: str
    Party: str
    Group: str
    Civilians: str
    # places
    Place: str
    # events
    Eventuality: str
    Happening: str
    UnrealizedEvent: str
    ArmedClash: str
    Assault: str
    Counterattack: str
    Ambush: str
    Advance: str
    CaptureOfPlace: str
    Retreat: str
    Siege: str
    Airstrike: str
    DroneStrike: str
    Shelling: str
    RocketAttack: str
    Bombing: str
    SuicideBombing: str
    Landmine: str
    ChemicalAttack: str
    Execution: str
    Killing: str
    Kidnapping: str
    Arrest: str
    Surrender: str
    Evacuation: str
    Displacement: str
    Deployment: str
    Aid: str
    Agreement: str
    Talks: str
    Battle: str
    OtherHappening: str
    # what one article tells
    Participation: str
    Report: str
    Statement: str
    Figure: str
    Affiliation: str
    Tie: str
    # documents, evidence, resolution
    publisherName: str
    authorName: str
    sha256: str
    copyOf: str
    inDocument: str
    evidence: str
    timeEvidence: str
    placeEvidence: str
    rule: str
    confidence: str
    mentionType: str
    refersTo: str
    resolves: str
    reason: str
    # places
    placeKind: str
    countryCode: str
    countryName: str
    latitude: str
    longitude: str
    precision: str
    geonamesId: str
    within: str
    # events and reports
    eventKind: str
    status: str
    earliest: str
    latest: str
    place: str
    weapon: str
    partOf: str
    actorInvolved: str
    agent: str
    target: str
    participation: str
    participant: str
    role: str
    sideNumber: str
    reports: str
    triggerSelector: str
    otherTriggerSelector: str
    background: str
    # statements
    speaker: str
    mode: str
    stance: str
    content: str
    contentSelector: str
    cueSelector: str
    speakerSelector: str
    saidEarliest: str
    saidLatest: str
    addressee: str
    medium: str
    anonymous: str
    about: str
    # figures
    figureKind: str
    low: str
    high: str
    approximate: str
    party: str
    partyType: str
    ofSide: str
    ofEvent: str
    saidBy: str
    # affiliations and ties
    roleName: str
    tieSubject: str
    tieKind: str
    tieObject: str
    # the build
    softwareVersion: str
    languageModel: str


class RDF(Vocabulary, namespace="http://www.w3.org/1999/02/22-rdf-syntax-ns#"):
    """RDF."""

    type: str


class RDFS(Vocabulary, namespace="http://www.w3.org/2000/01/rdf-schema#"):
    """RDF Schema."""

    label: str


class XSD(Vocabulary, namespace="http://www.w3.org/2001/XMLSchema#"):
    """XML Schema datatypes."""

    anyURI: str
    boolean: str
    date: str
    dateTime: str
    decimal: str
    integer: str
    nonNegativeInteger: str


class OA(Vocabulary, namespace="http://www.w3.org/ns/oa#"):
    """Web Annotation."""

    SpecificResource: str
    TextPositionSelector: str
    TextQuoteSelector: str
    hasSource: str
    hasSelector: str
    start: str
    end: str
    exact: str


class PROV(Vocabulary, namespace="http://www.w3.org/ns/prov#"):
    """PROV-O."""

    Activity: str
    Entity: str
    endedAtTime: str
    used: str
    wasGeneratedBy: str


class DCTERMS(Vocabulary, namespace="http://purl.org/dc/terms/"):
    """Dublin Core terms."""

    created: str
    description: str
    identifier: str
    title: str


class SCHEMA(Vocabulary, namespace="https://schema.org/"):
    """schema.org."""

    datePublished: str
    url: str


class SKOS(Vocabulary, namespace="http://www.w3.org/2004/02/skos/core#"):
    """SKOS."""

    Concept: str
    altLabel: str
    exactMatch: str
    inScheme: str
    notation: str


class GEO(Vocabulary, namespace="http://www.opengis.net/ont/geosparql#"):
    """GeoSPARQL."""

    Geometry: str
    asWKT: str
    hasGeometry: str
    wktLiteral: str


class ORG(Vocabulary, namespace="http://www.w3.org/ns/org#"):
    """The organization ontology."""

    member: str
    organization: str


class VOID(Vocabulary, namespace="http://rdfs.org/ns/void#"):
    """VoID."""

    Dataset: str
    uriSpace: str
    vocabulary: str


class DCAT(Vocabulary, namespace="http://www.w3.org/ns/dcat#"):
    """DCAT."""

    Dataset: str


def concept(scheme: Scheme, value: str) -> str:
    """The IRI of a concept of a closed list: `concept("status", Status.DENIED)`."""
    return f"{CONCEPTS}{scheme}/{value}"


VOCABULARIES: tuple[type[Vocabulary], ...] = (KG, RDF, RDFS, XSD, OA, PROV, DCTERMS, SCHEMA, SKOS, GEO, ORG, VOID, DCAT)

SCHEMES: tuple[Scheme, ...] = get_args(Scheme)

PREFIXES: dict[str, str] = {
    **{vocabulary.__name__.lower(): vocabulary.namespace for vocabulary in VOCABULARIES},
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "time": "http://www.w3.org/2006/time#",
    "kgc": CONCEPTS,
    # a concept is written `status:denied`: a slash inside a local name would need an escape
    **{scheme: f"{CONCEPTS}{scheme}/" for scheme in SCHEMES},
}
