"""What forms of one word have in common, and how words are made of each other."""
