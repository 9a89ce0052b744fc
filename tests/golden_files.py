"""Where output lies that was looked at and found right, and whether it is to be written anew."""

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"
UPDATE = bool(os.environ.get("UPDATE_GOLDEN"))
