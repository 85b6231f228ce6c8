"""Why an article's topics cannot be told."""


class SalienceUnavailable(Exception):
    """Phrases cannot be told for this text; the argument says why, in words for the report."""
