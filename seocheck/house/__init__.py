"""House style: rules in settings. They name words to avoid, words with better ones, and how often a word may be said.

`values`: what a rule says. `vale`: the same, read from a file of Vale. `patterns`: compiled, and with bounds.
`matching`: what a rule finds in an article. `rules`: a rule as all others are.
"""
