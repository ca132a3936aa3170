"""Bicycles on a bridge: how many weather and weekday let expect, and unusual days.

The counts are made up: a year of days with a closed bridge, a strike and a festival.
"""

from importlib.resources import files
from typing import IO

import numpy as np
import numpy.typing as npt
import pandas as pd
from matplotlib.figure import Figure

COLUMNS = ["temperature", "rain", "bicycles"]


def parse(file: IO[str]) -> pd.DataFrame:
    """Read CSV: a row a day, by date."""
    days = pd.read_csv(file, index_col="date", parse_dates=["date"])
    missing = set(COLUMNS) - set(days.columns)
    if missing:
        message = f"there is no column {', '.join(sorted(missing))}"
        raise ValueError(message)
    empty = days[days[COLUMNS].isna().any(axis="columns")]
    if len(empty) > 0:
        message = f"a value is missing on {empty.index[0]:%Y-%m-%d}"
        raise ValueError(message)
    return days[COLUMNS]


def read() -> pd.DataFrame:
    """Read the file that ships with this package."""
    data = files(__package__).joinpath("data", "bicycles.csv")
    with data.open(encoding="utf-8") as file:
        return parse(file)


def explain(days: pd.DataFrame) -> pd.Series:
    """Fit the counts to weather and weekend, by least squares.

    Gives how many bicycles a degree, a millimetre of rain and a weekend bring, and
    how many there are without any of them.
    """
    causes, counts = _causes(days), _values(days, "bicycles")
    # One day with a festival should not move what is expected of all others.
    usual = np.abs(counts - np.median(counts)) < 3 * np.std(counts)
    effects, *_ = np.linalg.lstsq(causes[usual], counts[usual])
    return pd.Series(effects, index=["always", "degree", "millimetre", "weekend"])


def compare(days: pd.DataFrame) -> pd.DataFrame:
    """Add what was to be expected, and how unusual each day is.

    A day's `unusual` is its distance from the expected count, in units of what is
    common: the median of all distances.
    """
    expected = _causes(days) @ explain(days).to_numpy(dtype=float)
    distance = _values(days, "bicycles") - expected
    common = float(np.median(np.abs(distance)))
    return days.assign(expected=expected, unusual=distance / common)


def unusual(compared: pd.DataFrame, times: float = 6) -> pd.DataFrame:
    """The days that are more unusual than common ones, so many times."""
    return compared[compared["unusual"].abs() > times]


def plot(compared: pd.DataFrame) -> Figure:
    """Draw counted and expected bicycles, and a ring around unusual days."""
    figure = Figure(figsize=(10, 4), layout="constrained")
    axes = figure.add_subplot()
    dates = compared.index.to_numpy()
    axes.plot(dates, _values(compared, "bicycles"), lw=0.8, label="counted")
    axes.plot(dates, _values(compared, "expected"), lw=0.8, label="expected")
    rings = unusual(compared)
    axes.scatter(
        rings.index.to_numpy(),
        _values(rings, "bicycles"),
        s=80,
        facecolors="none",
        edgecolors="tab:red",
        label="unusual",
    )
    axes.set_ylabel("bicycles a day")
    axes.set_ylim(bottom=0)
    axes.legend(loc="upper left")
    return figure


def _causes(days: pd.DataFrame) -> npt.NDArray[np.float64]:
    saturday = 5
    weekend = pd.DatetimeIndex(days.index).day_of_week >= saturday
    columns = [
        np.ones(len(days)),
        _values(days, "temperature"),
        _values(days, "rain"),
        weekend.astype(float),
    ]
    return np.column_stack(columns)


def _values(days: pd.DataFrame, column: str) -> npt.NDArray[np.float64]:
    return days[column].to_numpy(dtype=float)
