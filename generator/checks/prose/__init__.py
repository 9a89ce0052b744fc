"""What the rules about a report's text share: walking it, its sentences, names of agencies, similarity."""
