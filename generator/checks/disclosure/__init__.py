"""The rules of this form alone, and how its sentences are read."""

from generator.form.names import SUBJECT

FORM = SUBJECT
"""The form that the rules of this package are for."""
