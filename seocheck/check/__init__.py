"""One article: completed, through the rules, suppressed, scored, reported."""
