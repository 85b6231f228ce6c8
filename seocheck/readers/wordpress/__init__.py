"""Exports of WordPress (WXR): one file, an article for each item."""
