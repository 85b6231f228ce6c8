"""What a rule is written with (`api`), and how rules are found and loaded (`registry`)."""
