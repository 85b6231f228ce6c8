"""reStructuredText, as docutils parses it."""
