"""`python -m seocheck`."""

from seocheck.cli import main

if __name__ == "__main__":
    main()
