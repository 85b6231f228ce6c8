"""Many articles: found, read, guarded, scheduled over processes, and remembered."""
