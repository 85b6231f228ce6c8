"""Which sentences of an article could describe it."""
