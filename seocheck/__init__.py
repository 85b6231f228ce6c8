"""seocheck: holds an article's declared keywords and meta description against its body text.

    import seocheck

    report = seocheck.check_file("article.md")
    print(report.score, [finding.message for finding in report.findings])

Nothing here prints, exits, or keeps state between calls; all functions may be called from several threads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from seocheck._version import __version__
from seocheck.errors import SeocheckError, SettingsError, UnreadableError, UnreadableFilesError

if TYPE_CHECKING:
    from seocheck.api import check_article, check_file, check_paths, check_text, check_texts
    from seocheck.config import Settings, load_settings
    from seocheck.formats.tables.batch import check_table
    from seocheck.formats.tables.data_frame import findings_to_dataframe, keywords_to_dataframe, to_dataframe
    from seocheck.formats.tables.site_batch import site_table
    from seocheck.model.report import Report, ReportedFinding
    from seocheck.model.report import ReportedFinding as Finding
    from seocheck.model.result import PassedOver

__all__ = [
    "Finding",
    "PassedOver",
    "Report",
    "ReportedFinding",
    "SeocheckError",
    "Settings",
    "SettingsError",
    "UnreadableError",
    "UnreadableFilesError",
    "__version__",
    "check_article",
    "check_file",
    "check_paths",
    "check_table",
    "check_text",
    "check_texts",
    "findings_to_dataframe",
    "keywords_to_dataframe",
    "load_settings",
    "site_table",
    "to_dataframe",
]

_HOMES = {
    "check_article": "seocheck.api",
    "check_file": "seocheck.api",
    "check_paths": "seocheck.api",
    "check_table": "seocheck.formats.tables.batch",
    "check_text": "seocheck.api",
    "check_texts": "seocheck.api",
    "findings_to_dataframe": "seocheck.formats.tables.data_frame",
    "keywords_to_dataframe": "seocheck.formats.tables.data_frame",
    "site_table": "seocheck.formats.tables.site_batch",
    "to_dataframe": "seocheck.formats.tables.data_frame",
    "Settings": "seocheck.config",
    "load_settings": "seocheck.config",
    "Report": "seocheck.model.report",
    "ReportedFinding": "seocheck.model.report",
    "Finding": "seocheck.model.report",
    "PassedOver": "seocheck.model.result",
}


def __getattr__(name: str) -> object:
    """Load the parts of the public API when they are first used: `seocheck --version` needs none of them."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), "ReportedFinding" if name == "Finding" else name)
    raise AttributeError(f"module 'seocheck' has no attribute {name!r}")
