"""Files and questionnaires: reading, checking, publishing, and what is in the folders.

The only room that knows YAML. What leaves it is a `Questionnaire`, or a list of `Problem`s
that say in which file, line and column what is wrong and how to mend it.
"""
