"""`python -P -m seocheck`."""

import sys

if not sys.flags.safe_path and __name__ == "__main__":
    # Without -P Python puts the working folder first, where a stranger's modules may lie.
    del sys.path[0]

from seocheck.cli import main

if __name__ == "__main__":
    main()
