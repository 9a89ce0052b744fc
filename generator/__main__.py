"""``python -m generator``: the command line, where the ``nianbao`` command itself is not on the path."""

from generator.cli.app import main

if __name__ == "__main__":
    main()
