"""The rules of this form alone, and how its sentences are read."""
