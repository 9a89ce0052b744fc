"""What patterns are made of."""

HAN = r"[^\W\d\x00-\xff]"
"""A Han character, as far as texts in Chinese go: a letter beyond Latin-1. The class of their code points says it more
narrowly, and takes a millisecond to compile wherever it stands."""
