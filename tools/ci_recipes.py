"""Write the YAML examples of docs/ci.md to files, so that linters of workflows can read them.

python tools/ci_recipes.py FOLDER
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

RECIPES = Path(__file__).resolve().parent.parent / "docs" / "ci.md"


def kind(text: str) -> str:
    """What reads an example: workflow, gitlab or pre-commit; steps, which are a part of one."""
    if text.startswith(("- uses:", "- restore_cache:")):
        return "steps"
    if "runs-on:" in text:
        return "workflow"
    return "pre-commit" if "hooks:" in text else "gitlab"


def main() -> None:
    """Write each example to a file of its own."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(re.findall(r"```yaml\n(.*?)```", RECIPES.read_text(encoding="utf-8"), re.DOTALL)):
        (folder / f"{kind(text)}-{number}.yml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
