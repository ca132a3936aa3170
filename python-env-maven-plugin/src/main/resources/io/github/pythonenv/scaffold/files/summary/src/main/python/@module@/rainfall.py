"""Yearly rainfall at each station, read from the file that ships with this package."""

import csv
import statistics
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Reading:
    """The rainfall of a year at a station."""

    year: int
    station: str
    millimetres: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What all years at a station come to, in millimetres."""

    station: str
    mean: float
    least: int
    greatest: int


def parse(lines: Iterable[str]) -> list[Reading]:
    """Read lines of CSV: a header, then a reading each."""
    rows = csv.DictReader(lines)
    readings = []
    for row in rows:
        try:
            year, rain = int(row["year"]), int(row["millimetres"])
            readings.append(Reading(year, row["station"], rain))
        except (KeyError, TypeError, ValueError) as error:
            message = f"line {rows.line_num} is no reading: {row}"
            raise ValueError(message) from error
    return readings


def read() -> list[Reading]:
    """Read the file that ships with this package."""
    data = files(__package__).joinpath("data", "rainfall.csv")
    return parse(data.read_text(encoding="utf-8").splitlines())


def summarize(readings: Iterable[Reading]) -> list[Summary]:
    """Summarize each station, in the order of their names."""
    by_station: defaultdict[str, list[int]] = defaultdict(list)
    for reading in readings:
        by_station[reading.station].append(reading.millimetres)
    return [
        Summary(station, statistics.mean(rain), min(rain), max(rain))
        for station, rain in sorted(by_station.items())
    ]
