"""Jupyter notebooks: their Markdown cells are the article, their code cells are code."""
