"""One command per module, named like it, with its ``command``. Imported only when the command is named."""
