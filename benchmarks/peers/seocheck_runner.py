"""seocheck on an article's bytes. Arguments: rules to leave out."""

import gc
import sys

from serve import serve

from seocheck.config import Settings, make_plan
from seocheck.runs.run import check_bytes

PLAN = make_plan(Settings(), ignore=sys.argv[1:])
gc.set_threshold(50_000, 20, 50)  # as worker processes have it


def check(article):
    """The number of findings."""
    return len(check_bytes(article["markdown"].encode(), article["path"], PLAN).findings)


serve(check)
