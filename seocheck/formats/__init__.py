"""Reports -> text and JSON. Formats choose words and units; positions and scores are made before."""
