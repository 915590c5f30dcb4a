"""Measures Quickscan: numbers, not verdicts. `make bench`, or `python -m tests.bench`."""
