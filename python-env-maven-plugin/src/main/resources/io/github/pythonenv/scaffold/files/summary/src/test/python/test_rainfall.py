import pytest

from @module@.rainfall import Reading, Summary, parse, read, summarize


def test_the_file_that_ships_is_read() -> None:
    assert Reading(2022, "valley", 512) in read()


def test_each_station_is_summarized() -> None:
    readings = [Reading(2021, "b", 4), Reading(2021, "a", 1), Reading(2022, "a", 2)]

    assert summarize(readings) == [Summary("a", 1.5, 1, 2), Summary("b", 4, 4, 4)]


@pytest.mark.parametrize("line", ["2021,hill,much", "2021", "hill,903,2021"])
def test_what_is_no_reading_is_named_with_its_line(line: str) -> None:
    with pytest.raises(ValueError, match="line 2 is no reading"):
        parse(["year,station,millimetres", line])
