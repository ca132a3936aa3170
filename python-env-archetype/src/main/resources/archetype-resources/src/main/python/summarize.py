"""Prints the mean, least and greatest rainfall of each station in a CSV file."""

import csv
import statistics
import sys
from collections import defaultdict

from tabulate import tabulate


def summarize(path: str) -> list[tuple[str, float, int, int]]:
    by_station: dict[str, list[int]] = defaultdict(list)
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            by_station[row["station"]].append(int(row["millimetres"]))
    return [
        (station, statistics.mean(values), min(values), max(values))
        for station, values in sorted(by_station.items())
    ]


if __name__ == "__main__":
    print(tabulate(summarize(sys.argv[1]), headers=["station", "mean", "least", "greatest"]))
