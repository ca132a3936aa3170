import humanize


def area(side: int) -> str:
    return humanize.intcomma(side * side)
