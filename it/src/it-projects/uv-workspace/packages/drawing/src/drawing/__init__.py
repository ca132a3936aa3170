from shapes import area


def caption(side: int) -> str:
    return f"a square of {area(side)}"
