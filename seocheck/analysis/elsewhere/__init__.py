"""Keywords that an article says where its reader doesn't look: in code, in another script, in what is beside it."""
