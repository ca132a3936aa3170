"""Measures what the number of threads costs or gains under a CPU quota, in pairs, one after the other.

    sudo python3 measure_quota.py --python .venv/bin/python --quota 1.0 --pairs 9

Needs Linux, the right to make a control group (root), and an environment with numpy. Each run is a process of its own in
that group: once with the threads that libraries choose themselves, once with those that the quota has time for. The order
changes from pair to pair. Without --quota nothing is limited.
"""
import argparse
import math
import os
import pathlib
import statistics
import subprocess

WORK = """
import time, numpy
random = numpy.random.default_rng(0)
small, large = random.random((96, 96)), random.random((700, 700))
small @ small, numpy.linalg.eigvalsh(large)
start = time.perf_counter()
for _ in range(2500):
    small = small @ small
    small /= numpy.abs(small).max()
for _ in range(6):
    numpy.linalg.eigvalsh(large @ large.T)
print(time.perf_counter() - start)
"""


class Group:
    """A control group with a quota, of version 2 or 1."""

    def __init__(self, quota):
        two = pathlib.Path("/sys/fs/cgroup/cgroup.controllers")
        parent = two.parent if two.exists() and "cpu" in two.read_text() else pathlib.Path("/sys/fs/cgroup/cpu")
        self.folder = parent / f"python-env-{os.getpid()}"
        self.folder.mkdir()
        micros = int(quota * 100_000)
        if two.exists() and parent == two.parent:
            (self.folder / "cpu.max").write_text(f"{micros} 100000")
        else:
            (self.folder / "cpu.cfs_period_us").write_text("100000")
            (self.folder / "cpu.cfs_quota_us").write_text(str(micros))

    def enter(self):
        (self.folder / "cgroup.procs").write_text(str(os.getpid()))

    def throttled(self):
        facts = dict(line.split() for line in (self.folder / "cpu.stat").read_text().splitlines())
        return int(facts.get("nr_throttled", 0))

    def remove(self):
        self.folder.rmdir()


def run(python, threads, group):
    variables = {name: value for name, value in os.environ.items() if not name.startswith(("OMP_", "OPENBLAS_"))}
    if threads:
        variables |= {"OMP_NUM_THREADS": str(threads), "OPENBLAS_NUM_THREADS": str(threads)}
    before = group.throttled() if group else 0
    out = subprocess.run([python, "-c", WORK], env=variables, check=True, capture_output=True, text=True,
                         preexec_fn=group.enter if group else None).stdout
    return float(out), (group.throttled() - before if group else 0)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--python", required=True)
    options.add_argument("--quota", type=float)
    options.add_argument("--pairs", type=int, default=9)
    asked = options.parse_args()
    group = Group(asked.quota) if asked.quota else None
    cpus = len(os.sched_getaffinity(0))
    threads = max(1, min(cpus, math.ceil(asked.quota or cpus)))
    seconds = {0: [], threads: []}
    try:
        print(f"{cpus} CPUs, quota {asked.quota or 'none'}, load {os.getloadavg()[0]:.2f}")
        for pair in range(asked.pairs):
            order = (0, threads) if pair % 2 == 0 else (threads, 0)
            results = {choice: run(asked.python, choice, group) for choice in order}
            for choice, (took, _) in results.items():
                seconds[choice].append(took)
            (plain, waits), (tuned, fewer) = results[0], results[threads]
            print(f"pair {pair + 1}: untuned {plain:.2f} s ({waits} times throttled), "
                  f"tuned {tuned:.2f} s ({fewer}), ratio {plain / tuned:.2f}")
    finally:
        if group:
            group.remove()
    ratios = [plain / tuned for plain, tuned in zip(seconds[0], seconds[threads])]
    print(f"medians: untuned {statistics.median(seconds[0]):.2f} s, tuned ({threads} threads) "
          f"{statistics.median(seconds[threads]):.2f} s; ratio of pairs {statistics.median(ratios):.2f} "
          f"({min(ratios):.2f} to {max(ratios):.2f})")


main()
