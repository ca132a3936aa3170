"""Runs a module of the program under a profiler: measure.py KIND FOLDER -- MODULE ...

KIND is cpu (pyinstrument) or memory (memray). The report is a page for a browser.
"""

import subprocess
import sys
from pathlib import Path


def commands(kind: str, folder: Path, words: list[str]) -> tuple[list[list[str]], Path]:
    """What to run, one after the other, and where the report is then."""
    report = folder / f"{kind}.html"
    if kind == "cpu":
        pyinstrument = ["pyinstrument", "-r", "html", "-o", str(report)]
        return [[*pyinstrument, "-m", *words]], report
    recorded = str(folder / "memory.bin")
    record = ["memray", "run", "--force", "--output", recorded]
    draw = ["memray", "flamegraph", "--force", "--output", str(report), recorded]
    return [[*record, "-m", *words], draw], report


def main() -> None:
    """Measure, and say where the report is."""
    kind, folder, _, *words = sys.argv[1:]
    if kind == "memory" and sys.platform == "win32":
        print("memray does not run on Windows: only the CPU is measured there.")
        return
    Path(folder).mkdir(parents=True, exist_ok=True)
    todo, report = commands(kind, Path(folder), words)
    for command in todo:
        status = subprocess.run([sys.executable, "-m", *command], check=False)  # noqa: S603
        if status.returncode != 0:
            sys.exit(status.returncode)
    print(f"The report is {report.as_posix()}.")


if __name__ == "__main__":
    main()
