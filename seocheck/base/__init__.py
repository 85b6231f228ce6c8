"""Text with its places, and small helpers that know nothing of articles."""
