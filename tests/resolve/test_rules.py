import re
from pathlib import Path

import kg.resolve
from kg.resources import read_rules, read_table

_RULE = re.compile(r'"((?:places|actors|incidents|resolve)\.(?!toml)[a-z-]+)"')


def _used():
    sources = sorted(Path(kg.resolve.__file__).parent.glob("*.py"))
    return {rule for path in sources for rule in _RULE.findall(path.read_text("utf-8"))}


def test_every_rule_of_resolution_is_declared_and_used():
    declared = {rule for rule in read_rules() if rule.startswith(("places.", "actors.", "incidents.", "resolve."))}
    assert _used() == declared
    assert len(declared) > 10, "else the pattern finds nothing"


def test_every_weight_says_in_words_what_it_is_for():
    tables = read_table("resolve.toml")
    for name in ("place_weights", "person_weights", "incident_weights"):
        assert all(row["words"] and isinstance(row["weight"], float) for row in tables[name].values())
