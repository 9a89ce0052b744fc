"""The words of running text that the reading of sentences knows, as data (lexicon.yaml)."""
