"""The HTML report: an overview of a run, and a page for each article with its text and what is said of it."""
