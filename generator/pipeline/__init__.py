"""The use cases and nothing else: open, check, fix, build, export, start anew. Nothing here prints; callers decide how
to show it."""
