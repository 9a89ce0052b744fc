"""What the tests of the readers share."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
