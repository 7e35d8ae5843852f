"""Loads and validates what a workspace holds: drafts, clauses, regulations, forms, templates, settings."""
