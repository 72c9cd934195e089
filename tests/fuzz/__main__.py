"""``python -m tests.fuzz``: the folder of the tests is looked in first, as pytest does it."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from fuzz.run import main

sys.exit(main())
