"""Distances on a sphere of 6371.0088 km, where they can be told without the formula."""

import pytest

from kg.score.distance import Point, great_circle_km, to_point

# one degree of a great circle: 6371.0088 × π / 180 = 111.1951 km
DEGREE = 111.1951


@pytest.mark.parametrize(
    ("one", "other", "degrees", "why"),
    [
        ((0, 0), (0, 1), 1, "along the equator"),
        ((10, 20), (12, 20), 2, "along a meridian"),
        ((0, 179), (0, -179), 2, "over the date line, not around the earth"),
        ((90, 0), (0, 77), 90, "from the pole to the equator: a quarter of the circle"),
        ((0, 0), (0, 180), 180, "to the other side: half of it"),
        ((89, 0), (89, 180), 2, "over the pole, not along the parallel"),
        ((33.5, 36.3), (33.5, 36.3), 0, "the same point"),
    ],
)
def test_distances(one: tuple[float, float], other: tuple[float, float], degrees: float, why: str) -> None:
    assert great_circle_km(Point(*one), Point(*other)) == pytest.approx(degrees * DEGREE, abs=0.02), why
    assert great_circle_km(Point(*other), Point(*one)) == great_circle_km(Point(*one), Point(*other))


def test_a_degree_of_longitude_is_shorter_away_from_the_equator() -> None:
    # on the parallel of 60° a degree has half the length; a great circle of one degree hardly leaves the parallel
    assert great_circle_km(Point(60, 0), Point(60, 1)) == pytest.approx(DEGREE / 2, abs=0.01)


@pytest.mark.parametrize("lat, lon", [(91, 0), (-90.5, 0), (0, 181), (float("nan"), 0), (0, float("inf"))])
def test_no_such_point(lat: float, lon: float) -> None:
    with pytest.raises(ValueError, match="no point of the earth"):
        Point(lat, lon)


def test_cells_of_a_point() -> None:
    assert to_point(None, None) is None
    assert to_point(33, 36.5) == Point(33.0, 36.5)


@pytest.mark.parametrize("lat, lon", [(None, 36.5), (33.5, None), ("33.5", 36.5), (True, 36.5)])
def test_cells_that_are_no_point(lat: object, lon: object) -> None:
    with pytest.raises(ValueError, match="no latitude and longitude"):
        to_point(lat, lon)
