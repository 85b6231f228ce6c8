"""Settings: their types, where they are found, and how they and a profile decide about each rule."""

from seocheck.config.load import SettingsFinder, load_settings, settings_from
from seocheck.config.plan import Plan, RulePlan, check_names, make_plan
from seocheck.config.settings import Settings

__all__ = [
    "Plan",
    "RulePlan",
    "Settings",
    "SettingsFinder",
    "check_names",
    "load_settings",
    "make_plan",
    "settings_from",
]
