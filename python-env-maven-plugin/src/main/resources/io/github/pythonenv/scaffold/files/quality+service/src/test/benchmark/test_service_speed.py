from pytest_benchmark.fixture import BenchmarkFixture

from @module@.service import shipped


def test_summarize_a_station(benchmark: BenchmarkFixture) -> None:
    stations = shipped()

    summary = benchmark(stations.summary, "valley")

    assert summary.years == 3
