"""The application: everything that a person can do is one method of one service.

Each method is one transaction and holds the rules; web, worker and commands only call it.
"""
