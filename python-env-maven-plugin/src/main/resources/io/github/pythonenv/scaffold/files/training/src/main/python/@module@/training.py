"""A small network that learns to tell irises apart, on the CPU or on a GPU.

The 150 flowers are those of R. A. Fisher, "The use of multiple measurements in
taxonomic problems", 1936.
"""

import csv
import time
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import Tensor, nn

MEASURES = ["sepal_length", "sepal_width", "petal_length", "petal_width"]
SPECIES = ["setosa", "versicolor", "virginica"]


@dataclass(frozen=True, slots=True)
class Flowers:
    """Measures, a row a flower, and the numbers of their species."""

    measures: Tensor
    species: Tensor

    def __len__(self) -> int:
        """How many there are."""
        return len(self.species)

    def at(self, rows: Tensor) -> "Flowers":
        """Those with these numbers."""
        return Flowers(self.measures[rows], self.species[rows])

    def to(self, device: torch.device) -> "Flowers":
        """The same in the memory of a device."""
        return Flowers(self.measures.to(device), self.species.to(device))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a training came to."""

    device: str
    losses: list[float]
    accuracy: float
    flowers_per_second: float


def read() -> Flowers:
    """Read the file that ships with this package."""
    data = files(__package__).joinpath("data", "iris.csv")
    rows = list(csv.DictReader(data.read_text(encoding="utf-8").splitlines()))
    measures = torch.tensor([[float(row[name]) for name in MEASURES] for row in rows])
    species = torch.tensor([SPECIES.index(row["species"]) for row in rows])
    return Flowers(measures, species)


def split(flowers: Flowers, seed: int) -> tuple[Flowers, Flowers]:
    """Deal them out, four of five to learn from and the fifth to test with."""
    generator = torch.Generator().manual_seed(seed)
    order = torch.randperm(len(flowers), generator=generator)
    border = len(flowers) * 4 // 5
    return flowers.at(order[:border]), flowers.at(order[border:])


def device() -> torch.device:
    """The GPU that programs here are to see, if there is one, or else the CPU.

    Which GPUs that are, and how many threads the CPU gets, says python-env.json.
    """
    if torch.accelerator.is_available():
        found = torch.accelerator.current_accelerator()
        if found is not None:
            return found
    return torch.device("cpu")


def network(flowers: Flowers) -> nn.Module:
    """A network for measures like these, not trained yet."""
    return nn.Sequential(
        Scaling(flowers.measures.mean(dim=0), flowers.measures.std(dim=0)),
        nn.Linear(len(MEASURES), 32),
        nn.ReLU(),
        nn.Linear(32, len(SPECIES)),
    )


class Scaling(nn.Module):
    """Brings measures to a mean of 0 and a deviation of 1."""

    mean: Tensor
    deviation: Tensor

    def __init__(self, mean: Tensor, deviation: Tensor) -> None:
        super().__init__()
        self.register_buffer("mean", mean)
        self.register_buffer("deviation", deviation)

    def forward(self, measures: Tensor) -> Tensor:
        """Scale a row a flower."""
        return (measures - self.mean) / self.deviation


def train(
    model: nn.Module, flowers: Flowers, epochs: int = 40, batch: int = 16
) -> list[float]:
    """Train where the flowers are; gives the mean loss of each epoch."""
    where = flowers.measures.device
    model.to(where).train()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    lossy = nn.CrossEntropyLoss()
    losses = []
    for _ in range(epochs):
        total = torch.zeros((), device=where)
        for rows in torch.randperm(len(flowers), device=where).split(batch):
            part = flowers.at(rows)
            optimizer.zero_grad()
            loss = lossy(model(part.measures), part.species)
            loss.backward()
            optimizer.step()
            # Added up on the device: asking for it would wait for the GPU each time.
            total += loss.detach() * len(rows)
        losses.append(total.item() / len(flowers))
    return losses


def accuracy(model: nn.Module, flowers: Flowers) -> float:
    """The share of flowers whose species it tells."""
    model.eval()
    with torch.inference_mode():
        told = model(flowers.measures).argmax(dim=1)
    return float((told == flowers.species).float().mean().item())


def run(epochs: int = 40, seed: int = 1, save: Path | None = None) -> Outcome:
    """Train on this machine's device, test, and keep the weights if asked to."""
    torch.manual_seed(seed)
    where = device()
    learned, tested = (part.to(where) for part in split(read(), seed))
    model = network(learned)
    start = time.perf_counter()
    losses = train(model, learned, epochs)
    seconds = time.perf_counter() - start
    if save is not None:
        save.parent.mkdir(parents=True, exist_ok=True)
        weights = {name: value.cpu() for name, value in model.state_dict().items()}
        save_file(weights, save)
    throughput = epochs * len(learned) / seconds
    return Outcome(str(where), losses, accuracy(model, tested), throughput)
