"""`python -m tests`: install what the tests need beyond Python, then run every check there is; fails where one fails."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from tests.machine import missing_programs, prepare_machine

ROOT = Path(__file__).parents[1]
WEB = ROOT / "ecosystem" / "render" / "web"
CHECKS: tuple[tuple[str, list[str], Path], ...] = (
    ("lint", [sys.executable, "-m", "ruff", "check", "."], ROOT),
    ("format", [sys.executable, "-m", "ruff", "format", "--check", "."], ROOT),
    ("types", [sys.executable, "-m", "mypy"], ROOT),
    ("import contract", [str(Path(sys.executable).parent / "lint-imports")], ROOT),
    ("catalogue", [sys.executable, "-m", "ecosystem", "check", "docker"], ROOT),
    ("page: packages", ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], WEB),
    ("page: lint, types, tests, build", ["npm", "run", "--silent", "check"], WEB),
    ("tests", [sys.executable, "-m", "pytest", "-rs", "-n", "2", "--dist", "worksteal"], ROOT),
)


def main() -> int:
    """Run the checks in order and say how each ended."""
    prepare_machine()
    missing = missing_programs()
    if missing:
        print("\n".join(missing), flush=True)
        return 1
    failed = [name for name, command, folder in CHECKS if not _passes(name, command, folder)]
    print(f"failed: {', '.join(failed)}" if failed else "every check passed", flush=True)
    return 1 if failed else 0


def _passes(name: str, command: list[str], folder: Path) -> bool:
    program = shutil.which(command[0]) or command[0]
    print(f"--- {name}", flush=True)
    began = time.monotonic()
    code = subprocess.run([program, *command[1:]], cwd=folder, env=os.environ | {"ECOSYSTEM_LANG": "en"}, check=False)
    print(f"--- {name}: {'ok' if code.returncode == 0 else 'FAILED'} in {time.monotonic() - began:.0f} s", flush=True)
    return code.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
