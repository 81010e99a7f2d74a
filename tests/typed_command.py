"""The command line as a user types it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def kg(*arguments: str | Path, cwd: Path | None = None, given: str | None = None) -> subprocess.CompletedProcess[str]:
    """What `kg` with these arguments did, run in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200", "NO_COLOR": "1"}
    return subprocess.run(
        [sys.executable, "-m", "kg", *map(str, arguments)],
        capture_output=True, text=True, cwd=cwd, env=environment, input=given, timeout=120, check=False,
    )  # fmt: skip
