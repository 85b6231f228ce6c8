"""Front matter in YAML, TOML and JSON, with the place of every key and value."""
