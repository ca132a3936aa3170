import time


def reason():
    """Why nothing can be measured, if so."""
    try:
        import torch
    except Exception as error:
        return "torch does not import: " + str(error).splitlines()[0]
    return None if torch.cuda.is_available() else "torch sees no GPU that it can use."


def timed(work, seconds=0.3):
    """How often a piece of work is done in a second."""
    import torch

    work()
    torch.cuda.synchronize()
    rounds, start = 0, time.perf_counter()
    while time.perf_counter() - start < seconds:
        work()
        torch.cuda.synchronize()
        rounds += 1
    return rounds / (time.perf_counter() - start)


def measured():
    import torch

    size, length = 2048, 64 << 20
    one = torch.rand(size, size, device="cuda")
    source = torch.zeros(length, dtype=torch.uint8, device="cuda")
    target = torch.empty_like(source)
    return {
        "multiplied": 2.0 * size**3 * timed(lambda: one @ one),
        # Read once, written once.
        "copied": 2.0 * length * timed(lambda: target.copy_(source)),
    }


answer(reason=reason()) if sys.argv[1] == "look" else answer(**measured())
