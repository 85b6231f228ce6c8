"""Many articles at once: what a rule of group `site/` can ask, and what comes of it.

One map over articles, which makes a Summary of each, and one reduce over the Summaries: `index` keeps them in SQLite,
`pages` says which of them compete, `run` runs the rules and turns what they find into Reports.
"""
