"""How a value looks to a person: numbers, dates, pictures and language.

The only room where anything is rounded or put into words.
"""
