"""The words of ledgers as data, each with its source and an example: columns, kinds of applicants, outcomes, reviews.

They belong to the form of 2021: what they stand for are that form's own keys (a test proves each).
"""
