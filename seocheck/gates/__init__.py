"""What decides whether a run fails: baseline, changed files and lines, comparison with a commit."""
