"""Findings in a document: what a careful drafter would see. One small function a rule, each with a code."""
