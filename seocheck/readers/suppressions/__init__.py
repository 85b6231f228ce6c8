"""Requests to suppress findings, in comments and in front matter."""
