"""Sentences, syllables, reading ease and style of running text."""
