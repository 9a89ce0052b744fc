"""YAML text → tree of nodes with spans: encodings, slips in the syntax explained, typed reading of scalars."""
