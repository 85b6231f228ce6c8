"""Markdown, with the templating of site generators in it."""
