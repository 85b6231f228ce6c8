"""What label lines are called, in any language."""
