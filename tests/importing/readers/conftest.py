"""What the tests of the readers share."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent))  # behind tests/, whose conftest others import
