import pytest

from kg.errors import ArticleError
from kg.resolve.judgements import Judgement, Term, Thing, Verdict, read_decisions, to_rows


def test_what_is_written_is_read(tmp_path):
    row = Judgement(Verdict.SAME, Thing.ACTOR, Term("Dana Okello"), Term("Dana Okelo", "late.txt"), "two spellings")
    path = tmp_path / "decisions.tsv"
    path.write_text(to_rows([row, row]))
    assert read_decisions(path).rows == (row,)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("same\tactor\tDana Okello", "verdict, kind, left, right"),
        ("equal\tactor\tDana\tDina", "no verdict 'equal'"),
        ("same\tship\tDana\tDina", "no kind 'ship'"),
    ],
)
def test_bad_rows_are_refused_with_their_line(tmp_path, line, words):
    path = tmp_path / "decisions.tsv"
    path.write_text(f"# a comment\n{line}\n")
    with pytest.raises(ArticleError, match=words) as error:
        read_decisions(path)
    assert "line 2" in str(error.value)
