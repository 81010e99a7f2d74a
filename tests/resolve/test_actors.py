import pytest
from made_digests import actor, article, person

from kg.model import ActorType
from kg.resolve.actors import resolve_actors
from kg.resolve.judgements import Judgement, Judgements, Term, Thing, Verdict

NONE = Judgements()
FRONT = actor("River Front")
GUARD = actor("Home Guard")


def _one(left, right, judgements=NONE):
    """Whether the first referents of two articles are one actor."""
    clusters = resolve_actors((left, right), judgements).clusters
    return any({("a", 0), ("b", 0)} <= {(m.document, m.index) for m in cluster.members} for cluster in clusters)


@pytest.mark.parametrize(
    ("left", "right", "same", "why"),
    [
        (actor("ISIS", known="islamic-state"), actor("Daesh", known="islamic-state"), True, "one known key"),
        (actor("River Front"), actor("the River Front"), True, "the same name"),
        (actor("River Front"), person("River Front"), False, "a group is no person"),
        (actor("92nd Brigade"), actor("93rd Brigade"), False, "numbers differ"),
        (actor("Unit 1391"), actor("Unit 1191"), False, "long numbers too"),
        (actor("11th Division"), actor("1st Division"), False, "and those that sound alike"),
        (actor("Jaysh al-Nour"), actor("Jaish al Noor"), True, "words that sound the same"),
        (person("Dana Okello"), person("Dana Okello"), True, "a full name"),
        (person("Okello"), person("Okello"), False, "a surname alone names many"),
        (actor("fighters", named=False), actor("fighters", named=False), False, "no name, never one"),
        (actor("River Front", names=("River Front", "RVF")), actor("RVF"), True, "an acronym that an article explains"),
    ],
)
def test_pairs(left, right, same, why):
    assert _one(article("a", left), article("b", right)) is same, why


def test_an_acronym_explained_in_two_ways_joins_nobody():
    articles = (
        article("a", actor("River Front", names=("River Front", "RVF"))),
        article("b", actor("RVF")),
        article("c", actor("Royal Volunteer Force", names=("Royal Volunteer Force", "RVF"))),
    )
    assert all(len(cluster.members) == 1 for cluster in resolve_actors(articles, NONE).clusters)


@pytest.mark.parametrize(
    ("names", "bodies", "same", "why"),
    [
        (("Dana Okello", "Dana Okelo"), (FRONT, FRONT), True, "one sound, one organisation"),
        (("Adel Harim", "Adel Herim"), (FRONT, FRONT), True, "one letter apart, one organisation"),
        (("Adel Harim", "Adil Hareem"), (FRONT, FRONT), True, "both names in another spelling, of one sound"),
        (("Adel Harim", "Adil Hareem"), (FRONT, GUARD), False, "of one sound, but another organisation"),
        (("Adel Harim", "Adel Herim"), (FRONT, GUARD), False, "another organisation"),
        (("Adel Harim", "Adel Herim"), (None, None), False, "nothing but the name"),
        (("Adel Harim", "Adel Soltan"), (FRONT, FRONT), False, "another surname"),
        (("Abu Harim", "Abu Herim"), (FRONT, FRONT), False, "Abu is no first name"),
    ],
)
def test_spellings(names, bodies, same, why):
    articles = []
    for id_, name, body in zip("ab", names, bodies, strict=True):
        referents = (person(name), body) if body else (person(name),)
        articles.append(article(id_, *referents, affiliations=((0, 1, None),) if body else ()))
    assert _one(*articles) is same, why


def test_what_is_left_undecided_is_written_down():
    left, right = article("a", person("Dana Okello")), article("b", person("Dana Okelo"))
    (row,) = resolve_actors((left, right), NONE).undecided
    assert (row.verdict, str(row.left), str(row.right)) == ("undecided", "Dana Okello", "Dana Okelo")


def _row(verdict, left, right):
    return Judgements((Judgement(Verdict(verdict), Thing.ACTOR, left, right, ""),))


def test_people_win_over_scores():
    left, right = article("a", person("Dana Okello")), article("b", person("Dana Okello"))
    assert not _one(left, right, _row("different", Term("Dana Okello", "a.txt"), Term("Dana Okello", "b.txt")))
    assert not _one(left, right, _row("undecided", Term("Dana Okello", "a.txt"), Term("Dana Okello", "b.txt")))
    left, right = article("a", actor("River Front")), article("b", actor("Sea Front"))
    assert _one(left, right, _row("same", Term("River Front"), Term("sea front")))


def test_different_holds_over_third_articles():
    names = [article(id_, person("Dana Okello")) for id_ in "abc"]
    row = _row("different", Term("Dana Okello", "b.txt"), Term("Dana Okello", "c.txt"))
    clusters = resolve_actors(names, row).clusters
    assert sorted(len(cluster.members) for cluster in clusters) == [1, 2]


def test_every_member_has_its_reason():
    found = resolve_actors((article("a", FRONT, GUARD), article("b", FRONT)), NONE).clusters
    assert all([member for member, _ in cluster.reasons] == list(cluster.members) for cluster in found)
    assert {reason.rule for cluster in found for _, reason in cluster.reasons} == {"actors.same-name", "actors.alone"}
    assert ActorType.PERSON not in {FRONT.actor, GUARD.actor}
