from pytest_benchmark.fixture import BenchmarkFixture

from @module@.rainfall import Reading, summarize


def test_summarize_a_thousand_stations(benchmark: BenchmarkFixture) -> None:
    readings = [
        Reading(year, f"station {number}", year % 700)
        for number in range(1000)
        for year in range(2000, 2020)
    ]

    summaries = benchmark(summarize, readings)

    assert len(summaries) == 1000
