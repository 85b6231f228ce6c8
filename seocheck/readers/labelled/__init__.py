"""Pages saved as text, whose metadata is in label lines."""
