import io
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from @module@.analysis import compare, explain, parse, plot, read, unusual


def days(counts: list[float]) -> pd.DataFrame:
    """A day each, from a Monday on, dry and ever warmer."""
    return pd.DataFrame(
        {
            "temperature": np.arange(len(counts), dtype=float),
            "rain": 0.0,
            "bicycles": counts,
        },
        index=pd.date_range("2024-01-01", periods=len(counts), name="date"),
    )


def test_the_file_that_ships_has_a_year() -> None:
    assert len(read()) == 366


def test_effects_are_found_where_there_is_nothing_else() -> None:
    counts = [100.0 + 10 * day - (50 if day % 7 >= 5 else 0) for day in range(28)]

    effects = explain(days(counts))

    assert effects["always"] == pytest.approx(100)
    assert effects["degree"] == pytest.approx(10)
    assert effects["weekend"] == pytest.approx(-50)


def test_unusual_days_are_found() -> None:
    found = unusual(compare(read()))

    assert [f"{date:%d %B}" for date in pd.DatetimeIndex(found.index)] == [
        "08 March",
        "14 May",
        "15 May",
        "21 September",
    ]


def test_a_plot_is_drawn(tmp_path: Path) -> None:
    plot(compare(read())).savefig(tmp_path / "plot.png")

    assert (tmp_path / "plot.png").read_bytes().startswith(b"\x89PNG")


def test_a_missing_column_is_named() -> None:
    with pytest.raises(ValueError, match="no column bicycles, rain"):
        parse(io.StringIO("date,temperature\n2024-01-01,3\n"))


def test_a_missing_value_is_named_with_its_day() -> None:
    text = "date,temperature,rain,bicycles\n2024-01-01,3,0,20\n2024-01-02,3,,20\n"

    with pytest.raises(ValueError, match="missing on 2024-01-02"):
        parse(io.StringIO(text))
