"""What a rule of group `site/` imports besides `seocheck.rulekit.api`: the site, and what it finds there."""

from __future__ import annotations

from seocheck.model.report import SummaryKeyword as SummaryKeyword
from seocheck.site.anchors import Anchors as Anchors
from seocheck.site.anchors import is_no_anchor as is_no_anchor
from seocheck.site.anchors import is_part as is_part
from seocheck.site.entries import dead_entries as dead_entries
from seocheck.site.heading_ids import letters_of as letters_of
from seocheck.site.homes import HOME_ZONES as HOME_ZONES
from seocheck.site.homes import about as about
from seocheck.site.homes import by_keyword as by_keyword
from seocheck.site.homes import home_of as home_of
from seocheck.site.homes import names_its_title as names_its_title
from seocheck.site.mentions import Mentions as Mentions
from seocheck.site.near import SHORT as SHORT
from seocheck.site.near import Sketches as Sketches
from seocheck.site.pages import Page as Page
from seocheck.site.pages import SiteFinding as SiteFinding
from seocheck.site.pages import name_of as name_of
from seocheck.site.site import FEW as FEW
from seocheck.site.site import NAMED as NAMED
from seocheck.site.site import Site as Site
from seocheck.site.site import named as named
