"""Of whom a figure speaks: words, type and side. The casts are made by hand."""

import pytest

from kg.extract.cast import Cast
from kg.extract.figures import find_figures
from kg.model import ActorType, Mention, MentionForm, MentionType, Referent, Span

TYPES = [
    ("The raid killed 12 fighters.", "combatants", "a word for combatants"),
    ("The raid killed 12 residents.", "civilians", "a word for civilians"),
    ("The raid killed 12 women and children.", "civilians", "two kinds of civilians"),
    ("The raid killed 12 men.", "unknown", "men may be either"),
    ("The raid killed 12 health workers.", "medics", "a trade"),
    ("The raid killed 12 factory workers.", "civilians", "another trade"),
    ("The raid killed 12 members of the security forces.", "combatants", "members of a force"),
    ("The raid killed 12 police officials.", "combatants", "an adjective that arms them"),
    ("The raid killed 12 fighters and civilians.", "mixed", "both sorts"),
    ("The raid killed 12 schoolgirls.", "children", "children"),
]


@pytest.mark.parametrize(("text", "expected", "why"), TYPES)
def test_types(parse, text, expected, why):
    (figure,) = find_figures(parse(text), Cast.of((), ()), (), ())
    assert figure.party_type == expected, why


def cast_of(text, *actors):
    """A cast of `(words, type, named)`, each told of once."""
    mentions, referents = [], []
    for words, kind, named in actors:
        span = Span(text.index(words), text.index(words) + len(words))
        head = span if named else Span(span.end - len(words.split()[-1]), span.end)
        form = MentionForm.NAME if named else MentionForm.NOMINAL
        mentions.append(Mention(span, head, MentionType.GROUP, form, len(referents), "test"))
        names = (words,) if named else ()
        referents.append(Referent(kind, None, words, named, names, None, (), (len(mentions) - 1,), "test"))
    return Cast.of(tuple(mentions), tuple(referents))


def test_the_side_is_the_force_that_the_fighters_belong_to(parse):
    text = "At least four SDF fighters were killed."
    cast = cast_of(text, ("SDF", ActorType.ARMED_GROUP, True), ("fighters", ActorType.GROUP, False))
    (figure,) = find_figures(parse(text), cast, (), ())
    assert figure.side == 0


def test_the_side_of_the_lost_is_the_loser(parse):
    text = "The army lost 12 soldiers."
    cast = cast_of(text, ("army", ActorType.MILITARY, True))
    (figure,) = find_figures(parse(text), cast, (), ())
    assert figure.side == 0


def test_the_killer_is_no_side_of_the_killed(parse):
    text = "The army killed 12 soldiers."
    cast = cast_of(text, ("army", ActorType.MILITARY, True))
    (figure,) = find_figures(parse(text), cast, (), ())
    assert figure.side is None


def test_the_counted_people_are_no_side_of_their_own(parse):
    text = "The blast killed 13 American soldiers."
    cast = cast_of(text, ("13 American soldiers", ActorType.MILITARY, True))
    (figure,) = find_figures(parse(text), cast, (), ())
    assert figure.side is None


def test_fighters_without_a_name_are_no_side(parse):
    text = "The soldiers held out. On Monday 40 soldiers were killed."
    cast = cast_of(text, ("The soldiers", ActorType.MILITARY, False), ("40 soldiers", ActorType.MILITARY, False))
    (figure,) = find_figures(parse(text), cast, (), ())
    assert figure.side is None


def test_people_of_a_country_are_no_side_but_its_soldiers_are(parse):
    for text, expected in (("The raid killed 12 Afghan villagers.", None), ("It killed 12 Afghan soldiers.", 0)):
        cast = cast_of(text, ("Afghan", ActorType.GOVERNMENT, True))
        (figure,) = find_figures(parse(text), cast, (), ())
        assert figure.side == expected


def test_people_beside_the_name_of_an_agency_are_not_its_own(parse):
    for text, expected in (("The raid killed 12 Reuters people.", None), ("It killed two Reuters reporters.", 0)):
        cast = cast_of(text, ("Reuters", ActorType.MEDIA, True))
        (figure,) = find_figures(parse(text), cast, (), ())
        assert figure.side == expected


def test_who_takes_lives_has_not_lost_them(parse):
    text = "The rebels attacked, claiming two lives."
    cast = cast_of(text, ("rebels", ActorType.ARMED_GROUP, True))
    (figure,) = find_figures(parse(text), cast, (), ())
    assert figure.side is None
