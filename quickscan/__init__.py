"""Quickscan: see in ten minutes how ready you are to make an intervention work."""
