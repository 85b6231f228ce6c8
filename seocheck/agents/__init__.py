"""The tools of `seocheck mcp`: what an agent may ask of the folders that the server was started with."""
