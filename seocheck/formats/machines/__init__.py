"""Formats for programs: JSON, SARIF, JUnit and what CI systems read."""
