"""How often, and where in it, an article says its keywords and other phrases."""
