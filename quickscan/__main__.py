"""`python -m quickscan` is the command `quickscan`."""

import sys

from quickscan.cli import main

if __name__ == "__main__":
    sys.exit(main())
