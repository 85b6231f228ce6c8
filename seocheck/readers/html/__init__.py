"""HTML pages: tokens, tree, the article within the page, and what its head declares."""
