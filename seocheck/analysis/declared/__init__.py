"""What title and description promise, how wide they are, and whether the text keeps it."""
