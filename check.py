"""All checks of the project, in the order in which they fail fastest: `python check.py`."""

from __future__ import annotations

import subprocess
import sys

AROUND = "generator/plugin/*,generator/command/*,generator/cli.py"
"""What needs MkDocs or a command line: some of it runs in processes of its own, unmeasured."""

COMMANDS = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("importlinter.cli", "lint"),
    ("catalogues",),
    ("pytest", "-n", "2", "--cov", "--cov-report="),
    ("coverage", "report", "--skip-covered", f"--omit={AROUND}", "--fail-under=95"),
    ("coverage", "report", "--skip-covered", f"--include={AROUND}", "--fail-under=85"),
)


def main() -> int:
    """Run every check, also after one has failed; 0 if all passed."""
    failed = []
    for command in COMMANDS:
        print("==", " ".join(command), flush=True)
        code = (
            "from importlinter.cli import lint_imports_command as run; run()"
            if command[0].startswith("importlinter")
            else ""
        )
        call = [sys.executable, "-c", code] if code else [sys.executable, "-m", *command]
        if subprocess.run(call).returncode != 0:
            failed.append(command[0])
    print("Failed: " + ", ".join(failed) if failed else "All checks passed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
