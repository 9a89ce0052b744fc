"""``python -m generator`` is ``nianbao``."""

from generator.cli.app import main

if __name__ == "__main__":
    main()
