from pytest_benchmark.fixture import BenchmarkFixture

from @module@ import analysis


def test_compare_a_year(benchmark: BenchmarkFixture) -> None:
    days = analysis.read()

    compared = benchmark(analysis.compare, days)

    assert len(compared) == 366
