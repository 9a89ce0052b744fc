"""Published report → blocks → figures located by label, and narrative → YAML text, with what was doubtful."""
