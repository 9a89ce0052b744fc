"""The language server: the protocol and its types only. What it answers is worked out in ``editing``."""
