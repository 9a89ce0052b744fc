"""改稿: a Word file that somebody has edited, taken back into the YAML by the smallest edits."""
