from training.table import Row


def test_what_is_short_of_its_aim_is_told_by_how_much():
    assert str(Row("names", 0.642, 0.85, 0.86)).endswith("0.642 0.850  0.86  short by 0.010")
    assert str(Row("names", 0.642, 0.86, 0.86)).endswith("0.642 0.860  0.86")


def test_what_a_system_does_not_know_is_no_zero():
    assert "    – 0.870" in str(Row("speech", None, 0.87, 0.85))
