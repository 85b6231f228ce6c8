"""Files of rows (JSON Lines, CSV, Parquet): an article for each row."""
