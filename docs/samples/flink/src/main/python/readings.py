"""The project's own module: what Python workers import out of the archive."""

import os
import sys

import numpy


def summary(values):
    """How many values there are and their mean, and what computed it: process, folder of the interpreter, numpy."""
    numbers = numpy.array(list(values), dtype=float)
    return os.getpid(), sys.prefix, numpy.__file__, len(numbers), float(numbers.mean())
