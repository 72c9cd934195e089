"""Where Python keeps what it compiled: imported before all else, for this process and those it starts.

Also where nothing may be written beside the code (``PYTHONDONTWRITEBYTECODE``, as in containers), for
there each of the processes that the tests start would compile the generator again.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
os.environ.setdefault("PYTHONPYCACHEPREFIX", str(ROOT / ".pytest_cache" / "bytecode"))
sys.dont_write_bytecode = False
sys.pycache_prefix = os.environ["PYTHONPYCACHEPREFIX"]
