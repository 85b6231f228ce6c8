"""What an article is about by its own words."""
