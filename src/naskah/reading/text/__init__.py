"""Plain text -> paragraphs: broken lines joined, marks of extraction taken off."""
