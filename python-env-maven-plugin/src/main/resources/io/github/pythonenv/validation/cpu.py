import time


def unit():
    total, words = 0.0, {}
    for i in range(2000):
        total += (i * 3 % 7) / (i + 1)
        words[str(i % 97)] = words.get(str(i % 97), 0) + i
    return sorted(words.values())[-1] + total


def rate(seconds):
    units, start = 0, time.perf_counter()
    while time.perf_counter() - start < seconds:
        unit()
        units += 1
    return units / (time.perf_counter() - start)


rate(0.05)
answer(rate=max(rate(0.1) for _ in range(4)))
