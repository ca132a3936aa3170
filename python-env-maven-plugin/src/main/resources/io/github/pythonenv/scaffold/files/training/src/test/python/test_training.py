from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from @module@ import training


def test_the_file_that_ships_has_all_flowers() -> None:
    flowers = training.read()

    assert flowers.measures.shape == (150, 4)
    assert torch.bincount(flowers.species).tolist() == [50, 50, 50]


def test_no_flower_is_learned_and_tested() -> None:
    flowers = training.read()
    numbered = training.Flowers(torch.arange(150.0).reshape(-1, 1), flowers.species)

    learned, tested = training.split(numbered, seed=3)

    together = torch.cat([learned.measures, tested.measures]).flatten()
    assert (len(learned), len(tested)) == (120, 30)
    assert sorted(together.tolist()) == list(range(150))


def test_it_learns(tmp_path: Path) -> None:
    outcome = training.run(epochs=40, save=tmp_path / "iris.safetensors")

    assert outcome.losses[-1] < outcome.losses[0] / 3
    assert outcome.accuracy > 0.85
    assert outcome.flowers_per_second > 0
    assert load_file(tmp_path / "iris.safetensors")["1.weight"].shape == (32, 4)


def test_it_computes_on_the_cpu_where_there_is_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(torch.accelerator, "is_available", lambda: False)

    assert training.run(epochs=1).device == "cpu"
