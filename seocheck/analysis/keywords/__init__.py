"""How closely, how often and where an article says its declared keywords."""
