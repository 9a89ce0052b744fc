"""The calls of the clerk's page, as plain data: what the form is, what a text says, acts on the text, files made of it.

A carrier (the loopback server, a worker in the browser) brings a name and arguments and takes an answer away. The text
is the only truth: an act answers with the new text and a new look at it, and a call that fails leaves it as it was.
"""
