"""Findings written into a copy of the Word file that was checked: as comments, or mended as tracked changes."""
