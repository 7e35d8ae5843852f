"""Findings as text for the terminal, JSON, SARIF, a web page, and rows of a spreadsheet."""
