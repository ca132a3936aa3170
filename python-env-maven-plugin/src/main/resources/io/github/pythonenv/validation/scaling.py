import hashlib, threading, time

SIZE = 32 << 20
MIB = 1 << 20


def cores():
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def copied():
    """Bytes a second that one thread copies: the best of several tries."""
    source, target, best = bytearray(os.urandom(MIB)) * (SIZE // MIB), bytearray(SIZE), 0.0
    for _ in range(5):
        start = time.perf_counter()
        target[:] = source
        best = max(best, SIZE / (time.perf_counter() - start))
    return best


def hashed(threads, seconds=0.15):
    """Bytes a second that threads hash together; hashing lets go of the interpreter's lock."""
    data, counts, until = bytes(MIB), [0] * threads, time.perf_counter() + seconds

    def work(number):
        while time.perf_counter() < until:
            hashlib.sha256(data).digest()
            counts[number] += 1

    workers = [threading.Thread(target=work, args=(number,)) for number in range(threads)]
    start = time.perf_counter()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return sum(counts) * MIB / (time.perf_counter() - start)


def multiplied(seconds=0.3):
    """Floating point operations a second of numpy's matrix product; nothing without numpy."""
    try:
        import numpy
    except Exception:
        return None
    size = 512
    one = numpy.random.default_rng(0).random((size, size))
    one @ one
    rounds, start = 0, time.perf_counter()
    while time.perf_counter() - start < seconds:
        one @ one
        rounds += 1
    return 2.0 * size**3 * rounds / (time.perf_counter() - start)


def retained():
    """Bytes that stay with the process when many small objects are freed; nothing where the system does not tell."""
    def resident():
        with open("/proc/self/statm") as statm:
            return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    try:
        before = resident()
        kept = [bytes(200) for _ in range(200_000)]
        every = kept[:: 1000]
        del kept
        return max(0, resident() - before) if every else 0
    except (OSError, AttributeError, ValueError):
        return None


threads = cores()
answer(
    threads=threads,
    retained=retained(),
    copied=copied(),
    single=hashed(1),
    together=hashed(threads),
    multiplied=multiplied(),
)
