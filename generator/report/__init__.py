"""Tree → immutable Report: typed reading of every place, schema validation, computed totals, expressions in text."""
