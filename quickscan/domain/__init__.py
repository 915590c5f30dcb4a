"""What a scan means: questionnaires, answers, scores and advice, as plain values.

Nothing here does I/O or knows about HTTP, YAML, SQL or HTML; only the standard library is
imported. Whoever needs a figure calls `assess` and reads it from the `Assessment`.
"""
