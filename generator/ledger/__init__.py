"""The ledger of applications (依申请公开台账) counted into tables 3 and 4: read, asked about, counted, traced.

What is not certain is asked, never guessed. Names, numbers of persons and contents of applications stay in the ledger:
what leaves this room are case numbers, places in the sheet, and words of the tables.
"""

FILE_NAME = "对照.yaml"
"""What the answers about a ledger are kept in, beside it."""
