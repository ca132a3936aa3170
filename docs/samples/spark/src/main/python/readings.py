"""The project's own module: what executors import out of the archive."""

import os
import sys

import numpy


def summary(values):
    """The mean and the spread of the values, and what computed them: process, folder of the interpreter."""
    numbers = numpy.array(list(values), dtype=float)
    if not numbers.size:
        return []
    return [(os.getpid(), sys.prefix, numpy.__file__, len(numbers), float(numbers.mean()))]
