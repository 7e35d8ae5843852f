"""Paragraphs -> tree: the same for text files and Word files."""
