"""Baseline: the direct quotations of `spacy_svo`, and the clauses that are objects of reporting verbs.

python benchmarks/baselines/spacy_clauses.py GOLD -o answers.json
"""

from answers import Answers, parse, run
from quotes import add_said, find_clauses, find_quotes

from kg.score import Gold


def answer(gold: Gold) -> Answers:
    """Statements and their speakers."""
    answers = Answers(gold)
    for article, doc in parse(gold):
        for said in sorted((*find_quotes(doc), *find_clauses(doc)), key=lambda said: said.start):
            add_said(answers, article, said)
    return answers


if __name__ == "__main__":
    run(answer, __doc__)
