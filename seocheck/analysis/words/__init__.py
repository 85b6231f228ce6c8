"""Words: cut, folded, stemmed, and where in an article they are."""
