"""Looks for secrets in the files of this project; the build fails if there is one."""

import sys
from collections.abc import Iterator
from pathlib import Path

from detect_secrets.core.secrets_collection import SecretsCollection
from detect_secrets.settings import default_settings, transient_settings

# What is built, and what other programs write.
FOLDERS = {".cache", ".git", ".idea", ".python-env", "__pycache__", "target"}
LOCKS = {"pylock.toml", "python-env.lock", "uv.lock"}

# They take every digest and every long name for a secret.
TOO_EAGER = {"Base64HighEntropyString", "HexHighEntropyString"}

FILTERS = [
    "allowlist.is_line_allowlisted",
    "heuristic.is_indirect_reference",
    "heuristic.is_lock_file",
    "heuristic.is_not_alphanumeric_string",
    "heuristic.is_potential_uuid",
    "heuristic.is_prefixed_with_dollar_sign",
    "heuristic.is_sequential_string",
    "heuristic.is_templated_secret",
]


def files(folder: Path) -> Iterator[Path]:
    """All files that could be committed."""
    for entry in sorted(folder.iterdir()):
        if entry.is_dir() and not entry.is_symlink():
            if entry.name not in FOLDERS and not entry.name.startswith(".venv"):
                yield from files(entry)
        elif entry.name not in LOCKS:
            yield entry


def main() -> None:
    """Name every secret with its file and line."""
    with default_settings() as default:
        known = set(default.plugins)
    settings = {
        "plugins_used": [{"name": name} for name in sorted(known - TOO_EAGER)],
        "filters_used": [{"path": f"detect_secrets.filters.{f}"} for f in FILTERS],
    }
    secrets = SecretsCollection()
    looked_at = 0
    with transient_settings(settings):
        for file in files(Path()):
            secrets.scan_file(str(file))
            looked_at += 1
    found = [f"{name}:{secret.line_number}: {secret.type}" for name, secret in secrets]
    if found:
        print(*found, sep="\n")
        print("Take the secret out, and make a new one: this one has been seen.")
        print("If it is none, end its line with a comment: pragma: allowlist secret")
        sys.exit(1)
    print(f"No secrets in {looked_at} files.")


if __name__ == "__main__":
    main()
