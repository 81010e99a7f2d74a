"""How far two points of the earth are apart."""

from dataclasses import dataclass
from math import asin, cos, isfinite, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0088
"""Mean radius of the earth (IUGG)."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the earth, in degrees.

    Raises:
        ValueError: there is no such point.
    """

    lat: float
    lon: float

    def __post_init__(self) -> None:
        if not (isfinite(self.lat) and isfinite(self.lon) and abs(self.lat) <= 90 and abs(self.lon) <= 180):
            raise ValueError(f"no point of the earth: latitude {self.lat}, longitude {self.lon}")

    def __str__(self) -> str:
        return f"{self.lat:.2f}, {self.lon:.2f}"


def to_point(lat: object, lon: object) -> Point | None:
    """The point of two cells; None where both are empty.

    Raises:
        ValueError: one of them is empty, or is no number, or there is no such point.
    """
    if lat is None and lon is None:
        return None
    if any(isinstance(each, bool) or not isinstance(each, int | float) for each in (lat, lon)):
        raise ValueError(f"no latitude and longitude: {lat!r}, {lon!r}")
    return Point(float(lat), float(lon))  # type: ignore[arg-type]  # both were checked to be numbers


def great_circle_km(one: Point, other: Point) -> float:
    """Kilometres between two points, along the great circle (haversine)."""
    lat_one, lat_other = radians(one.lat), radians(other.lat)
    across, along = sin((lat_other - lat_one) / 2), sin(radians(other.lon - one.lon) / 2)
    half_chord = sqrt(across**2 + cos(lat_one) * cos(lat_other) * along**2)
    # rounding must not take it past the middle of the earth
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, half_chord))
