"""What a rule of group `site/` imports besides `seocheck.rulekit.api`: the site, and what it finds there."""

from __future__ import annotations

from seocheck.model.report import SummaryKeyword as SummaryKeyword
from seocheck.site.anchors import Anchors as Anchors
from seocheck.site.anchors import is_no_anchor as is_no_anchor
from seocheck.site.anchors import is_part as is_part
from seocheck.site.entries import dead_entries as dead_entries
from seocheck.site.heading_ids import letters_of as letters_of
from seocheck.site.near import SHORT as SHORT
from seocheck.site.near import Sketches as Sketches
from seocheck.site.near import jaccard as jaccard
from seocheck.site.pages import SiteFinding as SiteFinding
from seocheck.site.pages import name_of as name_of
from seocheck.site.site import FEW as FEW
from seocheck.site.site import NAMED as NAMED
from seocheck.site.site import Site as Site
from seocheck.site.site import named as named
