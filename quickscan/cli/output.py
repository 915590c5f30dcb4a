"""What commands say: results on stdout, what is wrong on stderr."""

import sys


def say(text: str) -> None:
    """Write a line for whoever (or whatever) reads the result."""
    print(text)  # noqa: T201 - this is what a command is for


def warn(text: str) -> None:
    """Write a line about something that is wrong."""
    print(text, file=sys.stderr)  # noqa: T201 - idem
