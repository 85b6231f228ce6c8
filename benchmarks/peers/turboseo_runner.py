"""turboseo's whole analysis of an article's Markdown, with the first declared keyword; nothing reaches the network.

What it tries to reach is refused at once and named: a figure must not hold the time of a download.
"""

import sys

from serve import serve

tried = []


def refuse(event, arguments):
    """Refuse to look addresses up and to connect."""
    if event in ("socket.getaddrinfo", "socket.connect"):
        tried.append(str(arguments[0] if event == "socket.getaddrinfo" else arguments[1]))
        raise OSError(f"the network is closed: {tried[-1]}")


sys.addaudithook(refuse)

from turboseo import analyze_seo  # noqa: E402


def check(article):
    """The number of issues."""
    result = analyze_seo(
        article["body"],
        primary_keyword=article["keyword"] or None,
        meta_title=article["title"] or None,
        meta_description=article["description"] or None,
    )
    if tried:
        raise OSError(f"asks the network for {tried[0]}")
    return len(result.critical_issues) + len(result.warnings) + len(result.suggestions)


serve(check)
