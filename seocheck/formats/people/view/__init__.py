"""An article's own text with what is said of it at its place, for formats that show the text."""
