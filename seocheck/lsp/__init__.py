"""A language server: what `seocheck check` finds, in an editor while the article is written.

`documents` checks the text of an editor, `diagnostics`, `hover` and `actions` say in the protocol's terms what came
of it, `server` speaks the protocol. Only this package imports pygls, which the extra `lsp` brings.
"""
