"""What commands say: results on stdout, what is wrong on stderr."""

import sys


def say(text: str) -> None:
    """Write a line for whoever (or whatever) reads the result."""
    print(text)


def warn(text: str) -> None:
    """Write a line about something that is wrong."""
    print(text, file=sys.stderr)
