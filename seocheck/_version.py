"""The version, in one place for code that must not import the whole package."""

__version__ = "0.1.0"
