"""Makes docs/pictures/ again; `--all DIR` takes every page at three widths into DIR."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.e2e.pictures import main

main()
