"""Collecting: a folder of reports read in processes, held against the roster, and what is written of it."""
