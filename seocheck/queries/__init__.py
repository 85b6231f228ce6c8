"""What people asked before they came to a page, held against what it declares and says."""
