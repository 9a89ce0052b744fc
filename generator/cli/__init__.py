"""The command line: words and protocol only. What a command does is in ``generator.pipeline``.

Everything is imported as late as possible: a command's module when it is named, the pipeline when it runs.
"""
