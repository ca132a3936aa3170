"""Reads hourly meter readings, writes the usual day hour by hour, prints it and what was unusual.

Usage: python -m load_profile READINGS.csv PROFILE.csv
"""

import sys
from pathlib import Path

import numpy as np
import pandas as pd

BAR = 40
"""Characters of the longest bar."""

UNUSUAL = 6.0
"""How many robust standard deviations away from its hour's median makes a reading unusual."""


def read(path: Path) -> pd.DataFrame:
    readings = pd.read_csv(path, parse_dates=["time"], index_col="time")
    gaps = readings.index.to_series().diff().dropna() != pd.Timedelta(hours=1)
    if gaps.any():
        raise ValueError(f"{path}: the reading at {gaps.idxmax()} is not an hour after the one before")
    readings["hour"] = readings.index.hour
    readings["kind"] = np.where(readings.index.day_of_week < 5, "weekday", "weekend")
    return readings


def profile(readings: pd.DataFrame) -> pd.DataFrame:
    """The median of each hour of the day, which a few faulty readings do not move."""
    return readings.groupby(["hour", "kind"])["kilowatt_hours"].median().unstack()


def unusual(readings: pd.DataFrame) -> pd.Series:
    grouped = readings.groupby(["hour", "kind"])["kilowatt_hours"]
    distance = (readings["kilowatt_hours"] - grouped.transform("median")).abs()
    # 1.4826 makes the median absolute deviation comparable with a standard deviation.
    spread = 1.4826 * distance.groupby([readings["hour"], readings["kind"]]).transform("median")
    return readings.loc[distance > UNUSUAL * spread, "kilowatt_hours"]


def main(source: str, destination: str) -> None:
    readings = read(Path(source))
    usual = profile(readings)
    target = Path(destination)
    target.parent.mkdir(parents=True, exist_ok=True)
    usual.round(2).to_csv(target)

    print(f"{len(readings)} readings, {readings.index[0]:%d %B} to {readings.index[-1]:%d %B %Y}")
    print(f"{readings['kilowatt_hours'].sum():,.0f} kWh in all, base load {usual.to_numpy().min():.1f} kW\n")
    print("hour  a usual weekday, kW")
    for hour, load in usual["weekday"].items():
        print(f"{hour:>4}  {'█' * round(BAR * load / usual['weekday'].max()):<{BAR}} {load:5.1f}")
    print("\nunusual readings")
    for time, load in unusual(readings).items():
        expected = usual.at[time.hour, "weekday" if time.day_of_week < 5 else "weekend"]
        print(f"  {time:%a %d %B %H:%M} {load:5.1f} kWh, usual is {expected:.1f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
