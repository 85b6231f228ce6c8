"""Reports as rows: CSV, Parquet, data frames."""
