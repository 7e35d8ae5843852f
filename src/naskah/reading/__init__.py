"""Documents that exist -> the tree: .docx and plain text. Anything parses; what is not understood is kept."""
