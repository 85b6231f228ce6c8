"""Formats for people: text, Markdown, HTML."""
