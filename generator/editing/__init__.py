"""What an editor asks while a report is typed: text and a place in, plain answers out. No protocol, nothing printed.

Works on half-typed text: what needs only lines and indentation comes from :mod:`skeleton`, what needs figures from the
check of the text as far as it could be read. Lines and columns are 1-based, in characters, as in findings.
"""
