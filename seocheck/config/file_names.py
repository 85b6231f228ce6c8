"""What a settings file is called."""

FILE_NAMES = ("seocheck.yml", ".seocheck.yml", "seocheck.yaml", ".seocheck.yaml")
"""Names under which settings are looked for, the first found in a folder; then `PYPROJECT`, if it has the section."""

PYPROJECT = "pyproject.toml"
