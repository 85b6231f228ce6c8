"""What the benchmarks have in common: the stages of a check, the articles to run on, and how processes are measured."""
