"""Lines that belong to the page around an article."""

FURNITURE = frozenset(
    """
    table of contents|contents|on this page|in this article|share to|share|share this|share this article|share on
    |tweet|pin it|email|print|copy link|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|instagram
    |close|menu|open menu|close menu|home|search|skip to content|skip to main content|back to top|read more|see more
    |show more|load more|advertisement|ad|sponsored|subscribe|sign up|sign in|log in|login|register|newsletter
    |related|related posts|related articles|recommended|you may also like|comments|leave a comment|leave a reply
    |add a comment|previous|next|previous article|next article|previous post|next post|cookie settings
    |accept cookies|accept all|all rights reserved|privacy policy|terms of service|terms of use|about us|contact us
    |inhalt|inhaltsverzeichnis|teilen|drucken|schließen|sommaire|partager|fermer|compartir|cerrar|condividi|chiudi
    """.replace("\n", "").replace("    ", "").split("|")
)  # fmt: skip
"""Lines that belong to the page around an article, compared without case and a closing colon."""
