"""Changing one value in place: every other byte stays, and the result is read again before it counts.

`suggest` and `fix` decide what to write; how it is written, verified and put in the file's place is done here.
"""
