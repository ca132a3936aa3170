from pytest_benchmark.fixture import BenchmarkFixture

from @module@ import training


def test_train_for_ten_epochs(benchmark: BenchmarkFixture) -> None:
    flowers = training.read().to(training.device())

    def train() -> list[float]:
        return training.train(training.network(flowers), flowers, epochs=10)

    losses = benchmark(train)

    assert losses[-1] < losses[0]
