"""Rows: the one database that holds all the truth. The only room that knows SQL.

Its functions take a `Transaction` and give plain values; which steps belong together in one
transaction, and who may take them, is decided in `quickscan.services`.
"""
