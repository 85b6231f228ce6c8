"""Word documents, and what Google Docs exports as such."""
