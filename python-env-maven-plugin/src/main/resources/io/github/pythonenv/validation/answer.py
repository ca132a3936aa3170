import json, os, sys

# What modules print goes to standard error: standard output is for answers.
_answers = os.fdopen(os.dup(1), "w", encoding="ascii")
os.dup2(2, 1)


def answer(**values):
    _answers.write("\x1epython-env " + json.dumps(values) + "\n")
    _answers.flush()

