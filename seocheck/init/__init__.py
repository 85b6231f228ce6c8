"""`seocheck init`: a settings file that fits what a folder holds. Finds the generator, asks nothing."""

from seocheck.init.generators import SiteFacts, find_site
from seocheck.init.template import settings_text

__all__ = ["SiteFacts", "find_site", "settings_text"]
