"""Yearly rainfall at stations, over HTTP."""

import csv
from collections import defaultdict
from importlib.resources import files
from typing import Annotated

from fastapi import FastAPI, HTTPException, Path, status
from pydantic import BaseModel, ConfigDict, Field

from .headers import SecurityHeaders

Station = Annotated[str, Path(pattern="^[a-z][a-z-]{0,39}$")]
Year = Annotated[int, Field(ge=1850, le=2200)]
Millimetres = Annotated[int, Field(ge=0, le=30_000)]


class Reading(BaseModel):
    """The rainfall of a year. What does not belong to it is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    year: Year
    millimetres: Millimetres


class Summary(BaseModel):
    """What all years at a station come to, in millimetres."""

    station: str
    years: int
    mean: float
    least: int
    greatest: int


class Stations:
    """What was read, by station and year: in memory, until the program ends."""

    def __init__(self) -> None:
        self._readings: defaultdict[str, dict[int, int]] = defaultdict(dict)

    def names(self) -> list[str]:
        """All stations, sorted."""
        return sorted(self._readings)

    def add(self, station: str, reading: Reading) -> bool:
        """Keep a reading, unless there is one for that year; says whether it did."""
        years = self._readings[station]
        if reading.year in years:
            return False
        years[reading.year] = reading.millimetres
        return True

    def summary(self, station: str) -> Summary | None:
        """What the readings of a station come to, if there are any."""
        if station not in self._readings:
            return None
        rain = list(self._readings[station].values())
        return Summary(
            station=station,
            years=len(rain),
            mean=sum(rain) / len(rain),
            least=min(rain),
            greatest=max(rain),
        )


def shipped() -> Stations:
    """The readings in the file that ships with this package."""
    stations = Stations()
    data = files(__package__).joinpath("data", "rainfall.csv")
    for row in csv.DictReader(data.read_text(encoding="utf-8").splitlines()):
        reading = Reading(year=int(row["year"]), millimetres=int(row["millimetres"]))
        stations.add(row["station"], reading)
    return stations


def create_app(stations: Stations | None = None) -> FastAPI:
    """Make the service, with the readings that ship unless others are given."""
    readings = shipped() if stations is None else stations
    # The pages of documentation would load scripts from elsewhere.
    app = FastAPI(title="Rainfall", docs_url=None, redoc_url=None)
    app.add_middleware(SecurityHeaders)

    @app.get("/health")
    async def health() -> dict[str, str]:
        return {"status": "ok"}

    @app.get("/stations")
    async def names() -> list[str]:
        return readings.names()

    @app.get("/stations/{station}")
    async def summary(station: Station) -> Summary:
        found = readings.summary(station)
        if found is None:
            raise HTTPException(status.HTTP_404_NOT_FOUND, f"no station {station}")
        return found

    @app.post("/stations/{station}/readings", status_code=status.HTTP_201_CREATED)
    async def add(station: Station, reading: Reading) -> Reading:
        if not readings.add(station, reading):
            message = f"there is a reading of {reading.year} already"
            raise HTTPException(status.HTTP_409_CONFLICT, message)
        return reading

    return app
