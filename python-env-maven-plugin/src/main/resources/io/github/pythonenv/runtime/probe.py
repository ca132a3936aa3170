# Imports what a whole Python consists of, and says for each module how that went. A line is written before
# and after each import, so that a module that ends the process is named by the line that is last.
import os
import sys
from importlib import import_module
from importlib.machinery import EXTENSION_SUFFIXES


def say(*words):
    print(*words, sep="\t", flush=True)


def extension_modules():
    suffixes = tuple(sorted(EXTENSION_SUFFIXES, key=len, reverse=True))
    found = set()
    for folder in sys.path:
        if os.path.isdir(folder) and os.path.basename(folder) != "site-packages":
            for file in os.listdir(folder):
                suffix = next((s for s in suffixes if file.endswith(s)), None)
                if suffix:
                    found.add(file[: -len(suffix)])
    # CPython's own tests and examples; ctypes' is among them.
    return {name for name in found if not name.startswith(("_test", "_ctypes_test", "xx", "_xx"))}


asked, skipped = (words.split(",") for words in sys.argv[1:3])
say("python", "%d.%d.%d" % sys.version_info[:3])
for name in sorted(extension_modules().union(asked).difference(skipped)):
    say("try", name)
    try:
        import_module(name)
    except BaseException as e:
        absent = isinstance(e, ModuleNotFoundError) and e.name == name
        say("absent" if absent else "failed", name, " ".join(str(e).split()) or type(e).__name__)
    else:
        say("works", name)
say("end")
