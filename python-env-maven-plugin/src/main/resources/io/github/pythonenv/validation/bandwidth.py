import time

import numpy

SIZE = 32 << 20


def moved():
    """Bytes a second that numpy moves through memory: reads two arrays, writes a third. The best of several tries."""
    one, two = numpy.full(SIZE // 8, 1.5), numpy.full(SIZE // 8, 2.5)
    three, best = numpy.empty_like(one), 0.0
    for _ in range(5):
        start = time.perf_counter()
        numpy.add(one, two, out=three)
        best = max(best, 3.0 * SIZE / (time.perf_counter() - start))
    return best


answer(moved=moved())
