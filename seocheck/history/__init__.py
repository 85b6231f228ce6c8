"""Runs over time: what `check --history FILE` appends, and what `seocheck trend` reads."""
