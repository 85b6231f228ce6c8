"""Write a generated site: articles in fourteen languages, the same for the same seed.

    python benchmarks/generate_site.py FOLDER --articles 1000 --seed 1

What the articles are like, and what they were fitted to, is said in `measuring/site.py`. Languages lie in folders of
their own (`FOLDER/de/section-000/000003.md`).
"""

from __future__ import annotations

import argparse
from pathlib import Path

from measuring.site import generate


def main() -> None:
    """Write it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folder", type=Path, help="where to write; made where it is not there")
    parser.add_argument("--articles", type=int, default=1000, metavar="N", help="how many (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="another seed gives other articles (%(default)s)")
    arguments = parser.parse_args()
    written = generate(arguments.folder, articles=arguments.articles, seed=arguments.seed)
    size = sum(path.stat().st_size for path in written)
    print(f"{len(written)} articles, {size / 1e6:.1f} MB, in {arguments.folder}")


if __name__ == "__main__":
    main()
