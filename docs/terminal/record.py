# /// script
# requires-python = ">=3.11"
# dependencies = ["pyte>=0.8.2,<0.9"]
# ///
"""Runs a command on a terminal of its own and draws what is seen there, as it comes, into an SVG.

    record.py ensure.svg mvn python-env:ensure

A picture that is not played, and one that is printed, shows the end.
"""

import fcntl
import html
import itertools
import os
import pty
import struct
import sys
import termios
import time

import pyte

COLUMNS, LINES = 110, 120
WIDTH, HEIGHT, MARGIN = 8.4, 19, 14  # of a character, of a line, around all: pixels
FRAME = 0.1  # seconds: what is seen for a shorter time is not drawn
PAUSE = 1.0  # seconds that are waited at most where nothing happens for longer
END = 5.0  # seconds that the end stays before it all begins anew

STYLE = """
text{font:14px ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;white-space:pre;fill:#1f2328}
rect{fill:#f6f8fa;stroke:#d1d9e0}
.b{font-weight:bold}.red{fill:#b3141d}.green{fill:#116329}.brown{fill:#7d4e00}
.blue{fill:#0550ae}.magenta{fill:#6639ba}.cyan{fill:#0c6b75}
@media(prefers-color-scheme:dark){
text{fill:#e6edf3}rect{fill:#0d1117;stroke:#3d444d}
.red{fill:#ff7b72}.green{fill:#56d364}.brown{fill:#e3b341}
.blue{fill:#79c0ff}.magenta{fill:#d2a8ff}.cyan{fill:#56d4dd}
}
""".replace("\n", "")


def run(command):
    """What the command writes to its terminal, each piece with the seconds until it came, long pauses cut."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execvp(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    played, last = 0.0, time.monotonic()
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # Linux: nobody has the terminal open any more
            break
        if not piece:
            break
        now = time.monotonic()
        played, last = played + min(now - last, PAUSE), now
        yield played, piece
    if os.waitpid(pid, 0)[1] != 0:
        sys.exit("The command failed; nothing is drawn.")


def spans(screen, row):
    """A line of the screen as SVG: a span for each change of colour."""
    cells = [screen.buffer[row][column] for column in range(COLUMNS)]
    drawn = ""
    for style, run_of_cells in itertools.groupby(cells, lambda cell: (cell.fg.removeprefix("bright"), cell.bold)):
        text = html.escape("".join(cell.data for cell in run_of_cells), quote=False)
        names = [name for name in (style[0], style[1] and "b") if name and name != "default"]
        drawn += f'<tspan class="{" ".join(names)}">{text}</tspan>' if names and text.strip() else text
    return drawn.rstrip()


def sightings(command, pieces):
    """What is seen where: (row, spans, since, until), and when it was over."""
    screen = pyte.Screen(COLUMNS, LINES)
    stream = pyte.ByteStream(screen)
    stream.feed(f"\033[1m$ {' '.join(command)}\033[0m\r\n".encode())
    seen, shown, last, now = [], {}, 0.0, 0.0

    def look():
        for row in range(LINES):
            line = spans(screen, row)
            before, since = shown.get(row, ("", 0.0))
            if line != before:
                if before:
                    seen.append((row, before, since, now))
                shown[row] = (line, now)

    look()
    for now, piece in pieces:
        if now - last >= FRAME:  # what stood until this piece came
            look()
            last = now
        stream.feed(piece)
    look()
    seen += [(row, line, since, None) for row, (line, since) in shown.items() if line]
    return seen, now


def svg(seen, over):
    height = (max(row for row, _, _, until in seen if until is None) + 1) * HEIGHT + 2 * MARGIN
    width = round(COLUMNS * WIDTH + 2 * MARGIN)
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}">'
    yield f"<style>{STYLE}</style>"
    yield f'<rect x=".5" y=".5" width="{width - 1}" height="{height - 1}" rx="8">'
    yield f'<animate id="c" attributeName="rx" from="8" to="8" dur="{over + END:.2f}s" begin="0s;c.end"/></rect>'
    for row, line, since, until in sorted(seen, key=lambda one: (one[0], one[2])):
        place = f'x="{MARGIN}" y="{MARGIN + (row + 0.75) * HEIGHT:g}"'
        if until is not None:
            when = f'<set attributeName="visibility" to="visible" begin="c.begin+{since:.2f}s" dur="{until - since:.2f}s"/>'
            yield f'<text {place} visibility="hidden">{line}{when}</text>'
        elif since > 0:
            when = f'<set attributeName="visibility" to="hidden" begin="c.begin" dur="{since:.2f}s"/>'
            yield f"<text {place}>{line}{when}</text>"
        else:
            yield f"<text {place}>{line}</text>"
    yield "</svg>"


def main():
    file, command = sys.argv[1], sys.argv[2:]
    seen, over = sightings(command, run(command))
    with open(file, "w", encoding="utf-8") as out:
        out.writelines(line + "\n" for line in svg(seen, over))


main()
