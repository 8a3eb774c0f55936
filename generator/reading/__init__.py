"""Text becomes records: positioned YAML, front matter, the content tree, fields, and checks across files."""
