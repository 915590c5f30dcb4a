"""The commands: thin ways to reach what the rooms can do, for authors and those who run it.

Each module of commands has a function `add`, which declares its commands with a function
that runs each. What a command needs is imported inside that function, so that `check` does
not wait for a web server.
"""

from quickscan.cli.program import main

__all__ = ["main"]
